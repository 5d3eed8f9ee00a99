//! The three gates: why, where, how. Each is as open as its worst cause lets it be.

use super::{Answers, Model, fit::Reach, order::sort_by_key};

/// One of the three steps to pass before being present.
#[derive(Debug)]
pub struct Gate {
    /// Public id.
    pub id: &'static str,
    /// All that can keep it from being open.
    pub causes: &'static [Cause],
}

/// Something that keeps a gate from being open.
#[derive(Debug)]
pub struct Cause {
    /// Public id; its words are elsewhere, under the same id.
    pub id: &'static str,
    /// How far it lets the gate open.
    pub state: GateState,
    /// When it holds.
    pub when: When,
}

/// When a cause holds.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// The question is unanswered.
    Unanswered(u8),
    /// One of these options was chosen.
    Chosen(super::condition::Condition),
    /// One of these options was chosen, and the number given for another question is below so many tenths.
    ChosenBelow(super::condition::Condition, u8, i32),
    /// No network suits.
    NoNetworkFits,
    /// Fewer hours were given than the least that any network that suits needs.
    HoursShort,
}

/// How far a gate is open, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GateState {
    /// It stops you.
    Closed,
    /// It leaves a doubt.
    Ajar,
    /// It lets you pass.
    Open,
}

impl GateState {
    /// Its id in a report.
    pub fn id(self) -> &'static str {
        match self {
            GateState::Closed => "closed",
            GateState::Ajar => "ajar",
            GateState::Open => "open",
        }
    }
}

/// How one gate stands, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateReport {
    /// Position of the gate in the model.
    pub gate: usize,
    /// How far it is open.
    pub state: GateState,
    /// Positions of the causes that hold, worst first.
    pub causes: Vec<usize>,
}

/// How every gate stands, in the model's order. Weights do not enter.
pub fn gates(model: &Model, answers: &Answers, reach: &Reach) -> Vec<GateReport> {
    let report = |(gate, row): (usize, &Gate)| {
        let mut causes: Vec<usize> =
            (0..row.causes.len()).filter(|cause| row.causes[*cause].holds(model, answers, reach)).collect();
        sort_by_key(&mut causes, |cause| row.causes[*cause].state);
        let state = causes.first().map_or(GateState::Open, |worst| row.causes[*worst].state);
        GateReport { gate, state, causes }
    };
    model.gates.iter().enumerate().map(report).collect()
}

impl Cause {
    fn holds(&self, model: &Model, answers: &Answers, reach: &Reach) -> bool {
        match self.when {
            When::Unanswered(question) => !answers.is_given(question.into()),
            When::Chosen(condition) => condition.holds(answers),
            When::ChosenBelow(condition, question, tenths) => {
                condition.holds(answers) && answers.number(question.into()).is_some_and(|number| number < tenths)
            }
            When::NoNetworkFits => reach.least.is_none(),
            When::HoursShort => {
                let least = reach.least.unwrap_or(reach.least_of_all);
                answers.number(model.fit.hours.into()).is_some_and(|hours| hours < least)
            }
        }
    }
}
