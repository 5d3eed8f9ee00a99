//! Reads the words of each language, checks that they are complete and alike, and lays them out one text a line.
//!
//! Most words belong to a row of the model: they stand in sections, each with a fixed number of fields a row, so that the
//! place of a text is reckoned from its row. Words of the interface have a name each.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    fault::Faults,
    files::Files,
    model::Model,
    networks::Networks,
    node::Node,
    plan::Plan,
    typography::{Language, set},
};

/// Words that are kept in one file of lines when built, apart from others.
pub(crate) struct Book {
    /// The file of words that have a name each.
    named: &'static str,
    /// The files of words that belong to rows.
    rows: &'static [&'static str],
    /// The Rust module with the places of named words, and their type.
    module: &'static str,
    place: &'static str,
}

/// What a first visit needs.
pub(crate) const WIDGET: Book = Book {
    named: "interface.toml",
    rows: &["questions.toml", "arguments.toml", "verdicts.toml", "networks.toml"],
    module: "text",
    place: "Text",
};

/// What follows the verdict: the plan, and what is exported.
pub(crate) const RECORD: Book = Book { named: "record.toml", rows: &["plan.toml"], module: "phrase", place: "Phrase" };

/// What the page that compares results needs.
pub(crate) const COMPARISON: Book = Book { named: "comparison.toml", rows: &[], module: "saying", place: "Saying" };

/// One group of texts with the same fields.
pub(crate) struct Section {
    name: &'static str,
    file: &'static str,
    fields: Vec<Field>,
    /// Dotted key of each row.
    rows: Vec<String>,
}

/// One text of each row.
#[derive(Clone, Copy)]
struct Field {
    /// Its key below the row; empty if the row itself is the text.
    name: &'static str,
    /// It may be left out.
    optional: bool,
    /// The most signs it may have.
    most: usize,
}

const fn field(name: &'static str, most: usize) -> Field {
    Field { name, optional: false, most }
}

const fn optional(name: &'static str, most: usize) -> Field {
    Field { name, optional: true, most }
}

fn section(name: &'static str, file: &'static str, fields: &[Field], rows: Vec<String>) -> Section {
    Section { name, file, fields: fields.to_vec(), rows }
}

/// Keys of rows below a prefix.
fn below(prefix: &str, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| format!("{prefix}.{id}")).collect()
}

/// The sections of words that belong to the rows of the plan.
pub(crate) fn plan_sections(plan: &Plan) -> Vec<Section> {
    let plain = |name, most, ids: &[String]| section(name, "plan.toml", &[field("", most)], below(name, ids));
    vec![
        section(
            "activities",
            "plan.toml",
            &[field("name", 40), field("says", 130)],
            below("activities", &plan.activities),
        ),
        plain("indicators", 110, &plan.indicators),
        section("steps", "plan.toml", &[field("name", 60), field("says", 200)], below("steps", &plan.steps)),
        plain("stop", 150, &plan.stop),
        section("costs", "plan.toml", &[field("name", 90), field("says", 150)], below("costs", &plan.figures)),
    ]
}

