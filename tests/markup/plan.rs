//! The plan on the result: it says what the domain reckoned, and leaves out what it has nothing to say of.

use social_or_not::{
    content::{Lang, MODEL, PLAN, RecordWords, Words, phrase},
    domain::{Date, Options, Plan, plan::plan},
    session::Session,
    ui::WidgetProps,
};

use crate::{
    document::{Document, Element},
    screens::{props, render, report, today, verdicts},
};

fn plan_of(session: &Session, today: Option<Date>) -> Plan {
    let options = Options { today, ..Options::default() };
    plan(&MODEL, &PLAN, session.answers(), &options, &report(session))
}

/// What is said within the section.
fn shown<'a>(document: &'a Document, tag: &str) -> Vec<&'a Element> {
    let section = document.elements.iter().find(|element| element.attribute("part") == Some("plan")).expect("a plan");
    document.within(section).into_iter().filter(|element| element.tag == tag).collect()
}

#[test]
fn every_step_is_there_with_its_date_and_in_its_order() {
    for screen in verdicts() {
        for lang in Lang::ALL {
            let (words, record) = (Words::built_in(lang), RecordWords::built_in(lang));
            let plan = plan_of(&screen.session, today());
            let document = render(WidgetProps { today: today(), ..props(lang, screen.session.clone()) });
            let rows: Vec<&str> = shown(&document, "li").iter().map(|row| row.says()).collect();
            for (step, says) in plan.steps.iter().zip(&rows) {
                let date = words.date(plan.date(step.day).expect("a day"), today());
                assert!(says.contains(&date), "{}: {says} is not of {date}", screen.name);
                if let social_or_not::domain::step::What::Step(step) = step.what {
                    assert!(says.starts_with(record.step(step)), "{}: {says}", screen.name);
                }
            }
            let review = words.date(plan.date(plan.review).expect("a day"), today());
            assert!(shown(&document, "p").iter().any(|row| row.says().contains(&review)), "{}", screen.name);
        }
    }
}

#[test]
fn without_a_calendar_the_steps_have_days() {
    for screen in verdicts() {
        let plan = plan_of(&screen.session, None);
        let document = render(props(Lang::En, screen.session));
        let rows = shown(&document, "li");
        for (step, row) in plan.steps.iter().zip(rows) {
            assert!(row.says().contains(&format!("Day {}", step.day)), "{}", row.says());
        }
    }
}

#[test]
fn the_bars_are_the_shares_of_the_hours_and_make_a_whole() {
    let mut drawn = 0;
    for screen in verdicts() {
        let activities = plan_of(&screen.session, None).activities.len();
        let document = render(props(Lang::En, screen.session));
        let bars = shown(&document, "rect");
        assert_eq!(bars.len(), activities, "{}", screen.name);
        let sum: f64 = bars
            .iter()
            .map(|bar| bar.attribute("width").and_then(|width| width.trim_end_matches('%').parse::<f64>().ok()))
            .map(|width| width.expect("a width"))
            .sum();
        assert!(bars.is_empty() || (99.9..=100.0).contains(&sum), "{}: {sum}", screen.name);
        drawn += bars.len();
    }
    assert!(drawn > 0);
}

#[test]
fn what_there_is_nothing_to_say_of_has_no_heading() {
    let record = RecordWords::built_in(Lang::En);
    for screen in verdicts() {
        let plan = plan_of(&screen.session, None);
        let document = render(props(Lang::En, screen.session));
        let titles: Vec<&str> = shown(&document, "h4").iter().map(|title| title.says()).collect();
        for (title, is_there) in [
            (phrase::PLAN_HOURS, !plan.activities.is_empty()),
            (phrase::PLAN_RHYTHM, !plan.rhythm.is_empty()),
            (phrase::PLAN_WATCH, !plan.watch.is_empty()),
            (phrase::PLAN_INDICATORS, !plan.indicators.is_empty()),
            (phrase::PLAN_STOP, !plan.stop.is_empty()),
            (phrase::PLAN_COST, plan.cost.is_some()),
        ] {
            assert_eq!(titles.contains(&record.text(title)), is_there, "{}: {}", screen.name, record.text(title));
        }
    }
}

#[test]
fn a_figure_of_cost_has_its_publisher_year_and_source() {
    let screen = verdicts().into_iter().find(|screen| plan_of(&screen.session, None).cost.is_some()).expect("a cost");
    let document = render(props(Lang::Fr, screen.session));
    let rows: Vec<&str> = shown(&document, "li").iter().map(|row| row.says()).collect();
    let links: Vec<&str> = shown(&document, "a").iter().filter_map(|link| link.attribute("href")).collect();
    for figure in PLAN.cost.figures {
        let row = rows.iter().find(|row| row.contains(figure.publisher)).expect("the figure");
        assert!(row.contains(&figure.year.to_string()) && row.contains(figure.title), "{row}");
        assert!(figure.url.is_none_or(|url| links.contains(&url)), "{row}");
    }
}

#[test]
fn a_host_without_the_words_of_the_plan_has_a_result_without_it() {
    let screen = verdicts().remove(0);
    let without = WidgetProps { record: None, ..props(Lang::En, screen.session.clone()) };
    let parts = |document: &Document| document.elements.iter().any(|element| element.attribute("part") == Some("plan"));
    assert!(!parts(&render(without)) && parts(&render(props(Lang::En, screen.session))));
}

#[test]
fn what_an_hour_is_worth_is_asked_where_there_is_a_cost_and_nothing_is_preset() {
    let mut asked = 0;
    for screen in verdicts() {
        let cost = plan_of(&screen.session, None).cost;
        let document = render(props(Lang::En, screen.session));
        let fields = document.all("son-rate__field");
        // Hours that are on somebody's bill have their price there.
        let is_asked = cost.is_some_and(|cost| !cost.is_paid);
        assert_eq!(fields.len(), usize::from(is_asked), "{}", screen.name);
        for field in &fields {
            assert!(field.attribute("value").is_none_or(str::is_empty), "{}", screen.name);
            assert!(document.around(field).iter().any(|element| element.tag == "label"));
        }
        asked += fields.len();
    }
    assert!(asked > 0);
}

#[test]
fn the_cost_is_reckoned_by_the_readers_own_rate() {
    let wanted =
        |session: &Session| plan_of(session, None).cost.is_some_and(|cost| !cost.is_paid && cost.budget.is_some());
    let screen = verdicts().into_iter().find(|screen| wanted(&screen.session)).expect("a cost");
    let session = screen.session.rated(Some(325));
    let options = Options { rate: Some(325), ..Options::default() };
    let plan = plan(&MODEL, &PLAN, session.answers(), &options, &report(&session));
    let cost = plan.cost.expect("a cost");
    let euros = |euros: i32| Lang::En.number(euros * 1000);
    let document = render(props(Lang::En, session));
    let rows: Vec<&str> = shown(&document, "li").iter().map(|row| row.says()).collect();
    for said in [
        format!("€32.5 an hour: €{}.", euros(cost.wages.expect("wages"))),
        format!("In all: €{}", euros(cost.year.expect("a sum"))),
    ] {
        assert!(rows.iter().any(|row| row.replace('\u{2060}', "").contains(&said)), "{said}: {rows:?}");
    }
    assert_eq!(document.one("son-rate__field").attribute("value"), Some("32.5"));
}
