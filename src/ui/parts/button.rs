//! Words that can be pressed.

use yew::{Callback, Html, MouseEvent, html};

use crate::ui::{
    markup::markup,
    screen::{Mark, Step},
    view::View,
};

/// A button that looks like a link. `more`: what only a screen reader says after the text.
pub(crate) fn link(view: &View<'_>, step: Step, text: &str, more: &str, mark: Option<Mark>) -> Html {
    html! {
        <button class="son-link" part="link" type="button" ref={view.node(mark)} onclick={view.press(step)}>
            {text}
            if !more.is_empty() { <span class="son-hidden">{more}</span> }
        </button>
    }
}

/// The same for what only a host can do.
pub(crate) fn pressed(text: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="son-link" part="link" type="button" {onclick}>{text}</button> }
}

/// A link to another page of ours.
pub(crate) fn outward(address: &str, text: &str) -> Html {
    markup! { <a class="son-link" part="link" href={address.to_owned()}>{text}</a> }
}

/// The main button of a page.
pub(crate) fn button(view: &View<'_>, step: Step, text: &str) -> Html {
    html! { <button class="son-button" part="button" type="button" onclick={view.press(step)}>{text}</button> }
}
