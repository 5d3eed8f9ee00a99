//! Reads data/plan.toml and writes it as Rust.

use std::fmt::Write;

use crate::{
    model::Model,
    networks::Networks,
    node::Node,
    typography::{Language, set},
};

/// The verdicts, in the order of the domain's table.
pub(crate) const VERDICTS: [&str; 7] = ["go", "start_small", "refocus", "prepare", "listen", "leave", "no"];
const CASES: [(&str, &str); 5] = [
    ("listening", "Listening"),
    ("where_not_open", "WhereNotOpen"),
    ("accounts_to_leave", "AccountsToLeave"),
    ("pausing", "Pausing"),
    ("closing", "Closing"),
];

/// What is read of the plan: the rows that words refer to, and all of it as Rust source.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) activities: Vec<String>,
    pub(crate) indicators: Vec<String>,
    pub(crate) steps: Vec<String>,
    pub(crate) stop: Vec<String>,
    pub(crate) instead: Vec<String>,
    pub(crate) cautions: Vec<String>,
    pub(crate) figures: Vec<String>,
    pub(crate) source: String,
}

pub(crate) fn read(root: &Node<'_>, model: &Model, networks: &Networks<'_>) -> Plan {
    root.only(&[
        "activities",
        "rhythms",
        "looks",
        "indicators",
        "steps",
        "openings",
        "review",
        "stop",
        "instead",
        "cautions",
        "cost",
    ]);
    let mut plan = Plan::default();
    let activities = root.need("activities", |node| read_activities(node, model, &mut plan));
    let rhythms = root.need("rhythms", |node| read_rhythms(node, networks));
    let looks = root.need("looks", |node| read_looks(node, model));
    let counted = root.need("indicators", |node| read_indicators(node, model, &mut plan));
    let steps = root.need("steps", |node| read_steps(node, model, &mut plan));
    let openings = root.need("openings", |node| read_openings(node, model));
    let review: Vec<i64> = root.need("review", |node| {
        node.only(&VERDICTS);
        VERDICTS.iter().map(|verdict| node.need(verdict, |node| node.within(1, 3660))).collect()
    });
    let stop = root.need("stop", |node| clauses(node, model, &mut plan.stop));
    let (cautions_for, cautions) =
        root.need("cautions", |node| (node.need("for", verdicts), clauses(node, model, &mut plan.cautions)));
    let (instead_for, instead) =
        root.need("instead", |node| (node.need("for", verdicts), clauses(node, model, &mut plan.instead)));
    let cost = root.need("cost", |node| read_cost(node, model, &mut plan));
    let goals = model.questions.iter().position(|question| question.id == "goals").unwrap_or_default();
    plan.source = format!(
        "PlanRules {{\nactivities: &[\n{activities}],\nrhythms: &[\n{rhythms}],\nlooks: &[\n{looks}],\ngoals: {goals},\n\
         indicators: &{:?},\ncounted: &[{counted}],\nsteps: &[\n{steps}],\nopenings: &[{openings}],\nreview: {review:?},\n\
         stop: &[\n{stop}],\ninstead_for: {instead_for},\ninstead: &[\n{instead}],\ncautions_for: {cautions_for},\ncautions: &[\n{cautions}],\ncost: {cost},\n}}\n",
        plan.indicators
    );
    plan
}

/// The conditions of which one is enough; none: always.
fn any(node: &Node<'_>, name: &str, model: &Model) -> String {
    node.get(name).map(|node| model.conditions(&node)).unwrap_or_default().join(", ")
}

/// The verdicts that a list names, a bit each.
fn verdicts(node: &Node<'_>) -> String {
    let set = node.items().iter().fold(0u8, |set, item| {
        let id = item.text();
        match VERDICTS.iter().position(|verdict| *verdict == id) {
            Some(position) => set | 1 << position,
            None => {
                item.fault(format!("there is no verdict `{id}`"));
                set
            }
        }
    });
    format!("Verdicts({set})")
}

fn read_activities(node: &Node<'_>, model: &Model, plan: &mut Plan) -> String {
    let mut source = String::new();
    for (id, row) in node.rows() {
        row.only(&["share", "more", "any"]);
        let share = row.get("share").map(|node| node.within(1, 100));
        let more = row.get("more").map_or(0, |node| node.within(1, 100));
        if row.get("more").is_some() != row.get("any").is_some() {
            row.fault("`more` and `any` stand together");
        }
        let any = any(&row, "any", model);
        let _ = writeln!(source, "Activity {{ id: {id:?}, share: {share:?}, more: {more}, any: &[{any}] }},");
        plan.activities.push(id);
    }
    let without = node.rows().iter().filter(|(_, row)| row.get("share").is_none()).count();
    if without != 1 || plan.activities.last().is_none_or(|last| last != "monitoring") {
        node.fault("`monitoring`, the last, has no share, and every other activity has one");
    }
    source
}

fn read_rhythms(node: &Node<'_>, networks: &Networks<'_>) -> String {
    let known: Vec<&str> = networks.live.iter().map(String::as_str).collect();
    node.only(&known);
    let mut source = String::new();
    for id in known {
        let (least, well) = node.need(id, |row| {
            row.only(&["least", "well"]);
            (row.need("least", |node| node.parts(10)), row.need("well", |node| node.parts(10)))
        });
        if least < 0 || well < least {
            node.fault(format!("{id}: `well` is at least `least`, and neither is below 0"));
        }
        let _ = writeln!(source, "Rhythm {{ least: {least}, well: {well} }},");
    }
    source
}

