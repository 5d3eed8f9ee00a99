//! What came by a link, and the address of a result.

use std::rc::Rc;

use social_or_not::{
    content::{Lang, MODEL},
    domain::{Date, Shared, SharedError, Version, link::LinkError},
    session::Session,
    ui::{Arrival, Brought, Opening, Sharing, Way, WidgetProps},
};

use crate::{
    document::Document,
    screens::{props, render, result, today, verdicts},
};

fn arrived(session: Session, way: Way, brought: Brought) -> Document {
    let arrival = Arrival { way, brought, kept: None };
    let props = props(Lang::En, session.clone());
    let opening = Opening { session, arrival: Some(Rc::new(arrival)), ..Opening::default() };
    render(WidgetProps { today: today(), opening, ..props })
}

fn shared(session: &Session) -> Shared {
    session.share(&MODEL, Date::read("2026-03-12"))
}

fn has_verdict(document: &Document) -> bool {
    !document.all("son-verdict").is_empty()
}

#[test]
fn the_address_opens_the_same_answers() {
    for screen in verdicts() {
        let sharing = Sharing { address: Some("https://example.org/#r=".into()), ..Sharing::default() };
        let document = render(WidgetProps { sharing, today: today(), ..props(Lang::En, screen.session.clone()) });
        let address = document.one("son-address").attribute("value").expect("an address");
        let code = address.strip_prefix("https://example.org/#r=").expect("the page's address");
        let read = Shared::from_code(&MODEL, code).expect("a code");
        assert_eq!((&read.answers, read.made), (screen.session.answers(), today()), "{}", screen.name);
    }
}

#[test]
fn without_a_page_of_its_own_there_is_no_address() {
    let document = render(props(Lang::En, verdicts().remove(0).session));
    assert!(document.all("son-address").is_empty());
}

#[test]
fn who_has_nothing_of_their_own_sees_the_result_and_where_it_comes_from() {
    let theirs = verdicts().remove(0).session;
    let document = arrived(theirs.clone(), Way::Link, Brought::Opened(shared(&theirs)));
    assert!(has_verdict(&document));
    let note = document.one("son-note--above");
    assert!(note.says().contains("comes from a link") && note.says().contains("12 March"), "{}", note.says());
}

#[test]
fn who_has_other_answers_is_asked_first() {
    let (mine, theirs) = (result(r#"{"who":"shop"}"#), verdicts().remove(0).session);
    let document = arrived(mine, Way::Link, Brought::Beside(shared(&theirs)));
    assert!(!has_verdict(&document));
    let buttons: Vec<&str> = document.tagged("button").iter().map(|button| button.says()).collect();
    assert_eq!(buttons, ["Look at this result", "Keep to mine"]);
}

#[test]
fn an_older_models_link_says_what_is_new() {
    let theirs = verdicts().remove(0).session;
    let version = Version { major: 0, minor: 9, patch: 0 };
    let older = Shared { version, questions: MODEL.questions.len() - 1, ..shared(&theirs) };
    let document = arrived(theirs, Way::Link, Brought::Opened(older));
    let note = document.one("son-note--above").says();
    assert!(note.contains("model 0.9.0") && note.contains("New since then: "), "{note}");
}

#[test]
fn what_cannot_be_read_says_why_and_leads_on() {
    let newer = LinkError::Newer(Version { major: 9, minor: 0, patch: 0 });
    for (error, title) in [(LinkError::Damaged, "damaged"), (LinkError::NotALink, "damaged"), (newer, "newer")] {
        for (session, way) in [(Session::new(&MODEL), "Start"), (result(r#"{"who":"shop"}"#), "Go on with mine")] {
            let document = arrived(session, Way::Link, error.into());
            assert!(document.one("son-note").says().contains(title));
            assert_eq!(document.one("son-button").says(), way);
        }
    }
}

#[test]
fn a_file_is_told_from_a_link() {
    let (mine, theirs) = (result(r#"{"who":"shop"}"#), verdicts().remove(0).session);
    let beside = arrived(mine, Way::File, Brought::Beside(shared(&theirs)));
    assert!(beside.one("son-note").says().starts_with("This file holds a different result"));
    let opened = arrived(theirs.clone(), Way::File, Brought::Opened(shared(&theirs)));
    assert!(opened.one("son-note--above").says().contains("comes from a file"));
    let refused = arrived(Session::new(&MODEL), Way::File, SharedError::NotOurs.into());
    assert!(refused.one("son-note").says().contains("no answers that can be read"));
}

#[test]
fn what_was_kept_and_cannot_be_read_is_offered_as_a_file_before_it_is_replaced() {
    let newer = SharedError::Newer(Version { major: 9, minor: 0, patch: 0 });
    for (error, says) in [(SharedError::NotOurs, "cannot be read"), (newer, "newer version")] {
        let document = arrived(Session::new(&MODEL), Way::Storage, error.into());
        let note = document.one("son-note").says();
        assert!(note.contains(says) && note.contains("stay where they are"), "{note}");
        let buttons: Vec<&str> = document.tagged("button").iter().map(|button| button.says()).collect();
        assert_eq!(buttons, ["Start", "Save them to a file"]);
    }
}

#[test]
fn where_files_cannot_be_saved_the_reader_is_told_where_they_can() {
    let session = verdicts().remove(0).session;
    for (saves, files) in [(true, 4), (false, 0)] {
        let sharing = Sharing { address: Some("https://example.org/#r=".into()), saves, ..Sharing::default() };
        let document = render(WidgetProps { sharing, ..props(Lang::En, session.clone()) });
        assert_eq!(document.all("son-file__says").len(), files + usize::from(saves), "and one to open");
    }
}
