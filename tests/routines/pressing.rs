//! A routine press by press: blocks that go and move, other ways and sides, numbers at their bounds.

use std::collections::BTreeMap;

use soepel::{
    content::catalogue,
    domain::{
        body::Side,
        dose::{Adjustment, AgeGroup, Bounds, Mode, Protocol, Sides, Working},
        record::DoneMode,
        routine::{
            Between,
            amount::{Amount, Said, limits},
            draft::{Draft, Step},
            review::{Caution, long_week},
        },
        time::Seconds,
    },
};

use crate::made::{blocks, exercise, id};

const ADULT: AgeGroup = AgeGroup::Adult;
const STRETCH: &str = "quad-stretch-prone";

fn draft(slugs: &[&str]) -> Draft {
    let mut draft = Draft::new(Between::new(Seconds(15)).unwrap());
    for slug in slugs {
        draft.add(exercise(slug));
    }
    draft
}

fn names(draft: &Draft) -> Vec<String> {
    draft.routine_blocks().iter().map(|block| block.exercise.as_str().to_owned()).collect()
}

#[test]
fn blocks_go_and_move_and_keep_their_keys() {
    let mut draft = draft(&["warm-up-march", STRETCH, "glute-bridge"]);
    let keys: Vec<u32> = draft.blocks.iter().map(|block| block.key).collect();
    let places: Vec<_> = keys.iter().map(|key| draft.place(*key)).collect();
    assert_eq!(places, [Some(0), Some(1), Some(2)]);
    draft.shift(keys[2], Step::Less);
    assert_eq!(names(&draft), ["warm-up-march", "glute-bridge", STRETCH]);
    draft.shift(keys[0], Step::Less);
    draft.shift(keys[1], Step::More);
    assert_eq!(names(&draft), ["warm-up-march", "glute-bridge", STRETCH], "at either end");
    draft.remove(keys[0]);
    assert_eq!(names(&draft), ["glute-bridge", STRETCH]);
    assert_eq!((draft.place(keys[1]), draft.place(keys[0])), (Some(1), None));
    assert_eq!(draft.block(keys[1]).unwrap().exercise, id(STRETCH));
}

#[test]
fn another_way_has_its_own_numbers_and_sides_only_where_it_has_any() {
    let mut draft = draft(&[STRETCH, "warm-up-march"]);
    let (stretch, march) = (draft.blocks[0].key, draft.blocks[1].key);
    let other = exercise(STRETCH).doses.iter().map(|dose| dose.protocol.mode());
    let other = other.into_iter().find(|mode| *mode != Mode::Static).expect("PNF too");
    draft.choose_sides(stretch, Working::Only(Side::Left), catalogue());
    draft.choose_sides(march, Working::Only(Side::Left), catalogue());
    assert_eq!(draft.block(stretch).unwrap().working, Working::Only(Side::Left));
    assert_eq!(draft.block(march).unwrap().working, Working::Both, "it has no sides");
    draft.press(stretch, Amount::Hold, Step::More, catalogue(), ADULT);
    assert!(draft.block(stretch).unwrap().change.hold.is_some());
    draft.choose_mode(stretch, other, catalogue());
    let block = draft.block(stretch).unwrap();
    assert_eq!((&block.mode, block.change.hold), (&DoneMode::Known(other), None));
    assert_eq!(block.working, Working::Only(Side::Left), "that has sides too");
    draft.choose_mode(stretch, Mode::Timed, catalogue());
    assert_eq!(draft.block(stretch).unwrap().mode, DoneMode::Known(other), "it has no such way");
}

#[test]
fn the_pause_between_goes_by_five_seconds_and_stops_at_its_bounds() {
    let mut draft = draft(&[STRETCH]);
    draft.press_between(Step::More);
    assert_eq!(draft.between.seconds(), Seconds(20));
    for _ in 0..100 {
        draft.press_between(Step::Less);
    }
    assert_eq!(draft.between.seconds(), Seconds(0));
    for _ in 0..1_000 {
        draft.press_between(Step::More);
    }
    assert_eq!(draft.between.seconds(), Between::MOST);
}

