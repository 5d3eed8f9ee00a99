//! The smallest changes to answers that would change the verdict.
//!
//! Only answers that one can act on, and only upward: a better option, more hours, added formats, somebody to run it, an
//! audience that was looked for and found. Presence never falls under such changes (the model's monotonicity), except with
//! who runs it, whose options are tried each by itself. So of each set of up to three questions only those are searched
//! whose greatest change is enough, and in them the smallest changes that still are. What is found is evaluated before it is
//! listed; nothing smaller is missed.

use super::{
    Answer, Answers, Evaluator, Model, Verdict, bounds::thresholds, evaluation::Weighing, order::sort_by_key,
    question::Kind,
};

/// Questions changed at once, at most.
const MOST_QUESTIONS: usize = 3;
/// Ways listed for each verdict, at most.
const MOST_WAYS: usize = 3;

/// An answer that one can act on.
#[derive(Debug)]
pub struct Effort {
    /// Position of its question.
    pub question: u8,
    /// How laborious a change is, from 1 to 10. Our estimate.
    pub effort: u8,
    /// The options that it can be changed to, a bit each.
    pub only: u32,
}

/// A way to another verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The verdict that it leads to.
    pub to: Verdict,
    /// What to change, in the model's order.
    pub changes: Vec<Change>,
}

/// One answer changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Position of the question.
    pub question: usize,
    /// The present answer; none if unanswered.
    pub from: Option<Answer>,
    /// The answer it is changed to.
    pub to: Answer,
}

/// A possible change: the new answer and how far it is from the present one.
#[derive(Debug, Clone, Copy)]
struct Step {
    answer: Answer,
    steps: i32,
}

/// The possible changes of one question.
struct Ladder {
    question: usize,
    effort: i32,
    steps: Vec<Step>,
}

/// A way, as it is compared: fewest questions, then smallest steps, then least effort.
type Size = (usize, i32, i32);

/// The smallest ways to each verdict of more presence: at most three each, from the nearest verdict upwards.
pub fn flips(evaluator: &Evaluator, answers: &Answers, now: &Weighing) -> Vec<Flip> {
    let model = evaluator.model();
    let ladders: Vec<Ladder> = model.effort.iter().map(|effort| ladder(model, answers, effort)).collect();
    let mut search = Search { evaluator, answers, now, ways: Vec::new() };
    for count in 1..=MOST_QUESTIONS {
        for set in sets(ladders.len(), count) {
            search.explore(&set.iter().map(|place| &ladders[*place]).collect::<Vec<_>>());
        }
    }
    search.into_flips()
}

/// The smallest single change that would lose a positive verdict; none if the verdict is not positive, or nothing does.
pub fn loses(evaluator: &Evaluator, answers: &Answers, now: &Weighing) -> Option<Flip> {
    let model = evaluator.model();
    if now.verdict.networks() == 0 {
        return None;
    }
    let mut smallest: Option<(i32, usize, Flip)> = None;
    for (place, effort) in model.effort.iter().enumerate() {
        let question = usize::from(effort.question);
        for Step { answer, steps } in worse(model, answers, question) {
            if smallest.as_ref().is_some_and(|(least, other, _)| (*least, *other) <= (steps, place)) {
                continue;
            }
            let mut changed = answers.clone();
            if changed.set(model, question, Some(answer)).is_err() {
                continue;
            }
            let to = evaluator.weigh(&changed).verdict;
            if to.presence() < now.verdict.presence() {
                let change = Change { question, from: given(answers, question), to: answer };
                smallest = Some((steps, place, Flip { to, changes: vec![change] }));
            }
        }
    }
    smallest.map(|(_, _, flip)| flip)
}

fn given(answers: &Answers, question: usize) -> Option<Answer> {
    answers.get(question).filter(|answer| *answer != Answer::Unknown)
}

/// The changes of one question for the better, smallest first.
fn ladder(model: &Model, answers: &Answers, effort: &Effort) -> Ladder {
    let question = usize::from(effort.question);
    let row = &model.questions[question];
    let now = given(answers, question);
    let allowed = |option: &usize| effort.only & (1 << option) != 0;
    let options = (0..row.options.len()).filter(allowed);
    let steps = match (row.kind, now) {
        (Kind::Single { ordinal: true }, now) => {
            let from = now.map_or(-1, option_of);
            let better = options.filter(|option| *option as i32 > from);
            better.map(|option| Step { answer: Answer::Single(option as u8), steps: option as i32 - from }).collect()
        }
        (Kind::Single { ordinal: false }, now) => {
            // An audience that was looked for and is not there is a finding: no wish changes it.
            let elsewhere = model.conditions.elsewhere;
            let settled = usize::from(elsewhere.question) == question && elsewhere.meets(now);
            let other =
                options.filter(|option| !settled && now.is_none_or(|answer| answer.options() & (1 << option) == 0));
            other.map(|option| Step { answer: Answer::Single(option as u8), steps: 1 }).collect()
        }
        (Kind::Multi { alone, .. }, now) => {
            let kept = now.map_or(0, Answer::options) & !alone;
            let addable = options.fold(0, |set, option| set | 1u32 << option) & !kept & !alone;
            let mut steps: Vec<Step> = (1..1u32 << row.options.len())
                .filter(|added| added & !addable == 0)
                .map(|added| Step { answer: Answer::Multi(kept | added), steps: added.count_ones() as i32 })
                .collect();
            sort_by_key(&mut steps, |step| step.steps);
            steps
        }
        (Kind::Number(range), now) => {
            let from = now.map_or(range.least, number_of);
            let more = thresholds(model, question, range).into_iter().filter(|tenths| *tenths > from);
            // A step is an hour, or a part of one.
            more.map(|tenths| Step { answer: Answer::Number(tenths), steps: (tenths - from + 9) / 10 }).collect()
        }
    };
    Ladder { question, effort: effort.effort.into(), steps }
}

