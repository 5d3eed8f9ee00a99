//! What there is to do about a verdict: gates to open, things to change, better uses of the hours, words of caution.

use yew::{Html, html};

use super::heading::heading;
use crate::content::{MODEL, Text, Words, text};
use crate::domain::{Answers, Report, Verdict, network::Role};

/// The sections that this verdict calls for; often one, sometimes none.
pub(crate) fn next_steps(words: &Words, report: &Report, answers: &Answers, level: u8) -> Html {
    let step = |text: String| html! { <li class="son-step">{text}</li> };
    let kept = report.with_role(Role::Publish).count();
    let steps = match report.verdict {
        Verdict::Prepare | Verdict::StartSmall => causes(words, report, level),
        Verdict::Refocus => {
            let advice = report.advice.iter().map(|advice| step(words.advice(*advice, kept)));
            section(words, text::ADVICE_TITLE, level, html! { <ol class="son-steps">{for advice}</ol> })
        }
        Verdict::Leave | Verdict::No => {
            let steps = words.alternatives().map(|text| step(text.to_owned()));
            section(words, text::ALTERNATIVES_TITLE, level, html! { <ul class="son-steps son-steps--short">{for steps}</ul> })
        }
        Verdict::Go | Verdict::Listen => Html::default(),
    };
    html! { <>{steps}{cautions(words, report, answers, level)}</> }
}

/// What keeps each gate from being open, and what would open it.
fn causes(words: &Words, report: &Report, level: u8) -> Html {
    let rows = report.gates.iter().flat_map(|gate| gate.causes.iter().map(|cause| (gate.gate, *cause)));
    let row = |(gate, cause): (usize, usize)| {
        html! {
            <li class="son-step son-step--cause">
                <p class="son-step__why">
                    <span class="son-step__gate">{words.fill(text::GATES_OF, &[("gate", words.gate(gate))])}</span>
                    {words.cause(&MODEL, gate, cause)}
                </p>
                <p>{words.remedy(&MODEL, gate, cause)}</p>
            </li>
        }
    };
    let rows: Vec<Html> = rows.map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let list = html! {
        <>
            <p class="son-section__lead">{words.text(text::CAUSES_LEAD)}</p>
            <ul class="son-steps">{rows}</ul>
        </>
    };
    section(words, text::CAUSES_TITLE, level, list)
}

fn cautions(words: &Words, report: &Report, answers: &Answers, level: u8) -> Html {
    let chose = |question: &str, option: &str| {
        let place = MODEL.question(question).and_then(|question| Some((question, MODEL.questions[question].option(option)?)));
        place.is_some_and(|(question, option)| answers.chosen(question) & (1 << option) != 0)
    };
    // Who neither publishes nor answers anyone has nothing to be careful of.
    let is_silent = matches!(report.verdict, Verdict::No | Verdict::Leave);
    let minors = chose("ages", "13-17").then(|| words.caution_minors());
    let sensitive = chose("sector", "sensitive").then(|| words.caution_sensitive());
    let cautions: Vec<&str> = [minors, sensitive].into_iter().flatten().filter(|_| !is_silent).collect();
    if cautions.is_empty() {
        return Html::default();
    }
    let caution = |text: &str| html! { <p class="son-caution">{text.to_owned()}</p> };
    section(words, text::CAUTIONS_TITLE, level, html! { <>{for cautions.into_iter().map(caution)}</> })
}

fn section(words: &Words, title: Text, level: u8, content: Html) -> Html {
    html! {
        <section class="son-section">
            {heading(level, "son-section__title", words.text(title))}
            {content}
        </section>
    }
}
