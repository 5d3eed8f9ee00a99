//! JavaScript and CSS through esbuild: joined, minified, the hashed names written in.

use anyhow::Result;
use social_or_not::content::Lang;

use crate::dist::{ModuleNames, Names};
use crate::{project, toolchain};

/// Where the element's module will stand: it says how the module finds its files.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// On a site of its own, its files and the quiz's page beside it.
    Site,
    /// In a page that has everything inside: the names are addresses.
    OneFile,
    /// In an npm package, for browsers, by way of other people's tools.
    Package,
    /// In the same package, for Node, which reads from the disk.
    Node,
}

/// The element's ES module with what it imports.
pub(crate) fn element(names: &Names, place: Place) -> Result<Vec<u8>> {
    let page = format!("--define:PAGE={}", place == Place::Site);
    let mut arguments = vec!["src/embed/element.js", "--bundle", "--format=esm", &page];
    match place {
        Place::Site | Place::OneFile => arguments.push("--minify"),
        // With its lines, or the notes for other tools would go too.
        Place::Package => arguments.extend(["--minify-syntax", "--minify-identifiers"]),
        Place::Node => {
            arguments.extend(["--minify-syntax", "--platform=node", "--inject:integrations/npm/fetch-from-disk.js"]);
        }
    }
    let script = esbuild(&arguments, &[])?;
    Ok([files(names, place).as_bytes(), b"\n", &script].concat())
}

/// Where a module finds its files.
fn files(names: &Names, place: Place) -> String {
    // Written out for every file: only so do the tools that join a page's scripts see the files and take them along.
    let address = |name: &str| match place {
        Place::OneFile => format!("{name:?}"),
        _ => format!("new URL({:?},import.meta.url).href", format!("./{name}")),
    };
    let module = |names: &ModuleNames| format!("{{glue:{},wasm:{}}}", address(&names.glue), address(&names.wasm));
    let texts = |names: &[(Lang, String)]| {
        names.iter().map(|(lang, name)| format!("{}:{}", lang.code(), address(name))).collect::<Vec<_>>().join(",")
    };
    format!(
        "const FILES={{questions:{},whole:{},styles:{},words:{{{}}},record:{{{}}}}};",
        names.questions.as_ref().map_or_else(|| "null".to_owned(), module),
        module(&names.whole),
        address(&names.widget),
        texts(&names.words),
        texts(&names.record),
    )
}

/// The script of the page that compares results. It loads its module as the element does the whole, with words of its own.
pub(crate) fn comparison(names: &Names) -> Result<Vec<u8>> {
    let script =
        esbuild(&["src/embed/comparison.js", "--bundle", "--format=esm", "--minify", "--define:PAGE=true"], &[])?;
    Ok([files(names, Place::Site).as_bytes(), b"\n", &script].concat())
}

/// The classic script that brings the element.
pub(crate) fn loader() -> Result<Vec<u8>> {
    esbuild(&["src/embed/loader.js", "--bundle", "--format=iife", "--minify"], &[])
}

/// The classic script of the page that holds a frame.
pub(crate) fn frame() -> Result<Vec<u8>> {
    esbuild(&["src/embed/frame.js", "--bundle", "--format=iife", "--minify"], &[])
}

/// The classic script of the page inside a frame.
pub(crate) fn framed() -> Result<Vec<u8>> {
    esbuild(&["src/embed/framed.js", "--bundle", "--format=iife", "--minify"], &[])
}

/// The service worker, with the build's name and the list of its files.
pub(crate) fn worker(source: &str, build: &str, files: &str) -> Result<Vec<u8>> {
    // The list is too long for a command line.
    minify(&format!("const BUILD = {build:?}, FILES = {files};\n{source}"), "js")
}

/// What the standalone page does about its connection.
pub(crate) fn offline() -> Result<Vec<u8>> {
    minify(&project::read("page/offline.js")?, "js")
}

/// The script of the hidden frame that registers the service worker.
pub(crate) fn registration() -> Result<Vec<u8>> {
    minify(&project::read("page/registration.js")?, "js")
}

/// The script of the page that makes the snippet.
pub(crate) fn builder() -> Result<Vec<u8>> {
    esbuild(&["page/builder/builder.js", "--bundle", "--format=esm"], &[])
}

/// Style sheets, joined in the order given.
pub(crate) fn styles(paths: &[&str]) -> Result<Vec<u8>> {
    let sheets: Vec<String> = paths.iter().map(|path| project::read(path)).collect::<Result<_>>()?;
    minify(&sheets.join("\n"), "css")
}

pub(crate) fn minify(text: &str, kind: &str) -> Result<Vec<u8>> {
    esbuild(&[&format!("--loader={kind}"), "--minify"], text.as_bytes())
}

fn esbuild(arguments: &[&str], input: &[u8]) -> Result<Vec<u8>> {
    toolchain::need_node_packages()?;
    let mut esbuild = toolchain::node();
    // Texts have accents: as they are, not as escapes.
    esbuild.arg("node_modules/esbuild/bin/esbuild").args([
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    project::pipe(esbuild.args(arguments), input, "esbuild")
}
