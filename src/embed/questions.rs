//! The questions with their texts, as JSON: for those who draw an interface of their own.

use crate::content::Words;
use crate::domain::{
    Model,
    answers::{bits, decimal},
    json::quote,
    question::{Kind, Question},
};

/// An array of the questions, in the model's order.
pub(super) fn json(model: &Model, words: &Words) -> String {
    let questions: Vec<String> = model
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| question_json(model, words, place, question))
        .collect();
    format!("[{}]", questions.join(","))
}

fn question_json(model: &Model, words: &Words, place: usize, question: &Question) -> String {
    let of = words.question(place);
    let mut json = format!("{{\"id\":\"{}\",\"core\":{},\"text\":", question.id, question.core);
    quote(&mut json, of.text);
    json.push_str(",\"hint\":");
    quote(&mut json, of.hint);
    json.push_str(&match question.kind {
        Kind::Single { .. } => ",\"kind\":\"single\"".to_owned(),
        Kind::Multi { most, alone } => {
            let alone: Vec<String> = bits(alone).map(|option| format!("\"{}\"", question.options[option])).collect();
            format!(",\"kind\":\"multi\",\"most\":{most},\"alone\":[{}]", alone.join(","))
        }
        Kind::Number(range) => {
            let [least, most, step] = [range.least, range.most, range.step].map(decimal);
            format!(",\"kind\":\"number\",\"least\":{least},\"most\":{most},\"step\":{step}")
        }
    });
    if !question.options.is_empty() {
        json.push_str(",\"options\":[");
        for (option, id) in question.options.iter().enumerate() {
            let of = words.option(model, place, option);
            json.push_str(if option > 0 { ",{\"id\":\"" } else { "{\"id\":\"" });
            json.push_str(id);
            json.push_str("\",\"label\":");
            quote(&mut json, of.label);
            json.push_str(",\"hint\":");
            quote(&mut json, of.hint);
            json.push('}');
        }
        json.push(']');
    }
    json.push('}');
    json
}
