//! Self-tests as they are kept: each kind there and back, and what is refused.

use proptest::prelude::*;
use soepel::{
    archive::{envelope, export::export, import, store::Archive},
    domain::{
        body::{HipMovement, Side},
        item::{Body, Item},
        record::{Answer, RecordId},
        selftest::{
            Attempt, Class, Fold, HIP_ORDER, HipCheck, Landing, OneLegStand, Pelvis, PerSide,
            Plank, Range, Reading, RunnerCheck, SIDES, Squat, StepDown, Stopper, Taken, TestResult,
        },
        time::{Day, Seconds},
    },
};

use crate::made::{NOON, Shelf};

fn id() -> RecordId {
    RecordId::new(NOON, [7; 10])
}

fn taken(result: TestResult) -> Body {
    Body::Test(Box::new(Taken { day: Day::parse("2026-11-26").unwrap(), result }))
}

/// Kept, read from what is kept, exported and read from the file.
fn there_and_back(body: &Body) {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), body.clone(), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let bodies = |archive: &Archive| -> Vec<Item> { archive.items().cloned().collect() };
    assert_eq!(bodies(&shelf.open())[0].body.as_ref(), Some(body));
    let file = import::read(export(&archive).as_bytes()).unwrap();
    assert!(file.refused.is_empty(), "{:?}", file.refused);
}

fn both<T: Copy>(one: T) -> PerSide<Option<T>> {
    PerSide { left: Some(one), right: None }
}

#[test]
fn every_kind_of_test_comes_back_as_it_was() {
    let answers = [Answer::Yes, Answer::No, Answer::Unsure, Answer::No, Answer::Yes];
    let stand = OneLegStand { held: Seconds(30), pelvis: Pelvis::SlightDrop, leans: true };
    let squat =
        Squat { pelvis_level: true, knee_over_toe: false, trunk_upright: true, smooth: false };
    let landing = Landing { quiet: true, knees_over_toes: false, painless: true };
    for result in [
        TestResult::RunnerCheck(RunnerCheck { answers }),
        TestResult::OneLegStand(both(stand)),
        TestResult::SingleLegSquat(both(squat)),
        TestResult::HeelToButtock(both(Fold { fingers: 20, painful: true })),
        TestResult::SidePlank(both(Plank { held: Seconds(60) })),
        TestResult::StepDown(both(StepDown { clean: 10 })),
        TestResult::Landing(landing),
    ] {
        there_and_back(&taken(result));
    }
}

fn attempts(ranges: impl Strategy<Value = Range> + Clone) -> impl Strategy<Value = Attempt> {
    prop_oneof![
        Just(Attempt::NotTested),
        prop::option::of(ranges.clone()).prop_map(Attempt::Painful),
        ranges.prop_map(Attempt::Reached),
    ]
}

proptest! {
    #[test]
    fn every_hip_check_comes_back_as_it_was(
        rotations in prop::collection::vec(
            (
                attempts(prop_oneof![
                    prop::sample::select(Class::ALL).prop_map(Range::ByEye),
                    (0..=180_u16).prop_map(Range::Degrees),
                    (0..=180_u16).prop_map(Range::Phone),
                    (0..=200_u16, 1..=200_u16).prop_map(|(cm, of_cm)| Range::Shift { cm, of_cm }),
                ]),
                attempts(prop::sample::select(Class::ALL).prop_map(Range::ByEye)),
                prop::option::of(prop::sample::select(Stopper::ALL)),
            ),
            4,
        ),
        lift in attempts((0..=200_u16).prop_map(|cm| Range::Lift { cm })),
    ) {
        let mut check = HipCheck::default();
        let places = HIP_ORDER.into_iter().flat_map(|movement| SIDES.map(|side| (movement, side)));
        for ((movement, side), (active, passive, stopped)) in places.zip(rotations) {
            check.put(movement, side, Reading { active, passive, stopped });
        }
        let reading = Reading { active: lift, ..Reading::default() };
        check.put(HipMovement::Extension, Side::Right, reading);
        if !check.is_empty() {
            there_and_back(&taken(TestResult::HipCheck(check)));
        }
    }
}

/// The body of a kept test, with these marks.
fn kept(test: &str, marks: &str) -> usize {
    let record = format!(
        "{{\"body\":{{\"day\":\"2026-11-26\",\"marks\":[{marks}],\"test\":\"{test}\"}},\"id\":\"{}\",\"kind\":\"test\",\"rev\":1,\"updated\":{NOON},\"v\":1}}",
        id()
    );
    let key = format!("soepel.p0.k.test.{}.1", id());
    let entries = vec![(key, envelope::seal(&record))];
    Archive::open(entries).map_or(0, |archive| archive.items().count())
}

#[test]
fn what_contradicts_itself_or_is_out_of_range_is_refused() {
    let held = |side: &str, seconds: u32| {
        format!("{{\"number\":{seconds},\"of\":\"held\",\"side\":\"{side}\",\"way\":\"clock\"}}")
    };
    let turned = |way: &str, rest: &str| {
        format!(
            "{{{rest},\"how\":\"active\",\"of\":\"internal-rotation\",\"side\":\"l\",\"way\":\"{way}\"}}"
        )
    };
    assert_eq!(kept("side-plank", &held("l", 60)), 1);
    assert_eq!(kept("hip-check", &turned("eye", "\"word\":\"good\"")), 1);
    assert_eq!(kept("hip-check", &turned("angle", "\"number\":20,\"by\":\"phone\"")), 1);
    for (test, marks) in [
        ("side-plank", held("l", 61)),
        ("side-plank", held("m", 20)),
        ("side-plank", String::new()),
        ("side-plank", format!("{},{}", held("l", 20), held("l", 30))),
        ("side-plank", format!("{},{}", held("l", 20), turned("eye", "\"word\":\"good\""))),
        ("one-leg-stand", held("l", 20)),
        ("no-such-test", held("l", 20)),
        ("hip-check", turned("eye", "\"word\":\"far\"")),
        ("hip-check", turned("angle", "\"number\":181")),
        ("hip-check", turned("cm", "\"number\":20")),
        ("hip-check", turned("cm", "\"number\":20,\"beside\":0")),
        ("hip-check", turned("smell", "\"number\":20")),
        ("hip-check", turned("angle", "\"number\":20,\"by\":\"nose\"")),
        ("hip-check", turned("eye", "\"word\":\"good\",\"by\":\"phone\"")),
    ] {
        assert_eq!(kept(test, &marks), 0, "{test}: {marks}");
    }
}
