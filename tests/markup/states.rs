//! Notes and settings: coming back, the publisher's call, the list of answers.

use social_or_not::{
    content::{Lang, MODEL},
    domain::{Answer, Date},
    session::{Action, Session},
    ui::{Cta, Opening, WidgetProps},
};

use crate::screens::{props, question, render, result};

fn kept(lang: Lang, session: Session, day: &str, today: &str) -> WidgetProps {
    let opening = Opening { session, kept_on: Date::read(day), ..Opening::default() };
    WidgetProps { today: Date::read(today), opening, ..props(lang, Session::new(&MODEL)) }
}

fn midway() -> Session {
    question("goals").apply(&MODEL, Action::Answer { question: 0, answer: Answer::Single(0) })
}

#[test]
fn who_comes_back_midway_is_told_where_they_were() {
    let document = render(kept(Lang::Fr, midway(), "2026-03-01", "2026-03-12"));
    let note = document.one("son-note");
    assert!(note.says().starts_with("Vous en étiez à la question 4."), "{}", note.says());
    assert!(note.text.contains("Votre réponse du 1er mars est restée"), "{}", note.text);
    assert!(document.tagged("form").is_empty(), "the note stands in place of the question");
    let english = render(kept(Lang::En, midway(), "2025-12-09", "2026-03-12"));
    assert!(english.one("son-note").text.contains("9 December 2025"), "{}", english.one("son-note").text);
}

#[test]
fn who_comes_back_to_the_first_question_or_to_a_result_finds_it() {
    for session in [Session::new(&MODEL), result(include_str!("persuaded.json"))] {
        assert!(render(kept(Lang::Fr, session, "2026-03-01", "2026-03-12")).all("son-note").is_empty());
    }
}

#[test]
fn the_publishers_call_stands_under_the_publishers_name_and_leads_to_the_web_alone() {
    let call = |href: &str| {
        let cta =
            Cta { label: "Book <b>".into(), href: href.to_owned().into(), name: "The & Co".into(), text: "".into() };
        render(WidgetProps { cta: Some(cta), ..props(Lang::En, result(include_str!("persuaded.json"))) })
    };
    let document = call("https://example.org/?a=1&b=2");
    let cta = document.one("son-cta");
    assert_eq!(cta.attribute("aria-label"), Some("Offered by The & Co"));
    assert!(cta.says().ends_with("Book <b>"), "text from outside is never markup: {}", cta.says());
    assert!(document.tagged("b").is_empty());
    let hrefs: Vec<_> = document.within(cta).iter().filter_map(|element| element.attribute("href")).collect();
    assert_eq!(hrefs, ["https://example.org/?a=1&b=2"]);
    for href in
        ["javascript:alert(1)", "data:text/html,x", "//example.org", "", "JAVASCRIPT:alert(1)", " https://x.org"]
    {
        assert!(call(href).all("son-cta").is_empty(), "{href}");
    }
}

#[test]
fn the_list_of_answers_tells_unknown_from_not_asked() {
    let session = result(r#"{"who":"shop","presence":"none","goals":["visibility","retain"],"strategy":null}"#);
    let document = render(props(Lang::En, session.apply(&MODEL, Action::ShowAnswers)));
    let rows = document.all("son-answer");
    let row = |name: &str| rows.iter().find(|row| row.says().starts_with(name)).expect("a row").says().to_owned();
    assert!(row("Strategy").contains("You said you don’t know"));
    assert!(row("Budget").contains("Not asked yet"));
    assert!(rows.iter().all(|row| !row.text.contains("Results so far")), "what does not apply is left out");
    let links: Vec<&str> = document.all("son-answer__edit").iter().map(|link| link.says()).collect();
    assert!(links.iter().all(|link| link.contains(": ")), "each names its question: {links:?}");
    assert!(document.one("son-head__step").says().starts_with("3 of "));
}

#[test]
fn what_is_named_in_the_list_is_every_question_that_applies() {
    let session = result(r#"{"presence":"active"}"#).apply(&MODEL, Action::ShowAnswers);
    assert_eq!(render(props(Lang::Fr, session)).all("son-answer").len(), MODEL.questions.len());
}
