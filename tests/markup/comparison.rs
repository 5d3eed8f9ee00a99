//! The page that compares results.

use std::rc::Rc;

use futures::executor::block_on;
use social_or_not::{
    content::{ComparisonWords, Lang, MODEL, Words, saying},
    domain::{Date, Shared, Verdict, Version, compare::compare},
    ui::{Comparison, ComparisonProps},
};
use yew::LocalServerRenderer;

use crate::{document::Document, screens};

fn markup(lang: Lang, fragment: &str) -> String {
    let props = ComparisonProps {
        fragment: fragment.to_owned().into(),
        today: Date::read("2026-11-22"),
        ..ComparisonProps::new(Rc::new(Words::built_in(lang)), Rc::new(ComparisonWords::built_in(lang)))
    };
    block_on(LocalServerRenderer::<Comparison>::with_props(props).hydratable(false).render())
}

fn shared(answers: &str, made: Option<&str>) -> Shared {
    screens::result(answers).share(&MODEL, made.and_then(Date::read))
}

fn fragment(results: &[Shared]) -> String {
    let codes: Vec<String> = results.iter().map(|shared| format!("r={}", shared.to_code(&MODEL))).collect();
    codes.join("&")
}

fn personas() -> Vec<Shared> {
    let made = |place: usize| Date::read(&format!("2025-12-0{}", place + 1));
    screens::verdicts()
        .iter()
        .take(8)
        .enumerate()
        .map(|(place, screen)| screen.session.share(&MODEL, made(place)))
        .collect()
}