pub(crate) fn sections(model: &Model, networks: &Networks<'_>, plan: &Plan) -> Vec<Section> {
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let questions: Vec<String> = model.questions.iter().map(|question| question.id.clone()).collect();
    let numbers =
        model.questions.iter().filter(|question| question.is_number()).map(|question| question.id.clone()).collect();
    let option = |question: &crate::model::Question| below(&format!("{}.options", question.id), &question.options);
    let causes: Vec<String> = model.gates.iter().flat_map(|gate| gate.causes.clone()).collect();
    let gates: Vec<String> = model.gates.iter().map(|gate| gate.id.clone()).collect();
    let criteria = |more: &[&str]| [model.criteria.clone(), ids(&["ages", "formats"]), ids(more)].concat();
    vec![
        section(
            "questions",
            "questions.toml",
            &[field("text", 70), field("name", 28), optional("hint", 150)],
            questions,
        ),
        section(
            "options",
            "questions.toml",
            &[field("label", 60), field("short", 18), optional("hint", 70)],
            model.questions.iter().flat_map(option).collect(),
        ),
        section(
            "numbers",
            "questions.toml",
            &[
                field("unit", 20),
                field("unit_long", 30),
                field("short", 24),
                field("answer", 30),
                field("less", 40),
                field("more", 40),
                field("echo", 80),
            ],
            numbers,
        ),
        section("arguments", "arguments.toml", &[field("text", 110), field("brief", 60)], model.arguments.clone()),
        section("themes", "arguments.toml", &[field("", 40)], below("themes", &model.themes)),
        section(
            "sources",
            "arguments.toml",
            &[field("title", 100), optional("publisher", 60), field("year", 20), field("year_short", 8)],
            below("sources", &model.sources),
        ),
        section(
            "verdicts",
            "verdicts.toml",
            &[
                field("headline", 48),
                field("short", 16),
                field("lead", 150),
                optional("lead_several", 150),
                optional("lead_hours_unknown", 150),
            ],
            ids(&["go", "start_small", "refocus", "prepare", "listen", "leave", "no", "leave_pause"]),
        ),
        section("gates", "verdicts.toml", &[field("name", 16), field("open", 70)], below("gates", &gates)),
        section("states", "verdicts.toml", &[field("", 16)], below("states", &ids(&["closed", "ajar", "open"]))),
        section("causes", "verdicts.toml", &[field("says", 80), field("do", 130)], below("causes", &causes)),
        section("advice", "verdicts.toml", &[field("", 120)], below("advice", &model.advice)),
        section("alternatives", "verdicts.toml", &[field("", 100)], below("alternatives", &plan.instead)),
        section("cautions", "verdicts.toml", &[field("", 200)], below("cautions", &plan.cautions)),
        section(
            "networks",
            "networks.toml",
            &[
                field("name", 20),
                field("publish", 130),
                field("listen", 110),
                field("nature", 60),
                optional("needs", 60),
            ],
            networks.live.clone(),
        ),
        section("retired", "networks.toml", &[field("name", 20), field("retired", 220)], networks.retired.clone()),
        section("speaks_for", "networks.toml", &[field("", 80)], below("criteria.for", &criteria(&[]))),
        section(
            "speaks_against",
            "networks.toml",
            &[field("", 90)],
            below("criteria.against", &criteria(&["values", "hours", "needs"])),
        ),
        section(
            "skips",
            "networks.toml",
            &[field("", 60)],
            below("criteria.skip", &ids(&["ages", "formats", "values", "hours", "overlap", "lead", "verdict"])),
        ),
        section("facts", "networks.toml", &[field("", 110)], below("facts", &networks.facts)),
    ]
}

/// The texts of one language, by file and dotted key, in the order of the files.
pub(crate) struct Tree {
    files: BTreeMap<String, Vec<(String, String)>>,
}

impl Tree {
    pub(crate) fn read(files: &Files, language: Language, faults: &Faults) -> Tree {
        let names = [WIDGET, RECORD, COMPARISON].into_iter().flat_map(|book| [&[book.named], book.rows].concat());
        let read = |name: &str| {
            let path = format!("words/{}/{name}", language.code());
            let table = files.read(&path, faults);
            let mut texts = Vec::new();
            collect(&Node::root(&path, &table, faults), &mut texts);
            (name.to_owned(), texts)
        };
        Tree { files: names.map(read).collect() }
    }

    fn get(&self, file: &str, key: &str) -> Option<&str> {
        self.texts(file).iter().find(|(other, _)| other == key).map(|(_, text)| text.as_str())
    }

    fn texts(&self, file: &str) -> &[(String, String)] {
        self.files.get(file).map_or(&[], Vec::as_slice)
    }
}

fn collect(node: &Node<'_>, texts: &mut Vec<(String, String)>) {
    for (_, child) in node.rows() {
        if child.is_table() {
            collect(&child, texts);
        } else {
            let text = child.text();
            if text.contains('\n') {
                child.fault("a text is one line");
            }
            texts.push((child.key.clone(), text));
        }
    }
}

/// Places of texts as Rust, and the lines of each language.
pub(crate) struct Compiled {
    pub(crate) places: String,
    pub(crate) lines: Vec<(Language, String)>,
}

