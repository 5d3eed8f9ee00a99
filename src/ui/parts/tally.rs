//! Small scales that stay in sight while the ledger is read, and tip line by line. Decoration: the lines say the same.

use std::rc::Rc;

use yew::{Html, Properties, component, html, use_node_ref};

use super::weights::turn;
use crate::content::{Words, text};
use crate::ui::{hooks::use_lines_read, lengths::decimal};

#[derive(Properties, PartialEq)]
pub(crate) struct TallyProps {
    pub(crate) words: Rc<Words>,
    /// After each line: the running total, and the same on the scale.
    pub(crate) totals: Rc<[(i32, i32)]>,
}

#[component]
pub(crate) fn Tally(props: &TallyProps) -> Html {
    let bar = use_node_ref();
    let read = use_lines_read(&bar).min(props.totals.len());
    let (total, scale) = read.checked_sub(1).map_or((0, 0), |line| props.totals[line]);
    html! {
        <div class="son-tally" part="tally" aria-hidden="true" ref={bar}>
            <svg class="son-tally__scales" viewBox="0 0 88 34">
                <g transform="translate(44 11)">
                    <path class="son-scales__frame" d="M0 1V20M-10 21.5H10" />
                    <g class="son-tally__beam" transform={format!("rotate({})", decimal(turn(scale)))}>
                        <path class="son-scales__frame" d="M-36 0H36M-36 0V6M36 0V6M-43 7H-29C-30 12 -42 12 -43 7ZM29 7H43C42 12 30 12 29 7ZM0 0V-8" />
                    </g>
                    <circle class="son-scales__frame" r="2.5" />
                </g>
            </svg>
            <p>
                {props.words.text(text::LEDGER_TALLY)}
                <span class="son-tally__value">{props.words.lang().signed(total)}</span>
            </p>
        </div>
    }
}
