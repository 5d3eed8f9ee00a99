//! The native command, as a consultant runs it.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use social_or_not::{content::MODEL, domain::Shared};

fn evaluate(file: &str, input: &str) -> Output {
    run(&["evaluate", file], input.as_bytes())
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_social-or-not"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // Who refuses its arguments reads nothing.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the command ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn an_object_on_standard_input_gives_one_report() {
    let output = evaluate("-", r#"{"who":"shop","goals":["trend"],"strategy":"none"}"#);
    assert!(output.status.success());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["verdict"], "no");
    assert_eq!(report["gates"]["why"], "closed");
}

#[test]
fn an_array_gives_an_array_in_its_order() {
    let personas: Vec<serde_json::Value> = serde_json::from_str(include_str!("../personas.json")).expect("personas");
    let answers: Vec<&serde_json::Value> = personas.iter().map(|persona| &persona["answers"]).collect();
    let output = evaluate("-", &serde_json::to_string(&answers).expect("JSON"));
    let reports: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("an array");
    assert_eq!(reports.len(), personas.len());
    for (persona, report) in personas.iter().zip(&reports) {
        let allowed = persona["verdict"].as_array();
        assert!(allowed.is_none_or(|allowed| allowed.contains(&report["verdict"])), "{}", persona["id"]);
    }
}

