//! A session as it is kept: answers, weights and position, as JSON.

use super::{Page, Session, Then};
use crate::domain::{AnswerError, Answers, Model, Options, Value};

impl Session {
    /// The session as JSON: `{"at":"goals","answers":{…},"weights":{…}}`. `at` is a question's id, `answers` or `result`.
    pub fn record(&self, model: &Model) -> String {
        let at = match self.page {
            Page::Question { question, .. } => model.questions[question].id,
            Page::Answers => "answers",
            Page::Result => "result",
        };
        let (answers, weights) = (self.answers.to_json(model), self.options().weights_json(model));
        format!("{{\"at\":\"{at}\",\"answers\":{answers},\"weights\":{weights}}}")
    }

    /// Reads a session back. A position that makes no sense is replaced by where the answers lead.
    ///
    /// # Errors
    ///
    /// If an answer or a weight is not valid: the record is of another model, or damaged. Nothing is half applied.
    pub fn restore(model: &Model, record: &Value) -> Result<Session, AnswerError> {
        let field = |name: &str| match record {
            Value::Record(rows) => rows.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        };
        let answers = Answers::read(model, field("answers").unwrap_or(&Value::Null))?;
        let weights = field("weights").map_or(Ok(Vec::new()), |weights| Options::read_weights(model, weights))?;
        let session = Session { weights, ..Session::with_answers(model, answers) };
        let page = match field("at") {
            Some(Value::Text(at)) if at == "answers" && session.has_result(model) => Page::Answers,
            Some(Value::Text(at)) if at == "result" && session.has_result(model) => Page::Result,
            Some(Value::Text(at)) => match model.question(at) {
                Some(question) => Page::Question { question, then: Then::Next },
                None => session.page,
            },
            _ => session.page,
        };
        Ok(Session { page, ..session })
    }
}
