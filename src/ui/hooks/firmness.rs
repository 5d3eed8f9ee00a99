//! Has it reckoned how firm a result is. That takes a hundred times as long as the result: it comes after the paint.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{Callback, hook, use_effect_with, use_state};

use crate::domain::{Answers, Options, firmness::Firmness};

/// Long enough for the result to be painted, and for a slider to go on moving.
const MILLISECONDS: u32 = 30;

/// Asks how firm the result of some answers is.
#[derive(Debug, Clone)]
pub struct FirmnessRequest {
    /// The answers.
    pub answers: Answers,
    /// The reader's weights, and the day.
    pub options: Options,
    /// Takes the reply, at once or later. A later request makes it void.
    pub reply: Callback<Firmness>,
}

impl FirmnessRequest {
    /// Replies at once.
    pub fn reply_here(self) {
        let evaluator = crate::domain::Evaluator::new(&crate::content::MODEL, self.options);
        self.reply.emit(crate::domain::firmness::firmness(&evaluator, &self.answers));
    }
}

/// How firm a result was, and of what answers and options.
#[derive(Debug)]
pub(crate) struct Known {
    answers: Answers,
    options: Options,
    pub(crate) firmness: Firmness,
}

impl Known {
    /// Whether it is of these answers and options still.
    pub(crate) fn is_of(&self, answers: &Answers, options: &Options) -> bool {
        self.answers == *answers && self.options == *options
    }
}

/// What was last replied. Asks anew when a result is wanted of other answers or options.
#[hook]
pub(crate) fn use_firmness(
    is_wanted: bool,
    answers: &Answers,
    options: &Options,
    ask: &Callback<FirmnessRequest>,
) -> Option<Rc<Known>> {
    let known = use_state(|| None);
    let (setter, ask) = (known.setter(), ask.clone());
    use_effect_with((is_wanted, answers.clone(), options.clone()), move |(is_wanted, answers, options)| {
        let (answers, options) = (answers.clone(), options.clone());
        let of = (answers.clone(), options.clone());
        let reply = Callback::from(move |firmness| {
            let (answers, options) = of.clone();
            setter.set(Some(Rc::new(Known { answers, options, firmness })));
        });
        let request = FirmnessRequest { answers, options, reply };
        let timeout = is_wanted.then(|| Timeout::new(MILLISECONDS, move || ask.emit(request)));
        move || drop(timeout)
    });
    (*known).clone()
}
