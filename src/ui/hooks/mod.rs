//! What the widget does beside drawing itself: all effects, and all that touches the page by hand.

mod firmness;
mod focus;
mod lines_read;
mod opening;
mod pause;
mod settling;
mod telling;

pub(crate) use firmness::{Known, use_firmness};
pub(crate) use focus::use_focus;
pub(crate) use lines_read::use_lines_read;
pub(crate) use opening::use_opening;
pub(crate) use pause::use_pause;
pub(crate) use settling::use_settling;
pub(crate) use telling::use_telling;
