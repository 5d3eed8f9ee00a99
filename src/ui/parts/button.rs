//! Words that can be pressed.

use yew::{Html, html};

use crate::ui::{
    act::Act,
    screen::{Mark, Step},
};

/// A button that looks like a link. `more`: what only a screen reader says after the text.
pub(crate) fn link(act: &Act, step: Step, text: &str, more: &str, mark: Option<Mark>) -> Html {
    html! {
        <button class="son-link" part="link" type="button" ref={act.node(mark)} onclick={act.press(step)}>
            {text}
            if !more.is_empty() { <span class="son-hidden">{more}</span> }
        </button>
    }
}

/// The main button of a page.
pub(crate) fn button(act: &Act, step: Step, text: &str) -> Html {
    html! { <button class="son-button" part="button" type="button" onclick={act.press(step)}>{text}</button> }
}
