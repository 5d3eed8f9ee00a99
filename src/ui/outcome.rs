//! A report with what it takes to draw it.

use std::rc::Rc;

use yew::NodeRef;

use super::hooks::Known;
use crate::content::{MODEL, PLAN};
use crate::domain::{Answers, Evaluator, Options, Plan, Report, plan::plan};

/// A report with what it takes to draw it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) evaluator: Evaluator,
    pub(crate) report: Rc<Report>,
    /// After each line of the ledger: the running total, and the same on the scale from −100 to +100.
    pub(crate) totals: Rc<[(i32, i32)]>,
    /// What follows from it.
    pub(crate) plan: Plan,
}

impl Outcome {
    pub(crate) fn of(answers: &Answers, options: &Options) -> Outcome {
        let evaluator = Evaluator::new(&MODEL, options.clone());
        let report = evaluator.evaluate(answers);
        let mut total = 0;
        let (pros, cons): (Vec<_>, Vec<_>) = report.ledger.iter().partition(|entry| entry.side.signed(1) > 0);
        let after = |points: i32| {
            total += points;
            (total, evaluator.scale(total))
        };
        let totals = pros.iter().chain(&cons).map(|entry| entry.side.signed(entry.points)).map(after).collect();
        let plan = plan(&MODEL, &PLAN, answers, options, &report);
        Outcome { evaluator, report: Rc::new(report), totals, plan }
    }
}

/// What the parts of the result are given, beside the view.
pub(crate) struct ResultView<'a> {
    pub(crate) outcome: &'a Outcome,
    /// How firm the result is, if that is known already.
    pub(crate) known: Option<&'a Known>,
    /// It is of other answers still, and about to be reckoned anew.
    pub(crate) is_late: bool,
    /// Where the tally of the ledger is drawn, and how many lines of the ledger have been read.
    pub(crate) tally: NodeRef,
    pub(crate) lines_read: usize,
}
