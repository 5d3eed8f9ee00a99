//! What holds for every reader: property tests, and walks over parts of the answer space.

use std::{collections::HashSet, sync::LazyLock};

use proptest::prelude::*;
use social_or_not::{
    content::{MODEL, PLAN},
    domain::{
        Answer, Answers, Evaluator, Options, Report, Value, Verdict, argument::Side, bounds::bounds, network::Role,
        question::Kind, report::NetworkRef, strength::Table,
    },
};

use crate::readers::{answers, any_reader, every_answer, question, value, with};

static EVALUATOR: LazyLock<Evaluator> = LazyLock::new(|| Evaluator::new(&MODEL, Options::default()));

/// The model as it stands, or with a reader's own weights.
fn any_weights() -> impl Strategy<Value = Evaluator> {
    prop_oneof![Just(Vec::new()), prop::collection::vec(0u8..=2, MODEL.themes.len())]
        .prop_map(|weights| Evaluator::new(&MODEL, Options { weights, ..Options::default() }))
}

fn published(report: &Report) -> Vec<&'static str> {
    let live = report.with_role(Role::Publish).filter_map(|network| match network.network {
        NetworkRef::Live(position) => Some(MODEL.networks[position].id),
        NetworkRef::Retired(_) => None,
    });
    live.collect()
}

