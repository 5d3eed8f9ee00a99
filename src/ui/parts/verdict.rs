//! The verdict in one sentence, what follows from it, and the scales.

use yew::Html;

use super::{
    heading::{page_heading, paragraph},
    scales::scales,
};
use crate::content::text;
use crate::domain::Report;
use crate::ui::{markup::markup, view::View};

pub(crate) fn verdict(view: &View<'_>, report: &Report) -> Html {
    let headline = markup! {
        <>
            <span class="son-hidden">{view.text(text::RESULT_PREFIX)}</span>
            {view.words.verdict(report.verdict, report.pause).headline}
        </>
    };
    markup! {
        <div class="son-verdict" part="verdict">
            <div>
                {page_heading(view, "son-verdict__text", headline)}
                {paragraph("son-verdict__lead", &view.words.lead(report))}
            </div>
            {scales(view.words, report)}
        </div>
    }
}
