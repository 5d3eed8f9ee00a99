//! The result: what it says, and that it adds up.

use social_or_not::{
    content::{Lang, MODEL, PLAN, Words},
    domain::{Verdict, gate::GateState, network::Role, plan::plan},
    session::{Action, Session},
    ui::WidgetProps,
};

use crate::{
    document::{Document, Element},
    screens::{props, render, report, result, today, verdicts},
};

/// Points as they are printed.
#[track_caller]
fn points(element: &Element) -> i32 {
    let text = element.says().replace('−', "-").replace('+', "");
    text.parse().unwrap_or_else(|_| panic!("{text:?} are no points"))
}

fn sections(document: &Document) -> Vec<&str> {
    document.all("son-section__title").iter().map(|title| title.says()).collect()
}

#[test]
fn each_verdict_says_its_sentence_in_both_languages() {
    for screen in verdicts() {
        for lang in Lang::ALL {
            let (words, report) = (Words::built_in(lang), report(&screen.session));
            let document = render(props(lang, screen.session.clone()));
            let headline = words.verdict(report.verdict, report.pause).headline;
            assert!(document.one("son-verdict__text").says().ends_with(headline), "{}", screen.name);
            assert!(!document.one("son-verdict__lead").says().is_empty());
        }
    }
}

#[test]
fn the_lead_names_the_networks_and_the_hours() {
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::Fr, screen.session));
        let lead = document.one("son-verdict__lead").says();
        let words = Words::built_in(Lang::Fr);
        let published = report.with_role(Role::Publish).filter_map(|network| match network.network {
            social_or_not::domain::report::NetworkRef::Live(live) => Some(words.network(live)),
            social_or_not::domain::report::NetworkRef::Retired(_) => None,
        });
        let missing: Vec<&str> = published.filter(|name| !lead.contains(name)).collect();
        assert!(missing.is_empty(), "{}: {lead} leaves out {missing:?}", screen.name);
        if report.verdict.networks() > 0 && report.hours.available.is_some() {
            assert!(lead.contains(&words.lang().tenths(report.hours.planned)), "{}: {lead}", screen.name);
        }
    }
}

#[test]
fn the_ledger_adds_up_to_the_balance_that_is_shown() {
    for screen in verdicts() {
        let document = render(props(Lang::En, screen.session));
        let sum: i32 = document
            .all("son-entry")
            .into_iter()
            .filter(|entry| !entry.is("son-total"))
            .map(|entry| {
                points(document.within(entry).into_iter().find(|inner| inner.is("son-points")).expect("points"))
            })
            .sum();
        let of = |class: &str| document.all(class).into_iter().map(points).collect::<Vec<i32>>();
        let total = document.one("son-total");
        let printed = points(document.within(total).into_iter().find(|inner| inner.is("son-points")).expect("points"));
        assert_eq!(sum, printed, "{}", screen.name);
        let under_the_scales = of("son-scales__value");
        assert!(
            matches!(under_the_scales[..], [cons, balance, pros] if cons + pros == balance && balance == printed),
            "{}",
            screen.name
        );
    }
}

#[test]
fn each_bar_of_the_ledger_begins_where_the_one_before_it_ended() {
    for screen in verdicts() {
        let document = render(props(Lang::En, screen.session));
        let bars: Vec<&Element> = document
            .all("son-entry__bar")
            .into_iter()
            .map(|bar| document.within(bar).into_iter().find(|inner| inner.tag == "rect").expect("a bar"))
            .collect();
        let (balance, lines) = bars.split_last().expect("the balance has a bar");
        let ends = |bar: &Element| (bar.number("x"), bar.number("x") + bar.number("width"));
        // Pros climb to the right, cons come back: each shares the end that the line before it left.
        let zero = document.all("son-entry__zero").first().map_or(0.0, |line| line.number("x1"));
        let mut place = zero;
        for bar in lines {
            let (left, right) = ends(bar);
            let (from, to) = if bar.attribute("data-side") == Some("pro") { (left, right) } else { (right, left) };
            assert!((from - place).abs() < 0.03, "{}: a bar begins at {from}, after {place}", screen.name);
            assert!((-0.03..=100.03).contains(&to), "{}: {to}", screen.name);
            place = to;
        }
        let (left, right) = ends(balance);
        let remains = if balance.attribute("data-side") == Some("pro") { right } else { left };
        assert!((remains - place).abs() < 0.05, "{}: the balance remains", screen.name);
    }
}

