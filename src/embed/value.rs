//! JavaScript's values as plain data. By hand: serde would cost 12 KB of WebAssembly.

use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::Value;

/// Answers and options are never deeper; what is, is refused by whoever reads it.
const DEEPEST: usize = 4;

/// A value from JavaScript as plain data.
pub(super) fn read(value: &JsValue) -> Value {
    read_within(value, DEEPEST)
}

fn read_within(value: &JsValue, depth: usize) -> Value {
    if value.is_null() || value.is_undefined() {
        return Value::Null;
    }
    if let Some(truth) = value.as_bool() {
        return Value::Bool(truth);
    }
    if let Some(number) = value.as_f64() {
        // Spelled by JavaScript: the code that formats floating-point numbers weighs 7 KB.
        return Value::Number(number, spelling(value));
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if depth == 0 || !value.is_object() {
        // A function, a symbol, a big integer, or an object that contains itself.
        return Value::Text(value.js_typeof().as_string().unwrap_or_default());
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return Value::List(items.iter().map(|item| read_within(&item, depth - 1)).collect());
    }
    let entries = Object::entries(value.unchecked_ref());
    let rows = entries.iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        let (key, value) = (entry.get(0).as_string()?, entry.get(1));
        // As in JSON: a key without a value is no key.
        (!value.is_undefined()).then(|| (key, read_within(&value, depth - 1)))
    });
    Value::Record(rows.collect())
}

fn spelling(number: &JsValue) -> String {
    js_sys::Number::unchecked_from_js_ref(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// A property of an object; none if it is missing, undefined or null.
pub(super) fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &JsString::from(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property that is a text.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name)?.as_string()
}
