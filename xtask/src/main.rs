//! `cargo xtask`: builds, serves, measures and tests Social or Not. It decides nothing about the product itself.

mod builder;
mod bundle;
mod comparison;
mod compress;
mod dist;
mod example;
mod oembed;
mod offline;
mod one_file;
mod package;
mod page;
mod pictures;
mod plugin;
mod policy;
mod preview;
mod project;
mod server;
mod sheet;
mod sizes;
mod suite;
mod toolchain;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::dist::{Base, Site};

const USAGE: &str = "\
cargo xtask build [--site https://example.org/quiz/] [--base /quiz/] [--out dist]
                                                       writes dist/: static files for any host, at any path; with the
                                                       address of the site, also what must name it: oEmbed, previews;
                                                       base: the path alone, for 404.html and _headers, when it is not /
cargo xtask serve [--port 8080] [--no-build] [--out dist]
                                                       builds, then serves dist/ on http://127.0.0.1:8080/
cargo xtask test  [--quick]                            builds, then runs every test; quick: in Chromium alone, without real hosts
cargo xtask pictures                                   draws page/*.png anew, after a change of texts or icon
cargo xtask example                                    builds examples/yew-host: a page made with Yew that holds the quiz
cargo xtask sizes                                      what a first visit downloads, raw, gzip and brotli";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((command, options)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    let mut options = Options(options.to_vec());
    match command.as_str() {
        "build" => {
            let site = options.value("--site")?.map(Site::parse).transpose()?;
            let base = Base::of(options.value("--base")?, site.as_ref())?;
            let out = options.value("--out")?;
            options.finish()?;
            dist::build(site.as_ref(), &base, out.as_ref().map_or_else(project::dist, PathBuf::from))?;
            if out.is_some() { Ok(()) } else { sizes::print() }
        }
        "serve" => {
            let port = match options.value("--port")? {
                Some(text) => text.parse().with_context(|| format!("--port: `{text}` is not a port"))?,
                None => 8080,
            };
            let built = options.flag("--no-build");
            let out = options.value("--out")?.map_or_else(project::dist, PathBuf::from);
            options.finish()?;
            if !built {
                dist::build(None, &Base::of(None, None)?, out.clone())?;
            }
            server::serve(port, out)
        }
        "test" => {
            let quick = options.flag("--quick");
            options.finish()?;
            suite::run(quick)
        }
        "pictures" => {
            options.finish()?;
            pictures::draw()
        }
        "example" => {
            options.finish()?;
            println!("{}", example::build()?.display());
            Ok(())
        }
        "sizes" => {
            options.finish()?;
            sizes::print()
        }
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command `{other}`\n\n{USAGE}"),
    }
}

/// The options after the command, taken out one by one so that what is left over can be refused.
struct Options(Vec<String>);

impl Options {
    fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|option| option != name);
        self.0.len() < before
    }

    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|option| option == name) else {
            return Ok(None);
        };
        self.0.remove(at);
        if at == self.0.len() {
            bail!("{name} wants a value");
        }
        Ok(Some(self.0.remove(at)))
    }

    fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(option) => bail!("no option `{option}` here\n\n{USAGE}"),
        }
    }
}