#[test]
fn each_line_of_the_ledger_quotes_answers_that_lead_to_their_questions_and_names_its_sources() {
    for screen in verdicts() {
        let document = render(props(Lang::En, screen.session));
        for entry in document.all("son-entry").into_iter().filter(|entry| !entry.is("son-total")) {
            let inner = document.within(entry);
            let answers: Vec<_> = inner.iter().filter(|element| element.tag == "button").collect();
            assert!(!answers.is_empty(), "{}: {}", screen.name, entry.says());
            assert!(
                answers.iter().all(|answer| answer.says().starts_with('“') && answer.says().contains(", change: "))
            );
            let source = inner.iter().find(|element| element.is("son-entry__source")).expect("sources");
            assert!(source.says().starts_with("Source"), "{}", source.says());
        }
    }
}

#[test]
fn the_scales_say_their_sums_in_words_and_carry_one_weight_for_each_argument() {
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::Fr, screen.session));
        let scales = document.one("son-scales");
        let name = scales.attribute("aria-label").unwrap_or_default();
        for sum in [report.pros(), report.cons(), report.balance().abs()] {
            assert!(name.contains(&sum.to_string()), "{}: {name}", screen.name);
        }
        let weights = document.within(scales).into_iter().filter(|element| element.tag == "rect").count();
        assert_eq!(weights, report.ledger.len(), "{}", screen.name);
        let beam = document.one("son-scales__beam").attribute("transform").unwrap_or_default().to_owned();
        let leans = beam.trim_start_matches("rotate(").trim_end_matches(')').parse::<f64>().expect("an angle");
        assert!((leans - f64::from(report.scale) * 0.2).abs() < 0.001, "{}: {beam}", screen.name);
    }
}

#[test]
fn every_gate_has_its_word_and_its_sentence() {
    let words = Words::built_in(Lang::Fr);
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::Fr, screen.session));
        let states: Vec<&str> = document.all("son-gate__state").iter().map(|state| state.says()).collect();
        assert_eq!(
            states,
            report.gates.iter().map(|gate| words.state(gate.state)).collect::<Vec<_>>(),
            "{}",
            screen.name
        );
        for (gate, why) in report.gates.iter().zip(document.all("son-gate__why")) {
            let sentence = match gate.causes.first() {
                Some(cause) => words.cause(&MODEL, gate.gate, *cause),
                None => words.gate_open(gate.gate),
            };
            assert!(why.says().ends_with(sentence), "{}", screen.name);
            assert_eq!(gate.state == GateState::Open, gate.causes.is_empty());
        }
    }
}

#[test]
fn what_weighed_most_is_two_of_the_winning_side_and_one_of_the_other() {
    let document = render(props(Lang::En, result(include_str!("persuaded.json"))));
    let reasons: Vec<i32> = document
        .all("son-reason")
        .into_iter()
        .map(|reason| points(document.within(reason).into_iter().find(|inner| inner.is("son-points")).expect("points")))
        .collect();
    assert!(
        matches!(reasons[..], [first, second, against] if first >= second && second > 0 && against < 0),
        "{reasons:?}"
    );
}

#[test]
fn who_is_not_ready_is_told_what_would_open_each_gate() {
    let words = Words::built_in(Lang::En);
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::En, screen.session));
        let told = matches!(report.verdict, Verdict::Prepare | Verdict::StartSmall);
        for gate in &report.gates {
            for cause in &gate.causes {
                let remedy = words.remedy(&MODEL, gate.gate, *cause);
                assert_eq!(
                    document.all("son-step__do").iter().any(|step| step.says() == remedy),
                    told,
                    "{}: {remedy}",
                    screen.name
                );
            }
        }
    }
}

#[test]
fn who_stays_is_told_what_to_change_and_who_goes_where_to_put_the_hours_and_who_pauses_neither() {
    let words = Words::built_in(Lang::En);
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::En, screen.session.clone()));
        let titles = sections(&document);
        let changes = report.verdict == Verdict::Refocus;
        let elsewhere = matches!(report.verdict, Verdict::No | Verdict::Leave) && !report.pause;
        assert_eq!(titles.contains(&"What to change"), changes, "{}", screen.name);
        assert_eq!(titles.contains(&"Where to put those hours"), elsewhere, "{}", screen.name);
        let is_planned =
            |step: &Element| document.around(step).iter().any(|outer| outer.attribute("part") == Some("plan"));
        let steps = document.all("son-step").into_iter();
        let steps = steps.filter(|step| !step.is("son-step--cause") && !is_planned(step)).map(|step| step.says());
        if elsewhere {
            // First what serves the reader's goals, as in the plan.
            let plan = plan(&MODEL, &PLAN, screen.session.answers(), &screen.session.options(), &report);
            assert!(steps.eq(plan.instead.iter().map(|row| words.alternative(*row))), "{}", screen.name);
        } else {
            assert_eq!(steps.count(), report.advice.len(), "{}", screen.name);
        }
    }
}

