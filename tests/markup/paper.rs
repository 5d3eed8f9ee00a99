//! What only the printed result has: on the screen it is not shown.

use social_or_not::{
    content::{Lang, MODEL, RecordWords, Words, phrase},
    domain::Answer,
    session::Action,
    ui::{Sharing, WidgetProps},
};

use crate::screens::{props, render, today, verdicts};

#[test]
fn it_has_the_day_the_address_and_every_answer_in_full() {
    for screen in verdicts() {
        for lang in Lang::ALL {
            let (words, record) = (Words::built_in(lang), RecordWords::built_in(lang));
            let sharing = Sharing { address: Some("https://example.org/#r=".into()), ..Sharing::default() };
            let props = WidgetProps { today: today(), sharing, ..props(lang, screen.session.clone()) };
            let document = render(props);
            let made = document.one("son-made");
            assert!(made.is("son-paper"));
            let code = screen.session.share(&MODEL, today()).to_code(&MODEL);
            assert!(made.says().contains(&format!("https://example.org/#r={code}")), "{}", made.says());
            assert!(made.says().contains(&words.date(today().expect("a day"), None)), "{}", made.says());
            let rows: Vec<&str> = document.all("son-given").iter().map(|row| row.says()).collect();
            let answers = screen.session.answers();
            let asked = (0..MODEL.questions.len())
                .filter(|question| answers.applies(&MODEL, *question) && answers.is_asked(*question));
            let expected: Vec<String> = asked
                .map(|question| {
                    let answer = answers.get(question).filter(|answer| *answer != Answer::Unknown);
                    let says = words.full_answer(&MODEL, question, answer);
                    let says =
                        says.unwrap_or_else(|| words.text(social_or_not::content::text::ANSWERS_UNKNOWN).to_owned());
                    format!("{}{says}", words.question(question).name)
                })
                .collect();
            assert_eq!(rows, expected, "{}", screen.name);
            assert!(document.tagged("h3").iter().any(|title| title.says() == record.text(phrase::RECORD_ANSWERS)));
        }
    }
}

#[test]
fn weights_are_told_when_they_are_the_readers_own() {
    let session = verdicts().remove(0).session;
    let given = |session| render(props(Lang::En, session)).all("son-given").len();
    let own = session.apply(&MODEL, Action::Weigh { theme: 0, weight: 2 });
    assert_eq!(given(own), given(session) + MODEL.themes.len());
}
