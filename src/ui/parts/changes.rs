//! What changed between results of one person: the verdict and balance, then each answer with what its change does alone.

use yew::Html;

use super::heading::{heading, paragraph};
use crate::content::saying;
use crate::domain::compare::{Changed, Moved};
use crate::ui::{
    markup::markup,
    side_by_side::{BoardView, SideBySide},
};

pub(crate) fn changes(view: &BoardView<'_>, found: &SideBySide, rows: &[Changed]) -> Html {
    let lead = if rows.is_empty() { saying::TIME_NONE } else { saying::TIME_LEAD };
    markup! {
        <section class="son-section son-changes">
            {heading(2, "son-section__title", view.text(saying::TIME_TITLE).into())}
            {paragraph("son-changes__verdict", &verdict(view, found))}
            {paragraph("son-section__lead", view.text(lead))}
            if !rows.is_empty() { <ul class="son-steps">{for rows.iter().map(|row| change(view, found, row))}</ul> }
        </section>
    }
}

/// From the first to the last.
fn verdict(view: &BoardView<'_>, found: &SideBySide) -> String {
    let last = found.shared.len() - 1;
    let [from, to] = [0, last].map(|shown| found.verdict(view.words, shown));
    let [before, after] = [0, last].map(|shown| view.words.lang().signed(found.comparison.results[shown].balance));
    let said = if from == to { saying::TIME_SAME_VERDICT } else { saying::TIME_OTHER_VERDICT };
    view.says.fill(said, &[("from", from), ("to", to), ("before", &before), ("after", &after)])
}

fn change(view: &BoardView<'_>, found: &SideBySide, row: &Changed) -> Html {
    let time = |shown: usize, moved: Option<&Moved>| {
        let answer = view.answer(found, shown, row.on);
        markup! {
            <div>
                <dt>{view.name(shown)}</dt>
                <dd>
                    {answer.as_deref().unwrap_or(view.text(saying::APART_UNANSWERED))}
                    {moved.map(|moved| said(view, moved))}
                </dd>
            </div>
        }
    };
    let later = row.moved.iter().enumerate();
    let later = later.filter_map(|(before, moved)| moved.as_ref().map(|moved| time(before + 1, Some(moved))));
    markup! {
        <li class="son-step son-apart">
            {heading(3, "son-apart__on", view.matter(row.on).into())}
            <dl class="son-apart__answers">
                {time(0, None)}
                {for later}
            </dl>
        </li>
    }
}

/// What a change does alone.
fn said(view: &BoardView<'_>, moved: &Moved) -> Html {
    let points = match moved.points {
        0 => view.text(saying::TIME_UNMOVED).to_owned(),
        points => {
            let signed = view.words.lang().signed(points);
            let both = [saying::TIME_MOVED_ONE, saying::TIME_MOVED_OTHER];
            view.says.count(both, points.unsigned_abs() as usize, &[("points", &signed)])
        }
    };
    let side = match moved.points.signum() {
        1 => Some("pro"),
        -1 => Some("con"),
        _ => None,
    };
    markup! {
        <span class="son-apart__moved">
            <span class="son-points" data-side={side}>{points}</span>
            if moved.flips { {", "}<strong>{view.text(saying::TIME_FLIPS)}</strong> }
        </span>
    }
}
