//! The result: the verdict with its picture and main reasons first, then the whole account of it.

use yew::Html;

use crate::content::{MODEL, Plural, text};
use crate::session::Action;
use crate::ui::{
    Cta,
    markup::markup,
    outcome::ResultView,
    parts::{
        button, cta, firm, foot, gates, ledger, link, networks, next_steps, own_weights, provisional, reasons, trial,
        verdict, what_if, wide,
    },
    screen::Step,
    view::View,
};

/// `arrived`: what there is to say of a link. `taken`: what the reader takes away.
pub(crate) fn result_page(
    view: &View<'_>,
    result: &ResultView<'_>,
    arrived: Option<Html>,
    taken: Option<Html>,
    publisher: Option<&Cta>,
) -> Html {
    let report = &result.outcome.report;
    let left = view.screen.session.left_to_refine(&MODEL) as i32;
    let refine = Plural { one: text::RESULT_REFINE_ONE, other: text::RESULT_REFINE_OTHER };
    markup! {
        <div part="result" key="result">
            {arrived.unwrap_or_else(|| trial(view))}
            {own_weights(view)}
            {wide(view, result)}
            {verdict(view, report)}
            if report.provisional { {provisional(view)} }
            {gates(view, report)}
            {reasons(view, report)}
            <div class="son-actions son-top__block">
                if left > 0 { {button(view, Step::Act(Action::Refine), &view.words.count(refine, left))} }
                {link(view, Step::Act(Action::ShowAnswers), view.text(text::RESULT_REVIEW), "", None)}
            </div>
            {next_steps(view, report, &result.outcome.plan)}
            {ledger(view, result)}
            {firm(view, result)}
            {networks(view, report)}
            {what_if(view, result.outcome)}
            {taken}
            <div class="son-section son-screen">
                if let Some(publisher) = publisher { {cta(view, publisher)} }
                <div class="son-actions">{foot(view)}</div>
            </div>
        </div>
    }
}
