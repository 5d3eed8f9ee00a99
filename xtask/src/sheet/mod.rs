//! The score sheet: a page without script on which a reader with a pen comes to the balance and the verdict of the program.
//!
//! All of its numbers are the model's. Points are printed already weighed: an argument's strength is at most 4, so its sum
//! is at most four times its weight. The fit of a network multiplies; on paper the product is a table of the points needed.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use social_or_not::content::{Lang, MODEL, Words};
use social_or_not::domain::Verdict;
use social_or_not::domain::argument::{Argument, Side};
use social_or_not::domain::condition::{Condition, Is};
use social_or_not::domain::gate::{GateState, When};
use social_or_not::domain::network::Network;
use social_or_not::domain::question::Kind;
use social_or_not::domain::strength::{Band, GREATEST, Part, Table};

use crate::dist::Site;
use crate::page::{self, escape};
use crate::{policy, project};

/// Where a language's sheet lies in `dist/`, beside its page.
pub(crate) fn path(lang: Lang) -> String {
    format!("{}sheet.html", page::folder(lang))
}

pub(crate) fn html(lang: Lang, styles: &str, site: Option<&Site>) -> Result<String> {
    let sheet = Sheet::new(lang)?;
    let base = page::base(lang);
    let other = page::other(lang);
    let mut values: BTreeMap<String, String> =
        sheet.texts.iter().map(|(key, text)| (key.clone(), escape(text))).collect();
    let mut put = |key: &str, value: String| values.insert(key.to_owned(), value);
    put("lang", lang.code().to_owned());
    put("other_lang", other.code().to_owned());
    put("other_href", format!("{base}{}", path(other)));
    put("links", page::alternates(lang, site, path));
    put("styles", format!("{base}{styles}"));
    put("base", base);
    put("policy", policy::PAGE.to_owned());
    put("core", sheet.questions(true)?);
    put("more", sheet.questions(false)?);
    put(
        "answering",
        sheet.said("answering", &[("count", &MODEL.questions.iter().filter(|row| row.core).count().to_string())])?,
    );
    put("pros", sheet.ledger(Side::Pro)?);
    put("cons", sheet.ledger(Side::Con)?);
    put("networks", sheet.networks()?);
    put("gates", sheet.gates()?);
    put("verdict", sheet.verdict()?);
    put("sources", sheet.sources());
    page::fill(&project::read("page/sheet.html")?, &values)
}

/// What one language's sheet is written from.
struct Sheet {
    words: Words,
    texts: BTreeMap<String, String>,
    /// The questions in the order of the sheet: core ones first. Those that move neither points nor verdict are left out.
    order: Vec<usize>,
}

/// What a verdict asks for, each a sentence of the sheet with a letter, in the order of their letters.
const GROUNDS: [&str; 11] = [
    "balance_clear",
    "balance_positive",
    "gates_open",
    "gates_nearly",
    "gates_to_stay",
    "well",
    "no_conflict",
    "worked",
    "thriving",
    "not_elsewhere",
    "listening",
];

