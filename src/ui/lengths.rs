//! Lengths and turns as SVG writes them. All geometry is in whole hundredths: formatting floats costs 7 KB of WebAssembly.

/// Hundredths as a decimal number: 1150 is "11.5".
pub(crate) fn decimal(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:02}") }
}

/// A part of a whole as a percentage; nothing of nothing is "0%".
pub(crate) fn percent(part: i32, whole: i32) -> String {
    decimal(part * 10_000 / whole.max(1)) + "%"
}

#[cfg(test)]
mod tests {
    use super::{decimal, percent};

    #[test]
    fn hundredths_keep_their_sign_and_their_leading_zero() {
        assert_eq!([decimal(-5), decimal(1100), decimal(-1205), decimal(0)], ["-0.05", "11", "-12.05", "0"]);
    }

    #[test]
    fn a_part_of_nothing_is_no_division_by_zero() {
        assert_eq!([percent(1, 9), percent(9, 9), percent(0, 0)], ["11.11%", "100%", "0%"]);
    }
}
