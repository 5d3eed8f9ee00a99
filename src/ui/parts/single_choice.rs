//! The options of a question of which one is chosen.

use yew::{Callback, Html, MouseEvent, PointerEvent, html};

use super::option::option;
use crate::content::{MODEL, Words};

/// The options. `on_press`: a pointer has come down, so that the choice which follows is no keyboard's.
pub(crate) fn single_choice(words: &Words, question: usize, chosen: u32, on_press: Callback<PointerEvent>, on_choose: &Callback<usize>) -> Html {
    let row = |place: usize| {
        let onclick = on_choose.reform(move |_: MouseEvent| place);
        option(words, "radio", question, place, chosen & (1 << place) != 0, onclick)
    };
    html! {
        <div class="son-options" part="options" onpointerdown={on_press}>
            {for (0..MODEL.questions[question].options.len()).map(row)}
        </div>
    }
}
