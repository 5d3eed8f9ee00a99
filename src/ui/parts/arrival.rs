//! What came from elsewhere: asked about before it is shown, told where it comes from, or refused with the way on.

use yew::{Callback, Html, MouseEvent};

use super::{
    button::{button, link, outward, pressed},
    heading::{page_heading, paragraph},
    trial::trial,
};
use crate::content::{MODEL, Phrase, RecordWords, phrase, text};
use crate::domain::Shared;
use crate::session::Session;
use crate::ui::{
    Sharing,
    event::{Event, Format},
    markup::markup,
    screen::{Arrival, Brought, Step, Way},
    view::View,
};

/// What is said of a way: its name, where what is shown comes from, and what is said of what cannot be read.
struct Says {
    name: Phrase,
    opened: Phrase,
    newer: [Phrase; 2],
    damaged: [Phrase; 2],
}

const LINK: Says = Says {
    name: phrase::ARRIVAL_LINK,
    opened: phrase::ARRIVAL_FROM_LINK,
    newer: [phrase::ARRIVAL_NEWER, phrase::ARRIVAL_NEWER_TEXT],
    damaged: [phrase::ARRIVAL_LINK_DAMAGED, phrase::ARRIVAL_LINK_DAMAGED_TEXT],
};

const FILE: Says = Says {
    name: phrase::ARRIVAL_FILE,
    opened: phrase::ARRIVAL_FROM_FILE,
    damaged: [phrase::ARRIVAL_FILE_DAMAGED, phrase::ARRIVAL_FILE_DAMAGED_TEXT],
    ..LINK
};

const STORAGE: Says = Says {
    opened: phrase::ARRIVAL_FROM_STORAGE,
    newer: [phrase::ARRIVAL_STORAGE_NEWER, phrase::ARRIVAL_STORAGE_NEWER_TEXT],
    damaged: [phrase::ARRIVAL_STORAGE_DAMAGED, phrase::ARRIVAL_STORAGE_DAMAGED_TEXT],
    ..LINK
};

fn says(way: Way) -> Says {
    match way {
        Way::Link => LINK,
        Way::File => FILE,
        Way::Storage => STORAGE,
    }
}

/// In place of the page: whether to look at what came, or why one cannot.
pub(crate) fn ask_arrival(
    view: &View<'_>,
    record: &RecordWords,
    arrival: &Arrival,
    press: &impl Fn(Event) -> Callback<MouseEvent>,
) -> Html {
    let of = says(arrival.way);
    let (texts_of_kept, save) = kept(view, record, arrival, press);
    let shown = |title: Phrase, texts: Vec<Html>, actions: Html| {
        let title = record.fill(title, &[("it", record.text(of.name))]);
        markup! {
            <div class="son-note" part="note" key="arrival">
                {page_heading(view, "son-note__title", title.as_str().into())}
                {texts}
                {texts_of_kept}
                <div class="son-actions">{actions}{save}</div>
            </div>
        }
    };
    let tells = |text: Phrase| paragraph("son-note__text", record.text(text));
    let (title, text) = match &arrival.brought {
        Brought::Opened(shared) | Brought::Beside(shared) => {
            let theirs = Session::shared(&MODEL, shared);
            let actions = markup! {
                {button(view, view.screen.trying(theirs), record.text(phrase::ARRIVAL_LOOK))}
                {link(view, Step::Keep, record.text(phrase::ARRIVAL_KEEP), "", None)}
            };
            return shown(phrase::ARRIVAL_TITLE, vec![tells(phrase::ARRIVAL_TEXT)], actions);
        }
        Brought::Newer => of.newer.into(),
        Brought::Damaged => of.damaged.into(),
    };
    let (lost, on) = match (arrival.way, view.answers().is_empty()) {
        (Way::Storage, _) => (phrase::ARRIVAL_STORAGE_LOST, phrase::ARRIVAL_START),
        (_, true) => (phrase::ARRIVAL_LOST_NONE, phrase::ARRIVAL_START),
        (_, false) => (phrase::ARRIVAL_LOST_OWN, phrase::ARRIVAL_GO_ON),
    };
    shown(title, vec![tells(text), tells(lost)], button(view, Step::Keep, record.text(on)))
}