#[test]
fn every_network_stands_in_one_place() {
    for screen in verdicts() {
        let report = report(&screen.session);
        let document = render(props(Lang::En, screen.session));
        let named = document.all("son-network").len();
        let listed: usize = document
            .all("son-skip")
            .into_iter()
            .map(|list| document.within(list).iter().filter(|row| row.tag == "li").count())
            .sum();
        assert_eq!(named + listed, report.networks.len(), "{}", screen.name);
        assert_eq!(listed, report.with_role(Role::Skip).count(), "{}", screen.name);
        let shown = document.within(document.all("son-skip")[0]).iter().filter(|row| row.tag == "li").count();
        assert_eq!(shown, listed.min(4), "{}: the rest is folded", screen.name);
    }
}

#[test]
fn a_retired_account_learns_what_became_of_it() {
    let session =
        result(r#"{"presence":"dormant","accounts":["viadeo","facebook"],"results":"nothing","goals":["trend"]}"#);
    let document = render(props(Lang::Fr, session));
    let viadeo =
        document.all("son-network").into_iter().find(|network| network.text.contains("Viadeo")).expect("Viadeo");
    assert!(viadeo.text.contains("LinkedIn") && viadeo.text.contains("disparu"), "{}", viadeo.text);
}

#[test]
fn a_figure_has_its_publisher_and_year_and_is_called_stale_only_with_a_date() {
    let session = result(include_str!("persuaded.json"));
    let undated = render(props(Lang::En, session.clone()));
    let dated = render(WidgetProps { today: today(), ..props(Lang::En, session) });
    assert!(undated.all("son-stale").is_empty() && !dated.all("son-stale").is_empty());
    let facts = undated.all("son-fact");
    assert!(!facts.is_empty());
    for fact in facts {
        // Behind them, on paper, the address.
        let says = fact.says().split(" http").next().unwrap_or_default();
        let year = says.trim_end_matches('.').rsplit(", ").next().and_then(|year| year.parse::<u16>().ok());
        assert!(year.is_some_and(|year| (2015..2030).contains(&year)), "{}", fact.says());
    }
}

#[test]
fn a_provisional_verdict_says_so_and_leads_to_what_is_missing() {
    let document = render(props(Lang::En, result(r#"{"who":"freelance","presence":"none","goals":["visibility"]}"#)));
    let note = document.one("son-provisional");
    assert!(note.says().contains("provisional"));
    let missing = document.within(note).iter().filter(|element| element.tag == "button").count();
    assert_eq!(missing, 6, "strategy, audience, value, hours, runner, constancy");
    let complete = render(props(Lang::En, result(include_str!("persuaded.json"))));
    assert!(complete.all("son-provisional").is_empty());
}

#[test]
fn nothing_answered_gives_a_result_that_claims_nothing() {
    let document = render(props(Lang::En, result("{}")));
    assert!(document.one("son").text.contains("No argument counts yet"));
    assert!(document.all("son-entry").is_empty() && document.all("son-reason").is_empty());
}

#[test]
fn sharpening_is_offered_until_all_is_asked() {
    let button = |session: Session| {
        let document = render(props(Lang::En, session));
        document.all("son-button").iter().map(|button| button.says().to_owned()).collect::<Vec<_>>()
    };
    let core = result(
        r#"{"who":"shop","presence":"none","goals":["visibility"],"strategy":"written","audience":"many",
        "value":"useful","hours":4,"runner":"assigned","constancy":"year"}"#,
    );
    assert_eq!(button(core.clone()), ["Sharpen it: 11 questions"]);
    let all = MODEL.questions.iter().enumerate().fold(core, |session, (question, row)| match row.core {
        true => session,
        false => session.apply(&MODEL, Action::Answer { question, answer: social_or_not::domain::Answer::Unknown }),
    });
    assert_eq!(button(all), Vec::<String>::new());
}

#[test]
fn minors_and_sensitive_fields_call_for_care() {
    let with = |more: &str| {
        let answers = include_str!("persuaded.json").replacen('{', &format!("{{{more},"), 1);
        render(props(Lang::En, result(&answers))).all("son-caution").len()
    };
    assert_eq!(with(r#""ages":["25-34"]"#), 0);
    assert_eq!(with(r#""ages":["13-17"],"sector":"sensitive""#), 2);
}
