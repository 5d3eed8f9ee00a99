//! Headings, whose level depends on the page around the widget.

use yew::{AttrValue, Html, NodeRef, html};

/// The heading of a page, which takes the focus; further headings follow below its level.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) node: NodeRef,
}

impl Heading {
    /// The page's heading.
    pub(crate) fn view(&self, class: &'static str, text: Html) -> Html {
        html! { <@{tag(self.level)} {class} tabindex="-1" ref={self.node.clone()}>{text}</@> }
    }
}

/// A heading of a level.
pub(crate) fn heading(level: u8, class: &'static str, text: impl Into<Html>) -> Html {
    html! { <@{tag(level)} {class}>{text.into()}</@> }
}

/// A small heading within a section.
pub(crate) fn sub(level: u8, text: &str) -> Html {
    heading(level, "son-sub", AttrValue::from(text.to_owned()))
}

fn tag(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}
