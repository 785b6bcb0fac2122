//! D5: how much of the session is left for sore muscles.

use proptest::prelude::*;
use soepel::domain::{
    clearance::DailyCheck,
    day::{Volume, at_sixty_percent},
    dose::{Protocol, Tempo},
    time::Seconds,
};

use crate::{check, score};

/// D5, R4.25: 6 or more, and 4 or more before jumps.
#[test]
fn soreness_of_six_or_of_four_before_jumps_leaves_sixty_percent() {
    for (soreness, jumps, volume) in [
        (None, true, Volume::Whole),
        (Some(3), true, Volume::Whole),
        (Some(4), true, Volume::Sixty),
        (Some(4), false, Volume::Whole),
        (Some(5), false, Volume::Whole),
        (Some(6), false, Volume::Sixty),
        (Some(10), false, Volume::Sixty),
    ] {
        let check = DailyCheck { soreness: soreness.map(score), ..check() };
        assert_eq!(check.volume(jumps), volume, "{soreness:?}, jumps: {jumps}");
    }
}

fn tempo() -> Tempo {
    Tempo { out: Seconds(2), end_hold: Seconds(1), back: Seconds(2), start_hold: Seconds(0) }
}

fn amount(protocol: Protocol) -> u32 {
    match protocol {
        Protocol::Reps { sets, reps, .. } | Protocol::Dynamic { sets, reps, .. } => sets * reps,
        Protocol::Hold { reps, hold, .. } => reps * hold.0,
        _ => 0,
    }
}

#[test]
fn three_sets_of_ten_at_sixty_percent_are_two_of_nine() {
    let whole = Protocol::Reps { sets: 3, reps: 10, tempo: tempo(), rest: Seconds(60) };
    let light = Protocol::Reps { sets: 2, reps: 9, tempo: tempo(), rest: Seconds(60) };
    assert_eq!(at_sixty_percent(whole), light);
    let whole = Protocol::Hold { reps: 3, hold: Seconds(20), rest: Seconds(10) };
    let light = Protocol::Hold { reps: 2, hold: Seconds(18), rest: Seconds(10) };
    assert_eq!(at_sixty_percent(whole), light);
    let walk = Protocol::Timed { duration: Seconds(120) };
    assert_eq!(at_sixty_percent(walk), walk, "a warm-up tires nobody");
}

proptest! {
    /// R4.25: never more than 60 %, never nothing, and no more than a repetition a set below it.
    #[test]
    fn sixty_percent_is_never_more_and_never_nothing(sets in 1..=6u32, each in 1..=60u32) {
        let reps = Protocol::Reps { sets, reps: each, tempo: tempo(), rest: Seconds(60) };
        let hold = Protocol::Hold { reps: sets, hold: Seconds(each), rest: Seconds(10) };
        for (whole, left) in [(reps, at_sixty_percent(reps)), (hold, at_sixty_percent(hold))] {
            let (all, left) = (amount(whole), amount(left));
            prop_assert!(left >= 1);
            prop_assert!(left * 10 <= all * 6 || left <= sets, "{left} of {all}");
            prop_assert!((left + sets) * 10 >= all * 6, "{left} of {all}");
        }
    }
}
