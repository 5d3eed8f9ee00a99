//! The least and greatest balance that some answers can still reach, exactly, by variable elimination.
//!
//! The balance is a sum of arguments, each a function of few questions. Two questions are tied only where one argument reads
//! both, so that the extreme of the sum can be found one question at a time: all arguments that read a question are added
//! into one table over their questions, and the question is then removed by taking, for each combination of the others, its
//! best answer (Bertelè and Brioschi, *Nonserial Dynamic Programming*, 1972; bucket elimination in Dechter, 1999). Answers
//! that no argument tells apart are one cell. The result is exact: no bound is estimated, no answer left out.

use super::{
    Answer, Answers, Model, Options,
    condition::Is,
    gate::When,
    order::sort_unique,
    question::{Kind, Range},
    strength::{Strength, Table},
};

/// The least and the greatest balance that can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Least balance, in points.
    pub lowest: i32,
    /// Greatest balance, in points.
    pub highest: i32,
}

/// The answers that each question may still have: one that was given, or any, none included.
pub type Open = Vec<Vec<Option<Answer>>>;

/// The bounds of the balance when every question not yet given an answer may be answered in any way, or left unanswered.
pub fn bounds(model: &Model, answers: &Answers, options: &Options) -> Bounds {
    let read = |question: usize| {
        model.arguments.iter().any(|argument| argument.strength.questions().contains(&(question as u8)))
    };
    let open = |question| match answers.get(question) {
        Some(Answer::Unknown) | None if read(question) => every_answer(model, question),
        Some(Answer::Unknown) | None => vec![None],
        given => vec![given],
    };
    bounds_over(model, &(0..model.questions.len()).map(open).collect(), options)
}

/// The bounds of the balance when every question may have any of the answers listed for it.
pub fn bounds_over(model: &Model, open: &Open, options: &Options) -> Bounds {
    let cells: Open = (0..model.questions.len()).map(|question| cells(model, question, &open[question])).collect();
    let factors: Vec<Factor> = factors(model, options, &cells);
    let dims: Vec<usize> = cells.iter().map(Vec::len).collect();
    let highest = greatest(factors.clone(), &dims);
    let negated = factors.into_iter().map(Factor::negated).collect();
    Bounds { lowest: -greatest(negated, &dims), highest }
}

/// Of some answers to a question, one of each kind that arguments can tell apart.
fn cells(model: &Model, question: usize, answers: &[Option<Answer>]) -> Vec<Option<Answer>> {
    let mut seen: Vec<Vec<i32>> = Vec::new();
    let mut cells = Vec::new();
    for answer in answers.iter().copied() {
        let seen_as =
            model.arguments.iter().flat_map(|argument| column(&argument.strength, question, answer)).collect();
        if !seen.contains(&seen_as) {
            seen.push(seen_as);
            cells.push(answer);
        }
    }
    cells
}

/// What a strength sees of one answer: which requirements it meets, and what it adds.
fn column(strength: &Strength, question: usize, answer: Option<Answer>) -> Vec<i32> {
    let requires = strength.requires.iter().filter(|condition| usize::from(condition.question) == question);
    let parts = strength.parts.iter().filter(|part| usize::from(part.question) == question);
    requires.map(|condition| i32::from(condition.meets(answer))).chain(parts.map(|part| part.adds(answer))).collect()
}

/// Every answer to a question, unanswered first. Of numbers, the first of each stretch that arguments, gates or networks can
/// tell from the one before.
pub fn every_answer(model: &Model, question: usize) -> Vec<Option<Answer>> {
    let row = &model.questions[question];
    let mut answers = vec![None];
    match row.kind {
        Kind::Single { .. } => answers.extend((0..row.options.len()).map(|option| Some(Answer::Single(option as u8)))),
        Kind::Multi { most, alone } => {
            for set in 1u32..1 << row.options.len() {
                let valid = set.count_ones() <= most.into() && (set & alone == 0 || set.count_ones() == 1);
                if valid {
                    answers.push(Some(Answer::Multi(set)));
                }
            }
        }
        Kind::Number(range) => {
            let starts = thresholds(model, question, range);
            answers.extend(starts.into_iter().map(|tenths| Some(Answer::Number(tenths))));
        }
    }
    answers
}

/// The least number, and each number from which an argument, a gate or a network sees a difference, ascending.
pub fn thresholds(model: &Model, question: usize, range: Range) -> Vec<i32> {
    let mut starts = vec![range.least];
    for strength in model.arguments.iter().map(|argument| &argument.strength) {
        for part in strength.parts.iter().filter(|part| usize::from(part.question) == question) {
            if let Table::Bands(bands) = part.table {
                starts.extend(bands.iter().map(|band| band.from));
            }
        }
        for condition in strength.requires.iter().filter(|condition| usize::from(condition.question) == question) {
            if let Is::AtLeast(least) = condition.is {
                starts.push(least);
            }
        }
    }
    for cause in model.gates.iter().flat_map(|gate| gate.causes) {
        if let When::ChosenBelow(_, below, tenths) = cause.when
            && usize::from(below) == question
        {
            starts.push(tenths);
        }
    }
    if usize::from(model.fit.hours) == question {
        starts.extend(model.networks.iter().flat_map(|network| [network.least, network.well]));
    }
    let on_step =
        |from: i32| range.least + (from - range.least + range.step - 1).div_euclid(range.step).max(0) * range.step;
    let mut starts: Vec<i32> = starts.into_iter().map(on_step).filter(|start| *start <= range.most).collect();
    sort_unique(&mut starts);
    starts
}

