//! JavaScript and CSS through esbuild: joined, minified, the hashed names written in.

use anyhow::Result;

use crate::dist::{ModuleNames, Names};
use crate::{project, toolchain};

/// The element's ES module with what it imports.
pub(crate) fn element(names: &Names) -> Result<Vec<u8>> {
    let words: Vec<String> = names.words.iter().map(|(lang, name)| format!("{:?}:{name:?}", lang.code())).collect();
    let module = |names: &ModuleNames| format!("{{\"glue\":{:?},\"wasm\":{:?}}}", names.glue, names.wasm);
    let files = format!(
        "{{\"questions\":{},\"whole\":{},\"styles\":{:?},\"words\":{{{}}}}}",
        names.questions.as_ref().map_or_else(|| "null".to_owned(), module),
        module(&names.whole),
        names.widget,
        words.join(",")
    );
    esbuild(&["src/embed/element.js", "--bundle", "--format=esm", &format!("--define:FILES={files}")], &[])
}

/// The classic script that brings the element.
pub(crate) fn loader() -> Result<Vec<u8>> {
    esbuild(&["src/embed/loader.js", "--bundle", "--format=iife"], &[])
}

/// The classic script of the page that holds a frame.
pub(crate) fn frame() -> Result<Vec<u8>> {
    esbuild(&["src/embed/frame.js", "--bundle", "--format=iife"], &[])
}

/// The classic script of the page inside a frame.
pub(crate) fn framed() -> Result<Vec<u8>> {
    esbuild(&["src/embed/framed.js", "--bundle", "--format=iife"], &[])
}

/// The service worker, with the build's name and the list of its files.
pub(crate) fn worker(build: &str, files: &str) -> Result<Vec<u8>> {
    // The list is too long for a command line.
    let worker = project::read("page/worker.js")?;
    minify(&format!("const BUILD = {build:?}, FILES = {files};\n{worker}"), "js")
}

/// What the standalone page does about its connection.
pub(crate) fn offline() -> Result<Vec<u8>> {
    minify(&project::read("page/offline.js")?, "js")
}

/// Style sheets, joined in the order given.
pub(crate) fn styles(paths: &[&str]) -> Result<Vec<u8>> {
    let sheets: Vec<String> = paths.iter().map(|path| project::read(path)).collect::<Result<_>>()?;
    minify(&sheets.join("\n"), "css")
}

pub(crate) fn minify(text: &str, kind: &str) -> Result<Vec<u8>> {
    esbuild(&[&format!("--loader={kind}")], text.as_bytes())
}

fn esbuild(arguments: &[&str], input: &[u8]) -> Result<Vec<u8>> {
    toolchain::need_node_packages()?;
    let mut esbuild = toolchain::node();
    // Texts have accents: as they are, not as escapes.
    esbuild.arg("node_modules/esbuild/bin/esbuild").args([
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    project::pipe(esbuild.args(arguments), input, "esbuild")
}