pub(crate) fn compile(book: &Book, sections: &[Section], words: &[(Language, Tree)], faults: &Faults) -> Compiled {
    let mut layout: Vec<(&str, String, Option<Field>)> = Vec::new();
    let Book { named, module, place, .. } = book;
    let mut places = format!(
        "/// Places of words that have a name each.\n#[allow(missing_docs)]\npub mod {module} {{\nuse super::{place};\n"
    );
    // The first language, French, decides which names the interface has; the others must have the same.
    let names: Vec<String> = words
        .first()
        .map(|(_, tree)| tree.texts(named).iter().map(|(key, _)| key.clone()).collect())
        .unwrap_or_default();
    for name in names {
        let _ = writeln!(
            places,
            "pub const {}: {place} = {place}({});",
            name.to_uppercase().replace('.', "_"),
            layout.len()
        );
        layout.push((named, name, None));
    }
    places.push_str("}\n");
    for section in sections {
        let constant = section.name.to_uppercase();
        let _ = writeln!(
            places,
            "const {constant}: Section = Section {{ start: {}, fields: {} }};",
            layout.len(),
            section.fields.len()
        );
        for row in &section.rows {
            for field in &section.fields {
                let key = if field.name.is_empty() { row.clone() } else { format!("{row}.{}", field.name) };
                layout.push((section.file, key, Some(*field)));
            }
        }
    }
    let _ = writeln!(places, "const LINES: usize = {};", layout.len());
    for (language, tree) in words {
        check_unknown(book, &layout, *language, tree, faults);
    }
    check_placeholders(&layout, words, faults);
    let lines = words.iter().map(|(language, tree)| (*language, lines(&layout, *language, tree, faults))).collect();
    Compiled { places, lines }
}

fn path(language: Language, file: &str) -> String {
    format!("words/{}/{file}", language.code())
}

fn check_unknown(
    book: &Book,
    layout: &[(&str, String, Option<Field>)],
    language: Language,
    tree: &Tree,
    faults: &Faults,
) {
    for (file, texts) in tree.files.iter().filter(|(file, _)| file == &book.named || book.rows.contains(&file.as_str()))
    {
        for (key, _) in texts {
            if !layout.iter().any(|(other, known, _)| other == file && known == key) {
                faults.add(&path(language, file), key, "nothing uses a text of this key");
            }
        }
    }
}

fn lines(layout: &[(&str, String, Option<Field>)], language: Language, tree: &Tree, faults: &Faults) -> String {
    let mut lines = String::new();
    for (file, key, field) in layout {
        let fault = |message: String| faults.add(&path(language, file), key, message);
        let text = tree.get(file, key);
        match (text, field) {
            (None, Some(field)) if field.optional => (),
            (None, _) => fault("this text is missing".to_owned()),
            (Some(""), Some(field)) if field.optional => (),
            (Some(""), _) => fault("this text is empty".to_owned()),
            (Some(text), Some(field)) if text.chars().count() > field.most => {
                fault(format!("{} signs, where {} are the most", text.chars().count(), field.most));
            }
            _ => (),
        }
        // Titles of sources are quoted as they are, in French.
        let set_in = if key.starts_with("sources.") && key.ends_with(".title") { Language::French } else { language };
        lines.push_str(&set(text.unwrap_or_default(), set_in));
        lines.push('\n');
    }
    lines
}

/// A network that cannot do without something has a text that says so.
pub(crate) fn check_needs(networks: &Networks<'_>, words: &[(Language, Tree)], faults: &Faults) {
    for (language, tree) in words {
        check_needs_of(networks, *language, tree, faults);
    }
}

fn check_needs_of(networks: &Networks<'_>, language: Language, tree: &Tree, faults: &Faults) {
    for (id, needs) in networks.live.iter().zip(&networks.needs) {
        let key = format!("{id}.needs");
        if *needs && tree.get("networks.toml", &key).is_none() {
            faults.add(
                &path(language, "networks.toml"),
                &key,
                "this text is missing: the network states what it cannot do without",
            );
        }
    }
}

/// A text has the same placeholders in every language.
fn check_placeholders(layout: &[(&str, String, Option<Field>)], words: &[(Language, Tree)], faults: &Faults) {
    let Some(((_, first), others)) = words.split_first() else { return };
    for (file, key, _) in layout {
        for (language, tree) in others {
            if let (Some(one), Some(other)) = (first.get(file, key), tree.get(file, key))
                && placeholders(one) != placeholders(other)
            {
                faults.add(
                    &path(*language, file),
                    key,
                    format!("its placeholders are not those of {}", path(words[0].0, file)),
                );
            }
        }
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}
