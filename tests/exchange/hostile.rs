//! A plan may come from anybody: what is no good is refused or left out, in bounded time.

use std::time::Instant;

use soepel::{
    archive::exchange::{Refusal, find, unpack},
    content::catalogue,
    domain::{
        advice::{What, check},
        dose::AgeGroup,
        routine::amount::{Amount, limits},
    },
};

#[path = "payloads.rs"]
mod payloads;

#[test]
#[expect(clippy::disallowed_methods, reason = "that it takes no time is what is told here")]
fn what_is_no_plan_is_refused_whole_and_at_once() {
    let all = payloads::refused();
    assert!(all.len() > 30);
    for (name, data) in all {
        let began = Instant::now();
        let refusal = unpack(&data);
        assert!(refusal.is_err(), "{name}: {refusal:?}");
        assert!(find(data.as_bytes()).is_err(), "{name}");
        assert!(began.elapsed().as_secs() < 2, "{name}");
    }
}

#[test]
fn each_kind_of_harm_has_its_own_name() {
    let refusal = |wanted: &str| {
        let all = payloads::refused();
        let (_, data) = all.into_iter().find(|(name, _)| *name == wanted).unwrap();
        unpack(&data).unwrap_err()
    };
    assert_eq!(refusal("a word"), Refusal::NotAPlan);
    assert_eq!(refusal("an export"), Refusal::NotAPlan);
    assert_eq!(refusal("cut short"), Refusal::Damaged);
    assert_eq!(refusal("another checksum"), Refusal::Damaged);
    assert_eq!(refusal("a bomb"), Refusal::TooLarge);
    assert_eq!(refusal("far too long"), Refusal::TooLarge);
    assert_eq!(refusal("a newer schema"), Refusal::Newer);
    assert_eq!(refusal("a newer packing"), Refusal::Newer);
    assert_eq!(refusal("a deep line"), Refusal::TooDeep);
    assert_eq!(refusal("a name twice"), Refusal::Twice);
    assert_eq!(refusal("no line"), Refusal::Empty);
}

#[test]
fn what_is_left_of_a_plan_lies_within_the_catalogue_and_its_bounds() {
    let all = payloads::trimmed();
    assert!(all.len() > 30);
    for (name, data) in all {
        let offered = unpack(&data).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        for age in [AgeGroup::Adult, AgeGroup::Senior] {
            let checked = check(&offered, catalogue(), age);
            assert!(!checked.is_whole(), "{name}: nothing is said about it");
            assert!(checked.advice.lines.len() <= 40, "{name}");
            for line in &checked.advice.lines {
                let exercise = catalogue().exercise(&line.exercise).expect("a known exercise");
                let What::Do(doing) = &line.what else { continue };
                let dose = exercise.dose(doing.mode).expect("a known way");
                for amount in Amount::ALL {
                    let Some(value) = amount.in_change(&doing.change) else { continue };
                    let limits = limits(catalogue(), exercise, dose, age, amount).unwrap();
                    assert!(limits.bounds.hold(value), "{name}: {amount:?} {value}");
                }
            }
        }
    }
}
