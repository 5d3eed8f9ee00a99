//! A note: what went wrong, what was kept, one way on.

use crate::ui::markup::markup;
use yew::Html;

use super::heading::paragraph;

/// What went wrong, said at once to a screen reader. `id`: what a field names as its description.
pub(super) fn note(id: &'static str, title: &str, text: &str) -> Html {
    markup! {
        <div class="son-note son-note--error" part="note" role="alert" {id}>
            {paragraph("son-note__title", title)}
            {paragraph("son-note__text", text)}
        </div>
    }
}
