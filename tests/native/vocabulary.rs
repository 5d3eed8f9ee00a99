//! No question, argument, network or verdict is missing, and every one has its words in both languages.

use social_or_not::{
    content::{Lang, MODEL, Words},
    domain::{Answer, Verdict, argument::Side, gate::GateState, question::Kind, report::Skip},
};

/// The ids of the public contract, in its order.
const QUESTIONS: &str = "who sector presence results accounts goals strategy measure ages area audience talk welcome value formats values hours runner skills constancy replies budget";
const CORE: &str = "who presence results goals strategy audience value hours runner constancy";
const ORDINAL: &str = "strategy measure welcome value values skills constancy replies";
const PROS: &str = "visibility bonds voice insight acquire reputation service affordable absence welcome audience";
const CONS: &str =
    "fashion aimless mirage time lifeless intrusion unproven opaque unskilled exposure empty dearer disappointed";
const NETWORKS: &str = "facebook instagram x linkedin tiktok youtube pinterest snapchat threads bluesky mastodon reddit whatsapp telegram discord twitch google_business reviews communities";
const OPTIONS: [(&str, &str); 20] = [
    ("who", "shop b2b association personality freelance public"),
    ("sector", "visual local expertise tech culture industry sensitive cause"),
    ("presence", "none dormant irregular active"),
    ("results", "nothing unclear some clear"),
    (
        "accounts",
        "facebook instagram x linkedin tiktok youtube pinterest snapchat threads bluesky mastodon reddit whatsapp telegram discord twitch google_business reviews communities foursquare second_life viadeo",
    ),
    ("goals", "visibility acquire retain know dialogue service sales recruit reputation trend"),
    ("strategy", "none vague written integrated"),
    ("measure", "cannot counts actions proven"),
    ("ages", "13-17 18-24 25-34 35-49 50-64 65+"),
    ("area", "local national international"),
    ("audience", "unknown guess few many"),
    ("talk", "no unsure some lots"),
    ("welcome", "intrusion indifferent curious expecting"),
    ("value", "promotion news useful shared"),
    ("formats", "text photo short_video long_video live none"),
    ("values", "conflict uneasy fine natural"),
    ("runner", "nobody between assigned dedicated agency"),
    ("skills", "none basic trained"),
    ("constancy", "weeks months year years"),
    ("replies", "never late day hours"),
];

/// What each argument is moved by, and its theme and sources.
const ARGUMENTS: [(&str, &str, &str, &str); 24] = [
    ("visibility", "goals area ages", "reach", "S3 S5"),
    ("bonds", "goals replies value", "relations", "S1 S3 S2"),
    ("voice", "who value values", "values", "S1"),
    ("insight", "goals talk audience", "knowledge", "S1 S3 S5"),
    ("acquire", "goals who audience", "reach", "S3 S4"),
    ("reputation", "talk goals", "relations", "S4 S2"),
    ("service", "goals replies", "relations", "S2 S5"),
    ("affordable", "budget hours", "effort", "S4"),
    ("absence", "talk audience", "relations", "S2"),
    ("welcome", "welcome value", "relations", "S2"),
    ("audience", "audience ages", "reach", "S4 S3"),
    ("fashion", "goals", "values", "S1 S3 S4 S5"),
    ("aimless", "strategy", "effort", "S1 S3 S4"),
    ("mirage", "audience area", "reach", "S1"),
    ("time", "hours runner", "effort", "S3 S4"),
    ("lifeless", "constancy presence runner", "effort", "S3"),
    ("intrusion", "welcome value", "relations", "S5"),
    ("unproven", "measure strategy", "knowledge", "S5 S2"),
    ("opaque", "values", "values", "S1 S5"),
    ("unskilled", "skills runner", "effort", "S1 S4"),
    ("exposure", "replies sector talk", "relations", "S2 S3"),
    ("empty", "value formats", "reach", "S4 S5"),
    ("dearer", "runner budget", "effort", "S4"),
    ("disappointed", "presence results", "knowledge", "S5"),
];

fn joined<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

fn sorted(ids: &str) -> Vec<&str> {
    let mut ids: Vec<&str> = ids.split(' ').collect();
    ids.sort_unstable();
    ids
}

#[test]
fn questions_and_options_are_those_of_the_contract_in_its_order() {
    let questions = MODEL.questions;
    assert_eq!(joined(questions.iter().map(|question| question.id)), QUESTIONS);
    assert_eq!(joined(questions.iter().filter(|question| question.core).map(|question| question.id)), CORE);
    let ordinal = questions.iter().filter(|question| question.kind == Kind::Single { ordinal: true });
    assert_eq!(joined(ordinal.map(|question| question.id)), ORDINAL);
    for (id, options) in OPTIONS {
        let question = &questions[MODEL.question(id).expect("a question")];
        assert_eq!(joined(question.options.iter().copied()), options, "{id}");
    }
}

