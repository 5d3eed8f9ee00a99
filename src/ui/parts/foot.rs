//! The foot of the result and of the answers: start over, clear my data.

use yew::Html;

use super::button::link;
use crate::content::text;
use crate::ui::{
    markup::markup,
    screen::{Ask, Mark, Step},
    view::View,
};

pub(crate) fn foot(view: &View<'_>) -> Html {
    let ask = |ask, name, mark| link(view, Step::Ask(ask), view.text(name), "", Some(mark));
    markup! {
        <>
            {ask(Ask::Restart, text::RESTART_NAME, Mark::Restart)}
            {ask(Ask::Erase, text::ERASE_NAME, Mark::Erase)}
        </>
    }
}
