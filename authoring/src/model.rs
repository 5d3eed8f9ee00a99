//! Reads data/model.toml and writes it as Rust.

use std::fmt::Write;

use crate::{networks::Networks, node::Node};

/// What is read of the model: the rows that words and networks refer to, and the rest as Rust source already.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) questions: Vec<Question>,
    pub(crate) themes: Vec<String>,
    pub(crate) sources: Vec<String>,
    pub(crate) arguments: Vec<String>,
    pub(crate) gates: Vec<Gate>,
    pub(crate) advice: Vec<String>,
    pub(crate) criteria: Vec<String>,
    version: String,
    rows: Rows,
}

/// Rust source of the parts that nothing else refers to.
#[derive(Debug, Default)]
struct Rows {
    questions: String,
    arguments: String,
    gates: String,
    conditions: String,
    thresholds: String,
    fit: String,
    advice: String,
    effort: String,
}

#[derive(Debug, Default, Clone)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) options: Vec<String>,
    ordinal: bool,
}

#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) id: String,
    pub(crate) causes: Vec<String>,
}

impl Question {
    pub(crate) fn is_number(&self) -> bool {
        self.kind == "number"
    }
}

pub(crate) fn read(root: Node<'_>, networks: &Networks) -> Model {
    root.only(&[
        "version",
        "themes",
        "sources",
        "questions",
        "arguments",
        "gates",
        "conditions",
        "thresholds",
        "fit",
        "advice",
        "effort",
    ]);
    let mut model = Model {
        version: root.need("version", Node::text),
        themes: root.need("themes", Node::texts),
        sources: root.need("sources", Node::texts),
        ..Model::default()
    };
    let parts: Vec<&str> = model.version.split('.').collect();
    if parts.len() != 3 || parts.iter().any(|part| part.parse::<u32>().is_err()) {
        root.need("version", |node| node.fault("a version is three numbers with points between them"));
    }
    root.need("questions", |node| read_questions(node, &mut model));
    if let Some(accounts) = model.questions.iter().find(|question| question.id == "accounts")
        && accounts.options != networks.ids()
    {
        root.need("questions", |node| {
            node.fault("the options of `accounts` are not the networks of data/networks.toml, in their order")
        });
    }
    root.need("arguments", |node| read_arguments(node, &mut model));
    root.need("gates", |node| read_gates(node, &mut model));
    root.need("conditions", |node| read_conditions(node, &mut model));
    root.need("thresholds", |node| read_thresholds(node, &mut model));
    root.need("fit", |node| read_fit(node, &mut model));
    root.need("advice", |node| read_advice(node, &mut model));
    root.need("effort", |node| read_effort(node, &mut model));
    model
}

impl Model {
    fn question(&self, id: &str) -> Option<(usize, &Question)> {
        self.questions.iter().enumerate().find(|(_, question)| question.id == id)
    }

    /// Position of the question that a key or text names.
    pub(crate) fn reference(&self, node: &Node<'_>, id: &str) -> usize {
        self.question(id).map(|(position, _)| position).unwrap_or_else(|| {
            node.fault(format!("there is no question `{id}`"));
            0
        })
    }

    /// A table of one question and what its answer must be: options, or a number at least.
    pub(crate) fn condition(&self, node: &Node<'_>) -> String {
        let conditions = self.conditions(node);
        if conditions.len() != 1 {
            node.fault("expected one question and its options");
        }
        conditions.into_iter().next().unwrap_or_default()
    }

    /// A table of questions and what their answers must be.
    pub(crate) fn conditions(&self, node: &Node<'_>) -> Vec<String> {
        let condition = |(id, answer): (String, Node<'_>)| {
            let position = self.reference(&answer, &id);
            let is = match self.question(&id) {
                Some((_, question)) if question.is_number() => format!("Is::AtLeast({})", answer.parts(10)),
                Some((_, question)) => format!("Is::OneOf({})", options(&answer, question)),
                None => String::new(),
            };
            format!("Condition {{ question: {position}, is: {is} }}")
        };
        node.rows().into_iter().map(condition).collect()
    }

