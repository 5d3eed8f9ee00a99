//! Where it lives: what JavaScript calls. The other half is `element.js`, the class of the custom element; together they
//! are all that knows a host page.
//!
//! Two WebAssembly modules are built from here: `questions`, all that a first visit needs, and `whole`, which has the result
//! too and follows while the questions are answered. Both draw with Yew; they share this code, and no memory.

// wasm-bindgen exports what is public here; no Rust code uses it.
#![allow(unreachable_pub)]

#[cfg(feature = "whole-module")]
mod api;
#[cfg(feature = "whole-module")]
mod questions;
mod quiz;
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
