//! Reads the data and the words, lists every fault by file and key, and writes what the crate compiles in.
//!
//! The crate's build script calls [`compile`]: data that has a fault stops the build with the whole list of them.

mod fault;
mod files;
mod model;
mod networks;
mod node;
mod plan;
mod typography;
mod words;

pub use fault::Fault;
pub use files::Files;
pub use typography::{Language, set};

/// The languages, each a folder of words.
pub const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// What the build compiles in.
#[derive(Debug)]
pub struct Compiled {
    /// Rust source of the model: one constant of type `Model`.
    pub model: String,
    /// Rust source of the rules of plans: one constant of type `PlanRules`.
    pub plan: String,
    /// Rust source of the places of the widget's words.
    pub places: String,
    /// Per language, the words that a first visit needs: one text a line, in the order of the places.
    pub words: Vec<(Language, String)>,
    /// Rust source of the places of the words of plan and record.
    pub record_places: String,
    /// Per language, the words of plan and record, likewise.
    pub record_words: Vec<(Language, String)>,
    /// Rust source of the places of the words of the page that compares results.
    pub comparison_places: String,
    /// Per language, the words of that page, likewise.
    pub comparison_words: Vec<(Language, String)>,
}

/// Checks all data and words and compiles them.
///
/// # Errors
///
/// All faults, by file and key.
pub fn compile(files: &Files) -> Result<Compiled, Vec<Fault>> {
    let faults = fault::Faults::default();
    let data = files.read("data/model.toml", &faults);
    let rows = files.read("data/networks.toml", &faults);
    let networks = networks::read(node::Node::root("data/networks.toml", &rows, &faults));
    let model = model::read(node::Node::root("data/model.toml", &data, &faults), &networks);
    let networks_source = networks::source(&networks, &model, &faults);
    let rules = files.read("data/plan.toml", &faults);
    let plan = plan::read(&node::Node::root("data/plan.toml", &rules, &faults), &model, &networks);
    let sections = words::sections(&model, &networks, &plan);
    let words: Vec<(Language, words::Tree)> =
        LANGUAGES.into_iter().map(|language| (language, words::Tree::read(files, language, &faults))).collect();
    let compiled = words::compile(&words::WIDGET, &sections, &words, &faults);
    words::check_needs(&networks, &words, &faults);
    let plan_sections = words::plan_sections(&plan);
    let record = words::compile(&words::RECORD, &plan_sections, &words, &faults);
    let comparison = words::compile(&words::COMPARISON, &[], &words, &faults);
    let faults = faults.into_list();
    if faults.is_empty() {
        Ok(Compiled {
            model: model.source(&networks_source),
            plan: plan.source,
            places: compiled.places,
            words: compiled.lines,
            record_places: record.places,
            record_words: record.lines,
            comparison_places: comparison.places,
            comparison_words: comparison.lines,
        })
    } else {
        Err(faults)
    }
}
