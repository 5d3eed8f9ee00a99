//! What is taken away: the record in Markdown and the calendar, read back by parsers that are not ours.

use std::collections::HashSet;

use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use social_or_not::{
    content::{Lang, MODEL, PLAN, RecordWords, Words},
    domain::{Answers, Date, Evaluator, Options, Shared, firmness::firmness, plan::plan},
    export::Decision,
};

use crate::readers::{answers, any_reader};

const EXAMPLE: &str = r#"{"who":"shop","sector":"visual","presence":"none","goals":["visibility","acquire"],"strategy":"vague",
    "ages":["25-34","35-49"],"audience":"many","value":"useful","formats":["photo","text"],"hours":5,"runner":"assigned",
    "constancy":"year","budget":100,"talk":null}"#;

/// Everything that a reader can take away.
struct Taken {
    markdown: String,
    calendar: Option<String>,
    picture: serde_json::Value,
}

fn take(answers: &Answers, lang: Lang, today: Option<&str>) -> Taken {
    take_weighed(answers, Vec::new(), lang, today)
}

fn take_weighed(answers: &Answers, weights: Vec<u8>, lang: Lang, today: Option<&str>) -> Taken {
    let today = today.map(|today| Date::read(today).expect("a day of the test"));
    let evaluator = Evaluator::new(&MODEL, Options { rate: Some(300), today, weights: weights.clone() });
    let report = evaluator.evaluate(answers);
    let plan = plan(&MODEL, &PLAN, answers, evaluator.options(), &report);
    let firmness = firmness(&evaluator, answers);
    let (words, record) = (Words::built_in(lang), RecordWords::built_in(lang));
    let shared = Shared::new(&MODEL, answers.clone(), weights, today);
    let decision = Decision {
        model: &MODEL,
        rules: &PLAN,
        words: &words,
        record: &record,
        shared: &shared,
        report: &report,
        firmness: &firmness,
        plan: &plan,
    };
    let picture = serde_json::from_str(&decision.picture()).expect("JSON");
    Taken { markdown: decision.markdown(), calendar: decision.calendar(), picture }
}

/// Headings with their levels, and items, as a CommonMark parser reads them.
fn outline(markdown: &str) -> (Vec<(u8, String)>, Vec<String>) {
    let (mut headings, mut items, mut text) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Item) => text.clear(),
            Event::End(TagEnd::Heading(level)) => headings.push((level as u8, text.clone())),
            Event::End(TagEnd::Item) => items.push(text.clone()),
            Event::Text(piece) => text.push_str(&piece),
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Strong | Tag::Link { .. }) | Event::End(_) => (),
            other => panic!("the record has no {other:?}"),
        }
    }
    (headings, items)
}

