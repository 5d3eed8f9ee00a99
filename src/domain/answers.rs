//! What was answered: always valid, since it can only be built by checking against the model.

use std::fmt;

use super::{
    Model, Value,
    question::{Kind, Range},
};

/// The answer to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know": asked, and left open. To the model the same as not asked.
    Unknown,
    /// The position of the chosen option.
    Single(u8),
    /// The chosen options, a bit each; never none.
    Multi(u32),
    /// A number, in tenths of the question's unit.
    Number(i32),
}

impl Answer {
    /// The options chosen, a bit each; 0 for a number or "I don't know".
    pub fn options(self) -> u32 {
        match self {
            Answer::Single(option) => 1 << option,
            Answer::Multi(options) => options,
            Answer::Unknown | Answer::Number(_) => 0,
        }
    }
}

/// Answers to any part of a model's questions.
///
/// There is no order among them and no trace of how they were given: equal answers give equal reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// One per question of the model, none where it was not asked yet.
    rows: Vec<Option<Answer>>,
}

impl Answers {
    /// Nothing answered.
    pub fn none(model: &Model) -> Answers {
        Answers { rows: vec![None; model.questions.len()] }
    }

    /// Reads answers from a record of question ids: an option's id, a list of them, a number, or null.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, by question and value; nothing is half read.
    pub fn read(model: &Model, value: &Value) -> Result<Answers, AnswerError> {
        let Value::Record(rows) = value else {
            return Err(AnswerError::new("answers", value, Fault::NotARecord));
        };
        let mut answers = Answers::none(model);
        for (id, value) in rows {
            let Some(question) = model.question(id) else {
                return Err(AnswerError::new(id, value, Fault::UnknownQuestion));
            };
            if answers.rows[question].is_some() {
                return Err(AnswerError::new(id, value, Fault::GivenTwice));
            }
            answers.rows[question] = Some(read_answer(model, question, value)?);
        }
        Ok(answers)
    }

    /// The answer to a question; none if it was not asked yet.
    pub fn get(&self, question: usize) -> Option<Answer> {
        self.rows.get(question).copied().flatten()
    }

    /// Sets or takes back one answer.
    ///
    /// # Errors
    ///
    /// If the answer is not one that the question takes; then nothing changes.
    pub fn set(&mut self, model: &Model, question: usize, answer: Option<Answer>) -> Result<(), AnswerError> {
        if let Some(answer) = answer {
            check(model, question, answer)?;
        }
        if let Some(row) = self.rows.get_mut(question) {
            *row = answer;
        }
        Ok(())
    }

    /// The options chosen, a bit each; 0 where unanswered or a number.
    pub fn chosen(&self, question: usize) -> u32 {
        self.get(question).map_or(0, Answer::options)
    }

    /// The number given, in tenths; none where unanswered.
    pub fn number(&self, question: usize) -> Option<i32> {
        match self.get(question) {
            Some(Answer::Number(tenths)) => Some(tenths),
            _ => None,
        }
    }

    /// Whether the model has something to go by: asked, and not "I don't know".
    pub fn is_given(&self, question: usize) -> bool {
        !matches!(self.get(question), None | Some(Answer::Unknown))
    }

    /// Whether the reader was asked and replied in any way, "I don't know" included.
    pub fn is_asked(&self, question: usize) -> bool {
        self.get(question).is_some()
    }

    /// Whether nothing at all was replied.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Option::is_none)
    }

    /// Whether a question is asked of this reader, from the answers it depends on.
    pub fn applies(&self, model: &Model, question: usize) -> bool {
        model.questions[question].applies.is_none_or(|condition| condition.holds(self))
    }

    /// The answers as a JSON object, in the model's order.
    pub fn to_json(&self, model: &Model) -> String {
        let mut json = String::from("{");
        for (question, answer) in self.rows.iter().enumerate().filter(|(_, answer)| answer.is_some()) {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(&format!("\"{}\":{}", model.questions[question].id, answer_json(model, question, *answer)));
        }
        json.push('}');
        json
    }
}

/// An answer as JSON; null for none and for "I don't know".
pub fn answer_json(model: &Model, question: usize, answer: Option<Answer>) -> String {
    let option = |option: usize| format!("\"{}\"", model.questions[question].options[option]);
    match answer {
        None | Some(Answer::Unknown) => "null".to_owned(),
        Some(Answer::Single(chosen)) => option(chosen.into()),
        Some(Answer::Number(tenths)) => decimal(tenths),
        Some(Answer::Multi(chosen)) => format!("[{}]", bits(chosen).map(option).collect::<Vec<_>>().join(",")),
    }
}

/// The positions of the bits that are set, lowest first.
pub fn bits(set: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |bit| set & (1 << bit) != 0)
}

