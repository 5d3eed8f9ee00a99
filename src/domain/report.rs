//! Everything that one evaluation gives, and the same as JSON.

use super::{
    Model, Plan, PlanRules, Verdict,
    answers::decimal,
    argument::Side,
    firmness::Firmness,
    gate::GateReport,
    json::Json,
    ledger::{Entry, sum},
    network::Role,
};

/// The whole result for one set of answers. Positions stand for rows of the model; [`Report::to_json`] has the ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the reader is told.
    pub verdict: Verdict,
    /// Not every core question is answered yet.
    pub provisional: bool,
    /// With `leave`: the presence is worth keeping and nobody keeps it, so pause and hand over rather than close.
    pub pause: bool,
    /// The balance on a scale from −100 to +100, whose ends are what the model can really reach.
    pub scale: i32,
    /// How the gates stand, in the model's order.
    pub gates: Vec<GateReport>,
    /// The arguments that count, strongest first.
    pub ledger: Vec<Entry>,
    /// The hours a week.
    pub hours: Hours,
    /// All live networks, best fit first, then the retired ones among the accounts.
    pub networks: Vec<NetworkReport>,
    /// With `refocus`: what to change.
    pub advice: Vec<usize>,
}

/// Hours a week, in tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// What the reader has; none if unanswered.
    pub available: Option<i32>,
    /// The sum over the networks to publish on, all the work of those accounts included.
    pub planned: i32,
    /// For monitoring the networks to listen to. Planned and monitoring never exceed what is available.
    pub monitoring: i32,
}

/// What the report says of one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkReport {
    /// Which one.
    pub network: NetworkRef,
    /// What to do with it.
    pub role: Role,
    /// Fit to publish on it, 0 to 100.
    pub fit: i32,
    /// Fit to monitor it, 0 to 100: without formats and hours.
    pub watch: i32,
    /// Hours a week for publishing on it, in tenths.
    pub hours: i32,
    /// Questions whose answers speak for it.
    pub because: Vec<u8>,
    /// Questions whose answers speak against it.
    pub against: Vec<u8>,
    /// Why it is left aside, if it is.
    pub skip: Option<Skip>,
    /// For each figure known of it: whether it is stale.
    pub stale: Vec<bool>,
}

/// A live or a retired network, by its position in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkRef {
    /// One that lives.
    Live(usize),
    /// One that is gone.
    Retired(usize),
}

/// Why a network is left aside: what weighs most against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// It is not made for such a reader, field or goal.
    Nature,
    /// It lacks what it cannot do without.
    Needs,
    /// It does not reach the audience's ages.
    Ages,
    /// It lives on formats that the reader does not make.
    Formats,
    /// The platforms conflict with the reader's values.
    Values,
    /// It takes more hours than there are left.
    Hours,
    /// It reaches the people already reached by another.
    Overlap,
    /// One well kept comes first.
    Lead,
    /// The verdict is not to publish.
    Verdict,
}

impl Skip {
    /// Its id in a report.
    pub fn id(self) -> &'static str {
        match self {
            Skip::Nature => "nature",
            Skip::Needs => "needs",
            Skip::Ages => "ages",
            Skip::Formats => "formats",
            Skip::Values => "values",
            Skip::Hours => "hours",
            Skip::Overlap => "overlap",
            Skip::Lead => "lead",
            Skip::Verdict => "verdict",
        }
    }
}

impl Report {
    /// Points for being present.
    pub fn pros(&self) -> i32 {
        sum(&self.ledger, Side::Pro)
    }

    /// Points against, as a positive number.
    pub fn cons(&self) -> i32 {
        sum(&self.ledger, Side::Con)
    }

    /// Points for less points against.
    pub fn balance(&self) -> i32 {
        self.pros() - self.cons()
    }

