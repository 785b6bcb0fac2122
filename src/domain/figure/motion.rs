//! Going from one pose to another: angles move, never points, so that limbs keep their length.

use super::Angles;

/// The angles at `t` between two poses, 0 at the first and 1 at the second; outside that range the
/// nearer of the two. Each angle goes straight: a joint never turns the long way round.
#[must_use]
pub fn interpolate(from: &Angles, to: &Angles, t: f32) -> Angles {
    let t = t.clamp(0.0, 1.0);
    let (from, to) = (from.row(), to.row());
    Angles::from_row(&std::array::from_fn(|joint| from[joint] * (1.0 - t) + to[joint] * t))
}

/// A number on its way through several: at whole `u` it is the value with that number, and between
/// them it never goes beyond its two neighbours (monotone cubics after Fritsch and Carlson). It
/// starts from rest and comes to rest where it turns round, as limbs do; on a closed way it goes
/// on from the last value to the first.
#[must_use]
pub fn through(values: &[f32], closed: bool, u: f32) -> f32 {
    let Some(last) = values.len().checked_sub(1).filter(|last| *last > 0) else {
        return values.first().copied().unwrap_or_default();
    };
    let legs = if closed { values.len() } else { last };
    let (leg, t) = leg_of(u, legs);
    let value = |index: usize| values[index % values.len()];
    let step = |leg: usize| value(leg + 1) - value(leg);
    let slope = |at: usize| {
        if !closed && (at == 0 || at == legs) {
            return 0.0;
        }
        let (before, after) = (step((at + legs - 1) % legs), step(at % legs));
        if before * after <= 0.0 { 0.0 } else { 2.0 * before * after / (before + after) }
    };
    let (from, to) = (value(leg), value(leg + 1));
    let (leaving, arriving) = (slope(leg), slope(leg + 1));
    let (t2, t3) = (t * t, t * t * t);
    from * (2.0 * t3 - 3.0 * t2 + 1.0)
        + leaving * (t3 - 2.0 * t2 + t)
        + to * (3.0 * t2 - 2.0 * t3)
        + arriving * (t3 - t2)
}

/// Which of so many legs a place on the way lies in, and how far into it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a way has a handful of legs"
)]
#[must_use]
pub fn leg_of(u: f32, legs: usize) -> (usize, f32) {
    let u = u.clamp(0.0, legs as f32);
    let leg = (u as usize).min(legs.saturating_sub(1));
    (leg, u - leg as f32)
}
