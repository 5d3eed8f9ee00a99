//! Sets the typographic signs of French and English, so that authors can type plainly.

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

impl Language {
    /// Its code, which is also the folder of its words.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }
}

/// No-break space.
const NO_BREAK: char = '\u{a0}';
/// Narrow no-break space.
const NARROW: char = '\u{202f}';
/// Word joiner: forbids a line break, and is not seen.
const JOINER: char = '\u{2060}';

/// What a hyphen leads to in French where the line must not break after it: *posez-vous*, *faut-il*, *là-ci*.
const CLITICS: [&str; 17] =
    ["vous", "nous", "je", "tu", "il", "elle", "on", "ils", "elles", "t", "ce", "ci", "là", "moi", "toi", "le", "les"];

/// A text as it is printed: apostrophes, and in French the spaces that must not break. Titles of sources are set as French: no
/// other has spaces there.
///
/// ```
/// use social_or_not_authoring::{Language, set};
/// assert_eq!(set("Qu'en attendez-vous ?", Language::French), "Qu’en attendez-\u{2060}vous\u{202f}?");
/// assert_eq!(set("It's 4 h", Language::English), "It’s 4\u{a0}h");
/// ```
pub fn set(text: &str, language: Language) -> String {
    let text: Vec<char> = text.chars().map(|sign| if sign == '\'' { '’' } else { sign }).collect();
    let mut printed = String::with_capacity(text.len() + 16);
    for (place, sign) in text.iter().copied().enumerate() {
        let before = place.checked_sub(1).map(|place| text[place]);
        let rest = &text[place + 1..];
        let after = rest.first().copied();
        match sign {
            ' ' if language == Language::French
                && (matches!(after, Some(';' | ':' | '?' | '!' | '»')) || before == Some('«')) =>
            {
                printed.push(NARROW);
            }
            ' ' if is_figure(before) && is_unit(rest) => printed.push(NO_BREAK),
            '-' if language == Language::French && is_clitic(before, rest) => printed.extend([sign, JOINER]),
            _ => printed.push(sign),
        }
    }
    printed
}

fn is_figure(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| sign.is_ascii_digit() || sign == '}')
}

/// Whether a unit, a percentage or three more figures of the same number follow.
fn is_unit(rest: &[char]) -> bool {
    let word: String = rest.iter().take_while(|sign| sign.is_alphanumeric() || matches!(sign, '%' | '€')).collect();
    matches!(word.as_str(), "%" | "€" | "h" | "min" | "ans" | "heures" | "millions" | "hours")
        || (word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_clitic(before: Option<char>, rest: &[char]) -> bool {
    let word: String = rest.iter().take_while(|sign| sign.is_alphabetic()).collect();
    before.is_some_and(char::is_alphabetic) && CLITICS.contains(&word.to_lowercase().as_str())
}