#[test]
fn wrong_input_names_question_and_value_and_exits_with_2() {
    for (input, message) in [
        (r#"{"hours":75}"#, "question `hours`: 75 is not within 0 to 60"),
        (r#"{"who":"shop","who":"b2b"}"#, "question `who`: `b2b` is given twice"),
        (r#"[{"who":"shop"},{"who":"baker"}]"#, "item 2: question `who`: there is no option `baker`"),
        (r#"{"who":"#, "line 1 column"),
    ] {
        let output = evaluate("-", input);
        assert_eq!(output.status.code(), Some(2), "{input}");
        assert!(output.stdout.is_empty(), "{input}");
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
}

#[test]
fn a_missing_file_is_named() {
    let output = evaluate("no-such-file.json", "");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no-such-file.json"));
}

/// The rows of a table, read by the letter of RFC 4180.
fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text(bytes).chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => field.extend(signs.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\r' if !is_quoted => {
                assert_eq!(signs.next(), Some('\n'), "rows end with CR LF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            sign => field.push(sign),
        }
    }
    assert!(!is_quoted && row.is_empty() && field.is_empty(), "the table ends with a row's end");
    rows
}

const CLIENTS: &str = concat!(
    "\u{feff}",
    r#"{"who":"shop","goals":["trend"],"strategy":"none"}"#,
    "\r\n\n",
    r#"{"id":"Dupont, \"Chez Léo\"","answers":{"who":"shop","hours":4.5,"talk":"lots"},"weights":{"effort":2}}"#,
    "\n",
    r#"{"id":7,"answers":{"who":"baker"}}"#,
    "\nnonsense\n",
    r#"{"id":8,"answers":{},"colour":"red"}"#,
    "\n",
    r#"{"id":9,"answers":{"goals":["know"]},"format":"social-or-not","model":"1.0.0"}"#,
);

#[test]
fn lines_give_a_table_and_bad_ones_are_named_by_number() {
    let output = run(&["evaluate", "-", "--format", "csv"], CLIENTS.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let rows = table(&output.stdout);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    assert_eq!(rows[0][..3], ["line", "id", "verdict"]);
    let column = |name: &str| rows[0].iter().position(|column| column == name).expect("a column");
    let of = |row: usize, name: &str| rows[row][column(name)].as_str();
    assert_eq!(rows.len(), 4);
    assert_eq!((of(1, "line"), of(1, "id"), of(1, "verdict"), of(1, "why")), ("1", "", "no", "closed"));
    assert_eq!((of(2, "line"), of(2, "id"), of(2, "verdict")), ("3", "Dupont, \"Chez Léo\"", "prepare"));
    assert_eq!((of(2, "hours_available"), of(2, "answered"), of(2, "provisional")), ("4.5", "3", "true"));
    assert_eq!((of(3, "line"), of(3, "id"), of(3, "verdict")), ("7", "9", "prepare"));
    let faults = text(&output.stderr);
    for fault in
        ["line 4: question `who`: there is no option `baker`", "line 5: expected", "line 6: `colour` is unknown"]
    {
        assert!(faults.contains(fault), "{faults}");
    }
    assert_eq!(faults.lines().count(), 3);
}

/// Readers of all kinds, a line each: the personas, one with weights and a name to be quoted, one with no answer.
fn readers() -> String {
    let personas: Vec<serde_json::Value> = serde_json::from_str(include_str!("../personas.json")).expect("personas");
    let mut lines: Vec<String> = personas
        .iter()
        .map(|persona| serde_json::json!({ "id": persona["id"], "answers": persona["answers"] }).to_string())
        .collect();
    lines.push(r#"{"id":"Chez \"Léo\", Lyon","answers":{"who":"shop","hours":4.5},"weights":{"effort":2}}"#.to_owned());
    lines.push("{}".to_owned());
    lines.join("\n")
}

/// What a column should say, by the report. Nothing is an empty field.
fn told(report: &serde_json::Value, column: &str) -> String {
    use serde_json::Value;
    let plain = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("+"),
        value => value.to_string(),
    };
    let spaced = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join(" ");
    let all = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let changes = |flip: &Value| {
        let changes = all(&flip["changes"]);
        spaced(&mut changes.iter().map(|change| format!("{}={}", plain(&change["question"]), plain(&change["to"]))))
    };
    match column {
        "why" | "where" | "how" => plain(&report["gates"][column]),
        "answered" | "asked" | "lowest" | "highest" => plain(&report["coverage"][column]),
        "possible" => spaced(&mut all(&report["coverage"]["possible"]).iter().map(plain)),
        "robustness" => plain(&report["robustness"][report["verdict"].as_str().expect("a verdict")]),
        "publish" => spaced(
            &mut all(&report["networks"])
                .iter()
                .filter(|network| network["role"] == "publish")
                .map(|network| plain(&network["id"])),
        ),
        "review_day" => plain(&report["plan"]["review"]["day"]),
        "review_date" => plain(&report["plan"]["review"]["date"]),
        "flip" => changes(&report["flips"][0]),
        "flip_to" => plain(&report["flips"][0]["to"]),
        "loses" => changes(&report["loses"]),
        "loses_to" => plain(&report["loses"]["to"]),
        column => match column.split_once('_') {
            Some(("hours", name)) => plain(&report["hours"][name]),
            Some(("cost", name)) => plain(&report["plan"]["cost"][name]),
            _ => plain(&report[column]),
        },
    }
}

#[test]
fn every_column_says_what_the_report_says() {
    let input = readers();
    for options in [&["--rate", "32.5", "--today", "2026-01-15"][..], &[]] {
        let with = |more: &[&str]| run(&[&["evaluate", "-"][..], options, more].concat(), input.as_bytes()).stdout;
        let rows = table(&with(&["--format", "csv", "--firmness"]));
        let lines = with(&["--format", "jsonl"]);
        let reports: Vec<serde_json::Value> =
            text(&lines).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(rows.len(), reports.len() + 1);
        let (header, rows) = rows.split_first().expect("a header");
        for (row, line) in rows.iter().zip(&reports) {
            let report = &line["report"];
            for (column, field) in header.iter().zip(row) {
                let expected = match column.as_str() {
                    "line" => line["line"].to_string(),
                    "id" => line["id"].as_str().unwrap_or_default().to_owned(),
                    column => told(report, column),
                };
                assert_eq!(*field, expected, "{column} of {}", line["id"]);
            }
        }
        // Every column says something of somebody, but for what hangs on options that are not given.
        for (place, column) in header.iter().enumerate() {
            let is_told = rows.iter().any(|row| !row[place].is_empty());
            assert!(
                is_told || (options.is_empty() && ["review_date", "cost_wages"].contains(&column.as_str())),
                "{column}"
            );
        }
    }
}

#[test]
fn columns_keep_their_places_and_new_ones_come_last() {
    let header = |more: &[&str]| {
        let output = run(&[&["evaluate", "-", "--format", "csv"][..], more].concat(), b"").stdout;
        text(&output).trim_end().to_owned()
    };
    let plain = header(&[]);
    assert!(plain.starts_with(
        "line,id,verdict,provisional,pros,cons,balance,scale,why,where,how,answered,asked,hours_available,hours_planned,\
         hours_monitoring,publish,review_day,review_date,cost_hours,cost_wages,cost_budget,cost_year"
    ));
    assert_eq!(header(&["--firmness"]), plain + ",lowest,highest,possible,robustness,flip,flip_to,loses,loses_to");
}

#[test]
fn lines_give_lines_with_the_report_of_each() {
    let output = run(&["evaluate", "--format=jsonl", "--today=2026-01-15", "--rate", "30", "-"], CLIENTS.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let numbers: Vec<u64> = lines.iter().filter_map(|line| line["line"].as_u64()).collect();
    assert_eq!(numbers, [1, 3, 7]);
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&serde_json::Value::Null, &"Dupont, \"Chez Léo\"".into()));
    assert_eq!(lines[2]["report"]["plan"]["review"]["date"], "2026-04-15");
    let alone = evaluate("-", r#"{"who":"shop","goals":["trend"],"strategy":"none"}"#);
    let report: serde_json::Value = serde_json::from_slice(&alone.stdout).expect("JSON");
    assert_eq!(lines[0]["report"]["ledger"], report["ledger"]);
}

#[test]
fn faultless_lines_exit_with_0_and_none_at_all_give_a_table_of_none() {
    let output = run(&["evaluate", "--format", "csv", "-"], b"{}\n{\"who\":\"b2b\"}\n");
    assert_eq!((output.status.code(), table(&output.stdout).len()), (Some(0), 3));
    assert!(output.stderr.is_empty());
    let output = run(&["evaluate", "--format", "csv", "-"], b"");
    assert_eq!((output.status.code(), table(&output.stdout).len()), (Some(0), 1));
}

#[test]
fn a_line_without_end_or_without_sense_is_passed_over() {
    let mut input = b"\xff\xfe\n{\"who\":\"".to_vec();
    input.extend(std::iter::repeat_n(b'x', 3_000_000));
    input.extend(b"\"}\n{\"who\":\"shop\"}");
    let output = run(&["evaluate", "-", "--format", "csv"], &input);
    assert_eq!((output.status.code(), table(&output.stdout).len()), (Some(1), 2));
    let faults = text(&output.stderr);
    assert!(faults.contains("line 1: not UTF-8") && faults.contains("line 2: longer than"), "{faults}");
}

#[test]
fn what_is_not_understood_is_said_and_exits_with_2() {
    for (arguments, message) in [
        (&["evaluate"][..], "expected `evaluate FILE`"),
        (&["evaluate", "-", "--format", "xml"], "there is no `xml`"),
        (&["evaluate", "-", "--format"], "--format takes a value"),
        (&["evaluate", "-", "--today", "tomorrow"], "is not a day"),
        (&["evaluate", "-", "--rate", "much"], "`much` is not a number"),
        (&["evaluate", "-", "--firmness"], "--firmness goes with --format csv"),
        (&["evaluate", "-", "--format", "jsonl", "--firmness"], "--firmness goes with --format csv"),
        (&["evaluate", "-", "--format", "csv", "--firmness=yes"], "`--firmness=yes` is not understood"),
        (&["evaluate", "a", "b"], "`b` is not understood"),
        (&["evaluate", "no-such-file.jsonl", "--format", "csv"], "no-such-file.jsonl"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
}

#[test]
fn results_are_compared_by_address_code_or_file() {
    let persona = |id: &str| {
        let personas: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../personas.json")).expect("personas");
        personas.into_iter().find(|persona| persona["id"] == id).expect("a persona")["answers"].clone()
    };
    let code = |answers: &serde_json::Value| {
        let answers = crate::readers::answers(&answers.to_string());
        Shared::new(&MODEL, answers, Vec::new(), None).to_code(&MODEL)
    };
    let (one, other) = (persona("bakery"), persona("industrial_b2b"));
    let file = std::env::temp_dir().join(format!("compare-{}.json", std::process::id()));
    std::fs::write(
        &file,
        format!(r#"{{"version":1,"date":"2026-11-22","at":"result","answers":{other},"weights":{{}}}}"#),
    )
    .expect("a file");
    let path = file.to_str().expect("a path");
    let link = format!("https://example.org/en/#r={}", code(&one));
    let by_file = run(&["compare", &link, path], b"");
    let by_code = run(&["compare", &code(&one), &code(&other)], b"");
    std::fs::remove_file(&file).expect("removed");
    assert_eq!(by_code.status.code(), Some(0), "{}", text(&by_code.stderr));
    assert_eq!(text(&by_file.stdout), text(&by_code.stdout));
    let comparison: serde_json::Value = serde_json::from_slice(&by_code.stdout).expect("JSON");
    assert_eq!(
        (&comparison["results"][0]["verdict"], &comparison["results"][1]["verdict"]),
        (&"go".into(), &"no".into())
    );
    for (arguments, message) in [
        (vec!["compare", &link], "1 results, where 2 to 8"),
        (vec!["compare", &link, "nonsense"], "nonsense: the link holds no answers"),
    ] {
        let output = run(&arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
}
