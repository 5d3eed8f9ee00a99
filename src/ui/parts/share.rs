//! To keep the result, or to hand it on: its address to copy or to send, files to save, a file to open.

use yew::{Callback, Event as Change, Html, MouseEvent, html};

use super::{
    button::{outward, pressed},
    heading::{heading, paragraph, sub},
};
use crate::content::{MODEL, Phrase, RecordWords, phrase};
use crate::ui::{
    Sharing,
    app::Notice,
    event::{Event, Format},
    markup::markup,
    view::View,
};

/// The files, by what they are good for.
const FILES: [(Format, Phrase, Phrase); 4] = [
    (Format::Json, phrase::SAVE_JSON, phrase::SAVE_JSON_SAYS),
    (Format::Markdown, phrase::SAVE_MARKDOWN, phrase::SAVE_MARKDOWN_SAYS),
    (Format::Calendar, phrase::SAVE_CALENDAR, phrase::SAVE_CALENDAR_SAYS),
    (Format::Picture, phrase::SAVE_PICTURE, phrase::SAVE_PICTURE_SAYS),
];

pub(crate) fn share(
    view: &View<'_>,
    record: &RecordWords,
    sharing: &Sharing,
    press: impl Fn(Event) -> Callback<MouseEvent>,
    open: Callback<Change>,
) -> Html {
    if sharing.address.is_none() && !sharing.saves {
        return Html::default();
    }
    let notice = match sharing.notice {
        None => "",
        Some(Notice::Copied) => record.text(phrase::SHARE_COPIED),
        Some(Notice::Refused) => record.text(phrase::SHARE_REFUSED),
        Some(Notice::Saved) => record.text(phrase::SHARE_SAVED),
        Some(Notice::Unsaved) => record.text(phrase::SHARE_UNSAVED),
    };
    let address = sharing.link(&view.screen.session, view.today).map(|address| {
        let label = record.text(phrase::SHARE_ADDRESS).to_owned();
        markup! {
            {paragraph("son-section__lead", record.text(phrase::SHARE_LEAD))}
            <div class="son-actions son-top__block">
                {html! { <input class="son-address" aria-label={label} readonly=true value={address} /> }}
                {html! { <button class="son-button" part="button" type="button" onclick={press(Event::Copy)}>{record.text(phrase::SHARE_COPY)}</button> }}
                if sharing.sends { {pressed(record.text(phrase::SHARE_SEND), press(Event::Send))} }
            </div>
        }
    });
    let row = |name: Phrase, says: Phrase, event: Event| {
        markup! {
            <li class="son-file">
                {pressed(record.text(name), press(event))}
                {" "}
                <span class="son-file__says">{record.text(says)}</span>
            </li>
        }
    };
    let comparison = sharing.comparing(&[view.screen.session.share(&MODEL, view.today)]).map(|address| {
        markup! {
            <p class="son-file">
                {outward(&address, record.text(phrase::SHARE_COMPARE))}
                {" "}
                <span class="son-file__says">{record.text(phrase::SHARE_COMPARE_SAYS)}</span>
            </p>
        }
    });
    let saved: Vec<Html> = FILES
        .iter()
        .map(|(format, name, says)| row(*name, *says, Event::Save(*format, view.screen.session.clone())))
        .collect();
    markup! {
        <section class="son-section son-screen" part="share">
            {heading(view.level, "son-section__title", record.text(phrase::SHARE_TITLE).into())}
            {address}
            {comparison}
            if sharing.saves {
                {sub(view, record.text(phrase::SAVE_TITLE))}
                <ul class="son-files">
                    {saved}
                    if sharing.prints { {row(phrase::SHARE_PRINT, phrase::SHARE_PRINT_SAYS, Event::Print)} }
                </ul>
                <p class="son-file">
                    {html! {
                        <label class="son-link son-open">
                            {record.text(phrase::SAVE_OPEN)}
                            <input class="son-hidden" type="file" accept=".json,application/json" onchange={open} />
                        </label>
                    }}
                    {" "}
                    <span class="son-file__says">{record.text(phrase::SAVE_OPEN_SAYS)}</span>
                </p>
            } else {
                {paragraph("son-section__lead", record.text(phrase::SAVE_NOT_HERE))}
            }
            <p class="son-firm__caption" role="status">{notice}</p>
        </section>
    }
}
