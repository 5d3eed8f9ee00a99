//! How often to post on a network, and how often to look at one that is only watched.

use super::{condition::Condition, network::Network};

/// Posts a week on one network, in tenths. Our estimate.
#[derive(Debug)]
pub struct Rhythm {
    /// At the hours below which an account is lifeless.
    pub least: i32,
    /// At the hours that it takes to do well.
    pub well: i32,
}

impl Rhythm {
    /// Posts a week, in tenths, for so many hours a week, in tenths: in proportion between the two ends, rounded down to a
    /// whole post.
    pub fn posts(&self, network: &Network, hours: i32) -> i32 {
        if hours >= network.well {
            return self.well;
        }
        let over = (hours - network.least).max(0) * (self.well - self.least);
        let posts = self.least + over / (network.well - network.least).max(1);
        (posts / 10 * 10).max(self.least)
    }
}

/// How many times a week to look at what is watched.
#[derive(Debug)]
pub struct Looks {
    /// Times a week.
    pub times: i32,
    /// One of these is enough. Empty: always.
    pub any: &'static [Condition],
}
