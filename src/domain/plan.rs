//! The plan that follows a verdict: hours, rhythm, what to count, the first 90 days, when to review and when to stop.

use super::{
    Answers, Date, Model, Options, Report, Verdict,
    activity::{Activity, share_out},
    answers::{bits, decimal},
    condition::Condition,
    cost::{Cost, CostRule, cost},
    json::Json,
    network::Role,
    report::NetworkRef,
    rhythm::{Looks, Rhythm},
    step::{Opening, PlannedStep, Step, What, steps},
};

/// All that plans are made from. It stands apart from the model, so that a module without plans does not carry it.
#[derive(Debug)]
pub struct PlanRules {
    /// The activities, monitoring last.
    pub activities: &'static [Activity],
    /// How often to post on each live network, in the model's order.
    pub rhythms: &'static [Rhythm],
    /// How often to look at what is watched: the first that holds.
    pub looks: &'static [Looks],
    /// The question on goals.
    pub goals: u8,
    /// Ids of what can be counted.
    pub indicators: &'static [&'static str],
    /// What to count for each goal, in the order of the question's options, by position among the indicators.
    pub counted: &'static [&'static [u8]],
    /// The steps that the first 90 days can have.
    pub steps: &'static [Step],
    /// By when to open the gates.
    pub openings: &'static [Opening],
    /// After how many days to review each verdict, in the order of [`Verdict::ALL`].
    pub review: [i32; Verdict::ALL.len()],
    /// When to stop, for who publishes.
    pub stop: &'static [Clause],
    /// The verdicts after which the hours serve better elsewhere.
    pub instead_for: Verdicts,
    /// Where they do.
    pub instead: &'static [Clause],
    /// The verdicts that come with words of caution.
    pub cautions_for: Verdicts,
    /// Words of caution.
    pub cautions: &'static [Clause],
    /// How the yearly cost is reckoned.
    pub cost: CostRule,
}

/// A row of the plan that depends on answers. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct Clause {
    /// Public id.
    pub id: &'static str,
    /// One of these is enough. Empty: always.
    pub any: &'static [Condition],
}

impl Clause {
    /// Whether it applies to some answers.
    pub fn holds(&self, answers: &Answers) -> bool {
        holds(self.any, answers)
    }
}

/// Whether one of some conditions holds, or there are none.
pub(super) fn holds(any: &[Condition], answers: &Answers) -> bool {
    any.is_empty() || any.iter().any(|condition| condition.holds(answers))
}

/// Some verdicts, a bit each in the order of [`Verdict::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdicts(pub u8);

impl Verdicts {
    /// Whether a verdict is among them.
    pub fn contain(self, verdict: Verdict) -> bool {
        self.0 & (1 << verdict as u8) != 0
    }
}

/// The plan for one reader. Positions stand for rows of the rules and the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The day on which it starts, if there is a calendar.
    pub start: Option<Date>,
    /// Activities that take time, and hours a week in tenths. They add up to the hours planned and for monitoring.
    pub activities: Vec<(usize, i32)>,
    /// Networks to publish on, and posts a week in tenths.
    pub rhythm: Vec<(usize, i32)>,
    /// What to watch.
    pub watch: Vec<Watch>,
    /// Each goal, by its option, and what to count for it.
    pub indicators: Vec<(usize, &'static [u8])>,
    /// What to do, and by which day, in that order.
    pub steps: Vec<PlannedStep>,
    /// The day, from the start, on which to look at the decision again.
    pub review: i32,
    /// When to stop.
    pub stop: Vec<usize>,
    /// Where to put the hours instead, best first.
    pub instead: Vec<usize>,
    /// Words of caution.
    pub cautions: Vec<usize>,
    /// What it costs, for who publishes.
    pub cost: Option<Cost>,
}

/// A network to watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// Position of the network.
    pub network: usize,
    /// Hours a week, in tenths.
    pub hours: i32,
    /// How many times a week to look.
    pub looks: i32,
}

