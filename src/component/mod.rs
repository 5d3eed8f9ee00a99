//! Where it lives in a page that is itself made with Yew: one component, with everything inside. It brings its words, its
//! model and its styles, asks no server for anything, and keeps nothing: what lasts beyond the page is the host's to keep.
//!
//! ```
//! use social_or_not::{Lang, SocialOrNot, VerdictEvent};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Post() -> Html {
//!     let verdict = use_state(|| None);
//!     let on_verdict = {
//!         let verdict = verdict.setter();
//!         Callback::from(move |event: VerdictEvent| verdict.set(Some(event.verdict)))
//!     };
//!     html! {
//!         <article>
//!             <SocialOrNot lang={Lang::Fr} {on_verdict} />
//!             if let Some(verdict) = *verdict {
//!                 <p>{"The quiz says: "}{verdict.id()}</p>
//!             }
//!         </article>
//!     }
//! }
//! ```
//!
//! It is drawn in a shadow root of its own, so that no style of the page leaks in and none leaks out, and no id meets another.
//! Colours and type are set as for the custom element, by custom properties on any element around it:
//! `--son-accent: #862334`.
//!
//! Its readers are told that their answers stay on their device. A host that is given them keeps that promise.

mod day;
mod shadow;

use std::cell::RefCell;

use yew::{
    Callback, Html, Properties, component, create_portal, html, use_callback, use_memo, use_mut_ref, use_node_ref,
};

use crate::content::{Lang, MODEL, RecordWords, Words};
use crate::domain::{Answers, Date, Verdict};
use crate::session::Session;
use crate::ui::{Cta, Event, Opening, Widget};
use day::today;
use shadow::use_shadow;

/// Properties of [`SocialOrNot`]. None is required.
#[derive(Properties, Clone, PartialEq)]
pub struct SocialOrNotProps {
    /// The language; when it changes, everything else stays.
    #[prop_or_default]
    pub lang: Lang,
    /// Light or dark.
    #[prop_or_default]
    pub theme: Theme,
    /// What the reader starts from: a preset, or what [`on_change`](Self::on_change) told on another day. Looked at once:
    /// another `key` begins anew.
    #[prop_or_default]
    pub answers: Option<Answers>,
    /// The day of reading, which tells what figures are stale; by default the browser's.
    #[prop_or_default]
    pub today: Option<Date>,
    /// Level of the widget's own title, 2 to 4; the other headings follow below it.
    #[prop_or(2)]
    pub heading_level: u8,
    /// The publisher's call to action, shown with the result.
    #[prop_or_default]
    pub cta: Option<Cta>,
    /// The quiz is on the page.
    #[prop_or_default]
    pub on_ready: Callback<()>,
    /// The first answer of a run was given.
    #[prop_or_default]
    pub on_start: Callback<()>,
    /// A question was answered: its id, never the answer.
    #[prop_or_default]
    pub on_answer: Callback<&'static str>,
    /// A verdict is shown that was not shown before.
    #[prop_or_default]
    pub on_verdict: Callback<VerdictEvent>,
    /// The reader started over.
    #[prop_or_default]
    pub on_restart: Callback<()>,
    /// The answers are others: for hosts that keep them. Empty ones mean that nothing is to be kept, and that what was kept is
    /// to be removed. `to_json` writes answers, and [`json::read`](crate::json::read) with [`Answers::read`] reads them back.
    #[prop_or_default]
    pub on_change: Callback<Answers>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the page's own `color-scheme` says.
    #[default]
    Auto,
    /// Light, whatever the page is.
    Light,
    /// Dark, whatever the page is.
    Dark,
}

/// A verdict that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerdictEvent {
    /// The verdict.
    pub verdict: Verdict,
    /// The first of this run.
    pub first: bool,
}

/// Should you be on social media? The whole quiz, for a page made with Yew; see the [module](self) for an example.
///
/// Rendered on a server it is an empty place, which the browser fills.
#[component]
pub fn SocialOrNot(props: &SocialOrNotProps) -> Html {
    let host = use_node_ref();
    let inside = use_shadow(&host);
    let words = use_memo(props.lang, |lang| Words::built_in(*lang));
    let record = use_memo(props.lang, |lang| RecordWords::built_in(*lang));
    let start = use_memo((), |()| Opening { session: start(props.answers.as_ref()), ..Opening::default() });
    let told = use_mut_ref(|| start.session.answers().clone());
    let on_event = use_callback(props.clone(), move |event: Event, props| props.tell(&event, &told));
    let widget = |inside| {
        let widget = html! {
            <Widget
                {words}
                record={Some(record)}
                opening={(*start).clone()}
                today={props.today.or_else(today)}
                heading_level={props.heading_level}
                cta={props.cta.clone()}
                {on_event}
            />
        };
        create_portal(widget, inside)
    };
    html! {
        <social-or-not-widget ref={host} theme={props.theme.attribute()}>{inside.map(widget)}</social-or-not-widget>
    }
}

