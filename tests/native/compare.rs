//! Several results side by side, against brute force.

use proptest::prelude::*;
use social_or_not::{
    content::MODEL,
    domain::{
        Answers, Evaluator, Options, Shared, Verdict,
        compare::{Changed, Comparison, Matter, Moved, compare, over_time},
    },
};

use crate::readers::{answers, any_reader, every_answer, question, with};

/// Someone without answers that do not count.
fn shared(answers: &Answers, weights: &[u8]) -> Shared {
    let counts = |question: &usize| answers.is_given(*question) && answers.applies(&MODEL, *question);
    let rest = (0..MODEL.questions.len()).filter(|question| !counts(question));
    let counted = rest.fold(answers.clone(), |counted, question| with(&counted, question, None));
    Shared::new(&MODEL, counted, weights.to_vec(), None)
}

fn compared(people: &[Shared]) -> Comparison {
    compare(&MODEL, people).expect("two to eight")
}

fn verdict(person: &Shared) -> Verdict {
    Evaluator::new(&MODEL, Options { weights: person.weights.clone(), ..Options::default() })
        .weigh(&person.answers)
        .verdict
}

/// Someone with another's answers to some matters.
fn taking(person: &Shared, from: &Shared, on: &[Matter]) -> Shared {
    on.iter().fold(person.clone(), |person, on| match on {
        Matter::Question(question) => {
            Shared { answers: with(&person.answers, *question, from.answers.get(*question)), ..person }
        }
        Matter::Weights => Shared { weights: from.weights.clone(), ..person },
    })
}

fn meets(people: &[Shared], person: usize, on: &[Matter]) -> bool {
    people.iter().all(|other| verdict(&taking(other, &people[person], on)) == verdict(&people[person]))
}

/// The size of the smallest way to a verdict, by trying all.
fn fewest(people: &[Shared], wanted: Verdict, matters: &[Matter]) -> Option<usize> {
    let offered = |person: &Shared, on: &Matter| match on {
        Matter::Question(question) => person.answers.is_given(*question),
        Matter::Weights => true,
    };
    let mut best: Option<usize> = None;
    for (place, person) in people.iter().enumerate().filter(|(_, person)| verdict(person) == wanted) {
        let matters: Vec<Matter> = matters.iter().copied().filter(|on| offered(person, on)).collect();
        for set in 1u32..1 << matters.len() {
            let size = set.count_ones() as usize;
            let on: Vec<Matter> =
                matters.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0).map(|(_, on)| *on).collect();
            if best.is_none_or(|best| size < best) && meets(people, place, &on) {
                best = Some(size);
            }
        }
    }
    best
}

