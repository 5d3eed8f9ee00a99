//! The moment in which a chosen option is seen before the next question comes.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::{hook, use_mut_ref};

/// Long enough to see what was chosen, too short to wait for.
const MILLISECONDS: u32 = 350;

/// A pause that can be taken anew; it is over without effect once its component is gone.
#[derive(Clone)]
pub(crate) struct Pause(Rc<RefCell<Option<Timeout>>>);

impl Pause {
    /// Does something after the pause, unless another one begins meanwhile.
    pub(crate) fn then(&self, callback: impl FnOnce() + 'static) {
        self.0.replace(Some(Timeout::new(MILLISECONDS, callback)));
    }

    /// Does nothing after all.
    pub(crate) fn cancel(&self) {
        self.0.take();
    }
}

#[hook]
pub(crate) fn use_pause() -> Pause {
    Pause(use_mut_ref(|| None))
}
