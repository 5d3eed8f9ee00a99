//! Says that almost anything is possible still, and asks the question that would tell most.

use yew::Html;

use super::{button::link, firm::list, heading::paragraph};
use crate::content::text;
use crate::session::Then;
use crate::ui::{
    markup::markup,
    outcome::ResultView,
    screen::{Mark, Step},
    view::View,
};

/// So many verdicts still possible are a wide range.
const WIDE: usize = 3;

pub(crate) fn wide(view: &View<'_>, result: &ResultView<'_>) -> Html {
    let Some(coverage) = result.known.map(|known| &known.firmness.coverage) else { return Html::default() };
    let (Some(next), true) = (coverage.next, coverage.possible.len() >= WIDE) else { return Html::default() };
    let list = list(view.words, &coverage.possible).unwrap_or_default();
    let mark = Mark::Question(next);
    let step = Step::Change(next, Then::Result, mark);
    markup! {
        <div class="son-note son-note--above" part="note">
            {paragraph("son-note__title", view.text(text::WIDE_TITLE))}
            {paragraph("son-note__text", &view.words.fill(text::WIDE_TEXT, &[("list", &list)]))}
            <div class="son-actions son-actions--said">{link(view, step, view.words.question(next).text, "", Some(mark))}</div>
        </div>
    }
}
