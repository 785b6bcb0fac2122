//! Easier and harder ways during a session, and the gates of single exercises.

use soepel::domain::{
    clearance::{Permit, Profile},
    exercise::{Category, Exercise, Variant},
    progress::{Opened, asks_two_keys},
    record::Answer::Yes,
    swapping::{Against, Today, heavier, lighter},
};

use crate::{catalogue, permit, profile};

/// From the easiest to the hardest; none is as it is written.
fn ways(exercise: &Exercise) -> Vec<Option<&Variant>> {
    let easier = exercise.easier.iter().rev().map(Some);
    easier.chain([None]).chain(exercise.harder.iter().map(Some)).collect()
}

fn id(way: Option<&Variant>) -> Option<&str> {
    way.map(|way| way.id.as_str())
}

fn on(permit: &Permit) -> Today<'_> {
    Today { permit, decisions: &[], stopped: false, against: None }
}

/// R2.19, C12: weight waits for the physiotherapist.
#[test]
fn every_step_leads_to_the_next_way_and_back() {
    let open = permit(&profile(&[]));
    let mut climbed = 0;
    for exercise in &catalogue().exercises {
        let ways = ways(exercise);
        for (place, way) in ways.iter().enumerate() {
            let told = format!("{} at {:?}", exercise.id.as_str(), id(*way));
            let below = place.checked_sub(1).map(|below| ways[below]);
            assert_eq!(lighter(exercise, id(*way)), below, "{told}");
            let above = ways.get(place + 1).copied();
            let locked = above.flatten().is_some_and(asks_two_keys);
            let above = above.filter(|_| !locked);
            assert_eq!(heavier(exercise, id(*way), on(&open)), above, "{told}");
            climbed += usize::from(above.is_some());
        }
    }
    assert!(climbed > 20, "{climbed}");
}

/// 3.4, X16 to X18, X22: back to how it is written is allowed, beyond it is not.
#[test]
fn a_day_that_asks_for_care_leads_back_to_the_exercise_itself_and_no_further() {
    let open = permit(&profile(&[]));
    let careful = permit(&profile(&[("A2", Yes)]));
    for exercise in &catalogue().exercises {
        let ways = ways(exercise);
        for (place, way) in ways.iter().enumerate() {
            let within = ways.get(place + 1).copied().filter(|_| place < exercise.easier.len());
            for against in [Against::Pain, Against::Eased, Against::SetBack, Against::Adapted] {
                let today = Today { against: Some(against), ..on(&open) };
                assert_eq!(heavier(exercise, id(*way), today), within);
            }
            let stopped = Today { stopped: true, ..on(&open) };
            assert_eq!(heavier(exercise, id(*way), stopped), None, "stopped in it today");
            let gentle = within.filter(|_| careful.allows(exercise));
            assert_eq!(heavier(exercise, id(*way), on(&careful)), gentle);
        }
    }
}

fn opens(profile: &Profile, slug: &str) -> bool {
    let permit = permit(profile);
    let exercise = catalogue().exercises.iter().find(|one| one.id.as_str() == slug);
    permit.allows(exercise.expect("it is in the catalogue"))
}

/// C17: the lift comes after twenty seconds of side plank, or after level 1.
#[test]
fn the_lift_in_side_plank_waits_for_the_side_plank() {
    const LIFT: &str = "side-plank-hip-lift";
    let with = |side_plank, opened| Profile { side_plank, opened, ..profile(&[]) };
    assert!(!opens(&with(false, Opened::default()), LIFT));
    assert!(opens(&with(true, Opened::default()), LIFT));
    assert!(opens(&with(false, Opened::up_to("P5-M")), LIFT));
    assert!(opens(&with(false, Opened::default()), "side-plank"), "the plank itself does not wait");
}

/// X14, X27: jumps come at level 3 and rest two days.
#[test]
fn jumps_wait_for_their_level_and_rest_after_each_other() {
    let jumps = |profile: &Profile| {
        let permit = permit(profile);
        let all = catalogue().exercises.iter();
        let jumps = all.filter(|exercise| exercise.category == Category::RunnerDynamic);
        let (open, closed): (Vec<_>, Vec<_>) = jumps.partition(|one| permit.allows(one));
        (open.len(), closed.len())
    };
    let (open, closed) = jumps(&profile(&[]));
    assert!(open > 0 && closed == 0);
    assert_eq!(jumps(&Profile { jumped: true, ..profile(&[]) }), (0, open));
    assert_eq!(jumps(&Profile { opened: Opened::default(), ..profile(&[]) }), (0, open));
    assert!(opens(&Profile { jumped: true, ..profile(&[]) }, "glute-bridge"));
}
