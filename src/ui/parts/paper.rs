//! What only the printed result has: its day, the answers behind it, and its address in full.

use yew::Html;

use super::{
    fact::written_out,
    heading::{classed, heading, paragraph, sub},
};
use crate::content::{MODEL, RecordWords, phrase, text};
use crate::ui::{Sharing, markup::markup, view::View};

/// Below the title: when it was made, and by which model.
pub(crate) fn made(view: &View<'_>, record: &RecordWords) -> Html {
    let says = match view.today {
        Some(today) => {
            record.fill(phrase::RECORD_MADE, &[("date", &view.words.date(today, None)), ("version", MODEL.version)])
        }
        None => record.fill(phrase::RECORD_MADE_UNDATED, &[("version", MODEL.version)]),
    };
    paragraph("son-paper son-made", &says)
}

/// At the end: what the reader answered, what matters to them, and where the result can be opened again.
pub(crate) fn paper(view: &View<'_>, record: &RecordWords, sharing: &Sharing) -> Html {
    markup! {
        <section class="son-section son-paper">
            {heading(view.level, "son-section__title", record.text(phrase::RECORD_ANSWERS).into())}
            {answers(view)}
            if view.screen.session.has_own_weights() {
                {sub(view, view.text(text::WHATIF_THEMES))}
                {weights(view)}
            }
        </section>
        {sharing.link(&view.screen.session, view.today).map(|link| address(view, record, link))}
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

fn address(view: &View<'_>, record: &RecordWords, link: String) -> Html {
    markup! {
        <section class="son-section son-paper">
            {heading(view.level, "son-section__title", record.text(phrase::SHARE_ADDRESS).into())}
            {paragraph("son-section__lead", record.text(phrase::SHARE_LEAD))}
            {written_out(&link)}
        </section>
    }
}
