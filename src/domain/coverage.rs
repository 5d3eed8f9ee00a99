//! How much the result rests on: what was answered, and what the rest could still change.
//!
//! The balance's range is exact (see [`super::bounds`]). The possible verdicts are a guaranteed superset, by branch and bound:
//! a verdict is a function of a few [`Grounds`]; for a set of answers that are still open, each ground is bounded by itself
//! (balance by elimination, each gate by its questions, networks by the extremes of each factor of their fit), and every
//! verdict that some combination of the bounded grounds gives counts as possible. Where that leaves a doubt, the question
//! that decides it is split by its answers and each part is looked at again, until nothing is in doubt or a fixed amount of
//! work is spent. The bound is loose only where grounds hang together through more than that, or where the fit of networks
//! hangs on open questions. With everything answered it is the verdict itself.

use super::{
    Answer, Answers, Evaluator, Model, Options, Verdict,
    bounds::{Bounds, Open, bounds_over, every_answer},
    condition::Condition,
    fit::{self, Reach, ReachRange},
    gate::{Cause, Gate, GateState, When},
    order::sort_unique,
    verdict::{Grounds, Leaning},
};

/// How much the result rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// How many questions apply and count.
    pub asked: usize,
    /// How many of them were answered.
    pub answered: usize,
    /// The least balance that the open questions can still give.
    pub lowest: i32,
    /// The greatest.
    pub highest: i32,
    /// The verdicts still possible, the present one among them, in the model's order.
    pub possible: Vec<Verdict>,
    /// The open question whose answer would tell most: one that can change the verdict, then the one of widest effect.
    pub next: Option<usize>,
}

/// How much work may go into telling verdicts apart: combinations of answers looked at in eliminations. A count and not a
/// time, so that the result is the same everywhere.
const WORK: usize = 60_000;

/// The coverage of some answers.
pub fn coverage(evaluator: &Evaluator, answers: &Answers) -> Coverage {
    let (model, options) = (evaluator.model(), evaluator.options());
    let counts = |question: &usize| model.questions[*question].counted && answers.applies(model, *question);
    let asked: Vec<usize> = (0..model.questions.len()).filter(counts).collect();
    let open = open(model, answers);
    let Bounds { lowest, highest } = bounds_over(model, &open, options);
    let mut search = Search { model, options, found: vec![evaluator.weigh(answers).verdict], work: WORK };
    search.branch(&open);
    Coverage {
        asked: asked.len(),
        answered: asked.iter().filter(|question| answers.is_given(**question)).count(),
        lowest,
        highest,
        possible: Verdict::ALL.into_iter().filter(|verdict| search.found.contains(verdict)).collect(),
        next: most_telling(evaluator, answers),
    }
}

/// The answers that each question may still have. A question that moves neither verdict nor balance is left as it is; an
/// answer to one that does not apply is as good as none.
fn open(model: &Model, answers: &Answers) -> Open {
    let open = |question: usize| {
        let row = &model.questions[question];
        let can_apply = row
            .applies
            .is_none_or(|condition| condition.holds(answers) || !answers.is_given(condition.question.into()));
        match answers.get(question) {
            given @ Some(Answer::Single(_) | Answer::Multi(_) | Answer::Number(_))
                if answers.applies(model, question) =>
            {
                vec![given]
            }
            _ if row.counted && can_apply => every_answer(model, question),
            _ => vec![None],
        }
    };
    (0..model.questions.len()).map(open).collect()
}

/// The open question whose answer would tell most, all others as they are.
fn most_telling(evaluator: &Evaluator, answers: &Answers) -> Option<usize> {
    let model = evaluator.model();
    let now = evaluator.weigh(answers);
    let telling = |question: usize| {
        let (mut decides, mut lowest, mut highest) = (false, now.balance, now.balance);
        for answer in every_answer(model, question) {
            // Of several choices, one at a time shows well enough what they can do.
            if matches!(answer, None | Some(Answer::Multi(_)))
                && !matches!(answer, Some(Answer::Multi(set)) if set.count_ones() == 1)
            {
                continue;
            }
            let mut changed = answers.clone();
            if changed.set(model, question, answer).is_ok() {
                let then = evaluator.weigh(&changed);
                decides |= then.verdict != now.verdict;
                (lowest, highest) = (lowest.min(then.balance), highest.max(then.balance));
            }
        }
        (decides, highest - lowest)
    };
    let open = |question: &usize| {
        model.questions[*question].counted && answers.applies(model, *question) && !answers.is_given(*question)
    };
    // The first of the table among equals: `max_by_key` keeps the last.
    (0..model.questions.len()).rev().filter(open).max_by_key(|question| telling(*question))
}

/// A search for the verdicts that open answers can give.
struct Search<'a> {
    model: &'a Model,
    options: &'a Options,
    found: Vec<Verdict>,
    work: usize,
}

