//! What an hour of the reader's is worth: a field, in which nothing is preset, and what is wrong with what stands in it.

use web_sys::HtmlInputElement;
use yew::{Event, Html, InputEvent, TargetCast, html};

use super::{heading::paragraph, note::note};
use crate::content::{RecordWords, phrase, text};
use crate::ui::{
    draft::{Edit, RATE},
    markup::markup,
    screen::Step,
    view::View,
};

pub(super) fn rate(view: &View<'_>, record: &RecordWords) -> Html {
    let (draft, rate) = (&view.screen.draft, view.screen.session.rate());
    let tenths = |tenths: i32| view.words.lang().tenths(tenths);
    // What is being typed, and may not be a number yet, goes before the rate.
    let shown = draft.typed.clone().or_else(|| rate.map(tenths)).unwrap_or_default();
    let is_wrong = draft.wanted.is_some();
    let oninput = view.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Step::Edit(Edit::Type(field.value()))
    });
    let field = html! {
        <input
            class="son-rate__field" size="6" inputmode="decimal" autocomplete="off" value={shown}
            aria-invalid={is_wrong.then_some("true")} aria-describedby={is_wrong.then_some("son-wrong")} {oninput}
            onchange={view.act.reform(|_: Event| Step::Edit(Edit::Settle))}
        />
    };
    let wrong = || {
        let typed = draft.typed.as_deref().unwrap_or_default().trim();
        let range = [("least", &*tenths(RATE.least)), ("most", &*tenths(RATE.most))];
        let mut text = record.fill(phrase::RATE_INVALID, &range);
        if let Some(rate) = rate {
            text.push(' ');
            text += &record.fill(phrase::RATE_KEPT, &[("rate", &tenths(rate))]);
        }
        note("son-wrong", &view.words.fill(text::WANTED_INVALID, &[("text", typed)]), &text)
    };
    markup! {
        <div class="son-rate son-screen" part="number">
            <label>
                {record.text(phrase::RATE_ASK)}
                <span class="son-rate__row">{field}{" "}{record.text(phrase::RATE_UNIT)}</span>
            </label>
            {paragraph("son-rate__hint", record.text(phrase::RATE_HINT))}
            if is_wrong { {wrong()} }
        </div>
    }
}
