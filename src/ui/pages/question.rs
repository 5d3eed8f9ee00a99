//! One question on a screen of its own. A form, though nothing is ever sent.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, KeyboardEvent, PointerEvent, Properties, SubmitEvent, component, html, use_mut_ref, use_state};

use crate::content::{MODEL, Text, Words, text};
use crate::domain::{Answer, question::Kind, question::Range};
use crate::session::{Action, Phase, Session, Then};
use crate::ui::{
    act::Act,
    hooks::use_pause,
    parts::{Entry, Heading, NumberField, Toggled, link, note, number_field, several_choices, single_choice, toggled},
    screen::Step,
};

#[derive(Properties, PartialEq)]
pub(crate) struct QuestionPageProps {
    pub(crate) words: Rc<Words>,
    pub(crate) session: Session,
    pub(crate) question: usize,
    pub(crate) then: Then,
    pub(crate) heading: Heading,
    pub(crate) act: Act,
}

/// What stands in the way of going on.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// Any answer at all.
    Answer,
    /// A number that can be taken.
    Number,
    /// One choice fewer, before this one.
    Fewer(usize),
}

#[component]
pub(crate) fn QuestionPage(props: &QuestionPageProps) -> Html {
    let QuestionPageProps { words, session, question, then, heading, act } = props;
    let question = *question;
    let (model, answer) = (&MODEL.questions[question], session.answers().get(question));
    let wanted = use_state(|| None::<Wanted>);
    // What is typed and is not, or not yet, the number in its usual spelling.
    let typed = use_state(|| None::<String>);
    // A single choice made by a pointer moves on by itself; else there is a button for it.
    let has_next = use_state(|| answer.is_some() || !matches!(model.kind, Kind::Single { .. }));
    let by_pointer = use_mut_ref(|| false);
    let pause = use_pause();

    let reply = {
        let (act, wanted) = (act.clone(), wanted.clone());
        move |answer: Option<Answer>| {
            wanted.set(None);
            act.emit(Step::Act(match answer {
                Some(answer) => Action::Answer { question, answer },
                None => Action::Withdraw { question },
            }));
        }
    };
    let entry = |range: Range| typed.as_ref().map(|typed| Entry::read(typed, range));
    let options = match model.kind {
        Kind::Single { .. } => {
            let (by_pointer, pressed) = (by_pointer.clone(), by_pointer.clone());
            let (act, has_next) = (act.clone(), has_next.clone());
            let on_choose = Callback::from(move |option: usize| {
                reply(Some(Answer::Single(option as u8)));
                let act = act.clone();
                if *by_pointer.borrow() {
                    pause.then(move || act.emit(Step::Act(Action::Advance)));
                } else {
                    pause.cancel();
                    has_next.set(true);
                }
            });
            let on_press = Callback::from(move |_: PointerEvent| *pressed.borrow_mut() = true);
            single_choice(words, question, session.answers().chosen(question), on_press, &on_choose)
        }
        Kind::Multi { .. } => {
            let chosen = session.answers().chosen(question);
            let refused = match *wanted {
                Some(Wanted::Fewer(option)) => Some(option),
                Some(Wanted::Answer | Wanted::Number) | None => None,
            };
            let wanted = wanted.clone();
            let on_toggle = Callback::from(move |option: usize| match toggled(model, chosen, option) {
                Toggled::Chosen(options) => reply(Some(Answer::Multi(options))),
                Toggled::Nothing => reply(None),
                // Drawing anew takes the browser's own tick back.
                Toggled::TooMany(_) => wanted.set(Some(Wanted::Fewer(option))),
            });
            several_choices(words, question, chosen, refused, &on_toggle)
        }
        Kind::Number(range) => {
            let number = session.answers().number(question);
            let shown = typed.as_ref().cloned().or_else(|| number.map(|number| words.lang().tenths(number)));
            let reply = Rc::new(reply);
            let (on_type, on_choose, on_leave) = (typed.clone(), typed.clone(), typed.clone());
            let (reply_typed, is_number) = (reply.clone(), matches!(entry(range), Some(Entry::Number(_))));
            number_field(NumberField {
                words,
                question,
                range,
                typed: AttrValue::from(shown.unwrap_or_default()),
                number: if typed.is_none() || is_number { number } else { None },
                is_wrong: *wanted == Some(Wanted::Number),
                on_type: Callback::from(move |text: String| {
                    match Entry::read(&text, range) {
                        Entry::Number(tenths) => reply_typed(Some(Answer::Number(tenths))),
                        Entry::Empty => reply_typed(None),
                        // An answer given before stays, until there is another one.
                        Entry::Invalid => (),
                    }
                    on_type.set(Some(text));
                }),
                on_choose: Callback::from(move |tenths: i32| {
                    on_choose.set(None);
                    reply(Some(Answer::Number(tenths)));
                }),
                on_leave: Callback::from(move |_| {
                    if is_number {
                        on_leave.set(None);
                    }
                }),
            })
        }
    };

    let onsubmit = {
        let (act, wanted) = (act.clone(), wanted.clone());
        let is_invalid = matches!(model.kind, Kind::Number(range) if entry(range) == Some(Entry::Invalid));
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match answer {
                _ if is_invalid => wanted.set(Some(Wanted::Number)),
                None => wanted.set(Some(Wanted::Answer)),
                Some(_) => act.emit(Step::Act(Action::Advance)),
            }
        })
    };
    let onkeydown = Callback::from(move |_: KeyboardEvent| *by_pointer.borrow_mut() = false);
    let text = words.question(question);
    let has_hint = !text.hint.is_empty();
    html! {
        // Without the script, pressing Enter does nothing: a dialog's method outside of a dialog.
        <form class="son-question" part="question" method="dialog" novalidate=true {onsubmit} {onkeydown}>
            <fieldset aria-describedby={has_hint.then_some("son-hint")}>
                <legend>{heading.view("son-question__text", text.text.into())}</legend>
                if has_hint { <p class="son-question__hint" id="son-hint">{text.hint}</p> }
                {options}
            </fieldset>
            if answer == Some(Answer::Unknown) { <p class="son-question__note">{words.text(text::QUESTION_SAID_UNKNOWN)}</p> }
            {complaint(words, model.kind, *wanted, typed.as_ref())}
            {foot(props, *has_next, *then, act)}
            if !session.can_go_back(&MODEL) { <p class="son-question__note">{words.text(text::QUESTION_PRIVACY)}</p> }
        </form>
    }
}

