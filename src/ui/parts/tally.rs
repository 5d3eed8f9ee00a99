//! Small scales that stay in sight while the ledger is read, and tip line by line. Decoration: the lines say the same.

use yew::Html;

use crate::content::text;
use crate::export::drawing::turn;
use crate::ui::{lengths::decimal, markup::markup, outcome::ResultView, view::View};

pub(super) fn tally(view: &View<'_>, result: &ResultView<'_>) -> Html {
    let totals = &result.outcome.totals;
    let line = result.lines_read.min(totals.len()).checked_sub(1);
    let (total, scale) = line.map_or((0, 0), |line| totals[line]);
    markup! {
        <div class="son-tally" part="tally" aria-hidden="true" ref={result.tally.clone()}>
            {small_scales(scale)}
            <p>
                {view.text(text::LEDGER_TALLY)}
                <span class="son-tally__value">{view.words.lang().signed(total)}</span>
            </p>
        </div>
    }
}

/// Scales that tip as far as a balance does, on the scale from −100 to +100.
pub(super) fn small_scales(scale: i32) -> Html {
    markup! {
        <svg class="son-tally__scales" viewBox="0 0 88 34" aria-hidden="true">
            <g transform="translate(44 11)">
                <path class="son-scales__frame" d="M0 1V20M-10 21.5H10" />
                <g class="son-tally__beam" transform={format!("rotate({})", decimal(turn(scale)))}>
                    <path class="son-scales__frame" d="M-36 0H36M-36 0V6M36 0V6M-43 7H-29C-30 12 -42 12 -43 7ZM29 7H43C42 12 30 12 29 7ZM0 0V-8" />
                </g>
                <circle class="son-scales__frame" r="2.5" />
            </g>
        </svg>
    }
}
