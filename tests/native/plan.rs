//! The plan: it adds up, every verdict has one, and it keeps its order.

use std::{collections::HashSet, sync::LazyLock};

use proptest::prelude::*;
use social_or_not::{
    content::{Lang, MODEL, PLAN, RecordWords, Words},
    domain::{
        Answer, Answers, Date, Evaluator, Options, Plan, Report, Verdict,
        gate::GateState,
        network::Role,
        plan::plan,
        report::NetworkRef,
        step::{PlannedStep, What},
    },
};

use crate::readers::{answers, any_reader, question, with};

static EVALUATOR: LazyLock<Evaluator> = LazyLock::new(|| Evaluator::new(&MODEL, Options::default()));

fn planned(answers: &Answers, options: &Options) -> (Report, Plan) {
    let report = EVALUATOR.evaluate(answers);
    let plan = plan(&MODEL, &PLAN, answers, options, &report);
    (report, plan)
}

fn json(answers: &Answers, options: Options) -> serde_json::Value {
    let report = Evaluator::new(&MODEL, options).report_json(&PLAN, answers);
    serde_json::from_str(&report).expect("the report is JSON")
}

fn id(step: &PlannedStep) -> &'static str {
    match step.what {
        What::Step(step) => PLAN.steps[step].id,
        What::Open { gate, cause } => MODEL.gates[gate].causes[cause].id,
    }
}

