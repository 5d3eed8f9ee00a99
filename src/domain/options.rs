//! What an evaluation takes beside the answers.

use super::{
    AnswerError, Date, Model, Value,
    answers::{Fault, decimal},
};

/// Most that a theme can weigh.
pub const HEAVIEST: u8 = 2;

/// Most that an hour can cost, in tenths of a euro.
pub const DEAREST: i32 = 100_000;

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
                ("weights", weights) => options.weights = Options::read_weights(model, weights)?,
                ("rate", rate) => options.rate = Some(Options::read_rate(rate)?),
                ("today", Value::Text(text)) => {
                    options.today = Some(Date::read(text).ok_or_else(|| expected("a day written YYYY-MM-DD"))?);
                }
                ("today", _) => return Err(expected("a day written YYYY-MM-DD")),
                _ => return Err(expected("known; the options are weights, rate, today")),
            }
        }
        Ok(options)
    }

    /// Reads the weights of themes: a record of any of them, each 0, 1 or 2. Empty if all are 1.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, by name and value.
    pub fn read_weights(model: &Model, value: &Value) -> Result<Vec<u8>, AnswerError> {
        let Value::Record(themes) = value else {
            return Err(AnswerError::new("weights", value, Fault::Expected("an object of themes and weights")));
        };
        let mut weights = vec![None; model.themes.len()];
        for (id, value) in themes {
            let expected = |what| AnswerError::new(id, value, Fault::Expected(what));
            let theme = model
                .themes
                .iter()
                .position(|theme| theme == id)
                .ok_or_else(|| expected("the weight of a known theme"))?;
            if weights[theme].is_some() {
                return Err(AnswerError::new(id, value, Fault::GivenTwice));
            }
            weights[theme] = match value {
                Value::Number(weight, _) if [0.0, 1.0, 2.0].contains(weight) => Some(*weight as u8),
                _ => return Err(expected("0, 1 or 2")),
            };
        }
        let weights: Vec<u8> = weights.into_iter().map(|weight| weight.unwrap_or(1)).collect();
        Ok(if weights.iter().all(|weight| *weight == 1) { Vec::new() } else { weights })
    }

    /// Reads what an hour costs: a number of euros, which becomes tenths.
    ///
    /// # Errors
    ///
    /// If it is no number from 0 to [`DEAREST`].
    pub fn read_rate(value: &Value) -> Result<i32, AnswerError> {
        match value {
            Value::Number(rate, _) if (0.0..=f64::from(DEAREST) / 10.0).contains(rate) => Ok((rate * 10.0) as i32),
            _ => Err(AnswerError::new("rate", value, Fault::Expected("a number of euros from 0 to 10000"))),
        }
    }

    /// The weights as JSON, of those themes that do not weigh the default: `{"effort":2}`.
    pub fn weights_json(&self, model: &Model) -> String {
        let row = |(theme, weight): (&&str, &u8)| (*weight != 1).then(|| format!("\"{theme}\":{weight}"));
        let rows: Vec<String> = model.themes.iter().zip(&self.weights).filter_map(row).collect();
        format!("{{{}}}", rows.join(","))
    }

    /// The reader's own settings as JSON, all but the day: `{"rate":30,"weights":{"effort":2}}`.
    pub fn to_json(&self, model: &Model) -> String {
        format!("{{{}\"weights\":{}}}", self.rate_json(), self.weights_json(model))
    }

    /// The rate as a field before others, if there is one: `"rate":30,`.
    pub(crate) fn rate_json(&self) -> String {
        self.rate.map(|rate| format!("\"rate\":{},", decimal(rate))).unwrap_or_default()
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
