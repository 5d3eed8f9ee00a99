//! Moves the focus where the reader has turned to: never on load, only after an action of theirs.

use web_sys::{Element, FocusOptions, HtmlElement};
use yew::{NodeRef, hook, use_effect_with};

/// With each turn, focuses the control that had led away from the page, if the reader is back there; else the heading.
#[hook]
pub(crate) fn use_focus(turn: u32, frame: &NodeRef, heading: &NodeRef, control: &NodeRef) {
    let (frame, heading, control) = (frame.clone(), heading.clone(), control.clone());
    use_effect_with(turn, move |turn| {
        if *turn == 0 {
            return;
        }
        match control.cast::<HtmlElement>() {
            Some(control) => focus(&control, &control),
            None => {
                if let (Some(heading), Some(frame)) = (heading.cast::<HtmlElement>(), frame.cast::<Element>()) {
                    focus(&heading, &frame);
                }
            }
        }
    });
}

/// Focuses without scrolling, then scrolls only if the reader would not see it.
fn focus(target: &HtmlElement, top: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
    if !is_in_view(top) {
        top.scroll_into_view();
    }
}

/// Whether the top of an element can be seen, with room below it for what follows.
fn is_in_view(element: &Element) -> bool {
    let top = element.get_bounding_client_rect().top();
    let height = web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
    top >= 0.0 && height.is_none_or(|height| top < height * 0.6)
}
