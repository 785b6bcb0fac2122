//! Static or PNF, judged honestly: which pairs count, and what they show (R0.26, 7.2, X25).

mod looks;
mod pairing;
mod standing;

pub use looks::{Judged, LOOKS, State, judge, wins_needed};
pub use pairing::{ComparedPair, Facts, Gathered, Half, Unused, WhyUnused, gather};
pub use standing::{ASK_AGAIN_AFTER, Answer, Comparing, compare};

/// None of nothing.
fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}
