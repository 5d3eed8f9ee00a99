//! The npm package in `dist/npm`: the module, and its files in a folder of their own, which one line copies where a tool does not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use social_or_not::content::Lang;

use crate::bundle::{self, Place};
use crate::dist::{ModuleNames, Names};
use crate::{page, project};

/// The module's files within the package. The name is seen in other people's folders.
const FILES: &str = "social-or-not-files";

/// What the package has besides, from the repository.
const SOURCES: [(&str, &str); 5] = [
    ("integrations/npm/README.md", "README.md"),
    ("integrations/npm/index.d.ts", "index.d.ts"),
    ("integrations/npm/custom-elements.json", "custom-elements.json"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Writes the package from what lies in `dist` already.
pub(crate) fn write(dist: &Path, names: &Names) -> Result<()> {
    let folder = dist.join("npm");
    fs::create_dir_all(folder.join(FILES))?;
    let take = |name: &str| -> Result<String> {
        // A style sheet is only ever read as text; as .css, the tools of a page would make a script of it.
        let taken = format!("{FILES}/{}", name.replace(".css", ".txt"));
        fs::copy(dist.join(name), folder.join(&taken)).with_context(|| format!("copying {name}"))?;
        Ok(taken)
    };
    let take_module = |names: &ModuleNames| -> Result<ModuleNames> {
        Ok(ModuleNames { glue: take(&names.glue)?, wasm: take(&names.wasm)? })
    };
    let take_words = |names: &[(Lang, String)]| -> Result<Vec<(Lang, String)>> {
        names.iter().map(|(lang, name)| Ok((*lang, take(name)?))).collect()
    };
    let names = Names {
        questions: names.questions.as_ref().map(take_module).transpose()?,
        whole: take_module(&names.whole)?,
        widget: take(&names.widget)?,
        page: String::new(),
        offline: String::new(),
        words: take_words(&names.words)?,
        record: take_words(&names.record)?,
    };
    fs::write(folder.join("social-or-not.js"), bundle::element(&names, Place::Package)?)?;
    fs::write(folder.join("node.js"), bundle::element(&names, Place::Node)?)?;
    fs::copy(dist.join("embed.js"), folder.join("embed.js"))?;
    for (source, name) in SOURCES {
        fs::copy(project::root().join(source), folder.join(name)).with_context(|| format!("copying {source}"))?;
    }
    let values = BTreeMap::from([("version".to_owned(), env!("CARGO_PKG_VERSION").to_owned())]);
    let manifest = page::fill(&project::read("integrations/npm/package.json")?, &values)?;
    fs::write(folder.join("package.json"), manifest).context("writing package.json")
}
