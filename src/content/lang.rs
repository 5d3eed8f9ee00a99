//! The languages there are, and how each writes numbers.

/// A language of the product. French and English are equals; French is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// Its code, as in a `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// The language that a `lang` attribute names, by its first part: "fr-CA" is French.
    pub fn from_code(code: &str) -> Option<Lang> {
        let first = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.code() == first)
    }

    /// Whether a count takes the singular: in French 0 and 1 do, in English 1 alone.
    pub fn is_one(self, count: i32) -> bool {
        match self {
            Lang::Fr => count == 0 || count == 1,
            Lang::En => count == 1,
        }
    }

    /// A number given in thousandths, as it is written: "1 234,5" or "1,234.5". At most `decimals` decimals, none if 0.
    ///
    /// ```
    /// use social_or_not::content::Lang;
    /// assert_eq!(Lang::Fr.number(1_234_500), "1\u{202f}234,5");
    /// assert_eq!(Lang::En.number(1_234_500), "1,234.5");
    /// assert_eq!(Lang::En.number(-4_000), "−4");
    /// ```
    pub fn number(self, thousandths: i32) -> String {
        let (thousands_sign, decimal_sign) = match self {
            Lang::Fr => ('\u{202f}', ','),
            Lang::En => (',', '.'),
        };
        let (whole, rest) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        let digits = whole.to_string();
        let mut number = String::new();
        if thousandths < 0 {
            number.push('−');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                number.push(thousands_sign);
            }
            number.push(digit);
        }
        if rest > 0 {
            number.push(decimal_sign);
            // Leading zeros count, trailing ones do not.
            number.push_str(format!("{rest:03}").trim_end_matches('0'));
        }
        number
    }

    /// A signed number of points: "+39", "−34", "0".
    pub fn signed(self, points: i32) -> String {
        if points > 0 { format!("+{points}") } else { self.number(points * 1000) }
    }

    /// Tenths as a number: 45 is "4,5" or "4.5".
    pub fn tenths(self, tenths: i32) -> String {
        self.number(tenths * 100)
    }
}
