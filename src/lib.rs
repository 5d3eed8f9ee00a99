//! Should you be on social media? A decision widget. A page made with Yew takes [`SocialOrNot`]; see [`component`] for an example.
//!
//! It has six layers; each uses only those before it.
//!
//! 1. [`domain`]: what is decided. Pure Rust: no Yew, no page, no words of any language.
//! 2. [`content`]: the words and data that the decision is made of.
//! 3. [`session`]: what the reader has done.
//! 4. [`export`]: what the reader takes away, as text.
//! 5. [`ui`]: how it looks, in Yew.
//! 6. Where it lives: [`component`] in a page made with Yew, `embed` in any other: the custom element. They alone know a host,
//!    and do not know each other.

// `markup!` reads its notation word by word.
#![recursion_limit = "512"]

pub mod domain;

pub mod content;

pub mod session;

pub mod export;

#[cfg(feature = "json")]
pub mod json;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "ui")]
pub mod component;

#[cfg(all(feature = "module", target_arch = "wasm32"))]
mod embed;

pub use content::Lang;
pub use domain::{Answers, Date, Verdict};

#[cfg(feature = "ui")]
pub use component::{SocialOrNot, SocialOrNotProps, Theme, VerdictEvent};
#[cfg(feature = "ui")]
pub use ui::Cta;