/// The other answers to a question, for the worse, smallest change first.
fn worse(model: &Model, answers: &Answers, question: usize) -> Vec<Step> {
    let row = &model.questions[question];
    let Some(now) = given(answers, question) else { return Vec::new() };
    let mut steps: Vec<Step> = match row.kind {
        Kind::Single { ordinal: true } => (0..option_of(now))
            .map(|option| Step { answer: Answer::Single(option as u8), steps: option_of(now) - option })
            .collect(),
        Kind::Single { ordinal: false } => {
            // What was looked for can prove not to be there; it is never unknown again.
            let elsewhere = model.conditions.elsewhere;
            let found = |answer: &Answer| usize::from(elsewhere.question) != question || elsewhere.meets(Some(*answer));
            let other = (0..row.options.len()).filter(|option| now.options() & (1 << option) == 0);
            let other = other.map(|option| Answer::Single(option as u8)).filter(found);
            other.map(|answer| Step { answer, steps: 1 }).collect()
        }
        Kind::Multi { alone, .. } => {
            let kept = now.options();
            let fewer = (0..1u32 << row.options.len()).filter(|set| *set != 0 && set & !kept == 0 && *set != kept);
            let mut steps: Vec<Step> = fewer
                .map(|set| Step { answer: Answer::Multi(set), steps: (kept.count_ones() - set.count_ones()) as i32 })
                .collect();
            if alone != 0 && kept & alone == 0 {
                steps.push(Step {
                    answer: Answer::Multi(alone & alone.wrapping_neg()),
                    steps: kept.count_ones() as i32,
                });
            }
            steps
        }
        Kind::Number(range) => {
            let now = number_of(now);
            // The greatest number below each threshold is the smallest change that crosses it.
            let below = thresholds(model, question, range).into_iter().map(|tenths| tenths - range.step);
            let fewer = below.filter(|tenths| (range.least..now).contains(tenths));
            fewer.map(|tenths| Step { answer: Answer::Number(tenths), steps: (now - tenths + 9) / 10 }).collect()
        }
    };
    sort_by_key(&mut steps, |step| step.steps);
    steps
}

fn option_of(answer: Answer) -> i32 {
    answer.options().trailing_zeros() as i32
}

fn number_of(answer: Answer) -> i32 {
    match answer {
        Answer::Number(tenths) => tenths,
        Answer::Unknown | Answer::Single(_) | Answer::Multi(_) => 0,
    }
}

/// All sets of so many of the first numbers, in order.
fn sets(of: usize, count: usize) -> Vec<Vec<usize>> {
    let mut sets = vec![Vec::new()];
    for _ in 0..count {
        let longer = |set: &Vec<usize>| {
            let from = set.last().map_or(0, |last| last + 1);
            (from..of).map(|next| [set.as_slice(), &[next]].concat()).collect::<Vec<_>>()
        };
        sets = sets.iter().flat_map(longer).collect();
    }
    sets
}

struct Search<'a> {
    evaluator: &'a Evaluator,
    answers: &'a Answers,
    now: &'a Weighing,
    ways: Vec<(Size, Flip)>,
}