fn day(text: &str) -> Date {
    Date::read(text).expect("a day of the test")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hours_by_activity_add_up_and_are_never_overspent(answers in any_reader()) {
        let (report, plan) = planned(&answers, &Options::default());
        let sum: i32 = plan.activities.iter().map(|(_, hours)| hours).sum();
        prop_assert_eq!(sum, report.hours.planned + report.hours.monitoring);
        prop_assert!(report.hours.available.is_none_or(|available| sum <= available));
        prop_assert!(plan.activities.iter().all(|(_, hours)| *hours > 0));
        let monitoring = PLAN.activities.len() - 1;
        let others: i32 = plan.activities.iter().filter(|(row, _)| *row != monitoring).map(|(_, hours)| hours).sum();
        prop_assert_eq!(others, report.hours.planned);
        prop_assert_eq!(plan.watch.iter().map(|watch| watch.hours).sum::<i32>(), report.hours.monitoring);
        prop_assert_eq!(plan.watch.len(), report.with_role(Role::Listen).count());
    }

    #[test]
    fn every_verdict_has_a_plan_and_only_who_publishes_has_a_rhythm(answers in any_reader()) {
        let (report, plan) = planned(&answers, &Options::default());
        prop_assert!(!plan.steps.is_empty() && plan.review >= 90);
        let published: Vec<usize> = report.with_role(Role::Publish).filter_map(|row| match row.network {
            NetworkRef::Live(network) => Some(network),
            NetworkRef::Retired(_) => None,
        }).collect();
        let rhythm: Vec<usize> = plan.rhythm.iter().map(|(network, _)| *network).collect();
        prop_assert_eq!(&rhythm, &published);
        let publishes = !published.is_empty();
        prop_assert_eq!(plan.stop.len() >= 2, publishes);
        prop_assert_eq!(plan.cost.is_some(), publishes);
        prop_assert!(publishes || plan.indicators.is_empty());
        let elsewhere = report.verdict == Verdict::No || (report.verdict == Verdict::Leave && !report.pause);
        prop_assert_eq!(plan.instead.len(), if elsewhere { PLAN.instead.len() } else { 0 });
        for (network, posts) in plan.rhythm {
            let rhythm = &PLAN.rhythms[network];
            prop_assert!((rhythm.least..=rhythm.well).contains(&posts));
        }
    }

    #[test]
    fn steps_stand_once_each_in_the_order_of_their_days_and_before_the_review(answers in any_reader()) {
        let (_, plan) = planned(&answers, &Options::default());
        prop_assert!(plan.steps.is_sorted_by_key(|step| step.day));
        prop_assert!(plan.steps.iter().all(|step| (0..=90).contains(&step.day) && step.day <= plan.review));
        let ids: HashSet<&str> = plan.steps.iter().map(id).collect();
        prop_assert_eq!(ids.len(), plan.steps.len());
    }

    #[test]
    fn nothing_is_posted_before_the_gates_are_open(answers in any_reader()) {
        let (report, plan) = planned(&answers, &Options::default());
        let posts = ["open_account", "prepare_posts", "tell_people", "join_others"];
        let first = plan.steps.iter().filter(|step| posts.contains(&id(step))).map(|step| step.day).min();
        prop_assert_eq!(first.is_some(), report.verdict.networks() > 0);
        let opened = plan.steps.iter().filter(|step| matches!(step.what, What::Open { .. }));
        prop_assert!(first.is_none_or(|first| opened.clone().all(|step| step.day < first)));
        let causes: usize = report.gates.iter().map(|gate| gate.causes.len()).sum();
        let opens = matches!(report.verdict, Verdict::StartSmall | Verdict::Refocus | Verdict::Prepare);
        prop_assert_eq!(opened.count(), if opens { causes } else { 0 });
    }

    #[test]
    fn the_yearly_cost_is_hours_at_the_rate_and_twelve_budgets(answers in any_reader(), rate in 0i32..=10_000) {
        let (report, plan) = planned(&answers, &Options { rate: Some(rate), ..Options::default() });
        let Some(cost) = plan.cost else { return Ok(()) };
        let hours = report.hours.planned + report.hours.monitoring;
        let agency = answers.get(question("runner")) == Some(Answer::Single(4));
        let wages = if agency { 0.0 } else { f64::from(hours) / 10.0 * 52.0 * f64::from(rate) / 10.0 };
        prop_assert!((f64::from(cost.wages.unwrap_or(-9)) - wages).abs() <= 0.5);
        let budget = answers.number(question("budget")).map(|tenths| tenths / 10 * 12);
        prop_assert_eq!(cost.budget, budget);
        let known = if agency { budget } else { Some(cost.wages.unwrap_or_default() + budget.unwrap_or_default()) };
        prop_assert_eq!(cost.year, known);
    }

    #[test]
    fn dates_are_calendar_days_from_today_on(number in 366i32..3_652_000, days in 0i32..=400) {
        let date = Date::from_number(number).expect("a day");
        prop_assert_eq!(date.number(), number);
        prop_assert_eq!(Date::read(&date.to_string()), Some(date));
        let later = date.plus_days(days);
        prop_assert_eq!(later.map(Date::number), Some(number + days).filter(|_| later.is_some()));
        if let Some(next) = date.plus_days(1) {
            let follows = (next.day == date.day + 1 && next.month == date.month && next.year == date.year) || next.day == 1;
            prop_assert!(follows && next > date);
        }
    }
}

/// A shop as in the example of the model: why ajar, the other gates open, five hours.
const EXAMPLE: &str = r#"{"who":"shop","sector":"visual","presence":"none","goals":["visibility","acquire"],"strategy":"vague",
    "ages":["25-34","35-49"],"audience":"many","value":"useful","formats":["photo","text"],"hours":5,"runner":"assigned",
    "constancy":"year","budget":100}"#;

