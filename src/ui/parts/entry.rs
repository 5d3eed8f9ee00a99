//! One line of the ledger: points, argument, bar, the answers that gave them, the sources.

use yew::Html;

use super::{
    button::link,
    heading::{heading, paragraph},
    reasons::points,
    scales::fill,
    sources::cited,
};
use crate::content::{MODEL, text};
use crate::domain::{argument::Side, ledger};
use crate::session::Then;
use crate::ui::{
    lengths::percent,
    markup::markup,
    screen::{Mark, Step},
    view::View,
};

/// The track of every bar: from the least to the greatest running total.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    pub(super) least: i32,
    pub(super) most: i32,
}

/// A line. `total`: the running total before it.
pub(super) fn entry(view: &View<'_>, line: &ledger::Entry, total: i32, track: Track) -> Html {
    let words = view.words;
    let because = |question: &u8| {
        let question = usize::from(*question);
        let answer = words.short_answer(&MODEL, question, view.answers().get(question))?;
        let mark = Mark::Because(line.argument, question);
        let quoted = words.fill(text::QUOTE, &[("text", &answer)]);
        let more = words.fill(text::LEDGER_CHANGE, &[("question", words.question(question).name)]);
        Some(link(view, Step::Change(question, Then::Result, mark), &quoted, &more, Some(mark)))
    };
    markup! {
        <li class="son-entry" part="entry">
            {points(words, line.side, line.points)}
            {heading(view.level + 2, "son-entry__title", words.argument(line.argument).into())}
            {bar(line.side, total, line.side.signed(line.points), track)}
            <div class="son-entry__more">
                <p class="son-entry__because">
                    <span class="son-hidden">{view.text(text::LEDGER_BECAUSE)}</span>
                    <span class="son-entry__you" aria-hidden="true">{view.text(text::LEDGER_YOU)}</span>
                    {for line.because.iter().filter_map(because)}
                </p>
                {paragraph("son-entry__source", &cited(words, MODEL.arguments[line.argument].sources))}
            </div>
        </li>
    }
}

/// From the running total before a line to the one after it.
pub(super) fn bar(side: Side, total: i32, points: i32, track: Track) -> Html {
    let span = track.most - track.least;
    let x = percent(total.min(total + points) - track.least, span);
    let zero = percent(-track.least, span);
    markup! {
        <svg class="son-entry__bar" width="100%" height="10" aria-hidden="true">
            <line class="son-rule" x1="0" x2="100%" y1="9.5" y2="9.5" />
            // Below zero the account has gone: zero lies within the track.
            if track.least < 0 { <line class="son-entry__zero" x1={zero.clone()} x2={zero} y1="0" y2="10" /> }
            <rect class="son-weight" data-side={side.id()} fill={fill(side)} {x} width={percent(points.abs(), span)} y="0.5" height="9" />
        </svg>
    }
}
