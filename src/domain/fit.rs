//! How well each network fits: from the audience, the reader's kind and field, their goals, formats and values.

use super::{Answer, Answers, Model, answers::bits, bounds::Open, network::Network};

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
    let needs = if lacks_needs(answers, network) { rule.needs_factor } else { 1000 };
    let factors =
        [ages_factor_of(model, answers.get(rule.ages.into()), network), values_factor(model, answers, network), needs];
    // Thousandths throughout, since affinities are 0 to 4.
    product(sum / (4 * weights), factors, formats_factor_of(model, answers.get(rule.formats.into()), network))
}

/// A mean and its factors, all in thousandths, as a fit.
fn product(mean: i32, factors: [i32; 3], formats: i32) -> Fit {
    let watch = factors.iter().fold(mean, |product, factor| product * factor / 1000);
    let percent = |thousandths: i32| (thousandths + 5) / 10;
    Fit { publish: percent(watch * formats / 1000), watch: percent(watch) }
}

/// Affinity to a criterion's answer, in thousandths of 0 to 4: the mean over the options chosen.
pub fn affinity(model: &Model, answers: &Answers, network: &Network, criterion: usize) -> i32 {
    affinity_of(model, answers.get(model.fit.criteria[criterion].question.into()), network, criterion)
}

fn affinity_of(model: &Model, answer: Option<Answer>, network: &Network, criterion: usize) -> i32 {
    let question = &model.questions[usize::from(model.fit.criteria[criterion].question)];
    mean(network.affinities[criterion], options(answer) & !question.alone())
}

/// How well a network reaches the audience's ages, in thousandths of 0 to 4.
pub fn reach_of_ages(model: &Model, answers: &Answers, network: &Network) -> i32 {
    mean(network.ages, answers.chosen(model.fit.ages.into()))
}

fn options(answer: Option<Answer>) -> u32 {
    answer.map_or(0, Answer::options)
}

fn mean(table: &[u8], chosen: u32) -> i32 {
    if chosen == 0 {
        return NEUTRAL;
    }
    let sum: i32 = bits(chosen).filter_map(|option| table.get(option)).map(|affinity| i32::from(*affinity)).sum();
    sum * 1000 / chosen.count_ones() as i32
}

fn ages_factor_of(model: &Model, answer: Option<Answer>, network: &Network) -> i32 {
    match options(answer) {
        0 => 1000,
        chosen => model.fit.ages_least + (1000 - model.fit.ages_least) * mean(network.ages, chosen) / 4000,
    }
}

/// How many of the formats that live on a network the reader can make; none if the question is unanswered.
pub fn formats_shared(model: &Model, answers: &Answers, network: &Network) -> Option<u32> {
    formats_shared_of(answers.get(model.fit.formats.into()), network)
}

fn formats_shared_of(answer: Option<Answer>, network: &Network) -> Option<u32> {
    match options(answer) {
        0 => None,
        chosen => Some((chosen & network.formats).count_ones()),
    }
}

fn formats_factor_of(model: &Model, answer: Option<Answer>, network: &Network) -> i32 {
    formats_shared_of(answer, network).map_or(1000, |shared| model.fit.formats_factors[shared.min(2) as usize])
}

/// Factor of the reader's values, in thousandths. An independent network loses half as much as the others.
pub fn values_factor(model: &Model, answers: &Answers, network: &Network) -> i32 {
    values_factor_of(model, answers.get(model.fit.values.into()), network)
}

fn values_factor_of(model: &Model, answer: Option<Answer>, network: &Network) -> i32 {
    let factor =
        bits(options(answer)).next().and_then(|option| model.fit.values_factors.get(option)).copied().unwrap_or(1000);
    if network.independent { (1000 + factor) / 2 } else { factor }
}

