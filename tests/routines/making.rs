//! Making a routine: its name, its numbers, and what is wrong with it.

use soepel::{
    content::catalogue,
    domain::{
        body::Side,
        dose::{AgeGroup, Bounds, Mode, Working},
        programme::SessionId,
        record::{DoneMode, RecordId},
        routine::{
            Between, Routine, RoutineBlock, RoutineName,
            amount::{Amount, Said, limits},
            draft::{Draft, Step},
            own_session,
            review::{Caution, Problem, cautions, problems},
            routine_of,
        },
        time::Seconds,
    },
};

use crate::made::{block, blocks, exercise, id};

#[test]
fn a_name_has_one_to_sixty_characters_without_space_around_them() {
    assert_eq!(RoutineName::new("  Na het werk ").unwrap().as_str(), "Na het werk");
    assert_eq!(RoutineName::new(&"é".repeat(60)).unwrap().as_str().chars().count(), 60);
    for text in ["", "   ", &"x".repeat(61)] {
        assert_eq!(RoutineName::new(text), None, "{text:?}");
    }
    let copy = RoutineName::new(&"é".repeat(60)).unwrap().with("(kopie)");
    assert!(copy.as_str().ends_with(" (kopie)") && copy.as_str().chars().count() == 60);
}

#[test]
fn a_session_of_ones_own_is_named_after_its_routine() {
    let record = RecordId::new(1_795_336_200_000, [7; 10]);
    assert_eq!(own_session(record).0, format!("own-{record}"));
    assert_eq!(routine_of(&own_session(record)), Some(record));
    for session in ["P1-A", "own-", "own-P1-A"] {
        assert_eq!(routine_of(&SessionId(session.to_owned())), None, "{session}");
    }
}

/// R0.16, R0.17, R0.18, R0.24: the bounds of the articles hold for what somebody makes, too.
#[test]
fn numbers_stop_at_the_bounds_of_their_dose() {
    let adult = AgeGroup::Adult;
    for (slug, mode, age, amount, least, most, said) in [
        ("quad-stretch-prone", Mode::Static, adult, Amount::Hold, 15, 30, Said::Dose),
        ("quad-stretch-prone", Mode::Static, adult, Amount::Reps, 3, 4, Said::Dose),
        ("quad-stretch-prone", Mode::Static, AgeGroup::Senior, Amount::Hold, 30, 60, Said::Senior),
        ("quad-stretch-prone", Mode::PnfSelf, adult, Amount::Reps, 3, 4, Said::Dose),
        ("side-plank", Mode::Hold, adult, Amount::Hold, 10, 45, Said::Dose),
        ("split-squat", Mode::Reps, adult, Amount::Sets, 2, 3, Said::Dose),
        (
            "iso-exorotation-9090",
            Mode::IsometricEndRange,
            adult,
            Amount::Passive,
            60,
            120,
            Said::Ours,
        ),
        ("warm-up-march", Mode::Timed, adult, Amount::Duration, 120, 180, Said::Ours),
    ] {
        let (one, dose) = (exercise(slug), exercise(slug).dose(mode).unwrap());
        let found = limits(catalogue(), one, dose, age, amount).unwrap();
        assert_eq!((found.bounds, found.said), (Bounds { least, most }, said), "{slug} {amount:?}");
        let mut draft = Draft::new(Between::new(Seconds(15)).unwrap());
        let key = draft.add(one);
        draft.choose_mode(key, mode, catalogue());
        let value = |draft: &Draft| {
            amount.of(&draft.block(key).unwrap().protocol(catalogue(), age).unwrap()).unwrap()
        };
        for (step, bound) in [(Step::More, most), (Step::Less, least)] {
            for _ in 0..20 {
                draft.press(key, amount, step, catalogue(), age);
            }
            assert_eq!(value(&draft), bound, "{slug} {amount:?}");
        }
    }
}

#[test]
fn every_problem_is_reported_with_its_place() {
    let mut all = blocks(&["quad-stretch-prone", "warm-up-march", "glute-bridge"]);
    all[0].change.hold = Some(Seconds(90));
    all[0].change.reps = Some(1);
    all[1].change.sets = Some(2);
    all[2].working = Working::Only(Side::Left);
    all.push(RoutineBlock { exercise: id("moon-walk"), ..block("glute-bridge") });
    all.push(RoutineBlock { mode: DoneMode::read("later-mode"), ..block("glute-bridge") });
    let bounds = |least, most| Bounds { least, most };
    assert_eq!(
        problems(&all, catalogue(), AgeGroup::Adult),
        [
            Problem::Beyond { block: 0, amount: Amount::Reps, value: 1, bounds: bounds(3, 4) },
            Problem::Beyond { block: 0, amount: Amount::Hold, value: 90, bounds: bounds(15, 30) },
            Problem::NoSuchNumber { block: 1, amount: Amount::Sets },
            Problem::NoSides { block: 2 },
            Problem::Unknown { block: 3 },
            Problem::Unknown { block: 4 },
        ]
    );
    let mut draft = Draft::new(Between::new(Seconds(0)).unwrap());
    let found = draft.finish(catalogue(), AgeGroup::Adult).unwrap_err();
    assert_eq!(found, [Problem::NoName, Problem::Empty]);
    draft.name = "x".repeat(61);
    for _ in 0..31 {
        draft.add(exercise("glute-bridge"));
    }
    let found = draft.finish(catalogue(), AgeGroup::Adult).unwrap_err();
    assert_eq!(found, [Problem::LongName, Problem::TooMany]);
}

#[test]
fn an_unknown_exercise_stays_in_the_routine_and_is_passed_over() {
    let unknown = RoutineBlock { exercise: id("moon-walk"), ..block("glute-bridge") };
    let routine = Routine {
        name: RoutineName::new("Maan").unwrap(),
        between: Between::new(Seconds(15)).unwrap(),
        blocks: vec![unknown.clone(), block("glute-bridge")],
    };
    let record = RecordId::new(0, [1; 10]);
    let played = routine.outline(record, catalogue(), AgeGroup::Adult);
    assert_eq!(played.blocks.len(), 1);
    let mut draft = Draft::of(&routine, catalogue(), AgeGroup::Adult);
    draft.shift(0, Step::More);
    let kept = draft.finish(catalogue(), AgeGroup::Adult).unwrap();
    assert_eq!(kept.blocks[1], unknown);
    let told = cautions(&kept.blocks, catalogue(), AgeGroup::Adult);
    assert!(told.contains(&Caution::Unknown(id("moon-walk"))));
}

#[test]
fn somebody_who_turned_65_finds_the_bounds_that_hold_now() {
    let mut short = block("quad-stretch-prone");
    short.change.hold = Some(Seconds(15));
    let routine = Routine {
        name: RoutineName::new("Rekken").unwrap(),
        between: Between::new(Seconds(15)).unwrap(),
        blocks: vec![short],
    };
    let draft = Draft::of(&routine, catalogue(), AgeGroup::Senior);
    assert_eq!(draft.blocks[0].block.change.hold, Some(Seconds(30)), "R0.18");
    let senior = routine.blocks[0].protocol(catalogue(), AgeGroup::Senior).unwrap();
    assert_eq!(Amount::Hold.of(&senior), Some(30));
}