/// Content lines, unfolded.
fn unfolded(calendar: &str) -> Vec<String> {
    assert!(calendar.ends_with("\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']), "lines end with CR LF");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "lines have 75 octets at most");
    calendar.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn values<'a>(lines: &'a [String], name: &str) -> Vec<&'a str> {
    lines.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[test]
fn the_record_says_question_verdict_reasons_firmness_plan_and_review() {
    let Taken { markdown, .. } = take(&answers(EXAMPLE), Lang::En, Some("2026-01-15"));
    let (headings, items) = outline(&markdown);
    let titles: Vec<&str> = headings.iter().map(|(_, title)| title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Should you be on social media?",
            "The reasons",
            "For",
            "Against",
            "Three gates to pass",
            "Is it firm?",
            "The networks",
            "The plan",
            "The week’s hours",
            "The rhythm",
            "To watch",
            "What to count",
            "The first 90 days",
            "Taking stock",
            "When to stop",
            "What it costs in a year",
            "The answers",
            "The sources"
        ]
    );
    for line in [
        "**Yes, but on one network only.** One network well kept",
        "Made on 15 January 2026, with model 1.0.0.",
        "- **\\+20** Better to go",
        "- **18 January 2026: Open the gate “Why”.** The strategy is still vague.",
        "On 15 April 2026, take this quiz again and compare.",
        "- In all: €9,000 a year.",
        "- Giving it all to someone outside: €9,600 to €24,000 a year.",
        "<https://freelance-sandra-doucet.fr/?p=6748>",
    ] {
        assert!(markdown.contains(line), "{line} is missing in\n{markdown}");
    }
    assert!(items.iter().any(|item| item.contains("5\u{a0}h a week")), "{items:?}");
}

#[test]
fn the_record_in_french_is_french() {
    let Taken { markdown, .. } = take(&answers(EXAMPLE), Lang::Fr, Some("2026-03-01"));
    for line in [
        "# Faut-\u{2060}il être sur les réseaux sociaux\u{202f}?",
        "**Oui, mais sur un seul réseau.**",
        "Fait le 1er mars 2026",
        "### Les 90 premiers jours",
        "Le 30 mai 2026, reprenez ce questionnaire",
        "En tout\u{202f}: 9\u{202f}000\u{a0}€ par an.",
    ] {
        assert!(markdown.contains(line), "{line} is missing in\n{markdown}");
    }
}

#[test]
fn without_a_day_the_record_counts_days_and_there_is_no_calendar() {
    let Taken { markdown, calendar, .. } = take(&answers(EXAMPLE), Lang::En, None);
    assert!(markdown.contains("Made with model 1.0.0.") && markdown.contains("- **Day 3: Open the gate"));
    assert_eq!(calendar, None);
}

#[test]
fn a_calendar_has_an_all_day_event_for_each_step_and_the_review() {
    let calendar = take(&answers(EXAMPLE), Lang::Fr, Some("2026-01-15")).calendar.expect("a calendar");
    let lines = unfolded(&calendar);
    assert_eq!(
        lines[..5],
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Social or Not//1.0.0//FR",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH"
        ]
    );
    assert_eq!(values(&lines, "BEGIN").len(), 13, "the calendar, eleven steps and the review");
    assert_eq!(values(&lines, "DTSTAMP"), ["20260115T000000Z"; 12]);
    let (starts, ends) = (values(&lines, "DTSTART;VALUE=DATE"), values(&lines, "DTEND;VALUE=DATE"));
    assert_eq!((starts[2], ends[2]), ("20260118", "20260119"));
    assert_eq!((starts[11], ends[11]), ("20260415", "20260416"));
    assert_eq!(values(&lines, "SUMMARY")[2], "Ouvrir la porte «\u{202f}Pourquoi\u{202f}»");
    assert!(values(&lines, "DESCRIPTION")[0].contains("zéro compris"));
    assert!(values(&lines, "DESCRIPTION").iter().any(|text| text.contains("\\, ")), "commas are escaped");
}

