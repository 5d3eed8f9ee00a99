//! What if: the answers that one can act on, and how much each theme matters, to be changed on the spot.

use yew::Html;

use super::{
    button::link,
    heading::{heading, paragraph, sub},
    strip::{group, pressed, strip},
};
use crate::content::{MODEL, text};
use crate::session::Action;
use crate::ui::{markup::markup, outcome::Outcome, screen::Step, view::View};

pub(crate) fn what_if(view: &View<'_>, outcome: &Outcome) -> Html {
    let mut strips = Vec::new();
    for effort in MODEL.effort {
        let question = usize::from(effort.question);
        let cells = strip(view, outcome, question).filter(|_| MODEL.questions[question].core);
        if let Some(cells) = cells {
            strips.push(markup! {
                <div class="son-strip">
                    {paragraph("son-strip__title", view.words.question(question).name)}
                    {cells}
                </div>
            });
        }
    }
    markup! {
        <section class="son-section son-screen" part="what-if">
            {heading(view.level, "son-section__title", view.text(text::WHATIF_TITLE).into())}
            {paragraph("son-section__lead", view.text(text::WHATIF_LEAD))}
            {strips}
            <div class="son-actions son-top__block">
                {link(view, Step::Act(Action::ShowAnswers), view.text(text::RESULT_REVIEW), "", None)}
            </div>
            {sub(view, view.text(text::WHATIF_THEMES))}
            {themes(view, outcome)}
            if view.screen.session.has_own_weights() { <div class="son-actions">{weigh_by_default(view)}</div> }
        </section>
    }
}

fn themes(view: &View<'_>, outcome: &Outcome) -> Html {
    let row = |theme: usize| {
        let name = view.words.theme(theme);
        let cell = |(weight, text)| {
            let is_pressed = outcome.evaluator.options().weight(theme as u8) == i32::from(weight);
            pressed(view, Action::Weigh { theme, weight }, is_pressed, view.text(text).into())
        };
        let cells = [(0, text::WHATIF_NONE), (1, text::WHATIF_NORMAL), (2, text::WHATIF_DOUBLE)]
            .into_iter()
            .map(cell)
            .collect();
        markup! { <div class="son-theme"><p>{name}</p>{group(name, cells)}</div> }
    };
    let rows: Vec<Html> = (0..MODEL.themes.len()).map(row).collect();
    markup! { <div class="son-themes" part="themes">{rows}</div> }
}

/// Says that the weights are the reader's own, with the way back.
pub(crate) fn own_weights(view: &View<'_>) -> Html {
    if !view.screen.session.has_own_weights() {
        return Html::default();
    }
    markup! {
        <div class="son-note son-note--above" part="note">
            {paragraph("son-note__title", view.text(text::WHATIF_OWN))}
            <div class="son-actions">{weigh_by_default(view)}</div>
        </div>
    }
}

fn weigh_by_default(view: &View<'_>) -> Html {
    link(view, Step::Act(Action::WeighByDefault), view.text(text::WHATIF_OWN_BACK), "", None)
}
