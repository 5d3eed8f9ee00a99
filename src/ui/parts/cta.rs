//! The publisher's call to action: apart, and under the publisher's own name.

use yew::{AttrValue, Html, html};

use crate::content::{Words, text};
use crate::ui::Cta;

pub(crate) fn cta(words: &Words, cta: &Cta) -> Html {
    // An address of any other kind could run a script.
    let is_link = cta.href.starts_with("https://") || cta.href.starts_with("http://");
    if !is_link || cta.label.is_empty() {
        return Html::default();
    }
    let who = match cta.name.as_str() {
        "" => words.text(text::CTA_ANYONE).to_owned(),
        name => words.fill(text::CTA_WHO, &[("name", name)]),
    };
    let who = AttrValue::from(who);
    html! {
        <div class="son-cta" part="cta" role="group" aria-label={who.clone()}>
            <div>
                <p class="son-cta__who">{who}</p>
                if !cta.text.is_empty() { <p>{cta.text.clone()}</p> }
            </div>
            <a class="son-link" part="link" href={cta.href.clone()}>{cta.label.clone()}</a>
        </div>
    }
}