fn start(answers: Option<&Answers>) -> Session {
    match answers {
        Some(answers) => Session::with_answers(&MODEL, answers.clone()),
        None => Session::new(&MODEL),
    }
}

impl SocialOrNotProps {
    /// Tells the host of an event; `told` are the answers that it knows.
    fn tell(&self, event: &Event, told: &RefCell<Answers>) {
        match event {
            Event::Ready => self.on_ready.emit(()),
            Event::Changed(session) => self.tell_answers(session.answers(), told),
            Event::Started => self.on_start.emit(()),
            Event::Answered { question } => self.on_answer.emit(MODEL.questions[*question].id),
            Event::Verdict { verdict, first, .. } => {
                self.on_verdict.emit(VerdictEvent { verdict: *verdict, first: *first });
            }
            Event::Restarted => self.on_restart.emit(()),
            // There is no address to hand on, and none that could have come.
            Event::Settled | Event::Copy | Event::Send | Event::Print | Event::Save(..) | Event::Open => {}
            Event::Erased => {
                self.tell_answers(&Answers::none(&MODEL), told);
                self.on_restart.emit(());
            }
        }
    }

    /// A session changes with each page, its answers do not.
    fn tell_answers(&self, answers: &Answers, told: &RefCell<Answers>) {
        if told.replace(answers.clone()) != *answers {
            self.on_change.emit(answers.clone());
        }
    }
}

impl Theme {
    /// The attribute that the styles read.
    fn attribute(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use yew::{Callback, props};

    use super::{SocialOrNotProps, VerdictEvent, start};
    use crate::content::MODEL;
    use crate::domain::{Answers, Options, Value, Verdict, evaluate};
    use crate::session::{Page, Session};
    use crate::ui::Event;

    fn shop() -> Answers {
        Answers::read(&MODEL, &Value::record([("who", Value::text("shop"))])).expect("valid answers")
    }

    /// What a host hears of these events that starts with nothing.
    fn heard(events: &[Event]) -> Vec<String> {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let hear = {
            let heard = Rc::clone(&heard);
            Callback::from(move |text: String| heard.borrow_mut().push(text))
        };
        let props = props!(SocialOrNotProps {
            on_ready: hear.reform(|()| "ready".to_owned()),
            on_start: hear.reform(|()| "start".to_owned()),
            on_answer: hear.reform(|question: &str| format!("answer {question}")),
            on_verdict: hear.reform(|event: VerdictEvent| format!("verdict {} {}", event.verdict.id(), event.first)),
            on_restart: hear.reform(|()| "restart".to_owned()),
            on_change: hear.reform(|answers: Answers| answers.to_json(&MODEL)),
        });
        let told = RefCell::new(Answers::none(&MODEL));
        events.iter().for_each(|event| props.tell(event, &told));
        heard.take()
    }

    #[test]
    fn a_host_hears_each_event_by_its_own_callback() {
        let report = Rc::new(evaluate(&MODEL, &shop(), &Options::default()));
        let events = [
            Event::Ready,
            Event::Started,
            Event::Answered { question: 0 },
            Event::Verdict { verdict: Verdict::StartSmall, first: true, report },
            Event::Restarted,
        ];
        assert_eq!(heard(&events), ["ready", "start", "answer who", "verdict start_small true", "restart"]);
    }

    #[test]
    fn a_host_is_given_the_answers_when_they_are_others_and_none_when_they_are_erased() {
        let session = Session::with_answers(&MODEL, shop());
        let events = [Event::Changed(session.clone()), Event::Changed(session), Event::Erased];
        assert_eq!(heard(&events), [r#"{"who":"shop"}"#, "{}", "restart"]);
    }

    #[test]
    fn a_preset_is_where_the_reader_starts_from() {
        assert!(matches!(start(None).page(), Page::Question { question: 0, .. }));
        assert!(matches!(start(Some(&shop())).page(), Page::Question { question: 1.., .. }));
    }
}
