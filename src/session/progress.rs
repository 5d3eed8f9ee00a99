//! The order of questions, and how far a reader is in it.

use crate::domain::{Answers, Model};

/// How far the reader is in a run of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which run.
    pub phase: Phase,
    /// Number of the question, from 1.
    pub step: usize,
    /// How many there are, as far as is known: a question that may still fall away counts.
    pub of: usize,
}

/// A run of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The core: from the first question to the verdict.
    Core,
    /// Those that sharpen it.
    Refine,
}

/// All questions that apply or may still, core ones first.
pub(super) fn order(model: &Model, answers: &Answers) -> Vec<usize> {
    [core(model, answers), refining(model, answers)].concat()
}

/// The core questions that apply or may still, in order.
pub(super) fn core(model: &Model, answers: &Answers) -> Vec<usize> {
    (0..model.questions.len())
        .filter(|question| model.questions[*question].core && may_apply(model, answers, *question))
        .collect()
}

/// The other questions that apply or may still, in order.
pub(super) fn refining(model: &Model, answers: &Answers) -> Vec<usize> {
    (0..model.questions.len())
        .filter(|question| !model.questions[*question].core && may_apply(model, answers, *question))
        .collect()
}

/// Whether a question applies, or depends on one that was not asked yet.
fn may_apply(model: &Model, answers: &Answers, question: usize) -> bool {
    model.questions[question]
        .applies
        .is_none_or(|condition| condition.holds(answers) || !answers.is_asked(condition.question.into()))
}

pub(super) fn progress(model: &Model, answers: &Answers, question: usize) -> Option<Progress> {
    let (phase, run) = match model.questions[question].core {
        true => (Phase::Core, core(model, answers)),
        false => (Phase::Refine, refining(model, answers)),
    };
    let place = run.iter().position(|other| *other == question)?;
    Some(Progress { phase, step: place + 1, of: run.len() })
}
