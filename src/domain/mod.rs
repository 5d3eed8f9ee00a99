//! What is decided: questions, arguments, gates, verdicts, networks. Knows no page and no language.
//!
//! The method is multi-criteria decision analysis by a signed additive ledger: every argument has a weight (its
//! importance), a strength read off a small table over the answers, and points = weight × theme weight × strength, all
//! whole numbers. A verdict is read off the balance and three gates; the networks come from a fit per network and an
//! exact choice of the best set for the hours there are.
//!
//! [`evaluate`] is the whole of it:
//!
//! ```
//! use social_or_not::{content::MODEL, domain::{Answers, Options, Value, Verdict, evaluate}};
//!
//! let answers = Answers::read(&MODEL, &Value::record([("goals", Value::list(["trend"]))]))?;
//! let report = evaluate(&MODEL, &answers, &Options::default());
//! assert_eq!(report.verdict, Verdict::No);
//! # Ok::<(), social_or_not::domain::AnswerError>(())
//! ```

pub mod activity;
pub mod advice;
pub mod answers;
pub mod argument;
pub mod bounds;
pub mod compare;
pub mod condition;
pub mod cost;
pub mod coverage;
pub mod date;
pub mod evaluation;
pub mod firmness;
pub mod fit;
pub mod flips;
pub mod gate;
pub(crate) mod json;
pub mod ledger;
pub mod link;
pub mod model;
pub mod network;
pub mod options;
pub mod order;
pub mod plan;
pub mod portfolio;
pub mod question;
pub mod report;
pub mod rhythm;
pub mod robustness;
pub mod shared;
pub mod step;
pub mod strength;
pub mod value;
pub mod verdict;
pub mod version;

pub use answers::{Answer, AnswerError, Answers};
pub use date::Date;
pub use evaluation::{Evaluator, evaluate};
pub use model::Model;
pub use options::Options;
pub use plan::{Plan, PlanRules};
pub use report::Report;
pub use shared::{Shared, SharedError};
pub use value::Value;
pub use verdict::Verdict;
pub use version::Version;
