//! A place in a TOML file that is read, with its key for messages.

use toml::{Table, Value};

use crate::fault::Faults;

/// A value in a file, its dotted key, and the list that its faults go to.
#[derive(Clone)]
pub(crate) struct Node<'a> {
    pub(crate) file: &'a str,
    pub(crate) key: String,
    value: At<'a>,
    pub(crate) faults: &'a Faults,
}

#[derive(Clone, Copy)]
enum At<'a> {
    Table(&'a Table),
    Value(&'a Value),
}

impl<'a> Node<'a> {
    pub(crate) fn root(file: &'a str, table: &'a Table, faults: &'a Faults) -> Node<'a> {
        Node { file, key: String::new(), value: At::Table(table), faults }
    }

    pub(crate) fn fault(&self, message: impl Into<String>) {
        self.faults.add(self.file, &self.key, message);
    }

    fn below(&self, name: &str, value: &'a Value) -> Node<'a> {
        let key = if self.key.is_empty() { name.to_owned() } else { format!("{}.{name}", self.key) };
        Node { file: self.file, key, value: At::Value(value), faults: self.faults }
    }

    fn as_table(&self) -> Option<&'a Table> {
        match self.value {
            At::Table(table) => Some(table),
            At::Value(value) => value.as_table(),
        }
    }

    pub(crate) fn is_table(&self) -> bool {
        self.as_table().is_some()
    }

    fn expected<T: Default>(&self, what: &str) -> T {
        self.fault(format!("expected {what}"));
        T::default()
    }

    /// The rows of a table, in the order of the file.
    pub(crate) fn rows(&self) -> Vec<(String, Node<'a>)> {
        match self.as_table() {
            Some(table) => table.iter().map(|(name, value)| (name.clone(), self.below(name, value))).collect(),
            None => self.expected("a table"),
        }
    }

    /// A key that may be left out.
    pub(crate) fn get(&self, name: &str) -> Option<Node<'a>> {
        self.as_table()?.get(name).map(|value| self.below(name, value))
    }

    /// Reads a key that must be there; the default, with a fault, if it is missing.
    pub(crate) fn need<T: Default>(&self, name: &str, read: impl FnOnce(&Node<'a>) -> T) -> T {
        match self.get(name) {
            Some(node) => read(&node),
            None => {
                self.fault(format!("`{name}` is missing"));
                T::default()
            }
        }
    }

    /// A fault for every key that is not among these.
    pub(crate) fn only(&self, names: &[&str]) {
        for (name, node) in self.rows() {
            if !names.contains(&name.as_str()) {
                node.fault(format!("unknown; known here are {}", names.join(", ")));
            }
        }
    }

    pub(crate) fn text(&self) -> String {
        match self.value {
            At::Value(Value::String(text)) => text.clone(),
            _ => self.expected("a text"),
        }
    }

    pub(crate) fn flag(&self) -> bool {
        match self.value {
            At::Value(Value::Boolean(flag)) => *flag,
            _ => self.expected("true or false"),
        }
    }

    pub(crate) fn whole(&self) -> i64 {
        match self.value {
            At::Value(Value::Integer(number)) => *number,
            _ => self.expected("a whole number"),
        }
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn within(&self, least: i64, most: i64) -> i64 {
        let number = self.whole();
        if !(least..=most).contains(&number) {
            self.fault(format!("{number} is not within {least} to {most}"));
        }
        number
    }

    /// A number as so many parts of 1 (10: in tenths), if it is a whole number of them.
    pub(crate) fn parts(&self, parts: i32) -> i32 {
        let number = match self.value {
            At::Value(Value::Integer(number)) => *number as f64,
            At::Value(Value::Float(number)) => *number,
            _ => return self.expected("a number"),
        };
        let scaled = (number * f64::from(parts)).round();
        if (scaled / f64::from(parts) - number).abs() > 1e-9 || scaled.abs() > f64::from(i32::MAX) {
            self.fault(format!("{number} is too large, or finer than 1/{parts}"));
        }
        scaled as i32
    }

    /// The items of a list, each with its place in its key.
    pub(crate) fn items(&self) -> Vec<Node<'a>> {
        match self.value {
            At::Value(Value::Array(items)) => {
                items.iter().enumerate().map(|(place, item)| self.below(&place.to_string(), item)).collect()
            }
            _ => self.expected("a list"),
        }
    }

    pub(crate) fn texts(&self) -> Vec<String> {
        self.items().iter().map(Node::text).collect()
    }
}
