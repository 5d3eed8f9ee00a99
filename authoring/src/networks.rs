//! Reads data/networks.toml and writes it as Rust.

use std::fmt::Write;

use crate::{
    fault::Faults,
    model::Model,
    node::Node,
    typography::{Language, set},
};

const FILE: &str = "data/networks.toml";
const UNITS: [(&str, &str); 6] = [
    ("percent", "Percent"),
    ("million", "Million"),
    ("billion", "Billion"),
    ("hours", "Hours"),
    ("minutes", "Minutes"),
    ("count", "Count"),
];

/// The networks: their ids, for words and accounts, and their rows, written as Rust once the questions are known.
pub(crate) struct Networks<'a> {
    rows: Vec<Node<'a>>,
    retired_rows: Vec<Node<'a>>,
    stale_after_months: i64,
    pub(crate) live: Vec<String>,
    pub(crate) retired: Vec<String>,
    pub(crate) facts: Vec<String>,
    /// Whether each live network states what it cannot do without.
    pub(crate) needs: Vec<bool>,
}

impl Networks<'_> {
    /// Ids of all networks, the live ones first.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.live.iter().chain(&self.retired).cloned().collect()
    }
}

pub(crate) fn read<'a>(root: Node<'a>) -> Networks<'a> {
    root.only(&["stale_after_months", "networks", "retired"]);
    let rows = root.need("networks", Node::items);
    let retired_rows = root.need("retired", Node::items);
    let ids = |rows: &[Node<'a>]| rows.iter().map(|row| row.need("id", Node::text)).collect::<Vec<String>>();
    let facts = rows.iter().flat_map(facts_of).map(|fact| fact.need("id", Node::text)).collect();
    Networks {
        live: ids(&rows),
        retired: ids(&retired_rows),
        facts,
        needs: rows.iter().map(|row| row.get("needs").is_some()).collect(),
        stale_after_months: root.need("stale_after_months", |node| node.within(1, 1200)),
        rows,
        retired_rows,
    }
}

fn facts_of<'a>(row: &Node<'a>) -> Vec<Node<'a>> {
    row.get("facts").map(|node| node.items()).unwrap_or_default()
}

/// The networks as Rust source: the last fields of the model.
pub(crate) fn source(networks: &Networks<'_>, model: &Model, faults: &Faults) -> String {
    let mut families: Vec<String> = Vec::new();
    let mut live = String::new();
    let mut fact_position = 0;
    for ids in [&networks.live, &networks.facts] {
        for (place, id) in ids.iter().enumerate() {
            if ids[..place].contains(id) {
                faults.add(FILE, id, "this id stands twice");
            }
        }
    }
    for row in &networks.rows {
        let _ = writeln!(live, "{},", network(row, model, &mut families, &mut fact_position));
    }
    let mut retired = String::new();
    for row in &networks.retired_rows {
        row.only(&["id", "replaced_by", "year"]);
        let replaced_by = row.need("replaced_by", |node| {
            let id = node.text();
            networks.live.iter().position(|live| *live == id).unwrap_or_else(|| {
                node.fault(format!("there is no live network `{id}`"));
                0
            })
        });
        let (id, year) = (row.need("id", Node::text), row.need("year", |node| node.within(1990, 2100)));
        let _ = writeln!(retired, "Retired {{ id: {id:?}, replaced_by: {replaced_by}, year: {year} }},");
    }
    let stale_after_months = networks.stale_after_months;
    format!("networks: &[\n{live}],\nretired: &[\n{retired}],\nstale_after_months: {stale_after_months},\n")
}

fn network(row: &Node<'_>, model: &Model, families: &mut Vec<String>, fact_position: &mut usize) -> String {
    let mut known = vec!["id", "family", "listing", "independent", "hours", "formats", "ages", "needs", "facts"];
    known.extend(model.criteria.iter().map(String::as_str));
    row.only(&known);
    let family = row.need("family", Node::text);
    let family = families.iter().position(|other| *other == family).unwrap_or_else(|| {
        families.push(family);
        families.len() - 1
    });
    let (least, well) = row.need("hours", |node| {
        node.only(&["least", "well"]);
        let tenths = |name| node.need(name, |node| node.parts(10));
        (tenths("least"), tenths("well"))
    });
    if least <= 0 || well < least || least % 5 != 0 || well % 5 != 0 {
        row.fault("hours are steps of 0.5 above 0, and `well` is at least `least`");
    }
    let options = |id: &str| {
        model
            .questions
            .iter()
            .find(|question| question.id == id)
            .map(|question| question.options.clone())
            .unwrap_or_default()
    };
    let affinities: Vec<String> =
        model.criteria.iter().map(|id| format!("&{:?}", affinities(row, id, &options(id)))).collect();
    let ages = affinities_of_ages(row, &options("ages"));
    let formats = row.need("formats", Node::items).iter().fold(0u32, |set, format| {
        let id = format.text();
        match options("formats").iter().position(|option| *option == id) {
            Some(position) => set | 1 << position,
            None => {
                format.fault(format!("there is no format `{id}`"));
                set
            }
        }
    });
    let needs = row.get("needs").map(|node| model.conditions(&node)).unwrap_or_default().join(", ");
    let mut facts = Vec::new();
    for node in facts_of(row) {
        facts.push(fact(&node, *fact_position));
        *fact_position += 1;
    }
    let flag = |name: &str| row.get(name).is_some_and(|node| node.flag());
    format!(
        "Network {{ id: {:?}, family: {family}, listing: {}, independent: {}, least: {least}, well: {well}, affinities: &[{}], ages: &{ages:?}, \
         formats: {formats}, needs: &[{needs}], facts: &[{}] }}",
        row.need("id", Node::text),
        flag("listing"),
        flag("independent"),
        affinities.join(", "),
        facts.join(", ")
    )
}

/// Affinity to every option of a criterion that can be chosen beside others; an option that stands alone (`trend`) has none.
fn affinities(row: &Node<'_>, id: &str, options: &[String]) -> Vec<i64> {
    row.need(id, |node| {
        for (option, affinity) in node.rows() {
            if !options.contains(&option) {
                affinity.fault(format!("question `{id}` has no option `{option}`"));
            }
        }
        let affinity = |option: &String| match node.get(option) {
            Some(node) => node.within(0, 4),
            None if option == "trend" => 0,
            None => {
                node.fault(format!("`{option}` is missing"));
                0
            }
        };
        options.iter().map(affinity).collect()
    })
}

fn affinities_of_ages(row: &Node<'_>, ages: &[String]) -> Vec<i64> {
    affinities(row, "ages", ages)
}

fn fact(node: &Node<'_>, position: usize) -> String {
    node.only(&["id", "value", "unit", "year", "month", "publisher", "title", "url"]);
    let unit = node.need("unit", |node| {
        let id = node.text();
        UNITS.iter().find(|(unit, _)| *unit == id).map(|(_, name)| *name).unwrap_or_else(|| {
            node.fault(format!("there is no unit `{id}`"));
            ""
        })
    });
    let month = node.get("month").map(|node| node.within(1, 12));
    let url = node.get("url").map(|node| node.text());
    if url.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        node.fault("an address begins with https:// or http://");
    }
    format!(
        "Fact {{ id: {:?}, position: {position}, value: {}, unit: Unit::{unit}, year: {}, month: {month:?}, publisher: {:?}, \
         title: {:?}, url: {url:?} }}",
        node.need("id", Node::text),
        node.need("value", |node| node.parts(1000)),
        node.need("year", |node| node.within(1990, 2100)),
        node.need("publisher", Node::text),
        set(&node.need("title", Node::text), Language::French)
    )
}
