//! A session as it is kept: what is handed on, and where the reader is.

use super::{Page, Session, Then};
use crate::domain::{Date, Model, Options, Shared, SharedError, Value};

impl Session {
    /// The session as JSON: a file of [`Shared::to_json`] with `at` before it, a question's id, `answers` or `result`; and with
    /// the rate, if the reader gave one.
    ///
    /// `made`: the day.
    pub fn record(&self, model: &Model, made: Option<Date>) -> String {
        let at = match self.page {
            Page::Question { question, .. } => model.questions[question].id,
            Page::Answers => "answers",
            Page::Result => "result",
        };
        let shared = self.share(model, made).to_json(model);
        format!("{{\"at\":\"{at}\",{}{}", self.options().rate_json(), shared.trim_start_matches('{'))
    }

    /// Reads a session back, with all that was kept of it. A position that makes no sense is replaced by where the answers lead.
    ///
    /// # Errors
    ///
    /// If it is no record, is damaged, or is of a later model. Nothing is half applied.
    pub fn restore(model: &Model, record: &Value) -> Result<(Session, Shared), SharedError> {
        let shared = Shared::read(model, record)?;
        let field = |name: &str| match record {
            Value::Record(rows) => rows.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        };
        let rate = field("rate").map(Options::read_rate).transpose().map_err(SharedError::Refused)?;
        let session = Session::shared(model, &shared).rated(rate);
        let page = match field("at") {
            Some(Value::Text(at)) if at == "answers" && session.has_result(model) => Page::Answers,
            Some(Value::Text(at)) if at == "result" && session.has_result(model) => Page::Result,
            Some(Value::Text(at)) => match model.question(at) {
                Some(question) => Page::Question { question, then: Then::Next },
                None => session.page,
            },
            _ => session.page,
        };
        Ok((Session { page, ..session }, shared))
    }
}
