//! The scales and the doors as outlines, the same on the screen and in the picture: paths as SVG writes them, and where the
//! weights lie and how the beam turns, in hundredths of the drawing's units.

use crate::domain::{Report, argument::Side, gate::GateState};

/// The drawing of the scales is 360 wide and 206 high. The stand, and the eleven ticks above it.
pub(crate) const STAND: &str =
    "M177.5 62L176 190M182.5 62L184 190M167 190H193C196 197 218 198 226 204H134C142 198 164 197 167 190Z";
pub(crate) const TICKS: &str = "M165.6 14.5L163.2 8M168.4 13.6L167.3 9.8M171.3 12.9L170.4 9M174.2 12.4L173.6 8.4M177.1 12.1L176.8 8.1M180 12L180 3M182.9 12.1L183.2 8.1M185.8 12.4L186.4 8.4M188.7 12.9L189.6 9M191.6 13.6L192.7 9.8M194.4 14.5L196.8 8";
/// The beam with its needle, seen from the pivot at 180, 54, about which it turns.
pub(crate) const BEAM: &str = "M-113 -1C-70 -3 -30 -10 0 -10S70 -3 113 -1V1C70 2 30 7 0 7S-70 2 -113 1ZM0 -10V-39";
/// A pan seen from the end of the beam: its strings; the bowl, and the ring that it hangs on.
pub(crate) const STRINGS: &str = "M0 2 -45 76M0 2 45 76";
pub(crate) const BOWL: &str = "M-50 76H50C44 93 22 96 0 96S-44 93 -50 76ZM-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z";

/// A gate's door, 26 wide and 36 high: the frame, and by how far it is open the leaf and what is on it.
pub(crate) const DOOR: &str = "M3 34.5V2.5H23V34.5M.5 34.5H25.5";

/// The leaf of a door, and what is on it.
pub(crate) fn leaf(state: GateState) -> [&'static str; 2] {
    match state {
        GateState::Open => ["M3 2.5 9 6V38L3 34.5Z", ""],
        GateState::Ajar => ["M3 2.5 18 5V37L3 34.5Z", "M15 20.5v2"],
        GateState::Closed => ["M3 2.5H23V34.5H3Z", "M7 6.5H19V15.5H7ZM7 23.5H19V31H7ZM20 18.5v2"],
    }
}

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
pub(crate) struct Weight {
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) top: i32,
}

/// The weights of both pans from the bottom up: pros, then cons.
pub(crate) fn weights(report: &Report) -> [Vec<Weight>; 2] {
    let points = |side: Side| -> Vec<i32> {
        report.ledger.iter().filter(|entry| entry.side == side).map(|entry| entry.points).collect()
    };
    piles(&points(Side::Pro), &points(Side::Con))
}

/// For points given heaviest first. One unit for both, the largest at which every weight stays between its strings.
fn piles(pros: &[i32], cons: &[i32]) -> [Vec<Weight>; 2] {
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
pub(crate) fn turn(scale: i32) -> i32 {
    scale * 20
}

/// Where the right end of the beam is, seen from its pivot. The left end is opposite.
pub(crate) fn beam_end(scale: i32) -> (i32, i32) {
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
