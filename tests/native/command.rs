//! The native command, as a consultant runs it.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

fn evaluate(file: &str, input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_social-or-not"))
        .args(["evaluate", file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the command reads");
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
