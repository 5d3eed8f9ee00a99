//! What a visit downloads, in bytes: first, then for the result, and to compare results.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::project;

/// Beginning and end of each file's name, in the order a browser meets them; between them may stand a hash.
const FIRST_LOAD: [(&str, &str); 7] = [
    ("index", ".html"),
    ("page.", ".css"),
    ("widget.", ".css"),
    ("social-or-not", ".js"),
    ("questions.", ".js"),
    ("questions.", ".wasm"),
    ("words.fr.", ".txt"),
];

/// Fetched while the reader answers.
const FOR_THE_RESULT: [(&str, &str); 2] = [("whole.", ".js"), ("whole.", ".wasm")];

/// The page that compares results, beside styles and words that it shares with the quiz.
const COMPARISON: [(&str, &str); 6] = [
    ("compare", ".html"),
    ("comparison.", ".css"),
    ("compare.", ".js"),
    ("comparison.", ".js"),
    ("comparison.", ".wasm"),
    ("comparison.fr.", ".txt"),
];

pub(crate) fn print() -> Result<()> {
    let visits = [
        ("first load, French", &FIRST_LOAD[..]),
        ("then, for the result", &FOR_THE_RESULT),
        ("to compare results", &COMPARISON),
    ];
    for (title, files) in visits {
        println!("{title:<28}{:>10}{:>10}{:>10}", "raw", "gzip", "brotli");
        let mut total = [0; 3];
        for (name, sizes) in rows(files)? {
            println!("{name:<28}{:>10}{:>10}{:>10}", sizes[0], sizes[1], sizes[2]);
            for (sum, size) in total.iter_mut().zip(sizes) {
                *sum += size;
            }
        }
        println!("{:<28}{:>10}{:>10}{:>10}", "total", total[0], total[1], total[2]);
    }
    Ok(())
}

fn rows(files: &[(&str, &str)]) -> Result<Vec<(String, [u64; 3])>> {
    let folder = project::dist();
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).context("no dist/ yet: run `cargo xtask build`")? {
        names.extend(entry?.file_name().into_string().ok());
    }
    let size = |name: &str| -> Result<u64> {
        Ok(fs::metadata(folder.join(name)).with_context(|| format!("dist/{name}"))?.len())
    };
    let mut rows = Vec::new();
    for (start, end) in files {
        let Some(name) = names.iter().find(|name| name.starts_with(*start) && name.ends_with(*end)) else {
            bail!("dist/ has no {start}*{end}: run `cargo xtask build`");
        };
        let sizes = [size(name)?, size(&format!("{name}.gz"))?, size(&format!("{name}.br"))?];
        rows.push((name.clone(), sizes));
    }
    Ok(rows)
}
