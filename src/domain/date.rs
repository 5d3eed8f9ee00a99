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

    /// The day so many days later (or earlier); none outside the years 1 to 9999.
    ///
    /// ```
    /// use social_or_not::domain::Date;
    /// let date = Date::read("2024-02-28").and_then(|date| date.plus_days(2));
    /// assert_eq!(date.map(|date| date.to_string()).as_deref(), Some("2024-03-01"));
    /// ```
    pub fn plus_days(self, days: i32) -> Option<Date> {
        Date::from_number(self.number().checked_add(days)?)
    }

    /// Days since 1 March of the year 0: years that begin in March have their odd day at the end.
    pub fn number(self) -> i32 {
        let (month, year) = (i32::from(self.month), i32::from(self.year));
        let (months, year) = if month > 2 { (month - 3, year) } else { (month + 9, year - 1) };
        // Months from March on have 31, 30, 31, 30, 31 days, twice and a half.
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + i32::from(self.day) - 1
    }

    /// The day of a number of days since 1 March of the year 0; none outside the years 1 to 9999.
    pub fn from_number(number: i32) -> Option<Date> {
        let (era, day) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let years = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * years + years / 4 - years / 100);
        let months = (5 * day + 2) / 153;
        let year = era.checked_mul(400)? + years + i32::from(months >= 10);
        let month = if months < 10 { months + 3 } else { months - 9 };
        let day = day - (153 * months + 2) / 5 + 1;
        (1..=9999).contains(&year).then_some(Date { year: year as u16, month: month as u8, day: day as u8 })
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
