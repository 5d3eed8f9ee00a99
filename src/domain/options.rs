//! What an evaluation takes beside the answers.

use super::{AnswerError, Date, Model, Value, answers::Fault};

/// Most that a theme can weigh.
pub const HEAVIEST: u8 = 2;

/// What an evaluation takes beside the answers. The default is the model as it stands, without a date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// How much each theme matters to the reader: 0, 1 (the default) or 2, in the model's order. Empty: all 1.
    pub weights: Vec<u8>,
    /// What an hour of the reader's costs, in tenths of a euro.
    pub rate: Option<i32>,
    /// The day of reading. Without it no figure is stale.
    pub today: Option<Date>,
}

impl Options {
    /// Reads options from a record with any of `weights` (a record of themes), `rate` (euros an hour) and `today`.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, by name and value.
    pub fn read(model: &Model, value: &Value) -> Result<Options, AnswerError> {
        let mut options = Options::default();
        let rows = match value {
            Value::Null => return Ok(options),
            Value::Record(rows) => rows,
            _ => return Err(AnswerError::new("options", value, Fault::Expected("an object"))),
        };
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in rows {
            if seen.contains(&name.as_str()) {
                return Err(AnswerError::new(name, value, Fault::GivenTwice));
            }
            seen.push(name);
            let expected = |what| AnswerError::new(name, value, Fault::Expected(what));
            match (name.as_str(), value) {
                ("weights" | "rate" | "today", Value::Null) => (),
                ("weights", Value::Record(themes)) => options.weights = read_weights(model, themes)?,
                ("weights", _) => return Err(expected("an object of themes and weights")),
                ("rate", Value::Number(rate, _)) if (0.0..=10_000.0).contains(rate) => {
                    options.rate = Some((rate * 10.0) as i32);
                }
                ("rate", _) => return Err(expected("a number of euros from 0 to 10000")),
                ("today", Value::Text(text)) => {
                    options.today = Some(Date::read(text).ok_or_else(|| expected("a day written YYYY-MM-DD"))?);
                }
                ("today", _) => return Err(expected("a day written YYYY-MM-DD")),
                _ => return Err(expected("known; the options are weights, rate, today")),
            }
        }
        Ok(options)
    }

    /// The same, with the weight of one theme changed.
    pub fn with_weight(&self, model: &Model, theme: usize, weight: u8) -> Options {
        let mut weights: Vec<u8> = (0..model.themes.len()).map(|theme| self.weight(theme as u8) as u8).collect();
        if let Some(row) = weights.get_mut(theme) {
            *row = weight.min(HEAVIEST);
        }
        Options { weights, ..self.clone() }
    }

    /// How much a theme matters.
    pub fn weight(&self, theme: u8) -> i32 {
        self.weights.get(theme as usize).map_or(1, |weight| i32::from(*weight))
    }
}

fn read_weights(model: &Model, themes: &[(String, Value)]) -> Result<Vec<u8>, AnswerError> {
    let mut weights = vec![None; model.themes.len()];
    for (id, value) in themes {
        let expected = |what| AnswerError::new(id, value, Fault::Expected(what));
        let theme =
            model.themes.iter().position(|theme| theme == id).ok_or_else(|| expected("the weight of a known theme"))?;
        if weights[theme].is_some() {
            return Err(AnswerError::new(id, value, Fault::GivenTwice));
        }
        weights[theme] = match value {
            Value::Number(weight, _) if [0.0, 1.0, 2.0].contains(weight) => Some(*weight as u8),
            _ => return Err(expected("0, 1 or 2")),
        };
    }
    Ok(weights.into_iter().map(|weight| weight.unwrap_or(1)).collect())
}