    /// The networks that have a role, best fit first.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &NetworkReport> {
        self.networks.iter().filter(move |network| network.role == role)
    }

    /// The report as compact JSON. The field names are public; see the model's documentation.
    pub fn to_json(&self, model: &Model, firmness: &Firmness, rules: &PlanRules, plan: &Plan) -> String {
        let mut json = Json::default();
        json.open('{');
        json.field("model").text(model.version);
        json.field("verdict").text(self.verdict.id());
        json.field("provisional").raw(bool_id(self.provisional));
        if self.verdict == Verdict::Leave {
            json.field("pause").raw(bool_id(self.pause));
        }
        for (name, number) in
            [("pros", self.pros()), ("cons", self.cons()), ("balance", self.balance()), ("scale", self.scale)]
        {
            json.field(name).number(number);
        }
        json.field("gates").open('{');
        for gate in &self.gates {
            json.field(model.gates[gate.gate].id).text(gate.state.id());
        }
        json.close('}');
        json.field("causes").open('[');
        for gate in &self.gates {
            for cause in &gate.causes {
                json.text(model.gates[gate.gate].causes[*cause].id);
            }
        }
        json.close(']');
        json.field("ledger").open('[');
        for entry in &self.ledger {
            self.entry_json(model, entry, &mut json);
        }
        json.close(']');
        firmness.write(model, &mut json);
        json.field("hours").open('{');
        match self.hours.available {
            Some(hours) => json.field("available").raw(&decimal(hours)),
            None => json.field("available").raw("null"),
        }
        json.field("planned").raw(&decimal(self.hours.planned));
        json.field("monitoring").raw(&decimal(self.hours.monitoring));
        json.close('}');
        json.field("networks").open('[');
        for network in &self.networks {
            network_json(model, network, &mut json);
        }
        json.close(']');
        if self.verdict == Verdict::Refocus {
            json.field("advice").texts(&mut self.advice.iter().map(|advice| model.advice[*advice].id));
        }
        json.field("plan");
        plan.write(model, rules, &mut json);
        json.close('}');
        json.into_text()
    }

    fn entry_json(&self, model: &Model, entry: &Entry, json: &mut Json) {
        let argument = &model.arguments[entry.argument];
        json.item().open('{');
        json.field("id").text(argument.id);
        json.field("side").text(entry.side.id());
        json.field("points").number(entry.points);
        json.field("weight").number(argument.weight.into());
        json.field("strength").number(entry.strength);
        json.field("theme").text(model.themes[usize::from(argument.theme)]);
        json.field("because").texts(&mut question_ids(model, &entry.because));
        json.field("sources").texts(&mut argument.sources.iter().map(|source| model.sources[usize::from(*source)]));
        json.close('}');
    }
}

fn network_json(model: &Model, network: &NetworkReport, json: &mut Json) {
    json.item().open('{');
    let id = match network.network {
        NetworkRef::Live(position) => model.networks[position].id,
        NetworkRef::Retired(position) => model.retired[position].id,
    };
    json.field("id").text(id);
    json.field("role").text(network.role.id());
    json.field("fit").number(network.fit);
    if let NetworkRef::Retired(position) = network.network {
        json.field("replaced_by").text(model.networks[model.retired[position].replaced_by].id);
    } else {
        json.field("watch").number(network.watch);
    }
    json.field("hours").raw(&decimal(network.hours));
    json.field("because").texts(&mut question_ids(model, &network.because));
    json.field("against").texts(&mut question_ids(model, &network.against));
    if let Some(skip) = network.skip {
        json.field("skip").text(skip.id());
    }
    if let NetworkRef::Live(position) = network.network {
        json.field("facts").open('[');
        for (fact, stale) in model.networks[position].facts.iter().zip(&network.stale) {
            json.item().open('{');
            json.field("id").text(fact.id);
            json.field("year").number(fact.year.into());
            json.field("stale").raw(bool_id(*stale));
            json.close('}');
        }
        json.close(']');
    }
    json.close('}');
}

fn question_ids<'a>(model: &'a Model, questions: &'a [u8]) -> impl Iterator<Item = &'a str> {
    questions.iter().map(|question| model.questions[usize::from(*question)].id)
}

fn bool_id(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
