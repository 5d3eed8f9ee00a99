//! Says that a verdict is provisional, and what would complete it.

use yew::{Html, html};

use super::button::link;
use crate::content::{MODEL, Words, text};
use crate::session::{Session, Then};
use crate::ui::{
    act::Act,
    screen::{Mark, Step},
};

pub(crate) fn provisional(words: &Words, session: &Session, act: &Act) -> Html {
    let answers = session.answers();
    let missing = |question: &usize| MODEL.questions[*question].core && answers.applies(&MODEL, *question) && !answers.is_given(*question);
    let open = |question: usize| {
        let mark = Mark::Question(question);
        link(act, Step::Change(question, Then::Result, mark), words.question(question).name, "", Some(mark))
    };
    html! {
        <div class="son-note son-provisional" part="note">
            <p class="son-note__title">{words.text(text::PROVISIONAL_TITLE)}</p>
            <p>{words.text(text::PROVISIONAL_TEXT)}</p>
            <div class="son-actions">{for (0..MODEL.questions.len()).filter(missing).map(open)}</div>
        </div>
    }
}
