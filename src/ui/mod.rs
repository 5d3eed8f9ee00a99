//! How it looks: Yew components over one pure reducer. Props in, domain values out; effects live in `hooks` alone.
//!
//! A part without a state of its own is a plain function that gives `Html`, since each component costs WebAssembly.

mod act;
mod app;
mod event;
mod screen;

mod pages;

mod parts;

mod hooks;

mod lengths;

pub use app::{Cta, SocialOrNot, SocialOrNotProps};
pub use event::Event;
pub use screen::Opening;
