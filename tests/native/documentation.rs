//! What the documentation promises to be there is there.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the repository")
}

/// The console sends a publisher to the section of that name.
#[test]
fn each_cause_of_an_error_has_its_section() {
    let (trouble, documentation) = (read("src/embed/trouble.js"), read("docs/embedding.md"));
    let line = trouble.lines().find_map(|line| line.split_once("An error with its reason: "));
    let causes: Vec<&str> = line
        .map_or("", |(_, causes)| causes)
        .split([',', ' ', '.'])
        .filter(|word| !matches!(*word, "" | "or" | "*/"))
        .collect();
    assert!(causes.len() >= 8, "{causes:?}");
    for cause in causes {
        assert!(documentation.contains(&format!("\n### {cause}\n")), "{cause}");
    }
}
