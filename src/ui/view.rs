//! What every part is given: the words, the session, how to act, and where headings begin.

use std::{cell::RefCell, rc::Rc};

use yew::{Callback, MouseEvent, NodeRef};

use super::screen::{Mark, Screen, Step};
use crate::content::{Text, Words};
use crate::domain::{Answers, Date};

/// What every part is given.
pub(crate) struct View<'a> {
    pub(crate) words: &'a Rc<Words>,
    pub(crate) screen: &'a Screen,
    /// Sends a step to the screen.
    pub(crate) act: Callback<Step>,
    /// Level of the page's heading; further headings follow below it.
    pub(crate) level: u8,
    /// Where the page's heading is drawn, which takes the focus.
    pub(crate) heading: NodeRef,
    /// Where the control is drawn that the reader comes back to.
    pub(crate) control: NodeRef,
    /// Whether a pointer was used last, rather than a key.
    pub(crate) by_pointer: Rc<RefCell<bool>>,
    pub(crate) today: Option<Date>,
}

impl View<'_> {
    /// A text of the interface.
    pub(crate) fn text(&self, text: Text) -> &str {
        self.words.text(text)
    }

    /// The reader's answers.
    pub(crate) fn answers(&self) -> &Answers {
        self.screen.session.answers()
    }

    /// What a press does.
    pub(crate) fn press(&self, step: Step) -> Callback<MouseEvent> {
        self.act.reform(move |_| step.clone())
    }

    /// Where a control is to be drawn: the one that led away is remembered.
    pub(crate) fn node(&self, mark: Option<Mark>) -> NodeRef {
        if mark.is_some() && mark == self.screen.mark { self.control.clone() } else { NodeRef::default() }
    }
}
