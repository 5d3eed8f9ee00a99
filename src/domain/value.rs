//! A tree of plain data, as JSON has it: what answers and options are read from, whatever brought them.

/// A value from outside, not yet believed.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: "I don't know".
    Null,
    /// True or false.
    Bool(bool),
    /// A number, and how it was written. The spelling is kept so that a message can quote it without code that formats
    /// floating-point numbers (7 KB of WebAssembly).
    Number(f64, String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values in the order given. A key given twice is kept twice, so that it can be refused.
    Record(Vec<(String, Value)>),
}

impl Value {
    /// A record of the given keys and values.
    pub fn record<'a>(rows: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
        Value::Record(rows.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// A list of texts.
    pub fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> Value {
        Value::List(texts.into_iter().map(Value::text).collect())
    }

    /// A text.
    pub fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    /// The value as a message quotes it: texts in back-quotes, lists and records in a few words.
    pub fn quoted(&self) -> String {
        match self {
            Value::Null => "null".to_owned(),
            Value::Bool(true) => "true".to_owned(),
            Value::Bool(false) => "false".to_owned(),
            Value::Number(_, spelling) => spelling.clone(),
            Value::Text(text) => format!("`{text}`"),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(Value::quoted).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Record(_) => "a record".to_owned(),
        }
    }
}
