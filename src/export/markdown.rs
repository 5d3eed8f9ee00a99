//! The record of the decision, in Markdown as CommonMark defines it.

use super::{
    Decision,
    said::{beside, reckoned, rhythm, watch},
};
use crate::{
    content::{Text, phrase, text},
    domain::{argument::Side, cost::CostFigure, gate::GateState, network::Role, report::NetworkRef},
};

pub(super) fn write(decision: &Decision<'_>) -> String {
    let mut page = Page(String::new());
    page.heading(1, decision.title());
    verdict(decision, &mut page);
    reasons(decision, &mut page);
    gates(decision, &mut page);
    firm(decision, &mut page);
    networks(decision, &mut page);
    plan(decision, &mut page);
    answers(decision, &mut page);
    sources(decision, &mut page);
    page.0
}

/// A text in Markdown as it grows. What it is given is text, never markup.
struct Page(String);

impl Page {
    fn heading(&mut self, level: usize, title: &str) {
        self.gap();
        self.0.push_str(&"#".repeat(level));
        self.0.push(' ');
        self.0.push_str(&escaped(title));
        self.0.push('\n');
    }

    fn paragraph(&mut self, text: &str) {
        self.gap();
        self.0.push_str(&escaped(text));
        self.0.push('\n');
    }

    /// A list, one text an item; nothing if there are none.
    fn list(&mut self, items: &[String]) {
        let escaped: Vec<String> = items.iter().map(|item| escaped(item)).collect();
        self.marked(&escaped);
    }

    /// A list of items that are Markdown already.
    fn marked(&mut self, items: &[String]) {
        if !items.is_empty() {
            self.gap();
        }
        for item in items {
            self.0.push_str("- ");
            self.0.push_str(item);
            self.0.push('\n');
        }
    }

    fn gap(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }
}

/// A text with every sign that Markdown could take for markup made plain. Numbers at its head begin no list.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (place, sign) in text.char_indices() {
        let is_markup = matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '|')
            || (place == 0 && matches!(sign, '+' | '-' | '='))
            || (place == digits && digits > 0 && matches!(sign, '.' | ')'));
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(if sign == '\n' { ' ' } else { sign });
    }
    escaped
}

fn strong(text: &str) -> String {
    format!("**{}**", escaped(text))
}

fn verdict(decision: &Decision<'_>, page: &mut Page) {
    let Decision { words, record, report, shared, .. } = decision;
    let headline = words.verdict(report.verdict, report.pause).headline;
    page.gap();
    page.0.push_str(&format!("{} {}\n", strong(headline), escaped(&words.lead(report))));
    if report.provisional {
        page.paragraph(words.text(text::PROVISIONAL_TITLE));
    }
    let version = shared.version.to_string();
    page.paragraph(&match shared.made {
        Some(made) => record.fill(phrase::RECORD_MADE, &[("date", &decision.date(made)), ("version", &version)]),
        None => record.fill(phrase::RECORD_MADE_UNDATED, &[("version", &version)]),
    });
}

fn reasons(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, words, record, report, shared, .. } = decision;
    let points = |points: i32| words.lang().number(points * 1000);
    page.heading(2, record.text(phrase::RECORD_REASONS));
    let scales = match report.balance() {
        0 => text::SCALES_LEVEL,
        balance if balance > 0 => text::SCALES_TO_PRO,
        _ => text::SCALES_TO_CON,
    };
    let (pros, cons) = (points(report.pros()), points(report.cons()));
    page.paragraph(
        &words.fill(scales, &[("pros", &pros), ("cons", &cons), ("balance", &words.lang().signed(report.balance()))]),
    );
    for (side, title) in [(Side::Pro, text::LEDGER_PRO), (Side::Con, text::LEDGER_CON)] {
        let entries = report.ledger.iter().filter(|entry| entry.side == side);
        let items: Vec<String> = entries
            .map(|entry| {
                let quoted = entry.because.iter().filter_map(|question| {
                    let question = usize::from(*question);
                    words.short_answer(model, question, shared.answers.get(question))
                });
                let quoted: Vec<String> = quoted.map(|answer| words.fill(text::QUOTE, &[("text", &answer)])).collect();
                let because =
                    record.fill(phrase::LINE_BECAUSE, &[("answers", &quoted.join(words.text(text::LIST_SEPARATOR)))]);
                let sources: Vec<&str> = model.arguments[entry.argument]
                    .sources
                    .iter()
                    .map(|source| model.sources[usize::from(*source)])
                    .collect();
                let sources = sources.join(words.text(text::LIST_SEPARATOR));
                format!(
                    "{} {} {} ({sources})",
                    strong(&words.lang().signed(side.signed(entry.points))),
                    escaped(words.argument(entry.argument)),
                    escaped(&because)
                )
            })
            .collect();
        if !items.is_empty() {
            page.heading(3, words.text(title));
            page.marked(&items);
        }
    }
}

