//! The page that compares results: owns what was gathered, and draws it side by side.

use std::rc::Rc;

use yew::{
    AttrValue, Callback, Html, Properties, component, use_effect_with, use_memo, use_mut_ref, use_node_ref,
    use_reducer_eq,
};

use super::{
    board::{Board, Deed, Files},
    hooks::use_focus,
    markup::markup,
    pages::comparison_page,
    side_by_side::{BoardView, SideBySide},
};
use crate::content::{ComparisonWords, Words};
use crate::domain::{Date, Shared};

/// Properties of [`Comparison`].
#[derive(Properties, Clone, PartialEq)]
pub struct ComparisonProps {
    /// The words of questions, answers and verdicts.
    pub words: Rc<Words>,
    /// The words of this page, in the same language.
    pub says: Rc<ComparisonWords>,
    /// The fragment that the page is opened on: `r=CODE&r=CODE`.
    #[prop_or_default]
    pub fragment: AttrValue,
    /// What the reader has written before the page was ready.
    #[prop_or_default]
    pub typed: AttrValue,
    /// The result that this device keeps.
    #[prop_or_default]
    pub mine: Option<Shared>,
    /// Files that the reader has chosen or dropped.
    #[prop_or_default]
    pub files: Files,
    /// The day of reading.
    #[prop_or_default]
    pub today: Option<Date>,
    /// Called when it is drawn for the first time.
    #[prop_or_default]
    pub on_ready: Callback<()>,
    /// Called with the fragment that opens the page on what it shows, when that has changed.
    #[prop_or_default]
    pub on_change: Callback<String>,
}

/// Two to eight results side by side, from links or files.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let opening = props.clone();
    let board = use_reducer_eq(move || Board::open(&opening.fragment, opening.mine.clone(), opening.typed.to_string()));
    let dispatcher = board.dispatcher();
    let act = Callback::from(move |deed| dispatcher.dispatch(deed));
    let (frame, heading, field) = (use_node_ref(), use_node_ref(), use_node_ref());

    let on_ready = props.on_ready.clone();
    use_effect_with((), move |()| on_ready.emit(()));
    let bring = act.clone();
    use_effect_with(props.files.clone(), move |brought| {
        if brought.revision > 0 {
            bring.emit(Deed::Bring(brought.clone()));
        }
    });
    // What the page was opened on stays in its address until the reader does something.
    let (told, on_change) = (use_mut_ref(|| board.fragment()), props.on_change.clone());
    use_effect_with(board.fragment(), move |fragment| {
        if told.replace(fragment.clone()) != *fragment {
            on_change.emit(fragment.clone());
        }
    });
    // Where the last result is gone, so is the heading of the results.
    use_focus(board.turn, &frame, &heading, &field);

    let order = board.order();
    let shared: Vec<Shared> = order.iter().map(|place| board.entries[*place].shared.clone()).collect();
    let found =
        use_memo((shared, board.is_one_person()), |(shared, is_one_person)| SideBySide::of(shared, *is_one_person));
    let view = BoardView {
        words: &props.words,
        says: &props.says,
        board: &board,
        order: &order,
        act,
        heading,
        field: if board.entries.is_empty() { field } else { Default::default() },
        today: props.today,
    };
    markup! {
        <div class="son" lang={props.words.lang().code()} ref={frame}>
            {comparison_page(&view, (*found).as_ref())}
        </div>
    }
}

impl ComparisonProps {
    /// The page with these words, and nothing on it yet.
    pub fn new(words: Rc<Words>, says: Rc<ComparisonWords>) -> ComparisonProps {
        ComparisonProps {
            words,
            says,
            fragment: AttrValue::default(),
            typed: AttrValue::default(),
            mine: None,
            files: Files::default(),
            today: None,
            on_ready: Callback::noop(),
            on_change: Callback::noop(),
        }
    }
}