impl Search<'_> {
    /// Tries all changes of some questions, if the greatest of them leads anywhere that has too few ways yet.
    fn explore(&mut self, ladders: &[&Ladder]) {
        if ladders.iter().any(|ladder| ladder.steps.is_empty()) {
            return;
        }
        // Verdicts that already have enough ways with fewer questions need no more.
        let open: Vec<Verdict> =
            Verdict::ALL.into_iter().filter(|verdict| self.wants(*verdict, ladders.len())).collect();
        let greatest = self.greatest(ladders);
        if !open.iter().any(|verdict| verdict.presence() <= greatest) {
            return;
        }
        let mut choice = vec![0; ladders.len()];
        loop {
            self.consider(ladders, &choice);
            let next = (0..choice.len()).rev().find(|place| choice[*place] + 1 < ladders[*place].steps.len());
            let Some(place) = next else { return };
            choice[place] += 1;
            choice[place + 1..].fill(0);
        }
    }

    fn wants(&self, verdict: Verdict, questions: usize) -> bool {
        let fewer = self.ways.iter().filter(|((count, _, _), flip)| flip.to == verdict && *count < questions).count();
        verdict.presence() > self.now.verdict.presence() && fewer < MOST_WAYS
    }

    /// The greatest presence that changing some questions can give.
    fn greatest(&self, ladders: &[&Ladder]) -> u8 {
        // Only who runs it has options that are not better one after another.
        let tops = |ladder: &&Ladder| match self.evaluator.model().questions[ladder.question].kind {
            Kind::Single { ordinal: false } => ladder.steps.iter().map(|step| step.answer).collect::<Vec<_>>(),
            Kind::Single { .. } | Kind::Multi { .. } | Kind::Number(_) => {
                ladder.steps.iter().max_by_key(|step| step.steps).map(|step| step.answer).into_iter().collect()
            }
        };
        let mut greatest = 0;
        let mut all = vec![self.answers.clone()];
        for ladder in ladders {
            all = all
                .iter()
                .flat_map(|answers| tops(ladder).into_iter().filter_map(|top| self.with(answers, ladder.question, top)))
                .collect();
        }
        for answers in all {
            greatest = greatest.max(self.evaluator.weigh(&answers).verdict.presence());
        }
        greatest
    }

    fn with(&self, answers: &Answers, question: usize, answer: Answer) -> Option<Answers> {
        let mut changed = answers.clone();
        changed.set(self.evaluator.model(), question, Some(answer)).is_ok().then_some(changed)
    }

    /// Evaluates one way, unless a smaller one within it is known already.
    fn consider(&mut self, ladders: &[&Ladder], choice: &[usize]) {
        let steps = || ladders.iter().zip(choice).map(|(ladder, place)| (*ladder, ladder.steps[*place]));
        let changes: Vec<Change> = steps()
            .map(|(ladder, step)| Change {
                question: ladder.question,
                from: given(self.answers, ladder.question),
                to: step.answer,
            })
            .collect();
        if self.ways.iter().any(|(_, flip)| self.holds(&changes, flip)) && !self.may_hold_more(&changes) {
            return;
        }
        let mut changed = Some(self.answers.clone());
        for change in &changes {
            changed = changed.and_then(|answers| self.with(&answers, change.question, change.to));
        }
        let Some(changed) = changed else { return };
        let to = self.evaluator.weigh(&changed).verdict;
        let smaller = self.ways.iter().any(|(_, flip)| flip.to == to && self.holds(&changes, flip));
        if to.presence() > self.now.verdict.presence() && !smaller {
            let (sum, effort) =
                steps().fold((0, 0), |(sum, effort), (ladder, step)| (sum + step.steps, effort + ladder.effort));
            let size = (changes.len(), sum, effort);
            // A way found before may hold this smaller one.
            let outdone: Vec<bool> = self
                .ways
                .iter()
                .map(|(_, other)| other.to == to && holds_all(self.evaluator.model(), &other.changes, &changes))
                .collect();
            let mut keep = outdone.into_iter().map(|outdone| !outdone);
            self.ways.retain(|_| keep.next().unwrap_or(true));
            self.ways.push((size, Flip { to, changes }));
        }
    }

    fn holds(&self, changes: &[Change], flip: &Flip) -> bool {
        holds_all(self.evaluator.model(), changes, &flip.changes)
    }

    /// Whether a larger change may still lead further: nothing is known to lead to `go` within it.
    fn may_hold_more(&self, changes: &[Change]) -> bool {
        !self.ways.iter().any(|(_, flip)| flip.to == Verdict::Go && self.holds(changes, flip))
    }

    fn into_flips(mut self) -> Vec<Flip> {
        // Sets of questions were tried in the model's order, which settles what is otherwise equal.
        sort_by_key(&mut self.ways, |(size, flip)| (flip.to.presence(), *size));
        let mut flips: Vec<Flip> = Vec::new();
        for (_, flip) in self.ways {
            if flips.iter().filter(|other| other.to == flip.to).count() < MOST_WAYS {
                flips.push(flip);
            }
        }
        flips
    }
}

/// Whether some changes hold all of others: the same questions and more, each changed as far or further.
fn holds_all(model: &Model, changes: &[Change], others: &[Change]) -> bool {
    others
        .iter()
        .all(|other| changes.iter().any(|change| change.question == other.question && reaches(model, change, other)))
}

/// Whether a change goes as far as another of the same question, or further on the same way.
fn reaches(model: &Model, change: &Change, other: &Change) -> bool {
    match (model.questions[change.question].kind, change.to, other.to) {
        (Kind::Single { ordinal: true }, Answer::Single(one), Answer::Single(other)) => one >= other,
        (_, Answer::Multi(one), Answer::Multi(other)) => one & other == other,
        (_, Answer::Number(one), Answer::Number(other)) => one >= other,
        (_, one, other) => one == other,
    }
}
