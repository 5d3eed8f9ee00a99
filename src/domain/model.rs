//! The whole decision model: rows of data found by their ids, and the numbers that the rules compare with.

use super::{
    Date, Version, advice::Advice, argument::Argument, condition::Condition, fit::FitRule, flips::Effort, gate::Gate,
    network::Network, network::Retired, question::Question,
};

/// A decision model. All of it is data; positions in its tables stand for ids everywhere inside.
#[derive(Debug)]
pub struct Model {
    /// Its version, as reports and saved files carry it.
    pub version: &'static str,
    /// The questions, in the order in which they are defined; core ones are asked first.
    pub questions: &'static [Question],
    /// Ids of the themes of arguments.
    pub themes: &'static [&'static str],
    /// Ids of the articles that arguments come from.
    pub sources: &'static [&'static str],
    /// The arguments.
    pub arguments: &'static [Argument],
    /// The gates: why, where, how.
    pub gates: &'static [Gate],
    /// What the verdicts ask of the answers.
    pub conditions: Conditions,
    /// Numbers that the verdicts and networks are compared with.
    pub thresholds: Thresholds,
    /// How the fit of a network is reckoned.
    pub fit: FitRule,
    /// The networks that live.
    pub networks: &'static [Network],
    /// The networks that are gone.
    pub retired: &'static [Retired],
    /// What can be asked of someone who stays but must change.
    pub advice: &'static [Advice],
    /// The answers that one can act on, in the model's order.
    pub effort: &'static [Effort],
    /// After how many months a figure is called stale.
    pub stale_after_months: i32,
}

/// What the verdicts ask of the answers, by what it means.
#[derive(Debug)]
pub struct Conditions {
    /// Has accounts already.
    pub present: Condition,
    /// What they brought is at least something.
    pub worked: Condition,
    /// What they brought is clear.
    pub thriving: Condition,
    /// The platforms conflict with the reader's values.
    pub conflict: Condition,
    /// The audience was looked for and is not there: no preparation moves it.
    pub elsewhere: Condition,
    /// Listening is worth it: people talk, or a goal calls for it. One is enough.
    pub listening: &'static [Condition],
}

/// Numbers that the verdicts and networks are compared with.
#[derive(Debug)]
pub struct Thresholds {
    /// Balance from which it is clearly positive, in points. Positive is above 0.
    pub clear: i32,
    /// Fit from which a network suits.
    pub fits: i32,
    /// Share of the lead's fit that each further network needs, in percent.
    pub joins: i32,
    /// Fit, without formats and hours, from which a network is worth monitoring.
    pub watch: i32,
    /// How many networks at most are worth monitoring.
    pub watch_most: usize,
    /// Share of its worth that a network loses beside another of its family, in percent.
    pub overlap_family: i32,
    /// The same beside any other network, in percent.
    pub overlap_other: i32,
    /// Hours a week, in tenths, that monitoring one network takes.
    pub monitoring: i32,
}

impl Model {
    /// Its version, to be compared. The build has checked that it is one.
    pub fn version(&self) -> Version {
        Version::read(self.version).unwrap_or(Version { major: 0, minor: 0, patch: 0 })
    }

    /// Whether a figure is stale on a day; never without one. One known by its year alone is taken for its December's.
    pub fn is_stale(&self, today: Option<Date>, year: u16, month: Option<u8>) -> bool {
        today.is_some_and(|today| today.months_since(year, month.unwrap_or(12)) > self.stale_after_months)
    }

    /// Position of a question by its id.
    pub fn question(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Position of an argument by its id.
    pub fn argument(&self, id: &str) -> Option<usize> {
        self.arguments.iter().position(|argument| argument.id == id)
    }

    /// Position of a live network by its id.
    pub fn network(&self, id: &str) -> Option<usize> {
        self.networks.iter().position(|network| network.id == id)
    }
}
