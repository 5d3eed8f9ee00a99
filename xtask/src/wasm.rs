//! The WebAssembly module and its JavaScript glue: cargo, wasm-bindgen, wasm-opt.

use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::{project, toolchain};

/// The module and what loads it, as small as they get.
pub(crate) struct Module {
    pub(crate) wasm: Vec<u8>,
    /// An ES module whose default export starts the WebAssembly; not yet minified.
    pub(crate) glue: String,
}

/// What rustc's output uses beyond the first WebAssembly; every browser that we support has these.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// A panic traps at once; JavaScript sees the trap and shows the way on.
const RUSTFLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// The module of a feature of the crate.
pub(crate) fn build(feature: &str) -> Result<Module> {
    toolchain::need_wasm_target()?;
    toolchain::need_standard_library()?;
    toolchain::need_node_packages()?;
    let mut cargo = project::cargo();
    // As a cdylib alone: with the rlib beside it, rustc would leave link-time optimisation out, a quarter of the bytes.
    cargo.args(["rustc", "--lib", "--crate-type", "cdylib", "--package", "social-or-not"]);
    cargo.args([
        "--target",
        toolchain::WASM_TARGET,
        "--profile",
        "wasm",
        "--no-default-features",
        "--features",
        feature,
    ]);
    // The standard library is built along, without the texts of panics that no reader could read: a quarter of the bytes.
    // That is not stable yet, so the pinned compiler is told to allow it, for this module alone.
    cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
    cargo.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", RUSTFLAGS);
    project::run(&mut cargo, "compiling to WebAssembly")?;

    let folder = project::target().join(toolchain::WASM_TARGET).join("wasm");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(folder.join("social_or_not.wasm"))
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen")?;
    let glue = shorten_names(&mut output);
    let bound = output.wasm_mut().emit_wasm();
    // What only a result needs of JavaScript comes with its module.
    let more = if feature == "whole-module" { &["src/embed/hand-on.js", "src/embed/picture.js"][..] } else { &[] };
    let more: Vec<String> = more.iter().map(|path| project::read(path)).collect::<Result<_>>()?;
    Ok(Module { wasm: optimise(&bound)?, glue: glue + &more.concat() })
}

/// The module and its glue agree on a hundred long names, most with a hash, which do not compress: 3 KB for nothing.
/// Numbers in their place; gives the glue that knows them.
fn shorten_names(output: &mut Output) -> String {
    // Yew counts its roots from 1 in every program and writes the number on the page's nodes. In a page that is itself made
    // with Yew, a click in the quiz would also be heard by the page, by its listener of the same number: ours go by another
    // name.
    let mut glue = output.js().replace("__yew_", "__son_");
    let module = output.wasm_mut();
    let mut rename = |name: &mut String, before: &str, short: String| {
        glue = replace_name(&glue, &format!("{before}{name}"), &format!("{before}{short}"));
        *name = short;
    };
    for (position, import) in module.imports.iter_mut().enumerate() {
        rename(&mut import.module, "", "_".to_owned());
        rename(&mut import.name, "", format!("i{position}"));
    }
    for (position, export) in module.exports.iter_mut().enumerate() {
        // Only where it is a property: `evaluate` is the name of a function of the glue as well.
        rename(&mut export.name, "wasm.", format!("e{position}"));
    }
    glue
}

/// Replaces a name wherever it is not a part of a longer one.
fn replace_name(text: &str, name: &str, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let is_whole = !after.starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, '_' | '$'));
        replaced.push_str(before);
        replaced.push_str(if is_whole { by } else { name });
        rest = after;
    }
    replaced + rest
}

/// What wasm-opt makes of a module; it takes a while, and is kept.
fn optimise(module: &[u8]) -> Result<Vec<u8>> {
    let folder = project::target().join("xtask");
    fs::create_dir_all(&folder)?;
    let mut arguments = vec![
        "-Oz",
        "--converge",
        "--low-memory-unused",
        "--skip-pass=local-cse",
        "--skip-pass=inlining-optimizing",
        "--skip-pass=merge-blocks",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    arguments.extend(FEATURES);
    // By all that decides what comes out.
    let mut key = Sha256::new_with_prefix(project::read("package-lock.json")?);
    key.update(arguments.join(" "));
    key.update(module);
    let kept = folder.join(format!("{:x}.wasm", key.finalize()));
    if !kept.exists() {
        let (before, after) = (folder.join("bound.wasm"), folder.join("optimised.wasm"));
        fs::write(&before, module)?;
        let mut wasm_opt = toolchain::node();
        wasm_opt.arg("node_modules/binaryen/bin/wasm-opt").args(arguments).arg(&before).arg("-o").arg(&after);
        project::run(&mut wasm_opt, "wasm-opt")?;
        fs::rename(&after, &kept)?;
    }
    fs::read(&kept).context("reading what wasm-opt wrote")
}
