//! Says that other answers are being tried, with the way back.

use yew::Html;

use super::{
    button::{button, link},
    heading::paragraph,
};
use crate::content::text;
use crate::ui::{markup::markup, view::View};

pub(crate) fn trial(view: &View<'_>) -> Html {
    if view.screen.tried_from.is_none() {
        return Html::default();
    }
    markup! {
        <div class="son-note son-note--above" part="note">
            {paragraph("son-note__title", view.text(text::TRIAL_TITLE))}
            {paragraph("son-note__text", view.text(text::TRIAL_TEXT))}
            <div class="son-actions">
                {button(view, view.screen.returning(), view.text(text::TRIAL_BACK))}
                {link(view, view.screen.adhering(), view.text(text::TRIAL_KEEP), "", None)}
            </div>
        </div>
    }
}
