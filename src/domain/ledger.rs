//! The signed ledger: every argument that counts, with its points and the answers that gave them.

use super::{
    Answers, Model, Options,
    argument::{Argument, Side},
    order::sort_by_key,
};

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position of the argument in the model.
    pub argument: usize,
    /// For or against.
    pub side: Side,
    /// Points, above 0: weight × theme weight × strength.
    pub points: i32,
    /// How far the argument applies, 1 to 4.
    pub strength: i32,
    /// The questions whose answers gave it its strength.
    pub because: Vec<u8>,
}

/// Points for less points against: the sum of the ledger, without its lines.
pub fn balance(model: &Model, answers: &Answers, options: &Options) -> i32 {
    let signed = |argument: &Argument| argument.side.signed(points(argument, argument.strength.of(answers), options));
    model.arguments.iter().map(signed).sum()
}

/// Points of an argument at a strength: weight × theme weight × strength.
fn points(argument: &Argument, strength: i32, options: &Options) -> i32 {
    i32::from(argument.weight) * options.weight(argument.theme) * strength
}

/// The ledger: arguments with points, strongest first, ties in the model's order.
pub fn ledger(model: &Model, answers: &Answers, options: &Options) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (position, argument) in model.arguments.iter().enumerate() {
        let strength = argument.strength.of(answers);
        let points = points(argument, strength, options);
        if points > 0 {
            let because = argument.strength.because(answers);
            entries.push(Entry { argument: position, side: argument.side, points, strength, because });
        }
    }
    sort_by_key(&mut entries, |entry| -entry.points);
    entries
}

/// The sum of one side's points.
pub fn sum(ledger: &[Entry], side: Side) -> i32 {
    ledger.iter().filter(|entry| entry.side == side).map(|entry| entry.points).sum()
}
