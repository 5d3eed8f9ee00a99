//! What stands in the way of going on from a question, and what to do about it.

use yew::Html;

use super::note::note;
use crate::content::text;
use crate::domain::question::Kind;
use crate::ui::{draft::Wanted, view::View};

pub(crate) fn wanted(view: &View<'_>, kind: Kind) -> Html {
    let draft = &view.screen.draft;
    let (title, text) = match (draft.wanted, kind) {
        // Said under the option that was refused.
        (None | Some(Wanted::Fewer(..)), _) => return Html::default(),
        (Some(Wanted::Number), Kind::Number(range)) => {
            let tenths = |tenths: i32| view.words.lang().tenths(tenths);
            let range =
                [("least", &*tenths(range.least)), ("most", &*tenths(range.most)), ("step", &*tenths(range.step))];
            let typed = draft.typed.as_ref().map_or("", |typed| typed.trim());
            let title = view.words.fill(text::WANTED_INVALID, &[("text", typed)]);
            return note("son-wrong", &title, &view.words.fill(text::WANTED_INVALID_DO, &range));
        }
        (Some(_), Kind::Number(_)) => (text::WANTED_NUMBER, text::WANTED_NUMBER_DO),
        (Some(_), Kind::Multi { .. }) => (text::WANTED_MULTI, text::WANTED_MULTI_DO),
        (Some(_), Kind::Single { .. }) => (text::WANTED_SINGLE, text::WANTED_SINGLE_DO),
    };
    note("son-wrong", view.text(title), view.text(text))
}
