//! Who the benchmarks evaluate.

use social_or_not::{content::MODEL, domain::Answers, json};

/// The personas of the tests, by name.
pub(crate) fn personas() -> Vec<(String, Answers)> {
    let personas: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../tests/personas.json")).expect("personas");
    let read = |persona: &serde_json::Value| {
        let answers =
            Answers::read(&MODEL, &json::read(&persona["answers"].to_string()).expect("JSON")).expect("valid answers");
        (persona["id"].as_str().unwrap_or_default().to_owned(), answers)
    };
    personas.iter().map(read).collect()
}
