//! The questions and their options.

use std::fmt::Write;

use anyhow::Result;
use social_or_not::content::MODEL;
use social_or_not::domain::question::Kind;

use crate::page::escape;

use super::{Sheet, bits, letter};

impl Sheet {
    pub(super) fn questions(&self, core: bool) -> Result<String> {
        let mut html = String::new();
        for &question in self.order.iter().filter(|question| MODEL.questions[**question].core == core) {
            let row = &MODEL.questions[question];
            let words = self.words.question(question);
            let number = self.number(question)?;
            write!(html, "<fieldset><legend><b>{number}</b> {}</legend>", escape(words.text))?;
            let mut notes = Vec::new();
            if let Some(condition) = &row.applies {
                notes.push(self.said("applies", &[("codes", &self.any(&[condition])?)])?);
            }
            if !words.hint.is_empty() {
                notes.push(escape(words.hint));
            }
            for option in bits(row.alone()) {
                notes.push(self.said("alone", &[("code", &format!("{number}{}", letter(option)))])?);
            }
            if !notes.is_empty() {
                write!(html, r#"<p class="sheet-hint">{}</p>"#, notes.join(" "))?;
            }
            let kind = match row.kind {
                Kind::Number(_) => {
                    let words = self.words.number(&MODEL, question);
                    write!(
                        html,
                        r#"<label class="sheet-option"><input class="sheet-number" inputmode="decimal" size="5"> {}</label>"#,
                        escape(words.unit_long)
                    )?;
                    ""
                }
                Kind::Single { .. } => "radio",
                Kind::Multi { .. } => "checkbox",
            };
            for option in 0..row.options.len() {
                let words = self.words.option(&MODEL, question, option);
                let hint = if words.hint.is_empty() {
                    String::new()
                } else {
                    format!(" <small>{}</small>", escape(words.hint))
                };
                write!(
                    html,
                    r#"<label class="sheet-option"><input type="{kind}" name="{}"><i>{}</i> <span>{}{hint}</span></label>"#,
                    row.id,
                    letter(option),
                    escape(words.label)
                )?;
            }
            html.push_str("</fieldset>\n");
        }
        Ok(html)
    }
}
