//! What is known of some answers, for whoever draws an interface of their own.

use wasm_bindgen::prelude::*;

use super::{read_words, value::read};
use crate::content::{MODEL, PLAN};
use crate::domain::{Answers, Evaluator, Options, Shared};

/// The report on a set of answers, as JSON.
///
/// # Errors
///
/// If answers or options are not valid, naming question and value.
#[wasm_bindgen]
pub fn evaluate(answers: &JsValue, options: &JsValue) -> Result<String, JsError> {
    let answers = Answers::read(&MODEL, &read(answers))?;
    let evaluator = Evaluator::new(&MODEL, Options::read(&MODEL, &read(options))?);
    Ok(evaluator.report_json(&PLAN, &answers))
}

/// The code that stands in a link for a set of answers.
///
/// # Errors
///
/// If answers or options are not valid, naming question and value.
#[wasm_bindgen]
pub fn code(answers: &JsValue, options: &JsValue) -> Result<String, JsError> {
    let answers = Answers::read(&MODEL, &read(answers))?;
    let Options { weights, today, .. } = Options::read(&MODEL, &read(options))?;
    Ok(Shared::new(&MODEL, answers, weights, today).to_code(&MODEL))
}

/// The questions with their texts, as JSON.
///
/// # Errors
///
/// If the words are not those of this build.
#[wasm_bindgen]
pub fn questions(lang: &str, words: &str) -> Result<String, JsError> {
    Ok(super::questions::json(&MODEL, &read_words(lang, words)?))
}
