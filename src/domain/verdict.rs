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
    pub const ALL: [Verdict; 7] = [
        Verdict::Go,
        Verdict::StartSmall,
        Verdict::Refocus,
        Verdict::Prepare,
        Verdict::Listen,
        Verdict::Leave,
        Verdict::No,
    ];

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

/// What the verdict is read off: nothing else enters it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    /// Has accounts already.
    pub present: bool,
    /// How far the balance leans.
    pub leaning: Leaning,
    /// How the gates stand: why, where, how.
    pub gates: [GateState; 3],
    /// There are the hours to do well one network that suits.
    pub well: bool,
    /// What was done brought something.
    pub worked: bool,
    /// What was done brought clear results.
    pub thriving: bool,
    /// The platforms conflict with the reader's values.
    pub conflict: bool,
    /// The audience was looked for, and is not there.
    pub elsewhere: bool,
    /// People talk, or a goal calls for listening.
    pub listening: bool,
}

/// How far a balance leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaning {
    /// 0 or below.
    Not,
    /// Above 0.
    Positive,
    /// Clearly positive.
    Clear,
}

impl Leaning {
    /// How far a balance in points leans.
    pub fn of(model: &Model, balance: i32) -> Leaning {
        if balance >= model.thresholds.clear {
            Leaning::Clear
        } else if balance > 0 {
            Leaning::Positive
        } else {
            Leaning::Not
        }
    }
}

impl Grounds {
    /// The grounds that some answers give.
    pub fn of(model: &Model, answers: &Answers, balance: i32, gates: &[GateReport], reach: &Reach) -> Grounds {
        let when = &model.conditions;
        let hours = answers.number(model.fit.hours.into());
        let state = |gate: usize| gates.get(gate).map_or(GateState::Closed, |gate| gate.state);
        Grounds {
            present: when.present.holds(answers),
            leaning: Leaning::of(model, balance),
            gates: [state(0), state(1), state(2)],
            well: reach.well.is_some_and(|well| hours.is_some_and(|hours| hours >= well)),
            worked: when.worked.holds(answers),
            thriving: when.thriving.holds(answers),
            conflict: when.conflict.holds(answers),
            elsewhere: when.elsewhere.holds(answers),
            listening: when.listening.iter().any(|condition| condition.holds(answers)),
        }
    }

    /// The verdict: the first, from most to least presence, whose condition holds. The last has none, so there is always one.
    pub fn verdict(&self) -> Verdict {
        let positive = self.leaning >= Leaning::Positive;
        let closed = self.gates.iter().filter(|gate| **gate == GateState::Closed).count();
        let ajar = self.gates.iter().filter(|gate| **gate == GateState::Ajar).count();
        let alive = self.leaning == Leaning::Clear && closed == 0 && ajar == 0 && self.well && !self.conflict;
        if self.present {
            // Where and how decide whether one can stay at all; why is among what must change.
            let [_, place, means] = self.gates;
            let can_stay = place != GateState::Closed && means != GateState::Closed;
            if alive && self.worked {
                Verdict::Go
            } else if can_stay && (positive || self.thriving) {
                Verdict::Refocus
            } else if self.listening {
                Verdict::Listen
            } else {
                Verdict::Leave
            }
        } else if alive {
            Verdict::Go
        } else if positive && closed == 0 && ajar <= 1 {
            Verdict::StartSmall
        } else if positive && !self.elsewhere {
            Verdict::Prepare
        } else if self.listening {
            Verdict::Listen
        } else {
            Verdict::No
        }
    }
}
