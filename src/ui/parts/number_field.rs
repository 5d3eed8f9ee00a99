//! A number: a field and two buttons for the exact, a slider for the thumb.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, InputEvent, MouseEvent, TargetCast, html};

use crate::content::{MODEL, fill, text};
use crate::domain::question::Range;
use crate::ui::{
    draft::{Edit, Wanted},
    lengths::percent,
    markup::markup,
    number::Entry,
    screen::Step,
    view::View,
};

/// How many steps a thumb can tell apart on a phone; beyond them there is the field.
const SLIDER_STEPS: i32 = 40;

pub(crate) fn number_field(view: &View<'_>, question: usize, range: Range) -> Html {
    let (text, draft) = (view.words.number(&MODEL, question), &view.screen.draft);
    let answer = view.answers().number(question);
    // What is being typed, and may not be a number yet, goes before the answer.
    let number = if draft.entry(&MODEL.questions[question]) == Some(Entry::Invalid) { None } else { answer };
    let shown = draft.typed.clone().or_else(|| answer.map(|tenths| view.words.lang().tenths(tenths)));
    let is_wrong = draft.wanted == Some(Wanted::Number);
    let step = |sign: &'static str, name: &str, by: i32| {
        let to = (number.unwrap_or(range.least) + by).clamp(range.least, range.most);
        let onclick = view.press(Step::Edit(Edit::Set(to)));
        html! { <button class="son-number__step" part="button" type="button" aria-label={name.to_owned()} {onclick}>{sign}</button> }
    };
    let oninput = view.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Step::Edit(Edit::Type(field.value()))
    });
    // Room for five figures, or for three.
    let size = if range.most > 9_990 { "5" } else { "3" };
    let field = html! {
        <input
            class="son-number__field" {size} name={MODEL.questions[question].id} inputmode="decimal" autocomplete="off" value={shown.unwrap_or_default()}
            aria-label={text.unit_long.to_owned()} aria-invalid={is_wrong.then_some("true")}
            aria-describedby={is_wrong.then_some("son-wrong")} {oninput}
            onchange={view.act.reform(|_: Event| Step::Edit(Edit::Settle))}
        />
    };
    markup! {
        <div class="son-number" part="number">
            <div class="son-number__row">
                {step("−", text.less, -range.step)}
                {field}
                {step("+", text.more, range.step)}
                <span class="son-number__unit" aria-hidden="true">{text.unit}</span>
            </div>
            {slider(view, question, range, number)}
            <p class="son-number__echo" role="status">{echo(view, text.echo, number)}</p>
        </div>
    }
}

fn slider(view: &View<'_>, question: usize, range: Range, number: Option<i32>) -> Html {
    let (words, text) = (view.words, view.words.number(&MODEL, question));
    let steps = |tenths: i32| (tenths - range.least) / range.step;
    let mark = |quarter: i32| {
        let tenths = range.least + SLIDER_STEPS / 4 * quarter * range.step;
        let (x, beyond) = (percent(quarter, 4), if quarter == 4 { "+" } else { "" });
        markup! {
            <>
                <line x1={x.clone()} x2={x.clone()} y1="31" y2="36" />
                <text {x} y="54">{words.lang().tenths(tenths)}{beyond}</text>
            </>
        }
    };
    let said = match number {
        Some(number) => fill(text.answer, &[("value", &words.lang().tenths(number))]),
        None => view.text(text::NUMBER_NONE).to_owned(),
    };
    // The slider counts in steps: whole numbers, and the same in every language.
    let choose = move |slider: HtmlInputElement| {
        Step::Edit(Edit::Set(range.least + slider.value().parse().unwrap_or(0) * range.step))
    };
    // A press where the thumb already lies moves nothing, and is an answer all the same.
    let onclick: Callback<MouseEvent> = view.act.reform(move |event: MouseEvent| choose(event.target_unchecked_into()));
    let oninput: Callback<InputEvent> = view.act.reform(move |event: InputEvent| choose(event.target_unchecked_into()));
    let done = steps(number.unwrap_or(range.least)).min(SLIDER_STEPS);
    let slider = html! {
        <input
            class="son-slider" data-empty={number.is_none().then_some("")}
            type="range" min="0" max={SLIDER_STEPS.to_string()} step="1" value={done.to_string()}
            aria-label={words.fill(text::NUMBER_SLIDER, &[("unit", text.unit_long)])} aria-valuetext={said} {onclick} {oninput}
        />
    };
    markup! {
        <div class="son-slider-box">
            <svg class="son-slider__marks" width="100%" height="60" aria-hidden="true">
                <line x1="0" x2="100%" y1="22" y2="22" />
                if number.is_some() { <line class="son-beam__done" x1="0" x2={percent(done, SLIDER_STEPS)} y1="22" y2="22" /> }
                {for (0..=4).map(mark)}
            </svg>
            {slider}
        </div>
    }
}

/// What the number means, to help judge; nothing where there is nothing to judge.
fn echo(view: &View<'_>, echo: &str, number: Option<i32>) -> String {
    let Some(number) = number.filter(|number| *number > 0) else { return String::new() };
    // Five days a week, sixty minutes an hour; twelve months a year.
    let (minutes, year) = (view.words.lang().number(number * 1200), view.words.lang().tenths(number * 12));
    fill(echo, &[("minutes", &minutes), ("year", &year)])
}
