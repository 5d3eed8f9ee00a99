//! The head of every page: the title of the quiz, how far the reader is, the beam.

use yew::{AttrValue, Html, html};

use super::{beam::beam, heading::heading};
use crate::content::{MODEL, Words, text};
use crate::session::{Page, Phase, Session};
use crate::ui::screen::Ask;

pub(crate) fn head(words: &Words, session: &Session, ask: Option<Ask>, level: u8) -> Html {
    let progress = session.progress(&MODEL).filter(|_| ask.is_none());
    let title = html! { <span id="son-title">{words.text(text::TITLE)}</span> };
    html! {
        <div class="son-head">
            <div class="son-head__row">
                {heading(level, "son-head__title", title)}
                // Polite: the heading of the new page is said first.
                <p class="son-head__step" role="status">{if ask.is_none() { step(words, session) } else { AttrValue::default() }}</p>
            </div>
            if let Some(progress) = progress { {beam(progress.step, progress.of)} }
        </div>
    }
}

fn step(words: &Words, session: &Session) -> AttrValue {
    let numbers = |text, one: usize, of: usize| words.fill(text, &[("step", &one.to_string()), ("given", &one.to_string()), ("of", &of.to_string())]);
    match (session.page(), session.progress(&MODEL)) {
        (Page::Question { .. }, Some(progress)) => {
            let text = if progress.phase == Phase::Core { text::HEAD_CORE } else { text::HEAD_REFINE };
            numbers(text, progress.step, progress.of).into()
        }
        (Page::Question { .. }, None) => words.text(text::HEAD_CHANGE).to_owned().into(),
        (Page::Answers, _) => {
            let (given, of) = session.coverage(&MODEL);
            numbers(text::HEAD_ANSWERED, given, of).into()
        }
        (Page::Result, _) => AttrValue::default(),
    }
}
