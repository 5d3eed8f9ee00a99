//! The account, line by line: what speaks for climbs, what speaks against comes back down, the balance remains.

use std::rc::Rc;

use yew::{Html, html};

use super::{
    entry::{Track, bar, entry},
    heading::{heading, sub},
    sources::sources,
    tally::Tally,
};
use crate::content::{Text, Words, text};
use crate::domain::{Answers, argument::Side, ledger::Entry};
use crate::ui::{act::Act, app::Outcome};

pub(crate) fn ledger(words: &Rc<Words>, answers: &Answers, outcome: &Outcome, level: u8, act: &Act) -> Html {
    let report = &outcome.report;
    let title = heading(level, "son-section__title", words.text(text::LEDGER_TITLE));
    let balance = report.balance();
    if report.ledger.is_empty() {
        return html! {
            <section class="son-section" part="ledger">{title}<p class="son-section__lead">{words.text(text::LEDGER_EMPTY)}</p></section>
        };
    }
    let track = Track { least: balance.min(0), most: report.pros() };
    let mut total = 0;
    let mut line = |row: &Entry| {
        let line = entry(words, answers, row, total, track, level + 2, act);
        total += row.side.signed(row.points);
        line
    };
    let mut side = |name: Text, side: Side, sum: i32| -> Html {
        let lines: Vec<Html> = report.ledger.iter().filter(|entry| entry.side == side).map(&mut line).collect();
        if lines.is_empty() {
            return Html::default();
        }
        let title = html! { <><span>{words.text(name)}</span>{super::reasons::points(words, side, sum)}</> };
        html! { <>{heading(level + 1, "son-ledger__side", title)}<ol>{lines}</ol></> }
    };
    let (pros, cons) = (side(text::LEDGER_PRO, Side::Pro, report.pros()), side(text::LEDGER_CON, Side::Con, report.cons()));
    let winner = if balance < 0 { Side::Con } else { Side::Pro };
    html! {
        <section class="son-section" part="ledger">
            {title}
            <p class="son-section__lead">{words.text(text::LEDGER_LEAD)}</p>
            <Tally words={words.clone()} totals={outcome.totals.clone()} />
            {pros}
            {cons}
            <div class="son-entry son-total">
                <span class="son-points">{words.lang().signed(balance)}</span>
                <p class="son-entry__title">{words.text(text::LEDGER_BALANCE)}</p>
                {bar(winner, 0, balance, track)}
            </div>
            <p class="son-section__lead">{words.fill(text::LEDGER_SCALE, &[("scale", &words.lang().signed(report.scale))])}</p>
            {sub(level + 1, words.text(text::LEDGER_SOURCES))}
            {sources(words)}
        </section>
    }
}
