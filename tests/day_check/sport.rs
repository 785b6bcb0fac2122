//! D4: sport within two hours, and what becomes of the stretches.

use soepel::{
    content,
    domain::{
        before_sport::{SportSoon, ease, fit, has_stretches},
        body::Position,
        catalogue::Catalogue,
        clearance::{Permit, Profile, Readiness},
        dose::{AgeGroup, Mode, Protocol},
        plan::Prescription,
        prescribing::prescribe,
        programme::{SessionId, SessionOutline},
        progress::Opened,
        record::{Answer, BeforeSport},
        time::Seconds,
    },
};

fn catalogue() -> &'static Catalogue {
    content::catalogue()
}

fn permit(answers: &[(&str, Answer)]) -> Permit {
    let questions = catalogue().questions.iter();
    let mut profile = Profile {
        answers: questions.map(|question| (question.id.clone(), Answer::No)).collect(),
        opened: Opened::up_to("P5-M"),
        ..Profile::default()
    };
    profile.answers.extend(answers.iter().map(|(id, answer)| ((*id).to_owned(), *answer)));
    Permit::grant(catalogue(), &profile, Readiness::Normal)
}

fn outline(id: &str) -> &'static SessionOutline {
    catalogue().session(&SessionId(id.to_owned())).expect("a session").1
}

fn every_outline() -> impl Iterator<Item = &'static SessionOutline> {
    catalogue().programmes.iter().flat_map(|programme| &programme.sessions)
}

/// What is done of a session before sport, with its numbers.
fn before(id: &str, sport: BeforeSport, age: AgeGroup) -> Vec<Prescription> {
    let permit = permit(&[]);
    let fitted = fit(catalogue(), outline(id), Some(sport), &permit);
    let mut all = prescribe(catalogue(), &fitted, age, &permit).expect("something is left");
    ease(catalogue(), &mut all, Some(sport), age);
    all
}

fn names(prescriptions: &[Prescription]) -> Vec<&str> {
    prescriptions.iter().map(|one| one.exercise.as_str()).collect()
}

/// D4, R0.6, C2: the stretches make way, what moves stays.
#[test]
fn before_sport_warm_up_and_rotations_take_the_place_of_stretches() {
    let swapped = before("P1-A", BeforeSport::Swapped, AgeGroup::Adult);
    let expected =
        ["warm-up-march", "abdominal-brace", "hip-cars-standing", "ninety-ninety-switch"];
    assert_eq!(names(&swapped), expected);
    for outline in every_outline().filter(|outline| has_stretches(outline)) {
        let swapped = before(&outline.id.0, BeforeSport::Swapped, AgeGroup::Adult);
        for one in &swapped {
            let mode = one.protocol.mode();
            let still = [Mode::Static, Mode::PnfSelf, Mode::PnfPartner, Mode::IsometricEndRange];
            assert!(!still.contains(&mode), "{}: {}", outline.id.0, one.exercise.as_str());
        }
        for needed in ["warm-up-march", "hip-cars-standing"] {
            let times = names(&swapped).iter().filter(|name| **name == needed).count();
            assert_eq!(times, 1, "{needed} in {}", outline.id.0);
        }
    }
}

/// 3.4: activation stays, as one light set.
#[test]
fn before_sport_activation_is_one_light_set() {
    let mut met = 0;
    for outline in every_outline().filter(|outline| has_stretches(outline)) {
        for one in before(&outline.id.0, BeforeSport::Swapped, AgeGroup::Adult) {
            match (one.exercise.as_str(), one.protocol) {
                ("side-plank", Protocol::Hold { reps, hold, .. }) => {
                    met += 1;
                    assert!(reps == 1 && hold <= Seconds(10), "{}", outline.id.0);
                }
                ("fire-hydrant" | "glute-bridge", Protocol::Reps { sets, reps, .. }) => {
                    met += 1;
                    assert!(sets == 1 && reps <= 10, "{}", outline.id.0);
                }
                _ => {}
            }
        }
    }
    assert!(met > 0, "some session has both");
}

