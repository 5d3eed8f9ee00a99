//! oEmbed: whoever pastes the page's address gets the quiz in a frame. Static files; what a consumer asks beyond is ignored.

use anyhow::{Context, Result};
use serde_json::json;
use social_or_not::content::Lang;

use crate::dist::Site;
use crate::page;

/// Proposed; WordPress lets the frame grow and shrink between 200 and 1,000.
const HEIGHT: u32 = 600;

/// The width and height of the page's picture.
pub(crate) const CARD: (u32, u32) = (1200, 630);

/// Where a language's answer lies in `dist/`.
pub(crate) fn path(lang: Lang) -> String {
    format!("{}oembed.json", page::folder(lang))
}

/// The picture of the page.
pub(crate) fn card(lang: Lang) -> String {
    format!("card.{}.png", lang.code())
}

/// The link in the page's head by which the answer is found.
pub(crate) fn discovery(lang: Lang, Site(site): &Site) -> String {
    format!(
        r#"<link rel="alternate" type="application/json+oembed" href="{site}{}" title="Social or Not">"#,
        path(lang)
    )
}

/// The answer. WordPress loads what makes a frame follow its height only if a `blockquote` stands before the frame.
pub(crate) fn json(lang: Lang, Site(site): &Site) -> Result<String> {
    let texts = page::texts(lang)?;
    let title = texts.get("title").context("the page has a title")?;
    let text = page::escape(title);
    let (folder, code) = (page::folder(lang), lang.code());
    let html = format!(
        "<blockquote><a href=\"{site}{folder}\">{text}</a></blockquote>\
         <iframe src=\"{site}embed.html#lang={code}\" width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\" title=\"{text}\"></iframe>"
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Social or Not",
        "provider_url": site,
        "cache_age": 86_400,
        "thumbnail_url": format!("{site}{}", card(lang)),
        "thumbnail_width": CARD.0,
        "thumbnail_height": CARD.1,
        "width": 600,
        "height": HEIGHT,
        "html": html,
    });
    Ok(answer.to_string())
}
