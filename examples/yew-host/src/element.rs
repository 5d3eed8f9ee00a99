//! The quiz as the custom element, which a script brings: for programs that would rather not have it compiled in.

use gloo_events::EventListener;
use web_sys::{CustomEvent, Element, js_sys::Reflect, wasm_bindgen::JsCast};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct QuizElementProps {
    /// Called with the id of a verdict that is shown.
    pub(crate) on_verdict: Callback<String>,
}

#[component]
pub(crate) fn QuizElement(props: &QuizElementProps) -> Html {
    let place = use_node_ref();
    use_effect_with((place.clone(), props.on_verdict.clone()), |(place, on_verdict)| {
        let on_verdict = on_verdict.clone();
        let listen = |place: Element| {
            EventListener::new(&place, "social-or-not-verdict", move |event| {
                if let Some(verdict) = verdict(event) {
                    on_verdict.emit(verdict);
                }
            })
        };
        let listener = place.cast::<Element>().map(listen);
        move || drop(listener)
    });
    html! { <social-or-not ref={place} lang="en" storage="none" /> }
}

fn verdict(event: &Event) -> Option<String> {
    let detail = event.dyn_ref::<CustomEvent>()?.detail();
    Reflect::get(&detail, &"verdict".into()).ok()?.as_string()
}
