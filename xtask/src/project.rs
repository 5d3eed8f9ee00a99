//! Where things are: the repository's folders, and running a program in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io::Write};

use anyhow::{Context, Result, bail};

/// The repository's top folder: that of the copy for which cargo runs this program.
pub(crate) fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().expect("xtask lies in the repository").to_path_buf()
}

/// The folder of static files that `build` writes.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's folder, wherever the environment puts it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A file of the repository as text.
pub(crate) fn read(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("reading {path}"))
}

/// A file of the repository as it is.
pub(crate) fn read_bytes(path: &str) -> Result<Vec<u8>> {
    fs::read(root().join(path)).with_context(|| format!("reading {path}"))
}

/// Cargo, as the one that runs this program.
pub(crate) fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// A program to be run in the repository's top folder.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Runs a command to its end, its output shown; an error names what failed.
pub(crate) fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("{what}: cannot start {:?}", command.get_program()))?;
    if !status.success() {
        bail!("{what} failed");
    }
    Ok(())
}

/// Runs a command that turns bytes into bytes.
pub(crate) fn pipe(command: &mut Command, input: &[u8], what: &str) -> Result<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{what}: cannot start {:?}", command.get_program()))?;
    let mut stdin = child.stdin.take().context("standard input was asked for")?;
    // Written from a thread: a full pipe on both sides would stop both programs.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output()
    })?;
    if !output.status.success() {
        bail!("{what} failed");
    }
    Ok(output.stdout)
}
