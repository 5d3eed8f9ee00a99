//! The three gates, each a drawing, a word and a sentence.

use yew::Html;

use super::heading::{heading, paragraph};
use crate::content::{MODEL, text};
use crate::domain::{
    Report,
    gate::{GateReport, GateState},
};
use crate::export::drawing;
use crate::ui::{markup::markup, view::View};

pub(crate) fn gates(view: &View<'_>, report: &Report) -> Html {
    let words = view.words;
    let gate = |gate: &GateReport| {
        // The worst cause comes first.
        let why = match gate.causes.first() {
            Some(cause) => words.cause(&MODEL, gate.gate, *cause),
            None => words.gate_open(gate.gate),
        };
        markup! {
            <li class="son-gate" part="gate" data-state={gate.state.id()}>
                <div class="son-gate__head">
                    {door(gate.state)}
                    {heading(view.level + 1, "son-gate__name", words.gate(gate.gate).into())}
                    {paragraph("son-gate__state", words.state(gate.state))}
                </div>
                <p class="son-gate__why">
                    // In a narrow column the sentence stands apart from its gate.
                    <span class="son-gate__of" aria-hidden="true">{words.fill(text::GATES_OF, &[("gate", words.gate(gate.gate))])}</span>
                    {why}
                </p>
            </li>
        }
    };
    markup! {
        <div class="son-top__block">
            {heading(view.level, "son-hidden", view.text(text::GATES_TITLE).into())}
            <ul class="son-gates" part="gates">{for report.gates.iter().map(gate)}</ul>
        </div>
    }
}

pub(super) fn door(state: GateState) -> Html {
    let [leaf, detail] = drawing::leaf(state);
    markup! {
        <svg class="son-gate__door" viewBox="0 0 26 36" aria-hidden="true">
            <path d={drawing::DOOR} />
            <path class="son-gate__leaf" d={leaf} />
            <path class="son-gate__detail" d={detail} />
        </svg>
    }
}