fn read_looks(node: &Node<'_>, model: &Model) -> String {
    let rows = node.rows();
    if rows.last().is_none_or(|(_, row)| row.get("any").is_some()) {
        node.fault("the last line holds always");
    }
    let look = |(_, row): &(String, Node<'_>)| {
        row.only(&["times", "any"]);
        format!(
            "Looks {{ times: {}, any: &[{}] }},\n",
            row.need("times", |node| node.within(1, 21)),
            any(row, "any", model)
        )
    };
    rows.iter().map(look).collect()
}

fn read_indicators(node: &Node<'_>, model: &Model, plan: &mut Plan) -> String {
    let goals = model.questions.iter().find(|question| question.id == "goals");
    let goals = goals.map(|question| question.options.clone()).unwrap_or_default();
    for (goal, row) in node.rows() {
        if !goals.contains(&goal) {
            row.fault(format!("there is no goal `{goal}`"));
        }
    }
    let mut rows = Vec::new();
    for goal in &goals {
        let ids = node.get(goal).map(|row| row.texts()).unwrap_or_default();
        if !(2..=3).contains(&ids.len()) && goal != "trend" {
            node.fault(format!("`{goal}` has two or three indicators"));
        }
        let mut positions = Vec::new();
        for id in ids {
            let known = plan.indicators.iter().position(|other| *other == id);
            positions.push(known.unwrap_or(plan.indicators.len()));
            if known.is_none() {
                plan.indicators.push(id);
            }
        }
        rows.push(format!("&{positions:?}"));
    }
    rows.join(", ")
}

fn read_steps(node: &Node<'_>, model: &Model, plan: &mut Plan) -> String {
    let mut source = String::new();
    let mut last = 0;
    for (id, row) in node.rows() {
        row.only(&["day", "for", "any", "unless", "rule"]);
        let day = row.need("day", |node| node.within(0, 90));
        if day < last {
            row.fault("steps stand in the order of their days");
        }
        last = day;
        let case = row.get("rule").map_or("None".to_owned(), |node| {
            let id = node.text();
            match CASES.iter().find(|(case, _)| *case == id) {
                Some((_, name)) => format!("Some(Case::{name})"),
                None => {
                    node.fault(format!(
                        "there is no rule `{id}`; there are {}",
                        CASES.map(|(case, _)| case).join(", ")
                    ));
                    String::new()
                }
            }
        });
        let _ = writeln!(
            source,
            "Step {{ id: {id:?}, day: {day}, verdicts: {}, any: &[{}], unless: &[{}], case: {case} }},",
            row.need("for", verdicts),
            any(&row, "any", model),
            any(&row, "unless", model)
        );
        if model.gates.iter().any(|gate| gate.causes.contains(&id)) {
            row.fault("a gate has a cause of this id");
        }
        plan.steps.push(id);
    }
    source
}

fn read_openings(node: &Node<'_>, model: &Model) -> String {
    node.only(&VERDICTS);
    let opening = |(id, row): (String, Node<'_>)| {
        row.only(&model.gates.iter().map(|gate| gate.id.as_str()).collect::<Vec<_>>());
        let days: Vec<i64> = model.gates.iter().map(|gate| row.need(&gate.id, |node| node.within(0, 90))).collect();
        let verdict = VERDICTS.iter().position(|verdict| *verdict == id).unwrap_or_default();
        format!("Opening {{ verdicts: Verdicts({}), days: {days:?} }}", 1 << verdict)
    };
    node.rows().into_iter().map(opening).collect::<Vec<_>>().join(", ")
}

fn clauses(node: &Node<'_>, model: &Model, ids: &mut Vec<String>) -> String {
    let mut source = String::new();
    for (id, row) in node.rows().into_iter().filter(|(id, _)| id != "for") {
        row.only(&["any"]);
        let _ = writeln!(source, "Clause {{ id: {id:?}, any: &[{}] }},", any(&row, "any", model));
        ids.push(id);
    }
    source
}

fn read_cost(node: &Node<'_>, model: &Model, plan: &mut Plan) -> String {
    node.only(&["for", "weeks", "budget", "paid", "figures"]);
    let mut figures = String::new();
    for row in node.need("figures", Node::items) {
        row.only(&["id", "least", "most", "year", "publisher", "title", "url"]);
        let id = row.need("id", Node::text);
        let (least, most) = (row.need("least", |node| node.within(0, 10_000_000)), row.get("most"));
        let most = most.map(|node| node.within(least, 10_000_000));
        let url = row.get("url").map(|node| node.text());
        if url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            row.fault("an address begins with https:// or http://");
        }
        let _ = writeln!(
            figures,
            "CostFigure {{ id: {id:?}, least: {least}, most: {most:?}, year: {}, publisher: {:?}, title: {:?}, url: {url:?} }},",
            row.need("year", |node| node.within(1990, 2100)),
            row.need("publisher", Node::text),
            set(&row.need("title", Node::text), Language::French)
        );
        if plan.figures.contains(&id) {
            row.fault("this id stands twice");
        }
        plan.figures.push(id);
    }
    format!(
        "CostRule {{ verdicts: {}, weeks: {}, budget: {}, paid: {}, figures: &[\n{figures}] }}",
        node.need("for", verdicts),
        node.need("weeks", |node| node.within(1, 52)),
        node.need("budget", |node| model.reference(node, &node.text())),
        node.need("paid", |node| model.condition(node))
    )
}
