//! The one shape everything is drawn with: a rubber band round discs.
//!
//! A ball looks like a disc from every side, so a limb of balls keeps its volume in every view; a
//! plank with rounded corners is four small discs.

use std::f32::consts::{PI, TAU};
use std::fmt::Write;

/// A disc on the picture; y runs down, as in SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disc {
    pub x: i32,
    pub y: i32,
    pub radius: i32,
}

/// The contour round the discs as SVG path data, closed and clockwise, so that several in one path
/// melt together.
pub fn contour(discs: &[Disc]) -> String {
    let discs = outer(discs);
    let mut data = String::new();
    let arcs = arcs(&discs);
    for (index, arc) in arcs.iter().enumerate() {
        let (x, y) = rim(arc.disc, arc.from);
        let verb = if index == 0 { 'M' } else { 'L' };
        _ = write!(data, "{verb}{x} {y}");
        // A whole circle needs two arcs: one whose ends meet is not drawn.
        let halves = if arc.until - arc.from > PI { 2.0 } else { 1.0 };
        let half = (arc.until - arc.from) / halves;
        let radius = arc.disc.radius;
        if halves > 1.0 {
            let (x, y) = rim(arc.disc, arc.from + half);
            _ = write!(data, "A{radius} {radius} 0 0 1 {x} {y}");
        }
        let (x, y) = rim(arc.disc, arc.until);
        _ = write!(data, "A{radius} {radius} 0 0 1 {x} {y}");
    }
    if !data.is_empty() {
        data.push('Z');
    }
    data
}

/// A stretch of a disc's rim that the band lies against, in radians, clockwise from the right.
struct Arc {
    disc: Disc,
    from: f32,
    until: f32,
}

/// Leaves out discs that lie within another.
fn outer(discs: &[Disc]) -> Vec<Disc> {
    let mut kept: Vec<Disc> = Vec::new();
    for (index, disc) in discs.iter().enumerate() {
        let covered = discs.iter().enumerate().any(|(other_index, other)| {
            let slack = other.radius - disc.radius;
            let (across, down) = (other.x - disc.x, other.y - disc.y);
            let within = slack >= 0 && across * across + down * down <= slack * slack;
            within && (other != disc || other_index < index)
        });
        if !covered {
            kept.push(*disc);
        }
    }
    kept
}

/// Rolls a line round the discs, from each disc to the first one it meets.
fn arcs(discs: &[Disc]) -> Vec<Arc> {
    let mut arcs = Vec::new();
    let Some(first) = discs.iter().max_by_key(|disc| disc.x + disc.radius) else { return arcs };
    let mut disc = *first;
    let mut angle = 0.0;
    // No disc is met more than a few times; the bound keeps a rounding error from rolling for ever.
    for _ in 0..4 * discs.len() {
        let next = discs
            .iter()
            .filter_map(|other| Some((turn_until(disc, *other, angle)?, *other)))
            .min_by(|one, other| one.0.total_cmp(&other.0));
        let until = next.map_or(TAU, |(turn, _)| (angle + turn).min(TAU));
        arcs.push(Arc { disc, from: angle, until });
        let Some((_, other)) = next.filter(|_| until < TAU) else { return arcs };
        (disc, angle) = (other, until);
    }
    arcs
}

/// How far the line turns, from `angle`, before it leaves `disc` for `other`.
fn turn_until(disc: Disc, other: Disc, angle: f32) -> Option<f32> {
    const ROUNDING: f32 = 1e-3;
    let across = whole(other.x - disc.x);
    let down = whole(other.y - disc.y);
    let slope = whole(disc.radius - other.radius) / across.hypot(down);
    if !(-1.0..1.0).contains(&slope) {
        return None;
    }
    let meets = down.atan2(across) - slope.acos();
    let turn = (meets - angle + ROUNDING).rem_euclid(TAU) - ROUNDING;
    Some(turn.max(0.0))
}

fn rim(disc: Disc, angle: f32) -> (i32, i32) {
    let (sin, cos) = angle.sin_cos();
    (disc.x + round(whole(disc.radius) * cos), disc.y + round(whole(disc.radius) * sin))
}

#[expect(clippy::cast_precision_loss, reason = "a picture measures thousands, never millions")]
fn whole(number: i32) -> f32 {
    number as f32
}

#[expect(clippy::cast_possible_truncation, reason = "a picture measures thousands, never millions")]
pub(super) fn round(number: f32) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SMALL: Disc = Disc { x: 0, y: 0, radius: 10 };

    #[test]
    fn one_disc_is_drawn_as_a_circle() {
        assert_eq!(contour(&[SMALL]), "M10 0A10 10 0 0 1 -10 0A10 10 0 0 1 10 0Z");
    }

    #[test]
    fn two_equal_discs_are_drawn_as_a_pill() {
        let other = Disc { x: 100, ..SMALL };
        let pill = "M110 0A10 10 0 0 1 100 10L0 10A10 10 0 0 1 0 -10L100 -10A10 10 0 0 1 110 0Z";
        assert_eq!(contour(&[SMALL, other]), pill);
        assert_eq!(contour(&[other, SMALL]), pill);
    }

    #[test]
    fn a_disc_within_another_leaves_no_trace() {
        let large = Disc { radius: 40, ..SMALL };
        assert_eq!(contour(&[SMALL, large]), contour(&[large]));
        assert_eq!(contour(&[large, large]), contour(&[large]));
    }

    #[test]
    fn no_disc_is_drawn_as_nothing() {
        assert_eq!(contour(&[]), "");
    }

    proptest! {
        /// A band that skipped a disc would cut through it.
        #[test]
        fn the_band_goes_round_every_disc(discs in prop::collection::vec(any_disc(), 1..7)) {
            for (x, y) in corners(&contour(&discs)) {
                for disc in &discs {
                    let away = whole(x - disc.x).hypot(whole(y - disc.y));
                    prop_assert!(away > whole(disc.radius) - 2.0, "{x} {y} lies in {disc:?}");
                }
            }
        }

        #[test]
        fn the_band_reaches_as_far_as_the_discs(discs in prop::collection::vec(any_disc(), 1..7)) {
            let right = discs.iter().map(|disc| disc.x + disc.radius).max().unwrap();
            prop_assert_eq!(corners(&contour(&discs)).map(|(x, _)| x).max().unwrap(), right);
        }
    }

    fn any_disc() -> impl Strategy<Value = Disc> {
        (0..500, 0..500, 1..100).prop_map(|(x, y, radius)| Disc { x, y, radius })
    }

    /// The points the path goes through: the last two numbers of each command.
    fn corners(path: &str) -> impl Iterator<Item = (i32, i32)> {
        path.trim_end_matches('Z').split(['M', 'L', 'A']).skip(1).map(|command| {
            let numbers: Vec<i32> =
                command.split(' ').map(|number| number.parse().unwrap()).collect();
            (numbers[numbers.len() - 2], numbers[numbers.len() - 1])
        })
    }
}
