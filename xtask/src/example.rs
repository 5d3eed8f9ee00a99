//! The page of `examples/yew-host`, built as a stranger would build it: with none of what `wasm` does to our own modules.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{project, toolchain};

const NAME: &str = "yew-host";

/// Builds it; gives its folder, which any server of files can serve.
pub(crate) fn build() -> Result<PathBuf> {
    toolchain::need_wasm_target()?;
    let mut cargo = project::cargo();
    cargo.args(["build", "--release", "--package", NAME, "--target", toolchain::WASM_TARGET]);
    project::run(&mut cargo, "compiling the example")?;

    let compiled = project::target().join(toolchain::WASM_TARGET).join("release").join(format!("{NAME}.wasm"));
    let folder = project::target().join("examples").join(NAME);
    fs::create_dir_all(&folder)?;
    let mut bindgen = Bindgen::new();
    // The program's own default is to leave out where the WebAssembly lies; the command's is not.
    bindgen.input_path(compiled).web(true)?.typescript(false).omit_default_module_path(false);
    bindgen.generate(&folder).context("wasm-bindgen")?;
    for file in ["index.html", "element.html", "host.css"] {
        fs::write(folder.join(file), project::read(&format!("examples/{NAME}/{file}"))?)?;
    }
    Ok(folder)
}
