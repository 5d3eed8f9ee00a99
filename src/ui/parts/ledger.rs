//! The account, line by line: what speaks for climbs, what speaks against comes back down, the balance remains.

use yew::Html;

use super::{
    entry::{Track, bar, entry},
    heading::{heading, paragraph, sub},
    reasons::points,
    sources::sources,
    tally::tally,
};
use crate::content::{Text, text};
use crate::domain::{argument::Side, ledger::Entry};
use crate::ui::{markup::markup, outcome::ResultView, view::View};

pub(crate) fn ledger(view: &View<'_>, result: &ResultView<'_>) -> Html {
    let report = &result.outcome.report;
    let account = if report.ledger.is_empty() {
        paragraph("son-section__lead", view.text(text::LEDGER_EMPTY))
    } else {
        account(view, result)
    };
    markup! {
        <section class="son-section" part="ledger">
            {heading(view.level, "son-section__title", view.text(text::LEDGER_TITLE).into())}
            {account}
        </section>
    }
}

fn account(view: &View<'_>, result: &ResultView<'_>) -> Html {
    let (report, words) = (&result.outcome.report, view.words);
    let balance = report.balance();
    let track = Track { least: balance.min(0), most: report.pros() };
    let mut total = 0;
    let mut line = |row: &Entry| {
        let line = entry(view, row, total, track);
        total += row.side.signed(row.points);
        line
    };
    let mut side = |name: Text, side: Side, sum: i32| -> Html {
        if sum == 0 {
            return Html::default();
        }
        let lines: Vec<Html> = report.ledger.iter().filter(|entry| entry.side == side).map(&mut line).collect();
        let title = markup! { <><span>{view.text(name)}</span>{points(words, side, sum)}</> };
        markup! { <>{heading(view.level + 1, "son-ledger__side", title)}<ol>{lines}</ol></> }
    };
    let (pros, cons) =
        (side(text::LEDGER_PRO, Side::Pro, report.pros()), side(text::LEDGER_CON, Side::Con, report.cons()));
    let winner = if balance < 0 { Side::Con } else { Side::Pro };
    markup! {
        <>
            <p class="son-section__lead">
                {view.text(text::LEDGER_LEAD)}
                <span class="son-screen">{" "}{view.text(text::LEDGER_LEAD_CHANGE)}</span>
            </p>
            {tally(view, result)}
            {pros}
            {cons}
            <div class="son-entry son-total">
                <span class="son-points">{words.lang().signed(balance)}</span>
                {paragraph("son-entry__title", view.text(text::LEDGER_BALANCE))}
                {bar(winner, 0, balance, track)}
            </div>
            {paragraph("son-section__lead", &words.fill(text::LEDGER_SCALE, &[("scale", &words.lang().signed(report.scale))]))}
            {sub(view, view.text(text::LEDGER_SOURCES))}
            {sources(words)}
        </>
    }
}
