//! The standalone page, once in each language: the template `index.html`, the texts of `page/`, the first question rendered ahead.

use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context as Polling, Poll, Wake, Waker};
use std::thread::{self, Thread};

use anyhow::{Context, Result, bail};
use social_or_not::content::{Lang, Words};
use social_or_not::ui::{Widget, WidgetProps};
use social_or_not_authoring::Language;

use crate::dist::{Base, Names, Site};
use crate::{oembed, policy, preview, project};

/// Where a language's page lies in `dist/`. French is the product's first language and has the top.
pub(crate) fn path(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "index.html",
        Lang::En => "en/index.html",
    }
}

/// The page's folder, as an address seen from the top of the site.
pub(crate) fn folder(lang: Lang) -> &'static str {
    path(lang).trim_end_matches("index.html")
}

/// The way from a language's page to the top. Every address is relative, so that the site works at any path.
pub(crate) fn base(lang: Lang) -> String {
    "../".repeat(path(lang).matches('/').count())
}

/// The language that a page offers instead.
pub(crate) fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    }
}

pub(crate) fn html(lang: Lang, names: &Names, site: Option<&Site>) -> Result<String> {
    let base = base(lang);
    let other = other(lang);
    let questions = names.questions.as_ref().context("the page begins with the questions")?;
    let words = names.words.iter().find(|(of, _)| *of == lang).context("every language has words")?;
    let texts = texts(lang)?;
    let text = |key: &str| texts.get(key).map(|text| escape(text)).with_context(|| format!("no text `{key}`"));
    let values = [
        ("other_lang", other.code().to_owned()),
        ("other_href", or_here(format!("{base}{}", folder(other)))),
        ("policy", policy::PAGE_WITH_FRAME.to_owned()),
        ("links", links(lang, site)),
        ("previews", preview::tags(lang, site)?),
        ("page_css", format!("{base}{}", names.page)),
        ("widget_css", format!("{base}{}", names.widget)),
        ("glue", questions.glue.clone()),
        ("wasm", questions.wasm.clone()),
        ("words", words.1.clone()),
        ("offline", names.offline.clone()),
        ("scope", or_here(base.clone())),
        ("sheet_note", format!(r#" <a href="sheet.html">{}</a>."#, text("sheet_note")?)),
        ("sheet_foot", foot_link("sheet.html", &text("sheet_foot")?)),
        ("compare_foot", foot_link("compare.html", &text("compare_foot")?)),
        ("base", base),
    ];
    fill_with(lang, &project::read("index.html")?, values)
}

/// A line at the foot of the page that leads to another.
fn foot_link(href: &str, text: &str) -> String {
    format!("  <p><a href=\"{href}\">{text}</a></p>\n")
}

/// The page inside a frame, in whatever language its address asks for.
pub(crate) fn frame(names: &Names, script: &str) -> Result<String> {
    let questions = names.questions.as_ref().context("the frame begins with the questions")?;
    let foot = project::read("page/frame-foot.html")?;
    let feet: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| fill_with(*lang, foot.trim_end(), [("href", or_here(folder(*lang).to_owned()))]))
        .collect::<Result<_>>()?;
    let values = BTreeMap::from([
        ("policy".to_owned(), policy::PAGE.to_owned()),
        ("feet".to_owned(), feet.join("\n")),
        ("page_css".to_owned(), names.page.clone()),
        ("glue".to_owned(), questions.glue.clone()),
        ("wasm".to_owned(), questions.wasm.clone()),
        ("framed".to_owned(), script.to_owned()),
    ]);
    fill(&project::read("page/frame.html")?, &values)
}

/// What hosts send in the place of a page that is missing, however deep its address: this page alone must name its own place.
pub(crate) fn missing(names: &Names, Base(base): &Base) -> Result<String> {
    let note = project::read("page/missing-note.html")?;
    let notes: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| fill_with(*lang, note.trim_end(), [("href", format!("{base}{}", folder(*lang)))]))
        .collect::<Result<_>>()?;
    let values = BTreeMap::from([
        ("policy".to_owned(), policy::PAGE.to_owned()),
        ("notes".to_owned(), notes.join("\n")),
        ("page_css".to_owned(), names.page.clone()),
        ("base".to_owned(), base.clone()),
    ]);
    fill(&project::read("page/missing.html")?, &values)
}

