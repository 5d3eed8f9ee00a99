//! Where it lives: what JavaScript calls. The other half is `element.js`, the class of the custom element; together they
//! are all that knows a host page.
//!
//! Three WebAssembly modules are built from here: `questions`, all that a first visit needs; `whole`, which has the result
//! too and follows while the questions are answered; and `comparison`, for the page that compares results. All draw with Yew;
//! they share this code, and no memory.

// wasm-bindgen exports what is public here; no Rust code uses it.
#![allow(unreachable_pub)]

#[cfg(feature = "whole-module")]
mod api;
#[cfg(feature = "comparison-module")]
mod comparison;
#[cfg(feature = "whole-module")]
mod questions;
#[cfg(not(feature = "comparison-module"))]
mod quiz;
#[cfg(not(feature = "comparison-module"))]
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
