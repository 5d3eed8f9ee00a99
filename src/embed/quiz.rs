//! One quiz in one element, as JavaScript holds it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::settings::{Settings, Start, Tap};
use super::value::{field, read, text};
use crate::content::{MODEL, RecordWords, Words};
use crate::domain::{AnswerError, Answers, Date, SharedError};
use crate::session::Session;
#[cfg(not(feature = "whole-module"))]
use crate::ui::Questions as Widget;
#[cfg(feature = "whole-module")]
use crate::ui::Widget;
use crate::ui::{Arrival, Event, Opening, WidgetProps};
#[cfg(feature = "whole-module")]
use crate::ui::{Brought, Format, Notice, Way};
#[cfg(feature = "whole-module")]
use crate::{
    content::PLAN,
    domain::{Evaluator, Options, firmness::firmness, plan::plan},
    export::Decision,
};

/// One quiz in one element.
#[wasm_bindgen]
pub struct Quiz {
    app: RefCell<Option<AppHandle<Widget>>>,
    state: Rc<State>,
}

/// What the quiz is made of, and whom it tells.
struct State {
    words: RefCell<Rc<Words>>,
    record: RefCell<Option<Rc<RecordWords>>>,
    arrival: Option<Rc<Arrival>>,
    settings: RefCell<Settings>,
    /// As the quiz last told it.
    session: RefCell<Session>,
    /// What the reader last wanted a file of: it may be a session that they were only trying.
    #[cfg(feature = "whole-module")]
    shown: RefCell<Session>,
    /// Goes up when the session is replaced from outside.
    revision: Cell<u32>,
    /// The day of an earlier visit that the first session was kept on.
    kept_on: Option<Date>,
    /// The reader comes from the other module.
    continues: bool,
    takes_focus: bool,
    listener: Function,
    /// What the first drawing is told with, once.
    beginning: Cell<Option<Beginning>>,
}

/// What happened before the quiz was drawn.
struct Beginning {
    /// What was wrong with the answers that were proposed.
    fault: Option<AnswerError>,
    /// Why what was kept cannot be read.
    unread: Option<SharedError>,
    /// It is to be kept at once: answers that a script has set, or from a file that a reader opened who had nothing else, not
    /// even what cannot be read.
    keeps: bool,
    /// What the reader did on the question that was rendered ahead, and whether it was their first answer.
    tap: Option<(Tap, bool)>,
}

