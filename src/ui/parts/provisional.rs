//! Says that a verdict is provisional, and what would complete it.

use yew::Html;

use super::{button::link, heading::paragraph};
use crate::content::{MODEL, text};
use crate::session::Then;
use crate::ui::{
    markup::markup,
    screen::{Mark, Step},
    view::View,
};

pub(crate) fn provisional(view: &View<'_>) -> Html {
    let answers = view.answers();
    let missing = |question: &usize| {
        MODEL.questions[*question].core && answers.applies(&MODEL, *question) && !answers.is_given(*question)
    };
    let open = |question: usize| {
        let mark = Mark::Question(question);
        link(view, Step::Change(question, Then::Result, mark), view.words.question(question).name, "", Some(mark))
    };
    markup! {
        <div class="son-note son-provisional" part="note">
            {paragraph("son-note__title", view.text(text::PROVISIONAL_TITLE))}
            {paragraph("son-note__text", view.text(text::PROVISIONAL_TEXT))}
            <div class="son-actions son-actions--said">{for (0..MODEL.questions.len()).filter(missing).map(open)}</div>
        </div>
    }
}
