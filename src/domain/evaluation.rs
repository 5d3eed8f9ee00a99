//! From answers to the whole report.

use std::cell::RefCell;

use super::{
    Answers, Model, Options, Report, Verdict,
    advice::advice,
    bounds::{Bounds, bounds},
    fit::{self, Fit, Reach, fits, reach},
    gate::{GateReport, gates},
    ledger::{balance, ledger},
    network::{Network, Role},
    order::sort_by_key,
    portfolio::{Share, portfolio},
    report::{Hours, NetworkRef, NetworkReport, Skip},
    verdict::Grounds,
};

/// Affinity, in thousandths of 0 to 4, from which an answer speaks for a network.
const FOR: i32 = 2800;
/// Affinity down to which an answer speaks against a network.
const AGAINST: i32 = 1300;

/// The whole report for some answers.
///
/// It depends on the answers and options alone. To evaluate many sets of answers, keep an [`Evaluator`].
pub fn evaluate(model: &'static Model, answers: &Answers, options: &Options) -> Report {
    Evaluator::new(model, options.clone()).evaluate(answers)
}

thread_local! {
    /// The ends that were last found, and the weights they are for: they take longer to find than all the rest.
    static LAST_ENDS: RefCell<Option<(*const Model, Vec<u8>, Bounds)>> = const { RefCell::new(None) };
}

/// The least and greatest balance that any answers can reach under some weights.
fn ends(model: &Model, options: &Options) -> Bounds {
    let known = LAST_ENDS.with_borrow(|last| match last {
        Some((of, weights, ends)) if std::ptr::eq(*of, model) && *weights == options.weights => Some(*ends),
        _ => None,
    });
    known.unwrap_or_else(|| {
        let ends = bounds(model, &Answers::none(model), options);
        LAST_ENDS.set(Some((model, options.weights.clone(), ends)));
        ends
    })
}

/// A model with a reader's options, ready to evaluate any number of answers.
#[derive(Debug, Clone)]
pub struct Evaluator {
    model: &'static Model,
    options: Options,
    /// What the model can reach at all under these weights: the ends of the scale.
    ends: Bounds,
}

impl Evaluator {
    /// Finds the ends of the scale under the given weights.
    pub fn new(model: &'static Model, options: Options) -> Evaluator {
        let ends = ends(model, &options);
        Evaluator { model, options, ends }
    }

    /// The model.
    pub fn model(&self) -> &'static Model {
        self.model
    }

    /// The reader's options.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The least and greatest balance that the model can reach under these weights: the ends of the scale.
    pub fn ends(&self) -> Bounds {
        self.ends
    }

    /// The verdict and what it rests on, without ledger lines and networks: what a search over answers needs.
    pub fn weigh(&self, answers: &Answers) -> Weighing {
        let balance = balance(self.model, answers, &self.options);
        let fits = fits(self.model, answers);
        let reach = reach(self.model, &fits);
        let gates = gates(self.model, answers, &reach);
        let grounds = Grounds::of(self.model, answers, balance, &gates, &reach);
        Weighing { verdict: grounds.verdict(), grounds, balance, gates, fits, reach }
    }

    /// The whole report for some answers.
    pub fn evaluate(&self, answers: &Answers) -> Report {
        let weighing = &self.weigh(answers);
        let model = self.model;
        let Weighing { verdict, balance, gates, fits, reach, .. } = weighing;
        let (verdict, balance) = (*verdict, *balance);
        let available = answers.number(model.fit.hours.into());
        let shares = match verdict.networks() {
            0 => Vec::new(),
            most => portfolio(model, fits, reach, available, most),
        };
        let networks =
            Networks { model, options: &self.options, answers, verdict, fits, shares: &shares, available }.report();
        let planned = shares.iter().map(|share| share.hours).sum();
        let listened = networks.iter().filter(|network| network.role == Role::Listen).count() as i32;
        let left = available.map_or(0, |available| available - planned);
        let accounts = answers.chosen(model.fit.accounts.into()).count_ones() as usize;
        Report {
            verdict,
            provisional: self.is_provisional(answers),
            pause: weighing.is_pause(),
            scale: self.scale(balance),
            gates: gates.clone(),
            ledger: ledger(model, answers, &self.options),
            hours: Hours { available, planned, monitoring: (listened * model.thresholds.monitoring).min(left) },
            networks,
            advice: match verdict {
                Verdict::Refocus => advice(model.advice, answers, accounts, shares.len()),
                _ => Vec::new(),
            },
        }
    }

    /// A balance on the scale from −100 to +100, each side by its own end, rounded towards 0 but never onto it.
    pub fn scale(&self, balance: i32) -> i32 {
        let end = if balance < 0 { -self.ends.lowest } else { self.ends.highest };
        if balance == 0 || end <= 0 {
            return 0;
        }
        let scaled = (balance.abs() * 100 / end).clamp(1, 100);
        scaled * balance.signum()
    }

    /// Whether an essential question that applies has no answer: the verdict may change with it.
    pub fn is_provisional(&self, answers: &Answers) -> bool {
        let open = |(position, question): (usize, &super::question::Question)| {
            question.core && answers.applies(self.model, position) && !answers.is_given(position)
        };
        self.model.questions.iter().enumerate().any(open)
    }
}

