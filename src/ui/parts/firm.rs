//! How firm the result is: what other weightings give, what missing answers can do, and what would change the verdict.

use yew::Html;

use super::{
    button::link,
    heading::{heading, paragraph, sub},
};
use crate::content::{MODEL, Text, Words, text};
use crate::domain::{
    Report, Verdict,
    coverage::Coverage,
    flips::{Change, Flip},
    robustness::{Robustness, RunnerUp},
};
use crate::session::{Action, Session};
use crate::ui::{
    lengths::percent,
    markup::markup,
    outcome::{Outcome, ResultView},
    view::View,
};

pub(crate) fn firm(view: &View<'_>, result: &ResultView<'_>) -> Html {
    let content = match result.known {
        None => paragraph("son-section__lead", view.text(text::FIRM_PENDING)),
        Some(known) => {
            let firmness = &known.firmness;
            markup! {
                {paragraph("son-section__lead", view.text(text::FIRM_LEAD))}
                <div class="son-firm">
                    {range(view, result.outcome, &firmness.coverage)}
                    {shares(view, &result.outcome.report, &firmness.robustness)}
                </div>
                {sub(view, view.text(text::FIRM_FLIPS))}
                {flips(view, &firmness.flips, firmness.loses.as_ref())}
            }
        }
    };
    markup! {
        <section class="son-section" part="firm" aria-busy={result.is_late.then_some("true")}>
            {heading(view.level, "son-section__title", view.text(text::FIRM_TITLE).into())}
            {content}
        </section>
    }
}

/// The balance, and how far it can still go.
fn range(view: &View<'_>, outcome: &Outcome, coverage: &Coverage) -> Html {
    let (words, balance) = (view.words, outcome.report.balance());
    let signed = |points: i32| words.lang().signed(points);
    let is_complete = coverage.answered == coverage.asked;
    let values = [
        ("balance", &*signed(balance)),
        ("lowest", &*signed(coverage.lowest)),
        ("highest", &*signed(coverage.highest)),
    ];
    let said = words.fill(if is_complete { text::FIRM_RANGE_NONE } else { text::FIRM_RANGE }, &values);
    let title = if is_complete { text::FIRM_ANSWERED } else { text::FIRM_ANSWERS };
    // The axis is the scale of the model, from −100 to +100.
    let place = |points: i32| outcome.evaluator.scale(points) + 100;
    let (from, to, here) = (place(coverage.lowest), place(coverage.highest), percent(place(balance), 200));
    let count = [("step", &*coverage.answered.to_string()), ("of", &*coverage.asked.to_string())];
    let possible = match list(words, &coverage.possible) {
        Some(list) => words.fill(text::FIRM_POSSIBLE, &[("list", &list)]),
        None if is_complete => String::new(),
        None => view.text(text::FIRM_POSSIBLE_NONE).to_owned(),
    };
    markup! {
        <figure>
            {heading(view.level + 1, "", view.text(title).into())}
            <svg class="son-chart" width="100%" height="44" role="img" aria-label={said.clone()}>
                <line class="son-chart__axis" x1="0" x2="100%" y1="16" y2="16" />
                <rect class="son-chart__band" x={percent(from, 200)} width={percent(to - from, 200)} y="9" height="14" />
                <line class="son-chart__axis" x1="50%" x2="50%" y1="4" y2="28" />
                <text x="50%" y="42" text-anchor="middle">{"0"}</text>
                <line class="son-beam__done" x1={here.clone()} x2={here} y1="2" y2="30" />
            </svg>
            <figcaption class="son-firm__caption">
                <span aria-hidden="true">{said}{" "}</span>
                {words.fill(text::FIRM_COVERAGE, &count)}{" "}{possible}
            </figcaption>
        </figure>
    }
}

/// The share of each verdict among other weightings.
fn shares(view: &View<'_>, report: &Report, robustness: &Robustness) -> Html {
    let words = view.words;
    let share = |(verdict, count): &(Verdict, u32)| {
        words.fill(
            text::FIRM_SHARE,
            &[("share", &words.share(*count)), ("verdict", words.verdict_beside(*verdict, report))],
        )
    };
    let said: Vec<String> = robustness.shares.iter().map(share).collect();
    let said = said.join(words.text(text::ANSWERS_SEPARATOR));
    let mut before = 0;
    let bar = |(verdict, count): &(Verdict, u32)| {
        let x = percent(before, 10_000);
        before += *count as i32;
        let kind = if *verdict == report.verdict { "main" } else { "other" };
        markup! { <rect class="son-chart__share" data-kind={kind} {x} width={percent(*count as i32, 10_000)} y="2" height="26" /> }
    };
    let bars: Vec<Html> = robustness.shares.iter().map(bar).collect();
    let runner_up = robustness.runner_up.and_then(|RunnerUp { verdict, theme }| {
        let (theme, weight) = theme?;
        let text = if weight == 0 { text::FIRM_THEME_NONE } else { text::FIRM_THEME_DOUBLE };
        Some(words.fill(text, &[("theme", words.theme(theme)), ("verdict", short(words, verdict))]))
    });
    markup! {
        <figure>
            {heading(view.level + 1, "", view.text(text::FIRM_WEIGHING).into())}
            <svg class="son-chart" width="100%" height="30" role="img" aria-label={said.clone()}>{bars}</svg>
            <figcaption class="son-firm__caption">
                <span aria-hidden="true">{said}{". "}</span>
                {view.text(text::FIRM_WEIGHING_NOTE)}
                {runner_up.map(|text| markup! { {" "}{text} })}
            </figcaption>
        </figure>
    }
}

fn flips(view: &View<'_>, flips: &[Flip], loses: Option<&Flip>) -> Html {
    if flips.is_empty() && loses.is_none() {
        return paragraph("son-section__lead", view.text(text::FIRM_FLIPS_NONE));
    }
    let rows = flips.iter().map(|flip| way(view, flip, text::FIRM_TO));
    let rows: Vec<Html> = rows.chain(loses.map(|flip| way(view, flip, text::FIRM_LOSES))).collect();
    markup! { <ul class="son-tries" part="flips">{rows}</ul> }
}

fn way(view: &View<'_>, flip: &Flip, to: Text) -> Html {
    let words = view.words;
    let changes = words.changes(&MODEL, &flip.changes);
    let more = words.fill(text::ANSWERS_OF, &[("question", &changes)]);
    let answer = |session: Session, change: &Change| {
        session.apply(&MODEL, Action::Answer { question: change.question, answer: change.to })
    };
    let step = view.screen.trying(flip.changes.iter().fold(view.screen.session.clone(), answer));
    markup! {
        <li class="son-try">
            <p>
                {changes}
                <span class="son-try__to">{words.fill(to, &[("verdict", short(words, flip.to))])}</span>
            </p>
            {link(view, step, view.text(text::FIRM_TRY), &more, None)}
        </li>
    }
}

/// A verdict in two words.
pub(crate) fn short(words: &Words, verdict: Verdict) -> &str {
    words.verdict_short(verdict)
}

/// Several verdicts in a row; none if there is only one.
pub(super) fn list(words: &Words, verdicts: &[Verdict]) -> Option<String> {
    let names: Vec<&str> = verdicts.iter().map(|verdict| short(words, *verdict)).collect();
    (names.len() > 1).then(|| names.join(words.text(text::ANSWERS_SEPARATOR)))
}
