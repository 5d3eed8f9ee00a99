//! The screens that the tests look at.

use std::rc::Rc;

use futures::executor::block_on;
use social_or_not::{
    content::{Lang, MODEL, RecordWords, Words},
    domain::{Answers, Date, Report, Verdict, evaluate},
    json,
    session::{Action, Page, Session, Then},
    ui::{Opening, Widget, WidgetProps},
};
use yew::LocalServerRenderer;

use crate::document::Document;

/// A session with a name for messages.
pub(crate) struct Screen {
    pub(crate) name: String,
    pub(crate) session: Session,
}

/// The widget in a language, with nothing set.
pub(crate) fn props(lang: Lang, session: Session) -> WidgetProps {
    let opening = Opening { session, ..Opening::default() };
    let record = Some(Rc::new(RecordWords::built_in(lang)));
    WidgetProps { opening, record, ..WidgetProps::new(Rc::new(Words::built_in(lang))) }
}

pub(crate) fn markup(props: WidgetProps) -> String {
    block_on(LocalServerRenderer::<Widget>::with_props(props).hydratable(false).render())
}

pub(crate) fn render(props: WidgetProps) -> Document {
    Document::read(&markup(props))
}

/// A question, with what was answered so far.
pub(crate) fn question(id: &str) -> Session {
    let question = MODEL.question(id).expect("a question");
    Session::new(&MODEL).apply(&MODEL, Action::Open { question, then: Then::Next })
}

/// The result of answers in JSON.
#[track_caller]
pub(crate) fn result(answers: &str) -> Session {
    let answers = Answers::read(&MODEL, &json::read(answers).expect("the test's own JSON")).expect("valid answers");
    Session::with_answers(&MODEL, answers).apply(&MODEL, Action::ShowResult)
}

/// The readers of the shared file, at their results.
pub(crate) fn personas() -> Vec<Screen> {
    let personas: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../personas.json")).expect("a list of personas");
    let screen = |persona: &serde_json::Value| Screen {
        name: persona["id"].as_str().expect("an id").to_owned(),
        session: result(&persona["answers"].to_string()),
    };
    personas.iter().map(screen).collect()
}

pub(crate) fn report(session: &Session) -> Report {
    evaluate(&MODEL, session.answers(), &Default::default())
}

/// A reader for every verdict, and for the pause that is a kind of leaving.
pub(crate) fn verdicts() -> Vec<Screen> {
    let mut all = personas();
    let pause = r#"{"who":"association","presence":"active","results":"clear","goals":["visibility"],"strategy":"written",
        "audience":"many","value":"useful","hours":0,"runner":"nobody","constancy":"year"}"#;
    all.push(Screen { name: "pause".to_owned(), session: result(pause) });
    for verdict in Verdict::ALL {
        assert!(all.iter().any(|screen| report(&screen.session).verdict == verdict), "nobody gets {}", verdict.id());
    }
    assert!(all.iter().any(|screen| report(&screen.session).pause), "nobody is told to pause");
    all
}

/// Every screen there is: all questions, first and later; all results; all lists of answers; nothing answered at all.
pub(crate) fn everything() -> Vec<Screen> {
    let mut all: Vec<Screen> = MODEL
        .questions
        .iter()
        .map(|row| Screen { name: format!("question {}", row.id), session: question(row.id) })
        .collect();
    for Screen { name, session } in verdicts() {
        all.push(Screen { name: format!("answers of {name}"), session: session.apply(&MODEL, Action::ShowAnswers) });
        for (place, row) in MODEL.questions.iter().enumerate() {
            let changed = session.apply(&MODEL, Action::Open { question: place, then: Then::Result });
            all.push(Screen { name: format!("{} of {name}", row.id), session: changed });
        }
        all.push(Screen { name: format!("result of {name}"), session });
    }
    all.push(Screen { name: "result of nothing".to_owned(), session: result("{}") });
    assert!(all.iter().any(|screen| screen.session.page() == Page::Answers));
    all
}

/// A day on which some figures are stale.
pub(crate) fn today() -> Option<Date> {
    Date::read("2026-06-01")
}
