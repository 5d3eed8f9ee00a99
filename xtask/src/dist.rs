//! The folder `dist/`: static files for any host, at any path. Names with a hash never change their content.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use social_or_not::content::{self, Lang};

use crate::bundle::Place;
use crate::{
    builder, bundle, comparison, compress, oembed, offline, one_file, package, page, plugin, policy, project, sheet,
    wasm,
};

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

    /// What follows the host's name.
    fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..].find('/').map_or("/", |at| &self.0[host + at..])
    }
}

/// The path at which the site will lie on its host. Pages find their files by relative addresses; this is for the few files that
/// cannot: hosts send `404.html` for any address, and read full paths in `_headers`. Begins and ends in a slash.
pub(crate) struct Base(pub(crate) String);

impl Base {
    /// The path that is given, else that of the site's address, else the top.
    pub(crate) fn of(given: Option<String>, site: Option<&Site>) -> Result<Base> {
        let Some(text) = given else {
            return Ok(Base(site.map_or("/", Site::path).to_owned()));
        };
        let Some(inner) = text.strip_prefix('/') else {
            bail!("--base: `{text}` does not begin with /");
        };
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let plain = |part: &str| {
            !part.trim_matches('.').is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
        };
        if !inner.is_empty() && !inner.split('/').all(plain) {
            bail!("--base: `{text}` is not the path of a folder: names of letters, digits and -._~ between slashes");
        }
        let base = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        match site {
            Some(site) if site.path() != base => bail!("--base: `{base}` is not where --site says: `{}`", site.0),
            _ => Ok(Base(base)),
        }
    }
}

/// The hashed names, which the page and the element must know.
#[derive(Clone)]
pub(crate) struct Names {
    /// None where the whole does all.
    pub(crate) questions: Option<ModuleNames>,
    pub(crate) whole: ModuleNames,
    pub(crate) widget: String,
    pub(crate) page: String,
    pub(crate) offline: String,
    /// By language, in the order of [`Lang::ALL`].
    pub(crate) words: Vec<(Lang, String)>,
    /// The words of the plan, likewise.
    pub(crate) record: Vec<(Lang, String)>,
}

/// A WebAssembly module and its glue.
#[derive(Clone)]
pub(crate) struct ModuleNames {
    pub(crate) glue: String,
    pub(crate) wasm: String,
}

/// Builds everything anew, into a folder that is emptied before.
pub(crate) fn build(site: Option<&Site>, base: &Base, folder: PathBuf) -> Result<()> {
    let (questions, whole) = (wasm::build("questions-module")?, wasm::build("whole-module")?);
    let compare = wasm::build("comparison-module")?;
    let dist = Dist::empty(folder)?;
    let write_words = |name: &str, file: fn(Lang) -> &'static str| -> Result<Vec<(Lang, String)>> {
        let write = |lang: Lang| dist.write_hashed(&format!("{name}.{}", lang.code()), "txt", file(lang).as_bytes());
        Lang::ALL.into_iter().map(|lang| Ok((lang, write(lang)?))).collect()
    };
    let (words, record) = (write_words("words", content::words_file)?, write_words("record", content::record_file)?);
    let widget = bundle::styles(&["styles/tokens.css", "styles/widget.css"])?;
    let page = bundle::styles(&["styles/page.css"])?;
    let sheet = bundle::styles(&["styles/page.css", "styles/sheet.css"])?;
    let sheet = dist.write_hashed("sheet", "css", &sheet)?;
    let names = Names {
        questions: Some(dist.write_module("questions", &questions)?),
        whole: dist.write_module("whole", &whole)?,
        widget: dist.write_hashed("widget", "css", &widget)?,
        page: dist.write_hashed("page", "css", &page)?,
        offline: dist.write_hashed("offline", "js", &bundle::offline()?)?,
        words,
        record,
    };
    let element = bundle::element(&names, Place::Site)?;
    dist.write("social-or-not.js", &element)?;
    // The comparison's own module stands where the element has the whole, and its words where those of the plan are.
    let compare_names = Names {
        questions: None,
        whole: dist.write_module("comparison", &compare)?,
        record: write_words("comparison", content::comparison_file)?,
        ..names.clone()
    };
    let compare = comparison::Parts {
        script: dist.write_hashed("compare", "js", &bundle::comparison(&compare_names)?)?,
        styles: dist.write_hashed("comparison", "css", &bundle::styles(&["styles/comparison.css"])?)?,
        names: compare_names,
    };
    dist.write("icon.svg", project::read("page/icon.svg")?.as_bytes())?;
    for lang in Lang::ALL {
        dist.write(page::path(lang), page::html(lang, &names, site)?.as_bytes())?;
        dist.write(&sheet::path(lang), sheet::html(lang, &sheet, site)?.as_bytes())?;
        dist.write(&comparison::path(lang), comparison::html(lang, &compare, site)?.as_bytes())?;
        dist.write(&offline::manifest_path(lang), offline::manifest(lang)?.as_bytes())?;
    }
    for icon in offline::icons() {
        dist.write(&icon, &project::read_bytes(&format!("page/{icon}"))?)?;
    }
    let registration = dist.write_hashed("registration", "js", &bundle::registration()?)?;
    dist.write(offline::REGISTRATION, offline::registration(registration)?.as_bytes())?;
    // So far, all that a page of its own needs. What follows is for other hosts.
    let worker = offline::worker(&dist.written.borrow())?;
    dist.write(offline::WORKER, &worker)?;
    let own_page: Vec<String> = dist.written.borrow().keys().cloned().collect();
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
    dist.write("404.html", page::missing(&names, base)?.as_bytes())?;
    let headers = policy::headers_file(&base.0, dist.written.borrow().keys());
    // For the host alone, which does not send it.
    fs::write(dist.folder.join("_headers"), headers)?;
    plugin::write(&dist.folder, &own_page)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn base(given: Option<&str>, site: Option<&str>) -> Result<String> {
        let site = site.map(|site| Site::parse(site.to_owned())).transpose()?;
        Base::of(given.map(str::to_owned), site.as_ref()).map(|Base(base)| base)
    }

    #[test]
    fn the_site_lies_where_it_is_said_to_or_at_the_top() {
        for (given, site, expected) in [
            (None, None, "/"),
            (Some("/"), None, "/"),
            (Some("/a/b-2"), None, "/a/b-2/"),
            (Some("/a/"), None, "/a/"),
            (None, Some("https://example.org"), "/"),
            (None, Some("https://example.org/quiz/"), "/quiz/"),
            (Some("/quiz"), Some("https://example.org/quiz"), "/quiz/"),
        ] {
            assert_eq!(base(given, site).ok().as_deref(), Some(expected), "{given:?} {site:?}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused_by_its_name() {
        for given in ["", "quiz/", "https://example.org/", "//quiz", "/a//b/", "/../", "/a b/", "/a?b", "/a#b", "/\"><"]
        {
            let error = base(Some(given), None).expect_err(given).to_string();
            assert!(error.contains(&format!("--base: `{given}`")), "{error}");
        }
        assert!(base(Some("/quiz/"), Some("https://example.org/")).is_err(), "two places");
    }
}
