//! The verdict in one sentence, what follows from it, and the scales.

use yew::Html;

use super::{
    heading::{page_heading, paragraph},
    scales::scales,
};
use crate::content::{Words, fill, text};
use crate::domain::{Report, network::Role, report::NetworkRef};
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
                {paragraph("son-verdict__lead", &lead(view.words, report))}
            </div>
            {scales(view.words, report)}
        </div>
    }
}

/// What follows, with the names of the networks and the hours that they take.
fn lead(words: &Words, report: &Report) -> String {
    let texts = words.verdict(report.verdict, report.pause);
    let names: Vec<&str> = report.with_role(Role::Publish).map(|network| name(words, network.network)).collect();
    let lead = if report.hours.available.is_none() && !texts.lead_hours_unknown.is_empty() {
        texts.lead_hours_unknown
    } else if names.len() > 1 && !texts.lead_several.is_empty() {
        texts.lead_several
    } else {
        texts.lead
    };
    let list = match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            words.fill(text::AND, &[("list", &others.join(words.text(text::LIST_SEPARATOR))), ("last", last)])
        }
        _ => String::new(),
    };
    let first = names.first().copied().unwrap_or_default();
    fill(lead, &[("network", first), ("networks", &list), ("hours", &hours(words, report.hours.planned))])
}

/// Name of a network, live or gone.
pub(super) fn name(words: &Words, network: NetworkRef) -> &str {
    match network {
        NetworkRef::Live(position) => words.network(position),
        NetworkRef::Retired(position) => words.retired(position),
    }
}

/// Hours a week, given in tenths.
pub(super) fn hours(words: &Words, tenths: i32) -> String {
    words.fill(text::HOURS, &[("value", &words.lang().tenths(tenths))])
}
