//! Hip checks made by hand and by chance.

use proptest::prelude::*;
use soepel::domain::{
    body::{HipMovement, Side},
    selftest::{Attempt, Class, Given, Goal, HIP_ORDER, HipCheck, Range, Reading, SIDES, Stopper},
    time::Day,
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(crate) fn seen(class: Class) -> Attempt {
    Attempt::Reached(Range::ByEye(class))
}

/// Active and passive, 0 to 2 as the fact sheet writes them.
pub(crate) fn reading(active: usize, passive: usize) -> Reading {
    let attempt = |rank: usize| seen(Class::ALL[rank]);
    Reading { active: attempt(active), passive: attempt(passive), stopped: None }
}

/// Everything good on both sides.
pub(crate) fn good() -> HipCheck {
    let mut check = HipCheck::default();
    for movement in HIP_ORDER {
        put_both(&mut check, movement, reading(2, 2));
    }
    check
}

pub(crate) fn put_both(check: &mut HipCheck, movement: HipMovement, reading: Reading) {
    for side in SIDES {
        check.put(movement, side, reading);
    }
}

pub(crate) fn mirrored(check: &HipCheck) -> HipCheck {
    let mut other = HipCheck::default();
    for (movement, side, reading) in check.all() {
        other.put(movement, side.other(), reading);
    }
    other
}

fn attempts() -> impl Strategy<Value = Attempt> {
    let range = prop_oneof![
        3 => prop::sample::select(Class::ALL).prop_map(Range::ByEye),
        1 => (0..=140_u16).prop_map(Range::Degrees),
        1 => (0..=140_u16).prop_map(Range::Phone),
        1 => (0..=60_u16, 20..=50_u16).prop_map(|(cm, of_cm)| Range::Shift { cm, of_cm }),
    ];
    prop_oneof![
        1 => Just(Attempt::NotTested),
        1 => prop::option::of(range.clone()).prop_map(Attempt::Painful),
        6 => range.prop_map(Attempt::Reached),
    ]
}

pub(crate) fn checks() -> impl Strategy<Value = HipCheck> {
    let stopped = prop::option::weighted(0.3, prop::sample::select(Stopper::ALL));
    let reading = (attempts(), attempts(), stopped)
        .prop_map(|(active, passive, stopped)| Reading { active, passive, stopped });
    prop::collection::vec(reading, 12).prop_map(|readings| {
        let mut check = HipCheck::default();
        let places = HIP_ORDER.into_iter().flat_map(|movement| SIDES.map(|side| (movement, side)));
        for ((movement, side), reading) in places.zip(readings) {
            check.put(movement, side, reading);
        }
        check
    })
}

pub(crate) fn given() -> impl Strategy<Value = Given> {
    let limits = (prop::sample::select(HipMovement::ALL), prop::sample::select(&SIDES[..]));
    (
        prop::collection::vec(prop::sample::select(Goal::ALL), 0..3),
        any::<bool>(),
        prop::collection::vec(limits, 0..3),
    )
        .prop_map(|(goals, lateral_hip_pain, limits)| Given {
            goals,
            lateral_hip_pain,
            limits,
        })
}

pub(crate) fn mirrored_given(given: &Given) -> Given {
    let limits = given.limits.iter().map(|(movement, side)| (*movement, side.other()));
    Given { limits: limits.collect::<Vec<(HipMovement, Side)>>(), ..given.clone() }
}
