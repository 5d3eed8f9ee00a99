//! The results side by side: whose, the verdict, the balance, the gates.

use web_sys::HtmlInputElement;
use yew::{Event, Html, InputEvent, MouseEvent, TargetCast, html};

use super::{
    gates::door,
    heading::{element, paragraph},
    tally::small_scales,
};
use crate::content::{MODEL, Saying, saying, text};
use crate::domain::gate::GateReport;
use crate::ui::{
    board::Deed,
    markup::markup,
    side_by_side::{BoardView, SideBySide},
};

pub(crate) fn results(view: &BoardView<'_>, found: Option<&SideBySide>) -> Html {
    let Some(found) = found else { return Html::default() };
    let title = view.text(saying::RESULTS_TITLE).into();
    let (same, none) = if view.board.is_one_person() {
        ([saying::TIME_SAME_ONE, saying::TIME_SAME_OTHER], saying::TIME_SAME_NONE)
    } else {
        ([saying::RESULTS_SAME_ONE, saying::RESULTS_SAME_OTHER], saying::RESULTS_SAME_NONE)
    };
    let summary = match found.comparison.same {
        _ if !found.is_several() => paragraph("son-section__lead", view.text(saying::RESULTS_ONE_MORE)),
        0 => paragraph("son-sides__same", view.text(none)),
        count => {
            let values = [("of", &*found.asked().to_string())];
            paragraph("son-sides__same", &view.says.count(same, count, &values))
        }
    };
    markup! {
        <section class="son-section">
            {element("h2", "son-section__title", Some("-1"), view.heading.clone(), title)}
            {kind(view)}
            {table(view, found)}
            {summary}
        </section>
    }
}

/// Several people, or one over time: where they may be either, the reader says.
fn kind(view: &BoardView<'_>) -> Html {
    if !view.board.may_be_one_person() {
        return Html::default();
    }
    let choice = |is_one: bool, name: Saying| {
        let onclick = view.act.reform(move |_: MouseEvent| Deed::OnePerson(is_one));
        let checked = view.board.is_one_person() == is_one;
        let value = if is_one { "one" } else { "people" };
        let input = html! { <input class="son-option__input" type="radio" name="kind" {value} {checked} {onclick} /> };
        markup! { <label class="son-kind__choice">{input}{view.text(name)}</label> }
    };
    markup! {
        <fieldset class="son-kind">
            <legend class="son-add__label">{view.text(saying::KIND_TITLE)}</legend>
            {choice(false, saying::KIND_PEOPLE)}
            {choice(true, saying::KIND_ONE)}
        </fieldset>
    }
}

/// The roles are said: in a narrow column the styles take the table apart, and some browsers would no longer call it one.
fn table(view: &BoardView<'_>, found: &SideBySide) -> Html {
    let column = |name: &str| markup! { <th scope="col" role="columnheader">{name}</th> };
    let gates = (0..MODEL.gates.len()).map(|gate| column(view.words.gate(gate)));
    markup! {
        <table class="son-sides" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    {column(view.text(saying::RESULTS_WHO))}
                    {column(view.text(saying::RESULTS_VERDICT))}
                    {column(view.text(saying::RESULTS_BALANCE))}
                    {for gates}
                    <td role="cell"></td>
                </tr>
            </thead>
            <tbody role="rowgroup">{for (0..view.order.len()).map(|shown| row(view, found, shown))}</tbody>
        </table>
    }
}

fn row(view: &BoardView<'_>, found: &SideBySide, shown: usize) -> Html {
    let (words, result) = (view.words, &found.comparison.results[shown]);
    // In a narrow column the heads are gone.
    let label = |name: &str| markup! { <span class="son-side__of" aria-hidden="true">{name}</span> };
    let gate = |gate: &GateReport| {
        markup! {
            <td class="son-side__gate" role="cell" data-state={gate.state.id()}>
                {door(gate.state)}
                {label(words.gate(gate.gate))}
                <span>{words.state(gate.state)}</span>
            </td>
        }
    };
    let remove = {
        let place = view.order[shown];
        let onclick = view.act.reform(move |_: MouseEvent| Deed::Remove(place));
        let more = words.fill(text::ANSWERS_OF, &[("question", &view.name(shown))]);
        html! {
            <button class="son-link" type="button" {onclick}>
                {view.text(saying::RESULTS_REMOVE)}<span class="son-hidden">{more}</span>
            </button>
        }
    };
    markup! {
        <tr class="son-side" role="row">
            <th class="son-side__who" scope="row" role="rowheader">
                {name(view, shown)}
                {for origin(view, shown).iter().map(|text| paragraph("son-side__origin", text))}
            </th>
            <td class="son-side__verdict" role="cell">
                <strong>{found.verdict(words, shown)}</strong>
                if found.comparison.provisional[shown] {
                    <span class="son-side__origin">{" "}{view.text(saying::RESULTS_PROVISIONAL)}</span>
                }
            </td>
            <td class="son-side__balance" role="cell">
                {small_scales(found.comparison.scales[shown])}
                <span>{label(view.text(saying::RESULTS_BALANCE))}<strong>{words.lang().signed(result.balance)}</strong></span>
            </td>
            {for result.gates.iter().map(gate)}
            <td class="son-side__remove" role="cell">{remove}</td>
        </tr>
    }
}

/// What the result is called, for the reader to say.
fn name(view: &BoardView<'_>, shown: usize) -> Html {
    let place = view.order[shown];
    let entry = &view.board.entries[place];
    let letter = char::from(b'A' + entry.letter).to_string();
    let oninput = view.act.reform(move |event: InputEvent| {
        Deed::Rename(place, event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let onchange = view.act.reform(move |_: Event| Deed::Named(place));
    let value = entry.name.clone().unwrap_or_else(|| view.given_name(shown));
    let label = view.says.fill(saying::RESULTS_NAME, &[("letter", &letter)]);
    html! {
        <input class="son-side__name" aria-label={label} maxlength="24" autocomplete="off" {value} {oninput} {onchange} />
    }
}

/// When it was made, and whether the model has changed since.
fn origin(view: &BoardView<'_>, shown: usize) -> Vec<String> {
    let shared = &view.board.entries[view.order[shown]].shared;
    let mut says: Vec<String> = shared.made.iter().map(|made| view.words.date(*made, view.today)).collect();
    if let Some(news) = shared.news(&MODEL) {
        says.push(view.says.fill(saying::RESULTS_NEWS, &[("version", &news.version.to_string())]));
    }
    says
}