fn complaint(words: &Words, kind: Kind, wanted: Option<Wanted>, typed: Option<&String>) -> Html {
    let (title, text) = match (wanted, kind) {
        (None | Some(Wanted::Fewer(_)), _) => return Html::default(),
        (Some(Wanted::Number), Kind::Number(range)) => {
            let number = |tenths: i32| words.lang().tenths(tenths);
            let values = [("least", &*number(range.least)), ("most", &*number(range.most)), ("step", &*number(range.step))];
            let title = words.fill(text::WANTED_INVALID, &[("text", typed.map_or("", |typed| typed.trim()))]);
            return note("son-wrong", &title, &words.fill(text::WANTED_INVALID_DO, &values));
        }
        (Some(_), Kind::Number(_)) => (text::WANTED_NUMBER, text::WANTED_NUMBER_DO),
        (Some(_), Kind::Multi { .. }) => (text::WANTED_MULTI, text::WANTED_MULTI_DO),
        (Some(_), Kind::Single { .. }) => (text::WANTED_SINGLE, text::WANTED_SINGLE_DO),
    };
    note("son-wrong", words.text(title), words.text(text))
}

fn foot(props: &QuestionPageProps, has_next: bool, then: Then, act: &Act) -> Html {
    let QuestionPageProps { words, session, .. } = props;
    let button = |step: Action, text: Text| link(act, Step::Act(step), words.text(text), "", None);
    let (next, back) = match then {
        Then::Next => (text::QUESTION_NEXT, text::QUESTION_BACK),
        Then::Answers => (text::QUESTION_KEEP, text::QUESTION_BACK_TO_ANSWERS),
        Then::Result => (text::QUESTION_KEEP, text::QUESTION_BACK_TO_VERDICT),
    };
    let refines = session.progress(&MODEL).is_some_and(|progress| progress.phase == Phase::Refine);
    html! {
        <div class="son-question__foot">
            <div class="son-actions">
                if has_next { <button class="son-button" part="button" type="submit">{words.text(next)}</button> }
                {button(Action::Decline, text::QUESTION_UNKNOWN)}
            </div>
            if session.can_go_back(&MODEL) {
                <div class="son-actions">
                    if refines { {button(Action::ShowResult, text::QUESTION_TO_VERDICT)} }
                    {button(Action::Back, back)}
                </div>
            }
        </div>
    }
}
