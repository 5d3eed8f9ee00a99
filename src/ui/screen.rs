//! What is on the screen: the reader's session, and the little that only the screen knows. Changed by [`Step`]s alone.

use std::rc::Rc;

use yew::Reducible;

use super::draft::{Draft, Edit};
use crate::content::MODEL;
use crate::domain::{Date, Shared, SharedError, link::LinkError};
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
    /// The reader has come here this moment, in another component: it is a turn of theirs, not an opening.
    pub continues: bool,
    /// It takes the place of what the reader had the focus in, or asked for: the focus is to be in it.
    pub takes_focus: bool,
    /// What came from elsewhere.
    pub arrival: Option<Rc<Arrival>>,
}

/// What came from elsewhere than this page, beside the reader's own session.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// How it came.
    pub way: Way,
    /// What it is.
    pub brought: Brought,
    /// Something else was kept on an earlier visit, and cannot be read either: it stays until the reader goes on here.
    pub kept: Option<Brought>,
}

/// How something came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// In the page's address.
    Link,
    /// In a file that the reader opened.
    File,
    /// From an earlier visit, with something to be told about it.
    Storage,
}

/// What came.
#[derive(Debug, Clone, PartialEq)]
pub enum Brought {
    /// The reader had nothing else of their own: they start from it.
    Opened(Shared),
    /// The reader has other answers: they are asked before they see it, and keep theirs.
    Beside(Shared),
    /// What only a later version of the quiz can read.
    Newer,
    /// What cannot be read.
    Damaged,
}

impl Arrival {
    /// What came, beside the reader's own session and what of theirs cannot be read.
    pub fn beside<E>(own: &Session, kept: Option<Brought>, way: Way, came: Result<Shared, E>) -> Arrival
    where
        Brought: From<E>,
    {
        let brought = match came {
            Ok(shared) if own.answers().is_empty() || own.is_of(&shared) => Brought::Opened(shared),
            Ok(shared) => Brought::Beside(shared),
            Err(error) => error.into(),
        };
        Arrival { way, brought, kept }
    }

    /// Whether it is shown without a question.
    pub(crate) fn is_opened(&self) -> bool {
        matches!(self.brought, Brought::Opened(_))
    }
}

impl From<LinkError> for Brought {
    fn from(error: LinkError) -> Brought {
        match error {
            LinkError::LaterFormat | LinkError::Newer(_) => Brought::Newer,
            LinkError::NotALink | LinkError::Damaged | LinkError::Unknown(_) => Brought::Damaged,
        }
    }
}

impl From<SharedError> for Brought {
    fn from(error: SharedError) -> Brought {
        match error {
            SharedError::Newer(_) => Brought::Newer,
            SharedError::NotOurs | SharedError::NotADay | SharedError::Refused(_) => Brought::Damaged,
        }
    }
}

impl Default for Opening {
    fn default() -> Opening {
        Opening {
            revision: 0,
            session: Session::new(&MODEL),
            kept_on: None,
            continues: false,
            takes_focus: false,
            arrival: None,
        }
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
    /// The reader's own session while they try another: what they come back to, and what is kept meanwhile.
    pub(crate) tried_from: Option<Session>,
    /// What the reader is in the midst of on the question of the page.
    pub(crate) draft: Draft,
    /// A question about the session itself, which stands in place of the page.
    pub(crate) ask: Option<Ask>,
    /// Goes up when the reader turns to another page: then the focus follows.
    pub(crate) turn: u32,
    /// What the turn was when it was opened.
    opened_at: u32,
    /// The reader came here by a turn of theirs.
    pub(crate) continues: bool,
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
    /// Something happens on the question of the page.
    Edit(Edit),
    /// Open a question from a control, and come back to it.
    Change(usize, Then, Mark),
    /// Show a session, and keep the other while it is only tried: see [`Screen::trying`].
    Show(Rc<(Session, Option<Session>)>),
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
        let is_midway =
            session.progress(&MODEL).is_some_and(|progress| progress.step > 1) && !session.has_result(&MODEL);
        let ask = if is_midway { opening.kept_on.map(Ask::Resume) } else { None };
        let draft = Draft::new(&session);
        let turn = (opening.continues || opening.takes_focus).into();
        Screen {
            revision: opening.revision,
            session,
            tried_from: None,
            draft,
            ask,
            turn,
            opened_at: turn,
            continues: opening.continues,
            mark: None,
            restarts: 0,
            erasures: 0,
        }
    }

