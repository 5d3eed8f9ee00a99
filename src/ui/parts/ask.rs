//! A question about the session itself: go on where one was, start over, erase. Asked once.

use yew::{AttrValue, Html, html};

use super::{
    button::{button, link},
    heading::Heading,
};
use crate::content::{MODEL, Plural, Text, Words, text};
use crate::domain::Date;
use crate::session::Session;
use crate::ui::{
    act::Act,
    screen::{Ask, Step},
};

pub(crate) fn ask(words: &Words, session: &Session, ask: Ask, today: Option<Date>, heading: &Heading, act: &Act) -> Html {
    let replies = (0..MODEL.questions.len()).filter(|question| session.answers().is_asked(*question)).count() as i32;
    let of = |one: Text, other: Text| words.count(Plural { one, other }, replies);
    let (title, note, yes, no) = match ask {
        Ask::Resume(day) => {
            let step = session.progress(&MODEL).map_or(0, |progress| progress.step);
            let kept = if words.lang().is_one(replies) { text::RESUME_KEPT_ONE } else { text::RESUME_KEPT_OTHER };
            let kept = words.fill(kept, &[("count", &replies.to_string()), ("date", &date(words, day, today))]);
            let title = words.fill(text::RESUME_TITLE, &[("step", &step.to_string())]);
            (title, kept, text::RESUME_GO_ON, text::RESUME_AFRESH)
        }
        Ask::Restart => {
            let title = of(text::RESTART_TITLE_ONE, text::RESTART_TITLE_OTHER);
            (title, words.text(text::RESTART_TEXT).to_owned(), text::RESTART_YES, text::RESTART_NO)
        }
        Ask::Erase => {
            let title = of(text::ERASE_TITLE_ONE, text::ERASE_TITLE_OTHER);
            (title, words.text(text::ERASE_TEXT).to_owned(), text::ERASE_YES, text::ERASE_NO)
        }
    };
    // To resume is to keep everything; the others are to forget it.
    let (first, second) = if matches!(ask, Ask::Resume(_)) { (Step::Keep, Step::Forget) } else { (Step::Forget, Step::Keep) };
    html! {
        <div class="son-note" part="note">
            {heading.view("son-note__title", AttrValue::from(title).into())}
            <p>{note}</p>
            <div class="son-actions">
                {button(act, first, words.text(yes))}
                {link(act, second, words.text(no), "", None)}
            </div>
        </div>
    }
}

/// A day as it is said: the year only if it is another one.
fn date(words: &Words, date: Date, today: Option<Date>) -> String {
    let month = MONTHS.get(usize::from(date.month) - 1).map_or("", |month| words.text(*month));
    let day = if date.day == 1 { words.text(text::DATE_FIRST).to_owned() } else { date.day.to_string() };
    let is_this_year = today.is_some_and(|today| today.year == date.year);
    let text = if is_this_year { text::DATE_THIS_YEAR } else { text::DATE_OTHER_YEAR };
    words.fill(text, &[("day", &day), ("month", month), ("year", &date.year.to_string())])
}

const MONTHS: [Text; 12] = [
    text::MONTHS_JANUARY,
    text::MONTHS_FEBRUARY,
    text::MONTHS_MARCH,
    text::MONTHS_APRIL,
    text::MONTHS_MAY,
    text::MONTHS_JUNE,
    text::MONTHS_JULY,
    text::MONTHS_AUGUST,
    text::MONTHS_SEPTEMBER,
    text::MONTHS_OCTOBER,
    text::MONTHS_NOVEMBER,
    text::MONTHS_DECEMBER,
];
