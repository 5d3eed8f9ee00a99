//! All answers in a list, each of which can be changed.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use crate::content::{MODEL, Words, text};
use crate::domain::Answer;
use crate::session::{Action, Session, Then};
use crate::ui::{
    act::Act,
    parts::{Heading, button, foot, link, sub},
    screen::{Mark, Step},
};

#[derive(Properties, PartialEq)]
pub(crate) struct AnswersPageProps {
    pub(crate) words: Rc<Words>,
    pub(crate) session: Session,
    pub(crate) heading: Heading,
    pub(crate) act: Act,
}

#[component]
pub(crate) fn AnswersPage(props: &AnswersPageProps) -> Html {
    let AnswersPageProps { words, session, heading, act } = props;
    let list = |core: bool| {
        let is_listed = |question: &usize| MODEL.questions[*question].core == core && session.answers().applies(&MODEL, *question);
        html! { <dl>{for (0..MODEL.questions.len()).filter(is_listed).map(|question| row(words, session, question, act))}</dl> }
    };
    html! {
        <div part="answers">
            {heading.view("son-question__text", words.text(text::ANSWERS_TITLE).into())}
            <p class="son-question__hint">{words.text(text::ANSWERS_LEAD)}</p>
            {sub(heading.level + 1, words.text(text::ANSWERS_CORE))}
            {list(true)}
            {sub(heading.level + 1, words.text(text::ANSWERS_REFINE))}
            {list(false)}
            <div class="son-actions son-top__block">
                {button(act, Step::Act(Action::ShowResult), words.text(text::QUESTION_TO_VERDICT))}
                {foot(words, act)}
            </div>
        </div>
    }
}

fn row(words: &Words, session: &Session, question: usize, act: &Act) -> Html {
    let reply = session.answers().get(question);
    let text = words.question(question);
    let (class, answer, change) = match words.full_answer(&MODEL, question, reply) {
        Some(answer) => ("son-answer__a", answer, text::ANSWERS_CHANGE),
        None => {
            let none = if reply == Some(Answer::Unknown) { text::ANSWERS_UNKNOWN } else { text::ANSWERS_UNASKED };
            ("son-answer__a son-answer__a--none", words.text(none).to_owned(), text::ANSWERS_ANSWER)
        }
    };
    let mark = Mark::Question(question);
    let more = words.fill(text::ANSWERS_OF, &[("question", text.name)]);
    html! {
        <div class="son-answer">
            <dt class="son-answer__q">{text.name}</dt>
            <dd class={class}>{answer}</dd>
            <dd class="son-answer__edit">{link(act, Step::Change(question, Then::Answers, mark), words.text(change), &more, Some(mark))}</dd>
        </div>
    }
}