/// The questions whose answers go from worst to best, the hours among them, each with its answers in that order.
fn ordinal_questions() -> Vec<(usize, Vec<Answer>)> {
    let ladder = |(position, row): (usize, &social_or_not::domain::question::Question)| match row.kind {
        Kind::Single { ordinal: true } => {
            Some((position, (0..row.options.len()).map(|option| Answer::Single(option as u8)).collect()))
        }
        Kind::Number(range) if row.id == "hours" => {
            Some((position, (range.least..=range.most).step_by(range.step as usize).map(Answer::Number).collect()))
        }
        Kind::Single { .. } | Kind::Multi { .. } | Kind::Number(_) => None,
    };
    MODEL.questions.iter().enumerate().filter_map(ladder).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_adds_up_to_pros_cons_and_balance(answers in any_reader(), evaluator in any_weights()) {
        let report = evaluator.evaluate(&answers);
        let side = |side| report.ledger.iter().filter(|entry| entry.side == side).map(|entry| entry.points).sum::<i32>();
        prop_assert_eq!((report.pros(), report.cons()), (side(Side::Pro), side(Side::Con)));
        prop_assert_eq!(report.balance(), evaluator.weigh(&answers).balance);
        for entry in &report.ledger {
            prop_assert!(entry.points > 0 && !entry.because.is_empty());
            let argument = &MODEL.arguments[entry.argument];
            prop_assert_eq!(entry.points, i32::from(argument.weight) * evaluator.options().weight(argument.theme) * entry.strength);
            prop_assert!(entry.because.iter().all(|question| answers.is_given((*question).into())), "an unanswered question gave points");
        }
        prop_assert!(report.ledger.is_sorted_by(|one, next| one.points >= next.points));
    }

    #[test]
    fn a_better_answer_never_costs_balance_or_presence(answers in any_reader(), evaluator in any_weights()) {
        for (question, ladder) in ordinal_questions() {
            let steps: Vec<_> = ladder.iter().map(|answer| evaluator.weigh(&with(&answers, question, Some(*answer)))).collect();
            for (worse, better) in steps.iter().zip(&steps[1..]) {
                prop_assert!(better.balance >= worse.balance, "{} costs balance", MODEL.questions[question].id);
                prop_assert!(better.verdict.presence() >= worse.verdict.presence(), "{} costs presence", MODEL.questions[question].id);
            }
            // Not answering lies between worst and best.
            let open = evaluator.weigh(&with(&answers, question, None));
            if let ([worst, ..], [.., best], true) = (&steps[..], &steps[..], MODEL.questions[question].id != "hours") {
                prop_assert!((worst.balance..=best.balance).contains(&open.balance));
                prop_assert!((worst.verdict.presence()..=best.verdict.presence()).contains(&open.verdict.presence()));
            }
        }
    }

    #[test]
    fn nothing_to_do_it_with_never_gives_a_presence(answers in any_reader(), evaluator in any_weights()) {
        let never = [Verdict::Go, Verdict::StartSmall, Verdict::Refocus];
        let no_hours = with(&answers, question("hours"), Some(Answer::Number(0)));
        prop_assert!(!never.contains(&evaluator.weigh(&no_hours).verdict));
        let nobody = with(&answers, question("runner"), Some(Answer::Single(0)));
        prop_assert!(!never.contains(&evaluator.weigh(&nobody).verdict));
        let trend = MODEL.questions[question("goals")].option("trend").map(|option| Answer::Multi(1 << option));
        let trend = evaluator.weigh(&with(&answers, question("goals"), trend)).verdict;
        prop_assert!(trend != Verdict::Go && trend != Verdict::StartSmall);
        let conflict = with(&answers, question("values"), Some(Answer::Single(0)));
        prop_assert!(evaluator.weigh(&conflict).verdict != Verdict::Go);
    }

    #[test]
    fn hours_are_never_overspent_and_each_verdict_has_its_networks(answers in any_reader(), evaluator in any_weights()) {
        let report = evaluator.evaluate(&answers);
        let count = published(&report).len();
        match report.verdict {
            Verdict::Go => prop_assert!((1..=4).contains(&count)),
            Verdict::Refocus => prop_assert!((1..=2).contains(&count)),
            Verdict::StartSmall => prop_assert_eq!(count, 1),
            Verdict::Prepare | Verdict::Listen | Verdict::Leave | Verdict::No => prop_assert_eq!(count, 0),
        }
        let hours: i32 = report.networks.iter().map(|network| network.hours).sum();
        prop_assert_eq!(hours, report.hours.planned);
        match report.hours.available {
            Some(available) => prop_assert!(report.hours.planned + report.hours.monitoring <= available),
            None => prop_assert_eq!(report.hours.monitoring, 0),
        }
        for network in report.with_role(Role::Publish) {
            let NetworkRef::Live(position) = network.network else { return Err(TestCaseError::fail("a retired network is published on")) };
            prop_assert!(network.hours >= MODEL.networks[position].least && network.fit >= MODEL.thresholds.fits);
        }
    }

    #[test]
    fn the_report_says_how_firm_it_is_in_public_fields(answers in any_reader()) {
        let json: serde_json::Value = serde_json::from_str(&EVALUATOR.report_json(&PLAN, &answers)).expect("JSON");
        let shares = json["robustness"].as_object().expect("shares by verdict");
        let sum: f64 = shares.values().filter_map(serde_json::Value::as_f64).sum();
        prop_assert!((sum - 1.0).abs() < 1e-9, "{shares:?}");
        let coverage = &json["coverage"];
        let number = |field: &serde_json::Value| field.as_i64().expect("a whole number");
        prop_assert!(number(&coverage["answered"]) <= number(&coverage["asked"]));
        prop_assert!(number(&coverage["lowest"]) <= number(&json["balance"]) && number(&json["balance"]) <= number(&coverage["highest"]));
        prop_assert!(coverage["possible"].as_array().expect("verdicts").contains(&json["verdict"]));
        for flip in json["flips"].as_array().expect("flips") {
            prop_assert!(flip["to"] != json["verdict"]);
            for change in flip["changes"].as_array().expect("changes") {
                prop_assert!(change["from"] != change["to"] && change.get("from").is_some());
            }
        }
        if let Some(loses) = json.get("loses") {
            prop_assert_eq!(loses["changes"].as_array().map(Vec::len), Some(1));
        }
    }

    #[test]
    fn an_answer_to_a_question_that_does_not_apply_changes_nothing(answers in any_reader()) {
        let absent = with(&answers, question("presence"), Some(Answer::Single(0)));
        let plain = with(&with(&absent, question("results"), None), question("accounts"), None);
        prop_assert_eq!(EVALUATOR.report_json(&PLAN, &absent), EVALUATOR.report_json(&PLAN, &plain));
    }

    #[test]
    fn answers_read_back_from_their_json_in_any_order_give_the_same_report(answers in any_reader()) {
        let json: serde_json::Value = serde_json::from_str(&answers.to_json(&MODEL)).expect("JSON");
        let Value::Record(mut rows) = value(&json) else { return Err(TestCaseError::fail("not an object")) };
        rows.reverse();
        let back = Answers::read(&MODEL, &Value::Record(rows)).expect("the answers were valid");
        prop_assert_eq!(&back, &answers);
        prop_assert_eq!(EVALUATOR.report_json(&PLAN, &back), EVALUATOR.report_json(&PLAN, &answers));
    }

    #[test]
    fn the_balance_lies_within_its_bounds_and_the_scale_within_its_ends(answers in any_reader()) {
        let balance = EVALUATOR.weigh(&answers).balance;
        let open = bounds(&MODEL, &answers, &Options::default());
        prop_assert!((open.lowest..=open.highest).contains(&balance));
        let scale = EVALUATOR.scale(balance);
        prop_assert!((-100..=100).contains(&scale) && scale.signum() == balance.signum());
    }

    #[test]
    fn a_report_is_json_with_every_network_once(answers in any_reader()) {
        let json: serde_json::Value = serde_json::from_str(&EVALUATOR.report_json(&PLAN, &answers)).expect("JSON");
        let networks = json["networks"].as_array().expect("a list");
        let ids: HashSet<&str> = networks.iter().filter_map(|network| network["id"].as_str()).collect();
        prop_assert_eq!(ids.len(), networks.len());
        prop_assert!(MODEL.networks.iter().all(|network| ids.contains(network.id)));
    }
}

