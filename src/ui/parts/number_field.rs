//! A number: a field and two buttons for the exact, a slider for the thumb.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, TargetCast, html};

use crate::content::{MODEL, Words, fill, text};
use crate::domain::question::Range;
use crate::ui::lengths::percent;

/// How many steps a thumb can tell apart on a phone; beyond them there is the field.
const SLIDER_STEPS: i32 = 40;

/// What stands in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Nothing.
    Empty,
    /// A number that the question takes, in tenths.
    Number(i32),
    /// Anything else.
    Invalid,
}

impl Entry {
    /// Reads what was typed: with a comma or a point, with or without spaces between thousands.
    pub(crate) fn read(typed: &str, range: Range) -> Entry {
        let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).map(|sign| if sign == ',' { '.' } else { sign }).collect();
        if typed.is_empty() {
            return Entry::Empty;
        }
        let tenths = match typed.split_once('.') {
            None => whole(&typed).map(|number| number * 10),
            // "1,000": where only whole numbers are taken, three figures after the sign are thousands.
            Some((before, after)) if range.step % 10 == 0 && after.len() == 3 => {
                whole(before).zip(whole(after)).map(|(thousands, rest)| (thousands * 1000 + rest) * 10)
            }
            Some((before, after)) => match after.trim_end_matches('0') {
                "" => whole(before).map(|number| number * 10),
                tenth if tenth.len() == 1 => whole(before).zip(whole(tenth)).map(|(number, tenth)| number * 10 + tenth),
                _ => None,
            },
        };
        let fits = |tenths: &i32| (range.least..=range.most).contains(tenths) && (tenths - range.least) % range.step == 0;
        tenths.filter(fits).map_or(Entry::Invalid, Entry::Number)
    }
}

/// Up to five figures, so that nothing overflows.
fn whole(figures: &str) -> Option<i32> {
    let is_number = figures.len() <= 5 && figures.bytes().all(|figure| figure.is_ascii_digit());
    if is_number { figures.parse().ok().or(Some(0).filter(|_| figures.is_empty())) } else { None }
}

/// What a field of numbers takes.
pub(crate) struct NumberField<'a> {
    pub(crate) words: &'a Words,
    pub(crate) question: usize,
    pub(crate) range: Range,
    /// What stands in the field.
    pub(crate) typed: AttrValue,
    /// The number it stands for, in tenths.
    pub(crate) number: Option<i32>,
    pub(crate) is_wrong: bool,
    /// Called with every text that is typed.
    pub(crate) on_type: Callback<String>,
    /// Called with a number chosen otherwise, in tenths.
    pub(crate) on_choose: Callback<i32>,
    /// Called when the reader is done typing.
    pub(crate) on_leave: Callback<Event>,
}

pub(crate) fn number_field(field: NumberField<'_>) -> Html {
    let NumberField { words, question, range, typed, number, is_wrong, on_type, on_choose, on_leave } = field;
    let text = words.number(&MODEL, question);
    let step = |sign: &'static str, name: &str, by: i32| {
        let to = (number.unwrap_or(range.least) + by).clamp(range.least, range.most);
        let onclick = on_choose.reform(move |_: MouseEvent| to);
        html! { <button class="son-number__step" part="button" type="button" aria-label={name.to_owned()} {onclick}>{sign}</button> }
    };
    let oninput = on_type.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    // Room for five figures, or for three.
    let class = if range.most > 9_990 { "son-number__field son-number__field--long" } else { "son-number__field" };
    html! {
        <div class="son-number" part="number">
            <div class="son-number__row">
                {step("−", text.less, -range.step)}
                <input
                    {class} name={MODEL.questions[question].id} inputmode="decimal" autocomplete="off" value={typed}
                    aria-label={text.unit_long.to_owned()} aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={is_wrong.then_some("son-wrong")} {oninput} onchange={on_leave}
                />
                {step("+", text.more, range.step)}
                <span class="son-number__unit" aria-hidden="true">{text.unit}</span>
            </div>
            {slider(words, question, range, number, &on_choose)}
            <p class="son-number__echo" role="status">{echo(words, text.echo, number)}</p>
        </div>
    }
}

fn slider(words: &Words, question: usize, range: Range, number: Option<i32>, on_choose: &Callback<i32>) -> Html {
    let text = words.number(&MODEL, question);
    let top = range.least + SLIDER_STEPS * range.step;
    let at = |tenths: i32| percent(tenths - range.least, top - range.least);
    let mark = |quarter: i32| {
        let tenths = range.least + (top - range.least) * quarter / 4;
        let beyond = if quarter == 4 { "+" } else { "" };
        html! {
            <>
                <line x1={at(tenths)} x2={at(tenths)} y1="31" y2="36" />
                <text x={at(tenths)} y="54">{words.lang().tenths(tenths)}{beyond}</text>
            </>
        }
    };
    let value = number.unwrap_or(range.least).min(top);
    let said = match number {
        Some(number) => fill(text.answer, &[("value", &words.lang().tenths(number))]),
        None => words.text(text::NUMBER_NONE).to_owned(),
    };
    // The slider counts in steps: whole numbers, and the same in every language.
    let chosen = move |input: HtmlInputElement| range.least + input.value().parse().unwrap_or(0) * range.step;
    let class = if number.is_some() { "son-slider" } else { "son-slider son-slider--none" };
    html! {
        <div class="son-slider-box">
            <svg class="son-slider__marks" width="100%" height="60" aria-hidden="true">
                <line x1="0" x2="100%" y1="22" y2="22" />
                if number.is_some() { <line class="son-beam__done" x1="0" x2={at(value)} y1="22" y2="22" /> }
                {for (0..=4).map(mark)}
            </svg>
            <input
                {class} type="range" min="0" max={SLIDER_STEPS.to_string()} step="1" value={((value - range.least) / range.step).to_string()}
                aria-label={words.fill(text::NUMBER_SLIDER, &[("unit", text.unit_long)])} aria-valuetext={said}
                oninput={on_choose.reform(move |event: InputEvent| chosen(event.target_unchecked_into()))}
                // A press where the thumb already lies moves nothing, and is an answer all the same.
                onclick={on_choose.reform(move |event: MouseEvent| chosen(event.target_unchecked_into()))}
            />
        </div>
    }
}

/// What the number means, to help judge; nothing where there is nothing to judge.
fn echo(words: &Words, echo: &str, number: Option<i32>) -> String {
    let Some(number) = number.filter(|number| *number > 0) else { return String::new() };
    // Five days a week, sixty minutes an hour; twelve months a year.
    let (minutes, year) = (words.lang().number(number * 1200), words.lang().tenths(number * 12));
    fill(echo, &[("minutes", &minutes), ("year", &year)])
}
