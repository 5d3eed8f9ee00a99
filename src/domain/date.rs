//! A calendar date, as far as the model needs one.

use std::fmt;

/// A day of the Gregorian calendar, written YYYY-MM-DD. It is always handed in: the model has no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads YYYY-MM-DD; none if it is not a day that exists.
    ///
    /// ```
    /// use social_or_not::domain::Date;
    /// assert_eq!(Date::read("2024-02-29").map(|date| date.to_string()).as_deref(), Some("2024-02-29"));
    /// assert_eq!(Date::read("2023-02-29"), None);
    /// ```
    pub fn read(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |length: usize| {
            let part = parts.next()?;
            let digits = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u16::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let exists = parts.next().is_none() && year > 0 && (1..=12).contains(&month) && (1..=days).contains(&day);
        exists.then_some(Date { year, month: month as u8, day: day as u8 })
    }

    /// Whole months since the beginning of another month; negative if that is still to come.
    pub fn months_since(self, year: u16, month: u8) -> i32 {
        (i32::from(self.year) - i32::from(year)) * 12 + i32::from(self.month) - i32::from(month)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
