//! The page that compares results, as JavaScript holds it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::value::{field, read, text};
use crate::content::{ComparisonWords, MODEL};
use crate::domain::{Date, Shared};
use crate::session::Session;
use crate::ui::{Comparison as Page, ComparisonProps, Files};

/// The page, drawn in an element.
#[wasm_bindgen]
pub struct Comparison {
    app: RefCell<AppHandle<Page>>,
    props: RefCell<ComparisonProps>,
}

#[wasm_bindgen]
impl Comparison {
    /// Draws the page in `root`, in place of what is there. `ready` is called when that is done, `changed` with the fragment
    /// whenever it is another one.
    ///
    /// # Errors
    ///
    /// If the words are not those of this build.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, settings: &JsValue, ready: Function, changed: Function) -> Result<Comparison, JsError> {
        let of = |name: &str| text(settings, name).unwrap_or_default();
        let words = super::read_words(&of("lang"), &of("words"))?;
        let says = ComparisonWords::parse(words.lang(), &of("recordWords"))?;
        let props = ComparisonProps {
            fragment: of("fragment").into(),
            typed: of("typed").into(),
            mine: mine(settings),
            today: Date::read(&of("today")),
            // A fault in a listener is the listener's.
            on_ready: Callback::from(move |()| drop(ready.call0(&JsValue::NULL))),
            on_change: Callback::from(move |fragment: String| drop(changed.call1(&JsValue::NULL, &fragment.into()))),
            ..ComparisonProps::new(Rc::new(words), Rc::new(says))
        };
        let app = Renderer::<Page>::with_root_and_props(root, props.clone()).render();
        Ok(Comparison { app: RefCell::new(app), props: RefCell::new(props) })
    }

    /// Takes files that the reader has chosen or dropped: `[{ name, content }]`, no content where it is not JSON.
    pub fn bring(&self, files: &Array) {
        let file =
            |file: JsValue| (text(&file, "name").unwrap_or_default(), field(&file, "content").map(|it| read(&it)));
        let mut props = self.props.borrow_mut();
        props.files = Files { revision: props.files.revision + 1, files: files.iter().map(file).collect() };
        self.app.borrow_mut().update(props.clone());
    }
}

/// What this device keeps, if it is a result.
fn mine(settings: &JsValue) -> Option<Shared> {
    let (session, shared) = Session::restore(&MODEL, &read(&field(settings, "record")?)).ok()?;
    session.has_result(&MODEL).then_some(shared)
}
