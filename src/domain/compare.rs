//! Several results side by side: where the answers disagree, what decides, and what it takes for the verdicts to meet.
//!
//! **Decisive** is a disagreement by what it does alone: for everyone who differs from someone else in it, their verdict is
//! found again with that other's answer in its place. It is the more decisive the more often that gives another verdict; among
//! equals, the more it moves a balance at most; then by the order of the model.
//!
//! **Meeting.** Verdicts meet when all have the same. For each verdict there is, and each person who has it, the fewest
//! disagreements are searched such that everyone else has that verdict too once they take that person's answers to them. Sets
//! are tried by size, the more decisive first, until a fixed amount of work is spent; beyond that, all disagreements are taken
//! over and those given back again, the least decisive first, that are not needed: then none of the set can be left out, but
//! a smaller one may exist elsewhere. A question that the person has left open is not taken over: nobody can agree on it. So
//! the others keep answers of their own, and even all disagreements taken over need not do: then nothing is settled.
//!
//! **Over time.** Results of one person, from the first to the last, are compared each with the one before it: what every
//! changed answer does alone to the balance and the verdict of the time before.

use std::fmt;

use super::{
    Answer, Answers, Evaluator, Model, Options, Shared, Verdict,
    answers::{answer_json, bits},
    evaluation::Weighing,
    json::Json,
    order::sort_by_key,
};

/// Results that can be compared: fewest and most.
pub const COUNT: std::ops::RangeInclusive<usize> = 2..=8;
/// Verdicts that may be found anew in a search for one person. A count and not a time, so that the result is the same everywhere.
const WORK: usize = 20_000;

/// Several results side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The results, in the order given.
    pub results: Vec<Weighing>,
    /// Each balance on the scale from −100 to +100, under the person's own weights.
    pub scales: Vec<i32>,
    /// Whether each verdict may still change with what is unanswered.
    pub provisional: Vec<bool>,
    /// How many questions all gave the same answer to.
    pub same: usize,
    /// What they disagree on, the most decisive first.
    pub disagreements: Vec<Disagreement>,
    /// How the verdicts can meet, the fewest disagreements first. Empty if they have met, or no way was found.
    pub meetings: Vec<Meeting>,
    /// The verdicts of those for whom the search found no way before its work was spent: there may be one.
    pub unsettled: Vec<Verdict>,
}

/// Something on which not all agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disagreement {
    /// What.
    pub on: Matter,
    /// How often one's verdict changes with another's answer.
    pub flips: usize,
    /// Whose: their places as bits.
    pub whose: u32,
    /// By how many points that moves a balance at most.
    pub moves: i32,
}

impl Disagreement {
    /// The places of those whose verdict changes with another's answer.
    pub fn whose(&self) -> impl Iterator<Item = usize> {
        bits(self.whose)
    }
}

/// An answer that changed between results of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// To what.
    pub on: Matter,
    /// For each result after the first, what the change since the one before does alone; none if there is no change.
    pub moved: Vec<Option<Moved>>,
}

/// What a change does alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// By how many points it moves the balance.
    pub points: i32,
    /// Whether it changes the verdict.
    pub flips: bool,
}

/// What one can disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// The answer to a question.
    Question(usize),
    /// How much the themes matter.
    Weights,
}

/// A way for the verdicts to meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The verdict that all have then.
    pub verdict: Verdict,
    /// Whose answers the others take.
    pub person: usize,
    /// To what.
    pub on: Vec<Matter>,
    /// Whether it is certain that there is no smaller way to this verdict.
    pub is_smallest: bool,
}

/// Too few results to compare, or too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountError(pub usize);

impl fmt::Display for CountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} results, where {} to {} can be compared", self.0, COUNT.start(), COUNT.end())
    }
}

impl std::error::Error for CountError {}

