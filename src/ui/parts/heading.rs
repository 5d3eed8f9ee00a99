//! Headings, whose level depends on the page around the widget.

use yew::{Html, NodeRef, html};

use crate::ui::view::View;

/// The heading of a page, which takes the focus.
pub(crate) fn page_heading(view: &View<'_>, class: &'static str, content: Html) -> Html {
    tagged(view.level, class, Some("-1"), view.heading.clone(), content)
}

/// A heading of a level.
pub(crate) fn heading(level: u8, class: &'static str, content: Html) -> Html {
    tagged(level, class, None, NodeRef::default(), content)
}

/// A small heading within a section.
pub(crate) fn sub(view: &View<'_>, text: &str) -> Html {
    heading(view.level + 1, "son-sub", text.into())
}

fn tagged(level: u8, class: &'static str, tabindex: Option<&'static str>, node: NodeRef, content: Html) -> Html {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    };
    html! { <@{tag} {class} {tabindex} ref={node}>{content}</@> }
}
