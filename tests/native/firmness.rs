//! Coverage, robustness and flips, against brute force.

use std::sync::LazyLock;

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use social_or_not::{
    content::MODEL,
    domain::{
        Answer, Answers, Evaluator, Options, Report, Verdict,
        answers::bits,
        bounds::thresholds,
        evaluation::Weighing,
        firmness::{self, Firmness},
        flips::{Change, Flip},
        question::Kind,
        robustness::DRAWS,
    },
};

use crate::readers::{answers, any_reader, every_answer, question, with};

static EVALUATOR: LazyLock<Evaluator> = LazyLock::new(|| Evaluator::new(&MODEL, Options::default()));

/// How firm the result of a reader is.
fn firmness(reader: &Answers) -> Firmness {
    firmness::firmness(&EVALUATOR, reader)
}

/// The same readers at every run.
fn some_readers(count: usize) -> Vec<Answers> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    (0..count).map(|_| any_reader().new_tree(&mut runner).expect("a reader").current()).collect()
}

/// Readers with every question answered but a few, so that all their completions can be tried.
fn nearly_done(open: &[&str]) -> Vec<Answers> {
    let full = some_readers(60).into_iter().map(|mut reader| {
        for (position, row) in MODEL.questions.iter().enumerate() {
            if !reader.is_given(position) {
                let first = every_answer(row)[1];
                reader.set(&MODEL, position, Some(first)).expect("a valid answer");
            }
        }
        open.iter().fold(reader, |reader, id| with(&reader, question(id), None))
    });
    full.collect()
}

fn completions(reader: &Answers, open: &[&str]) -> Vec<Answers> {
    open.iter().fold(vec![reader.clone()], |all, id| {
        let every = every_answer(&MODEL.questions[question(id)]);
        all.iter().flat_map(|answers| every.iter().map(|answer| with(answers, question(id), Some(*answer)))).collect()
    })
}

