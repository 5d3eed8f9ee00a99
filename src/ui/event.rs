//! What the host of the widget is told, and when. Pure: a new screen in, events out.

use std::rc::Rc;

use super::screen::Screen;
use crate::domain::{Answer, Report, Verdict};
use crate::session::{Page, Session};

/// Something that happened, for the host of the widget.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
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
    /// The reader wants nothing kept. The session is a new one; what is stored is the host's to remove.
    Erased,
}

/// What the host was told last.
pub(crate) struct Told {
    screen: Screen,
    started: bool,
    verdict: Option<Verdict>,
    /// The reply that the question on the page had when the reader came to it.
    reply: Option<Answer>,
}

impl Told {
    /// An opening is the host's own doing: it is told nothing of it.
    pub(crate) fn opening(screen: &Screen, report: Option<&Rc<Report>>) -> Told {
        Told {
            screen: screen.clone(),
            started: !screen.session.answers().is_empty(),
            verdict: report.map(|report| report.verdict),
            reply: reply(screen),
        }
    }

    /// What there is to tell about a new screen. `report`: of its session, if it has a result.
    pub(crate) fn tell(&mut self, screen: &Screen, report: Option<&Rc<Report>>) -> Vec<Event> {
        if screen.revision != self.screen.revision {
            *self = Told::opening(screen, report);
            return Vec::new();
        }
        let mut events = Vec::new();
        let session = &screen.session;
        if screen.erasures != self.screen.erasures {
            *self = Told::opening(screen, None);
            return vec![Event::Erased];
        }
        if *session != self.screen.session {
            events.push(Event::Changed(session.clone()));
        }
        if screen.restarts != self.screen.restarts {
            *self = Told::opening(screen, None);
            events.push(Event::Restarted);
            return events;
        }
        if !self.started && !session.answers().is_empty() {
            self.started = true;
            events.push(Event::Started);
        }
        if let Page::Question { question, .. } = self.screen.session.page()
            && session.page() != self.screen.session.page()
        {
            let now = session.answers().get(question);
            if now.is_some() && now != self.reply {
                events.push(Event::Answered { question });
            }
            self.reply = reply(screen);
        } else if session.page() != self.screen.session.page() {
            self.reply = reply(screen);
        }
        if let Some(report) = report
            && session.page() == Page::Result
            && self.verdict != Some(report.verdict)
        {
            let first = self.verdict.replace(report.verdict).is_none();
            events.push(Event::Verdict { verdict: report.verdict, first, report: Rc::clone(report) });
        }
        self.screen = screen.clone();
        events
    }
}

fn reply(screen: &Screen) -> Option<Answer> {
    match screen.session.page() {
        Page::Question { question, .. } => screen.session.answers().get(question),
        Page::Answers | Page::Result => None,
    }
}
