//! Conditions (3.2, Decisions 10 to 12), and sessions fitted to who has them.

use std::collections::BTreeSet;

use soepel::domain::{
    body::Position,
    clearance::Profile,
    dose::AgeGroup,
    exercise::Condition,
    fitting::{ForYou, fit, for_you},
    plan::Prescription,
    prescribing::{Refusal, prescribe},
    programme::{SessionId, SessionOutline},
    record::Answer::{self, No, Unsure, Yes},
    settings::AgeBand,
};

use crate::{Given, catalogue, permit, profile, treated};

fn held(given: &[(&str, Answer)]) -> Vec<&'static str> {
    profile(given).conditions(catalogue()).into_iter().map(Condition::slug).collect()
}

fn outline(id: &str) -> &'static SessionOutline {
    catalogue().session(&SessionId(id.to_owned())).unwrap().1
}

fn prescribed(id: &str, profile: &Profile) -> Result<Vec<Prescription>, Refusal> {
    prescribe(catalogue(), outline(id), AgeGroup::Adult, &permit(profile))
}

fn slugs(prescribed: &[Prescription]) -> Vec<&str> {
    prescribed.iter().map(|one| one.exercise.as_str()).collect()
}

#[test]
fn a_condition_holds_with_all_that_it_implies() {
    let rows: [(&Given, &[&str]); 12] = [
        (&[], &[]),
        (&[("pregnancy-2nd-3rd", Yes)], &["pregnancy-2nd-3rd", "pregnancy-any"]),
        (&[("vertebral-fracture", Yes)], &["osteoporosis", "vertebral-fracture"]),
        (&[("S12", Yes)], &["groin-pain-runner"]),
        (&[("S12", Unsure)], &["groin-pain-runner"]),
        (&[("A4", Yes)], &["radiating-leg-pain"]),
        (&[("A5", Yes)], &["osteoporosis"]),
        (&[("A7", Yes)], &["hypertension-uncontrolled"]),
        (&[("A9", Unsure)], &["balance-problem"]),
        (&[("A8", Yes), ("label-osteoarthritis", Yes)], &["hip-osteoarthritis"]),
        (&[("A8", Yes), ("label-bursitis", Yes)], &["lateral-hip-pain"]),
        (&[("A8", Yes), ("label-tendon", Yes)], &[]),
    ];
    for (given, expected) in rows {
        let expected: BTreeSet<&str> = expected.iter().copied().collect();
        assert_eq!(held(given).into_iter().collect::<BTreeSet<_>>(), expected, "{given:?}");
    }
    let old = Profile { age: Some(AgeBand::SixtyFivePlus), ..profile(&[]) };
    assert!(old.conditions(catalogue()).contains(&Condition::Age65Plus), "R0.18");
}

#[test]
fn who_does_not_say_how_far_the_pregnancy_is_counts_as_far_along() {
    let late = "pregnancy-2nd-3rd";
    assert!(held(&[("A6", Unsure)]).contains(&late));
    assert!(held(&[("A6", Yes), ("pelvic-floor-symptoms", Yes)]).contains(&late));
    assert!(!held(&[("A6", Yes), ("pregnancy-any", Yes)]).contains(&late));
    assert!(!held(&[("A6", Yes), ("postpartum-12w", Yes)]).contains(&late));
}

/// Decision 11: every label says what it changes, and one of them is "I don't know".
#[test]
fn every_label_of_a_diagnosis_says_what_it_changes() {
    for label in &catalogue().labels {
        assert!(!label.effect.dutch.is_empty() && !label.effect.english.is_empty());
    }
    assert!(catalogue().labels.iter().any(|label| label.id == "none"));
}

/// Decision 12: all of P7 on one's feet or on a chair.
#[test]
fn who_cannot_get_down_to_the_floor_does_all_of_p7_standing_or_on_a_chair() {
    let profile = profile(&[("no-floor", Yes)]);
    let p7 = catalogue().programmes.iter().find(|programme| programme.id.0 == "P7").unwrap();
    for session in &p7.sessions {
        let all = prescribed(&session.id.0, &profile).expect("it can be played");
        for one in &all {
            let exercise = catalogue().exercise(&one.exercise).unwrap();
            let up = [Position::Standing, Position::Seated].contains(&exercise.position);
            let no_floor = exercise.adapt_if.iter().find(|how| how.condition == Condition::NoFloor);
            let told = no_floor.is_some_and(|how| {
                how.swap.is_none()
                    && ["staand", "stoel", "aanrecht"].iter().any(|at| how.text.dutch.contains(at))
            });
            assert!(up || told, "{}: {}", session.id.0, exercise.id.as_str());
        }
    }
    assert_eq!(
        slugs(&prescribed("P7-A", &profile).unwrap()),
        [
            "warm-up-march",
            "hip-cars-standing",
            "iliopsoas-standing-lunge",
            "sit-to-stand",
            "abdominal-brace",
        ]
    );
}

