//! The shadow root that the component is drawn in, and its styles.

use web_sys::js_sys::Array;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};
use yew::{NodeRef, hook, use_effect_with, use_state};

/// Those of the custom element.
const STYLES: &str = concat!(include_str!("../../styles/tokens.css"), include_str!("../../styles/widget.css"));

thread_local! {
    /// One for all quizzes of the page. Adopted, it needs no leave of the page's content security policy.
    static SHEET: Option<CssStyleSheet> = sheet();
}

/// Where to draw inside a shadow root of `host`; none until the host is on the page.
#[hook]
pub(super) fn use_shadow(host: &NodeRef) -> Option<Element> {
    let inside = use_state(|| None);
    let (setter, host) = (inside.setter(), host.clone());
    use_effect_with((), move |()| setter.set(host.cast::<Element>().and_then(|host| open(&host))));
    (*inside).clone()
}

/// A root is no element, and Yew draws in elements: the root is given one.
fn open(host: &Element) -> Option<Element> {
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    SHEET.with(|sheet| root.set_adopted_style_sheets(&sheet.iter().collect::<Array>()));
    let inside = host.owner_document()?.create_element("div").ok()?;
    root.append_child(&inside).ok()?;
    Some(inside)
}

fn sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(STYLES).ok()?;
    Some(sheet)
}
