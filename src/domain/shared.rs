//! What is handed on, by link or by file: answers and weights, the day, and the model that they were given to.

use std::fmt;

use super::{AnswerError, Answers, Date, Model, Options, Value, Version};

/// Says that a file is one of ours.
const FORMAT: &str = "social-or-not";

/// Answers as they are handed on. Everything else is reckoned anew by whoever opens them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The answers.
    pub answers: Answers,
    /// How much each theme matters, in the model's order. Empty: all 1.
    pub weights: Vec<u8>,
    /// The day on which it was made, if it was to be told.
    pub made: Option<Date>,
    /// The version of the model that it was made with.
    pub version: Version,
    /// How many questions that model had.
    pub questions: usize,
}

/// What is new since something was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The version that it was made with.
    pub version: Version,
    /// The questions that did not exist then.
    pub questions: Vec<usize>,
}

impl Shared {
    /// Answers given to this model.
    pub fn new(model: &Model, answers: Answers, weights: Vec<u8>, made: Option<Date>) -> Shared {
        Shared { answers, weights, made, version: model.version(), questions: model.questions.len() }
    }

    /// What changed in the model since it was made; none if nothing did.
    pub fn news(&self, model: &Model) -> Option<News> {
        let news = News { version: self.version, questions: (self.questions..model.questions.len()).collect() };
        (self.version != model.version() || !news.questions.is_empty()).then_some(news)
    }

    /// The same as a JSON file: `{"format":"social-or-not","model":"1.0.0","made":"2026-03-12","answers":{…},"weights":{…}}`.
    pub fn to_json(&self, model: &Model) -> String {
        let made = self.made.map_or_else(String::new, |made| format!("\"made\":\"{made}\","));
        let weights = Options { weights: self.weights.clone(), ..Options::default() }.weights_json(model);
        format!(
            "{{\"format\":\"{FORMAT}\",\"model\":\"{}\",\"questions\":{},{made}\"answers\":{},\"weights\":{weights}}}\n",
            self.version,
            self.questions,
            self.answers.to_json(model)
        )
    }

    /// Reads what a file holds, or what a browser keeps. Fields that it does not know are left aside: a later version may add
    /// some. What browsers kept at first had `"version":1` in place of the format, the day in `date`, and no model.
    ///
    /// # Errors
    ///
    /// If it is not such a file, or holds what this model does not know; nothing is half read.
    pub fn read(model: &Model, file: &Value) -> Result<Shared, SharedError> {
        let Value::Record(rows) = file else { return Err(SharedError::NotOurs) };
        let field = |name: &str| rows.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        let is_first = matches!(field("version"), Some(Value::Number(version, _)) if *version == 1.0);
        if !is_first && field("format") != Some(&Value::text(FORMAT)) {
            return Err(SharedError::NotOurs);
        }
        let version = match field("model") {
            Some(Value::Text(text)) => Version::read(text).ok_or(SharedError::NotOurs)?,
            None if is_first => model.version(),
            _ => return Err(SharedError::NotOurs),
        };
        let refused =
            |error| if version > model.version() { SharedError::Newer(version) } else { SharedError::Refused(error) };
        let made = match field("made").or(field("date")) {
            None | Some(Value::Null) => None,
            Some(Value::Text(text)) => Some(Date::read(text).ok_or(SharedError::NotADay)?),
            Some(_) => return Err(SharedError::NotADay),
        };
        let answers = Answers::read(model, field("answers").unwrap_or(&Value::Null)).map_err(refused)?;
        let weights = field("weights").map_or(Ok(Vec::new()), |weights| Options::read_weights(model, weights));
        let questions = match field("questions") {
            Some(Value::Number(count, _)) if (0.0..=1e6).contains(count) => *count as usize,
            _ => model.questions.len(),
        };
        Ok(Shared { answers, weights: weights.map_err(refused)?, made, version, questions })
    }
}

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SharedError {
    /// It is not a file of ours.
    NotOurs,
    /// The day on which it was made is not a day.
    NotADay,
    /// It holds what only a later model knows.
    Newer(Version),
    /// An answer or a weight is not valid.
    Refused(AnswerError),
}

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SharedError::NotOurs => write!(f, "the file does not hold answers to this quiz"),
            SharedError::NotADay => write!(f, "`made` is not a day written YYYY-MM-DD"),
            SharedError::Newer(version) => write!(f, "the file was made with the later model {version}"),
            SharedError::Refused(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SharedError {}
