//! `markup!`: Yew's `html!` for elements that nobody presses or types in, smaller in WebAssembly.
//!
//! `html!` writes the code that fills each element's structure out in place. `markup!` reads the same notation and writes a few
//! calls instead, about a hundred bytes less for each element. It leaves out what only interactive elements need: listeners and properties.
//! Those are drawn with `html!` and put in like any other content.

use std::mem;

use yew::{
    Html, NodeRef,
    virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, VList, VTag},
};

/// What is known of an element when the program is written.
pub(crate) struct Shape {
    pub(crate) tag: &'static str,
    /// Names of all attributes; those of fixed value come first.
    pub(crate) names: &'static [&'static str],
    pub(crate) fixed: &'static [&'static str],
}

/// Elements as they are drawn, from the outside to the inside and from the first to the last.
#[derive(Default)]
pub(crate) struct Markup {
    open: Vec<Open>,
    /// What is in the innermost open element so far.
    children: Vec<Html>,
}

struct Open {
    /// None: a list without an element around it.
    shape: Option<&'static Shape>,
    values: Vec<Option<AttributeOrProperty>>,
    node: NodeRef,
    key: Option<Key>,
    /// What is before it in the element around it.
    before: Vec<Html>,
}

impl Markup {
    #[inline(never)]
    pub(crate) fn open(&mut self, shape: &'static Shape) {
        self.list();
        if let Some(open) = self.open.last_mut() {
            let fixed = |value: &&'static str| Some(AttributeOrProperty::Attribute(AttrValue::Static(value)));
            open.shape = Some(shape);
            open.values = shape.fixed.iter().map(fixed).collect();
        }
    }

    /// Opens a list: one place among its siblings, however much is in it, so that those stay in theirs.
    #[inline(never)]
    pub(crate) fn list(&mut self) {
        let before = mem::take(&mut self.children);
        self.open.push(Open { shape: None, values: Vec::new(), node: NodeRef::default(), key: None, before });
    }

    /// The next attribute's value.
    pub(crate) fn value(&mut self, value: impl Value) {
        value.put(self);
    }

    #[inline(never)]
    fn push_value(&mut self, value: Option<AttrValue>) {
        if let Some(open) = self.open.last_mut() {
            open.values.push(value.map(AttributeOrProperty::Attribute));
        }
    }

    /// Where the open element is drawn.
    pub(crate) fn node(&mut self, node: NodeRef) {
        if let Some(open) = self.open.last_mut() {
            open.node = node;
        }
    }

    /// What tells the open element from others in its place.
    pub(crate) fn key(&mut self, key: &'static str) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(key.into());
        }
    }

    pub(crate) fn add(&mut self, content: impl Content) {
        content.put(self);
    }

    /// Closes what was opened last.
    #[inline(never)]
    pub(crate) fn close(&mut self) {
        if let Some(Open { shape, values, node, key, before }) = self.open.pop() {
            let list: Html = VList::with_children(mem::replace(&mut self.children, before), None).into();
            let closed = match shape {
                None => list,
                Some(shape) => {
                    let mut tag = VTag::new(shape.tag);
                    tag.node_ref = node;
                    tag.key = key;
                    tag.set_attributes(Attributes::Dynamic { keys: shape.names, values: values.into_boxed_slice() });
                    tag.add_child(list);
                    tag.into()
                }
            };
            self.children.push(closed);
        }
    }

    #[inline(never)]
    pub(crate) fn into_html(mut self) -> Html {
        match self.children.pop() {
            Some(only) if self.children.is_empty() => only,
            last => {
                self.children.extend(last);
                VList::with_children(self.children, None).into()
            }
        }
    }
}

/// What can stand in an element.
pub(crate) trait Content {
    fn put(self, out: &mut Markup);
}

impl Content for Html {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.children.push(self);
    }
}

impl Content for &str {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.children.push(self.into());
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.children.push(self.into());
    }
}

impl Content for Option<Html> {
    fn put(self, out: &mut Markup) {
        out.add(self.unwrap_or_default());
    }
}

impl Content for Vec<Html> {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.children.push(VList::with_children(self, None).into());
    }
}

/// What an attribute can be; without a value it is left out.
pub(crate) trait Value {
    fn put(self, out: &mut Markup);
}

impl Value for &'static str {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.push_value(Some(AttrValue::Static(self)));
    }
}

impl Value for String {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.push_value(Some(self.into()));
    }
}

impl Value for AttrValue {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.push_value(Some(self));
    }
}

impl Value for Option<&'static str> {
    #[inline(never)]
    fn put(self, out: &mut Markup) {
        out.push_value(self.map(AttrValue::Static));
    }
}

