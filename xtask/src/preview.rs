//! What search engines, and the previews of links that are passed on, read of the page: Open Graph, and structured data.

use anyhow::{Context, Result};
use serde_json::json;
use social_or_not::content::Lang;

use crate::dist::Site;
use crate::{oembed, page};

/// The language and its country, as Open Graph wants it.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr_FR",
        Lang::En => "en_GB",
    }
}

/// The tags for the page's head. Addresses must be absolute here: without the site's they are left out, and so is the picture.
pub(crate) fn tags(lang: Lang, site: Option<&Site>) -> Result<String> {
    let texts = page::texts(lang)?;
    let text = |key: &str| texts.get(key).with_context(|| format!("page/{}.toml: no text `{key}`", lang.code()));
    let (title, description) = (text("title")?, text("description")?);
    let mut tags = Vec::new();
    let mut tag = |property: &str, content: &str| {
        tags.push(format!(r#"<meta property="{property}" content="{}">"#, page::escape(content)));
    };
    tag("og:type", "website");
    tag("og:site_name", text("short_name")?);
    tag("og:title", title);
    tag("og:description", description);
    tag("og:locale", locale(lang));
    for other in Lang::ALL.into_iter().filter(|other| *other != lang) {
        tag("og:locale:alternate", locale(other));
    }
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "WebApplication",
        "name": title,
        "description": description,
        "inLanguage": lang.code(),
        "applicationCategory": "BusinessApplication",
        "isAccessibleForFree": true,
    });
    if let Some(Site(site)) = site {
        let (address, card) = (format!("{site}{}", page::folder(lang)), format!("{site}{}", oembed::card(lang)));
        tag("og:url", &address);
        tag("og:image", &card);
        tag("og:image:type", "image/png");
        tag("og:image:width", &oembed::CARD.0.to_string());
        tag("og:image:height", &oembed::CARD.1.to_string());
        tag("og:image:alt", title);
        tags.push(r#"<meta name="twitter:card" content="summary_large_image">"#.to_owned());
        data["url"] = address.into();
        data["image"] = card.into();
    }
    // Data, which no policy takes for a script; still, nothing in it may end the element early.
    let data = data.to_string().replace('<', "\\u003c");
    tags.push(format!(r#"<script type="application/ld+json">{data}</script>"#));
    Ok(tags.join("\n"))
}
