//! The plan as a calendar: all-day events, as RFC 5545 writes them.

use super::Decision;
use crate::{
    content::phrase,
    domain::{Date, Shared, step::What},
};

/// Most octets of a line, its end left out.
const WIDEST: usize = 75;

pub(super) fn write(decision: &Decision<'_>) -> Option<String> {
    let (plan, record) = (decision.plan, decision.record);
    let today = plan.start?;
    let mut calendar = Lines::default();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line(&format!(
        "PRODID:-//Social or Not//{}//{}",
        decision.shared.version,
        record.lang().code().to_uppercase()
    ));
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("METHOD:PUBLISH");
    calendar.text("X-WR-CALNAME", record.text(phrase::CALENDAR_NAME));
    let identity = identity(decision);
    let mut event = |id: &str, day: i32, summary: &str, description: &str| {
        let (Some(date), Some(next)) = (plan.date(day), plan.date(day + 1)) else { return };
        calendar.line("BEGIN:VEVENT");
        calendar.line(&format!("UID:{id}-{identity:016x}@social-or-not"));
        calendar.line(&format!("DTSTAMP:{}T000000Z", basic(today)));
        calendar.line(&format!("DTSTART;VALUE=DATE:{}", basic(date)));
        calendar.line(&format!("DTEND;VALUE=DATE:{}", basic(next)));
        calendar.text("SUMMARY", summary);
        calendar.text("DESCRIPTION", description);
        calendar.line("TRANSP:TRANSPARENT");
        calendar.line("END:VEVENT");
    };
    for step in &plan.steps {
        let id = match step.what {
            What::Step(step) => decision.rules.steps[step].id,
            What::Open { gate, cause } => decision.model.gates[gate].causes[cause].id,
        };
        let (name, says) = decision.step(step.what);
        event(id, step.day, &name, &says);
    }
    event("review", plan.review, record.text(phrase::CALENDAR_REVIEW), record.text(phrase::CALENDAR_REVIEW_SAYS));
    calendar.line("END:VCALENDAR");
    Some(calendar.0)
}

/// Equal for equal answers and weights, whatever the day (FNV-1a of their code): a calendar may be on somebody's server, and
/// is not to tell them the answers.
fn identity(decision: &Decision<'_>) -> u64 {
    let code = Shared { made: None, ..decision.shared.clone() }.to_code(decision.model);
    code.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A day as YYYYMMDD.
fn basic(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Content lines, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for sign in value.chars() {
            match sign {
                '\\' | ';' | ',' => line.extend(['\\', sign]),
                '\n' => line.push_str("\\n"),
                sign if sign.is_control() => (),
                sign => line.push(sign),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is too wide: never within a character.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for sign in line.chars() {
            if width + sign.len_utf8() > WIDEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(sign);
            width += sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
