//! A note: what happened, what was kept, one way on.

use yew::{Html, html};

/// An error, said at once to a screen reader. `id`: what a field names as its description.
pub(crate) fn note(id: &'static str, title: &str, text: &str) -> Html {
    html! {
        <div class="son-note son-note--error" part="note" role="alert" {id}>
            <p class="son-note__title">{title}</p>
            <p>{text}</p>
        </div>
    }
}
