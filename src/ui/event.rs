//! What the host of the widget is told, and when. Pure: a new screen in, events out.

use std::rc::Rc;

use super::screen::Screen;
use crate::domain::{Answer, Report, Verdict};
use crate::session::{Page, Session};

/// Something that happened, for the host of the widget.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The widget is on the page for the first time.
    Ready,
    /// The session is another one: answers or place.
    Changed(Session),
    /// The first answer of a run was given.
    Started,
    /// The reader left a question with a reply that it did not have before.
    Answered {
        /// Its position in the model.
        question: usize,
    },
    /// A verdict is shown that was not shown before.
    Verdict {
        /// The verdict.
        verdict: Verdict,
        /// The first of this run.
        first: bool,
        /// What it comes from.
        report: Rc<Report>,
    },
    /// The reader started over.
    Restarted,
    /// The reader has decided on what came from elsewhere, by a link, a file or what is kept: to keep to their own answers, or to
    /// take these.
    Settled,
    /// The reader wants the address of their result copied.
    Copy,
    /// The reader wants to hand it to another program of theirs.
    Send,
    /// The reader wants their result on paper.
    Print,
    /// The reader wants a file of what is on the screen, which they may be trying.
    Save(Format, Session),
    /// The reader has chosen a file to open.
    Open,
    /// The reader wants nothing kept. The session is a new one; what is stored is the host's to remove.
    Erased,
}

/// What a file is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The answers and weights, to be opened again.
    Json,
    /// The record of the decision.
    Markdown,
    /// The steps and the review.
    Calendar,
    /// The verdict at a glance.
    Picture,
    /// What is kept and cannot be read, as it is.
    Kept,
}

impl Format {
    /// The end of the file's name; the last has none of its own.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Calendar => "ics",
            Format::Picture => "png",
            Format::Kept => "",
        }
    }
}

/// What the host was told last.
pub(crate) struct Told {
    screen: Screen,
    started: bool,
    verdict: Option<Verdict>,
    /// The reply that the question on the page had when the reader came to it.
    reply: Option<Answer>,
    ready: bool,
}

impl Told {
    /// An opening is the host's own doing: it is told nothing of it. What continues is no opening.
    pub(crate) fn opening(screen: &Screen, report: Option<&Rc<Report>>) -> Told {
        Told {
            screen: screen.clone(),
            started: !screen.session.answers().is_empty(),
            verdict: report.map(|report| report.verdict).filter(|_| !screen.continues),
            reply: reply(screen),
            ready: false,
        }
    }

    /// What there is to tell about a new screen. `report`: of its session, if it has a result.
    pub(crate) fn tell(&mut self, screen: &Screen, report: Option<&Rc<Report>>) -> Vec<Event> {
        let mut events = Vec::new();
        if !self.ready {
            self.ready = true;
            events.push(Event::Ready);
        }
        let before = self.screen.clone();
        if screen.revision != before.revision {
            *self = Told { ready: true, ..Told::opening(screen, report) };
            return Vec::new();
        }
        if screen.erasures != before.erasures {
            *self = Told { ready: true, ..Told::opening(screen, None) };
            // Nothing of the new session is to be kept in place of what was erased.
            return vec![Event::Erased];
        }
        if screen.own() != before.own() {
            events.push(Event::Changed(screen.own().clone()));
        }
        if screen.restarts != before.restarts {
            *self = Told { ready: true, ..Told::opening(screen, None) };
            events.push(Event::Restarted);
            return events;
        }
        self.screen = screen.clone();
        if !self.started && !screen.session.answers().is_empty() {
            self.started = true;
            events.push(Event::Started);
        }
        if screen.session.page() != before.session.page() {
            events.extend(self.answered(&before));
            self.reply = reply(screen);
        }
        // What is merely tried is no verdict on the reader.
        if let (Some(report), Page::Result, None) = (report, screen.session.page(), &screen.tried_from)
            && self.verdict != Some(report.verdict)
        {
            let first = self.verdict.replace(report.verdict).is_none();
            events.push(Event::Verdict { verdict: report.verdict, first, report: Rc::clone(report) });
        }
        events
    }

    /// The question that was left, if its reply is a new one.
    fn answered(&self, before: &Screen) -> Option<Event> {
        let Page::Question { question, .. } = before.session.page() else { return None };
        let reply = self.screen.session.answers().get(question);
        (reply.is_some() && reply != self.reply).then_some(Event::Answered { question })
    }
}

