//! The whole widget: owns what is on the screen, and shows one page of it.

use std::{cell::RefCell, rc::Rc};

use yew::{
    AttrValue, Callback, Html, MouseEvent, NodeRef, Properties, UseReducerHandle, component, hook, use_memo,
    use_mut_ref, use_node_ref, use_reducer_eq,
};

use super::{
    event::Event,
    hooks::{use_firmness, use_focus, use_lines_read, use_opening, use_pause, use_settling, use_telling},
    markup::markup,
    outcome::{Outcome, ResultView},
    pages::{answers_page, question_page, result_page},
    parts::{arrived_note, ask, ask_arrival, given, head, made, paragraph, plan, share},
    screen::{Opening, Screen, Step},
    view::View,
};
use crate::content::{MODEL, RecordWords, Words, text};
use crate::domain::{Date, Options, Shared};
use crate::session::{Page, Session};

/// Properties of [`Widget`].
#[derive(Properties, Clone, PartialEq)]
pub struct WidgetProps {
    /// The words; of another language, they change while everything else stays.
    pub words: Rc<Words>,
    /// The words of the plan and of what is taken away, in the same language: only a result needs them.
    #[prop_or_default]
    pub record: Option<Rc<RecordWords>>,
    /// What the reader starts from; a new revision replaces the session.
    #[prop_or_default]
    pub opening: Opening,
    /// The day of reading. Without it no figure is stale.
    #[prop_or_default]
    pub today: Option<Date>,
    /// Level of the widget's own title, 2 to 4; the other headings follow below it.
    #[prop_or(2)]
    pub heading_level: u8,
    /// The publisher's call to action.
    #[prop_or_default]
    pub cta: Option<Cta>,
    /// How a result is handed on.
    #[prop_or_default]
    pub sharing: Sharing,
    /// Whether what the reader does is kept.
    #[prop_or_default]
    pub keeping: Keeping,
    /// Called when something happened.
    #[prop_or_default]
    pub on_event: Callback<Event>,
}

/// The publisher's call to action. Shown under the publisher's name, and only if the address is http or https.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cta {
    /// What the link says.
    pub label: AttrValue,
    /// Where it leads.
    pub href: AttrValue,
    /// The publisher's name.
    pub name: AttrValue,
    /// A sentence before the link.
    pub text: AttrValue,
}

/// How a result is handed on, as far as the host allows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sharing {
    /// The address of the quiz's own page, up to where the code begins. Without it there is no link.
    pub address: Option<AttrValue>,
    /// The address of the page that compares results, if there is one.
    pub comparison: Option<AttrValue>,
    /// The browser can hand an address to other programs.
    pub sends: bool,
    /// To print the page is to print the result: the quiz has the page or the frame to itself.
    pub prints: bool,
    /// Files can be saved and opened.
    pub saves: bool,
    /// What came of it, once the reader has asked for something.
    pub notice: Option<Notice>,
}

impl Sharing {
    /// The address that opens a session's result, if the quiz's own page is known.
    pub(crate) fn link(&self, session: &Session, today: Option<Date>) -> Option<String> {
        Some(format!("{}{}", self.address.as_ref()?, session.share(&MODEL, today).to_code(&MODEL)))
    }

    /// The address that opens results side by side.
    pub(crate) fn comparing(&self, results: &[Shared]) -> Option<String> {
        let page = self.comparison.as_ref()?;
        let codes: Vec<String> = results.iter().map(|shared| format!("r={}", shared.to_code(&MODEL))).collect();
        Some(format!("{page}#{}", codes.join("&")))
    }
}

/// What came of copying or saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The address was copied.
    Copied,
    /// The browser lets no address be copied: it is selected.
    Refused,
    /// A file was saved.
    Saved,
    /// A file could not be made.
    Unsaved,
}

/// Whether what the reader does is kept, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// It is, or the reader has done nothing yet: nothing to tell.
    #[default]
    Kept,
    /// It lasts as long as the page.
    Nowhere,
    /// The reader went on in another tab, and finds it here.
    Elsewhere,
}

