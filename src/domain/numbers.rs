//! How firm a result is, as a row of whole numbers: what one WebAssembly module can hand to another, with which it shares
//! this code and no memory.

use super::{
    Answer, Verdict,
    coverage::Coverage,
    firmness::Firmness,
    flips::{Change, Flip},
    robustness::{Robustness, RunnerUp},
};

impl Firmness {
    /// All of it, to be read by [`Firmness::from_numbers`] of the same build.
    ///
    /// ```
    /// use social_or_not::{content::MODEL, domain::{Answers, Evaluator, Options, firmness::{Firmness, firmness}}};
    ///
    /// let firmness = firmness(&Evaluator::new(&MODEL, Options::default()), &Answers::none(&MODEL));
    /// assert_eq!(Firmness::from_numbers(&firmness.to_numbers()), Some(firmness));
    /// ```
    pub fn to_numbers(&self) -> Vec<i32> {
        let Coverage { asked, answered, lowest, highest, possible, next } = &self.coverage;
        let mut numbers = vec![*asked as i32, *answered as i32, *lowest, *highest, optional(*next), possible.len() as i32];
        numbers.extend(possible.iter().map(|verdict| *verdict as i32));
        numbers.push(self.robustness.shares.len() as i32);
        numbers.extend(self.robustness.shares.iter().flat_map(|(verdict, count)| [*verdict as i32, *count as i32]));
        let runner_up = self.robustness.runner_up;
        let theme = runner_up.and_then(|runner_up| runner_up.theme);
        numbers.push(optional(runner_up.map(|runner_up| runner_up.verdict as usize)));
        numbers.push(optional(theme.map(|(theme, _)| theme)));
        numbers.push(theme.map_or(0, |(_, weight)| weight.into()));
        numbers.push(self.flips.len() as i32);
        for flip in self.flips.iter().chain(&self.loses) {
            numbers.extend([flip.to as i32, flip.changes.len() as i32]);
            for Change { question, from, to } in &flip.changes {
                numbers.push(*question as i32);
                numbers.extend(answer(*from));
                numbers.extend(answer(Some(*to)));
            }
        }
        numbers
    }

    /// Reads it back; none if the numbers are of another build, or cut short.
    pub fn from_numbers(numbers: &[i32]) -> Option<Firmness> {
        let mut numbers = Numbers(numbers);
        let (asked, answered) = (numbers.size()?, numbers.size()?);
        let (lowest, highest, next) = (numbers.next()?, numbers.next()?, numbers.optional()?);
        let possible = numbers.many(Numbers::verdict)?;
        let coverage = Coverage { asked, answered, lowest, highest, possible, next };
        let shares = numbers.many(|numbers| Some((numbers.verdict()?, numbers.next()? as u32)))?;
        let verdict = numbers.optional()?;
        let (theme, weight) = (numbers.optional()?, numbers.next()? as u8);
        let runner_up = verdict.and_then(|verdict| {
            Some(RunnerUp { verdict: *Verdict::ALL.get(verdict)?, theme: theme.map(|theme| (theme, weight)) })
        });
        let robustness = Robustness { shares, runner_up };
        let flips = numbers.many(Numbers::flip)?;
        let loses = if numbers.0.is_empty() { None } else { Some(numbers.flip()?) };
        Some(Firmness { coverage, robustness, flips, loses })
    }
}

/// A position or nothing, as a number.
fn optional(position: Option<usize>) -> i32 {
    position.map_or(-1, |position| position as i32)
}

/// An answer or none: its kind, and what it says.
fn answer(answer: Option<Answer>) -> [i32; 2] {
    match answer {
        None => [0, 0],
        Some(Answer::Unknown) => [1, 0],
        Some(Answer::Single(option)) => [2, option.into()],
        Some(Answer::Multi(options)) => [3, options as i32],
        Some(Answer::Number(tenths)) => [4, tenths],
    }
}

/// What is left to read.
struct Numbers<'a>(&'a [i32]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<i32> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.next()?).ok()
    }

    fn optional(&mut self) -> Option<Option<usize>> {
        self.next().map(|number| usize::try_from(number).ok())
    }

    /// As many as the next number says.
    fn many<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.size()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn verdict(&mut self) -> Option<Verdict> {
        Verdict::ALL.get(self.size()?).copied()
    }

    fn answer(&mut self) -> Option<Option<Answer>> {
        let (kind, value) = (self.next()?, self.next()?);
        Some(match kind {
            1 => Some(Answer::Unknown),
            2 => Some(Answer::Single(value as u8)),
            3 => Some(Answer::Multi(value as u32)),
            4 => Some(Answer::Number(value)),
            _ => None,
        })
    }

    fn flip(&mut self) -> Option<Flip> {
        let to = self.verdict()?;
        let change = |numbers: &mut Self| {
            Some(Change { question: numbers.size()?, from: numbers.answer()?, to: numbers.answer()?? })
        };
        Some(Flip { to, changes: self.many(change)? })
    }
}
