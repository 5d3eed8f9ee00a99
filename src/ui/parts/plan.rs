//! The plan: the week's hours, how often, what to count, what to do by when, when to look again and when to stop, the cost.

use yew::Html;

use super::{
    fact::written_out,
    heading::{heading, paragraph, sub},
    rate::rate,
};
use crate::content::{MODEL, PLAN, Phrase, RecordWords, phrase, text};
use crate::domain::{
    Plan,
    cost::{Cost, CostFigure},
    step::PlannedStep,
};
use crate::export::{beside, reckoned, rhythm, step, watch};
use crate::ui::{lengths::percent, markup::markup, outcome::Outcome, view::View};

pub(crate) fn plan(view: &View<'_>, record: &RecordWords, outcome: &Outcome) -> Html {
    let (words, plan) = (view.words, &outcome.plan);
    let part = |title: Phrase, rows: Vec<Html>| {
        if rows.is_empty() {
            Html::default()
        } else {
            markup! { {sub(view, record.text(title))}<ul class="son-steps">{rows}</ul> }
        }
    };
    let line = |text: String| markup! { <li class="son-step">{text}</li> };
    let rhythms = plan.rhythm.iter().map(|row| line(rhythm(words, record, *row) + "."));
    let watched = plan.watch.iter().map(|row| line(watch(words, record, row)));
    let stop = plan.stop.iter().map(|row| line(record.stop(*row).to_owned()));
    let review = match plan.date(plan.review) {
        Some(date) => record.fill(phrase::LINE_REVIEW_DATE, &[("date", &words.date(date, view.today))]),
        None => record.fill(phrase::LINE_REVIEW_DAY, &[("day", &plan.review.to_string())]),
    };
    markup! {
        <section class="son-section" part="plan">
            {heading(view.level, "son-section__title", record.text(phrase::PLAN_TITLE).into())}
            {paragraph("son-section__lead", &review)}
            {part(phrase::PLAN_STEPS, plan.steps.iter().map(|row| by_when(view, record, plan, row)).collect())}
            {part(phrase::PLAN_HOURS, hours(view, record, plan))}
            {part(phrase::PLAN_RHYTHM, rhythms.collect())}
            {part(phrase::PLAN_WATCH, watched.collect())}
            {part(phrase::PLAN_INDICATORS, indicators(view, record, plan))}
            {part(phrase::PLAN_STOP, stop.collect())}
            {plan.cost.as_ref().map(|cost| costs(view, record, cost))}
        </section>
    }
}

/// What to do, and by which day.
fn by_when(view: &View<'_>, record: &RecordWords, plan: &Plan, row: &PlannedStep) -> Html {
    let when = match plan.date(row.day) {
        Some(date) => view.words.date(date, view.today),
        None => record.fill(phrase::LINE_DAY, &[("day", &row.day.to_string())]),
    };
    let (name, says) = step(&MODEL, view.words, record, row.what);
    markup! {
        <li class="son-step son-step--cause">
            <p class="son-step__why"><span class="son-step__gate">{name}</span>{" "}<span class="son-step__when">{when}</span></p>
            {paragraph("son-step__do", &says)}
        </li>
    }
}

/// The week's hours by activity, each with its share of them all.
fn hours(view: &View<'_>, record: &RecordWords, plan: &Plan) -> Vec<Html> {
    let all: i32 = plan.activities.iter().map(|(_, hours)| hours).sum();
    let row = |(activity, hours): &(usize, i32)| {
        markup! {
            <li class="son-try">
                <p>
                    {record.activity(*activity)}
                    <span class="son-try__to">{record.activity_says(*activity)}</span>
                </p>
                <strong>{view.words.hours(*hours)}</strong>
                <svg class="son-plan__bar" width="100%" height="10" aria-hidden="true">
                    <line class="son-rule" x1="0" x2="100%" y1="9.5" y2="9.5" />
                    <rect class="son-chart__share" data-kind="main" x="0" y="0.5" width={percent(*hours, all)} height="9" />
                </svg>
            </li>
        }
    };
    plan.activities.iter().map(row).collect()
}

/// What to count for each goal.
fn indicators(view: &View<'_>, record: &RecordWords, plan: &Plan) -> Vec<Html> {
    let row = |(goal, counted): &(usize, &'static [u8])| {
        let says: Vec<&str> = counted.iter().map(|row| record.indicator(usize::from(*row))).collect();
        markup! {
            <li class="son-step son-step--cause">
                <p class="son-step__why"><span class="son-step__gate">{view.words.option(&MODEL, PLAN.goals.into(), *goal).label}</span></p>
                {paragraph("son-step__do", &says.join(" "))}
            </li>
        }
    };
    plan.indicators.iter().map(row).collect()
}

/// The yearly cost, and what else is known to cost, with its source.
fn costs(view: &View<'_>, record: &RecordWords, cost: &Cost) -> Html {
    let months = MODEL.stale_after_months.to_string();
    let figure = |(row, (figure, is_stale)): (usize, (&CostFigure, &bool))| {
        markup! {
            <li class="son-step">
                {beside(view.words, record, row, figure)}
                <p class="son-fact">
                    if let Some(url) = figure.url {
                        <a href={url} rel="noopener">{figure.title}</a>
                    } else {
                        {figure.title}
                    }
                    {", "}{figure.year.to_string()}{"."}
                    if *is_stale { {" "}<span class="son-stale">{view.words.fill(text::NETWORKS_STALE, &[("months", &months)])}</span> }
                    {figure.url.map(written_out)}
                </p>
            </li>
        }
    };
    let own = reckoned(view.words, record, cost).into_iter().map(|text| markup! { <li class="son-step">{text}</li> });
    let rows = own.chain(PLAN.cost.figures.iter().zip(&cost.stale).enumerate().map(figure));
    markup! {
        {sub(view, record.text(phrase::PLAN_COST))}
        // Hours that are on somebody's bill have their price there.
        if !cost.is_paid { {rate(view, record)} }
        <ul class="son-steps" aria-live="polite">{for rows}</ul>
    }
}