fn gates(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, words, record, report, .. } = decision;
    page.heading(2, words.text(text::GATES_TITLE));
    let gate = |gate: &crate::domain::gate::GateReport| {
        let values = [("gate", words.gate(gate.gate)), ("state", words.state(gate.state))];
        let causes = gate.causes.iter().map(|cause| words.cause(model, gate.gate, *cause));
        let says: Vec<&str> = match gate.state {
            GateState::Open => vec![words.gate_open(gate.gate)],
            GateState::Ajar | GateState::Closed => causes.collect(),
        };
        format!("{} {}", record.fill(phrase::LINE_GATE, &values), says.join(" "))
    };
    page.list(&report.gates.iter().map(gate).collect::<Vec<_>>());
}

fn firm(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, words, record, report, firmness, .. } = decision;
    let signed = |points: i32| words.lang().signed(points);
    let number = |number: usize| words.lang().number(number as i32 * 1000);
    page.heading(2, words.text(text::FIRM_TITLE));
    let coverage = &firmness.coverage;
    let values = [
        ("balance", &*signed(report.balance())),
        ("lowest", &*signed(coverage.lowest)),
        ("highest", &*signed(coverage.highest)),
    ];
    let is_complete = coverage.answered == coverage.asked;
    let range = if is_complete { text::FIRM_RANGE_NONE } else { text::FIRM_RANGE };
    let separator = words.text(text::ANSWERS_SEPARATOR);
    let of = [("step", &*number(coverage.answered)), ("of", &*number(coverage.asked))];
    let mut items = vec![words.fill(text::FIRM_COVERAGE, &of), words.fill(range, &values)];
    if !is_complete {
        let names: Vec<&str> = coverage.possible.iter().map(|verdict| words.verdict_short(*verdict)).collect();
        items.push(match names.len() {
            0 | 1 => words.text(text::FIRM_POSSIBLE_NONE).to_owned(),
            _ => words.fill(text::FIRM_POSSIBLE, &[("list", &names.join(separator))]),
        });
    }
    let shares: Vec<String> = firmness
        .robustness
        .shares
        .iter()
        .map(|(verdict, count)| {
            let verdict = words.verdict_beside(*verdict, report);
            words.fill(text::FIRM_SHARE, &[("share", &words.share(*count)), ("verdict", verdict)])
        })
        .collect();
    items.push(format!("{}. {}", shares.join(separator), words.text(text::FIRM_WEIGHING_NOTE)));
    let ways = firmness.flips.iter().map(|flip| (phrase::LINE_FLIP, flip));
    items.extend(ways.chain(firmness.loses.iter().map(|flip| (phrase::LINE_LOSES, flip))).map(|(says, flip)| {
        let values = [("changes", &*words.changes(model, &flip.changes)), ("verdict", words.verdict_short(flip.to))];
        record.fill(says, &values)
    }));
    page.list(&items);
}

fn networks(decision: &Decision<'_>, page: &mut Page) {
    let Decision { words, record, report, .. } = decision;
    let rows = |role: Role| {
        report.with_role(role).map(move |row| {
            let name = words.network_name(row.network);
            match (role, row.network) {
                (Role::Publish, NetworkRef::Live(network)) => record.fill(
                    phrase::RECORD_PUBLISH,
                    &[("network", name), ("hours", &words.hours(row.hours)), ("says", words.network_publish(network))],
                ),
                (_, NetworkRef::Retired(retired)) => format!(
                    "{} {}",
                    record.fill(phrase::RECORD_LEAVE, &[("network", name)]),
                    words.retired_since(retired)
                ),
                _ => record.fill(phrase::RECORD_LEAVE, &[("network", name)]),
            }
        })
    };
    let items: Vec<String> = rows(Role::Publish).chain(rows(Role::Leave)).collect();
    if !items.is_empty() {
        page.heading(2, record.text(phrase::RECORD_NETWORKS));
        page.list(&items);
    }
}

/// A list under its heading, left out where it is empty.
fn part(page: &mut Page, title: &str, items: Vec<String>) {
    if !items.is_empty() {
        page.heading(3, title);
        page.list(&items);
    }
}