#[test]
fn coverage_holds_what_trying_every_completion_finds_and_hardly_more() {
    let (mut cases, mut tight) = (0, 0);
    for open in [
        &["talk", "values"][..],
        &["area", "sector", "who"],
        &["ages", "formats"],
        &["hours", "runner"],
        &["presence", "results", "audience"],
        &["budget", "runner", "talk"],
        &["strategy", "goals"],
        &["constancy", "value", "welcome", "skills"],
    ] {
        for reader in nearly_done(open) {
            let all = completions(&reader, open);
            assert!(all.len() <= 200_000, "{} completions", all.len());
            let outcomes: Vec<Weighing> = all.iter().map(|answers| EVALUATOR.weigh(answers)).collect();
            let coverage = firmness(&reader).coverage;
            let balances = || outcomes.iter().map(|outcome| outcome.balance);
            assert_eq!((Some(coverage.lowest), Some(coverage.highest)), (balances().min(), balances().max()));
            let reached: Vec<Verdict> = Verdict::ALL
                .into_iter()
                .filter(|verdict| outcomes.iter().any(|outcome| outcome.verdict == *verdict))
                .collect();
            assert!(
                reached.iter().all(|verdict| coverage.possible.contains(verdict)),
                "{:?} of {reached:?}",
                coverage.possible
            );
            cases += 1;
            tight += usize::from(reached == coverage.possible);
        }
    }
    assert!(tight * 100 >= cases * 95, "exact in {tight} of {cases} cases alone");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answering_never_widens_the_range_and_ends_among_the_possible_verdicts(reader in any_reader(), pick in any::<prop::sample::Index>()) {
        let now = EVALUATOR.weigh(&reader);
        let before = firmness(&reader).coverage;
        prop_assert!(before.possible.contains(&now.verdict));
        let open: Vec<usize> = (0..MODEL.questions.len()).filter(|question| !reader.is_given(*question) && MODEL.questions[*question].counted).collect();
        if open.is_empty() {
            prop_assert_eq!(&before.possible, &vec![now.verdict]);
            prop_assert_eq!((before.lowest, before.highest), (now.balance, now.balance));
            return Ok(());
        }
        let position = *pick.get(&open);
        let every = every_answer(&MODEL.questions[position]);
        let answered = with(&reader, position, Some(*pick.get(&every)));
        let after = firmness(&answered).coverage;
        prop_assert!(after.lowest >= before.lowest && after.highest <= before.highest);
        prop_assert!(before.possible.contains(&EVALUATOR.weigh(&answered).verdict));
    }

    #[test]
    fn shares_sum_to_one_under_any_weights_and_the_runner_up_is_what_its_theme_gives(reader in any_reader(), weights in prop::collection::vec(0u8..3, 5)) {
        let options = Options { weights, ..Options::default() };
        let evaluator = Evaluator::new(&MODEL, options.clone());
        let report = evaluator.evaluate(&reader);
        let robustness = firmness::firmness(&evaluator, &reader).robustness;
        prop_assert_eq!(robustness.shares.iter().map(|(_, count)| count).sum::<u32>(), DRAWS);
        prop_assert!(robustness.shares.is_sorted_by(|one, next| one.1 >= next.1));
        if let Some(runner_up) = robustness.runner_up {
            prop_assert!(runner_up.verdict != report.verdict);
            if let Some((theme, weight)) = runner_up.theme {
                let other = Evaluator::new(&MODEL, options.with_weight(&MODEL, theme, weight));
                prop_assert_eq!(other.weigh(&reader).verdict, runner_up.verdict);
            }
        }
    }

    #[test]
    fn the_readers_weights_change_points_and_nothing_that_gates_and_networks_are_read_off(reader in any_reader(), weights in prop::collection::vec(0u8..3, 5)) {
        let own = Evaluator::new(&MODEL, Options { weights: weights.clone(), ..Options::default() }).evaluate(&reader);
        let plain = EVALUATOR.evaluate(&reader);
        prop_assert_eq!(&own.gates, &plain.gates);
        let fits = |report: &Report| report.networks.iter().map(|network| (network.fit, network.watch)).collect::<Vec<_>>();
        prop_assert_eq!(fits(&own), fits(&plain));
        for entry in &own.ledger {
            let argument = &MODEL.arguments[entry.argument];
            prop_assert_eq!(entry.points, i32::from(argument.weight) * i32::from(weights[usize::from(argument.theme)]) * entry.strength);
        }
        prop_assert_eq!(own.balance().signum(), own.scale.signum());
    }
}

#[test]
fn the_same_answers_have_the_same_shares_and_they_are_these() {
    // Written down once, to be found the same on every machine.
    let bakery = answers(
        r#"{"who":"shop","sector":"local","presence":"none","goals":["visibility","retain"],"strategy":"written","measure":"counts",
        "ages":["25-34","35-49","50-64"],"area":"local","audience":"many","talk":"some","welcome":"curious","value":"useful",
        "formats":["photo","short_video"],"values":"fine","hours":4,"runner":"assigned","skills":"basic","constancy":"year","replies":"day","budget":50}"#,
    );
    assert_eq!(firmness(&bakery).robustness.shares, [(Verdict::Go, 9902), (Verdict::StartSmall, 98)]);
}