#[test]
fn a_press_is_one_for_short_holds_and_five_for_long_ones() {
    let most = |most| Bounds { least: 1, most };
    assert_eq!([10, 14, 15, 60].map(|it| Amount::Hold.step(most(it))), [1, 1, 5, 5]);
    assert_eq!([Amount::Sets, Amount::Reps].map(|it| it.step(most(60))), [1, 1]);
    assert_eq!([Amount::Passive, Amount::Duration].map(|it| it.step(most(5))), [15, 15]);
}

/// What nobody bounds stays within what our own sessions and ladders use of this very exercise in
/// this very way.
#[test]
fn bounds_of_ours_are_those_of_this_exercise_in_this_way() {
    let catalogue = catalogue();
    for exercise in &catalogue.exercises {
        for dose in &exercise.doses {
            let mode = dose.protocol.mode();
            for amount in Amount::ALL {
                let Some(limits) = limits(catalogue, exercise, dose, ADULT, amount) else {
                    continue;
                };
                if limits.said != Said::Ours {
                    continue;
                }
                let sessions = catalogue.programmes.iter().flat_map(|one| &one.sessions);
                let own = sessions.flat_map(|session| &session.blocks);
                let own =
                    own.filter(|one| one.exercise == exercise.id).filter(|one| one.mode == mode);
                let steps = catalogue.ladders.iter().filter(|one| one.exercise == exercise.id);
                let steps = steps.filter(|one| one.mode == mode).flat_map(|one| &one.steps);
                let mut used: Vec<u32> =
                    own.filter_map(|one| amount.in_change(&one.change)).collect();
                used.extend(steps.filter_map(|step| amount.in_change(&step.change)));
                used.extend(amount.of(&dose.resolve(ADULT, Adjustment::default())));
                let bounds = Bounds {
                    least: used.iter().copied().min().unwrap(),
                    most: used.iter().copied().max().unwrap(),
                };
                assert_eq!(limits.bounds, bounds, "{} {mode:?} {amount:?}", exercise.id.as_str());
            }
        }
    }
}

/// X29: with the six days before it.
#[test]
fn a_week_of_stretching_is_long_from_ten_minutes_for_one_muscle() {
    let routine = blocks(&[STRETCH, "glute-bridge"]);
    let Protocol::Static { reps, hold, .. } =
        exercise(STRETCH).doses[0].resolve(ADULT, Adjustment::default())
    else {
        panic!("a static stretch")
    };
    assert_ne!(exercise(STRETCH).doses[0].sides, Sides::Together);
    let own = reps * hold.0;
    let muscle = *exercise(STRETCH).muscles.first().unwrap();
    let told = |held: u32| {
        let held = BTreeMap::from([(muscle, Seconds(held))]);
        long_week(&routine, catalogue(), ADULT, &held)
    };
    assert_eq!(told(600 - own), []);
    let seconds = Seconds(601);
    assert_eq!(told(601 - own), [Caution::LongWeek { muscle, seconds }]);
    assert_eq!(long_week(&blocks(&["glute-bridge"]), catalogue(), ADULT, &BTreeMap::new()), []);
}

#[test]
fn a_caution_names_the_rule_that_it_rests_on() {
    let muscle = *exercise(STRETCH).muscles.first().unwrap();
    let (one, other) = (id(STRETCH), id("glute-bridge"));
    let seconds = Seconds(300);
    for (caution, rule) in [
        (Caution::SameBackLoad(one.clone(), other.clone()), Some("X33")),
        (Caution::LongStretch { muscle, seconds }, Some("X29")),
        (Caution::LongWeek { muscle, seconds }, Some("X29")),
        (Caution::ColdStart(one.clone()), Some("X21")),
        (Caution::ColdStretch(one.clone()), Some("R0.20")),
        (Caution::LateMobility(one.clone()), Some("R1.18")),
        (Caution::Landings(60), Some("X14")),
        (Caution::LateJump(one.clone()), Some("X14")),
        (Caution::Unknown(one.clone()), None),
        (Caution::Similar(one.clone(), other), None),
        (Caution::First(one), None),
    ] {
        assert_eq!(caution.rule(), rule, "{caution:?}");
    }
}
