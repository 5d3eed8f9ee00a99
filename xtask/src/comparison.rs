//! The page that compares results, once in each language: the template and texts of `page/`, the form rendered ahead.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::{Context, Result};
use social_or_not::content::{ComparisonWords, Lang, Words};
use social_or_not::ui::{Comparison, ComparisonProps};

use crate::dist::{Names, Site};
use crate::{page, policy, project};

/// The files that this page has.
pub(crate) struct Parts {
    pub(crate) script: String,
    pub(crate) styles: String,
    pub(crate) names: Names,
}

/// Where a language's page lies in `dist/`, beside the quiz's.
pub(crate) fn path(lang: Lang) -> String {
    format!("{}compare.html", page::folder(lang))
}

pub(crate) fn html(lang: Lang, parts: &Parts, site: Option<&Site>) -> Result<String> {
    let (base, other) = (page::base(lang), page::other(lang));
    let of = |names: &[(Lang, String)]| {
        names.iter().find(|(of, _)| *of == lang).map(|(_, name)| name.clone()).context("every language has words")
    };
    let names = &parts.names;
    let mut values: BTreeMap<String, String> =
        texts(lang)?.into_iter().map(|(key, text)| (key, page::escape(&text))).collect();
    values.extend(
        [
            ("lang", lang.code().to_owned()),
            ("other_lang", other.code().to_owned()),
            ("other_href", format!("{base}{}", path(other))),
            ("links", page::alternates(lang, site, path)),
            ("policy", policy::PAGE.to_owned()),
            ("page_css", names.page.clone()),
            ("widget_css", names.widget.clone()),
            ("comparison_css", parts.styles.clone()),
            ("script", parts.script.clone()),
            ("glue", names.whole.glue.clone()),
            ("wasm", names.whole.wasm.clone()),
            ("words", of(&names.words)?),
            ("comparison_words", of(&names.record)?),
            ("form", form(lang)),
            ("base", base),
        ]
        .map(|(key, value)| (key.to_owned(), value)),
    );
    page::fill(&project::read("page/compare.html")?, &values)
}

/// The texts of `page/compare.fr.toml` or `page/compare.en.toml`, typeset.
fn texts(lang: Lang) -> Result<BTreeMap<String, String>> {
    page::texts_of(&format!("page/compare.{}.toml", lang.code()), lang)
}

/// What the module draws where there is nothing to compare yet.
fn form(lang: Lang) -> String {
    let props = move || ComparisonProps::new(Rc::new(Words::built_in(lang)), Rc::new(ComparisonWords::built_in(lang)));
    page::block_on(yew::ServerRenderer::<Comparison>::with_props(props).hydratable(false).render())
}