#[test]
fn the_example_of_the_model_gets_its_plan_with_dates() {
    let options = Options { rate: Some(300), today: Some(day("2026-01-15")), ..Options::default() };
    let report = json(&answers(EXAMPLE), options);
    assert_eq!(report["verdict"], "start_small");
    let plan = &report["plan"];
    assert_eq!(
        plan["activities"].to_string(),
        r#"[{"hours":1.7,"id":"publishing"},{"hours":0.7,"id":"conversation"},{"hours":0.3,"id":"moderation"},{"hours":0.5,"id":"promotion"},{"hours":0.3,"id":"curation"},{"hours":1.5,"id":"monitoring"}]"#
    );
    assert_eq!(plan["rhythm"].to_string(), r#"[{"network":"instagram","posts":4}]"#);
    assert_eq!(
        plan["indicators"].to_string(),
        r#"[{"count":["reached","searched","visits"],"goal":"visibility"},{"count":["found_us","requests","visits"],"goal":"acquire"}]"#
    );
    let steps: Vec<&str> =
        plan["steps"].as_array().expect("steps").iter().filter_map(|step| step["id"].as_str()).collect();
    assert_eq!(
        steps,
        [
            "baseline",
            "reserve_hours",
            "strategy_vague",
            "read_first",
            "reply_rule",
            "open_account",
            "prepare_posts",
            "tell_people",
            "join_others",
            "first_look",
            "ask_readers"
        ]
    );
    assert_eq!(plan["steps"][2].to_string(), r#"{"date":"2026-01-18","day":3,"gate":"why","id":"strategy_vague"}"#);
    assert_eq!(plan["review"].to_string(), r#"{"date":"2026-04-15","day":90}"#);
    assert_eq!(plan["stop"].to_string(), r#"["unproven","unkept"]"#);
    let cost = &plan["cost"];
    assert_eq!((&cost["hours"], &cost["wages"]), (&260.into(), &7800.into()));
    assert_eq!((&cost["budget"], &cost["year"]), (&1200.into(), &9000.into()));
    assert_eq!(
        cost["beside"][0].to_string(),
        r#"{"id":"contractor","least":9600,"most":24000,"stale":false,"year":2026}"#
    );
    assert_eq!(cost["beside"][1]["stale"], true, "a figure of 2018 is old");
}

#[test]
fn without_a_day_to_start_from_there_are_days_and_no_dates() {
    let plan = &json(&answers(EXAMPLE), Options::default())["plan"];
    assert_eq!(plan["review"].to_string(), r#"{"day":90}"#);
    assert!(!plan.to_string().contains("date"));
    assert_eq!((&plan["cost"]["rate"], &plan["cost"]["wages"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!(plan["cost"]["year"], 1200, "what is known: the budget");
}

#[test]
fn an_agency_is_not_paid_twice() {
    let agency = with(&answers(EXAMPLE), question("runner"), Some(Answer::Single(4)));
    let agency = with(&agency, question("budget"), Some(Answer::Number(8000)));
    let options = Options { rate: Some(300), ..Options::default() };
    let report = json(&agency, options);
    assert_eq!(report["verdict"], "start_small", "the example still publishes");
    assert_eq!((&report["plan"]["cost"]["wages"], &report["plan"]["cost"]["year"]), (&0.into(), &9600.into()));
}

#[test]
fn prepare_opens_its_gates_in_order_and_listens_meanwhile_only_if_people_talk() {
    let reader = answers(
        r#"{"who":"shop","presence":"none","goals":["visibility","acquire"],"strategy":"none","audience":"guess",
        "value":"shared","welcome":"expecting","measure":"proven","hours":8,"runner":"assigned","constancy":"months"}"#,
    );
    let (report, plan) = planned(&reader, &Options::default());
    assert_eq!(report.verdict, Verdict::Prepare);
    let gates: Vec<usize> = plan
        .steps
        .iter()
        .filter_map(|step| match step.what {
            What::Open { gate, .. } => Some(gate),
            What::Step(_) => None,
        })
        .collect();
    assert_eq!(gates, [0, 1, 2]);
    let ids = |plan: &Plan| plan.steps.iter().map(id).collect::<Vec<_>>();
    assert!(ids(&plan).contains(&"take_stock") && !ids(&plan).contains(&"set_alerts"));
    assert_ne!(report.gates[1].state, GateState::Open);
    let (report, plan) = planned(&with(&reader, question("talk"), Some(Answer::Single(2))), &Options::default());
    assert_eq!((report.verdict, ids(&plan)[0]), (Verdict::Prepare, "set_alerts"));
}

#[test]
fn who_only_pauses_is_told_neither_to_close_nor_to_look_elsewhere() {
    let reader = answers(r#"{"presence":"active","results":"clear","runner":"nobody","hours":3}"#);
    let (report, plan) = planned(&reader, &Options::default());
    assert_eq!((report.verdict, report.pause), (Verdict::Leave, true));
    assert_eq!(
        plan.steps.iter().map(id).collect::<Vec<_>>(),
        ["announce_pause", "keep_access", "find_successor", "hand_over"]
    );
    assert!(plan.instead.is_empty());
}

#[test]
fn the_alternatives_begin_with_those_that_serve_the_goals() {
    let (report, plan) = planned(&answers(r#"{"goals":["service"],"strategy":"none","hours":0}"#), &Options::default());
    assert_eq!(report.verdict, Verdict::Listen, "service calls for listening");
    assert!(plan.instead.is_empty());
    let (report, plan) = planned(&answers(r#"{"goals":["retain"],"strategy":"none","hours":0}"#), &Options::default());
    assert_eq!(report.verdict, Verdict::No);
    let ids: Vec<&str> = plan.instead.iter().map(|row| PLAN.instead[*row].id).collect();
    assert_eq!(ids, ["newsletter", "service", "site", "reviews", "events", "partners"]);
}

#[test]
fn minors_and_sensitive_fields_get_their_caution_where_people_are_answered() {
    let nowhere = answers(r#"{"ages":["13-17","18-24"],"sector":"sensitive","goals":["trend"]}"#);
    assert_eq!(json(&nowhere, Options::default())["plan"]["cautions"].to_string(), "[]", "no");
    let reader = answers(r#"{"ages":["13-17","18-24"],"sector":"sensitive","goals":["service"],"hours":0}"#);
    let plan = &json(&reader, Options::default())["plan"];
    assert_eq!(plan["cautions"].to_string(), r#"["minors","sensitive"]"#);
}

#[test]
fn every_row_of_the_plan_is_reached_and_has_words_in_both_languages() {
    for lang in Lang::ALL {
        let (words, record) = (Words::built_in(lang), RecordWords::built_in(lang));
        let said = |id: &str, text: &str| assert!(!text.trim().is_empty(), "{id} has no words in {}", lang.code());
        for (row, step) in PLAN.steps.iter().enumerate() {
            said(step.id, record.step(row));
            said(step.id, record.step_says(row));
        }
        for (row, activity) in PLAN.activities.iter().enumerate() {
            said(activity.id, record.activity(row));
            said(activity.id, record.activity_says(row));
        }
        for (row, id) in PLAN.indicators.iter().enumerate() {
            said(id, record.indicator(row));
        }
        for (row, clause) in PLAN.stop.iter().enumerate() {
            said(clause.id, record.stop(row));
        }
        for (row, figure) in PLAN.cost.figures.iter().enumerate() {
            said(figure.id, record.cost(row));
            said(figure.id, record.cost_says(row));
        }
        for (row, clause) in PLAN.instead.iter().enumerate() {
            said(clause.id, words.alternative(row));
        }
        for (row, clause) in PLAN.cautions.iter().enumerate() {
            said(clause.id, words.caution(row));
        }
    }
    let (mut runner, readers) = (proptest::test_runner::TestRunner::deterministic(), any_reader());
    let mut reached: HashSet<&str> = HashSet::new();
    for _ in 0..5_000 {
        let reader = proptest::strategy::ValueTree::current(&readers.new_tree(&mut runner).expect("a reader"));
        let (_, plan) = planned(&reader, &Options::default());
        reached.extend(plan.steps.iter().map(id));
        reached.extend(plan.stop.iter().map(|row| PLAN.stop[*row].id));
    }
    let missing: Vec<&str> = PLAN.steps.iter().map(|step| step.id).filter(|id| !reached.contains(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
