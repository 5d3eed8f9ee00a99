//! The screens of the questions.

use social_or_not::{
    content::{Lang, MODEL, Words},
    domain::{
        Answer,
        question::{Kind, Question},
    },
    session::{Action, Session, Then},
};

use crate::{
    document::Document,
    screens::{props, question, render},
};

fn each_question(look: impl Fn(&Question, usize, &Document)) {
    for (place, row) in MODEL.questions.iter().enumerate() {
        for lang in Lang::ALL {
            look(row, place, &render(props(lang, question(row.id))));
        }
    }
}

fn answered(id: &str, answer: Answer) -> Session {
    let place = MODEL.question(id).expect("a question");
    question(id).apply(&MODEL, Action::Answer { question: place, answer })
}

#[test]
fn a_question_is_a_form_with_its_legend_and_inputs_named_by_the_model() {
    each_question(|row, place, document| {
        let form = document.one("son-question");
        assert_eq!((form.tag.as_str(), form.attribute("method")), ("form", Some("dialog")), "it is sent nowhere");
        let legend = document.tagged("legend");
        assert_eq!(legend.len(), 1);
        assert!(Lang::ALL.iter().any(|lang| Words::built_in(*lang).question(place).text == legend[0].says()));
        let inputs = document.tagged("input");
        assert!(inputs.iter().all(|input| input.attribute("name").is_none_or(|name| name == row.id)));
        let values: Vec<&str> =
            document.all("son-option__input").iter().filter_map(|input| input.attribute("value")).collect();
        let types: Vec<&str> = inputs.iter().map(|input| input.attribute("type").unwrap_or("text")).collect();
        match row.kind {
            Kind::Single { .. } => assert!(types.iter().all(|kind| *kind == "radio")),
            Kind::Multi { .. } => assert!(types.iter().all(|kind| *kind == "checkbox")),
            Kind::Number(_) => assert_eq!(types, ["text", "range"]),
        }
        assert_eq!(values, row.options, "in the model's order");
    });
}

#[test]
fn nothing_is_chosen_before_the_reader_chooses() {
    each_question(|row, _, document| {
        let inputs = document.tagged("input");
        assert!(inputs.iter().all(|input| input.attribute("checked").is_none()), "{}", row.id);
        if matches!(row.kind, Kind::Number(_)) {
            assert_eq!(inputs[0].attribute("value"), Some(""), "{}", row.id);
            assert!(document.one("son-slider").attribute("data-empty").is_some(), "{}", row.id);
        }
    });
}

#[test]
fn what_was_chosen_is_shown_and_nothing_else() {
    let chosen = |document: &Document| -> Vec<String> {
        let inputs = document.tagged("input").into_iter().filter(|input| input.attribute("checked").is_some());
        inputs.filter_map(|input| input.attribute("value")).map(str::to_owned).collect()
    };
    assert_eq!(chosen(&render(props(Lang::Fr, answered("who", Answer::Single(2))))), ["association"]);
    assert_eq!(chosen(&render(props(Lang::Fr, answered("goals", Answer::Multi(0b101))))), ["visibility", "retain"]);
}

#[test]
fn a_number_is_written_as_its_language_writes_it() {
    let field = |lang: Lang| {
        let document = render(props(lang, answered("hours", Answer::Number(45))));
        let slider = document.one("son-slider").attribute("aria-valuetext").map(str::to_owned);
        (document.one("son-number__field").attribute("value").map(str::to_owned), slider)
    };
    let (french, english) = (field(Lang::Fr), field(Lang::En));
    assert_eq!((french.0.as_deref(), english.0.as_deref()), (Some("4,5"), Some("4.5")));
    assert!(french.1.is_some_and(|text| text.contains("4,5")) && english.1.is_some_and(|text| text.contains("4.5")));
}

#[test]
fn an_echo_helps_to_judge_a_number() {
    let echo = |id: &str, tenths: i32| {
        let document = render(props(Lang::En, answered(id, Answer::Number(tenths))));
        document.one("son-number__echo").text.clone()
    };
    assert!(echo("hours", 40).contains("48"), "four hours a week are 48 minutes on each of five days");
    assert!(echo("budget", 1_500).contains("1,800"), "150 euros a month are 1,800 a year");
    assert_eq!(echo("hours", 0), "");
}

#[test]
fn the_first_question_alone_promises_privacy_and_has_no_way_back() {
    let privacy = |document: &Document| document.one("son").text.contains("nothing is sent");
    let back =
        |document: &Document| document.tagged("button").iter().any(|button| button.says() == "Previous question");
    for row in MODEL.questions {
        let document = render(props(Lang::En, question(row.id)));
        let is_first = row.id == "who";
        assert_eq!((privacy(&document), back(&document)), (is_first, !is_first), "{}", row.id);
    }
}

