//! A condition on one answer, the smallest rule that data can state.

use super::{Answer, Answers};

/// A condition on the answer to one question. Never holds for a question left unanswered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// Position of the question in the model.
    pub question: u8,
    /// What its answer must be.
    pub is: Is,
}

/// What an answer must be to meet a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    /// At least one of these options, a bit each.
    OneOf(u32),
    /// At least this number, in tenths.
    AtLeast(i32),
}

impl Condition {
    /// Whether the answers meet it.
    pub fn holds(&self, answers: &Answers) -> bool {
        self.meets(answers.get(self.question.into()))
    }

    /// Whether an answer to its question meets it.
    pub fn meets(&self, answer: Option<Answer>) -> bool {
        match (self.is, answer) {
            (Is::OneOf(options), Some(answer)) => answer.options() & options != 0,
            (Is::AtLeast(least), Some(Answer::Number(tenths))) => tenths >= least,
            (Is::OneOf(_) | Is::AtLeast(_), _) => false,
        }
    }
}
