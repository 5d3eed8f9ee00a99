//! One option of a question: a real input in a row that can be pressed anywhere.

use yew::{Callback, Html, MouseEvent, html};

use crate::content::{MODEL, Words};

/// An option as a row. `onclick` hears every way to choose: a press on the row, the arrow keys, the space bar.
pub(crate) fn option(words: &Words, kind: &'static str, question: usize, option: usize, checked: bool, onclick: Callback<MouseEvent>) -> Html {
    let row = &MODEL.questions[question];
    let text = words.option(&MODEL, question, option);
    html! {
        <label class="son-option" part="option">
            <input class="son-option__input" type={kind} name={row.id} value={row.options[option]} {checked} {onclick} />
            <span class="son-option__label">
                {text.label}
                if !text.hint.is_empty() { <span class="son-option__hint">{text.hint}</span> }
            </span>
        </label>
    }
}
