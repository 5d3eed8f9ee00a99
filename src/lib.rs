//! Should you be on social media? A decision widget, in five layers; each uses only those before it.
//!
//! 1. [`domain`]: what is decided. Pure Rust: no Yew, no page, no words of any language.
//! 2. [`content`]: the words and data that the decision is made of.
//! 3. [`session`]: what the reader has done.
//! 4. [`ui`]: how it looks, in Yew.
//! 5. `embed`: where it lives: the custom element; the only layer that knows a host page.

// `markup!` reads its notation word by word.
#![recursion_limit = "512"]

pub mod domain;

pub mod content;

pub mod session;

#[cfg(not(target_arch = "wasm32"))]
pub mod json;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(all(feature = "module", target_arch = "wasm32"))]
mod embed;
