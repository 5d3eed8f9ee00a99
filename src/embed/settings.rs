//! What the element hands over: the publisher's settings, and what the reader starts from.

use wasm_bindgen::JsValue;

use super::value::{field, read, text};
use crate::content::MODEL;
use crate::domain::{Answer, AnswerError, Answers, Date, Shared, SharedError};
use crate::session::{Action, Session, Then};
#[cfg(feature = "whole-module")]
use crate::ui::{Arrival, Way};
use crate::ui::{Cta, Keeping, Sharing};

/// The settings that may change while the quiz runs.
pub(super) struct Settings {
    pub(super) today: Option<Date>,
    pub(super) level: u8,
    pub(super) cta: Option<Cta>,
    pub(super) sharing: Sharing,
    pub(super) keeping: Keeping,
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
                    comparison: text(settings, "comparison").map(Into::into),
                    prints: field(settings, "prints").is_some(),
                    saves: field(settings, "saves").is_some(),
                    notice: None,
                }
            } else {
                Sharing::default()
            },
            keeping: match text(settings, "keeping").as_deref() {
                Some("nowhere") => Keeping::Nowhere,
                Some("elsewhere") => Keeping::Elsewhere,
                _ => Keeping::Kept,
            },
        }
    }
}

/// What the reader starts from: what a script has set, else what was kept, else the answers proposed, else nothing.
pub(super) struct Start {
    pub(super) session: Session,
    /// What was kept, if anything was.
    pub(super) kept: Option<Result<Shared, SharedError>>,
    /// The answers proposed take its place.
    pub(super) replaces: bool,
    /// What was wrong with the answers proposed.
    pub(super) fault: Option<AnswerError>,
}

impl Start {
    pub(super) fn read(settings: &JsValue) -> Start {
        let restore = |record| Session::restore(&MODEL, &read(&record));
        let (session, kept) = match field(settings, "record").map(restore) {
            Some(Ok((session, shared))) => (Some(session), Some(Ok(shared))),
            Some(Err(error)) => (None, Some(Err(error))),
            None => (None, None),
        };
        let proposed = field(settings, "answers").map(|answers| Answers::read(&MODEL, &read(&answers)));
        let is_script = field(settings, "replaces").is_some();
        let (session, fault) = match (session, proposed) {
            (_, Some(Ok(answers))) if is_script => {
                let session = Session::with_answers(&MODEL, answers);
                return Start { session, kept: None, replaces: true, fault: None };
            }
            (Some(session), Some(Err(error))) if is_script => (session, Some(error)),
            (Some(session), _) => (session, None),
            (None, Some(Ok(answers))) => (Session::with_answers(&MODEL, answers), None),
            (None, Some(Err(error))) => (Session::new(&MODEL), Some(error)),
            (None, None) => (Session::new(&MODEL), None),
        };
        Start { session, kept, replaces: false, fault }
    }

    /// There is something that was kept, and it cannot be read.
    pub(super) fn is_unread(&self) -> bool {
        matches!(self.kept, Some(Err(_)))
    }

    /// The day of an earlier visit; none if what was kept is of today.
    pub(super) fn kept_on(&self, today: Option<Date>) -> Option<Date> {
        let day = self.kept.as_ref()?.as_ref().ok()?.made?;
        (today != Some(day)).then_some(day)
    }

    /// What came by a link or in a file, else what there is to tell of what was kept.
    #[cfg(feature = "whole-module")]
    pub(super) fn arrival(&self, settings: &JsValue) -> Option<Arrival> {
        let unread = self.kept.clone().and_then(Result::err).map(Into::into);
        if let Some(code) = text(settings, "code") {
            return Some(Arrival::beside(&self.session, unread, Way::Link, Shared::from_code(&MODEL, &code)));
        }
        if let Some(file) = field(settings, "file") {
            return Some(Arrival::beside(&self.session, unread, Way::File, Shared::read(&MODEL, &read(&file))));
        }
        let kept = self.kept.clone()?;
        let has_news = kept.as_ref().map_or(true, |shared| shared.news(&MODEL).is_some());
        has_news.then(|| Arrival::beside(&self.session, None, Way::Storage, kept))
    }
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