#[test]
fn arguments_are_those_of_the_contract_and_read_the_questions_it_names_and_no_others() {
    let side =
        |side| joined(MODEL.arguments.iter().filter(|argument| argument.side == side).map(|argument| argument.id));
    assert_eq!((side(Side::Pro).as_str(), side(Side::Con).as_str()), (PROS, CONS));
    for (argument, (id, moved_by, theme, sources)) in MODEL.arguments.iter().zip(ARGUMENTS) {
        assert_eq!(argument.id, id);
        let read =
            joined(argument.strength.questions().into_iter().map(|question| MODEL.questions[usize::from(question)].id));
        assert_eq!(sorted(&read), sorted(moved_by), "{id}");
        assert_eq!(MODEL.themes[usize::from(argument.theme)], theme, "{id}");
        assert_eq!(joined(argument.sources.iter().map(|source| MODEL.sources[usize::from(*source)])), sources, "{id}");
    }
}

#[test]
fn gates_verdicts_and_networks_are_those_of_the_contract() {
    assert_eq!(joined(MODEL.gates.iter().map(|gate| gate.id)), "why where how");
    assert_eq!(joined(Verdict::ALL.map(Verdict::id)), "go start_small refocus prepare listen leave no");
    assert_eq!(joined(MODEL.networks.iter().map(|network| network.id)), NETWORKS);
    assert_eq!(joined(MODEL.retired.iter().map(|retired| retired.id)), "foursquare second_life viadeo");
}

#[test]
fn everything_has_words_in_both_languages() {
    let said = |what: &str, text: &str| assert!(!text.trim().is_empty(), "{what} has no words");
    for lang in Lang::ALL {
        let words = Words::built_in(lang);
        for (position, question) in MODEL.questions.iter().enumerate() {
            said(question.id, words.question(position).text);
            said(question.id, words.question(position).name);
            for option in 0..question.options.len() {
                said(question.options[option], words.option(&MODEL, position, option).label);
                said(question.options[option], words.option(&MODEL, position, option).short);
            }
            if let Kind::Number(_) = question.kind {
                said(question.id, &words.full_answer(&MODEL, position, Some(Answer::Number(45))).unwrap_or_default());
            }
        }
        for (position, argument) in MODEL.arguments.iter().enumerate() {
            said(argument.id, words.argument(position));
            said(argument.id, words.argument_brief(position));
        }
        for (gate, row) in MODEL.gates.iter().enumerate() {
            said(row.id, words.gate_open(gate));
            for cause in 0..row.causes.len() {
                said(row.causes[cause].id, words.cause(&MODEL, gate, cause));
                said(row.causes[cause].id, words.remedy(&MODEL, gate, cause));
            }
        }
        for verdict in Verdict::ALL {
            said(verdict.id(), words.verdict(verdict, false).headline);
            said(verdict.id(), words.verdict(verdict, false).lead);
        }
        for (position, network) in MODEL.networks.iter().enumerate() {
            said(network.id, words.network(position));
            said(network.id, words.network_publish(position));
            said(network.id, words.network_listen(position));
            for skip in [
                Skip::Nature,
                Skip::Ages,
                Skip::Formats,
                Skip::Values,
                Skip::Hours,
                Skip::Overlap,
                Skip::Lead,
                Skip::Verdict,
            ] {
                said(network.id, words.skip(position, skip));
            }
            for fact in network.facts {
                said(fact.id, words.fact(fact.position));
            }
        }
    }
}

#[test]
fn words_stand_where_they_belong() {
    let (french, english) = (Words::built_in(Lang::Fr), Words::built_in(Lang::En));
    let hours = MODEL.question("hours").expect("a question");
    assert_eq!(french.short_answer(&MODEL, hours, Some(Answer::Number(45))).as_deref(), Some("4,5\u{a0}h"));
    assert_eq!(english.short_answer(&MODEL, hours, Some(Answer::Number(45))).as_deref(), Some("4.5\u{a0}h"));
    let who = MODEL.question("who").expect("a question");
    assert_eq!(french.short_answer(&MODEL, who, Some(Answer::Single(0))).as_deref(), Some("un commerce"));
    assert_eq!(french.network(1), "Instagram");
    assert_eq!(french.state(GateState::Ajar), "entrouverte");
    assert_eq!(english.state(GateState::Closed), "closed");
    assert_eq!(french.source(3).year_short, "2010");
    assert_eq!(french.verdict(Verdict::No, false).short, "non");
    assert_eq!(french.verdict(Verdict::Leave, true).short, "pause");
}

#[test]
fn a_file_of_words_cut_short_is_refused() {
    let file = social_or_not::content::words_file(Lang::Fr);
    assert!(Words::parse(Lang::Fr, file).is_ok());
    let error = Words::parse(Lang::Fr, &file[..file.floor_char_boundary(file.len() / 2)]).expect_err("half a file");
    assert!(error.found < error.expected && error.to_string().contains("cut short"));
}
