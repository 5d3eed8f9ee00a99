//! The publisher's call to action: apart, and under the publisher's own name.

use yew::Html;

use super::heading::paragraph;
use crate::content::text;
use crate::ui::{Cta, markup::markup, view::View};

pub(crate) fn cta(view: &View<'_>, cta: &Cta) -> Html {
    // An address of any other kind could run a script.
    let is_link = cta.href.starts_with("https://") || cta.href.starts_with("http://");
    if !is_link || cta.label.is_empty() {
        return Html::default();
    }
    let who = match cta.name.as_str() {
        "" => view.text(text::CTA_ANYONE).to_owned(),
        name => view.words.fill(text::CTA_WHO, &[("name", name)]),
    };
    markup! {
        <div class="son-cta" part="cta" role="group" aria-label={who.clone()}>
            <div>
                {paragraph("son-cta__who", &who)}
                if !cta.text.is_empty() { {paragraph("son-cta__text", &cta.text)} }
            </div>
            <a class="son-link" part="link" href={cta.href.clone()}>{cta.label.as_str()}</a>
        </div>
    }
}
