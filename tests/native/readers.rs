//! Readers that the tests share: personas from the file, and any reader at all for property tests.

use proptest::prelude::*;
use social_or_not::{
    content::MODEL,
    domain::{
        Answer, Answers, Value,
        question::{Kind, Question},
    },
    json,
};

/// Answers from JSON.
#[track_caller]
pub(crate) fn answers(json: &str) -> Answers {
    Answers::read(&MODEL, &json::read(json).expect("the test's own JSON")).expect("the test's own answers")
}

/// A JSON value as the model's.
pub(crate) fn value(json: &serde_json::Value) -> Value {
    json::read(&json.to_string()).expect("JSON is JSON")
}

/// Every valid answer to a question, in some order.
pub(crate) fn every_answer(question: &Question) -> Vec<Answer> {
    let mut all = vec![Answer::Unknown];
    match question.kind {
        Kind::Single { .. } => all.extend((0..question.options.len()).map(|option| Answer::Single(option as u8))),
        Kind::Multi { most, alone } => {
            // Of more than ten options, sets of one or two stand for all.
            let most = if question.options.len() > 10 { 2 } else { u32::from(most) };
            let sets = 1u32..1 << question.options.len();
            let valid = |set: &u32| set.count_ones() <= most && (set & alone == 0 || set.count_ones() == 1);
            all.extend(sets.filter(valid).map(Answer::Multi));
        }
        Kind::Number(range) => all.extend((range.least..=range.most).step_by(range.step as usize).map(Answer::Number)),
    }
    all
}

/// Any reader: each question not asked, or answered in any valid way.
pub(crate) fn any_reader() -> impl Strategy<Value = Answers> {
    let answer = |question: &'static Question| {
        let all = every_answer(question);
        prop_oneof![1 => Just(None), 5 => prop::sample::select(all).prop_map(Some)].boxed()
    };
    let rows: Vec<BoxedStrategy<Option<Answer>>> = MODEL.questions.iter().map(answer).collect();
    rows.prop_map(|rows| {
        let mut answers = Answers::none(&MODEL);
        for (question, answer) in rows.into_iter().enumerate() {
            answers.set(&MODEL, question, answer).expect("every answer is valid");
        }
        answers
    })
}

/// The same reader with one answer changed.
pub(crate) fn with(answers: &Answers, question: usize, answer: Option<Answer>) -> Answers {
    let mut changed = answers.clone();
    changed.set(&MODEL, question, answer).expect("a valid answer");
    changed
}

/// Position of a question.
#[track_caller]
pub(crate) fn question(id: &str) -> usize {
    MODEL.question(id).expect("a question of the model")
}
