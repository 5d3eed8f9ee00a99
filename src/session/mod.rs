//! What the reader has done: their answers, their weights, what an hour of theirs is worth, and where they are. Everything
//! else is recomputed from these.
//!
//! A [`Session`] changes by [`Action`]s alone, through one pure function, [`Session::apply`]. It knows neither the screen
//! nor where it is kept.

mod progress;
mod record;

pub use progress::{Phase, Progress};

use crate::domain::{Answer, Answers, Date, Model, Options, Shared};

/// Answers, weights, rate and position of one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    answers: Answers,
    weights: Vec<u8>,
    rate: Option<i32>,
    page: Page,
}

/// Where the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// At a question.
    Question {
        /// Its position in the model.
        question: usize,
        /// Where its answer leads.
        then: Then,
    },
    /// At the list of all answers.
    Answers,
    /// At the result.
    Result,
}

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// To the next question.
    Next,
    /// Back to the list of answers, which it was opened from.
    Answers,
    /// Back to the result, which it was opened from.
    Result,
}

/// What a reader can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Answer a question, wherever it is asked; the page stays.
    Answer {
        /// Position of the question.
        question: usize,
        /// The answer.
        answer: Answer,
    },
    /// Take an answer back.
    Withdraw {
        /// Position of the question.
        question: usize,
    },
    /// Say how much a theme matters: 0, 1 or 2.
    Weigh {
        /// Position of the theme.
        theme: usize,
        /// Its weight.
        weight: u8,
    },
    /// Let every theme matter as it does by default.
    WeighByDefault,
    /// Say what an hour is worth, in tenths of a euro, or that it is not to be counted.
    Rate(Option<i32>),
    /// Go on from the question on the page, if it has a reply.
    Advance,
    /// Say "I don't know" to the question on the page, and go on.
    Decline,
    /// Go back to the page before.
    Back,
    /// Open a question to change its answer, and come back.
    Open {
        /// Position of the question.
        question: usize,
        /// The page that it is opened from.
        then: Then,
    },
    /// Go on with the questions that sharpen the result.
    Refine,
    /// Go to the list of answers.
    ShowAnswers,
    /// Go to the result.
    ShowResult,
    /// Forget everything and start over.
    Restart,
}

impl Session {
    /// A reader who has done nothing yet.
    pub fn new(model: &Model) -> Session {
        Session::with_answers(model, Answers::none(model))
    }

    /// A reader who comes with some answers, at the first core question without a reply, or at the result.
    pub fn with_answers(model: &Model, answers: Answers) -> Session {
        let page = match progress::core(model, &answers).into_iter().find(|question| !answers.is_asked(*question)) {
            Some(question) => Page::Question { question, then: Then::Next },
            None => Page::Result,
        };
        Session { answers, weights: Vec::new(), rate: None, page }
    }

    /// A reader who comes with what was handed on: answers and weights. What an hour is worth is nobody else's to say.
    pub fn shared(model: &Model, shared: &Shared) -> Session {
        Session { weights: shared.weights.clone(), ..Session::with_answers(model, shared.answers.clone()) }
    }

    /// What is handed on of it. `made`: the day, if it is to be told.
    pub fn share(&self, model: &Model, made: Option<Date>) -> Shared {
        Shared::new(model, self.answers.clone(), self.weights.clone(), made)
    }

