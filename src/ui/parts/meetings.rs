//! What they would have to agree on for all verdicts to be the same.

use yew::Html;

use super::heading::{heading, paragraph, sub_of};
use crate::content::saying;
use crate::domain::compare::{Matter, Meeting};
use crate::ui::{
    markup::markup,
    side_by_side::{BoardView, SideBySide},
};

pub(crate) fn meetings(view: &BoardView<'_>, found: &SideBySide) -> Html {
    let comparison = &found.comparison;
    let first = comparison.results[0].verdict;
    let have_met = comparison.results.iter().all(|result| result.verdict == first);
    let lead = if have_met {
        view.says.fill(saying::MEETING_MET, &[("verdict", found.verdict(view.words, 0))])
    } else if comparison.meetings.is_empty() {
        view.text(saying::MEETING_NONE).to_owned()
    } else {
        view.text(saying::MEETING_LEAD).to_owned()
    };
    markup! {
        <section class="son-section">
            {heading(2, "son-section__title", view.text(saying::MEETING_TITLE).into())}
            {paragraph("son-section__lead", &lead)}
            {for comparison.meetings.iter().map(|meeting| way(view, found, meeting))}
        </section>
    }
}

fn way(view: &BoardView<'_>, found: &SideBySide, meeting: &Meeting) -> Html {
    let name = view.name(meeting.person);
    let title = view.says.fill(saying::MEETING_WAY, &[("verdict", view.words.verdict_short(meeting.verdict))]);
    let on = |on: &Matter| {
        let answer = view.answer(found, meeting.person, *on).unwrap_or_default();
        let values = [("question", view.matter(*on)), ("answer", &*answer)];
        markup! { <li class="son-step">{view.says.fill(saying::MEETING_ON, &values)}</li> }
    };
    markup! {
        <div class="son-meeting">
            {sub_of(3, &title)}
            {paragraph("", &view.says.fill(saying::MEETING_AS, &[("name", &name)]))}
            <ul class="son-steps">{for meeting.on.iter().map(on)}</ul>
            if !meeting.is_smallest { {paragraph("son-question__note", view.text(saying::MEETING_MAYBE))} }
        </div>
    }
}
