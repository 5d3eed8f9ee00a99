//! How well each network fits: from the audience, the reader's kind and field, their goals, formats and values.

use super::{Answers, Model, answers::bits, network::Network};

/// How the fit of a network is reckoned, as positions of questions and numbers out of a thousand.
///
/// fit = weighted mean of the criteria × ages × formats × values × needs. The last four multiply: a network whose public or
/// format is not the reader's cannot win by its sector. An unanswered question is neutral: the middle for a criterion,
/// 1 for a factor.
#[derive(Debug)]
pub struct FitRule {
    /// The criteria of the mean: a question and its weight.
    pub criteria: &'static [Criterion],
    /// The question on the audience's ages.
    pub ages: u8,
    /// Factor of a network that reaches none of the ages; one that reaches all of them well has 1000.
    pub ages_least: i32,
    /// The question on formats.
    pub formats: u8,
    /// Factors where none, one, or more of the formats that live there can be made.
    pub formats_factors: [i32; 3],
    /// The question on values.
    pub values: u8,
    /// Factor of each of its options.
    pub values_factors: &'static [i32],
    /// Factor of a network that lacks what it cannot do without.
    pub needs_factor: i32,
    /// The question on hours.
    pub hours: u8,
    /// The question on accounts.
    pub accounts: u8,
}

/// One criterion of the mean.
#[derive(Debug, Clone, Copy)]
pub struct Criterion {
    /// Position of its question.
    pub question: u8,
    /// Its weight in the mean.
    pub weight: i32,
}

/// Affinity where a question is unanswered, or its answer says nothing of networks: the middle, in thousandths of 0 to 4.
const NEUTRAL: i32 = 2000;

/// How well a network fits, in two readings, each 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// To publish on it.
    pub publish: i32,
    /// To monitor it: without the formats that one can make, without hours.
    pub watch: i32,
}

/// The fit of each live network, in the model's order.
pub fn fits(model: &Model, answers: &Answers) -> Vec<Fit> {
    model.networks.iter().map(|network| fit(model, answers, network)).collect()
}

fn fit(model: &Model, answers: &Answers, network: &Network) -> Fit {
    let rule = &model.fit;
    let (mut sum, mut weights) = (0, 0);
    for (position, criterion) in rule.criteria.iter().enumerate() {
        sum += criterion.weight * affinity(model, answers, network, position);
        weights += criterion.weight;
    }
    // Thousandths throughout, since affinities are 0 to 4.
    let mean = sum / (4 * weights);
    let factors = [ages_factor(model, answers, network), values_factor(model, answers, network), needs_factor(model, answers, network)];
    let watch = factors.iter().fold(mean, |product, factor| product * factor / 1000);
    let publish = watch * formats_factor(model, answers, network) / 1000;
    let percent = |thousandths: i32| (thousandths + 5) / 10;
    Fit { publish: percent(publish), watch: percent(watch) }
}

/// Affinity to a criterion's answer, in thousandths of 0 to 4: the mean over the options chosen.
pub fn affinity(model: &Model, answers: &Answers, network: &Network, criterion: usize) -> i32 {
    let question = &model.questions[usize::from(model.fit.criteria[criterion].question)];
    let chosen = answers.chosen(model.fit.criteria[criterion].question.into());
    mean(network.affinities[criterion], chosen & !question.alone())
}

/// How well a network reaches the audience's ages, in thousandths of 0 to 4.
pub fn reach_of_ages(model: &Model, answers: &Answers, network: &Network) -> i32 {
    mean(network.ages, answers.chosen(model.fit.ages.into()))
}

fn mean(table: &[u8], chosen: u32) -> i32 {
    if chosen == 0 {
        return NEUTRAL;
    }
    let sum: i32 = bits(chosen).filter_map(|option| table.get(option)).map(|affinity| i32::from(*affinity)).sum();
    sum * 1000 / chosen.count_ones() as i32
}

fn ages_factor(model: &Model, answers: &Answers, network: &Network) -> i32 {
    if !answers.is_given(model.fit.ages.into()) {
        return 1000;
    }
    let least = model.fit.ages_least;
    least + (1000 - least) * reach_of_ages(model, answers, network) / 4000
}

/// How many of the formats that live on a network the reader can make; none if the question is unanswered.
pub fn formats_shared(model: &Model, answers: &Answers, network: &Network) -> Option<u32> {
    let formats = model.fit.formats.into();
    answers.is_given(formats).then(|| (answers.chosen(formats) & network.formats).count_ones())
}

fn formats_factor(model: &Model, answers: &Answers, network: &Network) -> i32 {
    formats_shared(model, answers, network).map_or(1000, |shared| model.fit.formats_factors[shared.min(2) as usize])
}

/// Factor of the reader's values, in thousandths. An independent network loses half as much as the others.
pub fn values_factor(model: &Model, answers: &Answers, network: &Network) -> i32 {
    let chosen = answers.chosen(model.fit.values.into());
    let factor = bits(chosen).next().and_then(|option| model.fit.values_factors.get(option)).copied().unwrap_or(1000);
    if network.independent { (1000 + factor) / 2 } else { factor }
}

/// Whether a network lacks what it cannot do without. A question left unanswered is given the benefit of the doubt.
pub fn lacks_needs(answers: &Answers, network: &Network) -> bool {
    let met = |need: &super::condition::Condition| need.holds(answers) || !answers.is_given(need.question.into());
    !network.needs.is_empty() && !network.needs.iter().any(met)
}

fn needs_factor(model: &Model, answers: &Answers, network: &Network) -> i32 {
    if lacks_needs(answers, network) { model.fit.needs_factor } else { 1000 }
}

/// What the networks that suit ask of the hours, whichever of them is chosen.
///
/// Verdicts and gates read these numbers and never the chosen portfolio, so that more hours never lead to less presence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// The least hours (in tenths) that any network that suits needs; none if no network suits.
    pub least: Option<i32>,
    /// The least hours (in tenths) that do well one that is no listing; none if there is none.
    pub well: Option<i32>,
    /// The least that any network needs, whether it suits or not.
    pub least_of_all: i32,
}

/// What the networks that suit ask of the hours.
pub fn reach(model: &Model, fits: &[Fit]) -> Reach {
    let suits = || model.networks.iter().zip(fits).filter(|(_, fit)| fit.publish >= model.thresholds.fits).map(|(network, _)| network);
    Reach {
        least: suits().map(|network| network.least).min(),
        well: suits().filter(|network| !network.listing).map(|network| network.well).min(),
        least_of_all: model.networks.iter().map(|network| network.least).min().unwrap_or(0),
    }
}
