//! The page that compares results: what brings them in, the results themselves, and what there is to say of them.

use yew::Html;

use crate::ui::{
    markup::markup,
    parts::{add_result, apart, changes, meetings, results},
    side_by_side::{BoardView, SideBySide},
};

pub(crate) fn comparison_page(view: &BoardView<'_>, found: Option<&SideBySide>) -> Html {
    let account = found.filter(|found| found.is_several()).map(|found| match &found.changes {
        Some(rows) => changes(view, found, rows),
        None => markup! { {apart(view, found)}{meetings(view, found)} },
    });
    markup! {
        {add_result(view)}
        {results(view, found)}
        {account}
    }
}
