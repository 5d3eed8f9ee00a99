//! Reads a number as people type it.

use crate::domain::question::{Kind, Range};

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Nothing.
    Empty,
    /// A number that the question takes, in tenths.
    Number(i32),
    /// Anything else.
    Invalid,
}

impl Entry {
    /// Reads what was typed: with a comma or a point, with or without spaces between thousands.
    pub(crate) fn read(typed: &str, kind: Kind) -> Entry {
        let Kind::Number(range) = kind else { return Entry::Invalid };
        let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
        if typed.is_empty() {
            return Entry::Empty;
        }
        let (before, after) = typed.split_once([',', '.']).unwrap_or((&typed, ""));
        let tenths = match after.trim_end_matches('0') {
            // "1,000": where only whole numbers are taken, three figures after the sign are thousands.
            _ if after.len() == 3 && range.step % 10 == 0 => {
                whole(before).zip(whole(after)).map(|(thousands, rest)| thousands * 10_000 + rest * 10)
            }
            "" => whole(before).map(|number| number * 10),
            tenth if tenth.len() == 1 => whole(before).zip(whole(tenth)).map(|(number, tenth)| number * 10 + tenth),
            _ => None,
        };
        tenths.filter(|tenths| takes(range, *tenths)).map_or(Entry::Invalid, Entry::Number)
    }
}

fn takes(range: Range, tenths: i32) -> bool {
    (range.least..=range.most).contains(&tenths) && (tenths - range.least) % range.step == 0
}

/// Up to five figures, so that nothing overflows.
fn whole(figures: &str) -> Option<i32> {
    let is_number = (1..=5).contains(&figures.len()) && figures.bytes().all(|figure| figure.is_ascii_digit());
    is_number.then(|| figures.bytes().fold(0, |number, figure| number * 10 + i32::from(figure - b'0')))
}

#[cfg(test)]
mod tests {
    use super::Entry;
    use crate::content::MODEL;

    fn check(question: &str, typed: &[&str], expected: Entry) {
        let question = &MODEL.questions[MODEL.question(question).expect("a question")];
        for typed in typed {
            assert_eq!(Entry::read(typed, question.kind), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_comma_and_a_point_are_the_same() {
        check("hours", &["3,5", "3.5", " 3,50 ", "03.5"], Entry::Number(35));
        check("hours", &["4", "4,0", "4.", "4,00"], Entry::Number(40));
        check("hours", &["0", "0,0"], Entry::Number(0));
    }

    #[test]
    fn thousands_may_be_set_apart() {
        check("budget", &["1500", "1 500", "1\u{202f}500", "1,500", "1.500"], Entry::Number(15_000));
    }

    #[test]
    fn what_is_out_of_range_or_off_the_step_or_no_number_is_not_taken() {
        check("hours", &["75", "-1", "3,25", "3,5,0", "x", "4h", ",5", "1e1", "999999999999", "٣"], Entry::Invalid);
        check("budget", &["99", "50,50", "10050"], Entry::Invalid);
    }

    #[test]
    fn nothing_but_spaces_is_nothing() {
        check("hours", &["", " ", "\u{a0}"], Entry::Empty);
    }
}