#[wasm_bindgen]
impl Quiz {
    /// Draws the quiz in `root`, in place of what is there. `listener` is told what happens: a name, a text, a flag.
    ///
    /// # Errors
    ///
    /// If the words are not those of this build.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, settings: &JsValue, listener: Function) -> Result<Quiz, JsError> {
        let (words, record) = read_words(settings)?;
        let start = Start::read(settings);
        #[cfg(feature = "whole-module")]
        let arrival = start.arrival(settings);
        #[cfg(not(feature = "whole-module"))]
        let arrival: Option<Arrival> = None;
        #[cfg(feature = "whole-module")]
        let opened = match &arrival {
            Some(Arrival { way: Way::Link | Way::File, brought: Brought::Opened(shared), .. }) => {
                Session::shared(&MODEL, shared).rated(start.session.rate())
            }
            _ => start.session.clone(),
        };
        #[cfg(feature = "whole-module")]
        let is_taken = matches!(&arrival, Some(Arrival { way: Way::File, brought: Brought::Opened(_), kept: None }));
        #[cfg(not(feature = "whole-module"))]
        let (opened, is_taken) = (start.session.clone(), false);
        // Who comes by a link saw the first question only while files were on their way; and what cannot be read is not
        // replaced before the reader knows.
        let tap = Tap::read(settings).filter(|_| arrival.is_none() && !start.is_unread());
        let [continues, takes_focus] = ["continues", "focus"].map(|name| field(settings, name).is_some());
        let settings = Settings::read(settings);
        let is_first = opened.answers().is_empty();
        let session = tap.as_ref().map_or_else(|| opened.clone(), |tap| tap.apply(&opened));
        let state = Rc::new(State {
            words: RefCell::new(words),
            record: RefCell::new(record),
            arrival: arrival.map(Rc::new),
            #[cfg(feature = "whole-module")]
            shown: RefCell::new(session.clone()),
            session: RefCell::new(session),
            revision: Cell::new(0),
            // Who has tapped already has gone on already.
            kept_on: start.kept_on(settings.today).filter(|_| tap.is_none()),
            continues,
            takes_focus,
            settings: RefCell::new(settings),
            listener,
            beginning: Cell::new(Some(Beginning {
                unread: start.kept.and_then(Result::err),
                keeps: start.replaces || is_taken,
                fault: start.fault,
                tap: tap.map(|tap| (tap, is_first)),
            })),
        });
        let app = Renderer::<Widget>::with_root_and_props(root, state.props()).render();
        Ok(Quiz { app: RefCell::new(Some(app)), state })
    }

    /// Takes new settings; answers and place stay. Without `words` the language stays.
    ///
    /// # Errors
    ///
    /// If the words are not those of this build; then nothing changes.
    pub fn update(&self, settings: &JsValue) -> Result<(), JsError> {
        if text(settings, "words").is_some() {
            let (words, record) = read_words(settings)?;
            self.state.words.replace(words);
            self.state.record.replace(record);
        }
        self.state.settings.replace(Settings::read(settings));
        self.draw();
        Ok(())
    }

    /// The answers, as JSON.
    pub fn answers(&self) -> String {
        self.state.session.borrow().answers().to_json(&MODEL)
    }

    /// What the reader has set beside the answers, as JSON: the options of an evaluation, but for the day.
    pub fn options(&self) -> String {
        self.state.session.borrow().options().to_json(&MODEL)
    }

    /// The reader is told what came of what they asked for: `copied`, `refused`, `saved` or `unsaved`; nothing, for anything else.
    #[cfg(feature = "whole-module")]
    pub fn notice(&self, name: &str) {
        self.state.settings.borrow_mut().sharing.notice = match name {
            "copied" => Some(Notice::Copied),
            "refused" => Some(Notice::Refused),
            "saved" => Some(Notice::Saved),
            "unsaved" => Some(Notice::Unsaved),
            _ => None,
        };
        self.draw();
    }

    /// What a file holds, by the end of its name: `json`, `md`, `ics`; for `png`, what is to be seen on it. Of what was on the
    /// screen when the reader asked for it.
    #[cfg(feature = "whole-module")]
    pub fn file(&self, extension: &str) -> Option<String> {
        let session = self.state.shown.borrow();
        let today = self.state.settings.borrow().today;
        let shared = session.share(&MODEL, today);
        if extension == Format::Json.extension() {
            return Some(shared.to_json(&MODEL));
        }
        let options = Options { today, ..session.options() };
        let evaluator = Evaluator::new(&MODEL, options.clone());
        let report = evaluator.evaluate(session.answers());
        let words = Rc::clone(&self.state.words.borrow());
        let record = self.state.record.borrow().clone()?;
        let decision = Decision {
            model: &MODEL,
            rules: &PLAN,
            words: &words,
            record: &record,
            shared: &shared,
            firmness: &firmness(&evaluator, session.answers()),
            plan: &plan(&MODEL, &PLAN, session.answers(), &options, &report),
            report: &report,
        };
        match extension {
            "md" => Some(decision.markdown()),
            "ics" => decision.calendar(),
            "png" => Some(decision.picture()),
            _ => None,
        }
    }

    /// Replaces the answers.
    ///
    /// # Errors
    ///
    /// If they are not valid, naming question and value; then nothing changes.
    pub fn set_answers(&self, answers: &JsValue) -> Result<(), JsError> {
        let answers = Answers::read(&MODEL, &read(answers))?;
        let rate = self.state.session.borrow().rate();
        self.replace(Session::with_answers(&MODEL, answers).rated(rate));
        Ok(())
    }

    /// Forgets all answers and goes back to the first question.
    pub fn restart(&self) {
        self.replace(Session::new(&MODEL));
        self.state.tell("restart", "", false);
    }

    /// Takes the quiz out of the page.
    pub fn destroy(&self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn replace(&self, session: Session) {
        self.state.session.replace(session);
        self.state.revision.set(self.state.revision.get() + 1);
        self.state.tell_session(true);
        self.draw();
    }

    fn draw(&self) {
        let props = self.state.props();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }
}

