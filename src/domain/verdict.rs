//! The seven verdicts and the conditions under which each holds.

use super::{
    Answers, Model,
    fit::Reach,
    gate::{GateReport, GateState},
};

/// What the reader is told. The order is that of the tables, not of presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Be there, alive.
    Go,
    /// Yes, on exactly one network.
    StartSmall,
    /// Stay, but change.
    Refocus,
    /// Not yet.
    Prepare,
    /// Do not publish: monitor, answer, serve.
    Listen,
    /// Close or put to sleep what does not serve.
    Leave,
    /// No, and that is fine.
    No,
}

impl Verdict {
    /// All of them, in the order of the model's table.
    pub const ALL: [Verdict; 7] =
        [Verdict::Go, Verdict::StartSmall, Verdict::Refocus, Verdict::Prepare, Verdict::Listen, Verdict::Leave, Verdict::No];

    /// Its public id.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Go => "go",
            Verdict::StartSmall => "start_small",
            Verdict::Refocus => "refocus",
            Verdict::Prepare => "prepare",
            Verdict::Listen => "listen",
            Verdict::Leave => "leave",
            Verdict::No => "no",
        }
    }

    /// How much presence it stands for, comparable among the verdicts for the absent and among those for the present.
    pub fn presence(self) -> u8 {
        match self {
            Verdict::No | Verdict::Leave => 0,
            Verdict::Listen => 1,
            Verdict::Prepare | Verdict::Refocus => 2,
            Verdict::StartSmall => 3,
            Verdict::Go => 4,
        }
    }

    /// How many networks it lets one publish on.
    pub fn networks(self) -> usize {
        match self {
            Verdict::Go => 4,
            Verdict::Refocus => 2,
            Verdict::StartSmall => 1,
            Verdict::Prepare | Verdict::Listen | Verdict::Leave | Verdict::No => 0,
        }
    }
}

/// What the verdict is read off, beside the answers.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// The balance, in points.
    pub balance: i32,
    /// How the gates stand.
    pub gates: &'a [GateReport],
    /// What the networks that suit ask of the hours.
    pub reach: &'a Reach,
}

/// The verdict: the first, from most to least presence, whose condition holds. The last has none, so there is always one.
pub fn verdict(model: &Model, answers: &Answers, grounds: Grounds<'_>) -> Verdict {
    let when = &model.conditions;
    let positive = grounds.balance > 0;
    let closed = grounds.gates.iter().filter(|gate| gate.state == GateState::Closed).count();
    let ajar = grounds.gates.iter().filter(|gate| gate.state == GateState::Ajar).count();
    let present = when.present.holds(answers);
    let listening = when.listening.iter().any(|condition| condition.holds(answers));

    let clearly = grounds.balance >= model.thresholds.clear;
    let hours = answers.number(model.fit.hours.into());
    let well = grounds.reach.well.is_some_and(|well| hours.is_some_and(|hours| hours >= well));
    let alive = clearly && closed == 0 && ajar == 0 && well && !when.conflict.holds(answers);

    if present {
        // `how` and `where` decide whether one can stay at all; `why` is among what must change.
        let can_stay = !is_closed(model, grounds.gates, "where") && !is_closed(model, grounds.gates, "how");
        if alive && when.worked.holds(answers) {
            Verdict::Go
        } else if can_stay && (positive || when.thriving.holds(answers)) {
            Verdict::Refocus
        } else if listening {
            Verdict::Listen
        } else {
            Verdict::Leave
        }
    } else if alive {
        Verdict::Go
    } else if positive && closed == 0 && ajar <= 1 {
        Verdict::StartSmall
    } else if positive && !when.elsewhere.holds(answers) {
        Verdict::Prepare
    } else if listening {
        Verdict::Listen
    } else {
        Verdict::No
    }
}

fn is_closed(model: &Model, gates: &[GateReport], id: &str) -> bool {
    gates.iter().any(|gate| model.gates[gate.gate].id == id && gate.state == GateState::Closed)
}
