//! The three gates.

use std::fmt::Write;

use anyhow::Result;
use social_or_not::content::MODEL;
use social_or_not::domain::gate::{GateState, When};

use crate::page::escape;

use super::Sheet;

impl Sheet {
    pub(super) fn gates(&self) -> Result<String> {
        let mut html = String::new();
        for (place, gate) in MODEL.gates.iter().enumerate() {
            let name = escape(self.words.gate(place));
            write!(
                html,
                r#"<table class="sheet-gate"><caption>{name}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>"#,
                self.said("gate_if", &[])?,
                self.said("gate_why", &[])?,
                self.said("gate_state", &[])?
            )?;
            for (row, cause) in gate.causes.iter().enumerate() {
                let when = match &cause.when {
                    When::Unanswered(question) => {
                        self.said("unanswered", &[("question", &self.number((*question).into())?.to_string())])?
                    }
                    When::Chosen(condition) => self.any(&[condition])?,
                    When::ChosenBelow(condition, question, tenths) => self.said(
                        "chosen_below",
                        &[
                            ("codes", &self.any(&[condition])?),
                            ("question", &self.number((*question).into())?.to_string()),
                            ("value", &self.lang().tenths(*tenths)),
                        ],
                    )?,
                    When::NoNetworkFits => self.said("network_none", &[])?,
                    When::HoursShort => {
                        let least = MODEL.networks.iter().map(|network| network.least).min().unwrap_or(0);
                        let hours = self.number(MODEL.fit.hours.into())?.to_string();
                        self.said("hours_short", &[("question", &hours), ("least", &self.lang().tenths(least))])?
                    }
                };
                write!(
                    html,
                    r#"<tr><th scope="row"><label><input type="checkbox"> {when}</label></th><td>{}</td><td>{}</td></tr>"#,
                    escape(self.words.cause(&MODEL, place, row)),
                    escape(self.words.state(cause.state))
                )?;
            }
            html.push_str("</tbody></table>\n");
            let states: Vec<String> = [GateState::Closed, GateState::Ajar, GateState::Open]
                .map(|state| {
                    let state = escape(self.words.state(state));
                    format!(r#"<label><input type="radio" name="gate-{}"> {state}</label>"#, gate.id)
                })
                .into();
            writeln!(
                html,
                "<p class=\"sheet-state\" role=\"group\" aria-label=\"{name}\">{} {}</p>",
                self.said("gate_is", &[("gate", &name)])?,
                states.join(" ")
            )?;
        }
        Ok(html)
    }
}
