//! What someone who stays is asked to change.

use super::{Answers, condition::Condition};

/// One thing to change. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Advice {
    /// Public id.
    pub id: &'static str,
    /// When it is given.
    pub when: AdviceWhen,
}

/// When an advice is given.
#[derive(Debug, Clone, Copy)]
pub enum AdviceWhen {
    /// One of these conditions holds.
    Any(&'static [Condition]),
    /// There are more accounts than networks to keep.
    TooManyAccounts,
    /// Nothing else is to be changed.
    Otherwise,
}

/// Positions of the advice that applies, given how many accounts there are and how many networks are kept.
pub fn advice(rows: &[Advice], answers: &Answers, accounts: usize, kept: usize) -> Vec<usize> {
    let applies = |advice: &Advice, others: bool| match advice.when {
        AdviceWhen::Any(conditions) => conditions.iter().any(|condition| condition.holds(answers)),
        AdviceWhen::TooManyAccounts => accounts > kept,
        AdviceWhen::Otherwise => others,
    };
    let changes: Vec<usize> = (0..rows.len()).filter(|row| applies(&rows[*row], false)).collect();
    if changes.is_empty() { (0..rows.len()).filter(|row| applies(&rows[*row], true)).collect() } else { changes }
}
