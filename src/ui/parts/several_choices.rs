//! The options of a question of which several may be chosen; some may stand alone, without any other.

use yew::{Callback, Html, MouseEvent, html};

use super::{note::note, option::option};
use crate::content::{MODEL, Plural, Words, text};
use crate::domain::question::{Kind, Question};

/// What comes of pressing an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toggled {
    /// These options are chosen now, a bit each.
    Chosen(u32),
    /// Nothing is chosen any more.
    Nothing,
    /// There would be more than so many: nothing changes.
    TooMany(u8),
}

/// Presses an option. One that stands alone clears the others, and is cleared by any of them.
pub(crate) fn toggled(question: &Question, chosen: u32, option: usize) -> Toggled {
    let (bit, alone) = (1 << option, question.alone());
    let others = match chosen & !bit {
        _ if bit & alone != 0 => 0,
        others => others & !alone,
    };
    let now = if chosen & bit != 0 { others } else { others | bit };
    match (now, most(question)) {
        (0, _) => Toggled::Nothing,
        (now, most) if now.count_ones() > u32::from(most) => Toggled::TooMany(most),
        (now, _) => Toggled::Chosen(now),
    }
}

/// The options. Under the one that was refused stands why.
pub(crate) fn several_choices(words: &Words, question: usize, chosen: u32, refused: Option<usize>, on_toggle: &Callback<usize>) -> Html {
    let model = &MODEL.questions[question];
    let alone = model.alone();
    let row = |place: usize| {
        let onclick = on_toggle.reform(move |_: MouseEvent| place);
        html! {
            <>
                {option(words, "checkbox", question, place, chosen & (1 << place) != 0, onclick)}
                if refused == Some(place) { {too_many(words, question, place)} }
            </>
        }
    };
    let rows = |of_alone: bool| (0..model.options.len()).filter(move |place| (alone & (1 << place) != 0) == of_alone).map(row);
    // Long lists stand in two columns where there is room.
    let class = if model.options.len() > 12 { "son-options son-options--many" } else { "son-options" };
    html! {
        <>
            <div {class} part="options">{for rows(false)}</div>
            if alone != 0 {
                <p class="son-or">{words.text(text::QUESTION_OR_ALONE)}</p>
                <div class="son-options" part="options">{for rows(true)}</div>
            }
            <p class="son-question__note" role="status">{count(words, model, chosen)}</p>
        </>
    }
}

fn too_many(words: &Words, question: usize, option: usize) -> Html {
    let most = most(&MODEL.questions[question]).to_string();
    let title = words.fill(text::WANTED_TOO_MANY, &[("count", &most)]);
    let text = words.fill(text::WANTED_TOO_MANY_DO, &[("option", words.option(&MODEL, question, option).label)]);
    note("son-refused", &title, &text)
}

/// "2 chosen, 1 more possible."
fn count(words: &Words, question: &Question, chosen: u32) -> String {
    let count = chosen.count_ones() as i32;
    if count == 0 || chosen & question.alone() != 0 {
        return String::new();
    }
    let done = words.count(Plural { one: text::QUESTION_DONE_ONE, other: text::QUESTION_DONE_OTHER }, count);
    let most = i32::from(most(question));
    if most >= question.options.len() as i32 {
        return words.fill(text::QUESTION_CHOSEN, &[("done", &done)]);
    }
    let left = match most - count {
        0 => words.text(text::QUESTION_FULL).to_owned(),
        left => words.count(Plural { one: text::QUESTION_LEFT_ONE, other: text::QUESTION_LEFT_OTHER }, left),
    };
    words.fill(text::QUESTION_CHOSEN_OF, &[("done", &done), ("left", &left)])
}

fn most(question: &Question) -> u8 {
    match question.kind {
        Kind::Multi { most, .. } => most,
        Kind::Single { .. } | Kind::Number(_) => 1,
    }
}
