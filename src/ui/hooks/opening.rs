//! Takes over a session that was replaced from outside.

use yew::{hook, use_effect_with};

use crate::ui::{
    act::Act,
    screen::{Opening, Step},
};

#[hook]
pub(crate) fn use_opening(opening: &Opening, act: &Act) {
    let act = act.clone();
    use_effect_with(opening.clone(), move |opening| act.emit(Step::Adopt(opening.clone())));
}
