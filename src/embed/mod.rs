//! Where it lives: what JavaScript calls. The other half is `element.js`, the class of the custom element; together they
//! are all that knows a host page.
//!
//! Two WebAssembly modules are built from here, so that a reader who only takes the quiz need not wait for what comes later:
//! `quiz` draws (with Yew), `model` tells everything about some answers (without). They share this code, and no memory.

// wasm-bindgen exports what is public here; no Rust code uses it.
#![allow(unreachable_pub)]

#[cfg(feature = "model-module")]
mod model;
#[cfg(feature = "model-module")]
mod questions;
#[cfg(feature = "quiz-module")]
mod quiz;
#[cfg(feature = "quiz-module")]
mod settings;
mod value;

use wasm_bindgen::JsError;

use crate::content::{Lang, Words};

/// Half the size of the standard library's, and as quick.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn read_words(lang: &str, words: &str) -> Result<Words, JsError> {
    Ok(Words::parse(Lang::from_code(lang).unwrap_or_default(), words)?)
}
