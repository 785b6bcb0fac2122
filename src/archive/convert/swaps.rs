//! Ways swapped during a session, from and to the first form.

use super::{Check, all, side, side_name};
use crate::{
    archive::v1,
    domain::record::{Degree, Swapped},
};

/// More than anybody presses in a session.
const MOST: usize = 200;

pub(super) fn write(swaps: &[Swapped]) -> Vec<v1::Swap> {
    let one = |swap: &Swapped| {
        let side = swap.side.map(|side| side_name(side).to_owned());
        let degree = swap.degree.slug().to_owned();
        v1::Swap(swap.exercise.clone(), side, degree, swap.variant.clone())
    };
    swaps.iter().map(one).collect()
}

pub(super) fn read(check: &mut Check, swaps: &[v1::Swap]) -> Option<Vec<Swapped>> {
    check.hold("swaps", swaps.len() <= MOST);
    all(swaps.iter().map(|v1::Swap(exercise, side_text, degree, variant)| {
        let exercise = check.name("swaps.exercise", exercise);
        let side = check.maybe("swaps.side", side_text.as_deref(), side);
        let degree = check.need("swaps.degree", Degree::parse(degree))?;
        let variant = variant.as_deref().map(|variant| check.name("swaps.variant", variant));
        check.hold("swaps.variant", variant.is_some() == (degree != Degree::Plain));
        Some(Swapped { exercise, side, degree, variant })
    }))
}
