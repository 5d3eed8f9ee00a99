//! The score sheet: a page without script on which a reader with a pen comes to the balance and the verdict of the program.
//!
//! All of its numbers are the model's. Points are printed already weighed: an argument's strength is at most 4, so its sum
//! is at most four times its weight. The fit of a network multiplies; on paper the product is a table of the points needed.

mod gates;
mod ledger;
mod networks;
mod questions;
mod scale;
mod verdict;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use social_or_not::content::{Lang, MODEL, Words};
use social_or_not::domain::argument::Side;
use social_or_not::domain::condition::{Condition, Is};

use crate::dist::Site;
use crate::page::{self, escape};
use crate::{policy, project};

/// Where a language's sheet lies in `dist/`, beside its page.
pub(crate) fn path(lang: Lang) -> String {
    format!("{}sheet.html", page::folder(lang))
}

pub(crate) fn html(lang: Lang, styles: &str, site: Option<&Site>) -> Result<String> {
    let sheet = Sheet::new(lang)?;
    let base = page::base(lang);
    let other = page::other(lang);
    let mut values: BTreeMap<String, String> =
        sheet.texts.iter().map(|(key, text)| (key.clone(), escape(text))).collect();
    let mut put = |key: &str, value: String| values.insert(key.to_owned(), value);
    put("lang", lang.code().to_owned());
    put("other_lang", other.code().to_owned());
    put("other_href", format!("{base}{}", path(other)));
    put("links", page::alternates(lang, site, path));
    put("styles", format!("{base}{styles}"));
    put("base", base);
    put("policy", policy::PAGE.to_owned());
    put("core", sheet.questions(true)?);
    put("more", sheet.questions(false)?);
    put(
        "answering",
        sheet.said("answering", &[("count", &MODEL.questions.iter().filter(|row| row.core).count().to_string())])?,
    );
    put("pros", sheet.ledger(Side::Pro)?);
    put("cons", sheet.ledger(Side::Con)?);
    put("networks", sheet.networks()?);
    put("gates", sheet.gates()?);
    put("verdict", sheet.verdict()?);
    put("sources", sheet.sources());
    page::fill(&project::read("page/sheet.html")?, &values)
}

/// What one language's sheet is written from.
struct Sheet {
    words: Words,
    texts: BTreeMap<String, String>,
    /// The questions in the order of the sheet: core ones first. Those that move neither points nor verdict are left out.
    order: Vec<usize>,
}

impl Sheet {
    fn new(lang: Lang) -> Result<Sheet> {
        let counted = |core: bool| {
            MODEL
                .questions
                .iter()
                .enumerate()
                .filter(move |(_, row)| row.counted && row.core == core)
                .map(|(place, _)| place)
        };
        let texts = page::texts_of(&format!("page/sheet.{}.toml", lang.code()), lang)?;
        Ok(Sheet { words: Words::built_in(lang), texts, order: counted(true).chain(counted(false)).collect() })
    }

    /// A text, ready for the page. What is filled in is taken for HTML.
    fn said(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let text = self.texts.get(key).with_context(|| format!("page/sheet: no text `{key}`"))?;
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        Ok(values.iter().fold(escape(text), fill))
    }

    fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The number of a question on the sheet.
    fn number(&self, question: usize) -> Result<usize> {
        let place = self.order.iter().position(|other| *other == question);
        Ok(place.with_context(|| format!("the sheet does not ask `{}`", MODEL.questions[question].id))? + 1)
    }

    /// Codes of the options that meet a condition: "3a, 3b ou 3c".
    fn codes(&self, condition: &Condition) -> Result<Vec<String>> {
        let Is::OneOf(options) = condition.is else { return Ok(Vec::new()) };
        let number = self.number(condition.question.into())?;
        Ok(bits(options).map(|option| format!("{number}{}", letter(option))).collect())
    }

    fn list(&self, codes: &[String]) -> Result<String> {
        match codes.split_last() {
            Some((last, others)) if !others.is_empty() => {
                self.said("or", &[("list", &others.join(", ")), ("last", last)])
            }
            _ => Ok(codes.join("")),
        }
    }

    fn any(&self, conditions: &[&Condition]) -> Result<String> {
        let codes: Vec<Vec<String>> =
            conditions.iter().map(|condition| self.codes(condition)).collect::<Result<_>>()?;
        self.list(&codes.concat())
    }

    /// A place to write a number, with its name for those who do not see where it stands.
    fn field(&self, key: &str, of: &str) -> Result<String> {
        Ok(format!(
            r#"<input class="sheet-field" inputmode="numeric" size="3" aria-label="{}">"#,
            self.said(key, &[("of", &escape(of))])?
        ))
    }

    fn sources(&self) -> String {
        let row = |(place, id): (usize, &&str)| {
            let words = self.words.source(place);
            let publisher =
                if words.publisher.is_empty() { String::new() } else { format!(", {}", escape(words.publisher)) };
            let title = escape(words.title);
            format!(
                "<dt id=\"{id}\">{id}</dt><dd><cite lang=\"fr\">{title}</cite>{publisher}, {}</dd>\n",
                escape(words.year)
            )
        };
        MODEL.sources.iter().enumerate().map(row).collect()
    }
}

fn bits(options: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |option| options & (1 << option) != 0)
}

fn letter(option: usize) -> char {
    char::from(b'a' + option as u8)
}

fn capital(place: usize) -> char {
    char::from(b'A' + place as u8)
}

#[cfg(test)]
mod tests;
