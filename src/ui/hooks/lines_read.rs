//! Follows how far down the ledger the reader has come.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// How many lines of the ledger have been read, as long as it is shown around a bar that sticks to the top.
#[hook]
pub(crate) fn use_lines_read(is_shown: bool, bar: &NodeRef) -> usize {
    let read = use_state_eq(|| 0);
    let (setter, bar) = (read.setter(), bar.clone());
    use_effect_with(is_shown, move |is_shown| {
        let follow = move || setter.set(lines_above(&bar).unwrap_or(0));
        follow();
        // Captured, so that a scrolling box of the host's page counts as well; passive, so that nothing waits for it.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let window = web_sys::window().filter(|_| *is_shown);
        let listener =
            window.map(|window| EventListener::new_with_options(&window, "scroll", options, move |_| follow()));
        move || drop(listener)
    });
    *read
}

/// The lines whose beginning is above the bar, or above the middle of the window.
fn lines_above(bar: &NodeRef) -> Option<usize> {
    let bar = bar.cast::<Element>()?;
    let lines = bar.parent_element()?.get_elements_by_class_name("son-entry");
    let middle = web_sys::window()?.inner_height().ok()?.as_f64()? * 0.45;
    let limit = middle.max(bar.get_bounding_client_rect().bottom() + 40.0);
    let top = |line: u32| lines.item(line).map(|line| line.get_bounding_client_rect().top());
    Some((0..lines.length()).take_while(|line| top(*line).is_some_and(|top| top < limit)).count())
}
