//! What the element hands over: the publisher's settings, and what the reader starts from.

use wasm_bindgen::JsValue;

use super::value::{field, read, text};
use crate::content::MODEL;
#[cfg(feature = "whole-module")]
use crate::domain::Shared;
use crate::domain::{Answer, AnswerError, Answers, Date};
use crate::session::{Action, Session, Then};
#[cfg(feature = "whole-module")]
use crate::ui::Arrival;
use crate::ui::{Cta, Sharing};

/// The settings that may change while the quiz runs.
pub(super) struct Settings {
    pub(super) today: Option<Date>,
    pub(super) level: u8,
    pub(super) cta: Option<Cta>,
    pub(super) sharing: Sharing,
}

impl Settings {
    pub(super) fn read(settings: &JsValue) -> Settings {
        let cta = field(settings, "cta").map(|cta| {
            let of = |name: &str| text(&cta, name).unwrap_or_default().into();
            Cta { label: of("label"), href: of("href"), name: of("name"), text: of("text") }
        });
        Settings {
            today: text(settings, "today").and_then(|today| Date::read(&today)),
            level: field(settings, "level").and_then(|level| level.as_f64()).map_or(2, |level| level as u8),
            cta,
            sharing: if cfg!(feature = "whole-module") {
                Sharing {
                    address: text(settings, "address").map(Into::into),
                    sends: field(&js_sys::global(), "navigator").is_some_and(|it| field(&it, "share").is_some()),
                    copied: None,
                }
            } else {
                Sharing::default()
            },
        }
    }
}

/// What the reader starts from: what was kept, else the answers proposed, else nothing. And what was wrong with either.
pub(super) fn opening(settings: &JsValue) -> (Session, Option<AnswerError>) {
    let kept = field(settings, "record").map(|record| Session::restore(&MODEL, &read(&record)));
    let proposed = field(settings, "answers")
        .map(|answers| Answers::read(&MODEL, &read(&answers)).map(|answers| Session::with_answers(&MODEL, answers)));
    let mut fault = None;
    for session in [kept, proposed].into_iter().flatten() {
        match session {
            Ok(session) => return (session, fault),
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    (Session::new(&MODEL), fault)
}

/// The day of an earlier visit; none if what was kept is of today.
pub(super) fn kept_on(settings: &JsValue) -> Option<Date> {
    let day = Date::read(&text(&field(settings, "record")?, "date")?)?;
    (text(settings, "today").and_then(|today| Date::read(&today)) != Some(day)).then_some(day)
}

/// What came by a link, beside what the reader has of their own.
#[cfg(feature = "whole-module")]
pub(super) fn arrival(settings: &JsValue, own: &Session) -> Option<Arrival> {
    let is_theirs = |shared: &Shared| {
        let shared = Session::shared(&MODEL, shared);
        own.answers().is_empty() || (shared.answers(), shared.options()) == (own.answers(), own.options())
    };
    Some(match Shared::from_code(&MODEL, &text(settings, "code")?) {
        Ok(shared) if is_theirs(&shared) => Arrival::Opened(shared),
        Ok(shared) => Arrival::Beside(shared),
        Err(error) => Arrival::Refused(error),
    })
}

/// What the reader did on the question that was rendered ahead.
pub(super) struct Tap {
    pub(super) question: usize,
    answer: Answer,
    /// Meant as an answer already, not merely chosen.
    moved: bool,
}

impl Tap {
    pub(super) fn read(settings: &JsValue) -> Option<Tap> {
        let tap = field(settings, "tap")?;
        let question = MODEL.question(&text(&tap, "question")?)?;
        let answer = match text(&tap, "option") {
            Some(option) => Answer::Single(MODEL.questions[question].option(&option)?),
            None => Answer::Unknown,
        };
        Some(Tap { question, answer, moved: field(&tap, "moved").is_some_and(|moved| moved.is_truthy()) })
    }

    /// The session after it, as if it had been done here.
    pub(super) fn apply(&self, session: &Session) -> Session {
        let opened = session.apply(&MODEL, Action::Open { question: self.question, then: Then::Next });
        let answered = opened.apply(&MODEL, Action::Answer { question: self.question, answer: self.answer });
        if self.moved { answered.apply(&MODEL, Action::Advance) } else { answered }
    }
}
