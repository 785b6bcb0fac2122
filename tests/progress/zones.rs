//! X15 and Decision 11: pain zones per mode, at each edge.

use soepel::domain::{
    dose::Mode,
    exercise::Condition,
    progress::{Who, Zone, zone},
};

use crate::made::{adult, score};

/// The highest mark that goes on, and the highest that eases off.
const EDGES: [(Mode, u8, u8); 10] = [
    (Mode::Reps, 3, 5),
    (Mode::Hold, 3, 5),
    (Mode::Static, 2, 3),
    (Mode::PnfSelf, 2, 3),
    (Mode::PnfPartner, 2, 3),
    (Mode::IsometricEndRange, 2, 3),
    (Mode::ControlledRotation, 2, 3),
    (Mode::EndRangeLift, 2, 3),
    (Mode::Dynamic, 2, 3),
    (Mode::Timed, 2, 3),
];

/// X15.
#[test]
fn every_mode_goes_on_eases_off_and_stops_at_its_own_marks() {
    assert_eq!(EDGES.len(), Mode::ALL.len());
    for (mode, fine, ceiling) in EDGES {
        for mark in 0..=10 {
            let expected = match mark {
                mark if mark <= fine => Zone::GoOn,
                mark if mark <= ceiling => Zone::EaseOff,
                _ => Zone::Stop,
            };
            assert_eq!(zone(mode, score(mark).unwrap(), &adult()), expected, "{mode:?} at {mark}");
        }
    }
}

/// Decision 11, X15.
#[test]
fn with_osteoarthritis_five_is_accepted_in_strength_and_nothing_changes_for_stretches() {
    let who = Who { conditions: [Condition::HipOsteoarthritis].into(), ..adult() };
    for (mode, mark, expected) in [
        (Mode::Reps, 5, Zone::GoOn),
        (Mode::Hold, 5, Zone::GoOn),
        (Mode::Reps, 6, Zone::Stop),
        (Mode::Static, 3, Zone::EaseOff),
        (Mode::Dynamic, 4, Zone::Stop),
    ] {
        assert_eq!(zone(mode, score(mark).unwrap(), &who), expected, "{mode:?} at {mark}");
    }
}
