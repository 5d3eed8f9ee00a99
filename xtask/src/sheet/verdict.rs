//! The verdict: what each asks for, and the first that holds.

use std::fmt::Write;

use anyhow::Result;
use social_or_not::content::MODEL;
use social_or_not::domain::Verdict;
use social_or_not::domain::condition::Condition;

use crate::page::escape;

use super::{Sheet, capital};

/// What a verdict asks for, each a sentence of the sheet with a letter, in the order of their letters.
const GROUNDS: [&str; 11] = [
    "balance_clear",
    "balance_positive",
    "gates_open",
    "gates_nearly",
    "gates_to_stay",
    "well",
    "no_conflict",
    "worked",
    "thriving",
    "not_elsewhere",
    "listening",
];

/// A verdict (`true`: as a pause) and the letters that must all hold. As in [`social_or_not::domain::verdict::Grounds`].
type Row = (Verdict, bool, &'static str);

const ABSENT: [Row; 5] = [
    (Verdict::Go, false, "ACFG"),
    (Verdict::StartSmall, false, "BD"),
    (Verdict::Prepare, false, "BJ"),
    (Verdict::Listen, false, "K"),
    (Verdict::No, false, ""),
];

const PRESENT: [Row; 7] = [
    (Verdict::Go, false, "ACFGH"),
    (Verdict::Refocus, false, "BE"),
    (Verdict::Refocus, false, "EI"),
    (Verdict::Listen, false, "K"),
    (Verdict::Leave, true, "B"),
    (Verdict::Leave, true, "I"),
    (Verdict::Leave, false, ""),
];

impl Sheet {
    pub(super) fn verdict(&self) -> Result<String> {
        let when = &MODEL.conditions;
        let not = |condition: &Condition| self.any(&[condition]);
        let mut html = String::from("<ol class=\"sheet-grounds\">");
        for (place, key) in GROUNDS.into_iter().enumerate() {
            let codes = match key {
                "no_conflict" => not(&when.conflict)?,
                "worked" => not(&when.worked)?,
                "thriving" => not(&when.thriving)?,
                "not_elsewhere" => not(&when.elsewhere)?,
                "listening" => self.any(&when.listening.iter().collect::<Vec<_>>())?,
                _ => String::new(),
            };
            let values = [
                ("clear", &*MODEL.thresholds.clear.to_string()),
                ("codes", &codes),
                ("question", &self.number(MODEL.fit.hours.into())?.to_string()),
            ];
            write!(
                html,
                r#"<li><label><input type="checkbox"><i>{}</i> <span>{}</span></label></li>"#,
                capital(place),
                self.said(key, &values)?
            )?;
        }
        html.push_str("</ol>\n<div class=\"sheet-verdicts\">");
        let codes = self.any(&[&when.present])?;
        for (key, rows) in [("absent", &ABSENT[..]), ("present", &PRESENT[..])] {
            write!(
                html,
                r#"<table class="sheet-verdict"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>"#,
                self.said(key, &[("codes", &codes)])?,
                self.said("verdict_if", &[])?,
                self.said("verdict_is", &[])?
            )?;
            for (place, (verdict, pause, letters)) in rows.iter().enumerate() {
                let letters: Vec<String> = letters.chars().map(String::from).collect();
                let condition = match letters.split_last() {
                    Some((last, others)) if !others.is_empty() => {
                        self.said("and", &[("list", &others.join(", ")), ("last", last)])?
                    }
                    Some((only, _)) => only.clone(),
                    None => self.said("otherwise", &[])?,
                };
                let words = self.words.verdict(*verdict, *pause);
                // Once, though two ways lead there; and a lead that names networks and hours has nothing to name here.
                let again = rows[..place].iter().any(|row| (row.0, row.1) == (*verdict, *pause));
                let lead = match words.lead {
                    lead if again || lead.contains('{') => String::new(),
                    lead => format!(" <small>{}</small>", escape(lead)),
                };
                write!(html, r#"<tr><th scope="row">{condition}</th><td>{}{lead}</td></tr>"#, escape(words.headline))?;
            }
            html.push_str("</tbody></table>\n");
        }
        html.push_str("</div>");
        Ok(html)
    }
}
