//! What the picture of a result says, as JSON for `embed/picture.js`, which draws it.
//!
//! A picture goes to strangers: of the answers it holds what the verdict's own sentence says of them (the networks to publish
//! on, and the hours that they take), how many were given, and how the gates stand, without the causes, which are answers.

use super::{
    Decision,
    drawing::{self, Weight},
};
use crate::{
    content::{Text, phrase, text},
    domain::{argument::Side, gate::GateReport, json::Json},
};

pub(super) fn write(decision: &Decision<'_>) -> String {
    let Decision { words, record, report, shared, .. } = decision;
    let mut json = Json::default();
    json.open('{');
    let mut says = |name: &str, text: &str| json.field(name).words(text);
    says("title", decision.title());
    says("headline", words.verdict(report.verdict, report.pause).headline);
    says("lead", &words.lead(report));
    says("basis", &basis(decision));
    says("name", record.text(phrase::PICTURE_NAME));
    json.field("notes").open('[');
    for (holds, note) in [(report.provisional, text::PROVISIONAL_TITLE), (!shared.weights.is_empty(), text::WHATIF_OWN)]
    {
        if holds {
            json.words(words.text(note));
        }
    }
    json.close(']');
    sums(decision, &mut json);
    gates(decision, &mut json);
    scales(decision, &mut json);
    json.close('}');
    json.into_text()
}

/// How many answers it rests on, and the day.
fn basis(decision: &Decision<'_>) -> String {
    let Decision { words, record, firmness, shared, .. } = decision;
    let number = |number: usize| words.lang().number(number as i32 * 1000);
    let (answered, asked) = (number(firmness.coverage.answered), number(firmness.coverage.asked));
    let mut values = vec![("answered", &*answered), ("asked", &*asked)];
    let date = shared.made.map(|made| decision.date(made));
    values.extend(date.as_deref().map(|date| ("date", date)));
    record.fill(if date.is_some() { phrase::PICTURE_BASIS } else { phrase::PICTURE_BASIS_UNDATED }, &values)
}

/// The sums as they stand under the scales: against, balance, for.
fn sums(decision: &Decision<'_>, json: &mut Json) {
    let Decision { words, report, .. } = decision;
    let sums: [(i32, Text); 3] = [
        (-report.cons(), text::SCALES_CON),
        (report.balance(), text::SCALES_BALANCE),
        (report.pros(), text::SCALES_PRO),
    ];
    json.list("sums", &sums, |(points, name), json| {
        json.field("value").words(&words.lang().signed(*points));
        json.field("name").words(words.text(*name));
    });
}

/// Each gate with its door: frame, leaf, and what is on the leaf.
fn gates(decision: &Decision<'_>, json: &mut Json) {
    let Decision { words, report, .. } = decision;
    json.field("gatesTitle").words(words.text(text::GATES_TITLE));
    json.list("gates", &report.gates, |gate: &GateReport, json| {
        json.field("name").words(words.gate(gate.gate));
        json.field("state").words(words.state(gate.state));
        let [leaf, detail] = drawing::leaf(gate.state);
        json.field("door").texts(&mut [drawing::DOOR, leaf, detail].into_iter());
    });
}

/// The scales, all lengths and turns in hundredths.
fn scales(decision: &Decision<'_>, json: &mut Json) {
    let report = decision.report;
    json.field("scales").open('{');
    for (name, path) in [
        ("stand", drawing::STAND),
        ("ticks", drawing::TICKS),
        ("beam", drawing::BEAM),
        ("strings", drawing::STRINGS),
        ("bowl", drawing::BOWL),
    ] {
        json.field(name).text(path);
    }
    json.field("turn").number(drawing::turn(report.scale));
    let (x, y) = drawing::beam_end(report.scale);
    let [pros, cons] = drawing::weights(report);
    json.list("pans", &[(Side::Con, -x, -y, cons), (Side::Pro, x, y, pros)], |(side, x, y, weights), json| {
        json.field("side").text(side.id());
        json.field("x").number(*x);
        json.field("y").number(*y);
        json.list("weights", weights, |Weight { width, height, top }, json| {
            for (name, length) in [("width", width), ("height", height), ("top", top)] {
                json.field(name).number(*length);
            }
        });
    });
    json.close('}');
}
