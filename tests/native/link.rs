//! Share links and files: what goes in comes out, and damage is noticed.

use proptest::prelude::*;
use social_or_not::{
    content::MODEL,
    domain::{
        Answer, Answers, Date, Model, Shared, Version,
        link::LinkError,
        question::{Kind, Question},
        shared::SharedError,
    },
    json,
};

use crate::readers::{answers, any_reader, question};

const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn any_shared() -> impl Strategy<Value = Shared> {
    let weights = prop_oneof![Just(Vec::new()), prop::collection::vec(0u8..=2, MODEL.themes.len())];
    let made = prop::option::of((0i32..20_000).prop_map(|days| day("2020-01-01").plus_days(days).expect("a day")));
    (any_reader(), weights, made).prop_map(|(answers, weights, made)| {
        // Weights that are all the default are written as none.
        let weights = if weights.iter().all(|weight| *weight == 1) { Vec::new() } else { weights };
        Shared::new(&MODEL, answers, weights, made)
    })
}

fn day(text: &str) -> Date {
    Date::read(text).expect("a day of the test")
}

fn open(code: &str) -> Result<Shared, LinkError> {
    Shared::from_code(&MODEL, code)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_handed_on_by_link_is_what_was_given(shared in any_shared()) {
        let code = shared.to_code(&MODEL);
        prop_assert!(code.bytes().all(|letter| LETTERS.as_bytes().contains(&letter)));
        prop_assert_eq!(open(&code), Ok(shared));
    }

    #[test]
    fn what_is_handed_on_by_file_is_what_was_given(shared in any_shared()) {
        let file = json::read(&shared.to_json(&MODEL)).expect("JSON");
        prop_assert_eq!(Shared::read(&MODEL, &file), Ok(shared));
    }

    #[test]
    fn any_text_at_all_is_answered_with_an_error_and_never_with_a_panic(text in "[A-Za-z0-9_-]{0,80}|\\PC{0,60}") {
        // A text drawn by chance passes the check once in sixteen million.
        prop_assert!(open(&text).is_err());
    }
}