/// Elements, in the notation of Yew's `html!`.
macro_rules! markup {
    ($($markup:tt)*) => {{
        let mut out = $crate::ui::markup::Markup::default();
        $crate::ui::markup::draw!(out $($markup)*);
        out.into_html()
    }};
}

/// Draws the markup that is left, from its beginning.
macro_rules! draw {
    ($out:ident) => {};
    // Fragments leave no trace: what is drawn in a row is a list.
    ($out:ident < > $($rest:tt)*) => { $crate::ui::markup::draw!($out $($rest)*) };
    ($out:ident < / > $($rest:tt)*) => { $crate::ui::markup::draw!($out $($rest)*) };
    ($out:ident < / $tag:ident > $($rest:tt)*) => {
        $out.close();
        $crate::ui::markup::draw!($out $($rest)*)
    };
    ($out:ident < $tag:ident $($rest:tt)*) => { $crate::ui::markup::tag!($out $tag [] [] [] $($rest)*) };
    ($out:ident if $($rest:tt)*) => { $crate::ui::markup::choice!($out [] $($rest)*) };
    ($out:ident { for $items:expr } $($rest:tt)*) => {
        $out.list();
        for item in $items {
            $out.add(item);
        }
        $out.close();
        $crate::ui::markup::draw!($out $($rest)*)
    };
    ($out:ident { $content:expr } $($rest:tt)*) => {
        $out.add($content);
        $crate::ui::markup::draw!($out $($rest)*)
    };
}

/// Reads a tag: fixed attributes, those to be reckoned, and other calls, until it ends.
macro_rules! tag {
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] [$($call:tt)*] / > $($rest:tt)*) => {
        $crate::ui::markup::open!($out $tag [$($fixed)*] [$($value)*] [$($call)*]);
        $out.close();
        $crate::ui::markup::draw!($out $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] [$($call:tt)*] > $($rest:tt)*) => {
        $crate::ui::markup::open!($out $tag [$($fixed)*] [$($value)*] [$($call)*]);
        $crate::ui::markup::draw!($out $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] [$($call:tt)*] key = $key:literal $($rest:tt)*) => {
        $crate::ui::markup::tag!($out $tag [$($fixed)*] [$($value)*] [$($call)* (key, $key)] $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] [$($call:tt)*] ref = { $node:expr } $($rest:tt)*) => {
        $crate::ui::markup::tag!($out $tag [$($fixed)*] [$($value)*] [$($call)* (node, $node)] $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] $calls:tt $name:ident $(- $more:ident)* = $text:literal $($rest:tt)*) => {
        $crate::ui::markup::tag!($out $tag [$($fixed)* (concat!(stringify!($name) $(, "-", stringify!($more))*), $text)] [$($value)*] $calls $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] $calls:tt $name:ident $(- $more:ident)* = { $text:expr } $($rest:tt)*) => {
        $crate::ui::markup::tag!($out $tag [$($fixed)*] [$($value)* (concat!(stringify!($name) $(, "-", stringify!($more))*), $text)] $calls $($rest)*)
    };
    ($out:ident $tag:ident [$($fixed:tt)*] [$($value:tt)*] $calls:tt { $name:ident } $($rest:tt)*) => {
        $crate::ui::markup::tag!($out $tag [$($fixed)*] [$($value)* (stringify!($name), $name)] $calls $($rest)*)
    };
}

/// Opens an element with all its attributes.
macro_rules! open {
    ($out:ident $tag:ident [$(($fixed:expr, $text:literal))*] [$(($name:expr, $value:expr))*] [$(($call:ident, $what:expr))*]) => {
        $out.open({
            const SHAPE: &$crate::ui::markup::Shape = &$crate::ui::markup::Shape {
                tag: stringify!($tag),
                names: &[$($fixed,)* $($name,)*],
                fixed: &[$($text),*],
            };
            SHAPE
        });
        $($out.value($value);)*
        $($out.$call($what);)*
    };
}

/// Reads a condition up to its block.
macro_rules! choice {
    ($out:ident [$($condition:tt)*] { $($markup:tt)* } else { $($other:tt)* } $($rest:tt)*) => {
        $out.list();
        if $($condition)* {
            $crate::ui::markup::draw!($out $($markup)*);
        } else {
            $crate::ui::markup::draw!($out $($other)*);
        }
        $out.close();
        $crate::ui::markup::draw!($out $($rest)*)
    };
    ($out:ident [$($condition:tt)*] { $($markup:tt)* } $($rest:tt)*) => {
        $crate::ui::markup::choice!($out [$($condition)*] { $($markup)* } else {} $($rest)*)
    };
    ($out:ident [$($condition:tt)*] $next:tt $($rest:tt)*) => {
        $crate::ui::markup::choice!($out [$($condition)* $next] $($rest)*)
    };
}

pub(crate) use {choice, draw, markup, open, tag};
