//! Where the answers differ: the most decisive first, each with everyone's answer and what it does alone.

use yew::Html;

use super::heading::{heading, paragraph, sub_of};
use crate::content::saying;
use crate::domain::compare::{Disagreement, Matter};
use crate::ui::{
    lengths::percent,
    markup::markup,
    side_by_side::{BoardView, SideBySide},
};

pub(crate) fn apart(view: &BoardView<'_>, found: &SideBySide) -> Html {
    let rows = &found.comparison.disagreements;
    let most = rows.iter().map(|row| row.moves).max().unwrap_or_default();
    let decisive = rows.iter().take_while(|row| row.flips > 0).count();
    let list = |title, rows: &[Disagreement]| {
        markup! {
            if !rows.is_empty() {
                {sub_of(3, view.text(title))}
                <ul class="son-steps">{for rows.iter().map(|row| difference(view, found, row, most))}</ul>
            }
        }
    };
    markup! {
        <section class="son-section">
            {heading(2, "son-section__title", view.text(saying::APART_TITLE).into())}
            if rows.is_empty() {
                {paragraph("son-section__lead", view.text(saying::APART_NONE))}
            } else {
                {paragraph("son-section__lead", view.text(saying::APART_LEAD))}
            }
            {list(saying::APART_DECISIVE, &rows[..decisive])}
            {list(saying::APART_OTHERS, &rows[decisive..])}
        </section>
    }
}

fn difference(view: &BoardView<'_>, found: &SideBySide, row: &Disagreement, most: i32) -> Html {
    let moves = match row.moves {
        0 => view.text(saying::APART_UNMOVED).to_owned(),
        moves => view.says.count([saying::APART_MOVES_ONE, saying::APART_MOVES_OTHER], moves as usize, &[]),
    };
    let flips = match row.flips {
        0 => String::new(),
        _ => view.says.fill(saying::APART_FLIPS, &[("list", &view.names(row.whose()))]),
    };
    markup! {
        <li class="son-step son-apart">
            {heading(4, "son-apart__on", view.matter(row.on).into())}
            <dl class="son-apart__answers">{for groups(view, found, row.on).iter().map(|group| answer(view, group))}</dl>
            <div class="son-apart__does">
                <p>
                    if !flips.is_empty() { <strong>{flips}</strong>{" "} }
                    {moves}
                </p>
                <svg class="son-apart__bar" width="100%" height="10" aria-hidden="true">
                    <line class="son-rule" x1="0" x2="100%" y1="9.5" y2="9.5" />
                    <rect class="son-chart__share" data-kind="main" x="0" y="0.5" width={percent(row.moves, most)} height="9" />
                </svg>
            </div>
        </li>
    }
}

/// An answer, none where there is none, and those who gave it.
type Group = (Option<String>, Vec<usize>);

/// The answers to something, in the order of the first to give each.
fn groups(view: &BoardView<'_>, found: &SideBySide, on: Matter) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for shown in 0..found.shared.len() {
        let answer = view.answer(found, shown, on);
        match groups.iter_mut().find(|(other, _)| *other == answer) {
            Some((_, who)) => who.push(shown),
            None => groups.push((answer, vec![shown])),
        }
    }
    groups
}

fn answer(view: &BoardView<'_>, (answer, who): &Group) -> Html {
    markup! {
        <div>
            <dt>{view.names(who.iter().copied())}</dt>
            <dd>{answer.as_deref().unwrap_or(view.text(saying::APART_UNANSWERED))}</dd>
        </div>
    }
}