impl Search<'_> {
    fn branch(&mut self, open: &Open) {
        let doubtful = self.possible(open);
        if doubtful.is_empty() {
            return;
        }
        match self.split(open) {
            Some(parts) if self.work > 0 => {
                for part in parts {
                    self.branch(&part);
                }
            }
            _ => self.found.extend(doubtful),
        }
    }

    /// The verdicts not yet found that bounded grounds allow.
    fn possible(&mut self, open: &Open) -> Vec<Verdict> {
        let model = self.model;
        let Bounds { lowest, highest } = bounds_over(model, open, self.options);
        self.work = self.work.saturating_sub(open.iter().map(|answers| answers.len() * answers.len()).sum());
        let reach = fit::reach_range(model, open);
        let leanings = leanings(model, lowest, highest);
        let gates: Vec<States> = model.gates.iter().map(|gate| gate_states(model, gate, open, &reach)).collect();
        let flag = |condition: &Condition| {
            Flag::of(open[usize::from(condition.question)].iter().map(|answer| condition.meets(*answer)))
        };
        let when = &model.conditions;
        let listening = when.listening.iter().map(&flag).fold(Flag::NO, Flag::or);
        let (present, worked, thriving) = (flag(&when.present), flag(&when.worked), flag(&when.thriving));
        let (conflict, elsewhere) = (flag(&when.conflict), flag(&when.elsewhere));
        let well = Flag::of(open[usize::from(model.fit.hours)].iter().flat_map(|hours| reach.well_with(*hours)));

        let mut possible = Vec::new();
        for (leaning, why, place, how) in leanings.iter().flat_map(|leaning| combinations(&gates, *leaning)) {
            for bits in 0u8..128 {
                let bit = |place: u8| bits & (1 << place) != 0;
                let flags = [present, worked, thriving, conflict, elsewhere, listening, well];
                if flags.iter().enumerate().any(|(place, flag)| !flag.allows(bit(place as u8))) {
                    continue;
                }
                let grounds = Grounds {
                    present: bit(0),
                    leaning,
                    gates: [why, place, how],
                    well: bit(6),
                    worked: bit(1),
                    thriving: bit(2),
                    conflict: bit(3),
                    elsewhere: bit(4),
                    listening: bit(5),
                };
                let verdict = grounds.verdict();
                if !possible.contains(&verdict) && !self.found.contains(&verdict) {
                    possible.push(verdict);
                }
            }
        }
        possible
    }

    /// The open answers in parts, by the question that rules tell apart the most.
    fn split(&self, open: &Open) -> Option<Vec<Open>> {
        let classes = |question: usize| {
            let mut classes: Vec<(Vec<bool>, Vec<Option<Answer>>)> = Vec::new();
            for answer in &open[question] {
                let class = class(self.model, question, *answer);
                match classes.iter_mut().find(|(other, _)| *other == class) {
                    Some((_, answers)) => answers.push(*answer),
                    None => classes.push((class, vec![*answer])),
                }
            }
            classes
        };
        let all = (0..open.len()).map(|question| (question, classes(question)));
        let (question, classes) =
            all.filter(|(_, classes)| classes.len() > 1).max_by_key(|(_, classes)| classes.len())?;
        let part = |(_, answers): (Vec<bool>, Vec<Option<Answer>>)| {
            let mut part = open.clone();
            part[question] = answers;
            part
        };
        Some(classes.into_iter().map(part).collect())
    }
}

/// What the rules of gates and verdicts see of one answer.
fn class(model: &Model, question: usize, answer: Option<Answer>) -> Vec<bool> {
    let when = &model.conditions;
    let conditions = [&when.present, &when.worked, &when.thriving, &when.conflict, &when.elsewhere]
        .into_iter()
        .chain(when.listening);
    let mine = |other: u8| usize::from(other) == question;
    let mut class: Vec<bool> =
        conditions.filter(|condition| mine(condition.question)).map(|condition| condition.meets(answer)).collect();
    for cause in model.gates.iter().flat_map(|gate| gate.causes) {
        match cause.when {
            When::Unanswered(other) if mine(other) => class.push(answer.is_none()),
            When::Chosen(condition) if mine(condition.question) => class.push(condition.meets(answer)),
            When::ChosenBelow(condition, _, _) if mine(condition.question) => class.push(condition.meets(answer)),
            When::ChosenBelow(_, number, tenths) if mine(number) => class.push(is_below(answer, tenths)),
            When::Unanswered(_) | When::Chosen(_) | When::ChosenBelow(..) | When::NoNetworkFits | When::HoursShort => {}
        }
    }
    if mine(model.fit.hours) {
        let steps = model.networks.iter().flat_map(|network| [network.least, network.well]);
        class.extend(steps.map(|tenths| is_below(answer, tenths)));
    }
    class
}

fn is_below(answer: Option<Answer>, tenths: i32) -> bool {
    matches!(answer, Some(Answer::Number(number)) if number < tenths)
}

/// Whether something can hold, and whether it can fail to.
#[derive(Clone, Copy)]
struct Flag {
    yes: bool,
    no: bool,
}

