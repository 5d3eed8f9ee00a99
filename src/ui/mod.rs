//! How it looks: one Yew component over one pure reducer. Views are functions of what is on the screen; what a reader does
//! comes back as a step; effects live in `hooks` alone.
//!
//! Pages and parts are plain functions that give `Html`: each further component would cost the reader two kilobytes of
//! WebAssembly, and none of them has a state of its own.

mod app;

mod screen;

mod board;

mod comparison;

mod side_by_side;

mod draft;

mod number;

mod outcome;

mod event;

mod view;

mod pages;

mod parts;

mod hooks;

mod lengths;

mod markup;

pub use app::{Cta, Keeping, Notice, Questions, Sharing, Widget, WidgetProps};
pub use board::Files;
pub use comparison::{Comparison, ComparisonProps};
pub use event::{Event, Format};
pub use screen::{Arrival, Brought, Opening, Way};