/// Should you be on social media? The whole quiz, from the first question to the verdict.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let stage = use_stage(props);
    let session = &stage.screen.session;
    let wants_report = session.page() == Page::Result || session.has_result(&MODEL);
    let options = Options { today: props.today, ..session.options() };
    let outcome = use_memo((wants_report, session.answers().clone(), options.clone()), |(wanted, answers, options)| {
        wanted.then(|| Outcome::of(answers, options))
    });
    let outcome = outcome.as_ref().as_ref();
    let is_result = session.page() == Page::Result && stage.screen.ask.is_none();
    // What an hour is worth tells nothing of it.
    let weighing = Options { rate: None, ..options };
    let known = use_firmness(is_result, session.answers(), &weighing);
    use_telling(&stage.screen, outcome.map(|outcome| &outcome.report), &props.on_event);
    let tally = use_node_ref();
    let lines_read = use_lines_read(is_result, &tally);

    let view = stage.view(props);
    let press = |event: Event| props.on_event.reform(move |_: MouseEvent| event.clone());
    let open = props.on_event.reform(|_: yew::Event| Event::Open);
    let arrived = props.opening.arrival.as_deref().zip(props.record.as_deref());
    let is_over = stage.screen.revision + stage.screen.restarts + stage.screen.erasures > 0;
    let arrived = arrived.filter(|_| !is_over);
    let asks = arrived.filter(|(arrival, _)| !stage.screen.has_turned() && !arrival.is_opened());
    use_settling(arrived.is_some() && stage.screen.has_turned() && stage.screen.tried_from.is_none(), &props.on_event);
    let page = match (stage.screen.ask, session.page(), outcome) {
        _ if asks.is_some() => {
            asks.map(|(arrival, record)| ask_arrival(&view, record, arrival, &press)).unwrap_or_default()
        }
        (Some(question), _, _) => ask(&view, question),
        (None, Page::Question { question, then }, _) => question_page(&view, question, then),
        (None, Page::Result, Some(outcome)) => {
            let is_late = known.as_ref().is_some_and(|known| !known.is_of(session.answers(), &weighing));
            let result = ResultView { outcome, known: known.as_deref(), is_late, tally, lines_read };
            let arrived = arrived.map(|(arrival, record)| arrived_note(&view, record, arrival, &props.sharing, &press));
            let taken = props.record.as_deref().map(|record| {
                let shared = share(&view, record, &props.sharing, press, open.clone());
                markup! { {plan(&view, record, outcome)}{shared}{given(&view, record)} }
            });
            let made = props.record.as_deref().map(|record| made(&view, record, &props.sharing));
            markup! { {made}{result_page(&view, &result, arrived, taken, props.cta.as_ref())} }
        }
        // There is always an outcome where the result is shown.
        (None, Page::Answers | Page::Result, outcome) => answers_page(&view, outcome),
    };
    stage.framed(&view, props.keeping, page)
}

/// The questions alone: what a first visit loads. Whoever comes to the result is to be handed over to [`Widget`].
#[component]
pub fn Questions(props: &WidgetProps) -> Html {
    let stage = use_stage(props);
    use_telling(&stage.screen, None, &props.on_event);
    let view = stage.view(props);
    let page = match (stage.screen.ask, stage.screen.session.page()) {
        (Some(question), _) => ask(&view, question),
        (None, Page::Question { question, then }) => question_page(&view, question, then),
        (None, Page::Answers | Page::Result) => paragraph("son-question__hint", view.text(text::RESULT_COMING)),
    };
    stage.framed(&view, props.keeping, page)
}

/// What is on the screen, how to change it, and where its parts are drawn.
struct Stage {
    screen: UseReducerHandle<Screen>,
    act: Callback<Step>,
    frame: NodeRef,
    heading: NodeRef,
    control: NodeRef,
    by_pointer: Rc<RefCell<bool>>,
}

#[hook]
fn use_stage(props: &WidgetProps) -> Stage {
    let opening = props.opening.clone();
    let screen = use_reducer_eq(move || Screen::open(&opening));
    let dispatcher = screen.dispatcher();
    let act = Callback::from(move |step| dispatcher.dispatch(step));
    let (frame, heading, control) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_opening(&props.opening, &act);
    use_pause(screen.draft.leaving, &act);
    use_focus(screen.turn, &frame, &heading, &control);
    Stage { screen, act, frame, heading, control, by_pointer: use_mut_ref(|| false) }
}

impl Stage {
    fn view<'a>(&'a self, props: &'a WidgetProps) -> View<'a> {
        View {
            words: &props.words,
            screen: &self.screen,
            act: self.act.clone(),
            level: props.heading_level.clamp(2, 4) + 1,
            heading: self.heading.clone(),
            control: self.control.clone(),
            by_pointer: Rc::clone(&self.by_pointer),
            today: props.today,
        }
    }

    fn framed(&self, view: &View<'_>, keeping: Keeping, page: Html) -> Html {
        let lang = view.words.lang().code();
        let keeping = match keeping {
            Keeping::Kept => "",
            Keeping::Nowhere => view.text(text::KEEPING_NOWHERE),
            Keeping::Elsewhere => view.text(text::KEEPING_ELSEWHERE),
        };
        markup! {
            <div class="son" part="base" role="group" aria-labelledby="son-title" lang={lang} ref={self.frame.clone()}>
                {head(view)}
                {page}
                <p class="son-keeping" role="status">{keeping}</p>
            </div>
        }
    }
}

impl WidgetProps {
    /// The widget with these words and nothing else set.
    pub fn new(words: Rc<Words>) -> WidgetProps {
        WidgetProps {
            words,
            opening: Opening::default(),
            today: None,
            heading_level: 2,
            record: None,
            cta: None,
            sharing: Sharing::default(),
            keeping: Keeping::default(),
            on_event: Callback::noop(),
        }
    }
}
