//! How often the verdict stays when the arguments weigh differently: stochastic multicriteria acceptability analysis.
//!
//! SMAA (Lahdelma, Hokkanen and Salminen, 1998; surveyed by Tervonen and Figueira, 2008) asks, of all plausible weights, what
//! share gives each result. Here each argument's weight is multiplied by a factor of its own, uniform from 0 to 2, the range
//! that the reader has too; gates and networks do not depend on weights and stay. 10,000 draws from SplitMix64 (Steele, Lea
//! and Flood, 2014) with a fixed seed: the same factors for every reader, and the same shares on every machine, since all of
//! it is whole numbers. The standard deviation of a share is half a point at most.

use super::{
    Answers, Evaluator, Model, Verdict,
    evaluation::Weighing,
    ledger::{Entry, balance},
    order::sort_by_key,
    verdict::{Grounds, Leaning},
};

/// How many weightings are drawn: shares have four decimals exactly.
pub const DRAWS: u32 = 10_000;

/// A factor of 1: factors are drawn from 0 to 65,535, as parts of 32,768.
const ONE: i64 = 1 << 15;

/// The share of each verdict among the weightings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Robustness {
    /// Verdicts that occur and in how many of [`DRAWS`] weightings, the most frequent first, ties in the model's order.
    pub shares: Vec<(Verdict, u32)>,
    /// What the runner-up, the most frequent verdict but the present one, hangs on; none if there is none.
    pub runner_up: Option<RunnerUp>,
}

/// The runner-up, and the one change of a theme's weight that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunnerUp {
    /// The verdict.
    pub verdict: Verdict,
    /// The theme and the weight (0, 1 or 2) that would give it; none if no single theme does.
    pub theme: Option<(usize, u8)>,
}

/// The robustness of a weighing with its ledger.
pub fn robustness(evaluator: &Evaluator, answers: &Answers, weighing: &Weighing, ledger: &[Entry]) -> Robustness {
    let model = evaluator.model();
    let leanings = draw(model, ledger);
    let mut shares: Vec<(Verdict, u32)> = Vec::new();
    for (leaning, count) in leanings {
        let verdict = Grounds { leaning, ..weighing.grounds }.verdict();
        match shares.iter_mut().find(|(other, _)| *other == verdict) {
            Some((_, sum)) => *sum += count,
            None if count > 0 => shares.push((verdict, count)),
            None => (),
        }
    }
    let order = |verdict: Verdict| Verdict::ALL.iter().position(|other| *other == verdict);
    sort_by_key(&mut shares, |(verdict, count)| (DRAWS - count, order(*verdict)));
    let runner_up = shares.iter().find(|(verdict, _)| *verdict != weighing.verdict).map(|(verdict, _)| *verdict);
    let runner_up =
        runner_up.map(|verdict| RunnerUp { verdict, theme: theme_that_gives(evaluator, answers, weighing, verdict) });
    Robustness { shares, runner_up }
}

/// In how many weightings the balance leans how far.
fn draw(model: &Model, ledger: &[Entry]) -> [(Leaning, u32); 3] {
    let clear = i64::from(model.thresholds.clear) * ONE;
    let mut signed = vec![0i64; model.arguments.len()];
    for entry in ledger {
        signed[entry.argument] = i64::from(entry.side.signed(entry.points));
    }
    let (mut random, mut positive, mut clearly) = (SplitMix64(0x534F_4349_414C), 0, 0);
    for _ in 0..DRAWS {
        let mut balance = 0;
        // Four factors of 16 bits from each number, for every argument, so that a factor never depends on the ledger.
        for points in signed.chunks(4) {
            let factors = random.next();
            for (place, points) in points.iter().enumerate() {
                balance += points * (factors >> (16 * place) & 0xFFFF) as i64;
            }
        }
        positive += u32::from(balance > 0 && balance < clear);
        clearly += u32::from(balance >= clear);
    }
    [(Leaning::Clear, clearly), (Leaning::Positive, positive), (Leaning::Not, DRAWS - positive - clearly)]
}

/// The first theme, in the model's order, whose weight alone gives a verdict: doubled first, then left out.
fn theme_that_gives(
    evaluator: &Evaluator,
    answers: &Answers,
    weighing: &Weighing,
    verdict: Verdict,
) -> Option<(usize, u8)> {
    let (model, options) = (evaluator.model(), evaluator.options());
    let gives = |(theme, weight): &(usize, u8)| {
        let other = options.with_weight(model, *theme, *weight);
        let grounds = Grounds { leaning: Leaning::of(model, balance(model, answers, &other)), ..weighing.grounds };
        other.weight(*theme as u8) != options.weight(*theme as u8) && grounds.verdict() == verdict
    };
    (0..model.themes.len()).flat_map(|theme| [2, 0, 1].map(|weight| (theme, weight))).find(gives)
}

/// SplitMix64: a counter and a mixing function. Fast, small, and equal everywhere.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