/// Two to four people who differ in at most seven questions, and perhaps in their weights.
fn people() -> impl Strategy<Value = Vec<Shared>> {
    let moved = || {
        let change = prop::sample::select((0..MODEL.questions.len()).collect::<Vec<_>>())
            .prop_flat_map(|question| (Just(question), prop::sample::select(every_answer(&MODEL.questions[question]))));
        prop::collection::vec(change, 1..=3)
    };
    let weights = || prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(0u8..=2, MODEL.themes.len())];
    (any_reader(), prop::collection::vec((moved(), weights()), 2..=3)).prop_map(|(base, others)| {
        let change = |(changes, weights): (Vec<_>, Vec<u8>)| {
            let reader = changes
                .into_iter()
                .fold(base.clone(), |reader, (question, answer)| with(&reader, question, Some(answer)));
            shared(&reader, &weights)
        };
        others.into_iter().map(change).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn meetings_are_the_smallest_that_brute_force_finds(people in people()) {
        let comparison = compared(&people);
        let verdicts: Vec<Verdict> = people.iter().map(verdict).collect();
        prop_assert_eq!(comparison.results.iter().map(|result| result.verdict).collect::<Vec<_>>(), verdicts.clone());
        let matters: Vec<Matter> = comparison.disagreements.iter().map(|row| row.on).collect();
        let have_met = verdicts.iter().all(|verdict| *verdict == verdicts[0]);
        for wanted in Verdict::ALL.into_iter().filter(|wanted| verdicts.contains(wanted) && !have_met) {
            let found = comparison.meetings.iter().find(|meeting| meeting.verdict == wanted);
            prop_assert_eq!(found.map(|meeting| meeting.on.len()), fewest(&people, wanted, &matters), "{}", wanted.id());
            if let Some(meeting) = found {
                prop_assert!(meeting.is_smallest && meets(&people, meeting.person, &meeting.on));
            }
        }
        prop_assert!(!have_met || comparison.meetings.is_empty());
        prop_assert!(comparison.meetings.is_sorted_by_key(|meeting| meeting.on.len()));
    }

    #[test]
    fn disagreements_are_all_there_with_what_each_does_alone(people in people()) {
        let comparison = compared(&people);
        for row in &comparison.disagreements {
            let (mut flips, mut moves, mut whose) = (0, 0, Vec::new());
            for (place, one) in people.iter().enumerate() {
                for other in &people {
                    let now = compared(&[one.clone(), taking(one, other, &[row.on])]);
                    if now.results[0].verdict != now.results[1].verdict {
                        flips += 1;
                        whose.push(place);
                    }
                    moves = moves.max((now.results[0].balance - now.results[1].balance).abs());
                }
            }
            whose.dedup();
            prop_assert_eq!((row.flips, row.moves, row.whose().collect::<Vec<_>>()), (flips, moves, whose));
        }
        prop_assert!(comparison.disagreements.is_sorted_by(|one, next| (one.flips, one.moves) >= (next.flips, next.moves)));
        let differs = |question: usize| people.iter().any(|person| {
            let counts = |person: &Shared| person.answers.is_given(question) && person.answers.applies(&MODEL, question);
            let answer = |person: &Shared| person.answers.get(question).filter(|_| counts(person));
            answer(person) != answer(&people[0])
        });
        for question in 0..MODEL.questions.len() {
            let is_told = comparison.disagreements.iter().any(|row| row.on == Matter::Question(question));
            prop_assert_eq!(is_told, differs(question), "{}", MODEL.questions[question].id);
        }
        let counts = |question: &usize| people.iter().any(|person| person.answers.is_given(*question) && person.answers.applies(&MODEL, *question));
        prop_assert_eq!(comparison.same, (0..MODEL.questions.len()).filter(|question| counts(question) && !differs(*question)).count());
    }

    #[test]
    fn over_time_each_change_is_told_with_what_it_does_alone_to_the_time_before(people in people()) {
        let rows = over_time(&MODEL, &people).expect("two to eight");
        let told: Vec<Matter> = rows.iter().map(|row| row.on).collect();
        let mut known: Vec<Matter> = compared(&people).disagreements.iter().map(|row| row.on).collect();
        known.sort_by_key(|on| told.iter().position(|other| other == on));
        prop_assert_eq!(&told, &known, "whoever differs at all has changed at some time");
        for Changed { on, moved } in &rows {
            for (pair, moved) in people.windows(2).zip(moved) {
                let now = compared(&[pair[0].clone(), taking(&pair[0], &pair[1], &[*on])]);
                let alone = Moved {
                    points: now.results[1].balance - now.results[0].balance,
                    flips: now.results[0].verdict != now.results[1].verdict,
                };
                let differs = compared(pair).disagreements.iter().any(|row| row.on == *on);
                prop_assert_eq!(*moved, differs.then_some(alone));
            }
        }
        let key = |row: &Changed| {
            let moved = || row.moved.iter().flatten();
            (moved().any(|moved| moved.flips), moved().map(|moved| moved.points.abs()).max())
        };
        prop_assert!(rows.is_sorted_by(|one, next| key(one) >= key(next)));
    }

    #[test]
    fn even_strangers_are_compared_in_good_time_and_every_meeting_holds(people in prop::collection::vec(any_reader(), 2..=8)) {
        let people: Vec<Shared> = people.iter().map(|reader| shared(reader, &[])).collect();
        let comparison = compared(&people);
        for meeting in &comparison.meetings {
            prop_assert!(meets(&people, meeting.person, &meeting.on), "{:?}", meeting);
            for left_out in 0..meeting.on.len() {
                let mut fewer = meeting.on.clone();
                fewer.remove(left_out);
                prop_assert!(!meets(&people, meeting.person, &fewer), "{:?} holds a needless matter", meeting);
            }
        }
        let json: serde_json::Value = serde_json::from_str(&comparison.to_json(&MODEL, &people)).expect("JSON");
        prop_assert_eq!(json["results"].as_array().map(Vec::len), Some(people.len()));
    }
}

const PARTNER: &str = r#"{"who":"shop","presence":"none","goals":["acquire"],"strategy":"written","audience":"many","value":"useful",
    "hours":4,"runner":"assigned","constancy":"year"}"#;

