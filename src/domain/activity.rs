//! What running a network is made of, and how the hours are shared out among it.

use super::{Answers, condition::Condition, order::sort_by_key, plan::holds};

/// An activity of community management. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Activity {
    /// Public id.
    pub id: &'static str,
    /// Its share of the hours for the networks to publish on; none for monitoring, which has hours of its own.
    pub share: Option<i32>,
    /// Added to the share where one of the conditions holds.
    pub more: i32,
    /// The conditions.
    pub any: &'static [Condition],
}

/// Hours a week for each activity that takes any, in tenths: their sum is what was planned and what is for monitoring.
///
/// Each gets its share rounded down; the tenths left over go to those that lost most by it, ties in the table's order.
pub fn share_out(activities: &[Activity], answers: &Answers, planned: i32, monitoring: i32) -> Vec<(usize, i32)> {
    let share = |activity: &Activity| {
        let more = if !activity.any.is_empty() && holds(activity.any, answers) { activity.more } else { 0 };
        activity.share.map_or(0, |share| share + more)
    };
    let whole: i32 = activities.iter().map(share).sum::<i32>().max(1);
    let hours = |activity: &Activity| match activity.share {
        Some(_) => planned * share(activity) / whole,
        None => monitoring,
    };
    let mut rows: Vec<(usize, i32)> = activities.iter().map(hours).enumerate().collect();
    let mut losers: Vec<usize> = (0..rows.len()).filter(|row| activities[*row].share.is_some()).collect();
    sort_by_key(&mut losers, |row| -(planned * share(&activities[*row]) % whole));
    let left = planned + monitoring - rows.iter().map(|(_, hours)| hours).sum::<i32>();
    for row in losers.into_iter().take(left.max(0) as usize) {
        rows[row].1 += 1;
    }
    rows.retain(|(_, hours)| *hours > 0);
    rows
}
