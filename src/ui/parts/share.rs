//! To keep the result, or to hand it on: its address, to copy or to send.

use yew::{Callback, Html, MouseEvent, html};

use super::heading::{heading, paragraph};
use crate::content::{MODEL, RecordWords, phrase};
use crate::ui::{Sharing, markup::markup, view::View};

pub(crate) fn share(
    view: &View<'_>,
    record: &RecordWords,
    sharing: &Sharing,
    copy: Callback<MouseEvent>,
    send: Callback<MouseEvent>,
) -> Html {
    let Some(address) = &sharing.address else { return Html::default() };
    let address = format!("{address}{}", view.screen.session.share(&MODEL, view.today).to_code(&MODEL));
    let said = match sharing.copied {
        None => "",
        Some(true) => record.text(phrase::SHARE_COPIED),
        Some(false) => record.text(phrase::SHARE_REFUSED),
    };
    let label = record.text(phrase::SHARE_ADDRESS).to_owned();
    markup! {
        <section class="son-section" part="share">
            {heading(view.level, "son-section__title", record.text(phrase::SHARE_TITLE).into())}
            {paragraph("son-section__lead", record.text(phrase::SHARE_LEAD))}
            <div class="son-actions son-top__block">
                {html! { <input class="son-address" aria-label={label} readonly=true value={address} /> }}
                {html! { <button class="son-button" part="button" type="button" onclick={copy}>{record.text(phrase::SHARE_COPY)}</button> }}
                if sharing.sends {
                    {html! { <button class="son-link" part="link" type="button" onclick={send}>{record.text(phrase::SHARE_SEND)}</button> }}
                }
            </div>
            <p class="son-firm__caption" role="status">{said}</p>
        </section>
    }
}
