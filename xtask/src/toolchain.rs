//! The tools that a build or a test needs. Each is found, or installed where that is safe, or else named with the way to get it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::project;

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

const OLDEST_NODE: u32 = 20;

/// A browser that the tests drive.
pub(crate) struct Browser {
    /// Its package on Debian.
    package: &'static str,
    /// The variable that names another program.
    pub(crate) variable: &'static str,
    programs: [&'static str; 3],
}

pub(crate) const CHROMIUM: Browser =
    Browser { package: "chromium", variable: "CHROMIUM", programs: ["chromium", "chromium-browser", "google-chrome"] };
pub(crate) const FIREFOX: Browser =
    Browser { package: "firefox-esr", variable: "FIREFOX", programs: ["firefox-esr", "firefox", "firefox-bin"] };

/// Rust's standard library for WebAssembly; rustup gets it if it is not there.
pub(crate) fn need_wasm_target() -> Result<()> {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let mut printed = project::command(&rustc);
    printed.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let folder = text_of(&mut printed).context("rustc --print target-libdir")?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    let advice = format!("Rust cannot compile to WebAssembly yet. Run: rustup target add {WASM_TARGET}");
    eprintln!("xtask: rustup target add {WASM_TARGET}");
    project::run(project::command("rustup").args(["target", "add", WASM_TARGET]), "rustup").context(advice)
}

/// The source of Rust's standard library, which the WebAssembly module is built with; rustup gets it if it is not there.
pub(crate) fn need_standard_library() -> Result<()> {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let sysroot = text_of(project::command(&rustc).args(["--print", "sysroot"])).context("rustc --print sysroot")?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    eprintln!("xtask: rustup component add rust-src");
    project::run(project::command("rustup").args(["component", "add", "rust-src"]), "rustup")
        .context("the source of Rust's standard library is missing. Run: rustup component add rust-src")
}

/// Node, to which a script's path is then given.
pub(crate) fn node() -> Command {
    project::command("node")
}

/// Node itself and the packages that package-lock.json pins.
pub(crate) fn need_node_packages() -> Result<()> {
    let advice = format!(
        "Node.js {OLDEST_NODE} or later is needed: https://nodejs.org, or on Debian `apt-get install nodejs npm`"
    );
    let version = text_of(node().arg("--version")).with_context(|| advice.clone())?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("this Node.js is {}. {advice}", version.trim());
    }
    // We leave a copy of the lock file when npm has finished: if both say the same, nothing is missing.
    let wanted = project::read("package-lock.json")?;
    let stamp = project::root().join("node_modules/.social-or-not.lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    eprintln!("xtask: npm ci");
    let mut npm = project::command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).stdout(Stdio::null());
    project::run(&mut npm, "npm ci").context("installing what package-lock.json pins")?;
    fs::write(&stamp, wanted).context("marking node_modules as complete")
}

/// The browser's program; Debian's package is installed if we may.
pub(crate) fn need_browser(browser: &Browser) -> Result<PathBuf> {
    if let Some(found) = find(browser) {
        return Ok(found);
    }
    let advice = format!(
        "a browser is missing. Run: apt-get install {}, or set {} to its program",
        browser.package, browser.variable
    );
    install(&[browser.package], &advice)?;
    find(browser).context(advice)
}

/// Poppler's programs, by which the tests read what was printed; Debian's package is installed if we may.
pub(crate) fn need_poppler() -> Result<()> {
    let is_there = |program: &str| text_of(Command::new(program).arg("-v")).is_ok();
    if is_there("pdftotext") && is_there("pdftoppm") {
        return Ok(());
    }
    install(&["poppler-utils"], "pdftotext and pdftoppm are missing. Run: apt-get install poppler-utils")
}

/// Debian's packages, installed if we may.
pub(crate) fn need_packages(packages: &[&'static str]) -> Result<()> {
    let is_installed = |package: &str| {
        let status = text_of(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
        status.is_ok_and(|status| status == "installed")
    };
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let advice = format!("Debian's packages are missing. Run: apt-get install {}", missing.join(" "));
    install(&missing, &advice)
}

fn install(packages: &[&str], advice: &str) -> Result<()> {
    let Some(mut apt) = installer() else {
        bail!(advice.to_owned());
    };
    let packages = packages.join(" ");
    eprintln!("xtask: apt-get install {packages}");
    apt.args(["-c", &format!("apt-get update -q && apt-get install -y -q --no-install-recommends {packages}")]);
    apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    project::run(&mut apt, "apt-get").with_context(|| advice.to_owned())
}

fn find(browser: &Browser) -> Option<PathBuf> {
    if let Some(program) = env::var_os(browser.variable) {
        return Some(PathBuf::from(program));
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    browser
        .programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|file| file.is_file())
}

/// A shell that may install Debian's packages: we are root, or sudo asks no password.
fn installer() -> Option<Command> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    if text_of(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(Command::new("sh"));
    }
    text_of(Command::new("sudo").args(["-n", "true"])).ok()?;
    let mut sudo = Command::new("sudo");
    sudo.args(["-n", "sh"]);
    Some(sudo)
}

fn text_of(command: &mut Command) -> Result<String> {
    let output =
        command.stderr(Stdio::null()).output().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    if !output.status.success() {
        bail!("{:?} failed", command.get_program());
    }
    String::from_utf8(output.stdout).context("not text")
}
