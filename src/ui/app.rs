//! The whole widget: owns what is on the screen, and shows one page of it.

use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, Properties, component, html, use_memo, use_mut_ref, use_node_ref, use_reducer_eq,
};

use super::{
    event::Event,
    hooks::{FirmnessRequest, use_firmness, use_focus, use_lines_read, use_opening, use_pause, use_telling},
    pages::{answers_page, question_page, result_page},
    parts::{ask, head},
    screen::{Opening, Screen},
    view::View,
};
use crate::content::{MODEL, Words};
use crate::domain::{Date, Evaluator, Options, Report};
use crate::session::Page;

/// Properties of [`SocialOrNot`].
#[derive(Properties, Clone, PartialEq)]
pub struct SocialOrNotProps {
    /// The words; of another language, they change while everything else stays.
    pub words: Rc<Words>,
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
    /// Reckons how firm a result is.
    #[prop_or_else(|| Callback::from(FirmnessRequest::reply_here))]
    pub on_firmness: Callback<FirmnessRequest>,
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

/// A report with what it takes to draw it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) evaluator: Evaluator,
    pub(crate) report: Rc<Report>,
    /// After each line of the ledger: the running total, and the same on the scale from −100 to +100.
    pub(crate) totals: Rc<[(i32, i32)]>,
}

impl Outcome {
    fn of(evaluator: Evaluator, report: Report) -> Outcome {
        let mut total = 0;
        let (pros, cons): (Vec<_>, Vec<_>) = report.ledger.iter().partition(|entry| entry.side.signed(1) > 0);
        let after = |points: i32| {
            total += points;
            (total, evaluator.scale(total))
        };
        let totals = pros.iter().chain(&cons).map(|entry| entry.side.signed(entry.points)).map(after).collect();
        Outcome { evaluator, report: Rc::new(report), totals }
    }
}

/// Should you be on social media? The whole quiz, from the first question to the verdict.
#[component]
pub fn SocialOrNot(props: &SocialOrNotProps) -> Html {
    let opening = props.opening.clone();
    let screen = use_reducer_eq(move || Screen::open(&opening));
    let dispatcher = screen.dispatcher();
    let act = Callback::from(move |step| dispatcher.dispatch(step));
    let session = &screen.session;
    let wants_report = session.page() == Page::Result || session.has_result(&MODEL);
    let options = Options { today: props.today, ..session.options() };
    let outcome = use_memo((wants_report, session.answers().clone(), options.clone()), |(wanted, answers, options)| {
        wanted.then(|| {
            let evaluator = Evaluator::new(&MODEL, options.clone());
            let report = evaluator.evaluate(answers);
            Outcome::of(evaluator, report)
        })
    });
    let outcome = outcome.as_ref().as_ref();
    let is_shown = outcome.is_some() && session.page() == Page::Result;
    let known = use_firmness(is_shown, session.answers(), &options, &props.on_firmness);
    let (frame, heading, control, tally) = (use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref());
    use_opening(&props.opening, &act);
    use_pause(screen.draft.leaving, &act);
    use_focus(screen.turn, &frame, &heading, &control);
    use_telling(&screen, outcome.map(|outcome| &outcome.report), &props.on_event);

    let is_result = session.page() == Page::Result && screen.ask.is_none();
    let view = View {
        words: &props.words,
        screen: &screen,
        act,
        level: props.heading_level.clamp(2, 4) + 1,
        heading,
        control,
        lines_read: use_lines_read(is_result, &tally),
        tally,
        by_pointer: use_mut_ref(|| false),
        options: &options,
        verdict: outcome.map(|outcome| outcome.report.verdict),
        known: known.as_deref(),
        today: props.today,
    };
    let page = match (screen.ask, session.page(), outcome) {
        (Some(question), _, _) => ask(&view, question),
        (None, Page::Question { question, then }, _) => question_page(&view, question, then),
        (None, Page::Result, Some(outcome)) => result_page(&view, outcome, props.cta.as_ref()),
        // There is always an outcome where the result is shown.
        (None, Page::Answers | Page::Result, outcome) => answers_page(&view, outcome),
    };
    html! {
        <div class="son" part="base" role="group" aria-labelledby="son-title" lang={props.words.lang().code()} ref={frame}>
            {head(&view)}
            {page}
        </div>
    }
}

impl SocialOrNotProps {
    /// The widget with these words and nothing else set.
    pub fn new(words: Rc<Words>) -> SocialOrNotProps {
        SocialOrNotProps {
            words,
            opening: Opening::default(),
            today: None,
            heading_level: 2,
            cta: None,
            on_firmness: Callback::from(FirmnessRequest::reply_here),
            on_event: Callback::noop(),
        }
    }
}