impl Flag {
    const NO: Flag = Flag { yes: false, no: true };

    fn of(cases: impl Iterator<Item = bool>) -> Flag {
        cases.fold(Flag { yes: false, no: false }, |flag, case| Flag { yes: flag.yes || case, no: flag.no || !case })
    }

    fn or(self, other: Flag) -> Flag {
        Flag { yes: self.yes || other.yes, no: self.no && other.no }
    }

    fn allows(self, value: bool) -> bool {
        if value { self.yes } else { self.no }
    }
}

fn leanings(model: &Model, lowest: i32, highest: i32) -> Vec<Leaning> {
    let clear = model.thresholds.clear;
    let reached = [
        (Leaning::Not, lowest <= 0),
        (Leaning::Positive, highest > 0 && lowest < clear && clear > 1),
        (Leaning::Clear, highest >= clear),
    ];
    reached.into_iter().filter(|(_, reached)| *reached).map(|(leaning, _)| leaning).collect()
}

/// The states that a gate can have.
type States = Vec<GateState>;

fn combinations(gates: &[States], leaning: Leaning) -> Vec<(Leaning, GateState, GateState, GateState)> {
    let [why, place, how] = gates else { return Vec::new() };
    let mut all = Vec::new();
    for why in why {
        for place in place {
            all.extend(how.iter().map(|how| (leaning, *why, *place, *how)));
        }
    }
    all
}

/// The states that a gate can have: the worst of what each of its questions can say.
fn gate_states(model: &Model, gate: &Gate, open: &Open, reach: &ReachRange) -> States {
    let mut questions: Vec<Option<usize>> = gate.causes.iter().map(|cause| read_by(model, cause)).collect();
    sort_unique(&mut questions);
    let mut states = vec![GateState::Open];
    for question in questions {
        let causes: Vec<&Cause> = gate.causes.iter().filter(|cause| read_by(model, cause) == question).collect();
        let says: States = match question {
            Some(question) => open[question].iter().flat_map(|answer| said(&causes, *answer, open, reach)).collect(),
            None => reach
                .fits_or_not()
                .into_iter()
                .map(|fits| if fits { GateState::Open } else { worst(&causes) })
                .collect(),
        };
        let mut combined: States = states.iter().flat_map(|state| says.iter().map(|say| *state.min(say))).collect();
        sort_unique(&mut combined);
        states = combined;
    }
    states
}

/// The question whose answer decides a cause; none if it is a rule of the networks alone.
fn read_by(model: &Model, cause: &Cause) -> Option<usize> {
    match cause.when {
        When::Unanswered(question) => Some(question.into()),
        When::Chosen(condition) | When::ChosenBelow(condition, _, _) => Some(condition.question.into()),
        When::HoursShort => Some(model.fit.hours.into()),
        When::NoNetworkFits => None,
    }
}

fn worst(causes: &[&Cause]) -> GateState {
    causes.iter().map(|cause| cause.state).min().unwrap_or(GateState::Open)
}

/// The states that one answer can leave a gate in, by the causes that read its question.
fn said(causes: &[&Cause], answer: Option<Answer>, open: &Open, reach: &ReachRange) -> States {
    let (mut must, mut may) = (GateState::Open, GateState::Open);
    for cause in causes {
        let flag = match cause.when {
            When::Unanswered(_) => Flag::of([answer.is_none()].into_iter()),
            When::Chosen(condition) => Flag::of([condition.meets(answer)].into_iter()),
            When::ChosenBelow(condition, number, tenths) => {
                let below = open[usize::from(number)].iter().map(|answer| is_below(*answer, tenths));
                Flag::of(below.map(|below| below && condition.meets(answer)))
            }
            When::HoursShort => Flag::of(reach.short_with(answer).into_iter()),
            When::NoNetworkFits => Flag::NO,
        };
        if flag.yes {
            may = may.min(cause.state);
        }
        if !flag.no {
            must = must.min(cause.state);
        }
    }
    vec![must, may]
}

impl ReachRange {
    /// Whether an answer on hours leaves the hours to do well one network that suits: what is possible.
    fn well_with(&self, hours: Option<Answer>) -> Vec<bool> {
        let Some(Answer::Number(hours)) = hours else { return vec![false] };
        let can = self.best.well.is_some_and(|well| hours >= well);
        let must = self.worst.well.is_some_and(|well| hours >= well);
        vec![can, must]
    }

    /// Whether an answer on hours falls short of every network that suits: what is possible.
    fn short_with(&self, hours: Option<Answer>) -> Vec<bool> {
        let Some(Answer::Number(hours)) = hours else { return vec![false] };
        let short = |reach: &Reach| hours < reach.least.unwrap_or(reach.least_of_all);
        vec![short(&self.best), hours < self.greatest_least]
    }

    /// Whether some network suits: what is possible.
    fn fits_or_not(&self) -> Vec<bool> {
        vec![self.best.least.is_some(), self.worst.least.is_some()]
    }
}
