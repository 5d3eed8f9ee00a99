//! The networks by what to do with them: publish, monitor, leave, leave aside.

use yew::Html;

use super::{
    heading::{heading, paragraph, sub},
    network::network,
};
use crate::content::{Plural, Words, text};
use crate::domain::{
    Report, Verdict,
    network::Role,
    report::{NetworkRef, NetworkReport},
};
use crate::ui::{markup::markup, view::View};

/// How many of those left aside are shown at once.
const SHOWN: usize = 4;

pub(crate) fn networks(view: &View<'_>, report: &Report) -> Html {
    let words = view.words;
    let publishes = report.with_role(Role::Publish).next().is_some();
    let is_none = !publishes && report.with_role(Role::Listen).next().is_none();
    let title = if is_none { text::NETWORKS_TITLE_NONE } else { text::NETWORKS_TITLE };
    let watching = match report.hours.monitoring {
        0 => words.text(text::NETWORKS_LISTEN).to_owned(),
        tenths => words.fill(text::NETWORKS_LISTEN_HOURS, &[("hours", &words.hours(tenths))]),
    };
    let group = |role: Role, title: &str| {
        let rows: Vec<Html> =
            report.with_role(role).enumerate().map(|(place, row)| network(view, row, place == 0)).collect();
        if rows.is_empty() {
            Html::default()
        } else {
            markup! { <>{sub(view, title)}<ul>{rows}</ul></> }
        }
    };
    markup! {
        <section class="son-section" part="networks">
            {heading(view.level, "son-section__title", words.text(title).into())}
            {paragraph("son-section__lead", &lead(words, report, is_none))}
            {group(Role::Publish, words.text(text::NETWORKS_PUBLISH))}
            {group(Role::Listen, &watching)}
            {group(Role::Leave, words.text(text::NETWORKS_LEAVE))}
            {sub(view, words.text(if is_none { text::NETWORKS_SKIP_NONE } else { text::NETWORKS_SKIP }))}
            {skipped(words, report)}
        </section>
    }
}

/// How the hours are shared out.
fn lead(words: &Words, report: &Report, is_none: bool) -> String {
    let publishes = report.with_role(Role::Publish).next().is_some();
    let text = match (report.hours.available, report.hours.monitoring) {
        _ if is_none => text::NETWORKS_LEAD_NONE,
        (None, _) if publishes => text::NETWORKS_LEAD_UNKNOWN,
        (Some(_), 0) if publishes => text::NETWORKS_LEAD_PUBLISH,
        (Some(_), _) if publishes => text::NETWORKS_LEAD_BOTH,
        _ if report.verdict == Verdict::Prepare => text::NETWORKS_LEAD_LATER,
        (_, 0) => text::NETWORKS_LEAD_LISTEN_UNKNOWN,
        (_, _) => text::NETWORKS_LEAD_LISTEN,
    };
    let tenths = |tenths: i32| words.hours(tenths);
    let available = tenths(report.hours.available.unwrap_or_default());
    words.fill(
        text,
        &[
            ("available", &available),
            ("planned", &tenths(report.hours.planned)),
            ("monitoring", &tenths(report.hours.monitoring)),
        ],
    )
}

/// Those left aside, each with its fit and why; all but the first few are folded.
fn skipped(words: &Words, report: &Report) -> Html {
    let row = |network: &NetworkReport| {
        let NetworkRef::Live(live) = network.network else { return Html::default() };
        let reason = network.skip.map_or("", |skip| words.skip(live, skip));
        let text = words.fill(text::NETWORKS_REASON, &[("fit", &network.fit.to_string()), ("reason", reason)]);
        markup! { <li><strong>{words.network_name(network.network)}</strong>{text}</li> }
    };
    let rest = report.with_role(Role::Skip).count().saturating_sub(SHOWN) as i32;
    markup! {
        <>
            <ul class="son-skip">{for report.with_role(Role::Skip).take(SHOWN).map(row)}</ul>
            if rest > 0 {
                // Beside what it unfolds, not around it: no browser prints what is inside while it is folded.
                <details class="son-more">
                    <summary>{words.count(Plural { one: text::NETWORKS_REST_ONE, other: text::NETWORKS_REST_OTHER }, rest)}</summary>
                </details>
                <ul class="son-skip son-skip--rest">{for report.with_role(Role::Skip).skip(SHOWN).map(row)}</ul>
            }
        </>
    }
}