fn plan(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, rules, words, record, plan, .. } = decision;
    page.heading(2, record.text(phrase::PLAN_TITLE));
    let activity = |(activity, hours): &(usize, i32)| {
        let values = [
            ("name", record.activity(*activity)),
            ("hours", &*words.hours(*hours)),
            ("says", record.activity_says(*activity)),
        ];
        record.fill(phrase::LINE_ACTIVITY, &values)
    };
    part(page, record.text(phrase::PLAN_HOURS), plan.activities.iter().map(activity).collect());
    part(page, record.text(phrase::PLAN_RHYTHM), plan.rhythm.iter().map(|row| rhythm(words, record, *row)).collect());
    part(page, record.text(phrase::PLAN_WATCH), plan.watch.iter().map(|row| watch(words, record, row)).collect());
    let goals = usize::from(rules.goals);
    let indicators = plan.indicators.iter().map(|(goal, counted)| {
        let goal = words.option(model, goals, *goal).label;
        let counted: Vec<&str> = counted.iter().map(|row| record.indicator(usize::from(*row))).collect();
        record.fill(phrase::LINE_GOAL, &[("goal", goal)]) + &counted.join(" ")
    });
    part(page, record.text(phrase::PLAN_INDICATORS), indicators.collect());
    let when = |day: i32| match plan.date(day) {
        Some(date) => decision.date(date),
        None => record.fill(phrase::LINE_DAY, &[("day", &day.to_string())]),
    };
    let steps = plan.steps.iter().map(|step| {
        let (name, says) = decision.step(step.what);
        let name = record.fill(phrase::LINE_STEP, &[("when", &when(step.day)), ("name", &name)]);
        format!("{} {}", strong(&name), escaped(&says))
    });
    let steps: Vec<String> = steps.collect();
    page.heading(3, record.text(phrase::PLAN_STEPS));
    page.marked(&steps);
    page.heading(3, record.text(phrase::PLAN_REVIEW));
    page.paragraph(&match plan.date(plan.review) {
        Some(date) => record.fill(phrase::LINE_REVIEW_DATE, &[("date", &decision.date(date))]),
        None => record.fill(phrase::LINE_REVIEW_DAY, &[("day", &plan.review.to_string())]),
    });
    part(page, record.text(phrase::PLAN_STOP), plan.stop.iter().map(|row| record.stop(*row).to_owned()).collect());
    let instead = plan.instead.iter().map(|row| words.alternative(*row).to_owned());
    part(page, record.text(phrase::PLAN_INSTEAD), instead.collect());
    part(page, record.text(phrase::PLAN_COST), costs(decision));
    let cautions = plan.cautions.iter().map(|row| words.caution(*row).to_owned());
    part(page, words.text(text::CAUTIONS_TITLE), cautions.collect());
}

/// The yearly cost, and what else is known to cost.
fn costs(decision: &Decision<'_>) -> Vec<String> {
    let Decision { rules, words, record, plan, .. } = decision;
    let Some(cost) = &plan.cost else { return Vec::new() };
    let mut items = reckoned(words, record, cost);
    let beside = |(row, figure): (usize, &CostFigure)| beside(words, record, row, figure);
    items.extend(rules.cost.figures.iter().enumerate().map(beside));
    items
}

fn answers(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, words, record, shared, .. } = decision;
    let asked = (0..model.questions.len()).filter(|question| shared.answers.applies(model, *question));
    let row = |question: usize| {
        let answer = shared.answers.get(question)?;
        let said: Text = text::ANSWERS_UNKNOWN;
        let answer = words.full_answer(model, question, Some(answer)).unwrap_or_else(|| words.text(said).to_owned());
        Some(format!("{} {}", strong(words.question(question).name), escaped(&answer)))
    };
    let rows: Vec<String> = asked.filter_map(row).collect();
    if !rows.is_empty() {
        page.heading(2, record.text(phrase::RECORD_ANSWERS));
        page.marked(&rows);
    }
}

fn sources(decision: &Decision<'_>, page: &mut Page) {
    let Decision { model, rules, words, record, plan, .. } = decision;
    page.heading(2, record.text(phrase::RECORD_SOURCES));
    let article = |source: usize| {
        let of = words.source(source);
        let values = [("id", model.sources[source]), ("title", of.title), ("year", of.year)];
        escaped(&record.fill(phrase::RECORD_SOURCE, &values))
    };
    let figures: &[CostFigure] = if plan.cost.is_some() { rules.cost.figures } else { &[] };
    let figure = |figure: &CostFigure| {
        let year = figure.year.to_string();
        let values = [("id", figure.publisher), ("title", figure.title), ("year", &*year)];
        let url = figure.url.map(|url| format!(" <{url}>")).unwrap_or_default();
        escaped(&record.fill(phrase::RECORD_SOURCE, &values)) + &url
    };
    page.marked(&(0..model.sources.len()).map(article).chain(figures.iter().map(figure)).collect::<Vec<_>>());
}
