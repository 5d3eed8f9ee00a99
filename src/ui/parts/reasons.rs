//! What weighed most: two arguments of the winning side, then one of the other.

use yew::Html;

use super::heading::heading;
use crate::content::{Words, text};
use crate::domain::{Report, argument::Side, ledger::Entry};
use crate::ui::{markup::markup, view::View};

pub(crate) fn reasons(view: &View<'_>, report: &Report) -> Html {
    let reason = |entry: &Entry| {
        markup! {
            <li class="son-reason">
                {points(view.words, entry.side, entry.points)}
                <span>{view.words.argument_brief(entry.argument)}</span>
            </li>
        }
    };
    if report.ledger.is_empty() {
        return Html::default();
    }
    markup! {
        <div class="son-top__block">
            {heading(view.level, "son-top__title", view.text(text::RESULT_MOST).into())}
            <ol class="son-reasons" part="reasons">{for heaviest(report).map(reason)}</ol>
        </div>
    }
}

fn heaviest(report: &Report) -> impl Iterator<Item = &Entry> {
    let (winner, other) = if report.balance() > 0 { (Side::Pro, Side::Con) } else { (Side::Con, Side::Pro) };
    let of = |side: Side, most: usize| report.ledger.iter().filter(move |entry| entry.side == side).take(most);
    of(winner, 2).chain(of(other, 1))
}

/// Points with their sign, in the colour of their side.
pub(super) fn points(words: &Words, side: Side, points: i32) -> Html {
    markup! { <span class="son-points" data-side={side.id()}>{words.lang().signed(side.signed(points))}</span> }
}