/// Compares two to eight results.
///
/// # Errors
///
/// If there are fewer or more.
pub fn compare(model: &'static Model, shared: &[Shared]) -> Result<Comparison, CountError> {
    let people = people(model, shared)?;
    let results: Vec<Weighing> = people.iter().map(Person::weigh).collect();
    let scales = people.iter().zip(&results).map(|(person, result)| person.evaluator.scale(result.balance)).collect();
    let provisional = people.iter().map(|person| person.evaluator.is_provisional(&person.answers)).collect();
    let comparing = Comparing { model, people: &people, results: &results };
    let same = comparing.same();
    let disagreements = comparing.disagreements();
    let (meetings, unsettled) = comparing.meetings(&disagreements);
    Ok(Comparison { results, scales, provisional, same, disagreements, meetings, unsettled })
}

/// What changed between two to eight results of one person, given from the first to the last: what changes a verdict first,
/// then what moves the balance most.
///
/// # Errors
///
/// If there are fewer or more.
pub fn over_time(model: &'static Model, shared: &[Shared]) -> Result<Vec<Changed>, CountError> {
    let people = people(model, shared)?;
    let results: Vec<Weighing> = people.iter().map(Person::weigh).collect();
    let comparing = Comparing { model, people: &people, results: &results };
    let changed = |on: Matter| {
        let step = |next: usize| {
            let (now, then) = (&results[next - 1], comparing.with(next - 1, next, &[on]));
            let moved = Moved { points: then.balance - now.balance, flips: then.verdict != now.verdict };
            comparing.differ(on, next - 1, next).then_some(moved)
        };
        Changed { on, moved: (1..people.len()).map(step).collect() }
    };
    let is_any = |row: &Changed| row.moved.iter().any(Option::is_some);
    let mut rows: Vec<Changed> = comparing.matters().map(changed).filter(is_any).collect();
    sort_by_key(&mut rows, |row| {
        let moved = || row.moved.iter().flatten();
        let most = moved().map(|moved| moved.points.abs()).max().unwrap_or_default();
        (!moved().any(|moved| moved.flips), -most)
    });
    Ok(rows)
}

fn people(model: &'static Model, shared: &[Shared]) -> Result<Vec<Person>, CountError> {
    if !COUNT.contains(&shared.len()) {
        return Err(CountError(shared.len()));
    }
    let person = |shared: &Shared| {
        let options = Options { weights: shared.weights.clone(), ..Options::default() };
        Person { evaluator: Evaluator::new(model, options), answers: counted(model, &shared.answers) }
    };
    Ok(shared.iter().map(person).collect())
}

/// The answers that count: those given to questions that apply.
pub fn counted(model: &Model, answers: &Answers) -> Answers {
    let mut counted = answers.clone();
    for question in 0..model.questions.len() {
        if !answers.is_given(question) || !answers.applies(model, question) {
            // To take an answer back is always valid.
            let _ = counted.set(model, question, None);
        }
    }
    counted
}

struct Person {
    evaluator: Evaluator,
    answers: Answers,
}

impl Person {
    fn weigh(&self) -> Weighing {
        self.evaluator.weigh(&self.answers)
    }
}

struct Comparing<'a> {
    model: &'static Model,
    people: &'a [Person],
    results: &'a [Weighing],
}

