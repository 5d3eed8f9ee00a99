//! The words of one language: a text for every row of the model and every part of the interface.
//!
//! A file of words is one text a line. The place of a text is reckoned from its row and field, so that neither the file nor
//! the program carries keys; `words/` has them, and the build checks that none is missing.

use std::fmt;

use super::Lang;
use crate::domain::{
    Answer, Model, Verdict,
    answers::bits,
    gate::GateState,
    question::{Kind, Question},
    report::Skip,
};

include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The place of one text of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text(u16);

/// A text in the singular and in the plural; `{count}` is the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// The singular.
    pub one: Text,
    /// The plural.
    pub other: Text,
}

/// Texts that belong to the rows of one table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    pub(super) start: u16,
    pub(super) fields: u16,
}

/// A file of words, one text a line.
#[derive(Debug, Clone)]
pub(super) struct Lines(Vec<Box<str>>);

impl Lines {
    pub(super) fn of(file: &str) -> Lines {
        Lines(file.lines().map(Box::from).collect())
    }

    pub(super) fn parse(file: &str, expected: usize) -> Result<Lines, WordsError> {
        let lines = Lines::of(file);
        let found = lines.0.len();
        if found == expected { Ok(lines) } else { Err(WordsError { found, expected }) }
    }

    pub(super) fn field(&self, section: Section, row: usize, field: usize) -> &str {
        self.line(usize::from(section.start) + row * usize::from(section.fields) + field)
    }

    pub(super) fn line(&self, place: usize) -> &str {
        self.0.get(place).map_or("", |line| line)
    }
}

/// The words of one language. Equal if of the same language.
#[derive(Debug, Clone)]
pub struct Words {
    lang: Lang,
    lines: Lines,
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        self.lang == other.lang
    }
}

/// A file of words that is not whole, or of another build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsError {
    /// The lines it has.
    pub found: usize,
    /// The lines it should have.
    pub expected: usize,
}

impl fmt::Display for WordsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "words: {} lines, expected {}: the file is cut short, or of another build", self.found, self.expected)
    }
}

impl std::error::Error for WordsError {}

/// Words of a question.
#[derive(Debug, Clone, Copy)]
pub struct QuestionWords<'a> {
    /// The question.
    pub text: &'a str,
    /// Its short name.
    pub name: &'a str,
    /// A help, empty if there is none.
    pub hint: &'a str,
}

/// Words of an option.
#[derive(Debug, Clone, Copy)]
pub struct OptionWords<'a> {
    /// The option on its question's screen.
    pub label: &'a str,
    /// The same in at most 18 signs.
    pub short: &'a str,
    /// A help, empty if there is none.
    pub hint: &'a str,
}

/// Words of a question that takes a number.
#[derive(Debug, Clone, Copy)]
pub struct NumberWords<'a> {
    /// The unit beside the field.
    pub unit: &'a str,
    /// The unit as a screen reader says it.
    pub unit_long: &'a str,
    /// The number as an answer that is quoted, with `{value}`.
    pub short: &'a str,
    /// The number in the list of answers, with `{value}`.
    pub answer: &'a str,
    /// Name of the button for less.
    pub less: &'a str,
    /// Name of the button for more.
    pub more: &'a str,
    /// What the number means, with a placeholder.
    pub echo: &'a str,
}

/// Words of an article that arguments come from.
#[derive(Debug, Clone, Copy)]
pub struct SourceWords<'a> {
    /// Its title, in its own language, French.
    pub title: &'a str,
    /// Who published it, empty if unknown.
    pub publisher: &'a str,
    /// When.
    pub year: &'a str,
    /// When, in short.
    pub year_short: &'a str,
}

/// Words of a verdict.
#[derive(Debug, Clone, Copy)]
pub struct VerdictWords<'a> {
    /// The verdict in one sentence.
    pub headline: &'a str,
    /// The same in at most 16 signs.
    pub short: &'a str,
    /// What follows, with placeholders.
    pub lead: &'a str,
    /// The same where there are several networks; empty if it makes no difference.
    pub lead_several: &'a str,
    /// The same where the hours are not known; empty if it makes no difference.
    pub lead_hours_unknown: &'a str,
}

impl Words {
    /// Reads a file of words.
    ///
    /// # Errors
    ///
    /// If it has not as many lines as this build's files have.
    pub fn parse(lang: Lang, file: &str) -> Result<Words, WordsError> {
        Ok(Words { lang, lines: Lines::parse(file, LINES)? })
    }