/// The better answers to a question that one can act on, as the contract has them, each with its steps.
fn better(reader: &Answers, position: usize) -> Vec<(Answer, i32)> {
    let row = &MODEL.questions[position];
    let now = reader.get(position).filter(|answer| *answer != Answer::Unknown);
    let single = |ids: &[&str]| {
        ids.iter()
            .filter_map(|id| row.option(id).map(Answer::Single))
            .filter(|answer| Some(*answer) != now)
            .map(|answer| (answer, 1))
            .collect()
    };
    match (row.id, row.kind) {
        ("audience", _) if now == row.option("few").map(Answer::Single) => Vec::new(),
        ("audience", _) => single(&["many"]),
        ("runner", _) => single(&["assigned", "dedicated", "agency"]),
        ("formats", _) => {
            let none = row.option("none").map_or(0, |option| 1 << option);
            let kept = now.map_or(0, Answer::options) & !none;
            let more = (1u32..32).filter(|set| set & kept == kept && *set != kept);
            more.map(|set| (Answer::Multi(set), (set & !kept).count_ones() as i32)).collect()
        }
        (_, Kind::Number(range)) => {
            let from = match now {
                Some(Answer::Number(tenths)) => tenths,
                _ => 0,
            };
            let more = thresholds(&MODEL, position, range).into_iter().filter(|tenths| *tenths > from);
            more.map(|tenths| (Answer::Number(tenths), (tenths - from + 9) / 10)).collect()
        }
        _ => {
            let from = now.map_or(-1, |answer| answer.options().trailing_zeros() as i32);
            let better = (0..row.options.len() as i32).filter(|option| *option > from);
            better.map(|option| (Answer::Single(option as u8), option - from)).collect()
        }
    }
}

/// Whether a change goes at least as far as another.
fn reaches(change: &Change, other: &Change) -> bool {
    change.question == other.question
        && match (MODEL.questions[change.question].kind, change.to, other.to) {
            (Kind::Single { ordinal: true }, Answer::Single(one), Answer::Single(other)) => one >= other,
            (_, Answer::Multi(one), Answer::Multi(other)) => bits(other).all(|option| one & (1 << option) != 0),
            (_, Answer::Number(one), Answer::Number(other)) => one >= other,
            (_, one, other) => one == other,
        }
}

/// Fewest questions, then smallest steps, then least effort, then the model's order.
type Size = (usize, i32, i32, Vec<usize>);

/// All the smallest ways, found by trying every change of up to three answers.
fn brute_force(reader: &Answers) -> Vec<Flip> {
    let now = EVALUATOR.weigh(reader).verdict;
    let acts: Vec<(usize, i32)> =
        MODEL.effort.iter().map(|effort| (usize::from(effort.question), i32::from(effort.effort))).collect();
    let mut found: Vec<(Size, Flip)> = Vec::new();
    let mut ways: Vec<(usize, Vec<Change>, i32, i32)> = vec![(0, Vec::new(), 0, 0)];
    for _ in 0..3 {
        let mut longer = Vec::new();
        for (from, changes, steps, effort) in &ways {
            for (place, (position, own)) in acts.iter().enumerate().skip(*from) {
                for (to, further) in better(reader, *position) {
                    let was = reader.get(*position).filter(|answer| *answer != Answer::Unknown);
                    let changes = [changes.as_slice(), &[Change { question: *position, from: was, to }]].concat();
                    let changed = changes
                        .iter()
                        .fold(reader.clone(), |answers, change| with(&answers, change.question, Some(change.to)));
                    let verdict = EVALUATOR.weigh(&changed).verdict;
                    if verdict.presence() > now.presence() {
                        let size = (
                            changes.len(),
                            steps + further,
                            effort + own,
                            changes.iter().map(|change| change.question).collect(),
                        );
                        found.push((size, Flip { to: verdict, changes: changes.clone() }));
                    }
                    longer.push((place + 1, changes, steps + further, effort + own));
                }
            }
        }
        ways = longer;
    }
    let holds = |flip: &Flip, other: &Flip| {
        other.changes.iter().all(|other| flip.changes.iter().any(|change| reaches(change, other)))
    };
    // Smallest first, so that whatever holds a smaller way meets it among those kept.
    found.sort_by(|(one, first), (other, second)| (first.to.presence(), one).cmp(&(second.to.presence(), other)));
    let mut smallest: Vec<Flip> = Vec::new();
    for (_, flip) in found {
        if !smallest.iter().any(|other| other.to == flip.to && holds(&flip, other)) {
            smallest.push(flip);
        }
    }
    let mut listed: Vec<Flip> = Vec::new();
    for flip in smallest {
        if listed.iter().filter(|other| other.to == flip.to).count() < 3 {
            listed.push(flip);
        }
    }
    listed
}

