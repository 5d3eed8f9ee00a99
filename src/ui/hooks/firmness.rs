//! Reckons how firm a result is. That takes a hundred times as long as the result: it comes after the paint.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{hook, use_effect_with, use_state};

use crate::content::MODEL;
use crate::domain::{
    Answers, Evaluator, Options,
    firmness::{Firmness, firmness},
};

/// Long enough for the result to be painted, and for what is being moved to go on moving.
const MILLISECONDS: u32 = 30;

/// How firm a result is, and of what answers and options.
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

/// What was last reckoned. Begins anew when a result is wanted of other answers or options.
#[hook]
pub(crate) fn use_firmness(is_wanted: bool, answers: &Answers, options: &Options) -> Option<Rc<Known>> {
    let known = use_state(|| None);
    let setter = known.setter();
    use_effect_with((is_wanted, answers.clone(), options.clone()), move |(is_wanted, answers, options)| {
        let (answers, options) = (answers.clone(), options.clone());
        let reckon = move || {
            let firmness = firmness(&Evaluator::new(&MODEL, options.clone()), &answers);
            setter.set(Some(Rc::new(Known { answers, options, firmness })));
        };
        let timeout = is_wanted.then(|| Timeout::new(MILLISECONDS, reckon));
        move || drop(timeout)
    });
    (*known).clone()
}
