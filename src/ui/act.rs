//! How parts act on the screen, and how the focus finds its way back to the control that led away.

use yew::{Callback, MouseEvent, NodeRef};

use super::screen::{Mark, Step};

/// Sends steps to the screen; knows the control that the reader came back to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Act {
    pub(crate) send: Callback<Step>,
    /// The control that led away, and where it is drawn.
    pub(crate) mark: Option<Mark>,
    pub(crate) control: NodeRef,
}

impl Act {
    pub(crate) fn emit(&self, step: Step) {
        self.send.emit(step);
    }

    /// What a press does.
    pub(crate) fn press(&self, step: Step) -> Callback<MouseEvent> {
        self.send.reform(move |_| step.clone())
    }

    /// Where a control is to be drawn: the one that led away is remembered.
    pub(crate) fn node(&self, mark: Option<Mark>) -> NodeRef {
        if mark.is_some() && mark == self.mark { self.control.clone() } else { NodeRef::default() }
    }
}