    /// The whole model as Rust source.
    pub(crate) fn source(&self, networks: &str) -> String {
        let Rows { questions, arguments, gates, conditions, thresholds, fit, advice, effort } = &self.rows;
        format!(
            "Model {{\nversion: {:?},\nquestions: &[\n{questions}],\nthemes: &{:?},\nsources: &{:?},\narguments: &[\n{arguments}],\n\
             gates: &[\n{gates}],\nconditions: Conditions {{\n{conditions}}},\nthresholds: Thresholds {{\n{thresholds}}},\n\
             fit: {fit},\nadvice: &[\n{advice}],\neffort: &[\n{effort}],\n{networks}}}\n",
            self.version, self.themes, self.sources
        )
    }
}

/// The options that a list names, a bit each.
fn options(node: &Node<'_>, question: &Question) -> u32 {
    node.items().iter().fold(0, |set, item| {
        let id = item.text();
        match question.options.iter().position(|option| *option == id) {
            Some(position) => set | 1 << position,
            None => {
                item.fault(format!("question `{}` has no option `{id}`", question.id));
                set
            }
        }
    })
}

fn read_questions(node: &Node<'_>, model: &mut Model) {
    for (id, row) in node.rows() {
        row.only(&["kind", "core", "ordinal", "options", "most", "alone", "range", "applies", "counted"]);
        let kind = row.need("kind", Node::text);
        let options: Vec<String> = if kind == "number" { Vec::new() } else { row.need("options", Node::texts) };
        if options.len() > 32 {
            row.fault("more than 32 options");
        }
        let flag = |name: &str, default: bool| row.get(name).map_or(default, |node| node.flag());
        let question = Question { id, kind, options, ordinal: flag("ordinal", false) };
        let kind = match question.kind.as_str() {
            "single" => format!("Kind::Single {{ ordinal: {} }}", question.ordinal),
            "multi" => {
                let most = row.get("most").map_or(question.options.len() as i64, |node| node.within(1, 32));
                let alone = row.get("alone").map_or(0, |node| self::options(&node, &question));
                format!("Kind::Multi {{ most: {most}, alone: {alone} }}")
            }
            "number" => row.need("range", |range| {
                range.only(&["least", "most", "step"]);
                let tenths = |name| range.need(name, |node| node.parts(10));
                let (least, most, step) = (tenths("least"), tenths("most"), tenths("step"));
                if step <= 0 || most <= least {
                    range.fault("a range goes from `least` up to `most` in steps above 0");
                }
                format!("Kind::Number(Range {{ least: {least}, most: {most}, step: {step} }})")
            }),
            other => {
                row.fault(format!("`{other}` is not a kind of question; there are single, multi, number"));
                String::new()
            }
        };
        let applies = row.get("applies").map_or("None".to_owned(), |node| format!("Some({})", model.condition(&node)));
        let _ = writeln!(
            model.rows.questions,
            "Question {{ id: {:?}, core: {}, kind: {kind}, options: &{:?}, applies: {applies}, counted: {} }},",
            question.id,
            flag("core", false),
            question.options,
            flag("counted", true)
        );
        model.questions.push(question);
    }
}

fn read_arguments(node: &Node<'_>, model: &mut Model) {
    for (id, row) in node.rows() {
        row.only(&["side", "weight", "theme", "sources", "requires", "adds"]);
        let side = row.need("side", Node::text);
        let pro = match side.as_str() {
            "pro" => true,
            "con" => false,
            other => {
                row.fault(format!("`{other}` is neither pro nor con"));
                false
            }
        };
        let theme = row.need("theme", |node| position_of(node, &model.themes));
        let sources: Vec<usize> =
            row.need("sources", |node| node.items().iter().map(|id| position_of(id, &model.sources)).collect());
        let requires = row.get("requires").map(|node| model.conditions(&node)).unwrap_or_default().join(", ");
        let adds = row.get("adds");
        let parts = row
            .need("adds", Node::rows)
            .iter()
            .map(|(id, table)| part(table, id, pro, model))
            .collect::<Vec<_>>()
            .join(", ");
        if adds.is_some_and(|node| node.rows().is_empty()) {
            row.fault("an argument that no answer moves");
        }
        let side = if pro { "Pro" } else { "Con" };
        let weight = row.need("weight", |node| node.within(1, 5));
        let _ = writeln!(
            model.rows.arguments,
            "Argument {{ id: {id:?}, side: Side::{side}, weight: {weight}, theme: {theme}, sources: &{sources:?}, \
             strength: Strength {{ requires: &[{requires}], parts: &[{parts}] }} }},"
        );
        model.arguments.push(id);
    }
}

