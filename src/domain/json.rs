//! JSON as it is written: compact, of ids and whole numbers, which need no escaping.

/// JSON as it is written. Every text is an id of the model, which needs no escaping.
#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// A comma, unless something was just opened or named.
    pub(super) fn item(&mut self) -> &mut Json {
        if !matches!(self.0.chars().last(), None | Some('{' | '[' | ':')) {
            self.0.push(',');
        }
        self
    }

    pub(super) fn field(&mut self, name: &str) -> &mut Json {
        self.item().quote(name);
        self.0.push(':');
        self
    }

    pub(super) fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub(super) fn quote(&mut self, text: &str) {
        self.0.push('"');
        self.0.push_str(text);
        self.0.push('"');
    }

    pub(super) fn text(&mut self, text: &str) {
        self.item().quote(text);
    }

    pub(super) fn raw(&mut self, raw: &str) {
        self.item().0.push_str(raw);
    }

    pub(super) fn number(&mut self, number: i32) {
        self.raw(&number.to_string());
    }

    /// A field that lists a record for each row.
    pub(super) fn list<T>(&mut self, name: &str, rows: &[T], write: impl Fn(&T, &mut Json)) {
        self.field(name).open('[');
        for row in rows {
            self.item().open('{');
            write(row, self);
            self.close('}');
        }
        self.close(']');
    }

    pub(super) fn texts(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        self.open('[');
        for text in texts {
            self.text(text);
        }
        self.close(']');
    }
}