#[test]
fn bounds_are_what_trying_every_completion_finds() {
    // Everything answered but these: all their completions are tried, at most 200,000.
    let base = answers(
        r#"{"who":"shop","sector":"local","presence":"none","goals":["visibility","know"],"strategy":"vague","measure":"counts",
        "ages":["25-34"],"area":"local","audience":"guess","talk":"some","welcome":"curious","value":"useful","formats":["photo"],
        "values":"fine","hours":4,"runner":"assigned","skills":"basic","constancy":"year","replies":"day","budget":50}"#,
    );
    for open in [
        &["goals", "area", "audience", "talk"][..],
        &["value", "welcome", "formats", "replies"],
        &["hours", "runner", "presence", "results"],
        &["who", "values", "strategy", "measure", "skills"],
    ] {
        let open: Vec<usize> = open.iter().map(|id| question(id)).collect();
        let start = open.iter().fold(base.clone(), |answers, position| with(&answers, *position, None));
        let mut all = vec![start.clone()];
        for position in &open {
            let completions = every_answer(&MODEL.questions[*position]);
            all = all
                .iter()
                .flat_map(|answers| completions.iter().map(|answer| with(answers, *position, Some(*answer))))
                .collect();
        }
        assert!(all.len() <= 200_000, "{} completions", all.len());
        let balances: Vec<i32> = all.iter().map(|answers| EVALUATOR.weigh(answers).balance).collect();
        let found = bounds(&MODEL, &start, &Options::default());
        assert_eq!(
            (Some(found.lowest), Some(found.highest)),
            (balances.iter().copied().min(), balances.iter().copied().max())
        );
    }
}

#[test]
fn the_ends_of_the_scale_follow_the_weights_of_themes() {
    let without_reach = Options { weights: vec![0, 1, 1, 1, 1], ..Options::default() };
    let (plain, lighter) = (EVALUATOR.ends(), Evaluator::new(&MODEL, without_reach).ends());
    assert!(lighter.highest < plain.highest && lighter.lowest > plain.lowest);
    let nothing = Options { weights: vec![0; 5], ..Options::default() };
    let nothing = Evaluator::new(&MODEL, nothing);
    assert_eq!((nothing.ends().lowest, nothing.ends().highest, nothing.scale(0)), (0, 0, 0));
    let heavy = Options { weights: vec![2; 5], ..Options::default() };
    assert_eq!(Evaluator::new(&MODEL, heavy).ends().highest, 2 * plain.highest);
}

