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
    let mut build = Sha256::new();
    let mut list = Vec::new();
    for (path, bytes) in files {
        let hash = Sha256::digest(bytes);
        build.update(path);
        build.update(hash);
        // A page is asked for by its folder.
        let path = format!("./{}", path.strip_suffix("index.html").unwrap_or(path));
        list.push(json!({ "path": path, "integrity": format!("sha256-{}", BASE64_STANDARD.encode(hash)) }));
    }
    let build = format!("{:x}", build.finalize());
    bundle::worker(&build[..12], &json!(list).to_string())
}
