//! A page made with Yew that holds the quiz: as a component of its own program, or as the custom element.

mod element;

use element::QuizElement;
use social_or_not::{Lang, SocialOrNot, VerdictEvent};
use yew::prelude::*;

#[component]
fn App() -> Html {
    let presses = use_state(|| 0);
    let verdict = use_state(|| "none yet".to_owned());

    let onclick = {
        let presses = presses.clone();
        Callback::from(move |_| presses.set(*presses + 1))
    };
    let on_verdict = {
        let verdict = verdict.setter();
        Callback::from(move |id: String| verdict.set(id))
    };

    let on_verdict_event = on_verdict.reform(|event: VerdictEvent| event.verdict.id().to_owned());

    html! {
        <main>
            <h1>{"A page made with Yew"}</h1>
            <p>{"The button is the page’s own, and so is the line below it. The quiz is a guest."}</p>
            <p><button id="press" {onclick}>{"Pressed "}<output>{*presses}</output></button></p>
            <p>{"Last verdict: "}<output id="verdict">{&*verdict}</output></p>
            if brings_the_element() {
                <QuizElement {on_verdict} />
            } else {
                <SocialOrNot lang={Lang::En} on_verdict={on_verdict_event} />
            }
            <p>{"The page goes on below the quiz."}</p>
        </main>
    }
}

/// Whether the page's HTML has the script of the custom element.
fn brings_the_element() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| {
        document.query_selector("script[src$='/social-or-not.js']").is_ok_and(|script| script.is_some())
    })
}

fn main() {
    yew::Renderer::<App>::new().render();
}
