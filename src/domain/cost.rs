//! What a presence costs in a year, beside what else is known to cost.

use super::{Answers, Model, Options, Report, answers::decimal, condition::Condition, json::Json, plan::Verdicts};

/// How the yearly cost is reckoned.
#[derive(Debug)]
pub struct CostRule {
    /// The verdicts that it is told with.
    pub verdicts: Verdicts,
    /// Weeks in a year of work.
    pub weeks: i32,
    /// The question on the budget, a month.
    pub budget: u8,
    /// Where it holds, the hours are on somebody's bill, which the budget has already.
    pub paid: Condition,
    /// What else costs how much.
    pub figures: &'static [CostFigure],
}

/// A published cost, in euros a year. Its words are elsewhere, under the same id.
#[derive(Debug)]
pub struct CostFigure {
    /// Public id.
    pub id: &'static str,
    /// At least.
    pub least: i32,
    /// At most, if that was published.
    pub most: Option<i32>,
    /// Year to which it applies.
    pub year: u16,
    /// Who published it.
    pub publisher: &'static str,
    /// Title of the publication.
    pub title: &'static str,
    /// Address, where there is one fit to be shown.
    pub url: Option<&'static str>,
}

/// What a presence costs in a year. Sums are in whole euros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// Hours a year, in tenths: those planned and those for monitoring.
    pub hours: i32,
    /// What an hour of the reader's costs, in tenths of a euro; none if it is not known.
    pub rate: Option<i32>,
    /// Whether the hours are on somebody's bill, which the budget has already.
    pub is_paid: bool,
    /// The hours at that rate; 0 if the budget pays them, none without a rate.
    pub wages: Option<i32>,
    /// Twelve times the monthly budget; none if unanswered.
    pub budget: Option<i32>,
    /// What is known of the two, added; none if nothing is.
    pub year: Option<i32>,
    /// For each figure beside it: whether it is stale.
    pub stale: Vec<bool>,
}

/// What the plan of a report costs in a year.
pub(super) fn cost(model: &Model, rule: &CostRule, answers: &Answers, options: &Options, report: &Report) -> Cost {
    let hours = (report.hours.planned + report.hours.monitoring) * rule.weeks;
    let wages = |rate: i32| ((i64::from(hours) * i64::from(rate) + 50) / 100) as i32;
    let is_paid = rule.paid.holds(answers);
    let wages = if is_paid { Some(0) } else { options.rate.map(wages) };
    let budget = answers.number(rule.budget.into()).map(|tenths| tenths / 10 * 12);
    // Hours that a budget pays tell nothing without the budget.
    let year = match (wages.filter(|_| !is_paid), budget) {
        (None, None) => None,
        (wages, budget) => Some(wages.unwrap_or_default() + budget.unwrap_or_default()),
    };
    let stale = |figure: &CostFigure| model.is_stale(options.today, figure.year, None);
    Cost { hours, rate: options.rate, is_paid, wages, budget, year, stale: rule.figures.iter().map(stale).collect() }
}

impl Cost {
    /// Writes the cost as the value of a field.
    pub(super) fn write(&self, rule: &CostRule, json: &mut Json) {
        json.open('{');
        json.field("hours").raw(&decimal(self.hours));
        json.field("rate").raw(&self.rate.map_or_else(|| "null".to_owned(), decimal));
        for (name, euros) in [("wages", self.wages), ("budget", self.budget), ("year", self.year)] {
            json.field(name).raw(&euros.map_or_else(|| "null".to_owned(), |euros| euros.to_string()));
        }
        let rows: Vec<(&CostFigure, bool)> = rule.figures.iter().zip(self.stale.iter().copied()).collect();
        json.list("beside", &rows, |(figure, stale), json| {
            json.field("id").text(figure.id);
            json.field("least").number(figure.least);
            if let Some(most) = figure.most {
                json.field("most").number(most);
            }
            json.field("year").number(figure.year.into());
            json.field("stale").raw(if *stale { "true" } else { "false" });
        });
        json.close('}');
    }
}
