//! Many sets of answers, one a line: each is read, evaluated, written and forgotten.

use std::io::{self, BufRead, Write};

use social_or_not::{
    content::{MODEL, PLAN},
    domain::{Answers, Evaluator, Options, Value, answers::decimal, network::Role, report::NetworkRef},
    json,
};

/// The most bytes that a line may have: a full set of answers has less than two thousand.
const LONGEST: usize = 1 << 20;
/// What else a line may hold beside `answers`: what a saved file has.
const SAVED: [&str; 4] = ["format", "model", "questions", "made"];

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table (RFC 4180), a row for each line, without how firm it is.
    Csv,
    /// A JSON object for each line, with the whole report.
    JsonLines,
}

/// Evaluates each line of `input`. Lines that are not valid are told to `bad`, by their number, and left out.
///
/// # Errors
///
/// If reading or writing fails.
pub(crate) fn evaluate(
    input: &mut impl BufRead,
    output: &mut impl Write,
    format: Format,
    options: &Options,
    mut bad: impl FnMut(u64, &str),
) -> io::Result<()> {
    let mut evaluator = Evaluator::new(&MODEL, options.clone());
    if format == Format::Csv {
        write!(output, "{}\r\n", COLUMNS.join(","))?;
    }
    let mut line = Vec::new();
    for number in 1.. {
        let Some(is_whole) = read_line(input, &mut line)? else { break };
        let text = if number == 1 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line) } else { &line };
        if text.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let client = if is_whole { Client::read(text) } else { Err(format!("longer than {LONGEST} bytes")) };
        match client {
            Ok(client) => {
                let own = Options { weights: client.weights, ..options.clone() };
                if own != *evaluator.options() {
                    evaluator = Evaluator::new(&MODEL, own);
                }
                match format {
                    Format::Csv => row(output, number, &client.id, &evaluator, &client.answers)?,
                    Format::JsonLines => {
                        let report = evaluator.report_json(&PLAN, &client.answers);
                        let id =
                            client.id.map_or_else(|| "null".to_owned(), |id| serde_json::Value::from(id).to_string());
                        writeln!(output, "{{\"line\":{number},\"id\":{id},\"report\":{report}}}")?;
                    }
                }
            }
            Err(message) => bad(number, &message),
        }
    }
    output.flush()
}

/// Reads a line without its end. None at the end of the input; false if it was too long, and was passed over.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let (mut began, mut is_whole) = (false, true);
    loop {
        let piece = input.fill_buf()?;
        if piece.is_empty() {
            return Ok(began.then_some(is_whole));
        }
        began = true;
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = &piece[..end.unwrap_or(piece.len())];
        is_whole &= line.len() + part.len() <= LONGEST;
        if is_whole {
            line.extend_from_slice(part);
        }
        let read = end.map_or(piece.len(), |end| end + 1);
        input.consume(read);
        if end.is_some() {
            return Ok(Some(is_whole));
        }
    }
}

/// One line: answers, or a record of `answers` with `id` and `weights` if wanted.
struct Client {
    id: Option<String>,
    answers: Answers,
    weights: Vec<u8>,
}

impl Client {
    fn read(line: &[u8]) -> Result<Client, String> {
        let text = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
        let value = json::read(text).map_err(|error| error.to_string())?;
        let mut client = Client { id: None, answers: Answers::none(&MODEL), weights: Vec::new() };
        let rows = match &value {
            Value::Record(rows) if rows.iter().any(|(name, _)| name == "answers") => rows,
            answers => {
                client.answers = read_answers(answers)?;
                return Ok(client);
            }
        };
        for (place, (name, value)) in rows.iter().enumerate() {
            if rows[..place].iter().any(|(other, _)| other == name) {
                return Err(format!("`{name}` is given twice"));
            }
            match (name.as_str(), value) {
                ("answers", answers) => client.answers = read_answers(answers)?,
                ("id", Value::Text(id)) => client.id = Some(id.clone()),
                ("id", Value::Number(_, spelling)) => client.id = Some(spelling.clone()),
                ("id", Value::Null) => (),
                ("id", _) => return Err(format!("`id`: {} is neither a text nor a number", value.quoted())),
                ("weights", weights) => {
                    client.weights = Options::read_weights(&MODEL, weights).map_err(|error| error.to_string())?;
                }
                (name, _) if SAVED.contains(&name) => (),
                (name, _) => return Err(format!("`{name}` is unknown beside `answers`; known are id, weights")),
            }
        }
        Ok(client)
    }
}

fn read_answers(value: &Value) -> Result<Answers, String> {
    Answers::read(&MODEL, value).map_err(|error| error.to_string())
}

const COLUMNS: [&str; 17] = [
    "line",
    "id",
    "verdict",
    "provisional",
    "pros",
    "cons",
    "balance",
    "scale",
    "why",
    "where",
    "how",
    "answered",
    "asked",
    "hours_available",
    "hours_planned",
    "hours_monitoring",
    "publish",
];

fn row(
    output: &mut impl Write,
    line: u64,
    id: &Option<String>,
    evaluator: &Evaluator,
    answers: &Answers,
) -> io::Result<()> {
    let report = evaluator.evaluate(answers);
    write!(output, "{line},")?;
    field(output, id.as_deref().unwrap_or_default())?;
    write!(output, ",{},{}", report.verdict.id(), report.provisional)?;
    write!(output, ",{},{},{},{}", report.pros(), report.cons(), report.balance(), report.scale)?;
    for gate in &report.gates {
        write!(output, ",{}", gate.state.id())?;
    }
    let counts = |question: &usize| MODEL.questions[*question].counted && answers.applies(&MODEL, *question);
    let asked: Vec<usize> = (0..MODEL.questions.len()).filter(counts).collect();
    let answered = asked.iter().filter(|question| answers.is_given(**question)).count();
    write!(output, ",{answered},{}", asked.len())?;
    let hours = &report.hours;
    let available = hours.available.map_or_else(String::new, decimal);
    write!(output, ",{available},{},{},", decimal(hours.planned), decimal(hours.monitoring))?;
    let mut first = true;
    for network in report.with_role(Role::Publish) {
        if let NetworkRef::Live(network) = network.network {
            write!(output, "{}{}", if first { "" } else { " " }, MODEL.networks[network].id)?;
            first = false;
        }
    }
    output.write_all(b"\r\n")
}

/// A field as RFC 4180 has it: in quotes, doubled inside, if it holds a comma, a quote or an end of line.
fn field(output: &mut impl Write, text: &str) -> io::Result<()> {
    if text.contains([',', '"', '\r', '\n']) {
        write!(output, "\"{}\"", text.replace('"', "\"\""))
    } else {
        output.write_all(text.as_bytes())
    }
}