/// What is said of what was kept here and cannot be read, unless all of this is about it; and how to save it. Nothing, once the
/// reader went on and it was replaced.
fn kept(
    view: &View<'_>,
    record: &RecordWords,
    arrival: &Arrival,
    press: &impl Fn(Event) -> Callback<MouseEvent>,
) -> (Html, Html) {
    let (texts, is_there) = match (&arrival.kept, &arrival.brought) {
        (_, Brought::Opened(_)) if view.screen.has_turned() => (None, false),
        (Some(Brought::Newer), _) => (Some(STORAGE.newer), true),
        (Some(_), _) => (Some(STORAGE.damaged), true),
        (None, Brought::Newer | Brought::Damaged) => (None, arrival.way == Way::Storage),
        (None, _) => (None, false),
    };
    let texts = texts.map(|[title, _]| {
        [title, phrase::ARRIVAL_STORAGE_LOST].map(|text| paragraph("son-note__text", record.text(text)))
    });
    let save = Event::Save(Format::Kept, view.screen.session.clone());
    let save = is_there.then(|| pressed(record.text(phrase::ARRIVAL_SAVE), press(save)));
    (markup! { {for texts.into_iter().flatten()} }, markup! { {save} })
}

/// Above the result: where it comes from, what has changed since, and the way back to one's own.
pub(crate) fn arrived_note(
    view: &View<'_>,
    record: &RecordWords,
    arrival: &Arrival,
    sharing: &Sharing,
    press: &impl Fn(Event) -> Callback<MouseEvent>,
) -> Html {
    let (texts_of_kept, save) = kept(view, record, arrival, press);
    let is_tried = view.screen.tried_from.is_some();
    let (shared, actions, besides) = match &arrival.brought {
        // With other answers or weights it is another result.
        Brought::Opened(shared) if view.screen.own().is_of(shared) => (shared, Html::default(), trial(view)),
        Brought::Beside(shared) if is_tried => {
            let own = view.screen.own().share(&MODEL, view.today);
            let comparison = sharing.comparing(&[own, shared.clone()]);
            let actions = markup! {
                <div class="son-actions">
                    {button(view, view.screen.returning(), record.text(phrase::ARRIVAL_BACK))}
                    {comparison.map(|address| outward(&address, record.text(phrase::ARRIVAL_COMPARE)))}
                    {link(view, view.screen.adhering(), record.text(phrase::ARRIVAL_ADOPT), "", None)}
                </div>
            };
            (shared, actions, Html::default())
        }
        Brought::Opened(_) | Brought::Beside(_) | Brought::Newer | Brought::Damaged => return trial(view),
    };
    markup! {
        <div class="son-note son-note--above" part="note">
            {paragraph("son-note__title", record.text(says(arrival.way).opened))}
            {for origin(view, record, shared).iter().map(|text| paragraph("son-note__text", text))}
            {texts_of_kept}
            {actions}
            {save}
        </div>
        {besides}
    }
}

/// When it was made, and what is new since.
fn origin(view: &View<'_>, record: &RecordWords, shared: &Shared) -> Vec<String> {
    let mut says = Vec::new();
    if let Some(made) = shared.made {
        says.push(record.fill(phrase::ARRIVAL_MADE, &[("date", &view.words.date(made, view.today))]));
    }
    if let Some(news) = shared.news(&MODEL) {
        says.push(record.fill(phrase::ARRIVAL_NEWS, &[("version", &news.version.to_string())]));
        let names: Vec<&str> = news.questions.iter().map(|question| view.words.question(*question).name).collect();
        if !names.is_empty() {
            let list = names.join(view.text(text::LIST_SEPARATOR));
            says.push(record.fill(phrase::ARRIVAL_NEW_QUESTIONS, &[("list", &list)]));
        }
    }
    says
}
