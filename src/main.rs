//! The native command: evaluates answers from a file and compares results, for consultants and for tests.

mod batch;

use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
    process::ExitCode,
};

use batch::Format;
use social_or_not::{
    content::{MODEL, PLAN},
    domain::{Answers, Evaluator, Options, Shared, Value, compare::compare},
    json,
};

const USAGE: &str = "\
Usage: social-or-not evaluate FILE [--format json|jsonl|csv] [--firmness] [--rate EUROS] [--today YYYY-MM-DD]

Prints the report for the answers in FILE; `-` reads standard input.

  json   (default) FILE holds a JSON object of questions and answers, or an array of them, which gives an array of
         reports: {\"who\":\"shop\",\"presence\":\"none\",\"goals\":[\"visibility\"],\"hours\":4}
  jsonl  FILE holds such an object on each line, or one with more about it: {\"id\":\"Dupont\",\"answers\":{\"who\":\"shop\"}}
         (`id` and `weights` are kept, a saved file on one line will do). Each line gives a line with its number, its `id`
         and the whole report.
  csv    The same lines give a table (RFC 4180), a row for each: verdict, sums, gates, hours, networks, review, yearly cost.
         With --firmness also, at the right: how far the balance can still go, the verdicts still possible, the share of
         weightings that give this one, the smallest changes to the next (flip, flip_to), and those that would lose it
         (loses, loses_to). That takes some hundred times as long; the other formats always have it.

With jsonl and csv, lines that are not valid are named on standard error by their number and left out, and the exit status
is 1. It is 2 where nothing could be done.

--rate is what an hour of work costs, for the yearly cost; --today gives the plan its dates, and tells which figures are old.

       social-or-not compare RESULT RESULT…

Prints two to eight results side by side, as JSON: what they disagree on, the most decisive first, and what it takes for the
verdicts to meet. A RESULT is the address of one, its code alone, or a saved file.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["evaluate", rest @ ..] => Wanted::read(rest).and_then(|wanted| wanted.evaluate()),
        ["compare", results @ ..] => compared(results).map(|()| ExitCode::SUCCESS),
        ["--help" | "-h" | "help"] => print(USAGE).map(|()| ExitCode::SUCCESS),
        _ => Err(format!("expected `evaluate FILE` or `compare RESULT RESULT…`\n\n{USAGE}")),
    };
    result.unwrap_or_else(|message| {
        eprintln!("social-or-not: {message}");
        ExitCode::from(2)
    })
}

/// What `evaluate` is asked to do.
struct Wanted<'a> {
    file: &'a str,
    /// None: one JSON text in, one out.
    format: Option<Format>,
    options: Options,
}