#[test]
fn events_keep_their_identity_from_day_to_day_and_do_not_tell_the_answers() {
    let identities = |json: &str, day: &str| {
        let calendar = take(&answers(json), Lang::En, Some(day)).calendar.expect("a calendar");
        values(&unfolded(&calendar), "UID").iter().map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    let first = identities(EXAMPLE, "2026-01-15");
    assert_eq!(first, identities(EXAMPLE, "2026-02-03"));
    assert_eq!(first.iter().collect::<HashSet<_>>().len(), first.len());
    assert!(first.iter().all(|id| id.ends_with("@social-or-not")));
    let other = identities(r#"{"who":"b2b"}"#, "2026-01-15");
    assert!(other.iter().all(|id| !first.contains(id)));
    let code = Shared::new(&MODEL, answers(EXAMPLE), Vec::new(), None).to_code(&MODEL);
    assert!(first.iter().all(|id| !id.contains(&code)));
}

#[test]
fn the_picture_says_question_verdict_sums_gates_and_day() {
    let Taken { picture, .. } = take(&answers(EXAMPLE), Lang::En, Some("2026-01-15"));
    for (name, text) in [
        ("title", "Should you be on social media?"),
        ("headline", "Yes, but on one network only."),
        ("basis", "Answers: 13 of 20, 15 January 2026."),
        ("name", "Social or Not"),
        ("gatesTitle", "Three gates to pass"),
    ] {
        assert_eq!(picture[name], text, "{name}");
    }
    assert!(picture["lead"].as_str().is_some_and(|lead| lead.contains("Instagram, 3.5\u{a0}h a week")), "{picture}");
    let shown = |list: &str, field: &str| {
        let rows = picture[list].as_array().expect("a list");
        rows.iter().map(|row| row[field].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown("sums", "value"), ["−13", "+42", "+55"]);
    assert_eq!(shown("sums", "name"), ["against", "balance", "for"]);
    assert_eq!(shown("gates", "name"), ["Why", "Where", "How"]);
    assert_eq!(shown("gates", "state"), ["ajar", "open", "open"]);
    let scales = &picture["scales"];
    assert_eq!(scales["turn"], 37 * 20, "a fifth of a degree for each point of the scale");
    let weights = |pan: usize| scales["pans"][pan]["weights"].as_array().expect("weights");
    assert_eq!((scales["pans"][0]["side"].as_str(), weights(0).len(), weights(1).len()), (Some("con"), 3, 7));
    let widths = |pan: usize| weights(pan).iter().filter_map(|weight| weight["width"].as_i64()).sum::<i64>();
    assert_eq!(widths(1) * 13, widths(0) * 55, "a weight is as wide as its points");
}

#[test]
fn the_picture_says_what_is_provisional_and_what_follows_own_weights() {
    let early = take(&answers(r#"{"who":"b2b"}"#), Lang::Fr, None).picture;
    assert_eq!(early["notes"], serde_json::json!(["Ce verdict est provisoire."]));
    assert_eq!(early["basis"], "Réponses\u{202f}: 1 sur 20.");
    let weighed = take_weighed(&answers(r#"{"who":"b2b"}"#), vec![2, 1, 1, 1, 1], Lang::En, None).picture;
    let notes = ["This verdict is provisional.", "This verdict follows your own weights."];
    assert_eq!(weighed["notes"], serde_json::json!(notes));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_and_calendar_is_read_by_a_parser_that_is_not_ours(reader in any_reader(), french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let Taken { markdown, calendar, .. } = take(&reader, lang, Some("2028-02-20"));
        let (headings, items) = outline(&markdown);
        prop_assert!(headings[0].0 == 1 && headings[1..].iter().all(|(level, _)| *level > 1));
        prop_assert!(headings.windows(2).all(|pair| pair[1].0 <= pair[0].0 + 1), "a level is left out");
        prop_assert!(items.len() > 10 && !markdown.contains('{') && !markdown.contains("  "), "{}", markdown);
        let calendar = calendar.expect("a calendar");
        let lines = unfolded(&calendar);
        let mut parsed = ical::IcalParser::new(calendar.as_bytes());
        let read = parsed.next().expect("a calendar").expect("a valid calendar");
        prop_assert!(parsed.next().is_none());
        prop_assert_eq!(read.events.len(), values(&lines, "UID").len());
        for event in read.events {
            for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"] {
                prop_assert!(event.properties.iter().any(|property| property.name == name && property.value.is_some()), "{}", name);
            }
        }
    }

    #[test]
    fn the_picture_tells_no_answer_but_what_the_verdict_says(reader in any_reader(), french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let Taken { picture, .. } = take(&reader, lang, None);
        let words = Words::built_in(lang);
        let evaluator = Evaluator::new(&MODEL, Options::default());
        let report = evaluator.evaluate(&reader);
        prop_assert_eq!(picture["lead"].as_str(), Some(&*words.lead(&report)));
        let mut rest = picture.clone();
        rest["lead"].take();
        let rest = rest.to_string();
        for gate in &report.gates {
            for cause in &gate.causes {
                prop_assert!(!rest.contains(words.cause(&MODEL, gate.gate, *cause)), "{}", rest);
            }
        }
        for question in 0..MODEL.questions.len() {
            let answer = words.full_answer(&MODEL, question, reader.get(question));
            prop_assert!(answer.is_none_or(|answer| answer.chars().count() < 8 || !rest.contains(&answer)), "{}", rest);
        }
    }
}