impl Comparing<'_> {
    /// Whether two people differ in something.
    fn differ(&self, on: Matter, one: usize, other: usize) -> bool {
        let (one, other) = (&self.people[one], &self.people[other]);
        match on {
            Matter::Question(question) => one.answers.get(question) != other.answers.get(question),
            Matter::Weights => one.evaluator.options() != other.evaluator.options(),
        }
    }

    /// All that one can disagree on.
    fn matters(&self) -> impl Iterator<Item = Matter> + use<> {
        (0..self.model.questions.len()).map(Matter::Question).chain([Matter::Weights])
    }

    /// How many questions all gave the same answer to.
    fn same(&self) -> usize {
        let is_same = |question: &usize| {
            let first = self.people[0].answers.get(*question);
            first.is_some() && self.people.iter().all(|person| person.answers.get(*question) == first)
        };
        (0..self.model.questions.len()).filter(is_same).count()
    }

    /// Someone's result with another's answers to some matters.
    fn with(&self, person: usize, other: usize, matters: &[Matter]) -> Weighing {
        let (mut answers, mut evaluator) = (self.people[person].answers.clone(), &self.people[person].evaluator);
        for matter in matters {
            match matter {
                Matter::Question(question) => {
                    let answer: Option<Answer> = self.people[other].answers.get(*question);
                    // Every answer here is one of a valid set.
                    let _ = answers.set(self.model, *question, answer);
                }
                Matter::Weights => evaluator = &self.people[other].evaluator,
            }
        }
        evaluator.weigh(&answers)
    }

    fn disagreements(&self) -> Vec<Disagreement> {
        let pairs = || {
            let all = 0..self.people.len();
            all.clone().flat_map(move |one| all.clone().map(move |other| (one, other)))
        };
        let mut disagreements = Vec::new();
        for on in self.matters() {
            let (mut flips, mut whose, mut moves, mut is_any) = (0, 0, 0, false);
            for (one, other) in pairs().filter(|(one, other)| self.differ(on, *one, *other)) {
                let (now, then) = (&self.results[one], self.with(one, other, &[on]));
                is_any = true;
                if then.verdict != now.verdict {
                    flips += 1;
                    whose |= 1 << one;
                }
                moves = moves.max((then.balance - now.balance).abs());
            }
            if is_any {
                disagreements.push(Disagreement { on, flips, whose, moves });
            }
        }
        sort_by_key(&mut disagreements, |row| (usize::MAX - row.flips, -row.moves));
        disagreements
    }

    fn meetings(&self, disagreements: &[Disagreement]) -> (Vec<Meeting>, Vec<Verdict>) {
        let (mut meetings, mut unsettled) = (Vec::new(), Vec::new());
        if self.results.iter().all(|result| result.verdict == self.results[0].verdict) {
            return (meetings, unsettled);
        }
        for person in 0..self.people.len() {
            let offered = |on: &Matter| match *on {
                Matter::Question(question) => self.people[person].answers.is_given(question),
                Matter::Weights => true,
            };
            let matters: Vec<Matter> = disagreements.iter().map(|row| row.on).filter(offered).collect();
            let mut search = Search { comparing: self, person, work: WORK };
            let verdict = self.results[person].verdict;
            match search.fewest(&matters) {
                Some((on, is_smallest)) => meetings.push(Meeting { verdict, person, on, is_smallest }),
                None if search.work == 0 => unsettled.push(verdict),
                None => {}
            }
        }
        (least(meetings, &unsettled), unsettled)
    }
}

/// Of the ways to one verdict, that which asks least of the others; the smallest for certain if every search was done.
fn least(mut meetings: Vec<Meeting>, unsettled: &[Verdict]) -> Vec<Meeting> {
    sort_by_key(&mut meetings, |meeting| meeting.on.len());
    let mut kept: Vec<Meeting> = Vec::new();
    for meeting in &meetings {
        if !kept.iter().any(|other| other.verdict == meeting.verdict) {
            let mut same = meetings.iter().filter(|other| other.verdict == meeting.verdict);
            let is_smallest = same.all(|other| other.is_smallest) && !unsettled.contains(&meeting.verdict);
            kept.push(Meeting { is_smallest, ..meeting.clone() });
        }
    }
    kept
}

/// The search for what the others would have to take from one person.
struct Search<'a> {
    comparing: &'a Comparing<'a>,
    person: usize,
    work: usize,
}

