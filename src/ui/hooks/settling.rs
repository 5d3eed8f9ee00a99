//! Tells the host that what came from elsewhere is dealt with.

use yew::{Callback, hook, use_effect_with};

use crate::ui::event::Event;

/// Tells it once the reader has decided.
#[hook]
pub(crate) fn use_settling(is_settled: bool, on_event: &Callback<Event>) {
    let on_event = on_event.clone();
    use_effect_with(is_settled, move |is_settled| {
        if *is_settled {
            on_event.emit(Event::Settled);
        }
    });
}
