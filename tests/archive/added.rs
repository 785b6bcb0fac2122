//! What was added to version 1 since its fixtures were made.

use proptest::{collection, option, prelude::*};
use soepel::domain::{
    body::{Score, Side, Spot},
    record::{
        BeforeSport, Degree, Felt, FeltAt, FeltMark, Form, PainAt, SessionRecord, StopMark,
        StopReason, Swapped,
    },
};

use crate::made::{NOON, full_session, one_of};

/// Everything that was added to version 1 since its fixtures were made.
pub(crate) fn fuller_session() -> SessionRecord {
    let mut record = full_session();
    record.before.sport = Some(BeforeSport::Kept);
    (record.before.soreness, record.before.stiffness) = (Score::new(3), Score::new(6));
    (record.after.form, record.after.felt) = (Some(Form::Faults), Some(Felt::LowBack));
    record.after.morning = Score::new(4);
    record.after.stiffness = Score::new(5);
    record.stops = vec![
        stop_mark("wall-sit-of-2031", None, StopReason::TooHard),
        StopMark {
            at: Some(NOON + 300_000),
            pain: Some(PainAt { spot: Spot::Groin, side: Some(Side::Right) }),
            ..stop_mark("quad-stretch-prone", Some(Side::Right), StopReason::GroinPinch)
        },
    ];
    record.felt_in = vec![
        felt_mark("quad-stretch-prone", FeltAt::In(Spot::FrontThigh)),
        felt_mark("side-plank", FeltAt::Nowhere),
    ];
    record.swaps = vec![
        swapped("quad-stretch-prone", Some(Side::Left), Degree::Easier, Some("quad-towel")),
        swapped("quad-stretch-prone", None, Degree::Plain, None),
    ];
    record
}

pub(crate) fn stop_mark(exercise: &str, side: Option<Side>, reason: StopReason) -> StopMark {
    StopMark { exercise: exercise.to_owned(), side, reason, at: None, pain: None }
}

pub(crate) fn felt_mark(exercise: &str, at: FeltAt) -> FeltMark {
    FeltMark { exercise: exercise.to_owned(), at }
}

/// Where it was felt, and the stops of a session with what is known of each.
pub(crate) fn told() -> impl Strategy<Value = (Vec<FeltMark>, Vec<StopMark>)> {
    let name = "[a-b]|[a-z0-9-]{1,60}";
    let side = || option::of(one_of(&[Side::Left, Side::Right]));
    let pain = (one_of(Spot::ALL), side()).prop_map(|(spot, side)| PainAt { spot, side });
    let details = (option::of(0..4_102_444_800_000i64), option::of(pain));
    let stop = (name, side(), one_of(StopReason::ALL), details).prop_map(
        |(exercise, side, reason, (at, pain))| StopMark { exercise, side, reason, at, pain },
    );
    let at = proptest::sample::select(FeltAt::all().collect::<Vec<_>>());
    let felt = (name, at).prop_map(|(exercise, at)| FeltMark { exercise, at });
    (collection::vec(felt, 0..3), collection::vec(stop, 0..3))
}

pub(crate) fn swapped(
    exercise: &str,
    side: Option<Side>,
    degree: Degree,
    variant: Option<&str>,
) -> Swapped {
    let variant = variant.map(str::to_owned);
    Swapped { exercise: exercise.to_owned(), side, degree, variant }
}