/// The plan that follows from a report.
pub fn plan(model: &Model, rules: &PlanRules, answers: &Answers, options: &Options, report: &Report) -> Plan {
    let verdict = report.verdict;
    let publishes = verdict.networks() > 0;
    let published = live(report, Role::Publish);
    let which = |clauses: &[Clause]| -> Vec<usize> {
        (0..clauses.len()).filter(|clause| clauses[*clause].holds(answers)).collect()
    };
    let goals = if publishes { answers.chosen(rules.goals.into()) } else { 0 };
    let counted = |goal: usize| Some((goal, *rules.counted.get(goal)?)).filter(|(_, counted)| !counted.is_empty());
    Plan {
        start: options.today,
        activities: share_out(rules.activities, answers, report.hours.planned, report.hours.monitoring),
        rhythm: published
            .filter_map(|(network, hours)| {
                Some((network, rules.rhythms.get(network)?.posts(&model.networks[network], hours)))
            })
            .collect(),
        watch: watch(model, rules, answers, report),
        indicators: bits(goals).filter_map(counted).collect(),
        steps: steps(model, rules, answers, report),
        review: rules.review[verdict as usize],
        stop: if publishes { which(rules.stop) } else { Vec::new() },
        instead: instead(rules, answers, report),
        cautions: if rules.cautions_for.contain(verdict) { which(rules.cautions) } else { Vec::new() },
        cost: rules.cost.verdicts.contain(verdict).then(|| cost(model, &rules.cost, answers, options, report)),
    }
}

/// The live networks of a role, with their hours.
fn live(report: &Report, role: Role) -> impl Iterator<Item = (usize, i32)> {
    report.with_role(role).filter_map(|row| match row.network {
        NetworkRef::Live(network) => Some((network, row.hours)),
        NetworkRef::Retired(_) => None,
    })
}

/// The networks to watch, the hours for it shared out from the best down.
fn watch(model: &Model, rules: &PlanRules, answers: &Answers, report: &Report) -> Vec<Watch> {
    let looks = rules.looks.iter().find(|looks| holds(looks.any, answers)).map_or(1, |looks| looks.times);
    let mut left = report.hours.monitoring;
    let one = |(network, _): (usize, i32)| {
        let hours = left.min(model.thresholds.monitoring);
        left -= hours;
        Watch { network, hours, looks }
    };
    live(report, Role::Listen).map(one).collect()
}

/// Where the hours serve better: what serves the reader's goals first. Who only pauses keeps the hours for coming back.
fn instead(rules: &PlanRules, answers: &Answers, report: &Report) -> Vec<usize> {
    if report.pause || !rules.instead_for.contain(report.verdict) {
        return Vec::new();
    }
    let serves = |place: &usize| rules.instead[*place].holds(answers);
    let all = 0..rules.instead.len();
    all.clone().filter(serves).chain(all.filter(|place| !serves(place))).collect()
}

impl Plan {
    /// The date of a day counted from the start, if there is a calendar.
    pub fn date(&self, day: i32) -> Option<Date> {
        self.start?.plus_days(day)
    }

    /// Writes the plan as the value of a field.
    pub(super) fn write(&self, model: &Model, rules: &PlanRules, json: &mut Json) {
        json.open('{');
        let network = |network: usize| model.networks[network].id;
        json.list("activities", &self.activities, |(activity, hours), json| {
            json.field("id").text(rules.activities[*activity].id);
            json.field("hours").raw(&decimal(*hours));
        });
        json.list("rhythm", &self.rhythm, |(row, posts), json| {
            json.field("network").text(network(*row));
            json.field("posts").raw(&decimal(*posts));
        });
        json.list("watch", &self.watch, |watch, json| {
            json.field("network").text(network(watch.network));
            json.field("hours").raw(&decimal(watch.hours));
            json.field("looks").number(watch.looks);
        });
        json.list("indicators", &self.indicators, |(goal, counted), json| {
            json.field("goal").text(model.questions[usize::from(rules.goals)].options[*goal]);
            json.field("count").texts(&mut counted.iter().map(|row| rules.indicators[usize::from(*row)]));
        });
        json.list("steps", &self.steps, |step, json| {
            match step.what {
                What::Step(step) => json.field("id").text(rules.steps[step].id),
                What::Open { gate, cause } => {
                    json.field("id").text(model.gates[gate].causes[cause].id);
                    json.field("gate").text(model.gates[gate].id);
                }
            }
            self.day_json(step.day, json);
        });
        json.field("review").open('{');
        self.day_json(self.review, json);
        json.close('}');
        for (name, places, rows) in [
            ("stop", &self.stop, rules.stop),
            ("instead", &self.instead, rules.instead),
            ("cautions", &self.cautions, rules.cautions),
        ] {
            json.field(name).texts(&mut places.iter().map(|place| rows[*place].id));
        }
        if let Some(cost) = &self.cost {
            json.field("cost");
            cost.write(&rules.cost, json);
        }
        json.close('}');
    }

    fn day_json(&self, day: i32, json: &mut Json) {
        json.field("day").number(day);
        if let Some(date) = self.date(day) {
            json.field("date").text(&date.to_string());
        }
    }
}