impl State {
    fn props(self: &Rc<State>) -> WidgetProps {
        let settings = self.settings.borrow();
        let state = Rc::clone(self);
        WidgetProps {
            words: Rc::clone(&self.words.borrow()),
            record: self.record.borrow().clone(),
            opening: Opening {
                revision: self.revision.get(),
                session: self.session.borrow().clone(),
                kept_on: self.kept_on,
                continues: self.continues && self.revision.get() == 0,
                takes_focus: self.takes_focus && self.revision.get() == 0,
                arrival: self.arrival.clone(),
            },
            today: settings.today,
            heading_level: settings.level,
            cta: settings.cta.clone(),
            sharing: settings.sharing.clone(),
            keeping: settings.keeping,
            on_event: Callback::from(move |event| state.hear(event)),
        }
    }

    fn hear(&self, event: Event) {
        match event {
            Event::Ready => self.begin(),
            Event::Changed(session) => {
                self.session.replace(session);
                self.tell_session(false);
            }
            Event::Started => self.tell("start", "", false),
            Event::Answered { question } => self.tell("answer", MODEL.questions[question].id, false),
            Event::Verdict { verdict, first, .. } => self.tell("verdict", verdict.id(), first),
            Event::Restarted => self.tell("restart", "", false),
            // It is theirs from now on, as if they had come to it here.
            #[cfg(feature = "whole-module")]
            Event::Settled => self.tell_session(false),
            #[cfg(feature = "whole-module")]
            Event::Copy => self.tell("copy", "", false),
            #[cfg(feature = "whole-module")]
            Event::Send => self.tell("send", "", false),
            #[cfg(feature = "whole-module")]
            Event::Print => self.tell("print", "", false),
            #[cfg(feature = "whole-module")]
            Event::Save(format, shown) => {
                self.shown.replace(shown);
                self.tell("save", format.extension(), false);
            }
            #[cfg(feature = "whole-module")]
            Event::Open => self.tell("open", "", false),
            #[cfg(not(feature = "whole-module"))]
            Event::Settled | Event::Copy | Event::Send | Event::Print | Event::Save(..) | Event::Open => {}
            Event::Erased => {
                self.session.replace(Session::new(&MODEL));
                self.tell("erased", "", false);
            }
        }
    }

    fn begin(&self) {
        self.tell("ready", "", false);
        let Some(Beginning { unread, keeps, fault, tap }) = self.beginning.take() else { return };
        if let Some(unread) = unread {
            self.tell("unread", &unread.to_string(), false);
        }
        if keeps {
            self.tell_session(false);
        }
        if let Some(fault) = fault {
            self.tell("fault", &fault.to_string(), false);
        }
        if let Some((tap, is_first)) = tap {
            self.tell_session(false);
            if is_first {
                self.tell("start", "", false);
            }
            self.tell("answer", MODEL.questions[tap.question].id, false);
        }
    }

    /// The session is another one: by the reader, or by a script.
    fn tell_session(&self, by_script: bool) {
        let record = self.session.borrow().record(&MODEL, self.settings.borrow().today);
        self.tell("changed", &record, by_script);
    }

    fn tell(&self, name: &str, text: &str, flag: bool) {
        // A fault in the listener is the listener's.
        let _ = self.listener.call3(&JsValue::NULL, &name.into(), &text.into(), &flag.into());
    }
}

/// The words, and with the whole those of the plan.
fn read_words(settings: &JsValue) -> Result<(Rc<Words>, Option<Rc<RecordWords>>), JsError> {
    let of = |name: &str| text(settings, name).unwrap_or_default();
    let words = super::read_words(&of("lang"), &of("words"))?;
    #[cfg(feature = "whole-module")]
    let record = Some(Rc::new(RecordWords::parse(words.lang(), &of("recordWords"))?));
    #[cfg(not(feature = "whole-module"))]
    let record = None;
    Ok((Rc::new(words), record))
}