/// Position of the row that a text names.
fn position_of(node: &Node<'_>, ids: &[String]) -> usize {
    let id = node.text();
    ids.iter().position(|other| *other == id).unwrap_or_else(|| {
        node.fault(format!("`{id}` is unknown; known are {}", ids.join(", ")));
        0
    })
}

/// One question's part of a strength.
fn part(node: &Node<'_>, id: &str, pro: bool, model: &Model) -> String {
    let position = model.reference(node, id);
    let Some((_, question)) = model.question(id) else { return String::new() };
    let table = if question.is_number() {
        let bands: Vec<(i32, i64)> = node
            .items()
            .iter()
            .map(|band| match band.items().as_slice() {
                [from, adds] => (from.parts(10), adds.within(0, 4)),
                _ => {
                    band.fault("expected [from, adds]");
                    (0, 0)
                }
            })
            .collect();
        if !bands.is_sorted_by(|one, next| one.0 < next.0) {
            node.fault("bands begin ever later");
        }
        let bands: Vec<String> =
            bands.iter().map(|(from, adds)| format!("Band {{ from: {from}, adds: {adds} }}")).collect();
        format!("Table::Bands(&[{}])", bands.join(", "))
    } else {
        for (option, adds) in node.rows() {
            if !question.options.contains(&option) {
                adds.fault(format!("question `{id}` has no option `{option}`"));
            }
        }
        let adds = |option: &String| node.get(option).map_or(0, |node| node.within(0, 4));
        let table: Vec<i64> = question.options.iter().map(adds).collect();
        check_monotone(node, question, &table, pro);
        format!("Table::Options(&{table:?})")
    };
    format!("Part {{ question: {position}, table: {table} }}")
}

/// A better answer never costs points, and no answer is worse than none.
fn check_monotone(node: &Node<'_>, question: &Question, table: &[i64], pro: bool) {
    if !question.ordinal {
        return;
    }
    let (rises, falls) = (table.is_sorted(), table.iter().rev().is_sorted());
    if pro && (!rises || table.first() != Some(&0)) {
        node.fault("in a pro, what an ordinal question adds begins at 0 and never falls");
    }
    if !pro && (!falls || table.last() != Some(&0)) {
        node.fault("in a con, what an ordinal question adds never rises and ends at 0");
    }
}

fn read_gates(node: &Node<'_>, model: &mut Model) {
    if !node.rows().iter().map(|(id, _)| id.as_str()).eq(["why", "where", "how"]) {
        node.fault("the gates are why, where, how, in this order");
    }
    for (id, row) in node.rows() {
        row.only(&["causes"]);
        let mut gate = Gate { id, causes: Vec::new() };
        let mut causes = String::new();
        for cause in row.need("causes", Node::items) {
            cause.only(&["id", "state", "unanswered", "chosen", "below", "rule"]);
            let state = match cause.need("state", Node::text).as_str() {
                "ajar" => "Ajar",
                "closed" => "Closed",
                other => {
                    cause.fault(format!("`{other}` is neither ajar nor closed"));
                    ""
                }
            };
            let id = cause.need("id", Node::text);
            let _ = writeln!(
                causes,
                "Cause {{ id: {id:?}, state: GateState::{state}, when: When::{} }},",
                when(&cause, model)
            );
            gate.causes.push(id);
        }
        let _ = writeln!(model.rows.gates, "Gate {{ id: {:?}, causes: &[\n{causes}] }},", gate.id);
        model.gates.push(gate);
    }
}

fn when(cause: &Node<'_>, model: &Model) -> String {
    if let Some(node) = cause.get("unanswered") {
        return format!("Unanswered({})", model.reference(&node, &node.text()));
    }
    if let Some(node) = cause.get("rule") {
        return match node.text().as_str() {
            "no_network_fits" => "NoNetworkFits".to_owned(),
            "hours_short" => "HoursShort".to_owned(),
            other => {
                node.fault(format!("there is no rule `{other}`; there are no_network_fits, hours_short"));
                String::new()
            }
        };
    }
    let condition = cause.need("chosen", |node| model.condition(node));
    match cause.get("below").map(|node| node.rows()).as_deref() {
        None => format!("Chosen({condition})"),
        Some([(id, number)]) => {
            format!("ChosenBelow({condition}, {}, {})", model.reference(number, id), number.parts(10))
        }
        Some(_) => {
            cause.fault("`below` names one question and a number");
            String::new()
        }
    }
}

