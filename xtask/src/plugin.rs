//! The WordPress plugin, `integrations/wordpress` with the quiz's own page in it: a folder to look into, and a zip file to upload.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project;

/// What WordPress calls the plugin, its folder and its zip file.
const SLUG: &str = "social-or-not";

/// Writes `wordpress/` into `dist`, which has all files already. `own_page`: what the quiz's own page needs, the element's files
/// among them. It goes along, since links to a result and the comparison lead there.
pub(crate) fn write(dist: &Path, own_page: &[String]) -> Result<()> {
    let mut files = BTreeMap::new();
    collect(&project::root().join("integrations/wordpress"), "", &mut files)?;
    for name in own_page {
        let bytes = fs::read(dist.join(name)).with_context(|| format!("the plugin needs {name}"))?;
        files.insert(format!("assets/{name}"), bytes);
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.to_owned(), project::read(name)?.into_bytes());
    }
    let folder = dist.join("wordpress");
    for (path, bytes) in &files {
        let file = folder.join(SLUG).join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
    }
    pack(&files, &folder.join(format!("{SLUG}.zip")))
}

/// The plugin's own files by their path, the version written in.
fn collect(folder: &Path, path: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let path = format!("{path}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let text = fs::read_to_string(entry.path()).with_context(|| format!("reading {path}"))?;
            files.insert(path, text.replace("{{version}}", env!("CARGO_PKG_VERSION")).into_bytes());
        }
    }
    Ok(())
}

/// The same files give the same bytes: in the order of their names, all of one date.
fn pack(files: &BTreeMap<String, Vec<u8>>, to: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(File::create(to).with_context(|| format!("writing {}", to.display()))?);
    for (path, bytes) in files {
        zip.start_file(format!("{SLUG}/{path}"), options)?;
        zip.write_all(bytes)?;
    }
    zip.finish()?;
    Ok(())
}
