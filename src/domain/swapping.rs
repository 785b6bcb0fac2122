//! An exercise done in an easier or a harder way while the session runs.

use super::{
    clearance::Permit,
    exercise::{Exercise, Variant},
    progress::{Decision, asks_two_keys, load_is_unlocked},
};

/// One step to either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Lighter,
    Heavier,
}

/// A way to do the exercise; none is as it is written.
pub type Way<'a> = Option<&'a Variant>;

/// What speaks against more in this exercise today.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    pub permit: &'a Permit,
    pub decisions: &'a [Decision],
    /// Stopped in this exercise during this session (3.5).
    pub stopped: bool,
    pub against: Option<Against>,
}

/// A reason to leave a harder way for another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Pain of 4 or more before the session (3.4).
    Pain,
    /// A lighter week, or the first one back (X18).
    Eased,
    /// The last time it was too much (X16, X17).
    SetBack,
    /// A condition asks for it to be done differently (X22 among them).
    Adapted,
}

/// One step lighter, whatever the day: less is always allowed.
pub fn lighter<'a>(exercise: &'a Exercise, now: Option<&str>) -> Option<Way<'a>> {
    match (place(&exercise.easier, now), place(&exercise.harder, now)) {
        (_, Some(0)) => Some(None),
        (_, Some(place)) => exercise.harder.get(place - 1).map(Some),
        (Some(place), _) => exercise.easier.get(place + 1).map(Some),
        (None, None) => exercise.easier.first().map(Some),
    }
}

/// One step heavier. Back to how the exercise is written needs no more than that nothing hurt; a
/// harder way waits for a day on which nothing speaks against it, and weight for the
/// physiotherapist (R2.19, C12).
pub fn heavier<'a>(exercise: &'a Exercise, now: Option<&str>, today: Today) -> Option<Way<'a>> {
    if today.stopped || !today.permit.allows(exercise) {
        return None;
    }
    let next = match (place(&exercise.easier, now), place(&exercise.harder, now)) {
        (Some(0), _) => return Some(None),
        (Some(place), _) => return exercise.easier.get(place - 1).map(Some),
        (None, Some(place)) => exercise.harder.get(place + 1)?,
        (None, None) => exercise.harder.first()?,
    };
    let Today { permit, decisions, against, .. } = today;
    let against = against.is_some() || permit.is_gentle();
    let locked = asks_two_keys(next) && !load_is_unlocked(decisions, exercise);
    (!against && !locked).then_some(Some(next))
}

fn place(ways: &[Variant], now: Option<&str>) -> Option<usize> {
    ways.iter().position(|way| Some(way.id.as_str()) == now)
}
