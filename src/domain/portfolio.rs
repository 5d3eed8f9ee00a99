//! The set of networks that gives the most for the hours there are: an exact optimum, by trying every set.

use super::{Model, fit::Fit, fit::Reach, order::sort_by_key};

/// A network to publish on, and its share of the hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Position of the network in the model.
    pub network: usize,
    /// Hours a week, in tenths; all the work of that account included.
    pub hours: i32,
}

/// The best set of at most `most` networks. Empty only if no network suits or there are not the hours for any.
///
/// The lead comes first: the network with the greatest fit × min(1, hours ÷ what it takes to do well) among those that suit
/// and whose minimum there is; a listing leads only below the hours that `go` asks for. The lead gets what it takes to do
/// well before a second joins; each further one needs its full minimum and a fit near the lead's. The worth of a set is the
/// sum of squares of what its networks give, fit × hours ÷ what it takes to do well, each less what it shares with those
/// before it: two networks done well are worth more than four at their bare minimum. Ties keep the model's order. Without
/// `hours` (unanswered) it is the lead alone, at its minimum.
pub fn portfolio(model: &Model, fits: &[Fit], reach: &Reach, hours: Option<i32>, most: usize) -> Vec<Share> {
    let Some(lead) = lead(model, fits, reach, hours) else {
        return Vec::new();
    };
    let Some(hours) = hours else {
        return vec![Share { network: lead, hours: model.networks[lead].least }];
    };
    let left = hours - model.networks[lead].well;
    let joins = |network: &usize| {
        let fit = fits[*network].publish;
        *network != lead
            && fit >= model.thresholds.fits
            && fit * 100 >= model.thresholds.joins * fits[lead].publish
            && model.networks[*network].least <= left
    };
    let mut candidates: Vec<usize> = (0..model.networks.len()).filter(joins).collect();
    // Best first, so that what a network shares is reckoned against better ones, and ties keep the model's order.
    sort_by_key(&mut candidates, |network| -fits[*network].publish);
    let alone = share_out(model, &[lead], hours);
    let mut search = Search { model, fits, hours, most, worth: worth(model, fits, &alone), best: alone };
    search.extend(&candidates, left, &mut vec![lead]);
    search.best
}

fn lead(model: &Model, fits: &[Fit], reach: &Reach, hours: Option<i32>) -> Option<usize> {
    let enough = |hours: i32| reach.well.is_some_and(|well| hours >= well);
    let listings = match hours {
        Some(hours) => !enough(hours),
        None => reach.well.is_none(),
    };
    let worth = |network: usize| {
        let row = &model.networks[network];
        let done = hours.map_or(row.well, |hours| hours.min(row.well));
        // A common denominator keeps the comparison in whole numbers.
        i64::from(fits[network].publish) * i64::from(done) * 100_000 / i64::from(row.well)
    };
    let may_lead = |network: &usize| {
        let row = &model.networks[*network];
        fits[*network].publish >= model.thresholds.fits
            && (listings || !row.listing)
            && hours.is_none_or(|hours| hours >= row.least)
    };
    // `max_by_key` keeps the last of equals; reversed, it keeps the first of the table.
    (0..model.networks.len()).rev().filter(may_lead).max_by_key(|network| worth(*network))
}

/// The best set met so far, and what it takes to judge another.
struct Search<'a> {
    model: &'a Model,
    fits: &'a [Fit],
    hours: i32,
    most: usize,
    worth: i64,
    best: Vec<Share>,
}

impl Search<'_> {
    /// Tries every way to add to a set, depth first.
    fn extend(&mut self, candidates: &[usize], left: i32, set: &mut Vec<usize>) {
        if set.len() >= self.most {
            return;
        }
        for (position, network) in candidates.iter().enumerate() {
            let least = self.model.networks[*network].least;
            if least > left {
                continue;
            }
            set.push(*network);
            let shares = share_out(self.model, set, self.hours);
            let worth = worth(self.model, self.fits, &shares);
            if worth > self.worth {
                (self.worth, self.best) = (worth, shares);
            }
            self.extend(&candidates[position + 1..], left - least, set);
            set.pop();
        }
    }
}

/// What a set is worth: the squares of what each network gives (in thousandths of fit), less the greatest overlap with one
/// before it.
fn worth(model: &Model, fits: &[Fit], shares: &[Share]) -> i64 {
    let mut sum = 0;
    for (position, share) in shares.iter().enumerate() {
        let row = &model.networks[share.network];
        let overlap = |before: &Share| {
            let kin = model.networks[before.network].family == row.family;
            if kin { model.thresholds.overlap_family } else { model.thresholds.overlap_other }
        };
        let overlap = shares[..position].iter().map(overlap).max().unwrap_or(0);
        let gives = i64::from(fits[share.network].publish) * i64::from(share.hours) * 1000 / i64::from(row.well);
        sum += gives * gives * i64::from(100 - overlap);
    }
    sum
}

/// Hours: the lead what it takes to do well, the others their minimum, then what is left, in order, up to doing well.
fn share_out(model: &Model, set: &[usize], hours: i32) -> Vec<Share> {
    let mut left = hours;
    let mut shares: Vec<Share> = Vec::with_capacity(set.len());
    for (position, network) in set.iter().enumerate() {
        let row = &model.networks[*network];
        let hours = if position == 0 { row.well.min(left) } else { row.least };
        left -= hours;
        shares.push(Share { network: *network, hours });
    }
    for share in &mut shares {
        let more = (model.networks[share.network].well - share.hours).min(left).max(0);
        share.hours += more;
        left -= more;
    }
    shares
}
