//! The result: the verdict with its picture and main reasons first, then the whole account of it.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use crate::content::{MODEL, Plural, Words, text};
use crate::session::{Action, Session};
use crate::ui::{
    Cta,
    act::Act,
    app::Outcome,
    parts::{Heading, button, cta, foot, gates, ledger, link, networks, next_steps, provisional, reasons, verdict},
    screen::Step,
};

#[derive(Properties, PartialEq)]
pub(crate) struct ResultPageProps {
    pub(crate) words: Rc<Words>,
    pub(crate) session: Session,
    pub(crate) outcome: Outcome,
    pub(crate) heading: Heading,
    pub(crate) cta: Option<Cta>,
    pub(crate) act: Act,
}

#[component]
pub(crate) fn ResultPage(props: &ResultPageProps) -> Html {
    let ResultPageProps { words, session, outcome, heading, cta: publisher, act } = props;
    let (report, answers, level) = (&outcome.report, session.answers(), heading.level);
    let left = session.left_to_refine(&MODEL) as i32;
    let refine = Plural { one: text::RESULT_REFINE_ONE, other: text::RESULT_REFINE_OTHER };
    html! {
        <div part="result">
            {verdict(words, report, heading)}
            if report.provisional { {provisional(words, session, act)} }
            {gates(words, report, level)}
            {reasons(words, report, level)}
            <div class="son-actions son-top__block">
                if left > 0 { {button(act, Step::Act(Action::Refine), &words.count(refine, left))} }
                {link(act, Step::Act(Action::ShowAnswers), words.text(text::RESULT_REVIEW), "", None)}
            </div>
            {next_steps(words, report, answers, level)}
            {ledger(words, answers, outcome, level, act)}
            {networks(words, report, answers, level)}
            <div class="son-section">
                if let Some(publisher) = publisher { {cta(words, publisher)} }
                <div class="son-actions">{foot(words, act)}</div>
            </div>
        </div>
    }
}
