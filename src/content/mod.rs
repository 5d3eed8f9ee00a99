//! The words and data that the decision is made of: files in, typed values out.
//!
//! Both are checked when the crate is built (see `authoring`), so that nothing here can fail but a file of words that did
//! not arrive whole.

mod comparison;
mod lang;
mod record;
mod said;
mod words;

pub use comparison::{ComparisonWords, Saying, comparison_file, saying};
pub use lang::Lang;
pub use record::{Phrase, RecordWords, phrase, record_file};
#[cfg(feature = "ui")]
pub(crate) use words::fill;
pub use words::{
    NumberWords, OptionWords, Plural, QuestionWords, SourceWords, Text, VerdictWords, Words, WordsError, text,
    words_file,
};

use crate::domain::{
    Model,
    activity::Activity,
    advice::{Advice, AdviceWhen},
    argument::{Argument, Side},
    condition::{Condition, Is},
    cost::{CostFigure, CostRule},
    fit::{Criterion, FitRule},
    flips::Effort,
    gate::{Cause, Gate, GateState, When},
    model::{Conditions, Thresholds},
    network::{Fact, Network, Retired, Unit},
    plan::{Clause, PlanRules, Verdicts},
    question::{Kind, Question, Range},
    rhythm::{Looks, Rhythm},
    step::{Case, Opening, Step},
    strength::{Band, Part, Strength, Table},
};

/// The decision model, as `data/model.toml` and `data/networks.toml` have it.
pub static MODEL: Model = include!(concat!(env!("OUT_DIR"), "/model.rs"));

/// What plans are made from, as `data/plan.toml` has it. Apart from the model, so that the questions alone do without it.
pub static PLAN: PlanRules = include!(concat!(env!("OUT_DIR"), "/plan.rs"));
