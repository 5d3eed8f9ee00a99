//! Takes over a session that was replaced from outside.

use yew::{Callback, hook, use_effect_with};

use crate::ui::screen::{Opening, Step};

/// Adopts an opening of another revision.
#[hook]
pub(crate) fn use_opening(opening: &Opening, act: &Callback<Step>) {
    let act = act.clone();
    use_effect_with(opening.clone(), move |opening| act.emit(Step::Adopt(opening.clone())));
}