fn reply(screen: &Screen) -> Option<Answer> {
    match screen.session.page() {
        Page::Question { question, .. } => screen.session.answers().get(question),
        Page::Answers | Page::Result => None,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Event, Told};
    use crate::content::MODEL;
    use crate::domain::{Answers, Options, Report, Value, evaluate};
    use crate::session::{Action, Session};
    use crate::ui::{
        Opening,
        draft::Edit,
        screen::{Ask, Screen, Step},
    };
    use yew::Reducible;

    /// A host that is told everything.
    struct Host {
        screen: Rc<Screen>,
        told: Told,
        heard: Vec<&'static str>,
    }

    impl Host {
        fn new(session: Session) -> Host {
            let screen = Rc::new(Screen::open(&Opening { session, ..Opening::default() }));
            let mut told = Told::opening(&screen, report(&screen).as_ref());
            assert_eq!(told.tell(&screen, None), [Event::Ready]);
            Host { screen, told, heard: Vec::new() }
        }

        fn does(&mut self, step: Step) -> &mut Host {
            self.screen = Rc::clone(&self.screen).reduce(step);
            let events = self.told.tell(&self.screen, report(&self.screen).as_ref());
            self.heard.extend(events.iter().map(|event| match event {
                Event::Changed(session) => {
                    assert_eq!(*session, self.screen.session);
                    "changed"
                }
                Event::Ready => "ready",
                Event::Started => "started",
                Event::Answered { .. } => "answered",
                Event::Verdict { first: true, .. } => "first verdict",
                Event::Verdict { first: false, .. } => "verdict",
                Event::Restarted => "restarted",
                Event::Erased => "erased",
                Event::Settled | Event::Copy | Event::Send | Event::Print | Event::Save(..) | Event::Open => {
                    "something else"
                }
            }));
            self
        }

        /// All that was heard, but for changes.
        fn heard(&self) -> Vec<&'static str> {
            self.heard.iter().copied().filter(|event| *event != "changed").collect()
        }
    }

    fn report(screen: &Screen) -> Option<Rc<Report>> {
        let report = || Rc::new(evaluate(&MODEL, screen.session.answers(), &Options::default()));
        screen.session.has_result(&MODEL).then(report)
    }

    /// All core questions replied to but for the last, which waits for its reply.
    fn nearly_done() -> Session {
        let core = MODEL.questions.iter().filter(|question| question.core && question.id != "constancy");
        let answers = Value::record(core.map(|question| (question.id, Value::Null)));
        Session::with_answers(&MODEL, Answers::read(&MODEL, &answers).expect("valid answers"))
    }

    fn tap(option: usize) -> Step {
        Step::Edit(Edit::Choose(option, true))
    }

    const ADVANCE: Step = Step::Act(Action::Advance);

    #[test]
    fn a_run_starts_with_its_first_answer_and_a_question_is_answered_once_it_is_left() {
        let mut host = Host::new(Session::new(&MODEL));
        host.does(tap(0)).does(tap(1)).does(ADVANCE);
        assert_eq!(host.heard, ["changed", "started", "changed", "changed", "answered"]);
        host.does(Step::Act(Action::Back)).does(ADVANCE);
        assert_eq!(host.heard(), ["started", "answered"], "the same answer is no news");
        host.does(Step::Act(Action::Back)).does(tap(2)).does(ADVANCE);
        assert_eq!(host.heard(), ["started", "answered", "answered"]);
    }

    #[test]
    fn i_dont_know_starts_a_run_as_well() {
        let mut host = Host::new(Session::new(&MODEL));
        assert_eq!(host.does(Step::Act(Action::Decline)).heard(), ["started", "answered"]);
    }

    #[test]
    fn a_verdict_is_told_when_first_shown_and_again_only_when_it_changes() {
        let mut host = Host::new(nearly_done());
        host.does(tap(0)).does(ADVANCE);
        assert_eq!(host.heard(), ["answered", "first verdict"], "restored answers start no run");
        host.does(Step::Act(Action::ShowAnswers)).does(Step::Act(Action::ShowResult));
        assert_eq!(host.heard().len(), 2);
        let value = |question: &str, option: &str| {
            let question = MODEL.question(question).expect("a question");
            let option = MODEL.questions[question].option(option).expect("an option");
            Step::Act(Action::Answer { question, answer: crate::domain::Answer::Single(option) })
        };
        host.does(value("talk", "lots"));
        assert_eq!(host.heard(), ["answered", "first verdict", "verdict"]);
    }

    #[test]
    fn an_opening_tells_nothing_even_at_a_result() {
        let done = nearly_done().apply(&MODEL, Action::Decline);
        let mut host = Host::new(done.clone());
        host.does(Step::Act(Action::ShowAnswers)).does(Step::Act(Action::ShowResult));
        assert_eq!(host.heard(), Vec::<&str>::new());
        let mut host = Host::new(Session::new(&MODEL));
        host.does(Step::Adopt(Opening { revision: 1, session: done, ..Opening::default() }));
        assert_eq!(host.heard, Vec::<&str>::new());
    }

    #[test]
    fn starting_over_begins_a_new_run() {
        let mut host = Host::new(nearly_done());
        host.does(Step::Ask(Ask::Restart)).does(Step::Forget);
        assert_eq!(host.heard, ["changed", "restarted"]);
        host.does(tap(0));
        assert_eq!(host.heard(), ["restarted", "started"]);
    }

    #[test]
    fn erasing_is_told_without_a_session_to_keep() {
        let mut host = Host::new(nearly_done());
        host.does(Step::Ask(Ask::Erase)).does(Step::Forget);
        assert_eq!(host.heard, ["erased"]);
    }
}
