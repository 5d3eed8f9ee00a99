//! Where it lives: what JavaScript calls. The other half is `element.js`, the class of the custom element; together they
//! are all that knows a host page.

// wasm-bindgen exports what is public here; no Rust code uses it.
#![allow(unreachable_pub)]

mod host;
mod questions;
mod quiz;
mod settings;
mod value;

use wasm_bindgen::prelude::*;

use crate::content::{Lang, MODEL, Words};
use crate::domain::{Answers, Options};

/// The report on a set of answers, as JSON.
///
/// # Errors
///
/// If answers or options are not valid, naming question and value.
#[wasm_bindgen]
pub fn evaluate(answers: &JsValue, options: &JsValue) -> Result<String, JsError> {
    let answers = Answers::read(&MODEL, &value::read(answers))?;
    let options = Options::read(&MODEL, &value::read(options))?;
    Ok(crate::domain::evaluate(&MODEL, &answers, &options).to_json(&MODEL))
}

/// The questions with their texts, as JSON.
///
/// # Errors
///
/// If the words are not those of this build.
#[wasm_bindgen]
pub fn questions(lang: &str, words: &str) -> Result<String, JsError> {
    Ok(questions::json(&MODEL, &read_words(lang, words)?))
}

fn read_words(lang: &str, words: &str) -> Result<Words, JsError> {
    Ok(Words::parse(Lang::from_code(lang).unwrap_or_default(), words)?)
}
