//! The options of a question of which one is chosen.

use yew::{Html, KeyboardEvent, MouseEvent, PointerEvent, html};

use super::option::option;
use crate::content::MODEL;
use crate::ui::{draft::Edit, screen::Step, view::View};

/// A choice made by a pointer moves on by itself. One reached by keys does not, nor one made by a screen reader's own
/// command: that is a click without a pointer before it.
pub(crate) fn single_choice(view: &View<'_>, question: usize) -> Html {
    let set = |by_pointer: bool| {
        let last = view.by_pointer.clone();
        move || *last.borrow_mut() = by_pointer
    };
    let (pressed, typed) = (set(true), set(false));
    let row = |place: usize| {
        let last = view.by_pointer.clone();
        let onclick = view.act.reform(move |_: MouseEvent| Step::Edit(Edit::Choose(place, *last.borrow())));
        option(view, "radio", question, place, onclick)
    };
    html! {
        <div class="son-options" part="options" onpointerdown={move |_: PointerEvent| pressed()} onkeydown={move |_: KeyboardEvent| typed()}>
            {for (0..MODEL.questions[question].options.len()).map(row)}
        </div>
    }
}
