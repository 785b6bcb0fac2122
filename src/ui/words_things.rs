//! Words for positions, movements, muscles, and the modes and numbers of a dose, in the person's
//! language.

use super::words::{language, say};
use crate::{
    app::view::{
        exercise::{DoseNumber, Unit},
        things,
    },
    domain::{
        body::{HipMovement, Muscle, Position},
        dose::{Bounds, Mode, Sides},
    },
};

pub(super) fn position(position: Position) -> String {
    say(things::position(position))
}

pub(super) fn movement(movement: HipMovement) -> String {
    say(things::movement(movement))
}

pub(super) fn muscle(muscle: Muscle) -> String {
    say(things::muscle(muscle))
}

pub(super) fn mode(mode: Mode) -> String {
    say(things::mode(mode))
}

pub(super) fn sides(sides: Sides) -> String {
    say(things::sides(sides))
}

pub(super) fn dose_number(number: DoseNumber) -> String {
    say(things::dose_number(number))
}

/// "20 s", "3 keer", "50%".
pub(super) fn amount(value: u32, unit: Unit) -> String {
    things::amount(value, unit, language())
}

/// "15 tot 30 s".
pub(super) fn range(bounds: Bounds, unit: Unit) -> String {
    things::range(bounds, unit, language())
}
