//! The options of a question of which several may be chosen; some may stand alone, without any other.

use yew::Html;

use super::{heading::paragraph, note::note, option::option};
use crate::content::{MODEL, Plural, text};
use crate::domain::question::Question;
use crate::ui::{
    draft::{Edit, Wanted},
    markup::markup,
    screen::Step,
    view::View,
};

/// The options. Under the one that was refused stands why.
pub(crate) fn several_choices(view: &View<'_>, question: usize, most: u8) -> Html {
    let model = &MODEL.questions[question];
    let alone = model.alone();
    let row = |place: usize| {
        let is_refused = matches!(view.screen.draft.wanted, Some(Wanted::Fewer(option, _)) if option == place);
        markup! {
            <>
                {option(view, "checkbox", question, place, view.press(Step::Edit(Edit::Toggle(place))))}
                if is_refused { {refused(view, question, place, most)} }
            </>
        }
    };
    let rows = |stands_alone: bool| {
        (0..model.options.len()).filter(move |place| (alone & (1 << place) != 0) == stands_alone).map(row)
    };
    markup! {
        <>
            <div class="son-options" part="options">{for rows(false)}</div>
            if alone != 0 {
                {paragraph("son-or", view.text(text::QUESTION_OR_ALONE))}
                <div class="son-options" part="options">{for rows(true)}</div>
            }
            <p class="son-question__note" role="status">{count(view, model, view.answers().chosen(question), most.into())}</p>
        </>
    }
}

fn refused(view: &View<'_>, question: usize, option: usize, most: u8) -> Html {
    let title = view.words.fill(text::WANTED_TOO_MANY, &[("count", &most.to_string())]);
    let option = view.words.option(&MODEL, question, option).label;
    note("son-refused", &title, &view.words.fill(text::WANTED_TOO_MANY_DO, &[("option", option)]))
}

/// "2 chosen, 1 more possible."
fn count(view: &View<'_>, question: &Question, chosen: u32, most: usize) -> String {
    let count = chosen.count_ones() as usize;
    if count == 0 || chosen & question.alone() != 0 {
        return String::new();
    }
    let of = |one, other, count: usize| view.words.count(Plural { one, other }, count as i32);
    let done = of(text::QUESTION_DONE_ONE, text::QUESTION_DONE_OTHER, count);
    let (text, left) = if most >= question.options.len() {
        (text::QUESTION_CHOSEN, String::new())
    } else if most == count {
        (text::QUESTION_CHOSEN_OF, view.text(text::QUESTION_FULL).to_owned())
    } else {
        (text::QUESTION_CHOSEN_OF, of(text::QUESTION_LEFT_ONE, text::QUESTION_LEFT_OTHER, most - count))
    };
    view.words.fill(text, &[("done", &done), ("left", &left)])
}
