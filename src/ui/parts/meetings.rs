//! What they would have to agree on for all verdicts to be the same.

use yew::Html;

use super::heading::{heading, paragraph, sub_of};
use crate::content::saying;
use crate::domain::compare::{Matter, Meeting};
use crate::ui::{
    markup::markup,
    side_by_side::{BoardView, SideBySide},
};

/// Ways that are not folded away: those of two people are two.
const AT_FIRST: usize = 2;

pub(crate) fn meetings(view: &BoardView<'_>, found: &SideBySide) -> Html {
    let comparison = &found.comparison;
    let results = &comparison.results;
    let have_met = results.iter().all(|result| result.verdict == results[0].verdict);
    let lead = if have_met {
        // Some who leave only pause.
        let is_same = results.iter().all(|result| result.is_pause() == results[0].is_pause());
        let verdict = if is_same { found.verdict(view.words, 0) } else { view.words.verdict_short(results[0].verdict) };
        view.says.fill(saying::MEETING_MET, &[("verdict", verdict)])
    } else if !comparison.meetings.is_empty() {
        view.text(saying::MEETING_LEAD).to_owned()
    } else if comparison.unsettled.is_empty() {
        view.text(saying::MEETING_NONE).to_owned()
    } else {
        view.text(saying::MEETING_UNSETTLED).to_owned()
    };
    let (first, others) = comparison.meetings.split_at(comparison.meetings.len().min(AT_FIRST));
    markup! {
        <section class="son-section">
            {heading(2, "son-section__title", view.text(saying::MEETING_TITLE).into())}
            {paragraph("son-section__lead", &lead)}
            {for first.iter().map(|meeting| way(view, found, meeting))}
            if !others.is_empty() {
                <details class="son-more">
                    <summary>{view.says.count([saying::MEETING_MORE_ONE, saying::MEETING_MORE_OTHER], others.len(), &[])}</summary>
                    {for others.iter().map(|meeting| way(view, found, meeting))}
                </details>
            }
        </section>
    }
}

fn way(view: &BoardView<'_>, found: &SideBySide, meeting: &Meeting) -> Html {
    let name = view.name(meeting.person);
    let title = view.says.fill(saying::MEETING_WAY, &[("verdict", view.words.verdict_short(meeting.verdict))]);
    let on = |on: &Matter| {
        let answer = view.answer(found, meeting.person, *on).unwrap_or_default();
        markup! { <div><dt>{view.matter(*on)}</dt><dd>{answer}</dd></div> }
    };
    markup! {
        <div class="son-meeting">
            {sub_of(3, &title)}
            {paragraph("", &view.says.fill(saying::MEETING_AS, &[("name", &name)]))}
            <dl class="son-apart__answers">{for meeting.on.iter().map(on)}</dl>
            if !meeting.is_smallest { {paragraph("son-question__note", view.text(saying::MEETING_MAYBE))} }
        </div>
    }
}
