//! What a reader can do, one action after another.

use proptest::prelude::*;
use social_or_not::{
    content::MODEL,
    domain::{Answer, Answers, Date, SharedError},
    session::{Action, Page, Phase, Progress, Session, Then},
};

use crate::readers::{answers, any_reader, question, value};

fn at(id: &str) -> Page {
    Page::Question { question: question(id), then: Then::Next }
}

fn answer(session: &Session, id: &str, answer: Answer) -> Session {
    session.apply(&MODEL, Action::Answer { question: question(id), answer }).apply(&MODEL, Action::Advance)
}

#[test]
fn the_core_is_asked_in_order_and_leads_to_the_result() {
    let mut session = Session::new(&MODEL);
    let mut asked = Vec::new();
    while let Page::Question { question, .. } = session.page() {
        asked.push(MODEL.questions[question].id);
        session = session.apply(&MODEL, Action::Decline);
    }
    assert_eq!(asked, ["who", "presence", "goals", "strategy", "audience", "value", "hours", "runner", "constancy"]);
    assert_eq!((session.page(), session.has_result(&MODEL)), (Page::Result, true));
}

#[test]
fn who_is_present_is_asked_for_results_too() {
    let session = answer(&Session::new(&MODEL), "who", Answer::Single(0));
    assert_eq!(answer(&session, "presence", Answer::Single(3)).page(), at("results"));
    assert_eq!(answer(&session, "presence", Answer::Single(0)).page(), at("goals"));
}

#[test]
fn progress_grows_in_proportion_even_when_a_question_falls_away() {
    let second = answer(&Session::new(&MODEL), "who", Answer::Single(0));
    assert_eq!(second.progress(&MODEL), Some(Progress { phase: Phase::Core, step: 2, of: 10 }));
    let third = answer(&second, "presence", Answer::Single(0));
    assert_eq!(third.progress(&MODEL), Some(Progress { phase: Phase::Core, step: 3, of: 9 }));
}

#[test]
fn a_question_without_a_reply_is_not_passed() {
    let session = Session::new(&MODEL);
    assert_eq!(session.apply(&MODEL, Action::Advance), session);
}

#[test]
fn back_keeps_every_answer() {
    let second = answer(&Session::new(&MODEL), "who", Answer::Single(4));
    let third = answer(&second, "presence", Answer::Single(0));
    let back = third.apply(&MODEL, Action::Back);
    assert_eq!((back.page(), back.answers()), (at("presence"), third.answers()));
    let first = back.apply(&MODEL, Action::Back);
    assert_eq!(first.page(), at("who"));
    assert!(!first.can_go_back(&MODEL));
}