#[test]
fn the_first_question_has_one_button_and_it_says_that_one_does_not_know() {
    // The element relies on it: a press before the program is there is taken for this button's.
    let document = render(props(Lang::En, Session::new(&MODEL)));
    let buttons: Vec<&str> = document.tagged("button").iter().map(|button| button.says()).collect();
    assert_eq!(buttons, ["I don’t know"]);
}

#[test]
fn going_on_needs_a_button_unless_a_tap_moves_on() {
    for row in MODEL.questions {
        let has_next = |session: Session| {
            let document = render(props(Lang::En, session));
            document.tagged("button").iter().any(|button| button.attribute("type") == Some("submit"))
        };
        let is_single = matches!(row.kind, Kind::Single { .. });
        assert_eq!(has_next(question(row.id)), !is_single, "{}", row.id);
        assert!(has_next(answered(row.id, Answer::Unknown)), "{}: come back to, it has one", row.id);
    }
}

#[test]
fn i_dont_know_is_a_word_in_the_foot_and_never_an_option() {
    each_question(|row, _, document| {
        let labels = document.all("son-option__label");
        let unknown = ["Je ne sais pas", "I don’t know"];
        assert!(labels.iter().all(|label| !unknown.contains(&label.says())), "{}", row.id);
        assert_eq!(
            document.tagged("button").iter().filter(|button| unknown.contains(&button.says())).count(),
            1,
            "{}",
            row.id
        );
    });
}

#[test]
fn the_count_is_of_the_questions_that_apply() {
    let step = |session: Session| render(props(Lang::En, session)).one("son-head__step").says().to_owned();
    assert_eq!(step(Session::new(&MODEL)), "Question 1 of 10");
    let presence = MODEL.question("presence").expect("presence");
    let absent = Action::Answer { question: presence, answer: Answer::Single(0) };
    assert_eq!(step(question("goals").apply(&MODEL, absent)), "Question 3 of 9");
    assert!(step(question("sector")).starts_with("To sharpen it, 1 of"));
}

#[test]
fn the_beam_reaches_as_far_as_the_count() {
    let document = render(props(Lang::Fr, question("goals")));
    let [done, rider] = ["son-beam__done", "son-beam__rider"].map(|class| document.one(class));
    assert_eq!((done.attribute("x2"), rider.attribute("cx")), (Some("40%"), Some("40%")), "4 of 10");
    assert_eq!(document.all("son-beam__tick").len(), 11);
}

#[test]
fn a_question_opened_to_be_changed_leads_back_where_it_came_from() {
    let place = MODEL.question("runner").expect("runner");
    let words = |then: Then| {
        let session = Session::new(&MODEL).apply(&MODEL, Action::Open { question: place, then });
        let document = render(props(Lang::En, session));
        let buttons: Vec<String> = document.tagged("button").iter().map(|button| button.says().to_owned()).collect();
        (document.one("son-head__step").says().to_owned(), buttons)
    };
    let (step, buttons) = words(Then::Result);
    assert_eq!(step, "Change an answer");
    assert!(buttons.contains(&"Back to the verdict".to_owned()), "{buttons:?}");
    assert!(words(Then::Answers).1.contains(&"Back to your answers".to_owned()));
}

#[test]
fn an_option_that_stands_alone_is_set_apart() {
    for id in ["goals", "formats"] {
        let document = render(props(Lang::En, question(id)));
        assert_eq!(document.all("son-options").len(), 2, "{id}");
        assert_eq!(document.one("son-or").says(), "or, on its own");
    }
    assert!(render(props(Lang::En, question("ages"))).all("son-or").is_empty());
}

#[test]
fn choices_made_are_counted_where_there_is_a_limit() {
    let count = |id: &str, options: u32| {
        let document = render(props(Lang::Fr, answered(id, Answer::Multi(options))));
        let status =
            document.all("son-question__note").into_iter().find(|note| note.attribute("role") == Some("status"));
        status.map(|status| status.says().to_owned()).unwrap_or_default()
    };
    assert_eq!(count("goals", 0b1), "1 choix fait, encore 2 possibles.");
    assert_eq!(count("goals", 0b11), "2 choix faits, encore 1 possible.");
    assert_eq!(count("goals", 0b111), "3 choix faits, c’est le maximum.");
    assert_eq!(count("ages", 0b11), "2 choix faits.");
}

#[test]
fn who_does_not_know_is_told_that_they_said_so() {
    let document = render(props(Lang::En, answered("measure", Answer::Unknown)));
    assert!(document.all("son-question__note").iter().any(|note| note.says() == "You said you don’t know."));
}