/// The verdict and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// The verdict.
    pub verdict: Verdict,
    /// All that it is read off.
    pub grounds: Grounds,
    /// Points for less points against.
    pub balance: i32,
    /// How the gates stand.
    pub gates: Vec<GateReport>,
    /// How well each network fits.
    pub fits: Vec<Fit>,
    /// What the networks that suit ask of the hours.
    pub reach: Reach,
}

impl Weighing {
    /// Whether one is to leave for a while only: what is there is worth coming back to.
    pub fn is_pause(&self) -> bool {
        self.verdict == Verdict::Leave && (self.balance > 0 || self.grounds.thriving)
    }
}

/// All that the roles of networks are read off.
struct Networks<'a> {
    model: &'static Model,
    options: &'a Options,
    answers: &'a Answers,
    verdict: Verdict,
    fits: &'a [Fit],
    shares: &'a [Share],
    available: Option<i32>,
}

impl Networks<'_> {
    /// All live networks, best fit first, then the retired ones among the accounts.
    fn report(&self) -> Vec<NetworkReport> {
        let model = self.model;
        let listened = self.listened();
        let mut networks: Vec<NetworkReport> =
            (0..model.networks.len()).map(|network| self.live(network, &listened)).collect();
        sort_by_key(&mut networks, |network| -network.fit);
        let retired = (0..model.retired.len()).filter(|retired| self.has_account(model.networks.len() + retired));
        networks.extend(retired.map(|retired| NetworkReport {
            network: NetworkRef::Retired(retired),
            role: Role::Leave,
            fit: 0,
            watch: 0,
            hours: 0,
            because: vec![model.fit.accounts],
            against: Vec::new(),
            skip: None,
            stale: Vec::new(),
        }));
        networks
    }

    /// The networks worth monitoring: the best of those that are not published on, where listening is part of the verdict.
    ///
    /// Who publishes nowhere and has accounts listens first where they have one, if it suits at all.
    fn listened(&self) -> Vec<usize> {
        if matches!(self.verdict, Verdict::No | Verdict::Leave) {
            return Vec::new();
        }
        let thresholds = &self.model.thresholds;
        let kept = |network: usize| self.shares.is_empty() && self.has_account(network);
        let least = |network: usize| if kept(network) { thresholds.fits } else { thresholds.watch };
        let mut networks: Vec<usize> = (0..self.fits.len())
            .filter(|network| self.fits[*network].watch >= least(*network) && self.share(*network).is_none())
            .collect();
        sort_by_key(&mut networks, |network| (!kept(*network), -self.fits[*network].watch));
        networks.truncate(self.model.thresholds.watch_most);
        networks
    }

    fn share(&self, network: usize) -> Option<&Share> {
        self.shares.iter().find(|share| share.network == network)
    }

    /// Whether the reader is present and has an account there. The accounts' options are the networks, then the retired.
    fn has_account(&self, option: usize) -> bool {
        let present = self.model.conditions.present.holds(self.answers);
        present && self.answers.chosen(self.model.fit.accounts.into()) & (1 << option) != 0
    }

    fn live(&self, position: usize, listened: &[usize]) -> NetworkReport {
        let network = &self.model.networks[position];
        let share = self.share(position);
        let role = if share.is_some() {
            Role::Publish
        } else if listened.contains(&position) {
            Role::Listen
        } else if self.has_account(position) {
            Role::Leave
        } else {
            Role::Skip
        };
        let (because, against) = self.reasons(network);
        let stale = |fact: &super::network::Fact| self.model.is_stale(self.options.today, fact.year, fact.month);
        NetworkReport {
            network: NetworkRef::Live(position),
            role,
            fit: self.fits[position].publish,
            watch: self.fits[position].watch,
            hours: share.map_or(0, |share| share.hours),
            because,
            against,
            skip: matches!(role, Role::Skip | Role::Leave).then(|| self.skip(position)),
            stale: network.facts.iter().map(stale).collect(),
        }
    }

    /// The questions whose answers speak for a network, and those that speak against it.
    fn reasons(&self, network: &Network) -> (Vec<u8>, Vec<u8>) {
        let (model, answers, rule) = (self.model, self.answers, &self.model.fit);
        let (mut because, mut against) = (Vec::new(), Vec::new());
        let mut weigh = |question: u8, affinity: i32| {
            if affinity >= FOR {
                because.push(question);
            } else if affinity <= AGAINST {
                against.push(question);
            }
        };
        for (position, criterion) in rule.criteria.iter().enumerate() {
            weigh(criterion.question, fit::affinity(model, answers, network, position));
        }
        weigh(rule.ages, fit::reach_of_ages(model, answers, network));
        match fit::formats_shared(model, answers, network) {
            Some(0) => against.push(rule.formats),
            Some(_) => because.push(rule.formats),
            None => (),
        }
        if fit::values_factor(model, answers, network) < 1000 {
            against.push(rule.values);
        }
        if fit::lacks_needs(answers, network) {
            let lacking = network.needs.iter().map(|need| need.question).filter(|question| !against.contains(question));
            let lacking: Vec<u8> = lacking.collect();
            against.extend(lacking);
        }
        if self.available.is_some_and(|hours| hours < network.least) {
            against.push(rule.hours);
        }
        because.retain(|question| !against.contains(question));
        (because, against)
    }

    /// What weighs most against a network that is left aside.
    fn skip(&self, position: usize) -> Skip {
        let (model, answers, network) = (self.model, self.answers, &self.model.networks[position]);
        let fit = self.fits[position].publish;
        if fit >= model.thresholds.fits {
            return self.skip_though_fitting(network);
        }
        if fit::lacks_needs(answers, network) {
            return Skip::Needs;
        }
        let ages =
            if answers.is_given(model.fit.ages.into()) { fit::reach_of_ages(model, answers, network) } else { 4000 };
        let rule = &model.fit;
        let mean: i32 = rule
            .criteria
            .iter()
            .enumerate()
            .map(|(place, row)| row.weight * fit::affinity(model, answers, network, place))
            .sum();
        let mean = mean / rule.criteria.iter().map(|row| row.weight).sum::<i32>();
        if fit::formats_shared(model, answers, network) == Some(0) && mean > AGAINST {
            Skip::Formats
        } else if mean <= 2000 && mean <= ages {
            Skip::Nature
        } else if ages <= 2000 {
            Skip::Ages
        } else if fit::values_factor(model, answers, network) < 1000 {
            Skip::Values
        } else {
            Skip::Nature
        }
    }

    fn skip_though_fitting(&self, network: &Network) -> Skip {
        let planned: i32 = self.shares.iter().map(|share| share.hours).sum();
        if self.shares.is_empty() {
            return if self.available.is_some_and(|hours| hours < network.least) { Skip::Hours } else { Skip::Verdict };
        }
        if self.shares.iter().any(|share| self.model.networks[share.network].family == network.family) {
            Skip::Overlap
        } else if self.available.is_some_and(|hours| hours - planned < network.least) {
            Skip::Hours
        } else {
            Skip::Lead
        }
    }
}
