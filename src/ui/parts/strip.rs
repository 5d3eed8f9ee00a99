//! One answer as a strip: a cell for each option, with the balance it would give, and the verdict where it changes.

use yew::{Html, html};

use super::firm::short;
use crate::content::MODEL;
use crate::domain::{
    Answer,
    question::{Kind, Range},
};
use crate::session::Action;
use crate::ui::{markup::markup, outcome::Outcome, screen::Step, view::View};

/// The numbers of a strip, in steps above the least.
const NUMBERS: [i32; 5] = [0, 4, 8, 12, 20];

/// The cells of a question that takes one option or a number; nothing for several.
pub(crate) fn strip(view: &View<'_>, outcome: &Outcome, question: usize) -> Option<Html> {
    let row = &MODEL.questions[question];
    let given = view.answers().get(question);
    let answers: Vec<Answer> = match row.kind {
        Kind::Single { .. } => (0..row.options.len()).map(|option| Answer::Single(option as u8)).collect(),
        Kind::Number(range) => numbers(range, view.answers().number(question)).map(Answer::Number).into(),
        Kind::Multi { .. } => return None,
    };
    let cell = |answer: Answer| {
        let mut changed = view.answers().clone();
        // One of the question's own answers: never refused.
        let _ = changed.set(&MODEL, question, Some(answer));
        let then = outcome.evaluator.weigh(&changed);
        let label = view.words.short_answer(&MODEL, question, Some(answer)).unwrap_or_default();
        let balance = view.words.lang().signed(then.balance);
        let verdict = (then.verdict != outcome.report.verdict)
            .then(|| markup! { <span class="son-cell__verdict">{short(view.words, then.verdict)}</span>{" "} });
        let content = markup! {
            <span>{label}{" "}</span>
            <span class="son-cell__value">{verdict}{balance}</span>
        };
        pressed(view, Action::Answer { question, answer }, given == Some(answer), content)
    };
    let cells: Vec<Html> = answers.into_iter().map(cell).collect();
    Some(group(view.words.question(question).name, cells))
}

/// Cells in a row, of which one is pressed.
pub(super) fn group(name: &str, cells: Vec<Html>) -> Html {
    let many = (cells.len() > 5).then_some("");
    markup! { <div class="son-strip__cells" role="group" aria-label={name.to_owned()} data-many={many}>{cells}</div> }
}

/// A cell that does something at once.
pub(super) fn pressed(view: &View<'_>, action: Action, is_pressed: bool, content: Html) -> Html {
    let state = if is_pressed { "true" } else { "false" };
    html! {
        <button class="son-cell" part="cell" type="button" aria-pressed={state} onclick={view.press(Step::Act(action))}>{content}</button>
    }
}

/// A few numbers over the range, the given one in the place of the nearest.
fn numbers(range: Range, given: Option<i32>) -> [i32; 5] {
    let mut numbers = NUMBERS.map(|steps| range.least + steps * range.step);
    if let Some(given) = given {
        let nearest = numbers.iter_mut().min_by_key(|number| (**number - given).abs());
        if let Some(nearest) = nearest {
            *nearest = given;
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::{Range, numbers};

    #[test]
    fn the_given_number_is_always_among_them_in_its_place() {
        let range = Range { least: 0, most: 600, step: 5 };
        assert_eq!(numbers(range, None), [0, 20, 40, 60, 100]);
        for given in (0..=600).step_by(5) {
            let numbers = numbers(range, Some(given));
            assert!(numbers.contains(&given) && numbers.is_sorted(), "{given}: {numbers:?}");
        }
    }
}
