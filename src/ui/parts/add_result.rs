//! What brings a result in: a field for its address, files, or one's own; and what could not be brought in.

use web_sys::HtmlInputElement;
use yew::{Html, InputEvent, MouseEvent, SubmitEvent, TargetCast, html};

use super::heading::{heading, paragraph};
use crate::content::{MODEL, saying};
use crate::domain::{AnswerError, link::LinkError, shared::SharedError};
use crate::ui::{
    board::{Deed, Fault, Origin, Said, Why},
    markup::markup,
    side_by_side::BoardView,
};

pub(crate) fn add_result(view: &BoardView<'_>) -> Html {
    let board = view.board;
    let is_wrong = board.faults.iter().any(|fault| matches!(fault.of, Origin::Field | Origin::Link(_)));
    let is_wrong = is_wrong && board.deeds > 0;
    let oninput =
        view.act.reform(|event: InputEvent| Deed::Type(event.target_unchecked_into::<HtmlInputElement>().value()));
    let onsubmit = view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Deed::Add
    });
    let field = html! {
        <input
            class="son-address" id="son-link" name="link" ref={view.field.clone()} value={board.typed.clone()} {oninput}
            inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-invalid={is_wrong.then_some("true")} aria-describedby={is_wrong.then_some("son-wrong")}
        />
    };
    let mine = view.act.reform(|_: MouseEvent| Deed::AddMine);
    let content = markup! {
        {heading(2, "son-section__title", view.text(saying::ADD_TITLE).into())}
        <div class="son-add">
            <label class="son-add__label" for="son-link">{view.text(saying::ADD_LINK)}</label>
            <div class="son-actions">
                {field}
                <button class="son-button" type="submit">{view.text(saying::ADD_DO)}</button>
            </div>
            <div class="son-actions son-add__more">
                if board.offers_mine() {
                    {html! { <button class="son-link" type="button" onclick={mine}>{view.text(saying::ADD_MINE)}</button> }}
                }
                <div class="son-add__files">
                    // What is chosen is read outside: see `comparison.js`.
                    <label class="son-file">
                        <input class="son-file__input" type="file" multiple="" accept="application/json,.json" />
                        <span class="son-link">{view.text(saying::ADD_FILES)}</span>
                    </label>
                    <span class="son-add__drop">{view.text(saying::ADD_DROP)}</span>
                </div>
            </div>
        </div>
        {faults(view)}
        <p class="son-hidden" role="status">{said(view)}</p>
    };
    html! { <form class="son-adding" method="dialog" novalidate=true {onsubmit}>{content}</form> }
}

fn faults(view: &BoardView<'_>) -> Html {
    if view.board.faults.is_empty() {
        return Html::default();
    }
    // Drawn anew for each deed: the same words twice are said twice.
    let rows = view.board.faults.iter().map(|fault| html! { <li key={view.board.deeds}>{said_of(view, fault)}</li> });
    markup! {
        <div class="son-note son-note--error" role="alert" id="son-wrong">
            <ul class="son-faults">{for rows}</ul>
        </div>
    }
}

fn said_of(view: &BoardView<'_>, fault: &Fault) -> Html {
    let of = match &fault.of {
        Origin::Field | Origin::Device => None,
        Origin::Link(number) => Some(view.says.fill(saying::FAULT_LINK, &[("number", &number.to_string())])),
        Origin::File(name) => Some(name.clone()),
    };
    markup! {
        if let Some(of) = of { {paragraph("son-note__title", &of)} }
        {paragraph("son-note__text", &why(view, &fault.why))}
    }
}

fn why(view: &BoardView<'_>, why: &Why) -> String {
    let saying = match why {
        Why::Empty => saying::FAULT_EMPTY,
        Why::Link(LinkError::NotALink) => saying::FAULT_NO_CODE,
        Why::Link(LinkError::Damaged | LinkError::Unknown(_)) => saying::FAULT_DAMAGED,
        Why::Link(LinkError::LaterFormat | LinkError::Newer(_)) | Why::File(SharedError::Newer(_)) => {
            saying::FAULT_NEWER
        }
        Why::File(SharedError::NotOurs) => saying::FAULT_NOT_OURS,
        Why::File(SharedError::NotADay) => saying::FAULT_DATE,
        Why::File(SharedError::Refused(AnswerError { question, value, .. })) => {
            // In the reader's words where there are any; it may be one that nobody knows.
            let question = MODEL.question(question).map_or(&**question, |place| view.words.question(place).name);
            return view.says.fill(saying::FAULT_ANSWER, &[("question", question), ("value", value)]);
        }
        Why::Nothing => saying::FAULT_NOTHING,
        Why::Twice => saying::FAULT_TWICE,
        Why::Full => saying::FAULT_FULL,
    };
    view.text(saying).to_owned()
}

/// What was done, for those who do not see it.
fn said(view: &BoardView<'_>) -> Html {
    let count = view.order.len();
    let said = match &view.board.said {
        Said::Nothing => return Html::default(),
        Said::Removed(entry) => {
            let letter = char::from(b'A' + entry.letter).to_string();
            let name = match &entry.name {
                Some(name) => name,
                None if entry.is_mine => view.text(saying::RESULTS_MINE),
                None => &letter,
            };
            view.says.fill(saying::SAID_REMOVED, &[("name", name)])
        }
        Said::Added(added) => {
            let is_new = |shown: &usize| view.order[*shown] >= count.saturating_sub(*added);
            let list = view.names((0..count).filter(is_new));
            view.says.count([saying::SAID_ADDED_ONE, saying::SAID_ADDED_OTHER], count, &[("list", &list)])
        }
    };
    html! { <span key={view.board.deeds}>{said}</span> }
}
