//! The pictures that previews and home screens show, drawn by a browser from pages and kept in the repository: a build needs no
//! browser.

use std::fs;

use anyhow::Result;
use social_or_not::content::Lang;

use crate::{oembed, page, project, toolchain};

/// Draws each picture of `page/`.
pub(crate) fn draw() -> Result<()> {
    let chromium = toolchain::need_browser(&toolchain::CHROMIUM)?;
    toolchain::need_node_packages()?;
    let folder = project::target().join("xtask");
    fs::create_dir_all(&folder)?;
    let icon = project::read("page/icon.svg")?;
    for lang in Lang::ALL {
        let file = folder.join(format!("card.{}.html", lang.code()));
        fs::write(&file, page::fill_with(lang, &project::read("page/card.html")?, [("icon", icon.clone())])?)?;
        let mut node = toolchain::node();
        node.arg("page/draw.js").arg(&file).arg(format!("page/{}", oembed::card(lang))).args(["1200", "630"]);
        project::run(node.env(toolchain::CHROMIUM.variable, &chromium), "drawing the card")?;
    }
    Ok(())
}
