//! JSON as it is written: compact.

use std::fmt::Write;

/// JSON as it is written. Texts are ids of the model, which need no escaping, but for those that [`Json::words`] writes.
#[derive(Default)]
pub(crate) struct Json(String);

impl Json {
    /// What was written.
    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// A comma, unless something was just opened or named.
    pub(crate) fn item(&mut self) -> &mut Json {
        if !matches!(self.0.chars().last(), None | Some('{' | '[' | ':')) {
            self.0.push(',');
        }
        self
    }

    pub(crate) fn field(&mut self, name: &str) -> &mut Json {
        self.item().quote(name);
        self.0.push(':');
        self
    }

    pub(crate) fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(crate) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(crate) fn quote(&mut self, text: &str) {
        self.0.push('"');
        self.0.push_str(text);
        self.0.push('"');
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.item().quote(text);
    }

    /// A text of any kind.
    pub(crate) fn words(&mut self, text: &str) {
        quote(&mut self.item().0, text);
    }

    pub(crate) fn raw(&mut self, raw: &str) {
        self.item().0.push_str(raw);
    }

    pub(crate) fn number(&mut self, number: i32) {
        self.raw(&number.to_string());
    }

    /// A field that lists a record for each row.
    pub(crate) fn list<T>(&mut self, name: &str, rows: &[T], write: impl Fn(&T, &mut Json)) {
        self.field(name).open('[');
        for row in rows {
            self.item().open('{');
            write(row, self);
            self.close('}');
        }
        self.close(']');
    }

    pub(crate) fn texts(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        self.open('[');
        for text in texts {
            self.text(text);
        }
        self.close(']');
    }
}

/// A text of any kind as JSON. Ours have no control signs, but nothing here depends on that.
pub(crate) fn quote(json: &mut String, text: &str) {
    json.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => json.extend(['\\', sign]),
            sign if sign < ' ' => drop(write!(json, "\\u{:04x}", sign as u32)),
            sign => json.push(sign),
        }
    }
    json.push('"');
}
