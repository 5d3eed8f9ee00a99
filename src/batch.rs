//! Many sets of answers, one a line: each is read, evaluated, written and forgotten.

use std::io::{self, BufRead, Write};

use social_or_not::{
    content::{MODEL, PLAN},
    domain::{
        Answer, Answers, Evaluator, Options, Report, Value,
        answers::{bits, decimal},
        firmness::{firmness, share},
        flips::{Change, Flip},
        network::Role,
        plan::plan,
        report::NetworkRef,
    },
    json,
};

/// The most bytes that a line may have: a full set of answers has less than two thousand.
const LONGEST: usize = 1 << 20;
/// What else a line may hold beside `answers`: what a saved file has.
const SAVED: [&str; 4] = ["format", "model", "questions", "made"];

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A table (RFC 4180), a row for each line; how firm it is takes most of the time, and only comes if asked for.
    Csv {
        /// With how firm it is.
        firmness: bool,
    },
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
    if let Format::Csv { firmness } = format {
        let more = if firmness { &FIRMNESS_COLUMNS[..] } else { &[] };
        write!(output, "{}\r\n", [&COLUMNS[..], more].concat().join(","))?;
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
                    Format::Csv { firmness } => {
                        row(output, number, &client.id, &evaluator, &client.answers)?;
                        if firmness {
                            firmness_fields(output, &evaluator, &client.answers)?;
                        }
                        output.write_all(b"\r\n")?;
                    }
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

/// The columns, by the names that a report has. New ones come last: tables that exist are read by position too.
const COLUMNS: [&str; 23] = [
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
    "review_day",
    "review_date",
    "cost_hours",
    "cost_wages",
    "cost_budget",
    "cost_year",
];

/// What follows them where it is asked how firm a verdict is.
const FIRMNESS_COLUMNS: [&str; 8] =
    ["lowest", "highest", "possible", "robustness", "flip", "flip_to", "loses", "loses_to"];

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
    plan_fields(output, evaluator, answers, &report)
}

/// The review, and what the plan costs in a year: nothing where no presence is advised, or as long as it is not known.
fn plan_fields(output: &mut impl Write, evaluator: &Evaluator, answers: &Answers, report: &Report) -> io::Result<()> {
    let plan = plan(&MODEL, &PLAN, answers, evaluator.options(), report);
    let date = plan.date(plan.review).map_or_else(String::new, |date| date.to_string());
    write!(output, ",{},{date}", plan.review)?;
    let hours = plan.cost.as_ref().map_or_else(String::new, |cost| decimal(cost.hours));
    write!(output, ",{hours}")?;
    let sums = plan.cost.map_or([None; 3], |cost| [cost.wages, cost.budget, cost.year]);
    sums.iter().try_for_each(|euros| write!(output, ",{}", euros.map_or_else(String::new, |euros| euros.to_string())))
}

/// How firm a verdict is: how far the balance can still go, the verdicts still possible, the share of weightings that give
/// this one, the smallest way to the nearest verdict with more presence, and the one that would lose it.
fn firmness_fields(output: &mut impl Write, evaluator: &Evaluator, answers: &Answers) -> io::Result<()> {
    let firmness = firmness(evaluator, answers);
    let coverage = &firmness.coverage;
    let possible: Vec<&str> = coverage.possible.iter().map(|verdict| verdict.id()).collect();
    let verdict = evaluator.weigh(answers).verdict;
    let shares = &firmness.robustness.shares;
    let count = shares.iter().find(|(other, _)| *other == verdict).map_or(0, |(_, count)| *count);
    write!(output, ",{},{},{},{}", coverage.lowest, coverage.highest, possible.join(" "), share(count))?;
    let mut way = |flip: Option<&Flip>| match flip {
        Some(flip) => {
            let changes: Vec<String> = flip.changes.iter().map(change).collect();
            write!(output, ",{},{}", changes.join(" "), flip.to.id())
        }
        None => output.write_all(b",,"),
    };
    way(firmness.flips.first())?;
    way(firmness.loses.as_ref())
}

/// A changed answer: `strategy=written`, `hours=4.5`, `goals=visibility+sales`.
fn change(change: &Change) -> String {
    let question = &MODEL.questions[change.question];
    let answer = match change.to {
        Answer::Unknown => String::new(),
        Answer::Number(tenths) => decimal(tenths),
        answer @ (Answer::Single(_) | Answer::Multi(_)) => {
            bits(answer.options()).map(|option| question.options[option]).collect::<Vec<_>>().join("+")
        }
    };
    format!("{}={answer}", question.id)
}

/// A field as RFC 4180 has it: in quotes, doubled inside, if it holds a comma, a quote or an end of line.
fn field(output: &mut impl Write, text: &str) -> io::Result<()> {
    if text.contains([',', '"', '\r', '\n']) {
        write!(output, "\"{}\"", text.replace('"', "\"\""))
    } else {
        output.write_all(text.as_bytes())
    }
}
