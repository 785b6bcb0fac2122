//! How large a plan on its way may be, and by what it is known.

use serde_json::Value;
use soepel::{
    archive::{
        exchange::{LARGEST, LONGEST, Refusal, file, file_name, find, is_plan, pack, unpack},
        export::checksum,
        json,
    },
    domain::time::Day,
};

use crate::made::full_plan;

#[test]
fn a_plan_knows_itself_and_its_name() {
    let day = Day::parse("2026-11-22").unwrap();
    assert_eq!(file_name(day), "soepel-plan-2026-11-22.json");
    assert!(is_plan(file(&full_plan()).as_bytes()));
    assert!(is_plan(br#"{"format":"soepel-plan"}"#), "whatever else is wrong with it");
    assert!(!is_plan(br#"{"format":"soepel-export"}"#));
    assert!(!is_plan(pack(&full_plan()).as_bytes()), "a link is no file");
}

#[test]
fn the_end_of_a_link_has_a_longest_length() {
    let of = |length: usize| unpack(&format!("1{}", "A".repeat(length - 1))).unwrap_err();
    assert_eq!(of(LONGEST), Refusal::Damaged);
    assert_eq!(of(LONGEST + 1), Refusal::TooLarge);
}

#[test]
fn what_somebody_pastes_is_looked_at_up_to_four_times_the_largest_plan() {
    let spaces = |count: usize| find(" ".repeat(count).as_bytes()).unwrap_err();
    assert_eq!(spaces(4 * LARGEST), Refusal::NotAPlan);
    assert_eq!(spaces(4 * LARGEST + 1), Refusal::TooLarge);
}

/// What a newer version adds counts too: it travels along.
#[test]
fn a_plan_of_the_largest_size_is_taken_and_one_letter_more_is_not() {
    let of = |size: usize| {
        let mut plan: Value = serde_json::from_str(&file(&full_plan())).unwrap();
        plan.as_object_mut().unwrap().remove("sha256");
        plan["later"] = "".into();
        let missing = size - json::canonical(&plan).len();
        plan["later"] = "x".repeat(missing).into();
        plan["sha256"] = checksum(&plan).into();
        find(json::canonical(&plan).as_bytes())
    };
    assert!(of(LARGEST).is_ok());
    assert_eq!(of(LARGEST + 1), Err(Refusal::TooLarge));
}
