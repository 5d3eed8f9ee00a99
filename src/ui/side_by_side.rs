//! What the parts of the comparison are given: the words, the board, and what was reckoned of its results.

use std::rc::Rc;

use yew::{Callback, NodeRef};

use super::board::{Board, Deed};
use crate::content::{ComparisonWords, MODEL, Saying, Words, saying, text};
use crate::domain::{
    Answers, Date, Shared,
    compare::{Changed, Comparison, Matter, compare, counted, over_time},
};

/// What was reckoned of the results, in the order in which they are shown.
#[derive(Debug)]
pub(crate) struct SideBySide {
    pub(crate) shared: Vec<Shared>,
    /// The answers that count.
    pub(crate) answers: Vec<Answers>,
    pub(crate) comparison: Comparison,
    /// What changed from one to the next, where they are one person's.
    pub(crate) changes: Option<Vec<Changed>>,
}

impl SideBySide {
    /// None if there is no result.
    pub(crate) fn of(shared: &[Shared], is_one_person: bool) -> Option<SideBySide> {
        let comparison = match shared {
            // Beside itself: its verdict is shown, and there is nothing else to say.
            [only] => compare(&MODEL, &[only.clone(), only.clone()]),
            shared => compare(&MODEL, shared),
        };
        let comparison = comparison.ok()?;
        let changes = if is_one_person { over_time(&MODEL, shared).ok() } else { None };
        let answers = shared.iter().map(|shared| counted(&MODEL, &shared.answers)).collect();
        Some(SideBySide { shared: shared.to_vec(), answers, comparison, changes })
    }

    /// A verdict in two words; some who leave only pause.
    pub(crate) fn verdict<'a>(&self, words: &'a Words, place: usize) -> &'a str {
        let result = &self.comparison.results[place];
        words.verdict(result.verdict, result.is_pause()).short
    }

    /// Whether there is something to compare.
    pub(crate) fn is_several(&self) -> bool {
        self.shared.len() > 1
    }

    /// How many questions were answered by anybody.
    pub(crate) fn asked(&self) -> usize {
        let questions = self.comparison.disagreements.iter().filter(|row| row.on != Matter::Weights);
        self.comparison.same + questions.count()
    }
}

/// What every part of the comparison is given.
pub(crate) struct BoardView<'a> {
    pub(crate) words: &'a Rc<Words>,
    pub(crate) says: &'a Rc<ComparisonWords>,
    pub(crate) board: &'a Board,
    /// The places of the results on the board, in the order in which they are shown.
    pub(crate) order: &'a [usize],
    pub(crate) act: Callback<Deed>,
    /// Where the heading of the results is drawn, which takes the focus from what is gone.
    pub(crate) heading: NodeRef,
    /// Where the field for addresses is drawn, if it takes the focus in the place of that heading.
    pub(crate) field: NodeRef,
    pub(crate) today: Option<Date>,
}

impl BoardView<'_> {
    /// A text of this page.
    pub(crate) fn text(&self, saying: Saying) -> &str {
        self.says.text(saying)
    }

    /// What a result is called, by its place among those shown.
    pub(crate) fn name(&self, shown: usize) -> String {
        let entry = &self.board.entries[self.order[shown]];
        match &entry.name {
            Some(name) if !name.trim().is_empty() => name.trim().to_owned(),
            _ => self.given_name(shown),
        }
    }

    /// What it is called unless the reader says otherwise: by its time, as one's own, or by its letter.
    pub(crate) fn given_name(&self, shown: usize) -> String {
        let entry = &self.board.entries[self.order[shown]];
        match entry.shared.made {
            Some(_) if self.board.is_one_person() && self.order.len() == 2 => {
                self.text(if shown == 0 { saying::TIME_BEFORE } else { saying::TIME_AFTER }).to_owned()
            }
            Some(made) if self.board.is_one_person() => self.words.date(made, self.today),
            _ if entry.is_mine => self.text(saying::RESULTS_MINE).to_owned(),
            _ => char::from(b'A' + entry.letter).to_string(),
        }
    }

    /// Names in a row.
    pub(crate) fn names(&self, shown: impl Iterator<Item = usize>) -> String {
        let names: Vec<String> = shown.map(|place| self.name(place)).collect();
        match names.split_last() {
            Some((last, others)) if !others.is_empty() => {
                let list = others.join(self.words.text(text::LIST_SEPARATOR));
                self.words.fill(text::AND, &[("list", &list), ("last", last)])
            }
            _ => names.concat(),
        }
    }

    /// What is disagreed on.
    pub(crate) fn matter(&self, on: Matter) -> &str {
        match on {
            Matter::Question(question) => self.words.question(question).name,
            Matter::Weights => self.text(saying::APART_WEIGHTS),
        }
    }

    /// Somebody's answer in short, by their place among those shown.
    pub(crate) fn answer(&self, found: &SideBySide, shown: usize, on: Matter) -> Option<String> {
        match on {
            Matter::Question(question) => self.words.short_answer(&MODEL, question, found.answers[shown].get(question)),
            Matter::Weights => Some(self.weights(&found.shared[shown].weights)),
        }
    }

    /// Weights: those that are not the default.
    fn weights(&self, weights: &[u8]) -> String {
        let weight = |(theme, weight): (usize, &u8)| {
            let weight = match weight {
                0 => text::WHATIF_NONE,
                1 => return None,
                _ => text::WHATIF_DOUBLE,
            };
            let values = [("theme", self.words.theme(theme)), ("weight", self.words.text(weight))];
            Some(self.says.fill(saying::APART_WEIGHT, &values))
        };
        let said: Vec<String> = weights.iter().enumerate().filter_map(weight).collect();
        if said.is_empty() {
            self.text(saying::APART_WEIGHTS_DEFAULT).to_owned()
        } else {
            said.join(self.words.text(text::ANSWERS_SEPARATOR))
        }
    }
}