fn read_conditions(node: &Node<'_>, model: &mut Model) {
    let names = ["present", "worked", "thriving", "conflict", "elsewhere"];
    node.only(&[&names[..], &["listening"]].concat());
    for name in names {
        let condition = node.need(name, |node| model.condition(node));
        let _ = writeln!(model.rows.conditions, "{name}: {condition},");
    }
    let listening =
        node.need("listening", |node| node.items().iter().map(|item| model.condition(item)).collect::<Vec<_>>());
    let _ = writeln!(model.rows.conditions, "listening: &[{}],", listening.join(", "));
}

fn read_thresholds(node: &Node<'_>, model: &mut Model) {
    let names = ["clear", "fits", "joins", "watch", "watch_most", "overlap_family", "overlap_other"];
    node.only(&[&names[..], &["monitoring"]].concat());
    for name in names {
        let number = node.need(name, |node| node.within(0, 1000));
        let _ = writeln!(model.rows.thresholds, "{name}: {number},");
    }
    let monitoring = node.need("monitoring", |node| node.parts(10));
    let _ = writeln!(model.rows.thresholds, "monitoring: {monitoring},");
}

fn read_fit(node: &Node<'_>, model: &mut Model) {
    node.only(&["criteria", "ages", "formats", "values", "needs", "hours", "accounts"]);
    let thousandths = |node: &Node<'_>| node.within(0, 100) * 10;
    let question = |name: &str| node.need(name, |node| node.need("question", |id| model.reference(id, &id.text())));
    let criteria = node.need("criteria", Node::rows);
    let criterion = |(id, weight): &(String, Node<'_>)| {
        format!("Criterion {{ question: {}, weight: {} }}", model.reference(weight, id), weight.within(1, 100))
    };
    let rows: Vec<String> = criteria.iter().map(criterion).collect();
    let factor = |table: &str, name: &str| node.need(table, |node| node.need(name, thousandths));
    let formats: Vec<i64> = ["none", "one", "more"].iter().map(|name| factor("formats", name)).collect();
    let values_question = node.need("values", |node| node.need("question", Node::text));
    let options = model.question(&values_question).map(|(_, question)| question.options.clone()).unwrap_or_default();
    let values: Vec<i64> = options.iter().map(|option| factor("values", option)).collect();
    if !values.is_sorted() {
        node.need("values", |node| node.fault("a better answer may not lower the fit of networks"));
    }
    let plain = |name: &str| node.need(name, |id| model.reference(id, &id.text()));
    let source = format!(
        "FitRule {{ criteria: &[{}], ages: {}, ages_least: {}, formats: {}, formats_factors: [{}, {}, {}], values: {}, \
         values_factors: &{values:?}, needs_factor: {}, hours: {}, accounts: {} }}",
        rows.join(", "),
        question("ages"),
        factor("ages", "least"),
        question("formats"),
        formats[0],
        formats[1],
        formats[2],
        question("values"),
        node.need("needs", thousandths),
        plain("hours"),
        plain("accounts")
    );
    model.rows.fit = source;
    model.criteria = criteria.into_iter().map(|(id, _)| id).collect();
}

fn read_advice(node: &Node<'_>, model: &mut Model) {
    for (id, row) in node.rows() {
        row.only(&["any", "rule"]);
        let when = match row.get("rule").map(|node| node.text()).as_deref() {
            Some("too_many_accounts") => "TooManyAccounts".to_owned(),
            Some("otherwise") => "Otherwise".to_owned(),
            Some(other) => {
                row.fault(format!("there is no rule `{other}`; there are too_many_accounts, otherwise"));
                String::new()
            }
            None => format!("Any(&[{}])", row.need("any", |node| model.conditions(node)).join(", ")),
        };
        let _ = writeln!(model.rows.advice, "Advice {{ id: {id:?}, when: AdviceWhen::{when} }},");
        model.advice.push(id);
    }
}

fn read_effort(node: &Node<'_>, model: &mut Model) {
    for (id, row) in node.rows() {
        row.only(&["effort", "only"]);
        let position = model.reference(&row, &id);
        let only = match (row.get("only"), model.question(&id)) {
            (Some(only), Some((_, question))) => options(&only, question),
            (None, _) | (_, None) => u32::MAX,
        };
        let effort = row.need("effort", |node| node.within(1, 10));
        let _ = writeln!(model.rows.effort, "Effort {{ question: {position}, effort: {effort}, only: {only} }},");
    }
}
