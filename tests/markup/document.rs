//! Reads rendered markup back, as far as the tests need it.

/// An element with its attributes and all text within it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    pub(crate) text: String,
    /// The elements around it, outermost first, by their position in the document.
    around: Vec<usize>,
}

/// All elements of a screen, in order.
pub(crate) struct Document {
    pub(crate) elements: Vec<Element>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn is(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|other| other == class))
    }

    /// The text without the spaces around it.
    pub(crate) fn says(&self) -> &str {
        self.text.trim()
    }

    /// An attribute that is a number, with or without a percent sign.
    #[track_caller]
    pub(crate) fn number(&self, name: &str) -> f64 {
        let text = self.attribute(name).unwrap_or_else(|| panic!("{name} of {self:?}"));
        text.trim_end_matches('%').parse().unwrap_or_else(|_| panic!("{name}=\"{text}\" is no number"))
    }
}

impl Document {
    pub(crate) fn read(markup: &str) -> Document {
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut rest = markup;
        while let Some((text, after)) = rest.split_once('<') {
            for element in &open {
                elements[*element].text.push_str(&decoded(text));
            }
            let (tag, after) = after.split_once('>').expect("a tag ends");
            rest = after;
            if tag.starts_with('/') {
                open.pop();
                continue;
            }
            let element = Element { around: open.clone(), ..element(tag) };
            let is_void = matches!(element.tag.as_str(), "input" | "br" | "link");
            elements.push(element);
            if !is_void {
                open.push(elements.len() - 1);
            }
        }
        assert!(open.is_empty(), "everything that is opened is closed");
        Document { elements }
    }

    /// Elements of a class.
    pub(crate) fn all(&self, class: &str) -> Vec<&Element> {
        self.elements.iter().filter(|element| element.is(class)).collect()
    }

    /// The one element of a class.
    #[track_caller]
    pub(crate) fn one(&self, class: &str) -> &Element {
        match self.all(class).as_slice() {
            [element] => element,
            others => panic!("{} elements are .{class}", others.len()),
        }
    }

    /// Elements of a tag.
    pub(crate) fn tagged(&self, tag: &str) -> Vec<&Element> {
        self.elements.iter().filter(|element| element.tag == tag).collect()
    }

    /// Elements within another one.
    pub(crate) fn within(&self, outer: &Element) -> Vec<&Element> {
        let place = self.elements.iter().position(|element| std::ptr::eq(element, outer)).expect("of this document");
        self.elements.iter().filter(|element| element.around.contains(&place)).collect()
    }

    /// The elements around another one.
    pub(crate) fn around(&self, inner: &Element) -> Vec<&Element> {
        inner.around.iter().map(|place| &self.elements[*place]).collect()
    }
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut element = Element { tag: name.to_owned(), ..Element::default() };
    while !rest.is_empty() {
        let name = rest.split([' ', '=']).next().unwrap_or_default();
        let after = &rest[name.len()..];
        // An attribute may stand without a value: `checked`.
        let (value, after) = match after.strip_prefix("=\"") {
            Some(after) => after.split_once('"').expect("a value ends"),
            None => ("", after),
        };
        element.attributes.push((name.to_owned(), decoded(value)));
        rest = after.trim_start();
    }
    element
}

fn decoded(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#x2F;", "/").replace("&amp;", "&")
}
