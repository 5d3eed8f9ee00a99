//! Where the weights lie in a pan, and how the beam turns: geometry alone, in hundredths of the drawing's units.

/// Half the length of the beam.
const ARM: i32 = 11_600;
/// Where the strings begin and end below the end of the beam, and how far they spread.
const STRINGS_TOP: i32 = 200;
const STRINGS_BOTTOM: i32 = 7_600;
const STRINGS_SPREAD: i32 = 4_500;
/// A pile takes at most six tenths of the strings.
const PILE: i32 = 4_560;
/// The most from one weight to the next, and how much of it is a gap.
const PITCH: i32 = 760;
const GAP: i32 = 120;
/// The most that one point is wide.
const UNIT: i32 = 400;

/// A weight: its left edge is half its width from the middle of the pan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) top: i32,
}

/// The weights of both pans from the bottom up, for points given heaviest first. One unit for both, the largest at which
/// every weight stays between its strings.
pub(super) fn piles(pros: &[i32], cons: &[i32]) -> [Vec<Weight>; 2] {
    let widest = |points: &[i32]| {
        let limit = |(place, points): (usize, i32), count: usize| 2 * half_width(top(place, count)) / points.max(1);
        points.iter().copied().enumerate().map(|row| limit(row, points.len())).min().unwrap_or(UNIT)
    };
    let unit = UNIT.min(widest(pros)).min(widest(cons));
    [pros, cons].map(|points| {
        let height = pitch(points.len()) - GAP;
        let weight = |(place, row): (usize, &i32)| Weight { width: row * unit, height, top: top(place, points.len()) };
        points.iter().enumerate().map(weight).collect()
    })
}

fn pitch(count: usize) -> i32 {
    PITCH.min(PILE / (count as i32).max(1))
}

fn top(place: usize, count: usize) -> i32 {
    STRINGS_BOTTOM - 100 - pitch(count) * place as i32 - (pitch(count) - GAP)
}

/// Room on each side of the middle, between the strings at some height, with a little air.
fn half_width(top: i32) -> i32 {
    STRINGS_SPREAD * (top - STRINGS_TOP) / (STRINGS_BOTTOM - STRINGS_TOP) - 100
}

/// How far the beam turns, in hundredths of a degree: a fifth of a degree for each point of the scale.
pub(super) fn turn(scale: i32) -> i32 {
    scale * 20
}

/// Where the right end of the beam is, seen from its pivot. The left end is opposite.
pub(super) fn beam_end(scale: i32) -> (i32, i32) {
    // Sine and cosine by their series: at 20 degrees at most, three terms are exact enough for a drawing.
    let angle = scale as f32 * (0.2 * std::f32::consts::PI / 180.0);
    let square = angle * angle;
    let sine = angle * (1.0 - square / 6.0 * (1.0 - square / 20.0));
    let cosine = 1.0 - square / 2.0 * (1.0 - square / 12.0);
    ((ARM as f32 * cosine) as i32, (ARM as f32 * sine) as i32)
}

#[cfg(test)]
mod tests {
    use super::{Weight, beam_end, half_width, piles};

    #[test]
    fn every_weight_stays_between_its_strings_and_keeps_its_share() {
        let heavy = [20; 13];
        let light = [1];
        let [pros, cons] = piles(&heavy, &light);
        assert!(pros.iter().all(|weight| weight.width / 2 <= half_width(weight.top) && weight.height > 0));
        assert_eq!(pros[0].width, 20 * cons[0].width, "one unit for both pans");
    }

    #[test]
    fn weights_do_not_overlap() {
        let [pros, _] = piles(&[16, 12, 12, 10, 9, 6, 3, 3, 2], &[]);
        let overlap = |pair: &[Weight]| pair[1].top + pair[1].height > pair[0].top;
        assert!(!pros.windows(2).any(overlap));
    }

    #[test]
    fn the_beam_keeps_its_length_as_it_turns() {
        for scale in -100..=100 {
            let (x, y) = beam_end(scale);
            let length = f64::from(x * x + y * y).sqrt();
            assert!((length - 11_600.0).abs() < 5.0, "{scale}: {length}");
        }
    }
}