/// Whether a network lacks what it cannot do without. A question left unanswered is given the benefit of the doubt.
pub fn lacks_needs(answers: &Answers, network: &Network) -> bool {
    let met = |need: &super::condition::Condition| need.holds(answers) || !answers.is_given(need.question.into());
    !network.needs.is_empty() && !network.needs.iter().any(met)
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
    let suits = || {
        model
            .networks
            .iter()
            .zip(fits)
            .filter(|(_, fit)| fit.publish >= model.thresholds.fits)
            .map(|(network, _)| network)
    };
    Reach {
        least: suits().map(|network| network.least).min(),
        well: suits().filter(|network| !network.listing).map(|network| network.well).min(),
        least_of_all: model.networks.iter().map(|network| network.least).min().unwrap_or(0),
    }
}

/// What the networks that suit can ask of the hours while some questions are open: at best, and at worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachRange {
    /// If every network fitted as well as it still can.
    pub best: Reach,
    /// If every network fitted as badly as it still can.
    pub worst: Reach,
    /// The greatest that `least` can be: of the networks that may be the only ones to suit.
    pub greatest_least: i32,
}

/// The range of [`Reach`] over open answers. Each factor of a fit is bounded by itself, so that the range holds every case
/// and perhaps some that are none.
pub fn reach_range(model: &Model, open: &Open) -> ReachRange {
    let ranges: Vec<(Fit, Fit)> = model.networks.iter().map(|network| fit_range(model, open, network)).collect();
    let best = reach(model, &ranges.iter().map(|(_, best)| *best).collect::<Vec<_>>());
    let worst = reach(model, &ranges.iter().map(|(worst, _)| *worst).collect::<Vec<_>>());
    let may_suit = model.networks.iter().zip(&ranges).filter(|(_, (_, best))| best.publish >= model.thresholds.fits);
    let greatest = may_suit.map(|(network, _)| network.least).max();
    // As soon as one is sure to suit, the least is never more than that one's.
    let greatest_least = worst.least.or(greatest).unwrap_or(best.least_of_all);
    ReachRange { best, worst, greatest_least }
}

/// The fit of a network at worst and at best over open answers.
fn fit_range(model: &Model, open: &Open, network: &Network) -> (Fit, Fit) {
    let rule = &model.fit;
    let extremes = |question: u8, value: &dyn Fn(Option<Answer>) -> i32| {
        let values = open[usize::from(question)].iter().map(|answer| value(*answer));
        values.fold((i32::MAX, i32::MIN), |(least, most), value| (least.min(value), most.max(value)))
    };
    let (mut least_sum, mut most_sum, mut weights) = (0, 0, 0);
    for (position, criterion) in rule.criteria.iter().enumerate() {
        let (least, most) = extremes(criterion.question, &|answer| affinity_of(model, answer, network, position));
        least_sum += criterion.weight * least;
        most_sum += criterion.weight * most;
        weights += criterion.weight;
    }
    let lacks = {
        let met = |need: &super::condition::Condition, answer: &Option<Answer>| need.meets(*answer) || answer.is_none();
        let can = |need: &super::condition::Condition| {
            open[usize::from(need.question)].iter().any(|answer| met(need, answer))
        };
        let must = |need: &super::condition::Condition| {
            open[usize::from(need.question)].iter().all(|answer| met(need, answer))
        };
        let needs = network.needs;
        (needs.is_empty() || needs.iter().any(must), needs.is_empty() || needs.iter().any(can))
    };
    let needs = |met: bool| if met { 1000 } else { rule.needs_factor };
    let ages = extremes(rule.ages, &|answer| ages_factor_of(model, answer, network));
    let values = extremes(rule.values, &|answer| values_factor_of(model, answer, network));
    let formats = extremes(rule.formats, &|answer| formats_factor_of(model, answer, network));
    (
        product(least_sum / (4 * weights), [ages.0, values.0, needs(lacks.0)], formats.0),
        product(most_sum / (4 * weights), [ages.1, values.1, needs(lacks.1)], formats.1),
    )
}
