//! What is on the screen: the reader's session, and the little that only the screen knows. Changed by [`Step`]s alone.

use std::rc::Rc;

use yew::Reducible;

use crate::content::MODEL;
use crate::domain::Date;
use crate::session::{Action, Page, Session, Then};

/// What the reader starts from. Equal if of the same revision: a new one replaces the session.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Goes up when the session is replaced from outside.
    pub revision: u32,
    /// Answers and place.
    pub session: Session,
    /// The day of an earlier visit that it was kept on.
    pub kept_on: Option<Date>,
}

impl Default for Opening {
    fn default() -> Opening {
        Opening { revision: 0, session: Session::new(&MODEL), kept_on: None }
    }
}

impl PartialEq for Opening {
    fn eq(&self, other: &Opening) -> bool {
        self.revision == other.revision
    }
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Screen {
    /// The opening that the session comes from.
    pub(crate) revision: u32,
    pub(crate) session: Session,
    /// A question about the session itself, which stands in place of the page.
    pub(crate) ask: Option<Ask>,
    /// Goes up when the reader turns to another page: then the focus follows.
    pub(crate) turn: u32,
    /// The control that opened the page before, to which the focus returns.
    pub(crate) mark: Option<Mark>,
    /// How often the reader started over, and how often they had their data erased.
    pub(crate) restarts: u32,
    pub(crate) erasures: u32,
}

/// A question about the session itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Ask {
    /// Go on where they were on another day?
    Resume(Date),
    /// Really start over?
    Restart,
    /// Really erase everything?
    Erase,
}

/// A control that leads to another page and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Mark {
    /// A question in the list of answers, or among those missing.
    Question(usize),
    /// An answer under an argument of the ledger.
    Because(usize, usize),
    Restart,
    Erase,
}

/// What can happen on the screen.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Act(Action),
    /// Open a question from a control, and come back to it.
    Change(usize, Then, Mark),
    Ask(Ask),
    /// Go on, or keep everything.
    Keep,
    /// Forget everything.
    Forget,
    /// The session was replaced from outside.
    Adopt(Opening),
}

impl Reducible for Screen {
    type Action = Step;

    fn reduce(self: Rc<Screen>, step: Step) -> Rc<Screen> {
        Rc::new(self.after(step))
    }
}

impl Screen {
    pub(crate) fn open(opening: &Opening) -> Screen {
        let session = opening.session.clone();
        let is_midway = session.progress(&MODEL).is_some_and(|progress| progress.step > 1) && !session.has_result(&MODEL);
        let ask = if is_midway { opening.kept_on.map(Ask::Resume) } else { None };
        Screen { revision: opening.revision, session, ask, turn: 0, mark: None, restarts: 0, erasures: 0 }
    }

    fn after(&self, step: Step) -> Screen {
        match step {
            Step::Act(action) => self.show(self.session.apply(&MODEL, action)),
            Step::Change(question, then, mark) => {
                let session = self.session.apply(&MODEL, Action::Open { question, then });
                Screen { mark: Some(mark), ..self.show(session) }
            }
            Step::Ask(ask) => {
                let mark = if ask == Ask::Erase { Mark::Erase } else { Mark::Restart };
                Screen { ask: Some(ask), mark: Some(mark), turn: self.turn + 1, ..self.clone() }
            }
            Step::Keep => Screen { ask: None, turn: self.turn + 1, ..self.clone() },
            Step::Forget => {
                let is_erasure = self.ask == Some(Ask::Erase);
                Screen {
                    session: self.session.apply(&MODEL, Action::Restart),
                    ask: None,
                    turn: self.turn + 1,
                    mark: None,
                    restarts: self.restarts + u32::from(!is_erasure),
                    erasures: self.erasures + u32::from(is_erasure),
                    ..self.clone()
                }
            }
            Step::Adopt(opening) if opening.revision == self.revision => self.clone(),
            Step::Adopt(opening) => Screen::open(&opening),
        }
    }

    fn show(&self, session: Session) -> Screen {
        if session.page() == self.session.page() {
            return Screen { session, ..self.clone() };
        }
        // Only the way back from a question that was opened to be changed ends where it began.
        let returns = matches!(self.session.page(), Page::Question { then: Then::Answers | Then::Result, .. });
        let mark = self.mark.filter(|_| returns);
        Screen { session, mark, turn: self.turn + 1, ..self.clone() }
    }
}
