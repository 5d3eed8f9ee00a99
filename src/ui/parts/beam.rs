//! Progress as a graduated beam with its rider.

use yew::Html;

use crate::ui::{lengths::percent, markup::markup};

pub(crate) fn beam(step: usize, of: usize) -> Html {
    let (step, of) = (step as i32, of as i32);
    let tick = |place: i32| {
        let x = percent(place, of);
        // The ends and the middle stand out.
        let top = if place % of == 0 || place * 2 == of { "1" } else { "3" };
        markup! { <line class="son-beam__tick" x1={x.clone()} x2={x} y1="6" y2={top} /> }
    };
    let done = percent(step, of);
    markup! {
        <svg class="son-beam" part="progress" width="100%" height="12" aria-hidden="true">
            {for (0..=of).map(tick)}
            <line class="son-beam__line" x1="0" x2="100%" y1="6.5" y2="6.5" />
            <line class="son-beam__done" x1="0" x2={done.clone()} y1="6.5" y2="6.5" />
            <circle class="son-beam__rider" cx={done} cy="6.5" r="5.5" />
        </svg>
    }
}
