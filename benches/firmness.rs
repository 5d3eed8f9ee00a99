//! How long the whole report and its parts take natively, and how that grows with the model:
//! `cargo bench --bench firmness`, some six minutes; `-- coverage` for one part, `-- questions` for one growth.
//!
//! A grown model repeats the rows of the real one. Arguments and questions that grow together stay in groups of their own,
//! unless they are tied; more arguments alone read the same questions; more questions alone share the arguments out.

use std::fmt;

use divan::{Bencher, black_box};
use social_or_not::{
    content::{MODEL, PLAN},
    domain::{
        Answers, Evaluator, Model, Options,
        argument::Argument,
        bounds::bounds,
        condition::Condition,
        coverage::coverage as coverage_of,
        fit::FitRule,
        flips::{Effort, flips as flips_of, loses},
        ledger::ledger,
        model::{Conditions, Thresholds},
        network::Network,
        question::Question,
        robustness::robustness as robustness_of,
        strength::{Part, Strength, Table},
    },
};

mod readers;

use readers::personas;

fn main() {
    divan::main();
}

/// A growth: its name, and how often it repeats arguments, questions, networks, and the answers that one can act on.
type Growth = (&'static str, fn(usize) -> Times);

const GROWTHS: [Growth; 6] = [
    ("arguments", |arguments| Times { arguments, ..REAL }),
    ("questions", |questions| Times { questions, ..REAL }),
    ("networks", |networks| Times { networks, ..REAL }),
    ("actionable", |times| Times { questions: times, actionable: times, ..REAL }),
    ("all_but_actionable", |times| Times { arguments: times, questions: times, networks: times, ..REAL }),
    ("everything", |times| Times { arguments: times, questions: times, networks: times, actionable: times, ..REAL }),
];

/// Before the grown models stand one who answered everything, one who answered the core questions, and one who answered
/// nothing. None has accounts yet: a set of accounts has room for no more networks than the real ones.
const READERS: [&str; 3] = ["charity_unprepared", "core_only_uncertain", NOBODY];
const NOBODY: &str = "nobody";

/// How often the rows of the real model are repeated. What can be acted on are questions: never more often than these.
#[derive(Debug, Clone, Copy)]
struct Times {
    arguments: usize,
    questions: usize,
    networks: usize,
    actionable: usize,
    /// Every argument reads two copies of the questions, each group of arguments thus hanging on the next.
    tied: bool,
}

const REAL: Times = Times { arguments: 1, questions: 1, networks: 1, actionable: 1, tied: false };

/// One thing to measure: a reader before a model of some size.
struct Case {
    name: String,
    reader: String,
    times: Times,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Every persona of the tests, and one who answered nothing, before the real model, then some readers before grown ones.
fn cases() -> Vec<Case> {
    let real = personas().into_iter().map(|(id, _)| Case { name: id.clone(), reader: id, times: REAL });
    let mut cases: Vec<Case> = real.collect();
    cases.push(Case { name: NOBODY.to_owned(), reader: NOBODY.to_owned(), times: REAL });
    for (growth, grown) in GROWTHS {
        for reader in READERS {
            let case = |times: usize| Case {
                name: format!("{growth} x{times:02} {reader}"),
                reader: reader.to_owned(),
                times: grown(times),
            };
            cases.extend([2, 5, 10].map(case));
        }
    }
    cases
}

impl Case {
    /// The model and the reader's answers to it: to each repeated question as to the first.
    fn ready(&self) -> (Evaluator, Answers) {
        let model = grown(self.times);
        let first = personas().into_iter().find(|(id, _)| *id == self.reader);
        let first = first.map_or(Answers::none(&MODEL), |(_, answers)| answers);
        let mut answers = Answers::none(model);
        for question in 0..model.questions.len() {
            let answer = first.get(question % MODEL.questions.len());
            answers.set(model, question, answer).expect("a valid answer");
        }
        (Evaluator::new(model, Options::default()), answers)
    }
}

/// The real model with its rows repeated. Gates, verdicts and networks read the first of each question.
fn grown(times: Times) -> &'static Model {
    let arguments = MODEL.arguments.len() * times.arguments;
    let argument = |place: usize| {
        // Neighbours read the same copy of the questions.
        let copy = place * times.questions / arguments;
        let other = if times.tied { (copy + 1) % times.questions } else { copy };
        argument(&MODEL.arguments[place % MODEL.arguments.len()], copy, other)
    };
    let questions = (0..times.questions).flat_map(|copy| MODEL.questions.iter().map(move |row| question(row, copy)));
    let networks = (0..times.networks).flat_map(|_| MODEL.networks.iter().map(|row| Network { ..*row }));
    let actionable = (0..times.actionable)
        .flat_map(|copy| MODEL.effort.iter().map(move |row| Effort { question: moved(row.question, copy), ..*row }));
    Box::leak(Box::new(Model {
        arguments: kept((0..arguments).map(argument)),
        questions: kept(questions),
        networks: kept(networks),
        effort: kept(actionable),
        // So many times the points: clear is as far away as before.
        thresholds: Thresholds { clear: MODEL.thresholds.clear * times.arguments as i32, ..MODEL.thresholds },
        conditions: Conditions { ..MODEL.conditions },
        fit: FitRule { ..MODEL.fit },
        ..MODEL
    }))
}

fn kept<T>(rows: impl Iterator<Item = T>) -> &'static [T] {
    Vec::leak(rows.collect())
}