/// A table of points over some questions: one number per combination of their cells.
#[derive(Debug, Clone)]
struct Factor {
    /// The questions, ascending.
    scope: Vec<usize>,
    /// The points; the last question of the scope varies fastest.
    points: Vec<i32>,
}

impl Factor {
    fn negated(mut self) -> Factor {
        self.points.iter_mut().for_each(|points| *points = -*points);
        self
    }
}

/// One table per argument.
fn factors(model: &Model, options: &Options, cells: &[Vec<Option<Answer>>]) -> Vec<Factor> {
    let dims: Vec<usize> = cells.iter().map(Vec::len).collect();
    let factor = |argument: &super::argument::Argument| {
        let mut scope: Vec<usize> = argument.strength.questions().into_iter().map(usize::from).collect();
        sort_unique(&mut scope);
        let weight = i32::from(argument.weight) * options.weight(argument.theme);
        let mut points = Vec::new();
        each_combination(&scope, &dims, |combination| {
            let seen = |question: u8| {
                let place = scope.iter().position(|other| *other == usize::from(question));
                place.and_then(|place| cells[scope[place]][combination[place]])
            };
            points.push(argument.side.signed(weight * argument.strength.seen(seen)));
        });
        Factor { scope, points }
    };
    model.arguments.iter().map(factor).collect()
}

/// Calls back with each combination of cells of some questions, the last varying fastest.
fn each_combination(scope: &[usize], dims: &[usize], mut call: impl FnMut(&[usize])) {
    let mut combination = vec![0; scope.len()];
    loop {
        call(&combination);
        let next = (0..scope.len()).rev().find(|place| combination[*place] + 1 < dims[scope[*place]]);
        let Some(place) = next else { return };
        combination[place] += 1;
        combination[place + 1..].fill(0);
    }
}

/// The greatest sum of some tables over all combinations, eliminating the cheapest question first.
fn greatest(mut factors: Vec<Factor>, dims: &[usize]) -> i32 {
    let mut sum = 0;
    loop {
        let (constants, open): (Vec<Factor>, Vec<Factor>) =
            factors.into_iter().partition(|factor| factor.scope.is_empty());
        sum += constants.iter().flat_map(|factor| &factor.points).sum::<i32>();
        factors = open;
        let Some(question) = cheapest(&factors, dims) else { return sum };
        let (joined, others): (Vec<Factor>, Vec<Factor>) =
            factors.into_iter().partition(|factor| factor.scope.contains(&question));
        factors = others;
        factors.push(eliminate(&joined, question, dims));
    }
}

/// The question whose elimination makes the smallest table.
fn cheapest(factors: &[Factor], dims: &[usize]) -> Option<usize> {
    let cost = |question: usize| {
        let scope = union(factors.iter().filter(|factor| factor.scope.contains(&question)));
        scope.iter().map(|question| dims[*question]).product::<usize>()
    };
    let mut questions: Vec<usize> = factors.iter().flat_map(|factor| factor.scope.iter().copied()).collect();
    sort_unique(&mut questions);
    questions.into_iter().min_by_key(|question| cost(*question))
}

fn union<'a>(factors: impl Iterator<Item = &'a Factor>) -> Vec<usize> {
    let mut scope: Vec<usize> = factors.flat_map(|factor| factor.scope.iter().copied()).collect();
    sort_unique(&mut scope);
    scope
}

/// Adds some tables and removes one question by its best answer for each combination of the others.
fn eliminate(factors: &[Factor], question: usize, dims: &[usize]) -> Factor {
    let mut scope = union(factors.iter());
    scope.retain(|other| *other != question);
    // How far one step of each place of the combination moves in each table.
    let strides: Vec<Vec<usize>> =
        factors.iter().map(|factor| scope.iter().map(|place| stride(factor, *place, dims)).collect()).collect();
    let own: Vec<usize> = factors.iter().map(|factor| stride(factor, question, dims)).collect();
    let mut points = Vec::new();
    each_combination(&scope, dims, |combination| {
        let base =
            |table: usize| combination.iter().zip(&strides[table]).map(|(cell, stride)| cell * stride).sum::<usize>();
        let bases: Vec<usize> = (0..factors.len()).map(base).collect();
        let sum = |cell: usize| {
            factors
                .iter()
                .enumerate()
                .map(|(table, factor)| factor.points[bases[table] + cell * own[table]])
                .sum::<i32>()
        };
        points.push((0..dims[question]).map(sum).max().unwrap_or(0));
    });
    Factor { scope, points }
}

fn stride(factor: &Factor, question: usize, dims: &[usize]) -> usize {
    match factor.scope.iter().position(|other| *other == question) {
        Some(place) => factor.scope[place + 1..].iter().map(|other| dims[*other]).product(),
        None => 0,
    }
}
