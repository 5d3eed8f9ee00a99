//! What a reader takes away: the record of the decision and the calendar as text, and what the picture says; with what the
//! screen shares with them. After content, before the interface.

mod calendar;
pub(crate) mod drawing;
mod markdown;
mod picture;
mod said;

#[cfg(feature = "ui")]
pub(crate) use said::{beside, reckoned, rhythm, step, watch};

use crate::{
    content::{RecordWords, Words, text},
    domain::{Date, Model, Plan, PlanRules, Report, Shared, firmness::Firmness, step::What},
};

/// A decision with everything that there is to say of it.
#[derive(Debug, Clone, Copy)]
pub struct Decision<'a> {
    /// The model.
    pub model: &'a Model,
    /// What plans are made from.
    pub rules: &'a PlanRules,
    /// The widget's words.
    pub words: &'a Words,
    /// The words of the plan, in the same language.
    pub record: &'a RecordWords,
    /// The answers, the weights, and the day.
    pub shared: &'a Shared,
    /// The result.
    pub report: &'a Report,
    /// How firm it is.
    pub firmness: &'a Firmness,
    /// What follows.
    pub plan: &'a Plan,
}

impl Decision<'_> {
    /// The record of the decision in Markdown (CommonMark): question, verdict, reasons, how firm, plan, review, answers.
    pub fn markdown(&self) -> String {
        markdown::write(self)
    }

    /// The plan's steps and its review as a calendar (RFC 5545); none without a day to start from.
    ///
    /// Events have the same identities as long as answers and weights are the same, so that a calendar takes a second export
    /// for the first. An identity does not tell the answers.
    pub fn calendar(&self) -> Option<String> {
        calendar::write(self)
    }

    /// What the picture of the result says and shows, as compact JSON: for `embed/picture.js`, which draws it.
    ///
    /// It tells of the answers only what the verdict's own sentence says, and how many there are.
    pub fn picture(&self) -> String {
        picture::write(self)
    }

    /// What there is to do in a few words, and how.
    fn step(&self, what: What) -> (String, String) {
        said::step(self.model, self.words, self.record, what)
    }

    /// The question that it all answers.
    fn title(&self) -> &str {
        self.words.text(text::TITLE)
    }

    /// A day in full.
    fn date(&self, date: Date) -> String {
        self.words.date(date, None)
    }
}
