//! Every test in order: the native ones, the browsers', those in real hosts; before them, what ESLint says of the scripts. Stops at the first stage that fails, and says how far it came.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::dist::{self, Base};
use crate::{example, project, toolchain};

pub(crate) fn run(quick: bool) -> Result<()> {
    let mut stages = Vec::new();
    let outcome = run_stages(quick, &mut stages);
    println!();
    for (name, tally) in &stages {
        println!("{name}: {} passed, {} failed", tally.passed, tally.failed);
    }
    if let Err(error) = &outcome {
        println!("stopped: {error:#}");
    }
    let failed: usize = stages.iter().map(|(_, tally)| tally.failed).sum();
    // A stage can fail without a test failing: it did not compile, for one.
    let failed = if outcome.is_err() { failed.max(1) } else { failed };
    println!("{} passed, {failed} failed", stages.iter().map(|(_, tally)| tally.passed).sum::<usize>());
    outcome
}

fn run_stages(quick: bool, stages: &mut Vec<(&'static str, Tally)>) -> Result<()> {
    let chromium = toolchain::need_browser(&toolchain::CHROMIUM)?;
    let firefox = if quick { None } else { Some(toolchain::need_browser(&toolchain::FIREFOX)?) };
    toolchain::need_poppler()?;
    dist::build(None, &Base::of(None, None)?, project::dist())?;
    // The command that the browser's reports are compared with.
    let mut native = project::cargo();
    project::run(native.args(["build", "--release", "--bin", "social-or-not"]), "building the native command")?;

    let mut eslint = toolchain::node();
    project::run(eslint.args(["node_modules/eslint/bin/eslint.js", "."]), "ESLint, of the scripts")?;

    let mut cargo = project::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    stage("native tests", cargo, stages)?;

    let node = |folder: &str| -> Result<Command> {
        let mut node = toolchain::node();
        node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
        node.args(test_files(folder)?);
        node.env(toolchain::CHROMIUM.variable, &chromium);
        // Builds for other addresses are the tests' own to make.
        node.env("XTASK", std::env::current_exe()?);
        node.env("NATIVE", project::target().join("release/social-or-not"));
        match &firefox {
            Some(firefox) => node.env(toolchain::FIREFOX.variable, firefox),
            None => node.env_remove(toolchain::FIREFOX.variable),
        };
        Ok(node)
    };
    stage("browser tests", node("tests/browser")?, stages)?;
    if !quick {
        toolchain::need_packages(&HOST_PACKAGES)?;
        let mut tests = node("tests/hosts")?;
        tests.env("YEW_HOST", example::build()?);
        stage("tests in real hosts", tests, stages)?;
    }
    Ok(())
}

/// What the hosts of `tests/hosts` run on, as Debian calls it.
const HOST_PACKAGES: [&str; 11] = [
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "mariadb-server",
    "php-cli",
    "php-mysql",
    "hugo",
    "jekyll",
    "nginx",
    "caddy",
    "webkit2gtk-driver",
    "xvfb",
];

fn test_files(folder: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project::root().join(folder)).with_context(|| folder.to_owned())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.js") {
            files.push(format!("{folder}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}

/// How many tests passed and failed, as the runners' own summaries say.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Runs one runner, its output shown and counted.
fn stage(name: &'static str, mut command: Command, stages: &mut Vec<(&'static str, Tally)>) -> Result<()> {
    println!("\n{name}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("{name}: cannot start"))?;
    let output = child.stdout.take().context("standard output was asked for")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally.count(&line);
    }
    let status = child.wait()?;
    stages.push((name, tally));
    if !status.success() {
        bail!("{name} failed");
    }
    Ok(())
}

impl Tally {
    /// Reads a line of a summary: cargo's `test result: ok. 3 passed; 0 failed; …` or Node's `ℹ pass 3`.
    fn count(&mut self, line: &str) {
        let words: Vec<&str> = line.trim_start_matches(['ℹ', ' ', '#']).split_whitespace().collect();
        match words.as_slice() {
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => {
                self.passed += passed.parse().unwrap_or(0);
                self.failed += failed.parse().unwrap_or(0);
            }
            ["pass", passed] => self.passed += passed.parse().unwrap_or(0),
            ["fail", failed] => self.failed += failed.parse().unwrap_or(0),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summaries_of_both_runners_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            "ℹ pass 4",
            "ℹ fail 2",
            "pass the salt please",
        ] {
            tally.count(line);
        }
        assert_eq!((tally.passed, tally.failed), (7, 3));
    }
}
