//! The pictures that previews and home screens show, drawn by a browser from pages and kept in the repository: a build needs no
//! browser.

use std::fs;

use anyhow::Result;
use social_or_not::content::Lang;

use crate::{oembed, offline, page, project, toolchain};

/// Draws each picture of `page/`.
pub(crate) fn draw() -> Result<()> {
    let chromium = toolchain::need_browser(&toolchain::CHROMIUM)?;
    toolchain::need_node_packages()?;
    let folder = project::target().join("xtask");
    fs::create_dir_all(&folder)?;
    let icon = project::read("page/icon.svg")?;
    let draw = |name: &str, html: String, width: u32, height: u32| {
        let file = folder.join(format!("{name}.html"));
        fs::write(&file, html)?;
        let mut node = toolchain::node();
        node.arg("page/draw.js").arg(&file).arg(format!("page/{name}"));
        node.args([width.to_string(), height.to_string()]);
        project::run(node.env(toolchain::CHROMIUM.variable, &chromium), "drawing a picture")
    };
    let card = project::read("page/card.html")?;
    for lang in Lang::ALL {
        draw(
            &oembed::card(lang),
            page::fill_with(lang, &card, [("icon", icon.clone())])?,
            oembed::CARD.0,
            oembed::CARD.1,
        )?;
    }
    for purpose in offline::PURPOSES {
        // What may be cut to any shape keeps to the middle, within a circle of 80 %.
        let share = if purpose == "maskable" { "58%" } else { "86%" };
        for size in offline::ICONS {
            let html = page::fill_with(
                Lang::Fr,
                &project::read("page/icon.html")?,
                [("icon", icon.clone()), ("share", share.to_owned())],
            )?;
            draw(&offline::icon(size, purpose), html, size, size)?;
        }
    }
    Ok(())
}