/// A template with the page's texts and these values; with the page's body, if it has a place for it.
pub(crate) fn fill_with<const N: usize>(lang: Lang, template: &str, more: [(&str, String); N]) -> Result<String> {
    let mut values: BTreeMap<String, String> =
        texts(lang)?.into_iter().map(|(key, text)| (key, escape(&text))).collect();
    values.insert("lang".to_owned(), lang.code().to_owned());
    values.extend(more.map(|(key, value)| (key.to_owned(), value)));
    if template.contains("{{body}}") {
        values.insert("question".to_owned(), first_question(lang));
        let body = fill(project::read("page/body.html")?.trim_end(), &values)?;
        values.insert("body".to_owned(), body);
    }
    fill(template, &values)
}

/// The page in its languages, and where frames of it are described.
fn links(lang: Lang, site: Option<&Site>) -> String {
    let Some(site) = site else {
        return String::new();
    };
    format!("{}{}\n", alternates(lang, Some(site), |lang| folder(lang).to_owned()), oembed::discovery(lang, site))
}

/// A page in its languages, for search engines. They want full addresses: where the site's is not known, there is nothing to say.
pub(crate) fn alternates(lang: Lang, site: Option<&Site>, path: impl Fn(Lang) -> String) -> String {
    let Some(site) = site else {
        return String::new();
    };
    let to = |lang: Lang| format!("{}{}", site.0, path(lang));
    let mut links: Vec<String> = Lang::ALL
        .iter()
        .map(|lang| format!(r#"<link rel="alternate" hreflang="{}" href="{}">"#, lang.code(), to(*lang)))
        .collect();
    links.push(format!(r#"<link rel="alternate" hreflang="x-default" href="{}">"#, to(Lang::Fr)));
    links.push(format!(r#"<link rel="canonical" href="{}">"#, to(lang)));
    format!("{}\n", links.join("\n"))
}

/// An empty address would mean the page itself, with its query: the folder is meant.
pub(crate) fn or_here(address: String) -> String {
    if address.is_empty() { "./".to_owned() } else { address }
}

/// The texts of `page/fr.toml` or `page/en.toml`, typeset.
pub(crate) fn texts(lang: Lang) -> Result<BTreeMap<String, String>> {
    texts_of(&format!("page/{}.toml", lang.code()), lang)
}

/// The texts of one of the page's files, typeset.
pub(crate) fn texts_of(path: &str, lang: Lang) -> Result<BTreeMap<String, String>> {
    let table: BTreeMap<String, String> = toml::from_str(&project::read(path)?).with_context(|| path.to_owned())?;
    Ok(table.into_iter().map(|(key, text)| (key, typeset(lang, &text))).collect())
}

pub(crate) fn typeset(lang: Lang, text: &str) -> String {
    let language = match lang {
        Lang::Fr => Language::French,
        Lang::En => Language::English,
    };
    social_or_not_authoring::set(text, language)
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The first question as the app itself draws it. Not for hydration, which costs 14 KB: the app draws it once more and takes over.
fn first_question(lang: Lang) -> String {
    let renderer = yew::ServerRenderer::<Widget>::with_props(move || WidgetProps::new(Rc::new(Words::built_in(lang))));
    block_on(renderer.hydratable(false).render())
}

/// Replaces each `{{name}}`. A name without a value is an error.
pub(crate) fn fill(template: &str, values: &BTreeMap<String, String>) -> Result<String> {
    // Alike on all pages that come in several languages.
    let template = match template.strip_prefix("{{head}}") {
        Some(rest) => project::read("page/head.html")? + rest,
        None => template.to_owned(),
    };
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = &*template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a template: `{{` without `}}`")?;
        let Some(value) = values.get(name) else {
            bail!("a template: nothing is called `{name}`");
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Waits for one future. Yew renders on a thread of its own, which wakes this one.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut polling = Polling::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut polling) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_value_is_refused() {
        let values = BTreeMap::from([("a".to_owned(), "{{b}}".to_owned())]);
        assert_eq!(fill("<{{a}}>", &values).ok().as_deref(), Some("<{{b}}>"));
        assert!(fill("{{c}}", &values).is_err());
    }

    #[test]
    fn each_page_has_the_same_texts_in_both_languages() {
        for path in ["page/{}.toml", "page/sheet.{}.toml", "page/compare.{}.toml"] {
            let keys = |lang: Lang| {
                let texts = texts_of(&path.replace("{}", lang.code()), lang).expect("texts");
                texts.into_keys().collect::<Vec<_>>()
            };
            assert_eq!(keys(Lang::Fr), keys(Lang::En), "{path}");
        }
    }
}
