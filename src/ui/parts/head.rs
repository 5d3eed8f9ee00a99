//! The head of every page: the title of the quiz, how far the reader is, the beam.

use yew::Html;

use super::{beam::beam, heading::heading};
use crate::content::{MODEL, Text, text};
use crate::session::{Page, Phase};
use crate::ui::{markup::markup, view::View};

pub(crate) fn head(view: &View<'_>) -> Html {
    let is_page = view.screen.ask.is_none();
    let progress = view.screen.session.progress(&MODEL).filter(|_| is_page);
    let title = markup! { <span id="son-title">{view.text(text::TITLE)}</span> };
    markup! {
        <div class="son-head">
            <div class="son-head__row">
                {heading(view.level - 1, "son-head__title", title)}
                // Polite: the heading of the new page is said first.
                <p class="son-head__step" role="status">{if is_page { step(view) } else { String::new() }}</p>
            </div>
            if let Some(progress) = progress { {beam(progress.step, progress.of)} }
        </div>
    }
}

fn step(view: &View<'_>) -> String {
    let session = &view.screen.session;
    let count = |text: Text, step: usize, of: usize| {
        view.words.fill(text, &[("step", &step.to_string()), ("of", &of.to_string())])
    };
    match (session.page(), session.progress(&MODEL)) {
        (Page::Question { .. }, Some(progress)) if progress.phase == Phase::Core => {
            count(text::HEAD_CORE, progress.step, progress.of)
        }
        (Page::Question { .. }, Some(progress)) => count(text::HEAD_REFINE, progress.step, progress.of),
        (Page::Question { .. }, None) => view.text(text::HEAD_CHANGE).to_owned(),
        (Page::Answers, _) => {
            let (given, of) = session.coverage(&MODEL);
            count(text::HEAD_ANSWERED, given, of)
        }
        (Page::Result, _) => String::new(),
    }
}
