//! The words of the self-tests: whole as shipped, and every mistake told with its cure.

use serde_json::{Value, json};
use soepel::{
    content::{self, catalogue},
    domain::{
        selftest::{Grade, HIP_ORDER, How, SelfTest, TestId, TestResult},
        text::Language,
    },
};

use crate::made::good;

const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

fn test(id: TestId) -> &'static SelfTest {
    catalogue().selftest(id).expect("all eight are there")
}

#[test]
fn all_eight_tests_are_there_in_their_order() {
    let ids: Vec<TestId> = catalogue().selftests.iter().map(|test| test.id).collect();
    assert_eq!(ids, TestId::ALL);
    for (test, code) in catalogue().selftests.iter().zip(1..) {
        assert_eq!(test.id.code(), format!("T{code}"));
    }
}

/// R1.7, R1.11, R1.10, Decision 13.
#[test]
fn the_hip_check_has_six_movements_rotation_first_and_says_that_a_physio_measures_better() {
    let check = test(TestId::HipCheck);
    let order: Vec<_> = check.movements.iter().map(|text| text.movement).collect();
    assert_eq!(order, HIP_ORDER);
    assert!(check.caution.dutch.contains("fysiotherapeut"));
    assert!(check.movements.iter().all(|text| text.attempt(How::Passive).is_some()));
}

/// R4.15, X30.
#[test]
fn the_mini_check_promises_no_other_running_style() {
    let check = test(TestId::RunnerCheck);
    assert!(check.caution.read(Language::Dutch).contains("verandert je loopstijl niet vanzelf"));
    assert!(check.caution.read(Language::Dutch).contains("geen diagnose"));
}

#[test]
fn every_class_that_a_result_gives_has_words() {
    for one in TestResult::HipCheck(good()).grades() {
        let Grade::Class { slug, .. } = one.grade else { panic!("nothing hurts") };
        assert!(test(TestId::HipCheck).outcome(slug).is_some(), "{slug}");
    }
}

#[test]
fn every_kind_of_mistake_in_a_self_test_is_told_with_its_cure() {
    let rows = [
        ("selftests/landing", "", Value::Null, "This self-test is missing"),
        ("selftests/hopping", "", json!({}), "Cannot be read"),
        ("selftests/landing", "/rules", json!(["R9.1"]), "no rule R9.1"),
        ("selftests/landing", "/rules", json!([]), "Nothing carries `rules`"),
        ("selftests/landing", "/minutes", json!(0), "takes no time"),
        ("selftests/landing", "/step", json!([]), "has no [[step]]"),
        ("selftests/landing", "/plain/nl", json!("Heel erg zacht landen hoor"), "at most four"),
        ("selftests/landing", "/plain/nl", json!("Extensie"), "says \"extensie\""),
        ("selftests/landing", "/why/nl", json!("Dit geneest."), "without \"geneest\""),
        ("selftests/landing", "/question/0/key", json!("loud"), "The question `quiet` is missing"),
        ("selftests/landing", "/question/0/key", json!("loud"), "looks for the question `loud`"),
        ("selftests/landing", "/question/0/key", json!("knees"), "two [[question]] `knees`"),
        ("selftests/landing", "/outcome/0/key", json!("fine"), "The outcome `pass` is missing"),
        ("selftests/landing", "/picture", json!("plank"), "of no exercise we have"),
        ("selftests/landing", "/picture", json!("A plank"), "is no exercise"),
        ("selftests/hip-check", "/movement/0/id", json!("twist"), "is no hip movement"),
        ("selftests/hip-check", "/movement/0/id", json!("flexion"), "six of R1.7"),
        ("selftests/hip-check", "/movement/0/active/step", json!([]), "has no step"),
        ("selftests/hip-check", "/movement/2/passive/picture", json!("plank"), "of no exercise"),
        ("selftests/hip-check", "/movement/0/active/good/en", json!(""), "has no en text"),
    ];
    for (file, place, value, cure) in rows {
        let mut files: Value = serde_json::from_str(EMBEDDED).unwrap();
        match (place, value) {
            ("", Value::Null) => drop(files.as_object_mut().unwrap().remove(file)),
            ("", value) => files[file] = value,
            (place, value) => {
                let (parent, name) = place.rsplit_once('/').unwrap();
                let parent = files[file].pointer_mut(parent).unwrap();
                match parent {
                    Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
                    table => table[name] = value,
                }
            }
        }
        let (_, problems) = content::read(&files.to_string());
        let told = problems.iter().any(|problem| problem.cure.contains(cure));
        assert!(told, "{file}{place} should say: {cure}\nit says: {problems:#?}");
    }
}