/// The position of a question in a copy of all questions.
fn moved(question: u8, copy: usize) -> u8 {
    u8::try_from(usize::from(question) + copy * MODEL.questions.len()).expect("at most 255 questions")
}

fn moved_condition(condition: &Condition, copy: usize) -> Condition {
    Condition { question: moved(condition.question, copy), ..*condition }
}

fn question(row: &Question, copy: usize) -> Question {
    Question { applies: row.applies.map(|condition| moved_condition(&condition, copy)), ..*row }
}

/// An argument that reads one copy of the questions, and at every second part another.
fn argument(row: &Argument, copy: usize, other: usize) -> Argument {
    let part = |(place, part): (usize, &Part)| Part {
        question: moved(part.question, if place % 2 == 0 { copy } else { other }),
        table: match part.table {
            Table::Options(table) => Table::Options(table),
            Table::Bands(bands) => Table::Bands(bands),
        },
    };
    let strength = Strength {
        requires: kept(row.strength.requires.iter().map(|condition| moved_condition(condition, copy))),
        parts: kept(row.strength.parts.iter().enumerate().map(part)),
    };
    Argument { strength, ..*row }
}

/// The whole report, with how firm it is, as JSON.
#[divan::bench(args = cases(), max_time = 1)]
fn report(bencher: Bencher, case: &Case) {
    let (evaluator, answers) = case.ready();
    bencher.bench_local(|| evaluator.report_json(&PLAN, black_box(&answers)));
}

/// What the result rests on.
#[divan::bench(args = cases(), max_time = 1)]
fn coverage(bencher: Bencher, case: &Case) {
    let (evaluator, answers) = case.ready();
    bencher.bench_local(|| coverage_of(&evaluator, black_box(&answers)));
}

/// How often the verdict stays: in proportion to the draws, whose number is fixed.
#[divan::bench(args = cases(), max_time = 1)]
fn robustness(bencher: Bencher, case: &Case) {
    let (evaluator, answers) = case.ready();
    let ledger = ledger(evaluator.model(), &answers, evaluator.options());
    let weighing = evaluator.weigh(&answers);
    bencher.bench_local(|| robustness_of(&evaluator, black_box(&answers), &weighing, &ledger));
}

/// What would change the verdict, both ways.
#[divan::bench(args = cases(), max_time = 1)]
fn flips(bencher: Bencher, case: &Case) {
    let (evaluator, answers) = case.ready();
    let weighing = evaluator.weigh(&answers);
    bencher.bench_local(|| {
        let answers = black_box(&answers);
        (flips_of(&evaluator, answers, &weighing), loses(&evaluator, answers, &weighing))
    });
}

/// The ends of the scale: once for each set of theme weights, whoever the reader is.
#[divan::bench(args = cases().into_iter().filter(|case| case.reader == NOBODY), max_time = 1)]
fn ends(bencher: Bencher, case: &Case) {
    let model = grown(case.times);
    bencher.bench_local(|| bounds(black_box(model), &Answers::none(model), &Options::default()));
}

/// The same where all arguments hang together: what grows most.
#[divan::bench(args = 1..=5, max_time = 1)]
fn ends_tied(bencher: Bencher, times: usize) {
    let model = grown(Times { arguments: times, questions: times, tied: true, ..REAL });
    bencher.bench_local(|| bounds(black_box(model), &Answers::none(model), &Options::default()));
}