impl Search<'_> {
    /// The fewest matters on which the others take the person's answers and come to the same verdict, and whether it is
    /// certain that there are no fewer.
    fn fewest(&mut self, matters: &[Matter]) -> Option<(Vec<Matter>, bool)> {
        for count in 1..=matters.len() {
            let mut set: Vec<usize> = (0..count).collect();
            loop {
                if self.work == 0 {
                    return self.without_needless(matters).map(|on| (on, false));
                }
                let on: Vec<Matter> = set.iter().map(|place| matters[*place]).collect();
                if self.meets(&on) {
                    return Some((on, true));
                }
                // The next set of this size: the last place that can still move on does, and those behind it follow.
                let last = (0..count).rev().find(|place| set[*place] + count < matters.len() + place);
                let Some(place) = last else { break };
                let from = set[place] + 1;
                for (next, value) in set[place..].iter_mut().zip(from..) {
                    *next = value;
                }
            }
        }
        None
    }

    /// All matters, less those that are not needed, the least decisive left out first.
    fn without_needless(&mut self, matters: &[Matter]) -> Option<Vec<Matter>> {
        let mut on = matters.to_vec();
        if !self.meets(&on) {
            return None;
        }
        // One that was needed may no longer be once another is left out.
        loop {
            let size = on.len();
            for place in (0..size).rev() {
                let mut fewer = on.clone();
                fewer.remove(place);
                if self.meets(&fewer) {
                    on = fewer;
                }
            }
            if on.len() == size {
                return Some(on);
            }
        }
    }

    fn meets(&mut self, on: &[Matter]) -> bool {
        let verdict = self.comparing.results[self.person].verdict;
        (0..self.comparing.people.len()).filter(|other| *other != self.person).all(|other| {
            self.work = self.work.saturating_sub(1);
            self.comparing.with(other, self.person, on).verdict == verdict
        })
    }
}

impl Comparison {
    /// The comparison as compact JSON, of the same results in the same order.
    pub fn to_json(&self, model: &Model, shared: &[Shared]) -> String {
        let weights =
            |shared: &Shared| Options { weights: shared.weights.clone(), ..Options::default() }.weights_json(model);
        let mut json = Json::default();
        json.open('{');
        json.field("model").text(model.version);
        let places: Vec<usize> = (0..self.results.len()).collect();
        json.list("results", &places, |place, json| {
            let result = &self.results[*place];
            json.field("verdict").text(result.verdict.id());
            json.field("provisional").raw(if self.provisional[*place] { "true" } else { "false" });
            json.field("balance").number(result.balance);
            json.field("scale").number(self.scales[*place]);
            json.field("gates").open('{');
            for gate in &result.gates {
                json.field(model.gates[gate.gate].id).text(gate.state.id());
            }
            json.close('}');
        });
        json.field("same").number(self.same as i32);
        json.list("disagreements", &self.disagreements, |row, json| {
            json.field("on").text(matter_id(model, row.on));
            json.field("answers").open('[');
            for shared in shared {
                json.raw(&match row.on {
                    Matter::Question(question) => {
                        answer_json(model, question, counted(model, &shared.answers).get(question))
                    }
                    Matter::Weights => weights(shared),
                });
            }
            json.close(']');
            json.field("flips").number(row.flips as i32);
            json.field("whose").open('[');
            for place in row.whose() {
                json.number(place as i32);
            }
            json.close(']');
            json.field("moves").number(row.moves);
        });
        json.list("meetings", &self.meetings, |meeting, json| {
            json.field("verdict").text(meeting.verdict.id());
            json.field("person").number(meeting.person as i32);
            json.field("on").texts(&mut meeting.on.iter().map(|on| matter_id(model, *on)));
            json.field("smallest").raw(if meeting.is_smallest { "true" } else { "false" });
        });
        json.close('}');
        json.into_text()
    }
}

/// The question's id, or `weights`, which is the id of none.
fn matter_id(model: &Model, on: Matter) -> &'static str {
    match on {
        Matter::Question(question) => model.questions[question].id,
        Matter::Weights => "weights",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_the_smallest_for_certain_only_if_no_search_to_its_verdict_was_broken_off() {
        let way = |person, on: &[usize], is_smallest| {
            let on = on.iter().map(|question| Matter::Question(*question)).collect();
            Meeting { verdict: Verdict::Go, person, on, is_smallest }
        };
        let is_certain = |ways: &[Meeting], unsettled: &[Verdict]| match &least(ways.to_vec(), unsettled)[..] {
            [kept] => kept.person == 0 && kept.is_smallest,
            kept => panic!("one way to one verdict: {kept:?}"),
        };
        assert!(is_certain(&[way(0, &[1, 2], true), way(1, &[3, 4, 5], true)], &[Verdict::Leave]));
        assert!(!is_certain(&[way(0, &[1, 2], true), way(1, &[3, 4], false)], &[]));
        assert!(!is_certain(&[way(0, &[1, 2], true)], &[Verdict::Go]));
    }
}
