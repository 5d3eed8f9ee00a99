//! The arguments of both sides, with the points that answers give them.

use std::fmt::Write;

use anyhow::Result;
use social_or_not::content::MODEL;
use social_or_not::domain::argument::{Argument, Side};
use social_or_not::domain::condition::Is;
use social_or_not::domain::strength::{Band, GREATEST, Part, Table};

use crate::page::escape;

use super::{Sheet, letter};

impl Sheet {
    /// The arguments of one side, each with the points that answers give it, and the place for their sum.
    pub(super) fn ledger(&self, side: Side) -> Result<String> {
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
    pub(super) fn points(&self, argument: &Argument, part: &Part) -> Result<Vec<String>> {
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
    pub(super) fn range(&self, from: i32, to: Option<i32>) -> Result<String> {
        let number = |tenths: i32| self.lang().tenths(tenths);
        match to {
            Some(to) if from == 0 => self.said("below", &[("to", &number(to))]),
            Some(to) => self.said("from_to", &[("from", &number(from)), ("to", &number(to))]),
            None => self.said("from", &[("from", &number(from))]),
        }
    }
}

/// The greatest sum that an argument's table can come to, before it is cut.
fn reachable(argument: &Argument) -> i32 {
    let greatest = |part: &Part| match part.table {
        Table::Options(table) => table.iter().copied().max().unwrap_or(0),
        Table::Bands(bands) => bands.iter().map(|band| band.adds).max().unwrap_or(0),
    };
    argument.strength.parts.iter().map(|part| i32::from(greatest(part))).sum()
}
