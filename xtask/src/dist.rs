//! The folder `dist/`: static files for any host, at any path. Names with a hash never change their content.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use social_or_not::content::{self, Lang};

use crate::bundle::Place;
use crate::{builder, bundle, compress, oembed, offline, one_file, package, page, plugin, project, wasm};

/// Where the site will be, for the few addresses that must be absolute. Ends in a slash.
pub(crate) struct Site(pub(crate) String);

impl Site {
    pub(crate) fn parse(text: String) -> Result<Site> {
        let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
            bail!("--site: `{text}` does not begin with https://");
        };
        if host.is_empty() || host.contains(['?', '#', '"', '<', '&', ' ']) {
            bail!("--site: `{text}` is not the address of a folder");
        }
        Ok(Site(format!("{}/", text.trim_end_matches('/'))))
    }
}

/// The hashed names, which the page and the element must know.
pub(crate) struct Names {
    /// None where the whole does all.
    pub(crate) questions: Option<ModuleNames>,
    pub(crate) whole: ModuleNames,
    pub(crate) widget: String,
    pub(crate) page: String,
    pub(crate) offline: String,
    /// By language, in the order of [`Lang::ALL`].
    pub(crate) words: Vec<(Lang, String)>,
}

/// A WebAssembly module and its glue.
pub(crate) struct ModuleNames {
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

/// Builds everything anew, into a folder that is emptied before.
pub(crate) fn build(site: Option<&Site>, folder: PathBuf) -> Result<()> {
    let (questions, whole) = (wasm::build("questions-module")?, wasm::build("whole-module")?);
    let dist = Dist::empty(folder)?;
    let mut words = Vec::new();
    for lang in Lang::ALL {
        let name = dist.write_hashed(&format!("words.{}", lang.code()), "txt", content::words_file(lang).as_bytes())?;
        words.push((lang, name));
    }
    let widget = bundle::styles(&["styles/tokens.css", "styles/widget.css"])?;
    let page = bundle::styles(&["styles/page.css"])?;
    let names = Names {
        questions: Some(dist.write_module("questions", &questions)?),
        whole: dist.write_module("whole", &whole)?,
        widget: dist.write_hashed("widget", "css", &widget)?,
        page: dist.write_hashed("page", "css", &page)?,
        offline: dist.write_hashed("offline", "js", &bundle::offline()?)?,
        words,
    };
    let element = bundle::element(&names, Place::Site)?;
    dist.write("social-or-not.js", &element)?;
    dist.write("icon.svg", project::read("page/icon.svg")?.as_bytes())?;
    for lang in Lang::ALL {
        dist.write(page::path(lang), page::html(lang, &names, site)?.as_bytes())?;
        dist.write(&offline::manifest_path(lang), offline::manifest(lang)?.as_bytes())?;
    }
    for icon in offline::icons() {
        dist.write(&icon, &project::read_bytes(&format!("page/{icon}"))?)?;
    }
    // So far, all that a page of its own needs. What follows is for other hosts.
    let worker = offline::worker(&dist.written.borrow())?;
    dist.write(offline::WORKER, &worker)?;
    let (loader, frame) = (bundle::loader()?, bundle::frame()?);
    dist.write("embed.js", &loader)?;
    dist.write("frame.js", &frame)?;
    let framed = dist.write_hashed("framed", "js", &bundle::framed()?)?;
    dist.write("embed.html", page::frame(&names, &framed)?.as_bytes())?;
    let scripts = [("social-or-not.js", &element), ("embed.js", &loader), ("frame.js", &frame)];
    let builder = builder::Parts {
        script: dist.write_hashed("builder", "js", &bundle::builder()?)?,
        styles: dist.write_hashed("builder", "css", &bundle::styles(&["styles/builder.css"])?)?,
        integrity: scripts.map(|(name, script)| (name, builder::integrity(script))).into(),
    };
    for lang in Lang::ALL {
        dist.write(builder::path(lang), builder::html(lang, &names, &builder, site)?.as_bytes())?;
        dist.write(&oembed::card(lang), &project::read_bytes(&format!("page/{}", oembed::card(lang)))?)?;
        if let Some(site) = site {
            dist.write(&oembed::path(lang), oembed::json(lang, site)?.as_bytes())?;
        }
        dist.write(one_file::path(lang), one_file::html(lang, &whole, &widget, &page)?.as_bytes())?;
    }
    plugin::write(&dist.folder, &names)?;
    package::write(&dist.folder, &names)
}

struct Dist {
    folder: PathBuf,
    /// The files so far, by name.
    written: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl Dist {
    /// An empty folder: nothing of an older build stays.
    fn empty(folder: PathBuf) -> Result<Dist> {
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Dist { folder, written: RefCell::default() })
    }

    fn write_module(&self, name: &str, module: &wasm::Module) -> Result<ModuleNames> {
        let glue = self.write_hashed(name, "js", &bundle::minify(&module.glue, "js")?)?;
        Ok(ModuleNames { glue, wasm: self.write_hashed(name, "wasm", &module.wasm)? })
    }

    /// Writes a file under its name and the hash of its content; returns that name.
    fn write_hashed(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let hash: String = Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{name}.{hash}.{extension}");
        self.write(&name, bytes)?;
        Ok(name)
    }

    /// Writes a file, and its two compressed twins beside it.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let file = self.folder.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let twin = |extension: &str| self.folder.join(format!("{name}.{extension}"));
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
        self.written.borrow_mut().insert(name.to_owned(), bytes.to_vec());
        // Compressed already.
        if name.ends_with(".png") {
            return Ok(());
        }
        fs::write(twin("br"), compress::brotli(bytes)?)?;
        fs::write(twin("gz"), compress::gzip(bytes)?)?;
        Ok(())
    }
}
