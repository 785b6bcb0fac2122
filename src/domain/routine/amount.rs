//! The numbers of a dose that somebody may set, and how far each may go.

use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Bounds, Dose, Protocol},
    exercise::Exercise,
    time::Seconds,
};

/// One number that a session may set differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    Sets,
    /// Also cycles, rounds and circles.
    Reps,
    Hold,
    Passive,
    Duration,
}

/// How far a number may go, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub bounds: Bounds,
    pub said: Said,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The dose states bounds for this number.
    Dose,
    /// The dose for 65 and older does (R0.18).
    Senior,
    /// Nobody does: it stays within what our own sessions and ladders use.
    Ours,
}

impl Amount {
    pub const ALL: [Self; 5] = [Self::Sets, Self::Reps, Self::Hold, Self::Passive, Self::Duration];

    /// None where the mode has no such number.
    pub fn of(self, protocol: &Protocol) -> Option<u32> {
        match (self, *protocol) {
            (
                Self::Sets,
                Protocol::EndRangeLift { sets, .. }
                | Protocol::Reps { sets, .. }
                | Protocol::Dynamic { sets, .. },
            ) => Some(sets),
            (
                Self::Reps,
                Protocol::Static { reps, .. }
                | Protocol::Hold { reps, .. }
                | Protocol::EndRangeLift { reps, .. }
                | Protocol::Reps { reps, .. }
                | Protocol::Dynamic { reps, .. }
                | Protocol::Pnf { cycles: reps, .. }
                | Protocol::IsometricEndRange { rounds: reps, .. }
                | Protocol::ControlledRotation { circles: reps, .. },
            ) => Some(reps),
            (
                Self::Hold,
                Protocol::Static { hold: span, .. }
                | Protocol::Hold { hold: span, .. }
                | Protocol::EndRangeLift { hold: span, .. },
            )
            | (Self::Passive, Protocol::IsometricEndRange { passive: span, .. })
            | (Self::Duration, Protocol::Timed { duration: span }) => Some(span.0),
            _ => None,
        }
    }

    pub fn in_change(self, change: &Adjustment) -> Option<u32> {
        let seconds = |span: Option<Seconds>| span.map(|span| span.0);
        match self {
            Self::Sets => change.sets,
            Self::Reps => change.reps,
            Self::Hold => seconds(change.hold),
            Self::Passive => seconds(change.passive),
            Self::Duration => seconds(change.duration),
        }
    }

    pub fn set(self, change: &mut Adjustment, value: Option<u32>) {
        match self {
            Self::Sets => change.sets = value,
            Self::Reps => change.reps = value,
            Self::Hold => change.hold = value.map(Seconds),
            Self::Passive => change.passive = value.map(Seconds),
            Self::Duration => change.duration = value.map(Seconds),
        }
    }

    /// How much one press adds or takes; our choice, so that a bound is a few presses away.
    pub fn step(self, bounds: Bounds) -> u32 {
        match self {
            Self::Sets | Self::Reps => 1,
            Self::Hold if bounds.most < 15 => 1,
            Self::Hold => 5,
            Self::Passive | Self::Duration => 15,
        }
    }
}

/// None where the mode has no such number.
pub fn limits(
    catalogue: &Catalogue,
    exercise: &Exercise,
    dose: &Dose,
    age: AgeGroup,
    amount: Amount,
) -> Option<Limits> {
    let usual = amount.of(&dose.resolve(age, Adjustment::default()))?;
    if let (Amount::Hold, AgeGroup::Senior, Some(senior)) = (amount, age, dose.senior) {
        let bounds = Bounds { least: senior.shortest_hold.0, most: senior.longest_hold.0 };
        return Some(Limits { bounds, said: Said::Senior });
    }
    let stated = match amount {
        Amount::Sets => dose.sets,
        Amount::Reps => dose.reps,
        Amount::Hold => dose.hold,
        Amount::Passive | Amount::Duration => None,
    };
    if let Some(bounds) = stated {
        return Some(Limits { bounds, said: Said::Dose });
    }
    let mode = dose.protocol.mode();
    let sessions = catalogue.programmes.iter().flat_map(|programme| &programme.sessions);
    let blocks = sessions.flat_map(|session| &session.blocks);
    let in_sessions = blocks
        .filter(|block| block.exercise == exercise.id && block.mode == mode)
        .filter_map(|block| amount.in_change(&block.change));
    let ladders = catalogue.ladders.iter();
    let in_ladders = ladders
        .filter(|ladder| ladder.exercise == exercise.id && ladder.mode == mode)
        .flat_map(|ladder| &ladder.steps)
        .filter_map(|step| amount.in_change(&step.change));
    let bounds = in_sessions.chain(in_ladders).fold(
        Bounds { least: usual, most: usual },
        |Bounds { least, most }, value| Bounds { least: least.min(value), most: most.max(value) },
    );
    Some(Limits { bounds, said: Said::Ours })
}

/// The change with every number inside its bounds, and without those that the mode does not have.
#[must_use]
pub fn fitted(
    catalogue: &Catalogue,
    exercise: &Exercise,
    dose: &Dose,
    age: AgeGroup,
    mut change: Adjustment,
) -> Adjustment {
    for amount in Amount::ALL {
        let Some(value) = amount.in_change(&change) else { continue };
        let limits = limits(catalogue, exercise, dose, age, amount);
        let fitting = limits.map(|Limits { bounds: Bounds { least, most }, .. }| {
            value.clamp(least, most.max(least))
        });
        amount.set(&mut change, fitting);
    }
    change
}