    /// The reader's own session: what is kept, and what the host is told.
    pub(crate) fn own(&self) -> &Session {
        self.tried_from.as_ref().unwrap_or(&self.session)
    }

    /// Whether the reader has turned to another page since it was opened.
    pub(crate) fn has_turned(&self) -> bool {
        self.turn > self.opened_at
    }

    /// To try another session.
    pub(crate) fn trying(&self, session: Session) -> Step {
        Step::Show(Rc::new((session.rated(self.own().rate()), Some(self.own().clone()))))
    }

    /// To come back from trying.
    pub(crate) fn returning(&self) -> Step {
        Step::Show(Rc::new((self.own().clone(), None)))
    }

    /// To make one's own what was tried.
    pub(crate) fn adhering(&self) -> Step {
        Step::Show(Rc::new((self.session.clone(), None)))
    }

    fn after(&self, step: Step) -> Screen {
        match step {
            Step::Act(action) => self.show(self.session.apply(&MODEL, action)),
            Step::Edit(edit) => {
                let (draft, action) = self.draft.after(&self.session, edit);
                let screen = Screen { draft, ..self.clone() };
                action.map_or_else(|| screen.clone(), |action| screen.show(self.session.apply(&MODEL, action)))
            }
            Step::Change(question, then, mark) => {
                let session = self.session.apply(&MODEL, Action::Open { question, then });
                Screen { mark: Some(mark), ..self.show(session) }
            }
            Step::Show(shown) => {
                let (session, tried_from) = (*shown).clone();
                Screen {
                    draft: Draft::new(&session),
                    session,
                    tried_from,
                    turn: self.turn + 1,
                    mark: None,
                    ..self.clone()
                }
            }
            Step::Ask(ask) => {
                let mark = if ask == Ask::Erase { Mark::Erase } else { Mark::Restart };
                Screen { ask: Some(ask), mark: Some(mark), turn: self.turn + 1, ..self.clone() }
            }
            Step::Keep => Screen { ask: None, turn: self.turn + 1, ..self.clone() },
            Step::Forget => {
                let is_erasure = self.ask == Some(Ask::Erase);
                let session = self.session.apply(&MODEL, Action::Restart);
                Screen {
                    draft: Draft::new(&session),
                    session,
                    tried_from: None,
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
        // What an hour is worth is no answer: it is the reader's own whatever they try.
        let tried_from = self.tried_from.clone().map(|own| own.rated(session.rate()));
        if session.page() == self.session.page() {
            return Screen { session, tried_from, ..self.clone() };
        }
        // Only the way back from a question that was opened to be changed ends where it began.
        let returns = matches!(self.session.page(), Page::Question { then: Then::Answers | Then::Result, .. });
        let mark = self.mark.filter(|_| returns);
        Screen { draft: Draft::new(&session), session, tried_from, mark, turn: self.turn + 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ask, Mark, Opening, Screen, Step};
    use crate::content::MODEL;
    use crate::domain::{Answer, Answers, Date, Value};
    use crate::session::{Action, Page, Session, Then};
    use crate::ui::draft::Edit;

    fn at(question: &str) -> Session {
        let question = MODEL.question(question).expect("a question");
        Session::new(&MODEL).apply(&MODEL, Action::Open { question, then: Then::Next })
    }

    fn finished() -> Session {
        let unknown = |question: &crate::domain::question::Question| (question.id, Value::Null);
        let all = Value::record(MODEL.questions.iter().map(unknown));
        Session::with_answers(&MODEL, Answers::read(&MODEL, &all).expect("valid answers"))
    }

    fn open(session: Session, kept_on: Option<&str>) -> Screen {
        Screen::open(&Opening { session, kept_on: kept_on.and_then(Date::read), ..Opening::default() })
    }

    fn after(screen: &Screen, steps: &[Step]) -> Screen {
        steps.iter().fold(screen.clone(), |screen, step| screen.after(step.clone()))
    }

    #[test]
    fn who_comes_back_midway_is_asked_whether_to_go_on_and_nobody_else_is() {
        let midway = at("goals").apply(&MODEL, Action::Answer { question: 0, answer: Answer::Single(0) });
        assert!(matches!(open(midway.clone(), Some("2026-03-09")).ask, Some(Ask::Resume(_))));
        assert_eq!(open(midway, None).ask, None);
        assert_eq!(open(Session::new(&MODEL), Some("2026-03-09")).ask, None);
        assert_eq!(open(finished(), Some("2026-03-09")).ask, None);
    }

    #[test]
    fn the_focus_follows_turns_of_the_reader_and_no_opening() {
        let screen = open(at("who"), None);
        assert_eq!(screen.turn, 0);
        let chosen = after(&screen, &[Step::Edit(Edit::Choose(0, false))]);
        assert_eq!(chosen.turn, 0, "the page stays");
        assert_eq!(after(&chosen, &[Step::Edit(Edit::Next)]).turn, 1);
        let replaced = Opening { revision: 1, session: finished(), ..Opening::default() };
        assert_eq!(after(&chosen, &[Step::Edit(Edit::Next), Step::Adopt(replaced)]).turn, 0);
    }

    #[test]
    fn the_way_back_from_a_changed_answer_ends_at_the_control_that_led_there() {
        let screen = after(&open(finished(), None), &[Step::Act(Action::ShowAnswers)]);
        let away = after(&screen, &[Step::Change(3, Then::Answers, Mark::Question(3))]);
        let back = after(&away, &[Step::Act(Action::Back)]);
        assert_eq!((back.session.page(), back.mark), (Page::Answers, Some(Mark::Question(3))));
        assert_eq!(after(&back, &[Step::Act(Action::ShowResult)]).mark, None, "any other page begins at its heading");
    }

    #[test]
    fn starting_over_is_asked_once_and_keeping_changes_nothing() {
        let screen = open(finished(), None);
        let asked = after(&screen, &[Step::Ask(Ask::Restart)]);
        assert_eq!((asked.session == screen.session, asked.ask), (true, Some(Ask::Restart)));
        assert_eq!(after(&asked, &[Step::Keep]).session, screen.session);
        let forgotten = after(&asked, &[Step::Forget]);
        assert_eq!((forgotten.session, forgotten.restarts, forgotten.erasures), (Session::new(&MODEL), 1, 0));
        let erased = after(&screen, &[Step::Ask(Ask::Erase), Step::Forget]);
        assert_eq!((erased.session, erased.restarts, erased.erasures), (Session::new(&MODEL), 0, 1));
    }

    #[test]
    fn what_is_tried_is_not_ones_own_until_it_is_kept() {
        let screen = open(finished(), None);
        let question = MODEL.question("strategy").expect("a question");
        let with = |to| screen.session.apply(&MODEL, Action::Answer { question, answer: Answer::Single(to) });
        let tried = after(&screen, &[screen.trying(with(1))]);
        let tried = after(&tried, &[tried.trying(with(2))]);
        assert_eq!((tried.own(), tried.turn), (&screen.session, 2));
        assert_eq!(tried.session.answers().get(question), Some(Answer::Single(2)));
        assert_eq!(after(&tried, &[tried.returning()]).session, screen.session);
        let kept = after(&tried, &[tried.adhering()]);
        assert_eq!((kept.own(), &kept.tried_from), (&tried.session, &None));
    }

    #[test]
    fn what_an_hour_is_worth_is_ones_own_whatever_is_tried() {
        let rated = after(&open(finished(), None), &[Step::Act(Action::Rate(Some(300)))]);
        let tried = after(&rated, &[rated.trying(finished())]);
        assert_eq!(tried.session.rate(), Some(300), "a shared result has none");
        let tried = after(&tried, &[Step::Act(Action::Rate(Some(450)))]);
        assert_eq!(after(&tried, &[tried.returning()]).session, finished().rated(Some(450)));
        assert_eq!(tried.own(), &finished().rated(Some(450)));
    }

    #[test]
    fn who_continues_comes_by_a_turn_of_theirs() {
        let opening = Opening { session: finished(), continues: true, ..Opening::default() };
        assert_eq!(Screen::open(&opening).turn, 1);
    }

    #[test]
    fn an_opening_of_the_same_revision_changes_nothing() {
        let screen = open(at("goals"), None);
        assert_eq!(after(&screen, &[Step::Adopt(Opening::default())]), screen);
    }
}