/// Tenths as a decimal number: 45 is "4.5", 40 is "4".
pub fn decimal(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

fn read_answer(model: &Model, position: usize, value: &Value) -> Result<Answer, AnswerError> {
    let question = &model.questions[position];
    let error = |fault| AnswerError::new(question.id, value, fault);
    let option = |value: &Value, fault: Fault| match value {
        Value::Text(id) => {
            question.option(id).ok_or_else(|| AnswerError::new(question.id, value, Fault::UnknownOption))
        }
        _ => Err(error(fault)),
    };
    let answer = match (question.kind, value) {
        (_, Value::Null) => Answer::Unknown,
        (Kind::Single { .. }, value) => Answer::Single(option(value, Fault::NotAnOption)?),
        (Kind::Multi { .. }, Value::List(items)) => {
            let mut options = 0;
            for item in items {
                let bit = 1 << option(item, Fault::NotAList)?;
                if options & bit != 0 {
                    return Err(AnswerError::new(question.id, item, Fault::GivenTwice));
                }
                options |= bit;
            }
            Answer::Multi(options)
        }
        (Kind::Multi { .. }, _) => return Err(error(Fault::NotAList)),
        (Kind::Number(range), Value::Number(number, _)) => {
            Answer::Number(tenths(*number, range).ok_or_else(|| error(Fault::OutOfRange(range)))?)
        }
        (Kind::Number(_), _) => return Err(error(Fault::NotANumber)),
    };
    match fault(model, position, answer) {
        Some(fault) => Err(error(fault)),
        None => Ok(answer),
    }
}

/// A number in tenths, if it is finite and a whole number of them within the range.
fn tenths(number: f64, range: Range) -> Option<i32> {
    let tenths = number * 10.0;
    let within = tenths >= f64::from(range.least) && tenths <= f64::from(range.most);
    (within && f64::from(tenths as i32) == tenths).then_some(tenths as i32)
}

fn check(model: &Model, question: usize, answer: Answer) -> Result<(), AnswerError> {
    match fault(model, question, answer) {
        None => Ok(()),
        Some(fault) => {
            let id = model.questions.get(question).map_or("", |question| question.id);
            Err(AnswerError { question: id.to_owned(), value: "the answer".to_owned(), fault })
        }
    }
}

/// What is wrong with an answer, if anything.
fn fault(model: &Model, question: usize, answer: Answer) -> Option<Fault> {
    let Some(question) = model.questions.get(question) else {
        return Some(Fault::UnknownQuestion);
    };
    let options = question.options.len() as u32;
    match (question.kind, answer) {
        (_, Answer::Unknown) => None,
        (Kind::Single { .. }, Answer::Single(option)) => (u32::from(option) >= options).then_some(Fault::UnknownOption),
        (Kind::Multi { most, alone }, Answer::Multi(chosen)) => {
            if chosen == 0 {
                Some(Fault::Empty)
            } else if u64::from(chosen) >> options != 0 {
                Some(Fault::UnknownOption)
            } else if chosen & alone != 0 && chosen.count_ones() > 1 {
                let first = bits(chosen & alone).next().unwrap_or_default();
                Some(Fault::NotAlone(question.options[first]))
            } else if chosen.count_ones() > u32::from(most) {
                Some(Fault::TooMany(most))
            } else {
                None
            }
        }
        (Kind::Number(range), Answer::Number(tenths)) => {
            let within = (range.least..=range.most).contains(&tenths) && (tenths - range.least) % range.step == 0;
            (!within).then_some(Fault::OutOfRange(range))
        }
        (Kind::Single { .. }, _) => Some(Fault::NotAnOption),
        (Kind::Multi { .. }, _) => Some(Fault::NotAList),
        (Kind::Number(_), _) => Some(Fault::NotANumber),
    }
}

/// Why answers or options were refused. Says which question, which value, and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerError {
    /// Id of the question (or option) at fault, as it was given.
    pub question: String,
    /// The value at fault, as it was given.
    pub value: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Answers are not a record of questions.
    NotARecord,
    /// No question has this id.
    UnknownQuestion,
    /// The question has no such option.
    UnknownOption,
    /// The question or option stands twice.
    GivenTwice,
    /// A single choice takes one option's id.
    NotAnOption,
    /// A several-choice question takes a list of options' ids.
    NotAList,
    /// A number is expected.
    NotANumber,
    /// An empty list says nothing: null is "I don't know".
    Empty,
    /// More than this many options.
    TooMany(u8),
    /// This option excludes all others.
    NotAlone(&'static str),
    /// Out of the range, or off its step, or not finite.
    OutOfRange(Range),
    /// Anything else that options of an evaluation may not be.
    Expected(&'static str),
}

impl AnswerError {
    pub(super) fn new(question: &str, value: &Value, fault: Fault) -> AnswerError {
        AnswerError { question: question.to_owned(), value: value.quoted(), fault }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let AnswerError { question, value, fault } = self;
        match fault {
            Fault::NotARecord => write!(f, "answers: {value} is not an object of questions and answers"),
            Fault::UnknownQuestion => {
                write!(f, "question `{question}`: there is no such question (its value is {value})")
            }
            Fault::UnknownOption => write!(f, "question `{question}`: there is no option {value}"),
            Fault::GivenTwice => write!(f, "question `{question}`: {value} is given twice"),
            Fault::NotAnOption => write!(f, "question `{question}`: {value} is not the id of an option"),
            Fault::NotAList => write!(f, "question `{question}`: {value} is not a list of options' ids"),
            Fault::NotANumber => write!(f, "question `{question}`: {value} is not a number"),
            Fault::Empty => write!(f, "question `{question}`: {value} is empty; null says \"I don't know\""),
            Fault::TooMany(most) => write!(f, "question `{question}`: {value} has more than {most} options"),
            Fault::NotAlone(option) => {
                write!(f, "question `{question}`: in {value}, `{option}` excludes any other option")
            }
            Fault::OutOfRange(range) => {
                let (least, most, step) = (decimal(range.least), decimal(range.most), decimal(range.step));
                write!(f, "question `{question}`: {value} is not within {least} to {most} in steps of {step}")
            }
            Fault::Expected(what) => write!(f, "option `{question}`: {value} is not {what}"),
        }
    }
}

impl std::error::Error for AnswerError {}