/// Codes of readers of every kind: nothing said, the core, everything.
fn samples() -> Vec<String> {
    let full = longest();
    let readers = [
        Shared::new(&MODEL, Answers::none(&MODEL), Vec::new(), None),
        Shared::new(&MODEL, answers(r#"{"who":"shop","talk":null}"#), Vec::new(), Some(day("2026-03-12"))),
        Shared::new(
            &MODEL,
            answers(
                r#"{"who":"b2b","presence":"none","goals":["recruit","know"],"strategy":"vague","audience":"guess",
                "value":"useful","hours":4.5,"runner":"between","constancy":"months","budget":300}"#,
            ),
            vec![0, 1, 2, 1, 1],
            Some(day("2026-11-22")),
        ),
        full,
    ];
    readers.map(|shared| shared.to_code(&MODEL)).into()
}

/// The reader with the longest code: every answer the greatest.
fn longest() -> Shared {
    let mut reader = Answers::none(&MODEL);
    for (position, row) in MODEL.questions.iter().enumerate() {
        reader.set(&MODEL, position, Some(greatest(row))).expect("a valid answer");
    }
    Shared::new(&MODEL, reader, vec![2, 2, 0, 2, 0], Date::read("2109-09-17"))
}

fn greatest(question: &Question) -> Answer {
    let options = question.options.len();
    match question.kind {
        Kind::Single { .. } => Answer::Single(options as u8 - 1),
        Kind::Multi { most, alone } => {
            let all = (0..options).rev().filter(|option| alone & (1 << option) == 0).take(most.into());
            Answer::Multi(all.fold(0, |set, option| set | 1 << option))
        }
        Kind::Number(range) => Answer::Number(range.most),
    }
}

#[test]
fn the_longest_code_is_far_below_120_letters() {
    let code = longest().to_code(&MODEL);
    assert_eq!(code.len(), 47, "{code}");
    assert_eq!(samples()[0].len(), 13, "nothing said");
}

/// Whether damage was noticed, or did no harm.
fn check(code: &str, damaged: &str) {
    if damaged != code {
        let error = open(damaged).expect_err(&format!("{damaged} passes for {code}"));
        assert!(matches!(error, LinkError::Damaged | LinkError::NotALink), "{damaged}: {error}");
    }
}

#[test]
fn every_damage_to_one_letter_is_noticed() {
    for code in samples() {
        for place in 0..code.len() {
            let (before, after) = (&code[..place], &code[place + 1..]);
            check(&code, &format!("{before}{after}"));
            for letter in LETTERS.chars() {
                check(&code, &format!("{before}{letter}{after}"));
                check(&code, &format!("{before}{letter}{}", &code[place..]));
                check(&code, &format!("{code}{letter}"));
            }
            for other in place + 1..code.len() {
                let mut letters: Vec<u8> = code.bytes().collect();
                letters.swap(place, other);
                check(&code, std::str::from_utf8(&letters).expect("letters"));
            }
            check(&code, before);
        }
        check(&code, &code.to_lowercase());
        check(&code, &code.to_uppercase());
    }
}

#[test]
fn declined_and_not_asked_stay_apart() {
    let shared =
        open(&Shared::new(&MODEL, answers(r#"{"talk":null}"#), Vec::new(), None).to_code(&MODEL)).expect("a code");
    assert_eq!(shared.answers.get(question("talk")), Some(Answer::Unknown));
    assert_eq!(shared.answers.get(question("who")), None);
}

/// The model as it was, or will be: so many questions, the last of which has so many options, under a version.
fn other(version: &'static str, questions: usize, more_options: bool) -> &'static Model {
    let copy = |row: &Question| Question {
        id: row.id,
        core: row.core,
        kind: row.kind,
        options: row.options,
        applies: row.applies,
        counted: row.counted,
    };
    let mut rows: Vec<Question> = MODEL.questions.iter().take(questions).map(copy).collect();
    for number in rows.len()..questions {
        let id: &'static str = Box::leak(format!("new{number}").into_boxed_str());
        rows.push(Question {
            id,
            core: false,
            kind: Kind::Single { ordinal: false },
            options: &["one", "two"],
            applies: None,
            counted: true,
        });
    }
    if more_options {
        let options: Vec<&'static str> = rows[0].options.iter().copied().chain(["new"]).collect();
        rows[0].options = Box::leak(options.into_boxed_slice());
    }
    Box::leak(Box::new(Model { version, questions: Box::leak(rows.into_boxed_slice()), ..copy_of_model() }))
}

fn copy_of_model() -> Model {
    let Model {
        version,
        questions,
        themes,
        sources,
        arguments,
        gates,
        networks,
        retired,
        advice,
        effort,
        stale_after_months,
        ..
    } = MODEL;
    let social_or_not::domain::model::Conditions { present, worked, thriving, conflict, elsewhere, listening } =
        MODEL.conditions;
    let social_or_not::domain::model::Thresholds {
        clear,
        fits,
        joins,
        watch,
        watch_most,
        overlap_family,
        overlap_other,
        monitoring,
    } = MODEL.thresholds;
    let social_or_not::domain::fit::FitRule {
        criteria,
        ages,
        ages_least,
        formats,
        formats_factors,
        values,
        values_factors,
        needs_factor,
        hours,
        accounts,
    } = MODEL.fit;
    Model {
        version,
        questions,
        themes,
        sources,
        arguments,
        gates,
        networks,
        retired,
        advice,
        effort,
        stale_after_months,
        conditions: social_or_not::domain::model::Conditions {
            present,
            worked,
            thriving,
            conflict,
            elsewhere,
            listening,
        },
        thresholds: social_or_not::domain::model::Thresholds {
            clear,
            fits,
            joins,
            watch,
            watch_most,
            overlap_family,
            overlap_other,
            monitoring,
        },
        fit: social_or_not::domain::fit::FitRule {
            criteria,
            ages,
            ages_least,
            formats,
            formats_factors,
            values,
            values_factors,
            needs_factor,
            hours,
            accounts,
        },
    }
}

#[test]
fn a_link_of_an_older_model_opens_and_says_what_is_new() {
    let old = other("0.9.2", 20, false);
    let mut reader = Answers::none(old);
    reader.set(old, 0, Some(Answer::Single(1))).expect("a valid answer");
    reader.set(old, 16, Some(Answer::Number(45))).expect("a valid answer");
    let code = Shared::new(old, reader, Vec::new(), None).to_code(old);
    let shared = open(&code).expect("it opens");
    assert_eq!(shared.answers, answers(r#"{"who":"b2b","hours":4.5}"#));
    let news = shared.news(&MODEL).expect("something is new");
    assert_eq!((news.version.to_string().as_str(), news.questions), ("0.9.2", vec![20, 21]));
    let today = Shared::new(&MODEL, shared.answers, Vec::new(), None);
    assert_eq!(today.news(&MODEL), None);
}

#[test]
fn a_link_of_a_later_model_opens_unless_it_holds_what_is_not_known_here() {
    let later = other("1.4.0", 24, true);
    let code = |question: usize, answer: Answer| {
        let mut reader = Answers::none(later);
        reader.set(later, question, Some(answer)).expect("a valid answer");
        Shared::new(later, reader, Vec::new(), None).to_code(later)
    };
    let version = Version { major: 1, minor: 4, patch: 0 };
    assert!(open(&code(0, Answer::Single(0))).is_ok_and(|shared| shared.version == version));
    assert_eq!(open(&code(23, Answer::Single(0))), Err(LinkError::Newer(version)));
    assert_eq!(open(&code(0, Answer::Single(6))), Err(LinkError::Newer(version)));
    // A link that names this version and still holds something unknown was made by nobody's model.
    let same = other("1.0.0", 22, true);
    let mut reader = Answers::none(same);
    reader.set(same, 0, Some(Answer::Single(6))).expect("a valid answer");
    let code = Shared::new(same, reader, Vec::new(), None).to_code(same);
    assert_eq!(open(&code), Err(LinkError::Unknown(Some(0))));
}

#[test]
fn a_text_that_is_no_code_is_called_so() {
    for text in ["", "hello", "lang=fr&theme=dark", "élémentaire, mon cher Watson", "https://a.example/#x"] {
        assert_eq!(open(text), Err(LinkError::NotALink), "{text}");
    }
}

#[test]
fn a_code_stays_what_it_was() {
    // Links live on: a change here is a change of format.
    let reader = answers(
        r#"{"who":"association","presence":"dormant","results":"some","accounts":["facebook","viadeo"],"goals":["acquire","know"],
        "strategy":"written","audience":"many","value":"shared","hours":3.5,"runner":"assigned","constancy":"years","talk":null,"budget":50}"#,
    );
    let code = Shared::new(&MODEL, reader, vec![1, 1, 1, 2, 1], Some(day("2026-03-12"))).to_code(&MODEL);
    assert_eq!(code, "BpBAAW3mCbEADEjgggCMEAAAFBAFAAJEAFADpqHvg");
}

#[test]
fn what_a_browser_kept_at_first_is_read_with_its_day() {
    let read = |text: &str| Shared::read(&MODEL, &json::read(text).expect("JSON"));
    let kept = r#""at":"result","answers":{"who":"shop"},"weights":{"reach":2}}"#;
    let shared = read(&format!(r#"{{"version":1,"date":"2026-11-22",{kept}"#)).expect("a record");
    assert_eq!((shared.made, shared.version), (Some(day("2026-11-22")), MODEL.version()));
    assert_eq!((shared.weights[0], shared.answers.is_given(0)), (2, true));
    assert_eq!(read(&format!("{{{kept}")), Err(SharedError::NotOurs), "it does not say whose it is");
    assert_eq!(read(&format!(r#"{{"version":1,"date":"yesterday",{kept}"#)), Err(SharedError::NotADay));
}

#[test]
fn a_file_that_is_not_ours_or_not_valid_is_refused_with_its_reason() {
    let read = |text: &str| Shared::read(&MODEL, &json::read(text).expect("JSON"));
    for text in [
        "[]",
        "{}",
        r#"{"who":"shop"}"#,
        r#"{"format":"other","model":"1.0.0","answers":{}}"#,
        r#"{"format":"social-or-not","answers":{}}"#,
    ] {
        assert_eq!(read(text), Err(SharedError::NotOurs), "{text}");
    }
    let file = |model: &str, rest: &str| read(&format!(r#"{{"format":"social-or-not","model":"{model}",{rest}}}"#));
    assert!(
        matches!(file("1.0.0", r#""answers":{"who":"baker"}"#), Err(SharedError::Refused(error)) if error.question == "who")
    );
    assert!(
        matches!(file("1.0.0", r#""answers":{},"weights":{"reach":3}"#), Err(SharedError::Refused(error)) if error.question == "reach")
    );
    assert_eq!(file("1.0.0", r#""answers":{},"made":"2026-02-30""#), Err(SharedError::NotADay));
    let later = Version { major: 2, minor: 0, patch: 0 };
    assert_eq!(file("2.0.0", r#""answers":{"who":"baker"}"#), Err(SharedError::Newer(later)));
    assert!(file("2.0.0", r#""answers":{"who":"shop"},"later":true"#).is_ok());
}
