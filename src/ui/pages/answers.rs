//! All answers in a list, each of which can be changed.

use yew::Html;

use crate::content::{MODEL, text};
use crate::domain::Answer;
use crate::session::{Action, Then};
use crate::ui::{
    markup::markup,
    outcome::Outcome,
    parts::{button, classed, foot, link, page_heading, paragraph, short, strip, sub, trial},
    screen::{Mark, Step},
    view::View,
};

pub(crate) fn answers_page(view: &View<'_>, outcome: Option<&Outcome>) -> Html {
    let list = |core: bool| {
        let is_listed =
            |question: &usize| MODEL.questions[*question].core == core && view.answers().applies(&MODEL, *question);
        markup! { <dl>{for (0..MODEL.questions.len()).filter(is_listed).map(|question| row(view, outcome, question))}</dl> }
    };
    markup! {
        <div part="answers" key="answers">
            {page_heading(view, "son-question__text", view.text(text::ANSWERS_TITLE).into())}
            {paragraph("son-question__hint", view.text(text::ANSWERS_LEAD))}
            {trial(view)}
            {outcome.map(|outcome| now(view, outcome))}
            {sub(view, view.text(text::ANSWERS_CORE))}
            {list(true)}
            {sub(view, view.text(text::ANSWERS_REFINE))}
            {list(false)}
            <div class="son-actions son-top__block">
                {button(view, Step::Act(Action::ShowResult), view.text(text::QUESTION_TO_VERDICT))}
                {foot(view)}
            </div>
        </div>
    }
}

/// The verdict as it stands: it moves with the strips.
fn now(view: &View<'_>, outcome: &Outcome) -> Html {
    let (verdict, balance) = (outcome.report.verdict, view.words.lang().signed(outcome.report.balance()));
    let values = [("verdict", short(view.words, verdict)), ("balance", &*balance)];
    markup! { <p class="son-now" role="status">{view.words.fill(text::WHATIF_NOW, &values)}</p> }
}

fn row(view: &View<'_>, outcome: Option<&Outcome>, question: usize) -> Html {
    let reply = view.answers().get(question);
    let name = view.words.question(question).name;
    let (class, answer, change) = match view.words.full_answer(&MODEL, question, reply) {
        Some(answer) => ("son-answer__a", answer, text::ANSWERS_CHANGE),
        None => {
            let none = if reply == Some(Answer::Unknown) { text::ANSWERS_UNKNOWN } else { text::ANSWERS_UNASKED };
            ("son-answer__a son-answer__a--none", view.text(none).to_owned(), text::ANSWERS_ANSWER)
        }
    };
    let mark = Mark::Question(question);
    let more = view.words.fill(text::ANSWERS_OF, &[("question", name)]);
    let change = link(view, Step::Change(question, Then::Answers, mark), view.text(change), &more, Some(mark));
    markup! {
        <div class="son-answer">
            <dt class="son-answer__q">{name}</dt>
            {classed("dd", class, answer.into())}
            <dd class="son-answer__edit">{change}</dd>
            if let Some(cells) = outcome.and_then(|outcome| strip(view, outcome, question)) { <dd class="son-answer__strip">{cells}</dd> }
        </div>
    }
}
