//! The code in a share link: what is handed on, in fewer than sixty letters that a URL's fragment takes as they are.
//!
//! A code is written in the 64 letters of base64url, six bits each:
//!
//! ```text
//! format  length  body…  length  check check check check
//! ```
//!
//! The body is a row of numbers: the model's version, its count of questions, the day, the weights, then one number for each
//! question up to the last that was asked: 0 not asked, 1 "I don't know", else 2 + the option's position, the set of options
//! as bits, or the steps from the least number. Numbers take as many letters as they need (five bits each, the lowest first,
//! the sixth says that more follow), so that a code does not depend on how many options there are: tables only grow at
//! their end, and old codes keep their meaning.
//!
//! The check is a CRC of 24 bits: no damage within four neighbouring letters passes it, so neither a wrong letter nor two
//! swapped ones. A letter lost or added moves the lengths (of the whole code, modulo 64): the first is counted from the
//! start and the last from the end, so that one of them is always found where it stood, and says so.

use std::fmt;

use super::{Answer, Answers, Date, Model, Shared, Version, question::Kind};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The way in which codes are written.
const FORMAT: u8 = 1;
/// Letters of the check.
const CHECK: usize = 4;
/// A shorter word is no code: format, two lengths, three numbers of the version, questions, day, weights, check.
pub(crate) const SHORTEST: usize = 9 + CHECK;
/// A longer text is no code, however many questions are appended.
const LONGEST: usize = 400;
/// Days are counted from 1 January 2020; 0 is no day.
const EPOCH: Date = Date { year: 2020, month: 1, day: 1 };

/// Why a code was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// It is no code at all.
    NotALink,
    /// It was one: a letter is missing, added or wrong.
    Damaged,
    /// It is written in a later way.
    LaterFormat,
    /// It holds what only a later model knows.
    Newer(Version),
    /// It holds an answer to this question, or a weight if none, that no model of this version knows.
    Unknown(Option<usize>),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::NotALink => write!(f, "the link holds no answers"),
            LinkError::Damaged => write!(f, "the link is damaged: a letter is missing, added or wrong"),
            LinkError::LaterFormat => write!(f, "the link is written in a later way"),
            LinkError::Newer(version) => write!(f, "the link was made with the later model {version}"),
            LinkError::Unknown(Some(question)) => write!(f, "the link holds an unknown answer to question {question}"),
            LinkError::Unknown(None) => write!(f, "the link holds an unknown weight"),
        }
    }
}

impl std::error::Error for LinkError {}

impl Shared {
    /// The code for a link.
    pub fn to_code(&self, model: &Model) -> String {
        let mut letters = vec![FORMAT, 0];
        let Version { major, minor, patch } = self.version;
        let day = self.made.map_or(0, |made| (made.number() - EPOCH.number() + 1).max(0));
        for number in [major, minor, patch, self.questions as u32, day as u32, weights_number(&self.weights)] {
            push(&mut letters, number.into());
        }
        let asked = (0..model.questions.len()).rev().find(|question| self.answers.is_asked(*question));
        for question in 0..asked.map_or(0, |last| last + 1) {
            push(&mut letters, answer_number(model, question, self.answers.get(question)));
        }
        let length = ((letters.len() + 1 + CHECK) % 64) as u8;
        letters[1] = length;
        letters.push(length);
        let check = crc(&letters);
        letters.extend((0..CHECK).rev().map(|place| (check >> (6 * place) & 63) as u8));
        letters.into_iter().map(|letter| char::from(LETTERS[usize::from(letter)])).collect()
    }