/// X26, Decision 4: whoever insists gets one hold of 20 s per muscle, also from 65, and moves after.
#[test]
fn whoever_stretches_before_sport_all_the_same_gets_one_short_hold_per_muscle() {
    for age in [AgeGroup::Adult, AgeGroup::Senior] {
        for outline in every_outline().filter(|outline| has_stretches(outline)) {
            let kept = before(&outline.id.0, BeforeSport::Kept, age);
            let mut stretched = Vec::new();
            let mut last = 0;
            for (place, one) in kept.iter().enumerate() {
                let held = match one.protocol {
                    Protocol::Static { reps, hold, .. } => reps * hold.0,
                    Protocol::IsometricEndRange { passive, rounds, .. } => rounds * passive.0,
                    Protocol::Pnf { .. } => panic!("{}: no PNF before sport", outline.id.0),
                    _ => continue,
                };
                assert!(held <= 20, "{}: {held} s", outline.id.0);
                for muscle in &catalogue().exercise(&one.exercise).unwrap().muscles {
                    assert!(!stretched.contains(muscle), "{}: {muscle:?} twice", outline.id.0);
                    stretched.push(*muscle);
                }
                last = place;
            }
            let moving = [Mode::ControlledRotation, Mode::Dynamic];
            let after = kept[last..].iter().map(|one| one.protocol.mode());
            assert!(after.into_iter().any(|mode| moving.contains(&mode)), "{}", outline.id.0);
        }
    }
    let kept = before("P1-A", BeforeSport::Kept, AgeGroup::Adult);
    assert_eq!(names(&kept).last(), Some(&"hip-cars-standing"));
}

/// R0.7: gymnasts and dancers are the exception; without sport nothing changes for anybody.
#[test]
fn for_gymnasts_and_dancers_and_without_sport_nothing_changes() {
    for (soon, dances, outcome) in [
        (SportSoon::No, false, BeforeSport::No),
        (SportSoon::No, true, BeforeSport::No),
        (SportSoon::Swap, false, BeforeSport::Swapped),
        (SportSoon::Keep, false, BeforeSport::Kept),
        (SportSoon::Swap, true, BeforeSport::Exempt),
        (SportSoon::Keep, true, BeforeSport::Exempt),
    ] {
        assert_eq!(soon.outcome(dances), outcome);
    }
    let permit = permit(&[]);
    for outline in every_outline() {
        let usual = prescribe(catalogue(), outline, AgeGroup::Adult, &permit).unwrap();
        for sport in [None, Some(BeforeSport::No), Some(BeforeSport::Exempt)] {
            assert_eq!(fit(catalogue(), outline, sport, &permit), *outline);
            let mut same = usual.clone();
            ease(catalogue(), &mut same, sport, AgeGroup::Adult);
            assert_eq!(same, usual);
        }
    }
}

/// R0.6 opens nothing: what the permit does not cover is not swapped in.
#[test]
fn the_swap_brings_in_nothing_that_the_permit_does_not_cover() {
    let narrow = permit(&[("S7", Answer::Yes)]);
    for outline in every_outline() {
        for sport in [BeforeSport::Swapped, BeforeSport::Kept] {
            let fitted = fit(catalogue(), outline, Some(sport), &narrow);
            let new = fitted.blocks.iter().filter(|block| !outline.blocks.contains(block));
            for block in new.filter(|block| block.mode != Mode::Static) {
                let exercise = catalogue().exercise(&block.exercise).unwrap();
                assert!(narrow.allows(exercise), "{}", exercise.id.as_str());
            }
        }
    }
}

/// D4 with `no_floor` (Decision 12): what comes in the place of the stretches is done standing.
#[test]
fn the_swap_brings_nothing_on_the_floor_to_who_cannot_get_there() {
    let permit = permit(&[("no-floor", Answer::Yes)]);
    for outline in every_outline() {
        let Ok(usual) = prescribe(catalogue(), outline, AgeGroup::Adult, &permit) else { continue };
        for sport in [BeforeSport::Swapped, BeforeSport::Kept] {
            let fitted = fit(catalogue(), outline, Some(sport), &permit);
            let Ok(all) = prescribe(catalogue(), &fitted, AgeGroup::Adult, &permit) else {
                continue;
            };
            for one in all.iter().filter(|one| !names(&usual).contains(&one.exercise.as_str())) {
                let exercise = catalogue().exercise(&one.exercise).unwrap();
                assert_eq!(exercise.position, Position::Standing, "{}", exercise.id.as_str());
            }
            assert!(!names(&all).contains(&"ninety-ninety-switch"), "{}", outline.id.0);
        }
    }
}
