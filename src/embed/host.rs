//! A Yew root of ours: the quiz, and word of its first drawing.

use yew::prelude::*;

use crate::ui::{SocialOrNot, SocialOrNotProps};

#[derive(Properties, Clone, PartialEq)]
pub(super) struct HostProps {
    /// None: a root that draws nothing.
    pub(super) quiz: Option<SocialOrNotProps>,
    /// Called once, when the quiz is in the page.
    #[prop_or_default]
    pub(super) on_ready: Callback<()>,
}

#[component]
pub(super) fn Host(props: &HostProps) -> Html {
    let on_ready = props.on_ready.clone();
    use_effect_with((), move |_| on_ready.emit(()));
    props.quiz.clone().map_or_else(Html::default, |quiz| html! { <SocialOrNot ..quiz /> })
}

/// Makes it unlikely that our roots are taken for another program's.
///
/// Yew counts its roots from 1 in every WebAssembly program and writes the number on the page's nodes. In a page that is
/// itself made with Yew, a click in the quiz would also be heard by the page, by the listener of the same number. So a
/// random few numbers are used up first.
pub(super) fn skip_root_numbers() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let count = 5 + (js_sys::Math::random() * 46.0) as usize;
    for _ in 0..count {
        if let Ok(apart) = document.create_element("div") {
            yew::Renderer::<Host>::with_root_and_props(apart, HostProps { quiz: None, on_ready: Callback::noop() })
                .render()
                .destroy();
        }
    }
}
