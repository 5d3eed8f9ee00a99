//! The page as one file with everything inside, which opens from a disk: scripts, styles, words and WebAssembly as addresses
//! that hold their own content.

use anyhow::{Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use social_or_not::content::{self, Lang};

use crate::bundle::Place;
use crate::dist::{ModuleNames, Names};
use crate::{bundle, page, policy, project, wasm::Module};

/// Where a language's file lies in `dist/`.
pub(crate) fn path(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "social-or-not.html",
        Lang::En => "social-or-not.en.html",
    }
}

/// The file. There is nothing to wait for, so the whole does all.
pub(crate) fn html(lang: Lang, whole: &Module, widget: &[u8], page: &[u8]) -> Result<String> {
    let address = |kind: &str, bytes: &[u8]| format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes));
    let style = |bytes: &[u8]| address("text/css", bytes);
    let texts = |name: &str| Lang::ALL.map(|lang| (lang, format!("@{name}.{}@", lang.code()))).into();
    // Too long for a command line: names for now, what they stand for once the script is bundled.
    let names = Names {
        questions: None,
        whole: ModuleNames { glue: "@glue@".to_owned(), wasm: "@wasm@".to_owned() },
        widget: "@widget@".to_owned(),
        page: String::new(),
        offline: String::new(),
        words: texts("words"),
        record: texts("record"),
    };
    let mut script = String::from_utf8(bundle::element(&names, Place::OneFile)?)?;
    let mut put = |name: &str, address: &str| script = script.replace(name, address);
    put("@glue@", &address("text/javascript", &bundle::minify(&whole.glue, "js")?));
    put("@wasm@", &address("application/wasm", &whole.wasm));
    put("@widget@", &style(widget));
    for lang in Lang::ALL {
        for (name, file) in [("words", content::words_file(lang)), ("record", content::record_file(lang))] {
            put(&format!("@{name}.{}@", lang.code()), &address("text/plain;charset=utf-8", file.as_bytes()));
        }
    }
    if script.contains("</script") {
        bail!("the element's script would end the page's script early");
    }
    let icon = address("image/svg+xml", project::read("page/icon.svg")?.as_bytes());
    let values = [
        ("policy", policy::one_file(&script)),
        ("icon", icon),
        ("page_css", style(page)),
        ("widget_css", style(widget)),
        ("script", script),
        // Alone: the score sheet and the comparison are other files.
        ("sheet_note", String::new()),
        ("sheet_foot", String::new()),
        ("compare_foot", String::new()),
    ];
    page::fill_with(lang, &project::read("page/one-file.html")?, values)
}
