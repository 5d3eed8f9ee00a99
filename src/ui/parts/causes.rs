//! What there is to do about a verdict: gates to open, things to change, better uses of the hours, words of caution.

use yew::Html;

use super::heading::{heading, paragraph};
use crate::content::{MODEL, Text, text};
use crate::domain::{Plan, Report, Verdict, network::Role};
use crate::ui::{markup::markup, view::View};

/// The sections that this verdict calls for; often one, sometimes none.
pub(crate) fn next_steps(view: &View<'_>, report: &Report, plan: &Plan) -> Html {
    let words = view.words;
    let steps = |texts: &mut dyn Iterator<Item = String>| -> Html {
        texts.map(|text| markup! { <li class="son-step">{text}</li> }).collect()
    };
    let section = match report.verdict {
        Verdict::Prepare | Verdict::StartSmall => causes(view, report),
        Verdict::Refocus => {
            let kept = report.with_role(Role::Publish).count();
            let advice = steps(&mut report.advice.iter().map(|advice| words.advice(*advice, kept)));
            section(view, text::ADVICE_TITLE, markup! { <ol class="son-steps">{advice}</ol> })
        }
        // Who only pauses is not sent elsewhere.
        Verdict::Leave | Verdict::No if !plan.instead.is_empty() => {
            let alternatives = steps(&mut plan.instead.iter().map(|row| words.alternative(*row).to_owned()));
            section(
                view,
                text::ALTERNATIVES_TITLE,
                markup! { <ul class="son-steps son-steps--short">{alternatives}</ul> },
            )
        }
        Verdict::Go | Verdict::Listen | Verdict::Leave | Verdict::No => Html::default(),
    };
    markup! { <>{section}{cautions(view, plan)}</> }
}

/// What keeps each gate from being open, and what would open it.
fn causes(view: &View<'_>, report: &Report) -> Html {
    let words = view.words;
    let row = |(gate, cause): (usize, usize)| {
        markup! {
            <li class="son-step son-step--cause">
                <p class="son-step__why">
                    <span class="son-step__gate">{words.fill(text::GATES_OF, &[("gate", words.gate(gate))])}</span>
                    {words.cause(&MODEL, gate, cause)}
                </p>
                {paragraph("son-step__do", words.remedy(&MODEL, gate, cause))}
            </li>
        }
    };
    let rows = report.gates.iter().flat_map(|gate| gate.causes.iter().map(|cause| (gate.gate, *cause)));
    let rows: Vec<Html> = rows.map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let list = markup! { <>{paragraph("son-section__lead", view.text(text::CAUSES_LEAD))}<ul class="son-steps">{rows}</ul></> };
    section(view, text::CAUSES_TITLE, list)
}

fn cautions(view: &View<'_>, plan: &Plan) -> Html {
    if plan.cautions.is_empty() {
        return Html::default();
    }
    let cautions = plan.cautions.iter().map(|row| paragraph("son-caution", view.words.caution(*row)));
    section(view, text::CAUTIONS_TITLE, markup! { <>{for cautions}</> })
}

fn section(view: &View<'_>, title: Text, content: Html) -> Html {
    markup! {
        <section class="son-section">
            {heading(view.level, "son-section__title", view.text(title).into())}
            {content}
        </section>
    }
}
