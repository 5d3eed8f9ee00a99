//! The words of the page that compares results, in one language. A file of its own: the quiz does without it.

use super::{
    Lang, WordsError,
    words::{Lines, fill},
};

include!(concat!(env!("OUT_DIR"), "/comparison_places.rs"));

/// The place of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saying(u16);

/// The words of the page that compares results. Equal if of the same language.
#[derive(Debug, Clone)]
pub struct ComparisonWords {
    lang: Lang,
    lines: Lines,
}

impl PartialEq for ComparisonWords {
    fn eq(&self, other: &ComparisonWords) -> bool {
        self.lang == other.lang
    }
}

impl ComparisonWords {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// If it has not as many lines as this build's files have.
    pub fn parse(lang: Lang, file: &str) -> Result<ComparisonWords, WordsError> {
        Ok(ComparisonWords { lang, lines: Lines::parse(file, LINES)? })
    }

    /// Those that are compiled in.
    pub fn built_in(lang: Lang) -> ComparisonWords {
        ComparisonWords { lang, lines: Lines::of(comparison_file(lang)) }
    }

    /// A text.
    pub fn text(&self, saying: Saying) -> &str {
        self.lines.line(saying.0.into())
    }

    /// A text with its placeholders filled.
    pub fn fill(&self, saying: Saying, values: &[(&str, &str)]) -> String {
        fill(self.text(saying), values)
    }

    /// A text in the singular or the plural, with `{count}` and other placeholders filled.
    pub fn count(&self, [one, other]: [Saying; 2], count: usize, values: &[(&str, &str)]) -> String {
        let count = count as i32;
        let number = self.lang.number(count * 1000);
        let values = [&[("count", &*number)], values].concat();
        self.fill(if self.lang.is_one(count) { one } else { other }, &values)
    }
}

/// The words of a language as they are served: one text a line.
pub fn comparison_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!(concat!(env!("OUT_DIR"), "/comparison.fr.txt")),
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/comparison.en.txt")),
    }
}