#[test]
fn every_core_answer_that_can_be_told_apart_gives_a_verdict_of_its_kind_with_its_networks() {
    // A walk over the core questions, with the answers that rules and tables tell apart.
    let axes: [(&str, &[&str]); 10] = [
        ("who", &["shop", "b2b"]),
        ("presence", &["none", "dormant", "active"]),
        ("results", &["", "nothing", "clear"]),
        ("goals", &["", "trend", "visibility", "know", "retain"]),
        ("strategy", &["", "none", "written"]),
        ("audience", &["", "unknown", "guess", "few", "many"]),
        ("value", &["", "promotion", "shared"]),
        ("hours", &["", "0", "5", "20", "40", "100"]),
        ("runner", &["", "nobody", "between", "assigned"]),
        ("constancy", &["", "weeks", "months", "years"]),
    ];
    let answer = |id: &str, option: &str| {
        let row = &MODEL.questions[question(id)];
        match row.kind {
            _ if option.is_empty() => None,
            Kind::Single { .. } => row.option(option).map(Answer::Single),
            Kind::Multi { .. } => row.option(option).map(|option| Answer::Multi(1 << option)),
            Kind::Number(_) => option.parse().ok().map(Answer::Number),
        }
    };
    let mut seen: HashSet<Verdict> = HashSet::new();
    let mut walk = vec![0; axes.len()];
    loop {
        let mut reader = Answers::none(&MODEL);
        for ((id, options), place) in axes.iter().zip(&walk) {
            reader.set(&MODEL, question(id), answer(id, options[*place])).expect("a valid answer");
        }
        let report = EVALUATOR.evaluate(&reader);
        let allowed: &[Verdict] = if walk[1] == 0 {
            &[Verdict::Go, Verdict::StartSmall, Verdict::Prepare, Verdict::Listen, Verdict::No]
        } else {
            &[Verdict::Go, Verdict::Refocus, Verdict::Listen, Verdict::Leave]
        };
        assert!(allowed.contains(&report.verdict), "{}: {:?}", reader.to_json(&MODEL), report.verdict);
        assert_eq!(published(&report).is_empty(), report.verdict.networks() == 0, "{}", reader.to_json(&MODEL));
        seen.insert(report.verdict);
        let Some(place) = (0..walk.len()).rev().find(|place| walk[*place] + 1 < axes[*place].1.len()) else { break };
        walk[place] += 1;
        walk[place + 1..].fill(0);
    }
    assert_eq!(seen.len(), Verdict::ALL.len(), "{seen:?}");
}

#[test]
fn every_network_is_published_on_by_some_reader() {
    let witnesses: serde_json::Value =
        serde_json::from_str(include_str!("../witnesses.json")).expect("a table of readers");
    for network in MODEL.networks {
        let reader = witnesses.get(network.id).unwrap_or_else(|| panic!("no reader for {}", network.id));
        let answers = Answers::read(&MODEL, &value(reader)).expect("valid answers");
        let published = published(&EVALUATOR.evaluate(&answers));
        assert!(published.contains(&network.id), "the reader for {} is to publish on {published:?}", network.id);
    }
}

#[test]
fn every_argument_reaches_each_of_its_ends() {
    for (position, argument) in MODEL.arguments.iter().enumerate() {
        let mut strengths = HashSet::new();
        let scope: Vec<usize> = argument.strength.questions().into_iter().map(usize::from).collect();
        let mut all = vec![Answers::none(&MODEL)];
        for question in &scope {
            // Numbers only where a band begins.
            let row = &MODEL.questions[*question];
            let mut options = every_answer(row);
            if let Kind::Number(_) = row.kind {
                let starts: Vec<i32> = argument
                    .strength
                    .parts
                    .iter()
                    .filter_map(|part| match part.table {
                        Table::Bands(bands) if usize::from(part.question) == *question => {
                            Some(bands.iter().map(|band| band.from))
                        }
                        Table::Bands(_) | Table::Options(_) => None,
                    })
                    .flatten()
                    .collect();
                options.retain(|answer| !matches!(answer, Answer::Number(tenths) if !starts.contains(tenths)));
            }
            all = all
                .iter()
                .flat_map(|answers| options.iter().map(|answer| with(answers, *question, Some(*answer))))
                .collect();
        }
        strengths.extend(all.iter().map(|answers| argument.strength.of(answers)));
        assert!(
            strengths.contains(&0) && strengths.iter().any(|strength| *strength >= 3),
            "{}: {strengths:?}",
            argument.id
        );
        assert!(strengths.iter().all(|strength| (0..=4).contains(strength)), "{}", MODEL.arguments[position].id);
    }
}

#[test]
fn no_question_is_without_effect() {
    let base = answers(
        r#"{"who":"association","sector":"culture","presence":"active","results":"some","goals":["visibility","dialogue"],
        "strategy":"written","measure":"actions","ages":["35-49"],"area":"national","audience":"many","talk":"some","welcome":"curious",
        "value":"useful","formats":["text"],"values":"fine","hours":6,"runner":"assigned","skills":"trained","constancy":"year","replies":"day","budget":0}"#,
    );
    let plain = EVALUATOR.report_json(&PLAN, &base);
    for (position, row) in MODEL.questions.iter().enumerate() {
        let moved = every_answer(row)
            .into_iter()
            .any(|answer| EVALUATOR.report_json(&PLAN, &with(&base, position, Some(answer))) != plain);
        assert!(moved, "no answer to {} changes the report", row.id);
    }
}
