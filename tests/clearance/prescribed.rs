//! What is prescribed of every session: how long it takes, with how much effort, and what a day with
//! pain leaves of it.

use soepel::domain::{
    body::Side,
    clearance::{Permit, Profile, Readiness},
    dose::AgeGroup,
    exercise::Category,
    plan::{Order, Plan, Prescription},
    prescribing::{lasting, length, prescribe_at},
    programme::SessionOutline,
    progress::Standing,
    record::Answer::Yes,
    time::Seconds,
    timeline::Pacing,
};

use crate::{catalogue, profile, treated};

fn sessions() -> impl Iterator<Item = &'static SessionOutline> {
    catalogue().programmes.iter().flat_map(|programme| &programme.sessions)
}

fn prescribed(
    outline: &SessionOutline,
    age: AgeGroup,
    profile: &Profile,
    readiness: Readiness,
) -> Vec<Prescription> {
    let permit = Permit::grant(catalogue(), profile, readiness);
    prescribe_at(catalogue(), outline, age, &permit, &Standing::default()).unwrap_or_default()
}

#[test]
fn what_is_told_beforehand_is_how_long_it_takes() {
    let pacing = Pacing { ready: Seconds(4), switch: Seconds(9), transition: Seconds(13) };
    for outline in sessions() {
        for age in [AgeGroup::Adult, AgeGroup::Senior] {
            let all = prescribed(outline, age, &profile(&[]), Readiness::Normal);
            let told = lasting(&all, pacing);
            let order = Order {
                session: outline.id.clone(),
                prescriptions: all,
                pacing,
                first_side: Side::Left,
            };
            assert_eq!(told, Plan::new(order).unwrap().lasts(), "{}", outline.id.0);
            assert!(length(catalogue(), outline, age, pacing).is_some(), "{}", outline.id.0);
        }
    }
    assert_eq!(lasting(&[], pacing), Seconds(0));
}

/// X3, X22: pushing has a most, and with raised blood pressure never more than 30 %.
#[test]
fn pushing_has_a_most_that_is_lower_with_raised_blood_pressure() {
    let most = |profile: &Profile| -> Vec<(String, Option<u32>, Option<u32>)> {
        let mut found = Vec::new();
        for outline in sessions() {
            for one in prescribed(outline, AgeGroup::Adult, profile, Readiness::Normal) {
                let exercise = catalogue().exercise(&one.exercise).unwrap();
                let dose = exercise.dose(one.protocol.mode()).unwrap();
                let own = dose.effort.map(|effort| effort.most);
                found.push((one.exercise.as_str().to_owned(), own, one.effort_most));
            }
        }
        found
    };
    let usual = most(&profile(&[]));
    assert!(usual.iter().any(|(_, own, _)| own.is_some_and(|own| own > 30)));
    for (slug, own, told) in &usual {
        assert_eq!(own.is_some(), told.is_some(), "{slug}");
        assert!(told.is_none_or(|told| told >= 10 && Some(told) <= *own), "{slug}: {told:?}");
    }
    let careful = most(&treated(&[("A7", Yes)]));
    assert!(careful.iter().any(|(_, own, told)| own.is_some_and(|own| own > 30) && told.is_some()));
    for (slug, own, told) in &careful {
        assert_eq!(own.is_some(), told.is_some(), "{slug}");
        assert!(told.is_none_or(|told| told <= 30), "{slug}: {told:?}");
    }
}

/// 3.4: pain of 4 or 5 leaves out the hardest and takes the lightest step of the rest.
#[test]
fn a_day_with_pain_is_shorter_and_has_nothing_of_the_hardest_level() {
    let pacing = Pacing::default();
    let mut shorter = 0;
    for outline in sessions() {
        for age in [AgeGroup::Adult, AgeGroup::Senior] {
            let usual = prescribed(outline, age, &profile(&[]), Readiness::Normal);
            let light = prescribed(outline, age, &profile(&[]), Readiness::AmberToday);
            for one in &light {
                let exercise = catalogue().exercise(&one.exercise).unwrap();
                assert!(exercise.level < 3, "{} in {}", one.exercise.as_str(), outline.id.0);
                let same = usual.iter().find(|it| {
                    it.exercise == one.exercise && it.protocol.mode() == one.protocol.mode()
                });
                let Some(same) = same else { continue };
                let times = [one, same].map(|it| lasting(std::slice::from_ref(it), pacing));
                assert!(times[0] <= times[1], "{} in {}", one.exercise.as_str(), outline.id.0);
                let support = [Category::Support, Category::MobilityRotation];
                if support.contains(&exercise.category) {
                    assert_eq!(one.protocol, same.protocol, "what supports stays as it is");
                }
            }
            shorter += usize::from(lasting(&light, pacing) < lasting(&usual, pacing));
        }
    }
    assert!(shorter > 10, "{shorter}");
}
