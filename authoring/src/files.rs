//! The files of data and words, from a folder or from memory.

use std::{collections::BTreeMap, fs, io, path::Path};

use toml::Table;

use crate::fault::Faults;

/// The texts of all files of data and words, by path relative to the root of the repository.
#[derive(Debug, Clone, Default)]
pub struct Files(pub BTreeMap<String, String>);

impl Files {
    /// Reads `data` and `words` below a folder.
    ///
    /// # Errors
    ///
    /// If a folder or file cannot be read.
    pub fn below(root: &Path) -> io::Result<Files> {
        let mut files = Files::default();
        for folder in ["data", "words/fr", "words/en"] {
            for entry in fs::read_dir(root.join(folder))? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                    files.0.insert(format!("{folder}/{name}"), fs::read_to_string(&path)?);
                }
            }
        }
        Ok(files)
    }

    /// A file as a table; empty, with a fault, if it is missing or is not TOML.
    pub(crate) fn read(&self, path: &str, faults: &Faults) -> Table {
        let Some(text) = self.0.get(path) else {
            faults.add(path, "", "the file is missing");
            return Table::new();
        };
        text.parse::<Table>().unwrap_or_else(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            faults.add(path, "", format!("line {line}: {}", error.message()));
            Table::new()
        })
    }
}
