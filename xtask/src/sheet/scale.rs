//! The points of the networks: the mean of the criteria, in whole numbers that a pen can add.

use anyhow::{Result, ensure};
use social_or_not::content::MODEL;
use social_or_not::domain::question::Kind;

/// The mean of the criteria as whole points: on paper nothing is divided but by the number of ages.
pub(super) struct Scale {
    /// Points for each point of affinity to a criterion of weight 1.
    pub(super) unit: i32,
    pub(super) weights: i32,
    pub(super) most: i32,
}

/// The points that a network needs to suit.
#[derive(PartialEq)]
pub(super) struct Needed {
    pub(super) points: i32,
    /// One more where three choices have a sum that three does not divide: the program cuts their mean.
    pub(super) strict: bool,
}

impl Scale {
    pub(super) fn of_model() -> Result<Scale> {
        let fit = &MODEL.fit;
        let weights = fit.criteria.iter().map(|criterion| criterion.weight).sum();
        let unit = 2;
        let scale = Scale { unit, weights, most: 4 * weights * unit };
        for (place, criterion) in fit.criteria.iter().enumerate() {
            if let Kind::Multi { most, .. } = MODEL.questions[usize::from(criterion.question)].kind {
                ensure!(
                    (1..=i32::from(most)).all(|count| scale.factor(place) % count == 0),
                    "a mean is no whole number of points"
                );
            }
        }
        ensure!(!scale.suits(1000, [1000, 1000, fit.formats_factors[0]]), "a network suits without a format in common");
        ensure!(!scale.suits(1000, [1000, fit.needs_factor, 1000]), "a network suits that lacks what it needs");
        Ok(scale)
    }

    pub(super) fn factor(&self, criterion: usize) -> i32 {
        MODEL.fit.criteria[criterion].weight * self.unit
    }

    /// Whether a mean in thousandths and its factors make a network suit, cut as the program does.
    pub(super) fn suits(&self, mean: i32, factors: [i32; 3]) -> bool {
        let product = factors.iter().fold(mean, |product, factor| product * factor / 1000);
        (product + 5) / 10 >= MODEL.thresholds.fits
    }

    pub(super) fn needed(&self, factors: [i32; 3]) -> Option<Needed> {
        let mean = |thousandths: i32| thousandths / (4 * self.weights);
        let points = (0..=self.most).find(|points| self.suits(mean(points * 1000 / self.unit), factors))?;
        // Three choices always give an even number of points.
        let cut = points * 1000 / self.unit - 1;
        Some(Needed { points, strict: points % 2 == 0 && !self.suits(mean(cut), factors) })
    }
}

/// Every mean, in thousandths, of up to `count` affinities from 0 to 4, each once, from the least.
pub(super) fn means(count: i32) -> Vec<i32> {
    let mut means: Vec<i32> =
        (1..=count).flat_map(|count| (0..=4 * count).map(move |sum| sum * 1000 / count)).collect();
    means.sort_unstable();
    means.dedup();
    means
}
