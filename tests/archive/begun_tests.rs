//! A self-test that was begun, as it is kept on its device: there and back, and what is refused.

use proptest::prelude::*;
use soepel::{
    archive::{envelope, export::export, import, merge, problem::Problem, store::Archive, v1},
    domain::{
        item::Body,
        record::{Answer, RecordId},
        selftest::{
            Answered, Attempt, Begun, Class, Fold, Landing, OneLegStand, Pelvis, Plank, Range,
            Reading, Squat, Step, StepDown, Stopper, TestId, result_of, steps,
        },
        time::{Day, Seconds},
    },
};

use crate::made::{NOON, Shelf};

fn id() -> RecordId {
    RecordId::new(0, [3; 10])
}

fn kept(begun: &Begun) -> (Shelf, Archive) {
    let (mut shelf, mut archive) = (Shelf::default(), Archive::default());
    let body = Body::BegunTest(Box::new(begun.clone()));
    let writes = archive.put_item(id(), body, NOON).unwrap();
    shelf.write(&mut archive, &writes);
    (shelf, archive)
}

fn readings() -> impl Strategy<Value = Answered> {
    let class = || prop::sample::select(Class::ALL).prop_map(Range::ByEye);
    let attempt = prop_oneof![
        class().prop_map(Attempt::Reached),
        prop::option::of(class()).prop_map(Attempt::Painful),
    ];
    let passive = prop_oneof![Just(Attempt::NotTested), class().prop_map(Attempt::Reached)];
    let stopped = prop::option::of(prop::sample::select(Stopper::ALL));
    (attempt, passive, stopped).prop_map(|(active, passive, stopped)| {
        Answered::Movement(Reading { active, passive, stopped })
    })
}

/// What somebody may answer on one screen.
fn answers(test: TestId, step: Step) -> BoxedStrategy<Answered> {
    let flag = any::<bool>;
    match (test, step) {
        (TestId::RunnerCheck, _) => {
            prop::sample::select(&[Answer::Yes, Answer::No, Answer::Unsure])
                .prop_map(Answered::Recognised)
                .boxed()
        }
        (TestId::HipCheck, _) => readings().boxed(),
        (TestId::OneLegStand, _) => (0..=30_u32, prop::sample::select(Pelvis::ALL), flag())
            .prop_map(|(held, pelvis, leans)| {
                Answered::Stand(OneLegStand { held: Seconds(held), pelvis, leans })
            })
            .boxed(),
        (TestId::SingleLegSquat, _) => (flag(), flag(), flag(), flag())
            .prop_map(|(pelvis_level, knee_over_toe, trunk_upright, smooth)| {
                Answered::Squat(Squat { pelvis_level, knee_over_toe, trunk_upright, smooth })
            })
            .boxed(),
        (TestId::HeelToButtock, _) => (0..=Fold::MOST, flag())
            .prop_map(|(fingers, painful)| Answered::Fold(Fold { fingers, painful }))
            .boxed(),
        (TestId::SidePlank, _) => {
            (0..=60_u32).prop_map(|held| Answered::Plank(Plank { held: Seconds(held) })).boxed()
        }
        (TestId::StepDown, _) => {
            (0..=StepDown::MOST).prop_map(|clean| Answered::StepDown(StepDown { clean })).boxed()
        }
        (TestId::Landing, _) => (flag(), flag(), flag())
            .prop_map(|(quiet, knees_over_toes, painless)| {
                Answered::Landing(Landing { quiet, knees_over_toes, painless })
            })
            .boxed(),
    }
}

/// Any test, at any screen, with any of its screens answered; one at least.
fn begun_tests() -> impl Strategy<Value = Begun> {
    prop::sample::select(TestId::ALL).prop_flat_map(|test| {
        let screens = steps(test);
        let count = screens.len();
        let all: Vec<_> =
            screens.into_iter().map(|step| prop::option::of(answers(test, step)).boxed()).collect();
        (0..count, all)
            .prop_map(move |(at, answers)| {
                let day = Day::parse("2026-11-26").unwrap();
                Begun { test, day, at, answers }
            })
            .prop_filter("something was answered", |begun| {
                begun.answers.iter().any(Option::is_some)
            })
    })
}

proptest! {
    #[test]
    fn every_test_that_was_begun_comes_back_with_every_answer(begun in begun_tests()) {
        let (shelf, _) = kept(&begun);
        let back = shelf.open();
        let body = back.items().next().and_then(|item| item.body.clone());
        prop_assert_eq!(body, Some(Body::BegunTest(Box::new(begun))));
    }

    #[test]
    fn the_answers_and_the_result_say_the_same(begun in begun_tests()) {
        let result = result_of(begun.test, &begun.answers).unwrap();
        // A finished mini-check takes what was skipped for "I don't know".
        let skipped = (begun.test == TestId::RunnerCheck).then_some(Answered::Recognised(Answer::Unsure));
        let answers: Vec<_> = begun.answers.iter().map(|answer| answer.or(skipped)).collect();
        prop_assert_eq!(result.answers(), answers);
    }
}

