//! The networks: what each is worth to a reader, and what it needs to suit.

use std::collections::BTreeMap;
use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use social_or_not::content::MODEL;
use social_or_not::domain::network::Network;
use social_or_not::domain::question::Kind;

use crate::page::escape;

use super::scale::{Needed, Scale, means};
use super::{Sheet, bits, letter};

impl Sheet {
    pub(super) fn networks(&self) -> Result<String> {
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

    pub(super) fn network_name(&self, place: usize) -> String {
        let network = &MODEL.networks[place];
        let marks = [(network.independent, "°"), (network.listing, "†")];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
        format!("{}{marks}", escape(self.words.network(place)))
    }

    /// A column's heading: the letter, and for those who hear it what it stands for.
    pub(super) fn option_heading(&self, question: usize, option: usize) -> String {
        let short = escape(self.words.option(&MODEL, question, option).short);
        format!(r#"<th scope="col">{}<span class="sheet-heard"> {short}</span></th>"#, letter(option))
    }

    /// One number for each network and option, the last `left_out` options having none.
    pub(super) fn affinities(
        &self,
        question: usize,
        left_out: usize,
        of: impl Fn(&Network) -> Vec<i32>,
    ) -> Result<String> {
        let options = MODEL.questions[question].options.len() - left_out;
        let headings: String = (0..options).map(|option| self.option_heading(question, option)).collect();
        let row =
            |network: &Network| of(network).iter().take(options).map(|points| format!("<td>{points}</td>")).collect();
        self.by_network(question, "", &headings, row)
    }

    pub(super) fn by_network(
        &self,
        question: usize,
        more: &str,
        headings: &str,
        row: impl Fn(&Network) -> String,
    ) -> Result<String> {
        let caption = format!("<b>{}</b> {}{more}", self.number(question)?, escape(self.words.question(question).name));
        self.table(&caption, headings, |place| row(&MODEL.networks[place]))
    }

    pub(super) fn table(&self, caption: &str, headings: &str, row: impl Fn(usize) -> String) -> Result<String> {
        let rows: String = (0..MODEL.networks.len())
            .map(|place| format!("<tr><th scope=\"row\">{}</th>{}</tr>\n", self.network_name(place), row(place)))
            .collect();
        Ok(format!(
            "<table class=\"sheet-fit\"><caption>{caption}</caption><thead><tr><th scope=\"col\">{}</th>{headings}</tr></thead>\n<tbody>{rows}</tbody></table>\n",
            self.said("network", &[])?
        ))
    }

    pub(super) fn formats_and_hours(&self) -> Result<String> {
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
    pub(super) fn work(&self) -> Result<String> {
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
    pub(super) fn needed(&self, scale: &Scale) -> Result<String> {
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
}
