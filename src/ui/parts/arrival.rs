//! What came by a link: asked about before it is shown, told where it comes from, or refused with the way on.

use yew::Html;

use super::{
    button::{button, link},
    heading::{page_heading, paragraph},
    trial::trial,
};
use crate::content::{MODEL, Phrase, RecordWords, phrase, text};
use crate::domain::{Shared, link::LinkError};
use crate::session::Session;
use crate::ui::{
    markup::markup,
    screen::{Arrival, Step},
    view::View,
};

/// In place of the page: whether to look at what came, or why one cannot.
pub(crate) fn ask_arrival(view: &View<'_>, record: &RecordWords, arrival: &Arrival) -> Html {
    let shown = |title: Phrase, texts: Vec<Html>, actions: Html| {
        markup! {
            <div class="son-note" part="note" key="arrival">
                {page_heading(view, "son-note__title", record.text(title).into())}
                {texts}
                <div class="son-actions">{actions}</div>
            </div>
        }
    };
    let says = |text: Phrase| paragraph("son-note__text", record.text(text));
    match arrival {
        Arrival::Opened(shared) | Arrival::Beside(shared) => {
            let theirs = Session::shared(&MODEL, shared);
            let actions = markup! {
                {button(view, view.screen.trying(theirs), record.text(phrase::LINK_LOOK))}
                {link(view, Step::Keep, record.text(phrase::LINK_KEEP), "", None)}
            };
            shown(phrase::LINK_TITLE, vec![says(phrase::LINK_TEXT)], actions)
        }
        Arrival::Refused(error) => {
            let (title, text) = match error {
                LinkError::LaterFormat | LinkError::Newer(_) => (phrase::LINK_NEWER, phrase::LINK_NEWER_TEXT),
                LinkError::NotALink | LinkError::Damaged | LinkError::Unknown(_) => {
                    (phrase::LINK_DAMAGED, phrase::LINK_DAMAGED_TEXT)
                }
            };
            let (lost, on) = if view.answers().is_empty() {
                (phrase::LINK_LOST_NONE, phrase::LINK_START)
            } else {
                (phrase::LINK_LOST_OWN, phrase::LINK_GO_ON)
            };
            shown(title, vec![says(text), says(lost)], button(view, Step::Keep, record.text(on)))
        }
    }
}

/// Above the result: where it comes from, what has changed since, and the way back to one's own.
pub(crate) fn arrived_note(view: &View<'_>, record: &RecordWords, arrival: &Arrival) -> Html {
    let is_tried = view.screen.tried_from.is_some();
    let (shared, actions, besides) = match arrival {
        Arrival::Opened(shared) => (shared, Html::default(), trial(view)),
        Arrival::Beside(shared) if is_tried => {
            let actions = markup! {
                <div class="son-actions">
                    {button(view, view.screen.returning(), record.text(phrase::LINK_BACK))}
                    {link(view, view.screen.adhering(), record.text(phrase::LINK_ADOPT), "", None)}
                </div>
            };
            (shared, actions, Html::default())
        }
        Arrival::Beside(_) | Arrival::Refused(_) => return trial(view),
    };
    markup! {
        <div class="son-note son-note--above" part="note">
            {paragraph("son-note__title", record.text(phrase::LINK_OPENED))}
            {for origin(view, record, shared).iter().map(|text| paragraph("son-note__text", text))}
            {actions}
        </div>
        {besides}
    }
}

/// When it was made, and what is new since.
fn origin(view: &View<'_>, record: &RecordWords, shared: &Shared) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(made) = shared.made {
        says.push(record.fill(phrase::LINK_MADE, &[("date", &view.words.date(made, view.today))]));
    }
    if let Some(news) = shared.news(&MODEL) {
        says.push(record.fill(phrase::LINK_NEWS, &[("version", &news.version.to_string())]));
        let names: Vec<&str> = news.questions.iter().map(|question| view.words.question(*question).name).collect();
        if !names.is_empty() {
            let list = names.join(view.text(text::LIST_SEPARATOR));
            says.push(record.fill(phrase::LINK_NEW_QUESTIONS, &[("list", &list)]));
        }
    }
    says
}