impl<'a> Wanted<'a> {
    fn read(arguments: &[&'a str]) -> Result<Wanted<'a>, String> {
        let (mut file, mut format, mut firmness, mut options) = (None, None, false, Vec::new());
        let mut arguments = arguments.iter().copied();
        while let Some(argument) = arguments.next() {
            let (name, own) = match argument.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value)),
                _ => (argument, None),
            };
            let mut value =
                || own.or_else(|| arguments.next()).ok_or_else(|| format!("{name} takes a value\n\n{USAGE}"));
            match name {
                "--format" => {
                    format = match value()? {
                        "json" => None,
                        "jsonl" => Some(Format::JsonLines),
                        "csv" => Some(Format::Csv { firmness: false }),
                        other => return Err(format!("--format: there is no `{other}`; there are json, jsonl, csv")),
                    }
                }
                "--firmness" if own.is_none() => firmness = true,
                "--rate" => {
                    let text = value()?;
                    let rate = text.parse().map_err(|_| format!("--rate: `{text}` is not a number"))?;
                    options.push(("rate", Value::Number(rate, text.to_owned())));
                }
                "--today" => options.push(("today", Value::text(value()?))),
                _ if file.is_none() && (argument == "-" || !argument.starts_with('-')) => file = Some(argument),
                _ => return Err(format!("`{argument}` is not understood\n\n{USAGE}")),
            }
        }
        match &mut format {
            Some(Format::Csv { firmness: wanted }) => *wanted = firmness,
            _ if firmness => {
                return Err("--firmness goes with --format csv; the other formats always have it".to_owned());
            }
            _ => (),
        }
        let file = file.ok_or_else(|| format!("expected `evaluate FILE`\n\n{USAGE}"))?;
        let options = Options::read(&MODEL, &Value::record(options)).map_err(|error| error.to_string())?;
        Ok(Wanted { file, format, options })
    }

    fn evaluate(&self) -> Result<ExitCode, String> {
        match self.format {
            None => self.whole().map(|()| ExitCode::SUCCESS),
            Some(format) => self.by_line(format),
        }
    }

    /// One JSON text in, one out.
    fn whole(&self) -> Result<(), String> {
        let file = self.file;
        let text = read(file).map_err(|error| format!("{file}: {error}"))?;
        let value = json::read(&text).map_err(|error| format!("{file}: {error}"))?;
        let evaluator = Evaluator::new(&MODEL, self.options.clone());
        let report = |value: &Value| -> Result<String, String> {
            let answers = Answers::read(&MODEL, value).map_err(|error| error.to_string())?;
            Ok(evaluator.report_json(&PLAN, &answers))
        };
        let output = match &value {
            Value::List(items) => {
                let numbered =
                    |(place, item)| report(item).map_err(|error| format!("{file}: item {}: {error}", place + 1));
                let reports: Vec<String> = items.iter().enumerate().map(numbered).collect::<Result<_, _>>()?;
                format!("[{}]", reports.join(",\n"))
            }
            value => report(value).map_err(|error| format!("{file}: {error}"))?,
        };
        print(&format!("{output}\n"))
    }

    /// A line in, a line out.
    fn by_line(&self, format: Format) -> Result<ExitCode, String> {
        let file = self.file;
        let failed = |error: io::Error| format!("{file}: {error}");
        let input: Box<dyn Read> =
            if file == "-" { Box::new(io::stdin().lock()) } else { Box::new(File::open(file).map_err(failed)?) };
        let mut output = BufWriter::new(io::stdout().lock());
        let mut is_faultless = true;
        let done = batch::evaluate(&mut BufReader::new(input), &mut output, format, &self.options, |line, message| {
            is_faultless = false;
            eprintln!("social-or-not: {file}: line {line}: {message}");
        });
        match done {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(failed(error)),
            _ => Ok(if is_faultless { ExitCode::SUCCESS } else { ExitCode::from(1) }),
        }
    }
}

/// Results side by side.
fn compared(results: &[&str]) -> Result<(), String> {
    let shared: Vec<Shared> = results.iter().map(|result| shared(result)).collect::<Result<_, _>>()?;
    let comparison = compare(&MODEL, &shared).map_err(|error| error.to_string())?;
    print(&format!("{}\n", comparison.to_json(&MODEL, &shared)))
}

/// A result by its address, its code alone, or a saved file.
fn shared(result: &str) -> Result<Shared, String> {
    if Path::new(result).exists() {
        let text = read(result).map_err(|error| format!("{result}: {error}"))?;
        let value = json::read(&text).map_err(|error| format!("{result}: {error}"))?;
        return Shared::read(&MODEL, &value).map_err(|error| format!("{result}: {error}"));
    }
    let code = result.split_once("#r=").map_or(result, |(_, code)| code);
    Shared::from_code(&MODEL, code).map_err(|error| format!("{result}: {error}"))
}

fn read(file: &str) -> io::Result<String> {
    if file == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        Ok(text)
    } else {
        fs::read_to_string(file)
    }
}

/// Prints, and takes a reader that has gone away (`| head`) for what it is: the end.
fn print(text: &str) -> Result<(), String> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}