#[test]
fn flips_are_the_smallest_ways_that_brute_force_finds() {
    // Readers not far from another verdict: most answers given, two or three of them weak.
    let base = answers(
        r#"{"who":"shop","sector":"local","presence":"none","goals":["visibility","retain"],"strategy":"written","measure":"actions",
        "ages":["25-34"],"area":"local","audience":"many","talk":"some","welcome":"curious","value":"useful",
        "formats":["text","photo","short_video","long_video"],"values":"fine","hours":6,"runner":"assigned","skills":"trained","constancy":"years","replies":"hours","budget":50}"#,
    );
    let set = |reader: Answers, id: &str, json: &str| {
        let answer = answers(&format!("{{\"{id}\":{json}}}")).get(question(id));
        with(&reader, question(id), answer)
    };
    for weak in [
        &[("strategy", "\"vague\""), ("runner", "\"between\"")][..],
        &[("strategy", "\"none\""), ("audience", "\"guess\""), ("constancy", "\"months\"")],
        &[("hours", "1"), ("value", "\"promotion\"")],
        &[("formats", "[\"none\"]"), ("hours", "2")],
        &[("audience", "null"), ("hours", "null"), ("runner", "null")],
        &[("presence", "\"irregular\""), ("results", "\"some\""), ("strategy", "\"vague\""), ("replies", "\"never\"")],
        &[("runner", "\"agency\""), ("measure", "\"cannot\""), ("skills", "\"none\"")],
        &[("audience", "\"few\""), ("talk", "\"lots\"")],
    ] {
        let reader = weak.iter().fold(base.clone(), |reader, (id, json)| set(reader, id, json));
        assert_eq!(firmness(&reader).flips, brute_force(&reader), "{weak:?}");
    }
}

#[test]
fn every_flip_gives_the_verdict_it_promises_and_every_loss_loses() {
    for reader in some_readers(80) {
        let (now, Firmness { flips, loses, .. }) = (EVALUATOR.weigh(&reader).verdict, firmness(&reader));
        for flip in flips.iter().chain(&loses) {
            let changed = flip
                .changes
                .iter()
                .fold(reader.clone(), |answers, change| with(&answers, change.question, Some(change.to)));
            assert_eq!(EVALUATOR.weigh(&changed).verdict, flip.to, "{}", reader.to_json(&MODEL));
        }
        assert!(flips.iter().all(|flip| flip.to.presence() > now.presence()));
        assert!(loses.iter().all(|flip| flip.to.presence() < now.presence()));
    }
}

#[test]
fn a_finding_is_never_wished_away() {
    let reader = answers(
        r#"{"who":"shop","presence":"none","goals":["visibility"],"strategy":"written","audience":"few","value":"shared","hours":8,"runner":"assigned","constancy":"years"}"#,
    );
    assert!(
        firmness(&reader)
            .flips
            .iter()
            .all(|flip| flip.changes.iter().all(|change| change.question != question("audience")))
    );
}

#[test]
fn the_question_named_next_is_open_and_can_change_the_verdict_if_any_can() {
    for reader in some_readers(60) {
        let (now, next) = (EVALUATOR.weigh(&reader).verdict, firmness(&reader).coverage.next);
        let moves = |position: usize| {
            every_answer(&MODEL.questions[position])
                .into_iter()
                .filter(|answer| !matches!(answer, Answer::Multi(set) if set.count_ones() > 1))
                .any(|answer| EVALUATOR.weigh(&with(&reader, position, Some(answer))).verdict != now)
        };
        let open = (0..MODEL.questions.len()).filter(|position| {
            !reader.is_given(*position) && MODEL.questions[*position].counted && reader.applies(&MODEL, *position)
        });
        let open: Vec<usize> = open.collect();
        match next {
            None => assert!(open.is_empty()),
            Some(next) => {
                assert!(open.contains(&next));
                let any = open.iter().any(|position| moves(*position));
                assert_eq!(moves(next), any, "{}", MODEL.questions[next].id);
            }
        }
    }
}
