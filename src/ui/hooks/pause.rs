//! The moment in which a chosen option is seen before the next question comes.

use gloo_timers::callback::Timeout;
use yew::{Callback, hook, use_effect_with};

use crate::session::Action;
use crate::ui::screen::Step;

/// Long enough to see what was chosen, too short to wait for.
const MILLISECONDS: u32 = 350;

/// Moves on after a pause. `leaving` is another number for each choice, which begins the pause anew; 0 ends it.
#[hook]
pub(crate) fn use_pause(leaving: u32, act: &Callback<Step>) {
    let act = act.clone();
    use_effect_with(leaving, move |leaving| {
        let move_on = move || act.emit(Step::Act(Action::Advance));
        let timeout = (*leaving > 0).then(|| Timeout::new(MILLISECONDS, move_on));
        move || drop(timeout)
    });
}
