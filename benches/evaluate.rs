//! How long an evaluation takes natively: `cargo bench --bench evaluate`.

use divan::{Bencher, black_box};
use social_or_not::{
    content::{MODEL, PLAN},
    domain::{Answers, Evaluator, Options, bounds::bounds},
};

mod readers;

use readers::personas;

fn main() {
    divan::main();
}

const NAMES: [&str; 4] = ["bakery", "museum_alive", "hotel_talked_about", "core_only_uncertain"];

fn answers(name: &str) -> Answers {
    personas().into_iter().find(|(id, _)| id == name).map(|(_, answers)| answers).expect("a persona")
}

/// The whole report of one reader.
#[divan::bench(args = NAMES)]
fn evaluate(bencher: Bencher, name: &str) {
    let (evaluator, answers) = (Evaluator::new(&MODEL, Options::default()), answers(name));
    bencher.bench_local(|| evaluator.evaluate(black_box(&answers)));
}

/// How firm it is.
#[divan::bench(args = NAMES)]
fn firmness(bencher: Bencher, name: &str) {
    let (evaluator, answers) = (Evaluator::new(&MODEL, Options::default()), answers(name));
    bencher.bench_local(|| social_or_not::domain::firmness::firmness(&evaluator, black_box(&answers)));
}

/// The report as JSON.
#[divan::bench(args = NAMES)]
fn report_to_json(bencher: Bencher, name: &str) {
    let (evaluator, answers) = (Evaluator::new(&MODEL, Options::default()), answers(name));
    let (report, firmness) =
        (evaluator.evaluate(&answers), social_or_not::domain::firmness::firmness(&evaluator, &answers));
    let plan = social_or_not::domain::plan::plan(&MODEL, &PLAN, &answers, evaluator.options(), &report);
    bencher.bench_local(|| black_box(&report).to_json(&MODEL, &firmness, &PLAN, &plan));
}

/// The verdict alone, as searches over answers need it.
#[divan::bench(args = NAMES)]
fn weigh(bencher: Bencher, name: &str) {
    let (evaluator, answers) = (Evaluator::new(&MODEL, Options::default()), answers(name));
    bencher.bench_local(|| evaluator.weigh(black_box(&answers)));
}

/// The ends of the scale: once for each set of theme weights.
#[divan::bench]
fn ends_of_the_scale() {
    black_box(bounds(&MODEL, &Answers::none(&MODEL), &Options::default()));
}