#[test]
fn two_partners_see_where_they_disagree_and_what_would_settle_it() {
    let one = answers(PARTNER);
    let other = with(
        &with(&one, question("hours"), None),
        question("sector"),
        every_answer(&MODEL.questions[1]).get(2).copied(),
    );
    let other = with(&other, question("runner"), every_answer(&MODEL.questions[question("runner")]).get(1).copied());
    let people = [shared(&one, &[]), shared(&other, &[])];
    let json: serde_json::Value = serde_json::from_str(&compared(&people).to_json(&MODEL, &people)).expect("JSON");
    assert_eq!((&json["results"][0]["verdict"], &json["results"][1]["verdict"]), (&"go".into(), &"prepare".into()));
    assert_eq!(
        json["disagreements"][0].to_string(),
        r#"{"answers":["assigned","nobody"],"flips":2,"moves":17,"on":"runner","whose":[0,1]}"#
    );
    assert_eq!(json["disagreements"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["meetings"][0].to_string(), r#"{"on":["runner"],"person":1,"smallest":true,"verdict":"prepare"}"#);
}

#[test]
fn a_search_that_was_broken_off_is_not_taken_for_a_proof() {
    let one = answers(
        r#"{"sector":"cause","presence":"dormant","accounts":["communities"],"strategy":"vague","measure":"proven",
            "ages":["13-17","25-34"],"audience":"many","value":"useful","formats":["photo","short_video","long_video"],
            "values":"fine","hours":56.5,"runner":"nobody","skills":"basic","constancy":"months","replies":"day","budget":8500}"#,
    );
    let other = answers(
        r#"{"who":"b2b","presence":"none","goals":["visibility","retain","know"],"area":"international","talk":"lots",
            "formats":["short_video","long_video"],"values":"natural","hours":58,"skills":"none","constancy":"year",
            "replies":"late","budget":4700}"#,
    );
    let people = [shared(&one, &[]), shared(&other, &[])];
    let comparison = compared(&people);
    let everything: Vec<Matter> = comparison.disagreements.iter().map(|row| row.on).collect();
    let is_unsettled = |place: &usize| comparison.unsettled.contains(&comparison.results[*place].verdict);
    let unsettled: Vec<usize> = (0..people.len()).filter(is_unsettled).collect();
    assert_eq!(unsettled.len(), 1);
    assert!(comparison.meetings.iter().all(|meeting| meeting.person != unsettled[0]));
    assert!(everything.len() > 14, "so many that not all can be tried");
    // Nor does everything that only one of two people has said decide for both.
    let partners = compared(&[shared(&answers(PARTNER), &[]), shared(&answers(r#"{"who":"shop"}"#), &[])]);
    assert!(partners.unsettled.is_empty());
}

#[test]
fn one_result_or_nine_are_too_few_or_too_many() {
    let one = shared(&answers(PARTNER), &[]);
    for count in [0, 1, 9] {
        assert!(compare(&MODEL, &vec![one.clone(); count]).is_err_and(|error| error.to_string().contains("2 to 8")));
    }
    let same = compared(&vec![one; 8]);
    assert!(same.disagreements.is_empty() && same.meetings.is_empty());
}

#[test]
fn who_only_weighs_otherwise_can_meet_by_weighing_alike() {
    let reader = answers(PARTNER);
    let people = [shared(&reader, &[]), shared(&reader, &[0, 0, 0, 2, 0])];
    let comparison = compared(&people);
    assert_ne!(comparison.results[0].verdict, comparison.results[1].verdict);
    assert_eq!(comparison.disagreements.iter().map(|row| row.on).collect::<Vec<_>>(), [Matter::Weights]);
    assert!(
        comparison.meetings.iter().all(|meeting| meeting.on == [Matter::Weights]) && comparison.meetings.len() == 2
    );
}
