//! Rows of the plan as sentences: the same in the record of the decision and on the screen.

use crate::{
    content::{Phrase, RecordWords, Words, phrase},
    domain::{
        Model,
        cost::{Cost, CostFigure},
        plan::Watch,
        step::What,
    },
};

/// How often to post on a network, in tenths of a post a week.
pub(crate) fn rhythm(words: &Words, record: &RecordWords, (network, posts): (usize, i32)) -> String {
    let says: Phrase = match posts {
        0 => phrase::LINE_POSTS_NONE,
        1..10 => phrase::LINE_POSTS_FORTNIGHT,
        posts if words.lang().is_one(posts / 10) => phrase::POSTS_ONE,
        _ => phrase::POSTS_OTHER,
    };
    record.fill(says, &[("network", words.network(network)), ("count", &words.lang().tenths(posts))])
}

/// How often to look at a network, and for what.
pub(crate) fn watch(words: &Words, record: &RecordWords, watch: &Watch) -> String {
    let is_one = words.lang().is_one(watch.looks);
    let network = words.network(watch.network);
    // Where no hours are left, it is done in passing.
    let name = match watch.hours {
        0 => network.to_owned(),
        hours => record.fill(phrase::LINE_WATCH, &[("network", network), ("hours", &words.hours(hours))]),
    };
    let values = [
        ("name", &*name),
        ("count", &*words.lang().number(watch.looks * 1000)),
        ("says", words.network_listen(watch.network)),
    ];
    record.fill(if is_one { phrase::LOOKS_ONE } else { phrase::LOOKS_OTHER }, &values)
}

/// What there is to do in a few words, and how.
pub(crate) fn step(model: &Model, words: &Words, record: &RecordWords, what: What) -> (String, String) {
    match what {
        What::Step(step) => (record.step(step).to_owned(), record.step_says(step).to_owned()),
        What::Open { gate, cause } => {
            let name = record.fill(phrase::LINE_GATE_STEP, &[("gate", words.gate(gate))]);
            (name, format!("{} {}", words.cause(model, gate, cause), words.remedy(model, gate, cause)))
        }
    }
}

/// What is known of the yearly cost: the hours, the budget, both together.
pub(crate) fn reckoned(words: &Words, record: &RecordWords, cost: &Cost) -> Vec<String> {
    let hours = words.lang().tenths(cost.hours);
    let mut items = vec![match (cost.rate, cost.wages) {
        (_, Some(0)) if cost.is_paid => record.fill(phrase::LINE_HOURS_PAID, &[("hours", &hours)]),
        (Some(rate), Some(wages)) => record.fill(
            phrase::LINE_HOURS_YEAR,
            &[("hours", &hours), ("rate", &words.lang().tenths(rate)), ("euros", &euros(words, wages))],
        ),
        _ => record.fill(phrase::LINE_HOURS_UNRATED, &[("hours", &hours)]),
    }];
    items.extend(cost.budget.map(|budget| record.fill(phrase::LINE_BUDGET, &[("euros", &euros(words, budget))])));
    // Of one alone there is no sum: it would pass for the whole.
    let total = cost.wages.and(cost.budget).and(cost.year);
    items.extend(total.map(|year| record.fill(phrase::LINE_TOTAL, &[("euros", &euros(words, year))])));
    items
}

/// What else costs something, with who says so.
pub(crate) fn beside(words: &Words, record: &RecordWords, row: usize, figure: &CostFigure) -> String {
    let most = figure.most.map(|most| euros(words, most)).unwrap_or_default();
    let values = [
        ("name", record.cost(row)),
        ("least", &*euros(words, figure.least)),
        ("most", &*most),
        ("says", record.cost_says(row)),
        ("publisher", figure.publisher),
        ("year", &*figure.year.to_string()),
    ];
    let says = match figure.most {
        None => phrase::LINE_COST_LEAST,
        Some(most) if most == figure.least => phrase::LINE_COST_ABOUT,
        Some(_) => phrase::LINE_COST_RANGE,
    };
    record.fill(says, &values)
}

fn euros(words: &Words, euros: i32) -> String {
    words.lang().number(euros.min(i32::MAX / 1000) * 1000)
}