#[test]
fn an_answer_opened_from_the_result_or_the_list_leads_back_there() {
    let session = Session::with_answers(&MODEL, answers(r#"{"who":"shop"}"#));
    for (then, page) in [(Then::Result, Page::Result), (Then::Answers, Page::Answers)] {
        let opened = session.apply(&MODEL, Action::Open { question: question("talk"), then });
        assert_eq!(answer(&opened, "talk", Answer::Single(2)).page(), page);
        assert_eq!(opened.apply(&MODEL, Action::Back).page(), page);
        assert_eq!(opened.apply(&MODEL, Action::Decline).page(), page);
    }
}

#[test]
fn sharpening_goes_through_what_is_left_and_ends_at_the_result() {
    let mut session = Session::new(&MODEL);
    while session.page() != Page::Result {
        session = session.apply(&MODEL, Action::Decline);
    }
    let left = session.left_to_refine(&MODEL);
    assert_eq!(left, 11, "accounts do not apply");
    session = session.apply(&MODEL, Action::Refine);
    assert_eq!(session.progress(&MODEL), Some(Progress { phase: Phase::Refine, step: 1, of: 11 }));
    for _ in 0..left {
        assert_ne!(session.page(), Page::Result);
        session = session.apply(&MODEL, Action::Decline);
    }
    assert_eq!((session.page(), session.left_to_refine(&MODEL)), (Page::Result, 0));
    assert_eq!(session.apply(&MODEL, Action::Refine), session, "nothing is left");
}

#[test]
fn starting_over_forgets_everything() {
    let session = Session::with_answers(&MODEL, answers(r#"{"who":"shop","goals":["trend"]}"#));
    assert_eq!(session.apply(&MODEL, Action::Restart), Session::new(&MODEL));
}

#[test]
fn a_preset_begins_at_the_first_core_question_without_a_reply() {
    assert_eq!(Session::with_answers(&MODEL, answers(r#"{"who":"shop","presence":null}"#)).page(), at("goals"));
}

#[test]
fn coverage_counts_the_answers_given_of_the_questions_that_apply() {
    let session = Session::with_answers(&MODEL, answers(r#"{"who":"shop","presence":"none","sector":null}"#));
    assert_eq!(session.coverage(&MODEL), (2, 20));
}

#[test]
fn a_theme_weighs_0_1_or_2_and_weights_that_are_all_1_are_none() {
    let weigh = |session: &Session, theme, weight| session.apply(&MODEL, Action::Weigh { theme, weight });
    let session = Session::new(&MODEL);
    let heavy = weigh(&session, 3, 9);
    assert_eq!(heavy.options().weights, [1, 1, 1, 2, 1]);
    assert!(heavy.has_own_weights() && !session.has_own_weights());
    assert_eq!(weigh(&heavy, 3, 1), session);
    assert_eq!(weigh(&heavy, 0, 0).apply(&MODEL, Action::WeighByDefault), session);
    assert!(heavy.record(&MODEL, None).contains(r#""weights":{"effort":2}"#));
}

fn restore(json: serde_json::Value) -> Result<Session, SharedError> {
    Session::restore(&MODEL, &value(&json)).map(|(session, _)| session)
}

#[test]
fn a_damaged_record_is_refused_whole_and_an_odd_position_is_mended() {
    let record = |at: &str, answers: serde_json::Value, weights: serde_json::Value| {
        restore(
            serde_json::json!({"format": "social-or-not", "model": "1.0.0", "at": at, "answers": answers, "weights": weights}),
        )
    };
    let refused = |session| match session {
        Err(SharedError::Refused(error)) => error.question,
        other => panic!("{other:?}"),
    };
    let none = || serde_json::json!({});
    assert_eq!(refused(record("goals", serde_json::json!({"who": "shop", "hours": 75}), none())), "hours");
    let early = record("result", serde_json::json!({"who": "shop"}), none()).expect("valid answers");
    assert_eq!(early.page(), at("presence"), "there is no result yet");
    assert_eq!(record("nowhere", none(), none()), Ok(Session::new(&MODEL)));
    assert_eq!(refused(record("who", none(), serde_json::json!({"effort": 3}))), "effort");
    for other in [serde_json::json!([]), serde_json::json!("{\"at\":"), serde_json::json!({"at": "who", "answers": {}})]
    {
        assert_eq!(restore(other), Err(SharedError::NotOurs));
    }
}

#[test]
fn a_record_of_a_later_model_is_told_from_a_damaged_one() {
    let record =
        serde_json::json!({"format": "social-or-not", "model": "1.9.0", "at": "who", "answers": {"mood": "fine"}});
    let later = social_or_not::domain::Version { major: 1, minor: 9, patch: 0 };
    assert_eq!(restore(record), Err(SharedError::Newer(later)));
}

#[test]
fn what_an_hour_is_worth_is_kept_and_is_handed_on_to_nobody() {
    let session = Session::with_answers(&MODEL, answers(r#"{"who":"shop"}"#));
    let rated = session.apply(&MODEL, Action::Rate(Some(325)));
    assert_eq!((rated.rate(), rated.options().rate), (Some(325), Some(325)));
    let kept = rated.record(&MODEL, None);
    assert!(kept.starts_with(r#"{"at":"presence","rate":32.5,"format":"#), "{kept}");
    let shared = rated.share(&MODEL, None);
    assert_eq!(shared, session.share(&MODEL, None));
    assert_eq!(Session::shared(&MODEL, &shared).rate(), None);
    assert_eq!(rated.apply(&MODEL, Action::Rate(None)), session);
    assert_eq!(rated.apply(&MODEL, Action::WeighByDefault).rate(), Some(325), "it is no weight");
    assert_eq!(rated.apply(&MODEL, Action::Restart), Session::new(&MODEL), "starting over forgets it too");
}

#[test]
fn a_record_with_a_rate_that_is_none_is_refused_whole() {
    for rate in [serde_json::json!(-1), serde_json::json!("30"), serde_json::json!(10_001)] {
        let record =
            serde_json::json!({"format": "social-or-not", "model": "1.0.0", "at": "who", "answers": {}, "rate": rate});
        match restore(record) {
            Err(SharedError::Refused(error)) => assert_eq!(error.question, "rate"),
            other => panic!("{other:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_survives_its_record(
        answers in any_reader(),
        weights in prop::array::uniform5(0u8..=2),
        rate in prop::option::of(0..=100_000),
    ) {
        let weigh = |session: Session, (theme, weight)| session.apply(&MODEL, Action::Weigh { theme, weight });
        let session = Session::with_answers(&MODEL, answers).apply(&MODEL, Action::Rate(rate));
        let session = weights.into_iter().enumerate().fold(session, weigh);
        let day = Date::read("2026-03-12");
        let json: serde_json::Value = serde_json::from_str(&session.record(&MODEL, day)).expect("JSON");
        let shared = session.share(&MODEL, day);
        prop_assert_eq!(Session::restore(&MODEL, &value(&json)), Ok((session, shared)));
    }

    #[test]
    fn no_action_leaves_the_reader_nowhere(actions in prop::collection::vec(0usize..9, 0..40)) {
        let mut session = Session::new(&MODEL);
        for action in actions {
            let question = action * 2;
            session = session.apply(&MODEL, match action {
                0 => Action::Back,
                1 => Action::Refine,
                2 => Action::ShowAnswers,
                3 => Action::Open { question, then: Then::Result },
                4 => Action::Open { question: 999, then: Then::Next },
                5 => Action::Withdraw { question },
                6 => Action::Advance,
                _ => Action::Decline,
            });
            if let Page::Question { question, .. } = session.page() {
                prop_assert!(question < MODEL.questions.len());
            }
            prop_assert!(session.answers() == &Answers::none(&MODEL) || !session.answers().is_empty());
        }
    }
}
