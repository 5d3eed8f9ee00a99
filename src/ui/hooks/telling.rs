//! Tells the host what happened, once it is on the screen.

use std::rc::Rc;

use yew::{Callback, hook, use_effect_with, use_mut_ref};

use crate::domain::Report;
use crate::ui::event::{Event, Told};
use crate::ui::screen::Screen;

/// Tells what a new screen brings. `report`: of its session, if it has a result.
#[hook]
pub(crate) fn use_telling(screen: &Screen, report: Option<&Rc<Report>>, on_event: &Callback<Event>) {
    let told = use_mut_ref(|| Told::opening(screen, report));
    let on_event = on_event.clone();
    use_effect_with((screen.clone(), report.cloned()), move |(screen, report)| {
        // The host may answer at once, by replacing the session: nothing is borrowed while it is told.
        let events = told.borrow_mut().tell(screen, report.as_ref());
        for event in events {
            on_event.emit(event);
        }
    });
}
