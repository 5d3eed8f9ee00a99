//! The set of networks that gives the most for the hours there are: an exact optimum, by trying every set.

use super::{Model, fit::Fit, fit::Reach};

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
/// sum of squared fits, each less what it shares with those before it. Ties keep the model's order. Without `hours`
/// (unanswered) it is the lead alone, at its minimum.
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
    candidates.sort_by_key(|network| std::cmp::Reverse(fits[*network].publish));
    let mut best = Best { worth: worth(model, fits, &[lead]), set: vec![lead] };
    extend(model, fits, &candidates, left, most, &mut vec![lead], &mut best);
    share_out(model, &best.set, hours)
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

struct Best {
    worth: i64,
    set: Vec<usize>,
}

/// Tries every way to add to a set, depth first.
fn extend(model: &Model, fits: &[Fit], candidates: &[usize], left: i32, most: usize, set: &mut Vec<usize>, best: &mut Best) {
    if set.len() >= most {
        return;
    }
    for (position, network) in candidates.iter().enumerate() {
        let least = model.networks[*network].least;
        if least > left {
            continue;
        }
        set.push(*network);
        let worth = worth(model, fits, set);
        if worth > best.worth {
            *best = Best { worth, set: set.clone() };
        }
        extend(model, fits, &candidates[position + 1..], left - least, most, set, best);
        set.pop();
    }
}

/// What a set is worth, in hundredths of squared fit: each network's, less the greatest overlap with one before it.
fn worth(model: &Model, fits: &[Fit], set: &[usize]) -> i64 {
    let mut sum = 0;
    for (position, network) in set.iter().enumerate() {
        let overlap = |before: &usize| {
            let kin = model.networks[*before].family == model.networks[*network].family;
            if kin { model.thresholds.overlap_family } else { model.thresholds.overlap_other }
        };
        let overlap = set[..position].iter().map(overlap).max().unwrap_or(0);
        let fit = i64::from(fits[*network].publish);
        sum += fit * fit * i64::from(100 - overlap);
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