/// Every number of results, with and without faults.
fn check(look: impl Fn(&str, &Document)) {
    let people = personas();
    let mut weighed = people[..3].to_vec();
    weighed[1].weights = vec![0, 1, 2, 1, 1];
    let mut of_before = people[..2].to_vec();
    of_before[0].version = Version { major: 0, minor: 9, patch: 0 };
    let fragments = [
        String::new(),
        fragment(&people[..1]),
        fragment(&people[..2]),
        fragment(&people),
        fragment(&weighed),
        fragment(&of_before),
        fragment(&[people[0].clone(), Shared { made: None, ..people[0].clone() }]),
        fragment(&[shared(r#"{"who":"shop"}"#, None), people[0].clone()]),
        format!("r=nonsense&{}&r={}", fragment(&people), people[0].to_code(&MODEL)),
    ];
    for fragment in &fragments {
        for lang in Lang::ALL {
            let markup = markup(lang, fragment);
            for forbidden in [" style=", " onclick=", "<script", "<style", "javascript:", " part="] {
                assert!(!markup.contains(forbidden), "{forbidden} in {fragment}");
            }
            look(&format!("#{fragment} in {}", lang.code()), &Document::read(&markup));
        }
    }
}

#[test]
fn nothing_is_empty_unfilled_or_doubled() {
    let speaks = ["h2", "h3", "h4", "p", "li", "button", "dt", "dd", "legend", "summary", "strong", "th"];
    check(|name, document| {
        for element in document.elements.iter().filter(|element| speaks.contains(&element.tag.as_str())) {
            // A field is the name of its row; a live region is there before it has anything to say.
            let is_named = element.attribute("role") == Some("status")
                || document.within(element).iter().any(|inner| inner.tag == "input");
            assert!(is_named || !element.says().is_empty(), "{name}: {element:?}");
        }
        let text = &document.one("son").text;
        for fault in ["{", "}", "  ", "..", " ,", " .", ",,"] {
            assert!(!text.contains(fault), "{name}: {fault:?}");
        }
    });
}

#[test]
fn headings_go_down_by_one_and_what_is_named_is_there() {
    check(|name, document| {
        let mut above = 1;
        for element in &document.elements {
            if let Some(level) = element.tag.strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) {
                assert!(level <= above + 1, "{name}: {element:?}");
                above = level;
            }
        }
        let mut ids: Vec<&str> = document.elements.iter().filter_map(|element| element.attribute("id")).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}: {ids:?}");
        for reference in document
            .elements
            .iter()
            .flat_map(|element| ["for", "aria-describedby"].into_iter().filter_map(|name| element.attribute(name)))
        {
            assert!(ids.contains(&reference), "{name}: nothing is called {reference}");
        }
    });
}

#[test]
fn every_result_and_every_disagreement_has_its_row() {
    let people = personas();
    for count in 2..=8 {
        let known = compare(&MODEL, &people[..count]).expect("two to eight");
        let document = Document::read(&markup(Lang::En, &fragment(&people[..count])));
        assert_eq!(document.all("son-side").len(), count);
        assert_eq!(document.all("son-apart").len(), known.disagreements.len());
        assert_eq!(document.all("son-meeting").len(), known.meetings.len());
        let most = known.disagreements.iter().map(|row| row.moves).max().expect("they differ");
        for (row, bar) in known.disagreements.iter().zip(document.all("son-chart__share")) {
            let share = f64::from(row.moves) / f64::from(most) * 100.0;
            assert!((bar.number("width") - share).abs() < 0.01, "{row:?}");
        }
    }
}

#[test]
fn a_result_of_an_older_model_and_one_that_may_change_still_are_told_as_such() {
    let mut old = personas().remove(0);
    old.version = Version { major: 0, minor: 9, patch: 0 };
    let document = Document::read(&markup(Lang::En, &fragment(&[old, shared(r#"{"who":"shop"}"#, None)])));
    let rows = document.all("son-side");
    assert!(rows[0].text.contains("model 0.9.0") && rows[0].text.contains("1 December 2025"), "{}", rows[0].text);
    assert!(rows[1].text.contains("provisional") && !rows[0].text.contains("provisional"));
}

#[test]
fn who_agrees_already_is_told_so() {
    let one = personas().remove(0);
    let document = Document::read(&markup(Lang::En, &fragment(&[one.clone(), Shared { made: None, ..one }])));
    let text = &document.one("son").text;
    assert!(text.contains("All answers are the same.") && text.contains("The verdicts are the same already"), "{text}");
}

#[test]
fn who_leaves_and_who_only_pauses_are_told_what_both_do() {
    let screens = screens::verdicts();
    let leaves = |pauses: bool| {
        let is_one = |screen: &&screens::Screen| {
            let report = screens::report(&screen.session);
            report.verdict == Verdict::Leave && report.pause == pauses
        };
        screens.iter().find(is_one).expect("somebody who leaves").session.share(&MODEL, None)
    };
    let words = Words::built_in(Lang::En);
    let [leave, pause] = [false, true].map(|pauses| words.verdict(Verdict::Leave, pauses).short);
    for (results, told) in [([true, false], leave), ([true, true], pause)] {
        let mut results = results.map(leaves);
        results[1].made = Date::read("2026-11-20");
        let text = Document::read(&markup(Lang::En, &fragment(&results))).one("son").text.clone();
        let met = text.split("The verdicts are the same already").nth(1).expect("they have met");
        assert!(met.trim_start_matches([':', ' ']).starts_with(told), "{told}: {met}");
    }
}

#[test]
fn where_the_search_was_broken_off_nobody_is_told_that_no_agreement_would_do() {
    let strangers = [
        r#"{"who":"shop","sector":"tech","presence":"active","results":"clear","accounts":["pinterest","viadeo"],
            "ages":["13-17","25-34","50-64"],"area":"local","audience":"unknown","welcome":"intrusion","value":"news",
            "formats":["photo","short_video","long_video"],"values":"conflict","hours":55.5,"runner":"dedicated",
            "replies":"hours","budget":1950}"#,
        r#"{"sector":"expertise","goals":["visibility","know","dialogue"],"strategy":"vague","measure":"counts",
            "audience":"guess","welcome":"curious","value":"shared","hours":3,"constancy":"years","replies":"hours",
            "budget":7450}"#,
        r#"{"who":"b2b","sector":"cause","goals":["dialogue","sales"],"strategy":"vague","ages":["13-17","18-24","35-49","65+"],
            "area":"international","hours":25.5,"runner":"agency","constancy":"year","replies":"hours","budget":4300}"#,
    ];
    let people = strangers.map(|answers| shared(answers, None));
    let known = compare(&MODEL, &people).expect("two to eight");
    assert!(known.meetings.is_empty() && !known.unsettled.is_empty());
    let words = ComparisonWords::built_in(Lang::En);
    let document = Document::read(&markup(Lang::En, &fragment(&people)));
    let says = |saying| document.one("son").text.contains(words.text(saying));
    assert!(says(saying::MEETING_UNSETTLED) && !says(saying::MEETING_NONE));
}
