//! An argument for or against being present.

use super::strength::Strength;

/// One argument of the ledger. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Argument {
    /// Public id.
    pub id: &'static str,
    /// For or against.
    pub side: Side,
    /// Importance by default, 1 to 5.
    pub weight: u8,
    /// Position of its theme in the model.
    pub theme: u8,
    /// How far it applies.
    pub strength: Strength,
    /// The articles it comes from, by position among the model's sources.
    pub sources: &'static [u8],
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// For being present.
    Pro,
    /// Against.
    Con,
}

impl Side {
    /// Its id in a report.
    pub fn id(self) -> &'static str {
        match self {
            Side::Pro => "pro",
            Side::Con => "con",
        }
    }

    /// Points with the sign that they have in the balance.
    pub fn signed(self, points: i32) -> i32 {
        match self {
            Side::Pro => points,
            Side::Con => -points,
        }
    }
}
