//! The standalone page without a network: the service worker with the list of a build's files, and the manifest to install by.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use social_or_not::content::Lang;

use crate::{bundle, page, policy, project};

/// The worker's name: it never changes, or old pages would not find the new one.
pub(crate) const WORKER: &str = "sw.js";

/// The page that registers it, in a hidden frame.
pub(crate) const REGISTRATION: &str = "registration.html";

/// That page, with its script.
pub(crate) fn registration(script: String) -> Result<String> {
    let values = [("policy", policy::REGISTRATION.to_owned()), ("registration", script)];
    let values = values.map(|(key, value)| (key.to_owned(), value)).into();
    page::fill(&project::read("page/registration.html")?, &values)
}

/// Sizes of the icon in pixels; each also as one that may be cut to any shape.
pub(crate) const ICONS: [u32; 2] = [192, 512];

/// Where a language's manifest lies in `dist/`.
pub(crate) fn manifest_path(lang: Lang) -> String {
    format!("{}manifest.webmanifest", page::folder(lang))
}

/// What an icon is for, as the manifest calls it.
pub(crate) const PURPOSES: [&str; 2] = ["any", "maskable"];

/// An icon's name in `dist/` and in `page/`.
pub(crate) fn icon(size: u32, purpose: &str) -> String {
    format!("icon.{purpose}.{size}.png")
}

/// All icons.
pub(crate) fn icons() -> Vec<String> {
    PURPOSES.iter().flat_map(|purpose| ICONS.map(|size| icon(size, purpose))).collect()
}

/// What a browser installs the page by.
pub(crate) fn manifest(lang: Lang) -> Result<String> {
    let texts = page::texts(lang)?;
    let text = |key: &str| texts.get(key).with_context(|| format!("page/{}.toml: no text `{key}`", lang.code()));
    let base = page::base(lang);
    let icon = |size: u32, purpose: &str| {
        json!({
            "src": format!("{base}{}", icon(size, purpose)),
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let icons: Vec<_> = PURPOSES.iter().flat_map(|purpose| ICONS.map(|size| icon(size, purpose))).collect();
    let scope = if base.is_empty() { "./" } else { base.as_str() };
    let manifest = json!({
        "name": text("title")?,
        "short_name": text("short_name")?,
        "description": text("description")?,
        "lang": lang.code(),
        "start_url": "./",
        "scope": scope,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
    });
    Ok(manifest.to_string())
}

/// The worker for these files, by their paths in `dist/`. It takes each only as it was built.
pub(crate) fn worker(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let source = project::read("page/worker.js")?;
    let mut list = Vec::new();
    for (path, bytes) in files {
        let hash = Sha256::digest(bytes);
        // A page is asked for by its folder.
        let path = format!("./{}", path.strip_suffix("index.html").unwrap_or(path));
        list.push(json!({ "path": path, "integrity": format!("sha256-{}", BASE64_STANDARD.encode(hash)) }));
    }
    bundle::worker(&source, &name(files, &source), &json!(list).to_string())
}

/// The build's name. Another worker for the same files is another build: it must not fill the cache of the one that runs.
fn name(files: &BTreeMap<String, Vec<u8>>, worker: &str) -> String {
    let mut build = Sha256::new_with_prefix(worker);
    for (path, bytes) in files {
        build.update(path);
        build.update(Sha256::digest(bytes));
    }
    format!("{:x}", build.finalize())[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_has_another_name_with_any_other_file_path_or_worker() {
        let files = |path: &str, text: &str| BTreeMap::from([(path.to_owned(), text.as_bytes().to_vec())]);
        let built = name(&files("index.html", "a page"), "a worker");
        assert_eq!(built, name(&files("index.html", "a page"), "a worker"));
        for other in [
            name(&files("index.html", "another page"), "a worker"),
            name(&files("en/index.html", "a page"), "a worker"),
            name(&files("index.html", "a page"), "another worker"),
        ] {
            assert_ne!(built, other);
        }
    }
}