    /// Reads the code of a link. One of an older model opens: see [`Shared::news`].
    ///
    /// # Errors
    ///
    /// If it is no code, damaged, or holds what this model does not know; nothing is half read.
    pub fn from_code(model: &Model, code: &str) -> Result<Shared, LinkError> {
        let letters = letters(code).ok_or(LinkError::NotALink)?;
        let length = (letters.len() % 64) as u8;
        let (rest, check) = letters.split_at(letters.len() - CHECK);
        let sum = check.iter().fold(0, |sum, letter| sum << 6 | u32::from(*letter));
        if crc(rest) != sum || rest[1] != length || rest[rest.len() - 1] != length {
            return Err(LinkError::Damaged);
        }
        if rest[0] != FORMAT {
            return Err(LinkError::LaterFormat);
        }
        let mut numbers = Numbers(&rest[2..rest.len() - 1]);
        let mut small = || numbers.next().and_then(|number| u32::try_from(number).ok()).ok_or(LinkError::Damaged);
        let version = Version { major: small()?, minor: small()?, patch: small()? };
        let (questions, day, weights) = (small()? as usize, small()?, small()?);
        let unknown = |question| {
            if version > model.version() { LinkError::Newer(version) } else { LinkError::Unknown(question) }
        };
        let made = match day.checked_sub(1) {
            None => None,
            Some(days) => Some(EPOCH.plus_days(days.min(1 << 24) as i32).ok_or(LinkError::Damaged)?),
        };
        let weights = weights_of(model, weights).ok_or_else(|| unknown(None))?;
        let mut answers = Answers::none(model);
        for question in 0.. {
            let Some(number) = numbers.next() else { break };
            let answer = answer_of(model, question, number).ok_or_else(|| unknown(Some(question)))?;
            answers.set(model, question, answer).map_err(|_| unknown(Some(question)))?;
        }
        if numbers.0.is_empty() {
            Ok(Shared { answers, weights, made, version, questions })
        } else {
            Err(LinkError::Damaged)
        }
    }
}

/// The letters of a code as numbers; none if it cannot be one.
fn letters(code: &str) -> Option<Vec<u8>> {
    let place = |letter: u8| LETTERS.iter().position(|other| *other == letter).map(|place| place as u8);
    (SHORTEST..=LONGEST).contains(&code.len()).then(|| code.bytes().map(place).collect())?
}

/// The weights as digits to the base of 3, such that 1 for every theme is 0 and a theme not yet known weighs 1.
fn weights_number(weights: &[u8]) -> u32 {
    weights.iter().rev().fold(0, |number, weight| number * 3 + u32::from((weight + 2) % 3))
}

fn weights_of(model: &Model, mut number: u32) -> Option<Vec<u8>> {
    if number == 0 {
        return Some(Vec::new());
    }
    let mut weights = vec![1; model.themes.len()];
    for weight in &mut weights {
        *weight = ((number + 1) % 3) as u8;
        number /= 3;
    }
    (number == 0).then_some(weights)
}

fn answer_number(model: &Model, question: usize, answer: Option<Answer>) -> u64 {
    match (model.questions[question].kind, answer) {
        (_, None) => 0,
        (_, Some(Answer::Unknown)) => 1,
        (_, Some(Answer::Single(option))) => 2 + u64::from(option),
        (_, Some(Answer::Multi(options))) => 2 + u64::from(options),
        (Kind::Number(range), Some(Answer::Number(tenths))) => 2 + ((tenths - range.least) / range.step) as u64,
        (_, Some(Answer::Number(_))) => 1,
    }
}

/// The answer that a number stands for, not yet checked; none if it can be none.
fn answer_of(model: &Model, question: usize, number: u64) -> Option<Option<Answer>> {
    let value = match number {
        0 => return Some(None),
        1 => return (question < model.questions.len()).then_some(Some(Answer::Unknown)),
        number => number - 2,
    };
    let answer = match model.questions.get(question)?.kind {
        Kind::Single { .. } => Answer::Single(u8::try_from(value).ok()?),
        Kind::Multi { .. } => Answer::Multi(u32::try_from(value).ok()?),
        Kind::Number(range) => {
            Answer::Number(i32::try_from(value).ok()?.checked_mul(range.step)?.checked_add(range.least)?)
        }
    };
    Some(Some(answer))
}

fn push(letters: &mut Vec<u8>, mut number: u64) {
    while number >= 32 {
        letters.push(32 | (number & 31) as u8);
        number >>= 5;
    }
    letters.push(number as u8);
}

/// The numbers of a body. Ends early, with letters left, at one that is not written as it should be.
struct Numbers<'a>(&'a [u8]);

impl Iterator for Numbers<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let more = self.0.iter().take_while(|letter| **letter >= 32).count();
        let last = *self.0.get(more)?;
        // Written as shortly as possible: each number has one writing only.
        if more > 11 || (more > 0 && last == 0) {
            return None;
        }
        let number = self.0[..=more].iter().rev().fold(0, |number, letter| number << 5 | u64::from(letter & 31));
        self.0 = &self.0[more + 1..];
        Some(number)
    }
}

/// CRC-24 as in OpenPGP (RFC 4880), six bits a letter.
fn crc(letters: &[u8]) -> u32 {
    let mut sum = 0xB7_04CE;
    for letter in letters {
        sum ^= u32::from(*letter) << 18;
        for _ in 0..6 {
            sum <<= 1;
            if sum & 0x100_0000 != 0 {
                sum ^= 0x186_4CFB;
            }
        }
    }
    sum
}
