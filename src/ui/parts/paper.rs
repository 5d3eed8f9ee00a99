//! What only the printed result has: its day, its address in full, and the answers behind it.

use yew::Html;

use super::heading::{classed, heading, sub};
use crate::content::{MODEL, RecordWords, phrase, text};
use crate::ui::{Sharing, markup::markup, view::View};

/// Below the title: when it was made, by which model, and the address that opens it again.
pub(crate) fn made(view: &View<'_>, record: &RecordWords, sharing: &Sharing) -> Html {
    let says = match view.today {
        Some(today) => {
            record.fill(phrase::RECORD_MADE, &[("date", &view.words.date(today, None)), ("version", MODEL.version)])
        }
        None => record.fill(phrase::RECORD_MADE_UNDATED, &[("version", MODEL.version)]),
    };
    let link = sharing.link(&view.screen.session, view.today);
    markup! {
        <div class="son-paper son-made">
            <p>{says}</p>
            {link.map(|link| markup! { <p>{record.fill(phrase::SHARE_AT, &[("address", &link)])}</p> })}
        </div>
    }
}

/// At the end: what the reader answered, and what matters to them.
pub(crate) fn given(view: &View<'_>, record: &RecordWords) -> Html {
    markup! {
        <section class="son-section son-paper">
            {heading(view.level, "son-section__title", record.text(phrase::RECORD_ANSWERS).into())}
            {answers(view)}
            if view.screen.session.has_own_weights() {
                {sub(view, view.text(text::WHATIF_THEMES))}
                {weights(view)}
            }
        </section>
    }
}

/// A question or a theme, and what the reader said of it.
fn row(name: &str, says: Html) -> Html {
    markup! { <div class="son-step--cause son-given"><dt class="son-answer__q">{name}</dt>{classed("dd", "", says)}</div> }
}

/// All questions with a reply, in full.
fn answers(view: &View<'_>) -> Html {
    let given = |question: usize| {
        let answer = view.answers().get(question).filter(|_| view.answers().applies(&MODEL, question))?;
        let says = view.words.full_answer(&MODEL, question, Some(answer));
        let says = says.unwrap_or_else(|| view.text(text::ANSWERS_UNKNOWN).to_owned());
        Some(row(view.words.question(question).name, says.into()))
    };
    markup! { <dl>{for (0..MODEL.questions.len()).filter_map(given)}</dl> }
}

/// How much each theme matters.
fn weights(view: &View<'_>) -> Html {
    let options = view.screen.session.options();
    let theme = |theme: usize| {
        let says = match options.weight(theme as u8) {
            0 => text::WHATIF_NONE,
            1 => text::WHATIF_NORMAL,
            _ => text::WHATIF_DOUBLE,
        };
        row(view.words.theme(theme), view.text(says).into())
    };
    markup! { <dl>{for (0..MODEL.themes.len()).map(theme)}</dl> }
}
