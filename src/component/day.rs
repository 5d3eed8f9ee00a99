//! The reader's own day.

use web_sys::js_sys;

use crate::domain::Date;

/// As the browser's clock has it.
pub(super) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    Some(Date { year, month: now.get_month() as u8 + 1, day: now.get_date() as u8 })
}
