//! How firm a result is: what it rests on, how it depends on our weights, and what would change it.

use super::{
    Answers, Evaluator, Model, PlanRules,
    answers::answer_json,
    coverage::{Coverage, coverage},
    flips::{Flip, flips, loses},
    json::Json,
    ledger::ledger,
    plan::plan,
    robustness::{DRAWS, Robustness, RunnerUp, robustness},
};

/// How firm a result is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// How much the result rests on.
    pub coverage: Coverage,
    /// How often the verdict stays when the arguments weigh differently. Tells nothing of missing answers.
    pub robustness: Robustness,
    /// The smallest ways to more presence, from the nearest verdict upwards.
    pub flips: Vec<Flip>,
    /// The smallest single change that would lose a positive verdict.
    pub loses: Option<Flip>,
}

/// How firm the result of some answers is. It takes a hundred times as long as the result itself.
pub fn firmness(evaluator: &Evaluator, answers: &Answers) -> Firmness {
    let weighing = evaluator.weigh(answers);
    let ledger = ledger(evaluator.model(), answers, evaluator.options());
    Firmness {
        coverage: coverage(evaluator, answers),
        robustness: robustness(evaluator, answers, &weighing, &ledger),
        flips: flips(evaluator, answers, &weighing),
        loses: loses(evaluator, answers, &weighing),
    }
}

impl Firmness {
    /// Writes its fields into a report.
    pub(super) fn write(&self, model: &Model, json: &mut Json) {
        let coverage = &self.coverage;
        json.field("coverage").open('{');
        json.field("asked").number(coverage.asked as i32);
        json.field("answered").number(coverage.answered as i32);
        json.field("lowest").number(coverage.lowest);
        json.field("highest").number(coverage.highest);
        json.field("possible").texts(&mut coverage.possible.iter().map(|verdict| verdict.id()));
        if let Some(next) = coverage.next {
            json.field("next").text(model.questions[next].id);
        }
        json.close('}');
        json.field("robustness").open('{');
        for (verdict, count) in &self.robustness.shares {
            json.field(verdict.id()).raw(&share(*count));
        }
        json.close('}');
        if let Some(RunnerUp { verdict, theme }) = self.robustness.runner_up {
            json.field("runner_up").open('{');
            json.field("verdict").text(verdict.id());
            if let Some((theme, weight)) = theme {
                json.field("theme").text(model.themes[theme]);
                json.field("weight").number(weight.into());
            }
            json.close('}');
        }
        json.field("flips").open('[');
        for flip in &self.flips {
            json.item();
            flip_json(model, flip, json);
        }
        json.close(']');
        if let Some(flip) = &self.loses {
            json.field("loses");
            flip_json(model, flip, json);
        }
    }
}

impl Evaluator {
    /// The whole report on some answers, with how firm it is and the plan, as JSON.
    pub fn report_json(&self, rules: &PlanRules, answers: &Answers) -> String {
        let report = self.evaluate(answers);
        let plan = plan(self.model(), rules, answers, self.options(), &report);
        report.to_json(self.model(), &firmness(self, answers), rules, &plan)
    }
}

fn flip_json(model: &Model, flip: &Flip, json: &mut Json) {
    json.open('{');
    json.field("to").text(flip.to.id());
    json.field("changes").open('[');
    for change in &flip.changes {
        json.item().open('{');
        json.field("question").text(model.questions[change.question].id);
        json.field("from").raw(&answer_json(model, change.question, change.from));
        json.field("to").raw(&answer_json(model, change.question, Some(change.to)));
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

/// A share of all draws, with at most four decimals: 1, 0.91, 0.0005.
pub fn share(count: u32) -> String {
    if count >= DRAWS {
        return "1".to_owned();
    }
    format!("0.{}", format!("{count:04}").trim_end_matches('0'))
}
