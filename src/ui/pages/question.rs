//! One question on a screen of its own. A form, though nothing is ever sent.

use yew::{Html, MouseEvent, SubmitEvent, html};

use crate::content::{MODEL, Text, text};
use crate::domain::{Answer, question::Kind};
use crate::session::{Action, Phase, Then};
use crate::ui::{
    draft::Edit,
    markup::markup,
    parts::{link, number_field, page_heading, paragraph, several_choices, single_choice, wanted},
    screen::Step,
    view::View,
};

pub(crate) fn question_page(view: &View<'_>, question: usize, then: Then) -> Html {
    let kind = MODEL.questions[question].kind;
    let options = match kind {
        Kind::Single { .. } => single_choice(view, question),
        Kind::Multi { most, .. } => several_choices(view, question, most),
        Kind::Number(range) => number_field(view, question, range),
    };
    let onsubmit = view.act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Step::Edit(Edit::Next)
    });
    let text = view.words.question(question);
    let has_hint = !text.hint.is_empty();
    let is_unknown = view.answers().get(question) == Some(Answer::Unknown);
    let content = markup! {
        <fieldset aria-describedby={has_hint.then_some("son-hint")}>
            <legend>{page_heading(view, "son-question__text", text.text.into())}</legend>
            if has_hint { <p class="son-question__hint" id="son-hint">{text.hint}</p> }
            {options}
        </fieldset>
        if is_unknown { {paragraph("son-question__note", view.text(text::QUESTION_SAID_UNKNOWN))} }
        {wanted(view, kind)}
        {foot(view, then)}
        // Only the first question has none before it.
        if !view.screen.session.can_go_back(&MODEL) { {paragraph("son-question__note", view.text(text::QUESTION_PRIVACY))} }
    };
    html! {
        // Without the script, pressing Enter does nothing: a dialog's method outside of a dialog.
        <form class="son-question" part="question" method="dialog" novalidate=true key={question} {onsubmit}>{content}</form>
    }
}

fn foot(view: &View<'_>, then: Then) -> Html {
    let session = &view.screen.session;
    let link = |action: Action, text: Text| link(view, Step::Act(action), view.text(text), "", None);
    let (next, back) = match then {
        Then::Next => (text::QUESTION_NEXT, text::QUESTION_BACK),
        Then::Answers => (text::QUESTION_KEEP, text::QUESTION_BACK_TO_ANSWERS),
        Then::Result => (text::QUESTION_KEEP, text::QUESTION_BACK_TO_VERDICT),
    };
    let refines = session.progress(&MODEL).is_some_and(|progress| progress.phase == Phase::Refine);
    // Not left to the form: a sandboxed frame refuses to submit it, and tells nobody.
    let onclick = view.act.reform(|event: MouseEvent| {
        event.prevent_default();
        Step::Edit(Edit::Next)
    });
    let button =
        || html! { <button class="son-button" part="button" type="submit" {onclick}>{view.text(next)}</button> };
    markup! {
        <div class="son-question__foot">
            <div class="son-actions">
                if view.screen.draft.has_next { {button()} }
                {link(Action::Decline, text::QUESTION_UNKNOWN)}
            </div>
            if session.can_go_back(&MODEL) {
                <div class="son-actions">
                    if refines { {link(Action::ShowResult, text::QUESTION_TO_VERDICT)} }
                    {link(Action::Back, back)}
                </div>
            }
        </div>
    }
}