    /// Whether these are the answers and weights that were handed on, and no others.
    pub fn is_of(&self, shared: &Shared) -> bool {
        (&self.answers, &self.weights) == (&shared.answers, &shared.weights)
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What an evaluation of the answers takes: how much each theme matters to the reader, and what an hour is worth.
    pub fn options(&self) -> Options {
        Options { weights: self.weights.clone(), rate: self.rate, ..Options::default() }
    }

    /// What an hour is worth to the reader, in tenths of a euro, if they said so.
    pub fn rate(&self) -> Option<i32> {
        self.rate
    }

    /// The same with another rate.
    pub fn rated(self, rate: Option<i32>) -> Session {
        Session { rate, ..self }
    }

    /// Whether the reader weighs the themes otherwise than by default.
    pub fn has_own_weights(&self) -> bool {
        !self.weights.is_empty()
    }

    /// Where the reader is.
    pub fn page(&self) -> Page {
        self.page
    }

    /// Whether every core question had a reply, so that there is a result to see.
    pub fn has_result(&self, model: &Model) -> bool {
        progress::core(model, &self.answers).into_iter().all(|question| self.answers.is_asked(question))
    }

    /// How many questions that apply and sharpen the result have had no reply.
    pub fn left_to_refine(&self, model: &Model) -> usize {
        progress::refining(model, &self.answers)
            .into_iter()
            .filter(|question| !self.answers.is_asked(*question))
            .count()
    }

    /// How many questions that apply and count were given an answer, and how many there are.
    pub fn coverage(&self, model: &Model) -> (usize, usize) {
        let counted: Vec<usize> = progress::order(model, &self.answers)
            .into_iter()
            .filter(|question| model.questions[*question].counted)
            .collect();
        let given = counted.iter().filter(|question| self.answers.is_given(**question)).count();
        (given, counted.len())
    }

    /// How far the reader is; none outside the run of questions.
    pub fn progress(&self, model: &Model) -> Option<Progress> {
        match self.page {
            Page::Question { question, then: Then::Next } => progress::progress(model, &self.answers, question),
            Page::Question { .. } | Page::Answers | Page::Result => None,
        }
    }

    /// Whether there is a page to go back to.
    pub fn can_go_back(&self, model: &Model) -> bool {
        self.before(model) != self.page
    }

    /// The session after an action. An action that makes no sense where the reader is changes nothing.
    ///
    /// ```
    /// use social_or_not::{content::MODEL, domain::Answer, session::{Action, Page, Session, Then}};
    ///
    /// let session = Session::new(&MODEL);
    /// let answered = session.apply(&MODEL, Action::Answer { question: 0, answer: Answer::Single(0) });
    /// let next = answered.apply(&MODEL, Action::Advance);
    /// let presence = MODEL.question("presence").ok_or("no such question")?;
    /// assert_eq!(next.page(), Page::Question { question: presence, then: Then::Next });
    /// assert_eq!(next.apply(&MODEL, Action::Back), answered);
    /// # Ok::<(), &str>(())
    /// ```
    pub fn apply(&self, model: &Model, action: Action) -> Session {
        let at = |page| Session { page, ..self.clone() };
        match action {
            Action::Answer { question, answer } => self.with(model, question, Some(answer)),
            Action::Withdraw { question } => self.with(model, question, None),
            Action::Weigh { theme, weight } => {
                let weights = self.options().with_weight(model, theme, weight).weights;
                let is_default = weights.iter().all(|weight| *weight == 1);
                Session { weights: if is_default { Vec::new() } else { weights }, ..self.clone() }
            }
            Action::WeighByDefault => Session { weights: Vec::new(), ..self.clone() },
            Action::Rate(rate) => self.clone().rated(rate),
            Action::Decline => match self.page {
                Page::Question { question, .. } => {
                    self.with(model, question, Some(Answer::Unknown)).apply(model, Action::Advance)
                }
                Page::Answers | Page::Result => self.clone(),
            },
            Action::Advance => at(self.after(model)),
            Action::Back => at(self.before(model)),
            Action::Open { question, then } if question < model.questions.len() => {
                at(Page::Question { question, then })
            }
            Action::Open { .. } => self.clone(),
            Action::Refine => {
                let open = progress::refining(model, &self.answers)
                    .into_iter()
                    .find(|question| !self.answers.is_asked(*question));
                open.map_or_else(|| self.clone(), |question| at(Page::Question { question, then: Then::Next }))
            }
            Action::ShowAnswers => at(Page::Answers),
            Action::ShowResult => at(Page::Result),
            Action::Restart => Session::new(model),
        }
    }

    fn with(&self, model: &Model, question: usize, answer: Option<Answer>) -> Session {
        let mut session = self.clone();
        // A refused answer changes nothing: what can be given on a page is always valid.
        let _ = session.answers.set(model, question, answer);
        session
    }

    fn after(&self, model: &Model) -> Page {
        let Page::Question { question, then } = self.page else { return self.page };
        if !self.answers.is_asked(question) {
            return self.page;
        }
        match then {
            Then::Answers => Page::Answers,
            Then::Result => Page::Result,
            Then::Next => {
                let core = progress::core(model, &self.answers);
                let run = if model.questions[question].core { core } else { progress::refining(model, &self.answers) };
                let next = run.iter().position(|other| *other == question).and_then(|place| run.get(place + 1));
                next.map_or(Page::Result, |next| Page::Question { question: *next, then: Then::Next })
            }
        }
    }

    fn before(&self, model: &Model) -> Page {
        let (question, then) = match self.page {
            Page::Question { question, then } => (question, then),
            Page::Answers => return Page::Result,
            Page::Result => return Page::Answers,
        };
        match then {
            Then::Answers => Page::Answers,
            Then::Result => Page::Result,
            Then::Next => {
                let is_core = model.questions[question].core;
                let run = if is_core {
                    progress::core(model, &self.answers)
                } else {
                    progress::refining(model, &self.answers)
                };
                let place = run.iter().position(|other| *other == question).unwrap_or_default();
                match place.checked_sub(1) {
                    Some(before) => Page::Question { question: run[before], then: Then::Next },
                    None if is_core => self.page,
                    None => Page::Result,
                }
            }
        }
    }
}