/// A verdict (`true`: as a pause) and the letters that must all hold. As in [`social_or_not::domain::verdict::Grounds`].
type Row = (Verdict, bool, &'static str);

const ABSENT: [Row; 5] = [
    (Verdict::Go, false, "ACFG"),
    (Verdict::StartSmall, false, "BD"),
    (Verdict::Prepare, false, "BJ"),
    (Verdict::Listen, false, "K"),
    (Verdict::No, false, ""),
];

const PRESENT: [Row; 7] = [
    (Verdict::Go, false, "ACFGH"),
    (Verdict::Refocus, false, "BE"),
    (Verdict::Refocus, false, "EI"),
    (Verdict::Listen, false, "K"),
    (Verdict::Leave, true, "B"),
    (Verdict::Leave, true, "I"),
    (Verdict::Leave, false, ""),
];

impl Sheet {
    fn new(lang: Lang) -> Result<Sheet> {
        let counted = |core: bool| {
            MODEL
                .questions
                .iter()
                .enumerate()
                .filter(move |(_, row)| row.counted && row.core == core)
                .map(|(place, _)| place)
        };
        let texts = page::texts_of(&format!("page/sheet.{}.toml", lang.code()), lang)?;
        Ok(Sheet { words: Words::built_in(lang), texts, order: counted(true).chain(counted(false)).collect() })
    }

    /// A text, ready for the page. What is filled in is taken for HTML.
    fn said(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let text = self.texts.get(key).with_context(|| format!("page/sheet: no text `{key}`"))?;
        let fill = |text: String, (name, value): &(&str, &str)| text.replace(&format!("{{{name}}}"), value);
        Ok(values.iter().fold(escape(text), fill))
    }

    fn lang(&self) -> Lang {
        self.words.lang()
    }

    /// The number of a question on the sheet.
    fn number(&self, question: usize) -> Result<usize> {
        let place = self.order.iter().position(|other| *other == question);
        Ok(place.with_context(|| format!("the sheet does not ask `{}`", MODEL.questions[question].id))? + 1)
    }

    /// Codes of the options that meet a condition: "3a, 3b ou 3c".
    fn codes(&self, condition: &Condition) -> Result<Vec<String>> {
        let Is::OneOf(options) = condition.is else { return Ok(Vec::new()) };
        let number = self.number(condition.question.into())?;
        Ok(bits(options).map(|option| format!("{number}{}", letter(option))).collect())
    }

    fn list(&self, codes: &[String]) -> Result<String> {
        match codes.split_last() {
            Some((last, others)) if !others.is_empty() => {
                self.said("or", &[("list", &others.join(", ")), ("last", last)])
            }
            _ => Ok(codes.join("")),
        }
    }

    fn any(&self, conditions: &[&Condition]) -> Result<String> {
        let codes: Vec<Vec<String>> =
            conditions.iter().map(|condition| self.codes(condition)).collect::<Result<_>>()?;
        self.list(&codes.concat())
    }

    fn questions(&self, core: bool) -> Result<String> {
        let mut html = String::new();
        for &question in self.order.iter().filter(|question| MODEL.questions[**question].core == core) {
            let row = &MODEL.questions[question];
            let words = self.words.question(question);
            let number = self.number(question)?;
            write!(html, "<fieldset><legend><b>{number}</b> {}</legend>", escape(words.text))?;
            let mut notes = Vec::new();
            if let Some(condition) = &row.applies {
                notes.push(self.said("applies", &[("codes", &self.any(&[condition])?)])?);
            }
            if !words.hint.is_empty() {
                notes.push(escape(words.hint));
            }
            for option in bits(row.alone()) {
                notes.push(self.said("alone", &[("code", &format!("{number}{}", letter(option)))])?);
            }
            if !notes.is_empty() {
                write!(html, r#"<p class="sheet-hint">{}</p>"#, notes.join(" "))?;
            }
            let kind = match row.kind {
                Kind::Number(_) => {
                    let words = self.words.number(&MODEL, question);
                    write!(
                        html,
                        r#"<label class="sheet-option"><input class="sheet-number" inputmode="decimal" size="5"> {}</label>"#,
                        escape(words.unit_long)
                    )?;
                    ""
                }
                Kind::Single { .. } => "radio",
                Kind::Multi { .. } => "checkbox",
            };
            for option in 0..row.options.len() {
                let words = self.words.option(&MODEL, question, option);
                let hint = if words.hint.is_empty() {
                    String::new()
                } else {
                    format!(" <small>{}</small>", escape(words.hint))
                };
                write!(
                    html,
                    r#"<label class="sheet-option"><input type="{kind}" name="{}"><i>{}</i> <span>{}{hint}</span></label>"#,
                    row.id,
                    letter(option),
                    escape(words.label)
                )?;
            }
            html.push_str("</fieldset>\n");
        }
        Ok(html)
    }

    /// The arguments of one side, each with the points that answers give it, and the place for their sum.
    fn ledger(&self, side: Side) -> Result<String> {
        let mut html = String::new();
        for (place, argument) in MODEL.arguments.iter().enumerate().filter(|(_, argument)| argument.side == side) {
            let sources: Vec<String> = argument
                .sources
                .iter()
                .map(|source| MODEL.sources[usize::from(*source)])
                .map(|id| format!(r##"<a href="#{id}">{id}</a>"##))
                .collect();
            write!(
                html,
                r#"<tbody><tr><th scope="rowgroup">{} <small>{}</small></th><td rowspan="2">{}</td></tr><tr><td>"#,
                escape(self.words.argument(place)),
                sources.join(", "),
                self.field("points_of", self.words.argument_brief(place))?
            )?;
            for condition in argument.strength.requires {
                let only = match condition.is {
                    Is::OneOf(_) => self.said("only_if", &[("codes", &self.any(&[condition])?)])?,
                    Is::AtLeast(tenths) => {
                        let number = self.number(condition.question.into())?.to_string();
                        self.said("only_from", &[("question", &number), ("value", &self.lang().tenths(tenths))])?
                    }
                };
                write!(html, r#"<p class="sheet-only">{only}</p>"#)?;
            }
            html.push_str("<ul>");
            for part in argument.strength.parts {
                let question = usize::from(part.question);
                write!(
                    html,
                    "<li><b>{}</b> {}{} {}</li>",
                    self.number(question)?,
                    escape(self.words.question(question).name.trim_end_matches([' ', '?', '\u{202f}', '\u{a0}'])),
                    self.said("colon", &[])?,
                    self.points(argument, part)?.join(", ")
                )?;
            }
            html.push_str("</ul>");
            let most = GREATEST * i32::from(argument.weight);
            if reachable(argument) > GREATEST {
                write!(
                    html,
                    r#"<p class="sheet-most">{}</p>"#,
                    self.said("at_most", &[("points", &most.to_string())])?
                )?;
            }
            html.push_str("</td></tr></tbody>\n");
        }
        Ok(html)
    }

    /// What the answers to one question give to an argument, those that give nothing left out.
    fn points(&self, argument: &Argument, part: &Part) -> Result<Vec<String>> {
        let weight = i32::from(argument.weight);
        let question = usize::from(part.question);
        match part.table {
            Table::Options(table) => Ok((0..table.len())
                .filter(|option| table[*option] > 0)
                .map(|option| {
                    let short = escape(self.words.option(&MODEL, question, option).short);
                    format!(
                        "<span><i>{}</i> {short} <b>+{}</b></span>",
                        letter(option),
                        i32::from(table[option]) * weight
                    )
                })
                .collect()),
            Table::Bands(bands) => {
                let next = |place: usize| bands.get(place + 1).map(|band: &Band| band.from);
                (0..bands.len())
                    .filter(|place| bands[*place].adds > 0)
                    .map(|place| {
                        let range = self.range(bands[place].from, next(place))?;
                        Ok(format!("<span>{range} <b>+{}</b></span>", i32::from(bands[place].adds) * weight))
                    })
                    .collect()
            }
        }
    }

    /// A band of numbers in words, in tenths, without its end.
    fn range(&self, from: i32, to: Option<i32>) -> Result<String> {
        let number = |tenths: i32| self.lang().tenths(tenths);
        match to {
            Some(to) if from == 0 => self.said("below", &[("to", &number(to))]),
            Some(to) => self.said("from_to", &[("from", &number(from)), ("to", &number(to))]),
            None => self.said("from", &[("from", &number(from))]),
        }
    }

    /// A place to write a number, with its name for those who do not see where it stands.
    fn field(&self, key: &str, of: &str) -> Result<String> {
        Ok(format!(
            r#"<input class="sheet-field" inputmode="numeric" size="3" aria-label="{}">"#,
            self.said(key, &[("of", &escape(of))])?
        ))
    }

    fn networks(&self) -> Result<String> {
        let fit = &MODEL.fit;
        let scale = Scale::of_model()?;
        let mut rules = Vec::new();
        let mut tables = String::new();
        let mut neutral = Vec::new();
        for (place, criterion) in fit.criteria.iter().enumerate() {
            let question = usize::from(criterion.question);
            let number = self.number(question)?.to_string();
            let factor = scale.factor(place);
            let middle = (factor * 2).to_string();
            if let Kind::Multi { most, alone } = MODEL.questions[question].kind {
                let times: Vec<String> = (1..=i32::from(most)).map(|count| (factor / count).to_string()).collect();
                let alone: Vec<String> = bits(alone).map(|option| format!("{number}{}", letter(option))).collect();
                ensure!(times.len() == 3, "the sheet has words for three choices at most");
                rules.push(self.said(
                    "rule_several",
                    &[
                        ("question", &number),
                        ("one", &times[0]),
                        ("two", &times[1]),
                        ("three", &times[2]),
                        ("alone", &alone.join(", ")),
                        ("middle", &middle),
                    ],
                )?);
                tables.push_str(&self.affinities(question, alone.len(), |network| {
                    network.affinities[place].iter().map(|affinity| i32::from(*affinity)).collect()
                })?);
            } else {
                neutral.push(self.said("neutral", &[("middle", &middle), ("question", &number)])?);
                tables.push_str(&self.affinities(question, 0, |network| {
                    network.affinities[place].iter().map(|affinity| i32::from(*affinity) * factor).collect()
                })?);
            }
        }
        rules.insert(0, self.said("rule_single", &[("neutral", &neutral.join(", "))])?);
        let number = |question: u8| Ok::<_, anyhow::Error>(self.number(question.into())?.to_string());
        rules.push(self.said("rule_ages", &[("question", &number(fit.ages)?)])?);
        tables.push_str(&self.affinities(fit.ages.into(), 0, |network| {
            network.ages.iter().map(|affinity| i32::from(*affinity)).collect()
        })?);
        rules.push(self.said("rule_formats", &[("question", &number(fit.formats)?)])?);
        tables.push_str(&self.formats_and_hours()?);
        let needs: Vec<String> = MODEL
            .networks
            .iter()
            .enumerate()
            .filter(|(_, network)| !network.needs.is_empty())
            .map(|(place, network)| {
                let codes = self.any(&network.needs.iter().collect::<Vec<_>>())?;
                self.said("need", &[("network", &escape(self.words.network(place))), ("codes", &codes)])
            })
            .collect::<Result<_>>()?;
        rules.push(self.said("rule_needs", &[("needs", &needs.join(&self.said("need_separator", &[])?))])?);
        rules.push(self.said("rule_reach", &[("question", &number(fit.values)?)])?);
        // What it takes where nothing multiplies.
        let plain = scale.needed([1000; 3]).context("no network can suit")?.points.to_string();
        let asked = [number(fit.ages)?, number(fit.formats)?, number(fit.values)?];
        let values = [("plain", &*plain), ("ages", &asked[0]), ("formats", &asked[1]), ("values", &asked[2])];
        rules.push(self.said("rule_suits", &values)?);
        let rules: Vec<String> = rules.iter().map(|rule| format!("<li>{rule}</li>")).collect();
        Ok(format!(
            "<ol>{}</ol>\n<div class=\"sheet-tables\">\n{tables}</div>\n<div class=\"sheet-tables\">\n{}\n{}</div>",
            rules.join("\n"),
            self.needed(&scale)?,
            self.work()?
        ))
    }

    fn network_name(&self, place: usize) -> String {
        let network = &MODEL.networks[place];
        let marks = [(network.independent, "°"), (network.listing, "†")];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
        format!("{}{marks}", escape(self.words.network(place)))
    }

    /// A column's heading: the letter, and for those who hear it what it stands for.
    fn option_heading(&self, question: usize, option: usize) -> String {
        let short = escape(self.words.option(&MODEL, question, option).short);
        format!(r#"<th scope="col">{}<span class="sheet-heard"> {short}</span></th>"#, letter(option))
    }

    /// One number for each network and option, the last `left_out` options having none.
    fn affinities(&self, question: usize, left_out: usize, of: impl Fn(&Network) -> Vec<i32>) -> Result<String> {
        let options = MODEL.questions[question].options.len() - left_out;
        let headings: String = (0..options).map(|option| self.option_heading(question, option)).collect();
        let row =
            |network: &Network| of(network).iter().take(options).map(|points| format!("<td>{points}</td>")).collect();
        self.by_network(question, "", &headings, row)
    }

    fn by_network(
        &self,
        question: usize,
        more: &str,
        headings: &str,
        row: impl Fn(&Network) -> String,
    ) -> Result<String> {
        let caption = format!("<b>{}</b> {}{more}", self.number(question)?, escape(self.words.question(question).name));
        self.table(&caption, headings, |place| row(&MODEL.networks[place]))
    }

    fn table(&self, caption: &str, headings: &str, row: impl Fn(usize) -> String) -> Result<String> {
        let rows: String = (0..MODEL.networks.len())
            .map(|place| format!("<tr><th scope=\"row\">{}</th>{}</tr>\n", self.network_name(place), row(place)))
            .collect();
        Ok(format!(
            "<table class=\"sheet-fit\"><caption>{caption}</caption><thead><tr><th scope=\"col\">{}</th>{headings}</tr></thead>\n<tbody>{rows}</tbody></table>\n",
            self.said("network", &[])?
        ))
    }

    fn formats_and_hours(&self) -> Result<String> {
        let question = usize::from(MODEL.fit.formats);
        let lone = MODEL.questions[question].alone();
        let options = (0..MODEL.questions[question].options.len()).filter(|option| lone & (1 << option) == 0);
        let mut headings: String = options.clone().map(|option| self.option_heading(question, option)).collect();
        write!(
            headings,
            r#"<th scope="col">{}</th><th scope="col">{}</th>"#,
            self.said("least", &[])?,
            self.said("well_done", &[])?
        )?;
        self.by_network(question, &self.said("and_hours", &[])?, &headings, |network| {
            let lives = |option: usize| if network.formats & (1 << option) == 0 { "<td></td>" } else { "<td>×</td>" };
            let formats: String = options.clone().map(lives).collect();
            format!(
                "{formats}<td>{}</td><td>{}</td>",
                self.lang().tenths(network.least),
                self.lang().tenths(network.well)
            )
        })
    }

    /// Where the reader writes what each network comes to.
    fn work(&self) -> Result<String> {
        let headings = format!(
            r#"<th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th>"#,
            self.said("work_points", &[])?,
            self.said("work_needed", &[])?,
            self.said("work_suits", &[])?
        );
        let fields: Vec<String> = (0..MODEL.networks.len())
            .map(|place| {
                let name = self.words.network(place);
                let suits = self.said("suits_of", &[("of", &escape(name))])?;
                Ok(format!(
                    r#"<td>{}</td><td>{}</td><td><input type="checkbox" aria-label="{suits}"></td>"#,
                    self.field("points_of", name)?,
                    self.field("needed_of", name)?
                ))
            })
            .collect::<Result<_>>()?;
        self.table(&self.said("work", &[])?, &headings, |place| fields[place].clone())
    }

    /// The points that a network needs, by the mean of ages, formats in common, and values.
    fn needed(&self, scale: &Scale) -> Result<String> {
        let fit = &MODEL.fit;
        let values = usize::from(fit.values);
        let [_, one, more] = fit.formats_factors;
        // From the answer that costs nothing to the one that costs most; independent networks before the others.
        let mut columns: BTreeMap<i32, (Vec<usize>, bool)> = BTreeMap::new();
        for (option, factor) in fit.values_factors.iter().enumerate() {
            columns.entry(-factor).or_default().0.push(option);
            let independent = (1000 + factor) / 2;
            if independent != *factor {
                columns.insert(-independent, (vec![option], true));
            }
        }
        let mut headings = String::new();
        for _ in [one, more] {
            for (options, independent) in columns.values() {
                let letters: Vec<String> = options.iter().map(|option| letter(*option).to_string()).collect();
                let shorts: Vec<String> =
                    options.iter().map(|option| escape(self.words.option(&MODEL, values, *option).short)).collect();
                write!(
                    headings,
                    r#"<th scope="col">{}{}<span class="sheet-heard"> {}</span></th>"#,
                    letters.join(" "),
                    if *independent { "°" } else { "" },
                    shorts.join(", ")
                )?;
            }
        }
        let mut rows = String::new();
        let mut last = Vec::new();
        for mean in means(MODEL.questions[usize::from(fit.ages)].options.len() as i32) {
            let ages = fit.ages_least + (1000 - fit.ages_least) * mean / 4000;
            let needed: Vec<Option<Needed>> = [one, more]
                .into_iter()
                .flat_map(|formats| columns.keys().map(move |values| [ages, -values, formats]))
                .map(|factors| scale.needed(factors))
                .collect();
            if needed == last || needed.iter().all(Option::is_none) {
                continue;
            }
            let cells: String = needed
                .iter()
                .map(|needed| match needed {
                    Some(Needed { points, strict }) => format!("<td>{points}{}</td>", if *strict { "*" } else { "" }),
                    None => "<td>–</td>".to_owned(),
                })
                .collect();
            // Two decimals, cut and not rounded, as the reader is told to.
            let sign = self.said("decimal_sign", &[])?;
            let mean = format!("{}{sign}{:02}", mean / 1000, mean % 1000 / 10);
            writeln!(rows, "<tr><th scope=\"row\">{mean}</th>{cells}</tr>")?;
            last = needed;
        }
        let span = columns.len();
        Ok(format!(
            r#"<table class="sheet-needed"><caption>{}</caption><colgroup></colgroup><colgroup span="{span}"></colgroup><colgroup span="{span}"></colgroup><thead><tr><th scope="col" rowspan="2">{}</th><th scope="colgroup" colspan="{span}">{}</th><th scope="colgroup" colspan="{span}">{}</th></tr><tr>{headings}</tr></thead>
<tbody>{rows}</tbody></table>"#,
            self.said("needed", &[("question", &self.number(values)?.to_string())])?,
            self.said("needed_ages", &[])?,
            self.said("needed_one", &[])?,
            self.said("needed_more", &[])?,
        ))
    }

    fn gates(&self) -> Result<String> {
        let mut html = String::new();
        for (place, gate) in MODEL.gates.iter().enumerate() {
            let name = escape(self.words.gate(place));
            write!(
                html,
                r#"<table class="sheet-gate"><caption>{name}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>"#,
                self.said("gate_if", &[])?,
                self.said("gate_why", &[])?,
                self.said("gate_state", &[])?
            )?;
            for (row, cause) in gate.causes.iter().enumerate() {
                let when = match &cause.when {
                    When::Unanswered(question) => {
                        self.said("unanswered", &[("question", &self.number((*question).into())?.to_string())])?
                    }
                    When::Chosen(condition) => self.any(&[condition])?,
                    When::ChosenBelow(condition, question, tenths) => self.said(
                        "chosen_below",
                        &[
                            ("codes", &self.any(&[condition])?),
                            ("question", &self.number((*question).into())?.to_string()),
                            ("value", &self.lang().tenths(*tenths)),
                        ],
                    )?,
                    When::NoNetworkFits => self.said("network_none", &[])?,
                    When::HoursShort => {
                        let least = MODEL.networks.iter().map(|network| network.least).min().unwrap_or(0);
                        let hours = self.number(MODEL.fit.hours.into())?.to_string();
                        self.said("hours_short", &[("question", &hours), ("least", &self.lang().tenths(least))])?
                    }
                };
                write!(
                    html,
                    r#"<tr><th scope="row"><label><input type="checkbox"> {when}</label></th><td>{}</td><td>{}</td></tr>"#,
                    escape(self.words.cause(&MODEL, place, row)),
                    escape(self.words.state(cause.state))
                )?;
            }
            html.push_str("</tbody></table>\n");
            let states: Vec<String> = [GateState::Closed, GateState::Ajar, GateState::Open]
                .map(|state| {
                    let state = escape(self.words.state(state));
                    format!(r#"<label><input type="radio" name="gate-{}"> {state}</label>"#, gate.id)
                })
                .into();
            writeln!(
                html,
                "<p class=\"sheet-state\" role=\"group\" aria-label=\"{name}\">{} {}</p>",
                self.said("gate_is", &[("gate", &name)])?,
                states.join(" ")
            )?;
        }
        Ok(html)
    }

    fn verdict(&self) -> Result<String> {
        let when = &MODEL.conditions;
        let not = |condition: &Condition| self.any(&[condition]);
        let mut html = String::from("<ol class=\"sheet-grounds\">");
        for (place, key) in GROUNDS.into_iter().enumerate() {
            let codes = match key {
                "no_conflict" => not(&when.conflict)?,
                "worked" => not(&when.worked)?,
                "thriving" => not(&when.thriving)?,
                "not_elsewhere" => not(&when.elsewhere)?,
                "listening" => self.any(&when.listening.iter().collect::<Vec<_>>())?,
                _ => String::new(),
            };
            let values = [
                ("clear", &*MODEL.thresholds.clear.to_string()),
                ("codes", &codes),
                ("question", &self.number(MODEL.fit.hours.into())?.to_string()),
            ];
            write!(
                html,
                r#"<li><label><input type="checkbox"><i>{}</i> <span>{}</span></label></li>"#,
                capital(place),
                self.said(key, &values)?
            )?;
        }
        html.push_str("</ol>\n<div class=\"sheet-verdicts\">");
        let codes = self.any(&[&when.present])?;
        for (key, rows) in [("absent", &ABSENT[..]), ("present", &PRESENT[..])] {
            write!(
                html,
                r#"<table class="sheet-verdict"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>"#,
                self.said(key, &[("codes", &codes)])?,
                self.said("verdict_if", &[])?,
                self.said("verdict_is", &[])?
            )?;
            for (place, (verdict, pause, letters)) in rows.iter().enumerate() {
                let letters: Vec<String> = letters.chars().map(String::from).collect();
                let condition = match letters.split_last() {
                    Some((last, others)) if !others.is_empty() => {
                        self.said("and", &[("list", &others.join(", ")), ("last", last)])?
                    }
                    Some((only, _)) => only.clone(),
                    None => self.said("otherwise", &[])?,
                };
                let words = self.words.verdict(*verdict, *pause);
                // Once, though two ways lead there; and a lead that names networks and hours has nothing to name here.
                let again = rows[..place].iter().any(|row| (row.0, row.1) == (*verdict, *pause));
                let lead = match words.lead {
                    lead if again || lead.contains('{') => String::new(),
                    lead => format!(" <small>{}</small>", escape(lead)),
                };
                write!(html, r#"<tr><th scope="row">{condition}</th><td>{}{lead}</td></tr>"#, escape(words.headline))?;
            }
            html.push_str("</tbody></table>\n");
        }
        html.push_str("</div>");
        Ok(html)
    }

    fn sources(&self) -> String {
        let row = |(place, id): (usize, &&str)| {
            let words = self.words.source(place);
            let publisher =
                if words.publisher.is_empty() { String::new() } else { format!(", {}", escape(words.publisher)) };
            let title = escape(words.title);
            format!(
                "<dt id=\"{id}\">{id}</dt><dd><cite lang=\"fr\">{title}</cite>{publisher}, {}</dd>\n",
                escape(words.year)
            )
        };
        MODEL.sources.iter().enumerate().map(row).collect()
    }
}

/// The mean of the criteria as whole points: on paper nothing is divided but by the number of ages.
struct Scale {
    /// Points for each point of affinity to a criterion of weight 1.
    unit: i32,
    weights: i32,
    most: i32,
}

/// The points that a network needs to suit.
#[derive(PartialEq)]
struct Needed {
    points: i32,
    /// One more where three choices have a sum that three does not divide: the program cuts their mean.
    strict: bool,
}

impl Scale {
    fn of_model() -> Result<Scale> {
        let fit = &MODEL.fit;
        let weights = fit.criteria.iter().map(|criterion| criterion.weight).sum();
        let unit = 2;
        let scale = Scale { unit, weights, most: 4 * weights * unit };
        for (place, criterion) in fit.criteria.iter().enumerate() {
            if let Kind::Multi { most, .. } = MODEL.questions[usize::from(criterion.question)].kind {
                ensure!(
                    (1..=i32::from(most)).all(|count| scale.factor(place) % count == 0),
                    "a mean is no whole number of points"
                );
            }
        }
        ensure!(!scale.suits(1000, [1000, 1000, fit.formats_factors[0]]), "a network suits without a format in common");
        ensure!(!scale.suits(1000, [1000, fit.needs_factor, 1000]), "a network suits that lacks what it needs");
        Ok(scale)
    }

    fn factor(&self, criterion: usize) -> i32 {
        MODEL.fit.criteria[criterion].weight * self.unit
    }

    /// Whether a mean in thousandths and its factors make a network suit, cut as the program does.
    fn suits(&self, mean: i32, factors: [i32; 3]) -> bool {
        let product = factors.iter().fold(mean, |product, factor| product * factor / 1000);
        (product + 5) / 10 >= MODEL.thresholds.fits
    }

    fn needed(&self, factors: [i32; 3]) -> Option<Needed> {
        let mean = |thousandths: i32| thousandths / (4 * self.weights);
        let points = (0..=self.most).find(|points| self.suits(mean(points * 1000 / self.unit), factors))?;
        // Three choices always give an even number of points.
        let cut = points * 1000 / self.unit - 1;
        Some(Needed { points, strict: points % 2 == 0 && !self.suits(mean(cut), factors) })
    }
}

/// Every mean, in thousandths, of up to `count` affinities from 0 to 4, each once, from the least.
fn means(count: i32) -> Vec<i32> {
    let mut means: Vec<i32> =
        (1..=count).flat_map(|count| (0..=4 * count).map(move |sum| sum * 1000 / count)).collect();
    means.sort_unstable();
    means.dedup();
    means
}

/// The greatest sum that an argument's table can come to, before it is cut.
fn reachable(argument: &Argument) -> i32 {
    let greatest = |part: &Part| match part.table {
        Table::Options(table) => table.iter().copied().max().unwrap_or(0),
        Table::Bands(bands) => bands.iter().map(|band| band.adds).max().unwrap_or(0),
    };
    argument.strength.parts.iter().map(|part| i32::from(greatest(part))).sum()
}

fn bits(options: u32) -> impl Iterator<Item = usize> {
    (0..32).filter(move |option| options & (1 << option) != 0)
}

fn letter(option: usize) -> char {
    char::from(b'a' + option as u8)
}

fn capital(place: usize) -> char {
    char::from(b'A' + place as u8)
}

#[cfg(test)]
mod tests;
