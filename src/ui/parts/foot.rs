//! The foot of the result and of the answers: start over, clear my data.

use yew::{Html, html};

use super::button::link;
use crate::content::{Words, text};
use crate::ui::{
    act::Act,
    screen::{Ask, Mark, Step},
};

pub(crate) fn foot(words: &Words, act: &Act) -> Html {
    html! {
        <>
            {link(act, Step::Ask(Ask::Restart), words.text(text::RESTART_NAME), "", Some(Mark::Restart))}
            {link(act, Step::Ask(Ask::Erase), words.text(text::ERASE_NAME), "", Some(Mark::Erase))}
        </>
    }
}