/// No session of any programme leaves anybody on the floor without a word about it.
#[test]
fn no_session_takes_to_the_floor_who_cannot_get_there() {
    let permit = permit(&profile(&[("no-floor", Yes)]));
    for session in catalogue().programmes.iter().flat_map(|programme| &programme.sessions) {
        let Ok(all) = prescribe(catalogue(), session, AgeGroup::Senior, &permit) else { continue };
        for one in all {
            let exercise = catalogue().exercise(&one.exercise).unwrap();
            let up = [Position::Standing, Position::Seated].contains(&exercise.position);
            let told = exercise.adapt_if.iter().any(|how| how.condition == Condition::NoFloor);
            assert!(up || told, "{}: {}", session.id.0, exercise.id.as_str());
        }
    }
}

#[test]
fn a_swap_keeps_the_numbers_of_the_session_and_falls_away_where_it_stands_already() {
    let profile = profile(&[("no-floor", Yes)]);
    let all = prescribed("P7-A", &profile).unwrap();
    let same = prescribed("P7-A", &crate::profile(&[])).unwrap();
    assert_eq!(all[1].protocol, same[1].protocol, "two circles, standing too");
    let both = prescribed("P3-2", &profile).unwrap();
    let rise = slugs(&both).iter().filter(|slug| **slug == "sit-to-stand").count();
    assert_eq!(rise, 1, "{:?}", slugs(&both));
    for session in catalogue().programmes.iter().flat_map(|programme| &programme.sessions) {
        let Ok(all) = prescribed(&session.id.0, &profile) else { continue };
        let unique: BTreeSet<_> = all.iter().map(|one| &one.exercise).collect();
        assert_eq!(unique.len(), all.len(), "{}", session.id.0);
    }
}

#[test]
fn after_consultation_a_session_goes_on_without_what_is_not_for_this_person() {
    let back = treated(&[("A2", Yes), ("extension-sensitive-back", Yes)]);
    let all = prescribed("P3-3", &back).unwrap();
    assert_eq!(slugs(&all), ["warm-up-march", "good-morning", "glute-bridge"]);
    // Of a session whose heart falls out nothing is left to play.
    let leg = treated(&[("A4", Yes)]);
    let hollow: Vec<&str> = catalogue()
        .programmes
        .iter()
        .flat_map(|programme| &programme.sessions)
        .map(|session| session.id.0.as_str())
        .filter(|id| prescribed(id, &leg) == Err(Refusal::NothingLeft))
        .collect();
    assert!(hollow.iter().any(|id| id.starts_with("P5")), "{hollow:?}");
    assert!(!hollow.iter().any(|id| id.starts_with("P1")), "{hollow:?}");
}

#[test]
fn before_the_start_a_session_says_what_it_changes_for_this_person() {
    let person = treated(&[("A2", Yes), ("extension-sensitive-back", Yes), ("no-floor", Yes)]);
    let permit = permit(&person);
    let said = for_you(&fit(catalogue(), outline("P7-A"), &permit).unwrap(), &permit, |_| None);
    let instead: Vec<(&str, &str)> = said
        .iter()
        .filter_map(|one| match one {
            ForYou::Instead { from, exercise, .. } => {
                Some((from.id.as_str(), exercise.id.as_str()))
            }
            _ => None,
        })
        .collect();
    let swaps = [("hip-cars-quadruped", "hip-cars-standing"), ("glute-bridge", "sit-to-stand")];
    assert_eq!(instead, swaps);
    assert!(said.iter().any(|one| {
        matches!(one, ForYou::Differently { exercise, .. } if exercise.id.as_str() == "abdominal-brace")
    }));
    let said = for_you(&fit(catalogue(), outline("P3-2"), &permit).unwrap(), &permit, |_| None);
    let nothing = for_you(
        &fit(catalogue(), outline("P3-2"), &crate::permit(&profile(&[]))).unwrap(),
        &crate::permit(&profile(&[])),
        |_| None,
    );
    assert!(!said.is_empty() && nothing.is_empty());
}

/// 3.3: the gentle start is playable for every amber, and holds nothing that its row closes.
#[test]
fn the_gentle_start_fits_every_amber() {
    let gentle = catalogue().gentle_start.as_ref().unwrap();
    let ambers = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11"];
    for id in ambers {
        for floor in [No, Yes] {
            let profile = profile(&[(id, Yes), ("no-floor", floor)]);
            let permit = permit(&profile);
            for session in &gentle.sessions {
                let all = prescribed(&session.id.0, &profile).expect("it can be played");
                for one in &all {
                    let exercise = catalogue().exercise(&one.exercise).unwrap();
                    assert!(permit.allows(exercise), "{id}: {}", exercise.id.as_str());
                }
                assert!(all.len() > 1, "{id}: {:?}", slugs(&all));
            }
        }
    }
}
