//! What to do in the first 90 days, and by when.

use super::{
    Answers, Model, Report,
    condition::Condition,
    gate::GateState,
    network::Role,
    order::sort_by_key,
    plan::{PlanRules, Verdicts, holds},
};

/// One thing to do. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Step {
    /// Public id.
    pub id: &'static str,
    /// The day, from the start.
    pub day: i32,
    /// The verdicts that it belongs to.
    pub verdicts: Verdicts,
    /// Only if one of these holds. Empty: always.
    pub any: &'static [Condition],
    /// Only if none of these holds.
    pub unless: &'static [Condition],
    /// Only in this case.
    pub case: Option<Case>,
}

/// A case that answers alone do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// People talk, or a goal calls for listening.
    Listening,
    /// The gate `where` is not open.
    WhereNotOpen,
    /// There are accounts to leave beside those to keep.
    AccountsToLeave,
    /// A pause is advised, not a closing.
    Pausing,
    /// No pause is advised.
    Closing,
}

/// By which day to open the gates.
#[derive(Debug)]
pub struct Opening {
    /// The verdicts that it is for.
    pub verdicts: Verdicts,
    /// The day for each gate: why, where, how.
    pub days: [i32; 3],
}

/// Something to do, and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedStep {
    /// What.
    pub what: What,
    /// The day, from the start.
    pub day: i32,
}

/// What there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A step, by its position.
    Step(usize),
    /// To open a gate that this cause keeps from being open.
    Open {
        /// Position of the gate.
        gate: usize,
        /// Position of the cause.
        cause: usize,
    },
}

/// The steps of a reader, by day; on the same day the opening of gates first.
pub(super) fn steps(model: &Model, rules: &PlanRules, answers: &Answers, report: &Report) -> Vec<PlannedStep> {
    let opening = rules.openings.iter().find(|opening| opening.verdicts.contain(report.verdict));
    let gates = opening.into_iter().flat_map(|opening| report.gates.iter().zip(opening.days));
    let causes = gates.flat_map(|(gate, day)| {
        gate.causes.iter().map(move |cause| PlannedStep { what: What::Open { gate: gate.gate, cause: *cause }, day })
    });
    let applies = |step: &&Step| {
        step.verdicts.contain(report.verdict)
            && holds(step.any, answers)
            && !step.unless.iter().any(|condition| condition.holds(answers))
            && step.case.is_none_or(|case| case.holds(model, answers, report))
    };
    let rows = rules.steps.iter().enumerate().filter(|(_, step)| applies(step));
    let mut steps: Vec<PlannedStep> =
        causes.chain(rows.map(|(place, step)| PlannedStep { what: What::Step(place), day: step.day })).collect();
    sort_by_key(&mut steps, |step| step.day);
    steps
}

impl Case {
    fn holds(self, model: &Model, answers: &Answers, report: &Report) -> bool {
        match self {
            Case::Listening => model.conditions.listening.iter().any(|condition| condition.holds(answers)),
            Case::WhereNotOpen => report.gates.get(1).is_some_and(|gate| gate.state != GateState::Open),
            Case::AccountsToLeave => report.with_role(Role::Leave).next().is_some(),
            Case::Pausing => report.pause,
            Case::Closing => !report.pause,
        }
    }
}
