//! The native command: evaluates answers from a file, for consultants and for tests.

use std::{
    fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use social_or_not::{
    content::{MODEL, PLAN},
    domain::{Answers, Evaluator, Options, Value},
    json,
};

const USAGE: &str = "\
Usage: social-or-not evaluate FILE

Prints the report for the answers in FILE as JSON; `-` reads standard input.
FILE holds a JSON object of questions and answers, or an array of them, which gives an array of reports:

  {\"who\":\"shop\",\"presence\":\"none\",\"goals\":[\"visibility\"],\"hours\":4}
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["evaluate", file] => evaluate(file),
        ["--help" | "-h" | "help"] => print(USAGE),
        _ => Err(format!("expected `evaluate FILE`\n\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("social-or-not: {message}");
            ExitCode::from(2)
        }
    }
}

fn evaluate(file: &str) -> Result<(), String> {
    let text = read(file).map_err(|error| format!("{file}: {error}"))?;
    let value = json::read(&text).map_err(|error| format!("{file}: {error}"))?;
    let evaluator = Evaluator::new(&MODEL, Options::default());
    let report = |value: &Value| -> Result<String, String> {
        let answers = Answers::read(&MODEL, value).map_err(|error| error.to_string())?;
        Ok(evaluator.report_json(&PLAN, &answers))
    };
    let output = match &value {
        Value::List(items) => {
            let numbered = |(place, item)| report(item).map_err(|error| format!("{file}: item {}: {error}", place + 1));
            let reports: Vec<String> = items.iter().enumerate().map(numbered).collect::<Result<_, _>>()?;
            format!("[{}]", reports.join(",\n"))
        }
        value => report(value).map_err(|error| format!("{file}: {error}"))?,
    };
    print(&format!("{output}\n"))
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
