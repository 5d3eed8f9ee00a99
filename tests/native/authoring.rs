//! Faults in data and words are all listed, each by file and key.

use std::path::Path;

use social_or_not_authoring::{Files, compile};

fn files() -> Files {
    Files::below(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository's own files")
}

/// Replaces a text in a file and expects these faults and no others.
#[track_caller]
fn check(edits: &[(&str, &str, &str)], expected: &[&str]) {
    let mut files = files();
    for (file, from, to) in edits {
        let text = files.0.get_mut(*file).expect("a file of the repository");
        assert!(text.contains(from), "{file} has no {from}");
        *text = text.replacen(from, to, 1);
    }
    let faults = match compile(&files) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(faults, expected);
}

#[test]
fn the_repositorys_own_files_have_no_fault() {
    check(&[], &[]);
}

#[test]
fn every_fault_is_listed_and_not_the_first_alone() {
    check(
        &[
            ("data/model.toml", "adds.values = { natural = 1 }", "adds.values = { conflict = 2, naturel = 1 }"),
            ("words/en/arguments.toml", "[voice]", "[voices]"),
            ("data/networks.toml", "replaced_by = \"discord\"", "replaced_by = \"minitel\""),
        ],
        &[
            "data/model.toml: arguments.voice.adds.values.naturel: question `values` has no option `naturel`",
            "data/model.toml: arguments.voice.adds.values: in a pro, what an ordinal question adds begins at 0 and never falls",
            "data/networks.toml: retired.1.replaced_by: there is no live network `minitel`",
            "words/en/arguments.toml: voices.text: nothing uses a text of this key",
            "words/en/arguments.toml: voices.brief: nothing uses a text of this key",
            "words/en/arguments.toml: voice.text: this text is missing",
            "words/en/arguments.toml: voice.brief: this text is missing",
        ],
    );
}

#[test]
fn a_con_that_a_better_answer_makes_heavier_is_refused() {
    check(
        &[("data/model.toml", "adds.strategy = { none = 4, vague = 2 }", "adds.strategy = { none = 2, vague = 4 }")],
        &[
            "data/model.toml: arguments.aimless.adds.strategy: in a con, what an ordinal question adds never rises and ends at 0",
        ],
    );
}

#[test]
fn a_text_too_long_or_with_other_placeholders_is_refused() {
    let long = "a".repeat(80);
    check(
        &[
            ("words/fr/verdicts.toml", "headline = \"Pas encore.\"", &format!("headline = \"{long}\"")),
            ("words/en/questions.toml", "{minutes}", "{minute}"),
        ],
        &[
            "words/en/questions.toml: hours.echo: its placeholders are not those of words/fr/questions.toml",
            "words/fr/verdicts.toml: prepare.headline: 80 signs, where 48 are the most",
        ],
    );
}

#[test]
fn a_file_that_is_not_toml_is_named_with_its_line() {
    let mut files = files();
    files.0.insert("words/fr/verdicts.toml".to_owned(), "# one\n[go\n".to_owned());
    let faults = compile(&files).expect_err("a broken file");
    let first = faults.first().map(ToString::to_string).unwrap_or_default();
    assert!(first.starts_with("words/fr/verdicts.toml: line 2"), "{first}");
}
