//! A question, the kinds there are, and when it applies.

use super::condition::Condition;

/// One question of the quiz. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Question {
    /// Public id, as in links, events and saved files.
    pub id: &'static str,
    /// Core questions are asked first and suffice for a verdict.
    pub core: bool,
    /// What counts as an answer.
    pub kind: Kind,
    /// Ids of the options, in order. Empty for a number.
    pub options: &'static [&'static str],
    /// Asked only if this holds; always, if none.
    pub applies: Option<Condition>,
    /// Whether it counts in coverage, and in "n more questions".
    pub counted: bool,
}

/// What counts as an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One option.
    Single {
        /// The options go from worst to best for being present.
        ordinal: bool,
    },
    /// One or more options.
    Multi {
        /// How many at most.
        most: u8,
        /// Options (a bit each) that stand alone, without any other.
        alone: u32,
    },
    /// A number.
    Number(Range),
}

/// The numbers that a question takes. All in tenths of its unit (hours a week, euros a month), so that every sum is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Least, in tenths.
    pub least: i32,
    /// Most, in tenths.
    pub most: i32,
    /// Step from one number to the next, in tenths.
    pub step: i32,
}

impl Question {
    /// Position of an option by its id.
    pub fn option(&self, id: &str) -> Option<u8> {
        self.options.iter().position(|option| *option == id).map(|position| position as u8)
    }

    /// The options that stand alone, a bit each.
    pub fn alone(&self) -> u32 {
        match self.kind {
            Kind::Multi { alone, .. } => alone,
            Kind::Single { .. } | Kind::Number(_) => 0,
        }
    }
}
