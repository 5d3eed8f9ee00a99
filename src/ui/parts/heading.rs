//! Headings, whose level depends on the page around the widget, and other elements whose class is not always the same.

use yew::{
    Html, NodeRef,
    virtual_dom::{AttrValue, AttributeOrProperty, Attributes, VTag},
};

use crate::ui::view::View;

/// The heading of a page, which takes the focus.
pub(crate) fn page_heading(view: &View<'_>, class: &'static str, content: Html) -> Html {
    element(tag(view.level), class, Some("-1"), view.heading.clone(), content)
}

/// A heading of a level.
pub(super) fn heading(level: u8, class: &'static str, content: Html) -> Html {
    classed(tag(level), class, content)
}

/// A small heading within a section.
pub(crate) fn sub(view: &View<'_>, text: &str) -> Html {
    sub_of(view.level + 1, text)
}

/// A small heading of a level.
pub(super) fn sub_of(level: u8, text: &str) -> Html {
    heading(level, "son-sub", text.into())
}

/// A paragraph.
pub(crate) fn paragraph(class: &'static str, text: &str) -> Html {
    classed("p", class, text.into())
}

/// An element with a class.
pub(crate) fn classed(tag: &'static str, class: &'static str, content: Html) -> Html {
    element(tag, class, None, NodeRef::default(), content)
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

/// Built by hand: a class that is no literal would bring Yew's sets of classes into the module, 2 KB for nothing.
pub(super) fn element(
    tag: &'static str,
    class: &'static str,
    tabindex: Option<&'static str>,
    node: NodeRef,
    content: Html,
) -> Html {
    let attribute = |value| AttributeOrProperty::Attribute(AttrValue::Static(value));
    let values = Box::new([Some(attribute(class)), tabindex.map(attribute)]);
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic { keys: &["class", "tabindex"], values });
    element.node_ref = node;
    element.add_child(content);
    element.into()
}