fn fold() -> Begun {
    let fold = Answered::Fold(Fold { fingers: 3, painful: false });
    let day = Day::parse("2026-11-26").unwrap();
    Begun { test: TestId::HeelToButtock, day, at: 1, answers: vec![Some(fold), None] }
}

const TEXT: &str = "{\"body\":{\"at\":1,\"day\":\"2026-11-26\",\"marks\":[{\"number\":3,\"of\":\"fingers\",\"side\":\"l\",\"way\":\"count\"},{\"of\":\"pain\",\"side\":\"l\",\"way\":\"felt\",\"word\":\"no\"}],\"test\":\"heel-to-buttock\"},\"id\":\"ID\",\"kind\":\"begun-test\",\"rev\":1,\"updated\":1795345200000,\"v\":1}";

/// The form is frozen: what this version wrote is read by every later one.
#[test]
fn a_begun_test_is_spelt_as_it_was_the_first_time() {
    let (_, archive) = kept(&fold());
    let (key, text) = archive.entries().next().unwrap();
    assert_eq!(key, format!("soepel.p0.k.begun-test.{}.1", id()));
    let written = TEXT.replace("ID", &id().to_string());
    let written = written.replace("1795345200000", &NOON.to_string());
    assert_eq!(envelope::open(&text).unwrap(), written);
}

#[test]
fn what_fits_no_screen_of_the_test_is_set_aside_and_costs_nothing_else() {
    let name = format!("soepel.p0.k.begun-test.{}.1", id());
    for (from, to, problem) in [
        ("\"at\":1", "\"at\":2", "at"),
        ("heel-to-buttock", "handstand", "test"),
        ("\"of\":\"fingers\"", "\"of\":\"toes\"", "marks"),
        ("2026-11-26", "2026-11-31", "day"),
    ] {
        let text = TEXT.replace("ID", &id().to_string()).replace(from, to);
        let archive = Archive::open([
            (name.clone(), envelope::seal(&text)),
            kept(&fold())
                .1
                .entries()
                .map(|(key, text)| (key.replace(".1", ".2"), text))
                .next()
                .unwrap(),
        ]);
        let problems = match archive {
            Ok(archive) => archive.damaged().next().map(|(_, damaged)| damaged.problems.clone()),
            Err(unreadable) => {
                unreadable.start_afresh().damaged().next().map(|(_, one)| one.problems.clone())
            }
        };
        assert!(problems.unwrap().contains(&Problem::OutOfRange(problem)), "{problem}");
    }
}

/// The mini-check for runners may have gaps, but not be all gap, nor say what it does not ask.
#[test]
fn a_mini_check_that_was_begun_has_an_answer_and_no_others() {
    let read = |change: &dyn Fn(&mut Vec<serde_json::Value>)| {
        let answers = (0..steps(TestId::RunnerCheck).len())
            .map(|at| (at == 0).then_some(Answered::Recognised(Answer::Yes)))
            .collect();
        let day = Day::parse("2026-11-26").unwrap();
        let begun = Begun { test: TestId::RunnerCheck, day, at: 1, answers };
        let (_, archive) = kept(&begun);
        let (_, text) = archive.entries().next().unwrap();
        let mut value: serde_json::Value =
            serde_json::from_str(envelope::open(&text).unwrap()).unwrap();
        change(value["body"]["marks"].as_array_mut().unwrap());
        soepel::archive::payload::Payload::read(&value.to_string()).map(|_| ())
    };
    let wrong = Err(vec![Problem::OutOfRange("marks")]);
    assert_eq!(read(&|_| ()), Ok(()));
    assert_eq!(read(&|marks| marks.clear()), wrong);
    let stray = serde_json::json!({"of": "fingers", "side": "l", "way": "count", "number": 3});
    assert_eq!(read(&|marks| marks.push(stray.clone())), wrong);
}

#[test]
fn no_file_takes_a_begun_test_along_and_one_that_does_harms_nothing() {
    let (_, archive) = kept(&fold());
    assert!(!v1::item::KINDS.contains(&v1::item::BEGUN_TEST));
    let file = export(&archive);
    assert!(!file.contains("begun-test"));
    let record = TEXT.replace("ID", &id().to_string());
    let with = file.replace("\"records\":[", &format!("\"records\":[{record}"));
    let sum = export_sum(&with);
    let parsed = import::read(sum.as_bytes()).unwrap();
    assert!(parsed.refused.is_empty(), "{:?}", parsed.refused);
    let writes = merge::merge(&parsed, &Archive::default(), merge::SettingsChoice::KeepOurs);
    let mut other = Archive::default();
    for write in &writes {
        other.apply(write);
    }
    assert_eq!(other.items().count(), 1);
}

/// The same file with the checksum that fits it.
fn export_sum(file: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(file).unwrap();
    let sum = soepel::archive::export::checksum(&value);
    value["sha256"] = serde_json::Value::from(sum);
    value.to_string()
}
