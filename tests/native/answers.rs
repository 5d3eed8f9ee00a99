//! Bad answers are refused with the question and the value, and nothing is half applied.

use social_or_not::{
    content::MODEL,
    domain::{Answer, Answers, Options, Value},
};

use crate::readers::{question, value};

#[track_caller]
fn check_refused(json: &str, expected: &str) {
    let json: serde_json::Value = serde_json::from_str(json).expect("the test's own JSON");
    match Answers::read(&MODEL, &value(&json)) {
        Ok(answers) => panic!("{} was taken", answers.to_json(&MODEL)),
        Err(error) => assert_eq!(error.to_string(), expected),
    }
}

#[test]
fn an_unknown_question_is_named() {
    check_refused(r#"{"whom":"shop"}"#, "question `whom`: there is no such question (its value is `shop`)");
}

#[test]
fn an_unknown_option_is_named() {
    check_refused(r#"{"who":"baker"}"#, "question `who`: there is no option `baker`");
    check_refused(r#"{"goals":["visibility","fame"]}"#, "question `goals`: there is no option `fame`");
}

#[test]
fn a_wrong_kind_is_named() {
    check_refused(r#"{"who":["shop"]}"#, "question `who`: [`shop`] is not the id of an option");
    check_refused(r#"{"goals":"visibility"}"#, "question `goals`: `visibility` is not a list of options' ids");
    check_refused(r#"{"hours":"4"}"#, "question `hours`: `4` is not a number");
    check_refused(r#"["shop"]"#, "answers: [`shop`] is not an object of questions and answers");
}

#[test]
fn a_number_out_of_its_range_or_off_its_step_is_named_with_the_range() {
    check_refused(r#"{"hours":75}"#, "question `hours`: 75 is not within 0 to 60 in steps of 0.5");
    check_refused(r#"{"hours":-1}"#, "question `hours`: -1 is not within 0 to 60 in steps of 0.5");
    check_refused(r#"{"hours":4.2}"#, "question `hours`: 4.2 is not within 0 to 60 in steps of 0.5");
    check_refused(r#"{"hours":4.25}"#, "question `hours`: 4.25 is not within 0 to 60 in steps of 0.5");
    check_refused(r#"{"budget":70}"#, "question `budget`: 70 is not within 0 to 10000 in steps of 50");
    check_refused(r#"{"hours":1e300}"#, "question `hours`: 1e300 is not within 0 to 60 in steps of 0.5");
}

#[test]
fn a_number_that_is_not_finite_is_refused() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let answers = Value::record([("hours", Value::Number(number, "NaN".to_owned()))]);
        assert!(Answers::read(&MODEL, &answers).is_err());
    }
}

#[test]
fn too_many_choices_none_at_all_and_choices_that_exclude_others_are_refused() {
    check_refused(
        r#"{"goals":["visibility","acquire","retain","know"]}"#,
        "question `goals`: [`visibility`, `acquire`, `retain`, `know`] has more than 3 options",
    );
    check_refused(r#"{"goals":[]}"#, "question `goals`: [] is empty; null says \"I don't know\"");
    check_refused(
        r#"{"goals":["trend","know"]}"#,
        "question `goals`: in [`trend`, `know`], `trend` excludes any other option",
    );
    check_refused(
        r#"{"formats":["photo","none"]}"#,
        "question `formats`: in [`photo`, `none`], `none` excludes any other option",
    );
}

#[test]
fn a_question_or_option_given_twice_is_refused() {
    let twice = Value::Record(vec![("who".to_owned(), Value::text("shop")), ("who".to_owned(), Value::text("b2b"))]);
    let error = Answers::read(&MODEL, &twice).expect_err("two answers to one question");
    assert_eq!(error.to_string(), "question `who`: `b2b` is given twice");
    check_refused(r#"{"ages":["25-34","25-34"]}"#, "question `ages`: `25-34` is given twice");
}

#[test]
fn i_do_not_know_is_kept_apart_from_not_asked_yet_and_the_model_takes_both_for_unanswered() {
    let json = serde_json::json!({"who": null});
    let answers = Answers::read(&MODEL, &value(&json)).expect("null is an answer");
    assert_eq!((answers.get(question("who")), answers.get(question("goals"))), (Some(Answer::Unknown), None));
    assert!(!answers.is_given(question("who")));
    assert_eq!(answers.to_json(&MODEL), r#"{"who":null}"#);
}

#[test]
fn setting_a_wrong_answer_changes_nothing() {
    let mut answers = Answers::none(&MODEL);
    for wrong in [Answer::Single(9), Answer::Multi(1), Answer::Number(5)] {
        assert!(answers.set(&MODEL, question("who"), Some(wrong)).is_err());
    }
    assert!(answers.set(&MODEL, question("goals"), Some(Answer::Multi(0))).is_err());
    assert!(answers.set(&MODEL, 999, Some(Answer::Unknown)).is_err());
    assert!(answers.is_empty());
}

#[test]
fn options_are_checked_as_answers_are() {
    let read = |json: &str| {
        let json: serde_json::Value = serde_json::from_str(json).expect("the test's own JSON");
        Options::read(&MODEL, &value(&json)).map_err(|error| error.to_string())
    };
    let options = read(r#"{"weights":{"effort":2},"rate":25,"today":"2026-03-12"}"#).expect("valid options");
    assert_eq!((options.weights, options.rate), (vec![1, 1, 1, 2, 1], Some(250)));
    assert_eq!(options.today.map(|today| today.to_string()).as_deref(), Some("2026-03-12"));
    assert_eq!(read(r#"{"weights":{"effort":3}}"#), Err("option `effort`: 3 is not 0, 1 or 2".to_owned()));
    assert_eq!(read(r#"{"weights":{"fun":1}}"#), Err("option `fun`: 1 is not the weight of a known theme".to_owned()));
    assert_eq!(
        read(r#"{"today":"12 March"}"#),
        Err("option `today`: `12 March` is not a day written YYYY-MM-DD".to_owned())
    );
    assert_eq!(
        read(r#"{"colour":1}"#),
        Err("option `colour`: 1 is not known; the options are weights, rate, today".to_owned())
    );
}
