//! A question about the session itself: go on where one was, start over, erase. Asked once.

use yew::Html;

use super::{
    button::{button, link},
    heading::{page_heading, paragraph},
};
use crate::content::{MODEL, Text, text};
use crate::ui::{
    markup::markup,
    screen::{Ask, Step},
    view::View,
};

/// What is asked: the title and the text by how many replies there are, yes and no.
struct Asked {
    title: [Text; 2],
    text: [Text; 2],
    yes: Text,
    no: Text,
}

const RESUME: Asked = Asked {
    title: [text::RESUME_TITLE, text::RESUME_TITLE],
    text: [text::RESUME_KEPT_ONE, text::RESUME_KEPT_OTHER],
    yes: text::RESUME_GO_ON,
    no: text::RESUME_AFRESH,
};

const RESTART: Asked = Asked {
    title: [text::RESTART_TITLE_ONE, text::RESTART_TITLE_OTHER],
    text: [text::RESTART_TEXT, text::RESTART_TEXT],
    yes: text::RESTART_YES,
    no: text::RESTART_NO,
};

const ERASE: Asked = Asked {
    title: [text::ERASE_TITLE_ONE, text::ERASE_TITLE_OTHER],
    text: [text::ERASE_TEXT, text::ERASE_TEXT],
    yes: text::ERASE_YES,
    no: text::ERASE_NO,
};

pub(crate) fn ask(view: &View<'_>, ask: Ask) -> Html {
    // To resume is to keep everything; the others are to forget it.
    let (asked, day, yes, no) = match ask {
        Ask::Resume(day) => (RESUME, Some(day), Step::Keep, Step::Forget),
        Ask::Restart => (RESTART, None, Step::Forget, Step::Keep),
        Ask::Erase => (ERASE, None, Step::Forget, Step::Keep),
    };
    let session = &view.screen.session;
    let replies = (0..MODEL.questions.len()).filter(|question| session.answers().is_asked(*question)).count();
    let number = usize::from(!view.words.lang().is_one(replies as i32));
    let step = session.progress(&MODEL).map_or(0, |progress| progress.step);
    let date = day.map_or_else(String::new, |day| view.words.date(day, view.today));
    let values = [("step", &*step.to_string()), ("count", &*replies.to_string()), ("date", &*date)];
    let fill = |texts: [Text; 2]| view.words.fill(texts[number], &values);
    markup! {
        <div class="son-note" part="note" key="ask">
            {page_heading(view, "son-note__title", fill(asked.title).into())}
            {paragraph("son-note__text", &fill(asked.text))}
            <div class="son-actions">
                {button(view, yes, view.text(asked.yes))}
                {link(view, no, view.text(asked.no), "", None)}
            </div>
        </div>
    }
}