    /// The words compiled in, of which only those programs have the weight that ask for them.
    pub fn built_in(lang: Lang) -> Words {
        Words { lang, lines: Lines::of(words_file(lang)) }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text of the interface.
    pub fn text(&self, text: Text) -> &str {
        self.lines.line(text.0.into())
    }

    /// A text of the interface with its placeholders filled.
    pub fn fill(&self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.text(text), values)
    }

    /// A text in the singular or the plural, with `{count}` filled.
    pub fn count(&self, plural: Plural, count: i32) -> String {
        let text = if self.lang.is_one(count) { plural.one } else { plural.other };
        self.fill(text, &[("count", &self.lang.number(count * 1000))])
    }

    /// Words of a question.
    pub fn question(&self, question: usize) -> QuestionWords<'_> {
        let [text, name, hint] = self.row(QUESTIONS, question);
        QuestionWords { text, name, hint }
    }

    /// Words of an option.
    pub fn option(&self, model: &Model, question: usize, option: usize) -> OptionWords<'_> {
        let before: usize = model.questions[..question].iter().map(|question| question.options.len()).sum();
        let [label, short, hint] = self.row(OPTIONS, before + option);
        OptionWords { label, short, hint }
    }

    /// Words of a question that takes a number.
    pub fn number(&self, model: &Model, question: usize) -> NumberWords<'_> {
        let is_number = |question: &&Question| matches!(question.kind, Kind::Number(_));
        let before = model.questions[..question].iter().filter(is_number).count();
        let [unit, unit_long, short, answer, less, more, echo] = self.row(NUMBERS, before);
        NumberWords { unit, unit_long, short, answer, less, more, echo }
    }

    /// An argument in one sentence.
    pub fn argument(&self, argument: usize) -> &str {
        self.field(ARGUMENTS, argument, 0)
    }

    /// The same in at most 60 signs.
    pub fn argument_brief(&self, argument: usize) -> &str {
        self.field(ARGUMENTS, argument, 1)
    }

    /// Name of a theme.
    pub fn theme(&self, theme: usize) -> &str {
        self.field(THEMES, theme, 0)
    }

    /// Words of an article.
    pub fn source(&self, source: usize) -> SourceWords<'_> {
        let [title, publisher, year, year_short] = self.row(SOURCES, source);
        SourceWords { title, publisher, year, year_short }
    }

    /// Words of a verdict; `pause` has words of its own.
    pub fn verdict(&self, verdict: Verdict, pause: bool) -> VerdictWords<'_> {
        let place = Verdict::ALL.iter().position(|other| *other == verdict).unwrap_or_default();
        let [headline, short, lead, lead_several, lead_hours_unknown] =
            self.row(VERDICTS, if pause { Verdict::ALL.len() } else { place });
        VerdictWords { headline, short, lead, lead_several, lead_hours_unknown }
    }

    /// Name of a gate.
    pub fn gate(&self, gate: usize) -> &str {
        self.field(GATES, gate, 0)
    }

    /// What is said of a gate that is open.
    pub fn gate_open(&self, gate: usize) -> &str {
        self.field(GATES, gate, 1)
    }

    /// How far a gate is open, in a word.
    pub fn state(&self, state: GateState) -> &str {
        self.field(STATES, state as usize, 0)
    }

    /// Why a gate is not open.
    pub fn cause(&self, model: &Model, gate: usize, cause: usize) -> &str {
        self.field(CAUSES, cause_row(model, gate, cause), 0)
    }

    /// What would open it.
    pub fn remedy(&self, model: &Model, gate: usize, cause: usize) -> &str {
        self.field(CAUSES, cause_row(model, gate, cause), 1)
    }

    /// One thing to change, with `{count}` networks to keep.
    pub fn advice(&self, advice: usize, count: usize) -> String {
        fill(self.field(ADVICE, advice, 0), &[("count", &count.to_string())])
    }

    /// Where the hours serve better, by its place in the plan's table.
    pub fn alternative(&self, instead: usize) -> &str {
        self.field(ALTERNATIVES, instead, 0)
    }

    /// A word of caution, by its place in the plan's table.
    pub fn caution(&self, caution: usize) -> &str {
        self.field(CAUTIONS, caution, 0)
    }

    /// Name of a live network.
    pub fn network(&self, network: usize) -> &str {
        self.field(NETWORKS, network, 0)
    }

    /// What doing it well means.
    pub fn network_publish(&self, network: usize) -> &str {
        self.field(NETWORKS, network, 1)
    }

    /// What to watch there.
    pub fn network_listen(&self, network: usize) -> &str {
        self.field(NETWORKS, network, 2)
    }

    /// Name of a retired network.
    pub fn retired(&self, retired: usize) -> &str {
        self.field(RETIRED, retired, 0)
    }

    /// What became of it.
    pub fn retired_since(&self, retired: usize) -> &str {
        self.field(RETIRED, retired, 1)
    }

    /// Why an answer speaks for a network; none if there are no words for it.
    pub fn speaks_for(&self, model: &Model, question: u8, answer: &str) -> Option<String> {
        let place = criterion_row(model, question)?;
        (place < model.fit.criteria.len() + 2).then(|| fill(self.field(SPEAKS_FOR, place, 0), &[("answer", answer)]))
    }

    /// Why an answer speaks against a network. `lacks`: it is something the network cannot do without.
    pub fn speaks_against(
        &self,
        model: &Model,
        network: usize,
        question: u8,
        answer: &str,
        lacks: bool,
    ) -> Option<String> {
        let place = if lacks { model.fit.criteria.len() + 4 } else { criterion_row(model, question)? };
        let values = [("answer", answer), ("name", self.network(network)), ("needs", self.field(NETWORKS, network, 4))];
        Some(fill(self.field(SPEAKS_AGAINST, place, 0), &values))
    }

    /// Why a network is left aside, as a clause.
    pub fn skip(&self, network: usize, skip: Skip) -> &str {
        let row = match skip {
            Skip::Nature => return self.field(NETWORKS, network, 3),
            Skip::Needs => return self.field(NETWORKS, network, 4),
            Skip::Ages => 0,
            Skip::Formats => 1,
            Skip::Values => 2,
            Skip::Hours => 3,
            Skip::Overlap => 4,
            Skip::Lead => 5,
            Skip::Verdict => 6,
        };
        self.field(SKIPS, row, 0)
    }

    /// What a figure says, after the figure itself.
    pub fn fact(&self, fact: usize) -> &str {
        self.field(FACTS, fact, 0)
    }

    /// An answer as it is quoted: the short forms of the options, or the number with its unit. None if there is none.
    pub fn short_answer(&self, model: &Model, question: usize, answer: Option<Answer>) -> Option<String> {
        self.answer_with(model, question, answer, text::LIST_SEPARATOR, |option| option.short, |number| number.short)
    }

    /// An answer in full, as the list of answers has it. None if there is none.
    pub fn full_answer(&self, model: &Model, question: usize, answer: Option<Answer>) -> Option<String> {
        self.answer_with(
            model,
            question,
            answer,
            text::ANSWERS_SEPARATOR,
            |option| option.label,
            |number| number.answer,
        )
    }

    fn answer_with<'a>(
        &'a self,
        model: &Model,
        question: usize,
        answer: Option<Answer>,
        separator: Text,
        of_option: impl Fn(OptionWords<'a>) -> &'a str,
        of_number: impl Fn(NumberWords<'a>) -> &'a str,
    ) -> Option<String> {
        match answer? {
            Answer::Unknown => None,
            Answer::Number(tenths) => {
                Some(fill(of_number(self.number(model, question)), &[("value", &self.lang.tenths(tenths))]))
            }
            answer @ (Answer::Single(_) | Answer::Multi(_)) => {
                let options: Vec<&str> =
                    bits(answer.options()).map(|option| of_option(self.option(model, question, option))).collect();
                Some(options.join(self.text(separator)))
            }
        }
    }

    fn row<const N: usize>(&self, section: Section, row: usize) -> [&str; N] {
        std::array::from_fn(|field| self.field(section, row, field))
    }

    fn field(&self, section: Section, row: usize, field: usize) -> &str {
        self.lines.field(section, row, field)
    }
}

/// The words of a language as they are served: one text a line.
pub fn words_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!(concat!(env!("OUT_DIR"), "/words.fr.txt")),
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/words.en.txt")),
    }
}

/// Fills `{name}` in a text.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        if let Some((_, value)) = values.iter().find(|(other, _)| *other == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn cause_row(model: &Model, gate: usize, cause: usize) -> usize {
    model.gates[..gate].iter().map(|gate| gate.causes.len()).sum::<usize>() + cause
}

/// Row of a question among the words on criteria: the criteria of fit, then ages, formats, values, hours.
fn criterion_row(model: &Model, question: u8) -> Option<usize> {
    let criteria = model.fit.criteria.iter().map(|criterion| criterion.question);
    criteria
        .chain([model.fit.ages, model.fit.formats, model.fit.values, model.fit.hours])
        .position(|other| other == question)
}
