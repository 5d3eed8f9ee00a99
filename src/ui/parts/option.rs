//! One option of a question: a real input in a row that can be pressed anywhere.

use yew::{Callback, Html, MouseEvent, html};

use crate::content::MODEL;
use crate::ui::{markup::markup, view::View};

/// An option as a row. `onclick` hears every way to choose: a press on the row, the arrow keys, the space bar.
pub(super) fn option(
    view: &View<'_>,
    kind: &'static str,
    question: usize,
    option: usize,
    onclick: Callback<MouseEvent>,
) -> Html {
    let row = &MODEL.questions[question];
    let text = view.words.option(&MODEL, question, option);
    let checked = view.answers().chosen(question) & (1 << option) != 0;
    let input = html! {
        <input class="son-option__input" type={kind} name={row.id} value={row.options[option]} {checked} {onclick} />
    };
    markup! {
        <label class="son-option" part="option">
            {input}
            <span class="son-option__label">
                {text.label}
                if !text.hint.is_empty() { <span class="son-option__hint">{text.hint}</span> }
            </span>
        </label>
    }
}
