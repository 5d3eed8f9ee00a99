//! How far an argument applies: a small table over the answers.

use super::{Answer, Answers, answers::bits, condition::Condition};

/// The greatest strength that an argument can have.
pub const GREATEST: i32 = 4;

/// The strength of an argument, 0 to 4, as a table over a few answers: the sum of its parts, 4 at most, and 0 unless
/// everything that it requires holds.
///
/// An unanswered question adds nothing. No part is ever negative, so that a strength is monotone in each of its parts and
/// its extremes can be found exactly (see [`super::bounds`]).
#[derive(Debug)]
pub struct Strength {
    /// Conditions that must all hold.
    pub requires: &'static [Condition],
    /// What each question adds.
    pub parts: &'static [Part],
}

/// What one question adds to a strength.
#[derive(Debug)]
pub struct Part {
    /// Position of the question in the model.
    pub question: u8,
    /// How much each answer adds.
    pub table: Table,
}

/// How much each answer to a question adds.
#[derive(Debug)]
pub enum Table {
    /// One number per option. Where several are chosen, the greatest counts.
    Options(&'static [u8]),
    /// Steps over a number: the last band that begins at or below it counts.
    Bands(&'static [Band]),
}

/// A band of numbers.
#[derive(Debug, Clone, Copy)]
pub struct Band {
    /// Where it begins, in tenths.
    pub from: i32,
    /// What a number within it adds.
    pub adds: u8,
}

impl Strength {
    /// The strength that some answers give, 0 to [`GREATEST`].
    pub fn of(&self, answers: &Answers) -> i32 {
        self.seen(|question| answers.get(question.into()))
    }

    /// The strength that the answers seen through a function give.
    pub fn seen(&self, answer: impl Fn(u8) -> Option<Answer>) -> i32 {
        if !self.requires.iter().all(|condition| condition.meets(answer(condition.question))) {
            return 0;
        }
        let sum: i32 = self.parts.iter().map(|part| part.adds(answer(part.question))).sum();
        sum.min(GREATEST)
    }

    /// The questions it reads, each once, in the order of its table.
    pub fn questions(&self) -> Vec<u8> {
        let mut questions = Vec::new();
        let read =
            self.requires.iter().map(|condition| condition.question).chain(self.parts.iter().map(|part| part.question));
        for question in read {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
        questions
    }

    /// The questions whose answers gave it its strength: those that were required and those that added something.
    pub fn because(&self, answers: &Answers) -> Vec<u8> {
        let mut questions = self.questions();
        questions.retain(|question| {
            let required = self.requires.iter().any(|condition| condition.question == *question);
            let adds = |part: &Part| part.question == *question && part.adds(answers.get(part.question.into())) > 0;
            required || self.parts.iter().any(adds)
        });
        questions
    }
}

impl Part {
    /// What an answer adds.
    pub fn adds(&self, answer: Option<Answer>) -> i32 {
        let adds = match (&self.table, answer) {
            (Table::Options(table), Some(Answer::Single(option))) => table.get(option as usize).copied(),
            (Table::Options(table), Some(Answer::Multi(options))) => {
                bits(options).filter_map(|option| table.get(option).copied()).max()
            }
            (Table::Bands(bands), Some(Answer::Number(tenths))) => {
                bands.iter().rev().find(|band| band.from <= tenths).map(|band| band.adds)
            }
            _ => None,
        };
        adds.unwrap_or(0).into()
    }
}
