//! How results are said: sentences that take more than one text, the same on the page and in what is taken away.

use super::{
    Words,
    words::{Text, fill, text},
};
use crate::domain::{Date, Model, Report, Verdict, flips::Change, network::Role, report::NetworkRef};

impl Words {
    /// What follows from a verdict, with the names of the networks and the hours that they take.
    pub fn lead(&self, report: &Report) -> String {
        let texts = self.verdict(report.verdict, report.pause);
        let names: Vec<&str> =
            report.with_role(Role::Publish).map(|network| self.network_name(network.network)).collect();
        let lead = if report.hours.available.is_none() && !texts.lead_hours_unknown.is_empty() {
            texts.lead_hours_unknown
        } else if names.len() > 1 && !texts.lead_several.is_empty() {
            texts.lead_several
        } else {
            texts.lead
        };
        let list = match names.split_last() {
            Some((last, others)) if !others.is_empty() => {
                self.fill(text::AND, &[("list", &others.join(self.text(text::LIST_SEPARATOR))), ("last", last)])
            }
            _ => String::new(),
        };
        let first = names.first().copied().unwrap_or_default();
        fill(lead, &[("network", first), ("networks", &list), ("hours", &self.hours(report.hours.planned))])
    }

    /// A verdict in two words.
    pub fn verdict_short(&self, verdict: Verdict) -> &str {
        self.verdict(verdict, false).short
    }

    /// The same beside a report, whose own verdict may be a pause.
    pub fn verdict_beside(&self, verdict: Verdict, report: &Report) -> &str {
        self.verdict(verdict, report.pause && verdict == report.verdict).short
    }

    /// Name of a network, live or gone.
    pub fn network_name(&self, network: NetworkRef) -> &str {
        match network {
            NetworkRef::Live(position) => self.network(position),
            NetworkRef::Retired(position) => self.retired(position),
        }
    }

    /// Hours, given in tenths.
    pub fn hours(&self, tenths: i32) -> String {
        self.fill(text::HOURS, &[("value", &self.lang().tenths(tenths))])
    }

    /// A count of ten thousand in whole percents: what occurs is never 0 %, what differs never 100 %.
    pub fn share(&self, count: u32) -> String {
        let percents = ((count + 50) / 100).clamp(u32::from(count > 0), if count < 10_000 { 99 } else { 100 });
        self.fill(text::UNITS_PERCENT, &[("value", &self.lang().number(percents as i32 * 1000))])
    }

    /// Answers that are changed, each with its question.
    pub fn changes(&self, model: &Model, changes: &[Change]) -> String {
        let mut said = String::new();
        for change in changes {
            let answer = self.short_answer(model, change.question, Some(change.to)).unwrap_or_default();
            let values = [("question", self.question(change.question).name), ("answer", &*answer)];
            if !said.is_empty() {
                said.push_str(self.text(text::ANSWERS_SEPARATOR));
            }
            said.push_str(&self.fill(text::FIRM_CHANGE, &values));
        }
        said
    }

    /// A day as it is said: the year only if it is another one than that of `today`.
    pub fn date(&self, date: Date, today: Option<Date>) -> String {
        let month = MONTHS.get(usize::from(date.month) - 1).map_or("", |month| self.text(*month));
        let day = if date.day == 1 { self.text(text::DATE_FIRST).to_owned() } else { date.day.to_string() };
        let is_this_year = today.is_some_and(|today| today.year == date.year);
        let text = if is_this_year { text::DATE_THIS_YEAR } else { text::DATE_OTHER_YEAR };
        self.fill(text, &[("day", &day), ("month", month), ("year", &date.year.to_string())])
    }
}

const MONTHS: [Text; 12] = [
    text::MONTHS_JANUARY,
    text::MONTHS_FEBRUARY,
    text::MONTHS_MARCH,
    text::MONTHS_APRIL,
    text::MONTHS_MAY,
    text::MONTHS_JUNE,
    text::MONTHS_JULY,
    text::MONTHS_AUGUST,
    text::MONTHS_SEPTEMBER,
    text::MONTHS_OCTOBER,
    text::MONTHS_NOVEMBER,
    text::MONTHS_DECEMBER,
];
