//! The architecture as a test: each layer uses only those before it, and every file says what it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each layer, the layers that it may use, and the crates that it may not.
const LAYERS: [(&str, &[&str], &[&str]); 7] = [
    ("domain", &["domain", "content"], &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "serde"]),
    ("content", &["domain", "content"], &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "serde"]),
    ("session", &["domain", "session"], &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "serde"]),
    ("export", &["domain", "content", "export"], &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "serde"]),
    ("ui", &["domain", "content", "session", "export", "ui"], &["js_sys", "wasm_bindgen"]),
    ("component", &["domain", "content", "session", "export", "ui", "component"], &[]),
    ("embed", &["domain", "content", "session", "export", "ui", "embed"], &[]),
];

#[test]
fn each_layer_uses_only_those_before_it() {
    let all = LAYERS.map(|(layer, _, _)| layer);
    let mut faults = Vec::new();
    for (layer, may_use, may_not) in LAYERS {
        for file in rust_files(&root().join("src").join(layer)) {
            let text = fs::read_to_string(&file).expect("a file of the repository");
            // Examples in documentation are written from the outside.
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = code.join("\n");
            for other in all {
                let used = code.contains(&format!("crate::{other}")) || code.contains(&format!("crate::{{{other}"));
                if used && (!may_use.contains(&other) || (layer == "domain" && other != "domain")) {
                    faults.push(format!("{} uses {other}", file.display()));
                }
            }
            for library in may_not {
                if code.contains(&format!("{library}::")) || code.contains(&format!("use {library}")) {
                    faults.push(format!("{} uses {library}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_rust_file_opens_by_saying_what_it_is() {
    let folders = ["src", "authoring/src", "xtask/src", "examples", "tests", "benches"];
    let files = folders
        .iter()
        .map(|folder| root().join(folder))
        .filter(|folder| folder.exists())
        .flat_map(|folder| rust_files(&folder));
    let silent: Vec<PathBuf> =
        files.filter(|file| !fs::read_to_string(file).expect("a file of the repository").starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn nothing_that_ships_can_panic_on_purpose() {
    let mut faults = Vec::new();
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).expect("a file of the repository");
        // Tests at the foot of a file do not ship.
        let shipped = text.lines().take_while(|line| *line != "#[cfg(test)]");
        let code = shipped.filter(|line| !line.trim_start().starts_with("//"));
        let panics = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
        faults.extend(
            code.filter(|line| panics.iter().any(|panic| line.contains(panic)))
                .map(|line| format!("{}: {}", file.display(), line.trim())),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_sentence_for_readers_stands_outside_the_words() {
    // Letters with accents are a sure sign of French in code.
    let french = |sign: char| "éèêàçùôîïœÉÀ".contains(sign);
    let folders = ["src/domain", "src/session", "src/export", "src/ui", "src/component", "src/embed"];
    let files = folders.iter().flat_map(|folder| rust_files(&root().join(folder)));
    let mut faults = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file of the repository");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        faults.extend(
            code.filter(|line| line.contains(french)).map(|line| format!("{}: {}", file.display(), line.trim())),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
