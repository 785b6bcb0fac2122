//! Whether the phone was held still for a second, and which way it pointed: measured, not assumed.

use std::collections::VecDeque;

use super::{Direction, Sample};
use crate::domain::time::Millis;

/// Still for so long.
pub const HOLD: Millis = Millis(1000);
/// So few samples say nothing: a phone that tells ten times a second may lose two of them. Ours.
pub const LEAST: usize = 8;
/// After a longer silence nobody knows what happened in between. Ours: three samples at 10 Hz.
pub const GAP: Millis = Millis(300);
/// A hand or a leg that is held trembles by less, in degrees (root mean square). Ours.
const TREMBLE: f64 = 1.5;
/// The second half may differ from the first by so many degrees; more is a movement. Ours.
const CREEP: f64 = 1.0;

/// The last second, and no more: nothing of the stream is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Window(VecDeque<Sample>);

impl Window {
    /// Takes a sample that is newer than the last; one that comes twice or late says nothing new.
    pub fn take(&mut self, sample: Sample) {
        if let Some(last) = self.0.back() {
            if sample.at <= last.at {
                return;
            }
            if sample.at - last.at > GAP || sample.source != last.source {
                self.0.clear();
            }
        }
        if !sample.at_rest {
            self.0.clear();
            return;
        }
        self.0.push_back(sample);
        // One sample at least a second old stays: with it the second is whole.
        while self.0.get(1).is_some_and(|second| sample.at - second.at >= HOLD) {
            self.0.pop_front();
        }
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn last(&self) -> Option<Sample> {
        self.0.back().copied()
    }

    /// The direction of a second that was still; none while it is not.
    pub fn still(&self) -> Option<Direction> {
        let (first, last) = (self.0.front()?, self.0.back()?);
        if last.at - first.at < HOLD || self.0.len() < LEAST {
            return None;
        }
        let half = self.0.len() / 2;
        let middle_of_all = middle(&self.0.iter())?;
        let crept = middle(&self.0.iter().take(half))?
            .angle_to(middle(&self.0.iter().skip(self.0.len() - half))?);
        (self.tremble(middle_of_all) <= TREMBLE && crept <= CREEP).then_some(middle_of_all)
    }

    fn tremble(&self, middle: Direction) -> f64 {
        let squares: f64 = self.0.iter().map(|one| one.vertical.angle_to(middle).powi(2)).sum();
        #[expect(clippy::cast_precision_loss, reason = "a second holds a few hundred samples")]
        let count = self.0.len() as f64;
        (squares / count).sqrt()
    }
}

/// The mean of the middle half in each of the three axes: one wild sample moves it by nothing, and a
/// leg that trembles to and fro by next to nothing.
fn middle<'a>(samples: &(impl Iterator<Item = &'a Sample> + Clone)) -> Option<Direction> {
    let axis = |of: fn(&Direction) -> f64| {
        let mut values: Vec<f64> = samples.clone().map(|one| of(&one.vertical)).collect();
        values.sort_by(f64::total_cmp);
        let quarter = values.len() / 4;
        let inner = values.get(quarter..values.len() - quarter)?;
        #[expect(clippy::cast_precision_loss, reason = "a second holds a few hundred samples")]
        let count = inner.len() as f64;
        Some(inner.iter().sum::<f64>() / count)
    };
    Direction::new(axis(|one| one.x)?, axis(|one| one.y)?, axis(|one| one.z)?)
}
