//! The words of the plan and of what is taken away, in one language. A file of its own: a first visit does without it.

use super::{
    Lang, WordsError,
    words::{Lines, Section, fill},
};

include!(concat!(env!("OUT_DIR"), "/record_places.rs"));

/// The place of one text with a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase(u16);

/// The words of the plan and of what is taken away. Equal if of the same language.
#[derive(Debug, Clone)]
pub struct RecordWords {
    lang: Lang,
    lines: Lines,
}

impl PartialEq for RecordWords {
    fn eq(&self, other: &RecordWords) -> bool {
        self.lang == other.lang
    }
}

impl RecordWords {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// If it has not as many lines as this build's files have.
    pub fn parse(lang: Lang, file: &str) -> Result<RecordWords, WordsError> {
        Ok(RecordWords { lang, lines: Lines::parse(file, LINES)? })
    }

    /// Those that are compiled in.
    pub fn built_in(lang: Lang) -> RecordWords {
        RecordWords { lang, lines: Lines::of(record_file(lang)) }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text with a name of its own.
    pub fn text(&self, phrase: Phrase) -> &str {
        self.lines.line(phrase.0.into())
    }

    /// The same with its placeholders filled.
    pub fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        fill(self.text(phrase), values)
    }

    /// Name of an activity.
    pub fn activity(&self, activity: usize) -> &str {
        self.lines.field(ACTIVITIES, activity, 0)
    }

    /// What the activity is.
    pub fn activity_says(&self, activity: usize) -> &str {
        self.lines.field(ACTIVITIES, activity, 1)
    }

    /// What can be counted.
    pub fn indicator(&self, indicator: usize) -> &str {
        self.lines.field(INDICATORS, indicator, 0)
    }

    /// A step in a few words.
    pub fn step(&self, step: usize) -> &str {
        self.lines.field(STEPS, step, 0)
    }

    /// How to go about it.
    pub fn step_says(&self, step: usize) -> &str {
        self.lines.field(STEPS, step, 1)
    }

    /// When to stop.
    pub fn stop(&self, stop: usize) -> &str {
        self.lines.field(STOP, stop, 0)
    }

    /// What else costs something.
    pub fn cost(&self, figure: usize) -> &str {
        self.lines.field(COSTS, figure, 0)
    }

    /// Where that figure comes from.
    pub fn cost_says(&self, figure: usize) -> &str {
        self.lines.field(COSTS, figure, 1)
    }
}

/// The words of a language as they are served: one text a line.
pub fn record_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!(concat!(env!("OUT_DIR"), "/record.fr.txt")),
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/record.en.txt")),
    }
}
