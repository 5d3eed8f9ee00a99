//! The page that makes the snippet a publisher pastes, once in each language: the templates and texts of `page/builder/`, the
//! original colours of `styles/tokens.css`, the digests of the scripts.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};
use social_or_not::content::Lang;

use crate::dist::{Names, Site};
use crate::{page, policy, project};

/// Colours shown at once; the others are folded away.
const FIRST: [&str; 4] = ["accent", "accent-text", "surface", "text"];

/// The files that only this page has, and what it tells of the others.
pub(crate) struct Parts {
    pub(crate) script: String,
    pub(crate) styles: String,
    /// The scripts that publishers' pages load, each with its digest.
    pub(crate) integrity: Vec<(&'static str, String)>,
}

/// What a page writes beside a script's address so that the browser takes no other.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Where a language's page lies in `dist/`.
pub(crate) fn path(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "builder.html",
        Lang::En => "en/builder.html",
    }
}

pub(crate) fn html(lang: Lang, names: &Names, parts: &Parts, site: Option<&Site>) -> Result<String> {
    let base = "../".repeat(path(lang).matches('/').count());
    let other = match lang {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    let mut values = texts(lang)?;
    let digests: Vec<String> = parts.integrity.iter().map(|(file, digest)| format!("{file:?}:{digest:?}")).collect();
    let unlisted = match site {
        Some(_) => String::new(),
        None => {
            format!("      <p class=\"builder-hint\" data-for=\"address\">{}</p>\n", text(&values, "code.unlisted")?)
        }
    };
    let (first, more): (Vec<Colour>, Vec<Colour>) =
        colours()?.into_iter().partition(|colour| FIRST.contains(&colour.name.as_str()));
    values.extend(
        [
            ("lang", lang.code().to_owned()),
            ("other_lang", other.code().to_owned()),
            ("other_href", format!("{base}{}", path(other))),
            // An empty address would be this page's own.
            ("quiz_href", "./".to_owned()),
            ("links", page::alternates(lang, site, |lang| path(lang).to_owned())),
            // The preview of the frame is one.
            ("policy", policy::PAGE_WITH_FRAME.to_owned()),
            ("page_css", names.page.clone()),
            ("builder_css", parts.styles.clone()),
            ("builder_js", parts.script.clone()),
            ("integrity", page::escape(&format!("{{{}}}", digests.join(",")))),
            ("quiz", quiz(lang)?),
            ("said", said(&values)?),
            ("unlisted", unlisted),
            ("first_colours", rows(&first, &values)?),
            ("more_colours", rows(&more, &values)?),
            ("radius_original", original(&project::read("styles/tokens.css")?, "--_radius:")?),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    values.insert("base".to_owned(), base);
    page::fill(&project::read("page/builder/page.html")?, &values)
}

/// A colour that publishers may set, with its original in both themes.
struct Colour {
    name: String,
    light: String,
    dark: String,
}

/// The colours of `styles/tokens.css`, in its order: `light-dark(var(--son-x, #…), var(--son-x-dark, #…))`.
fn colours() -> Result<Vec<Colour>> {
    let tokens = project::read("styles/tokens.css")?;
    let mut colours = Vec::new();
    for line in tokens.lines().filter(|line| line.contains("light-dark(var(--son-")) {
        let name =
            line.split("var(--son-").nth(1).and_then(|rest| rest.split(',').next()).context("a colour's name")?;
        let light = original(line, &format!("--son-{name},"))?;
        let dark = original(line, &format!("--son-{name}-dark,"))?;
        colours.push(Colour { name: name.to_owned(), light, dark });
    }
    if colours.is_empty() {
        bail!("styles/tokens.css: no line has a colour with its dark twin");
    }
    // Those that publishers change most come first.
    colours.sort_by_key(|colour| FIRST.iter().position(|first| *first == colour.name).unwrap_or(FIRST.len()));
    Ok(colours)
}

/// The value that a custom property has unless it is set: what stands before the next `)`.
fn original(css: &str, after: &str) -> Result<String> {
    let (_, rest) = css.split_once(after).with_context(|| format!("styles/tokens.css: no `{after}`"))?;
    let value = rest.split(')').next().unwrap_or_default();
    // `--_radius: var(--son-radius, 3px)`
    Ok(value.rsplit(',').next().unwrap_or_default().trim().to_owned())
}

/// A row of the form for each colour.
fn rows(colours: &[Colour], texts: &BTreeMap<String, String>) -> Result<String> {
    let template = project::read("page/builder/colour.html")?;
    let mut rows = String::new();
    for Colour { name, light, dark } in colours {
        let mut values = texts.clone();
        values.insert("name".to_owned(), name.clone());
        values.insert("label".to_owned(), text(texts, &format!("colour.{name}"))?);
        values.insert("hint".to_owned(), text(texts, &format!("colour.{name}.hint"))?);
        values.insert("original".to_owned(), light.clone());
        values.insert("original_dark".to_owned(), dark.clone());
        rows.push_str(&page::fill(&template, &values)?);
    }
    Ok(rows)
}

/// What the script says, as nodes that it reads.
fn said(texts: &BTreeMap<String, String>) -> Result<String> {
    let mut nodes: Vec<String> = texts
        .iter()
        .filter_map(|(key, text)| Some(format!(r#"<p data-key="{}">{text}</p>"#, key.strip_prefix("said.")?)))
        .collect();
    for lang in Lang::ALL {
        nodes.push(format!(r#"<p data-key="quiz.{}">{}</p>"#, lang.code(), quiz(lang)?));
    }
    Ok(nodes.concat())
}

/// What the quiz's own page is called.
fn quiz(lang: Lang) -> Result<String> {
    let texts = page::texts(lang)?;
    Ok(page::escape(texts.get("title").context("the page has a title")?))
}

fn text(texts: &BTreeMap<String, String>, key: &str) -> Result<String> {
    texts.get(key).cloned().with_context(|| format!("page/builder: no text is called `{key}`"))
}

/// The texts of `page/builder/fr.toml` or `en.toml` by their dotted keys, typeset and safe within HTML.
fn texts(lang: Lang) -> Result<BTreeMap<String, String>> {
    let path = format!("page/builder/{}.toml", lang.code());
    let table: toml::Table = toml::from_str(&project::read(&path)?).with_context(|| path.clone())?;
    let mut texts = BTreeMap::new();
    for (key, value) in table {
        match value {
            toml::Value::String(text) => {
                texts.insert(key, set(lang, &text));
            }
            toml::Value::Table(table) => {
                for (rest, value) in table {
                    let text = value.as_str().with_context(|| format!("{path}: `{key}.{rest}` is no text"))?;
                    // The empty key is the table's own name.
                    let key = if rest.is_empty() { key.clone() } else { format!("{key}.{rest}") };
                    texts.insert(key, set(lang, text));
                }
            }
            _ => bail!("{path}: `{key}` is no text"),
        }
    }
    Ok(texts)
}

/// A text as it is printed; what stands between backticks is code, and left alone.
fn set(lang: Lang, text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| match place % 2 {
        0 => page::escape(&page::typeset(lang, part)),
        _ => format!("<code>{}</code>", page::escape(part)),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_texts() {
        let keys = |lang| texts(lang).map(|texts| texts.into_keys().collect::<Vec<_>>()).ok();
        assert!(keys(Lang::Fr).is_some());
        assert_eq!(keys(Lang::Fr), keys(Lang::En));
    }

    #[test]
    fn the_original_colours_are_those_of_the_tokens() {
        let colours = colours().expect("tokens with colours");
        assert_eq!(colours.len(), 11);
        assert_eq!(colours.first().map(|colour| colour.name.as_str()), Some("accent"));
        for Colour { name, light, dark } in &colours {
            for value in [light, dark] {
                assert!(value.len() == 7 && value.starts_with('#'), "{name}: {value}");
            }
        }
        let tokens = project::read("styles/tokens.css").expect("tokens");
        assert_eq!(original(&tokens, "--_radius:").ok().as_deref(), Some("3px"));
    }

    #[test]
    fn a_digest_is_as_browsers_reckon_it() {
        assert_eq!(integrity(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }

    #[test]
    fn code_within_a_text_is_not_typeset() {
        assert_eq!(set(Lang::Fr, "l'un `'a' <b>` ?"), "l’un <code>'a' &lt;b></code>\u{202f}?");
    }
}
