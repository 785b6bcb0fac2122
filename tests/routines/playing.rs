//! What a routine is when it is played: within bounds, as long as it says, and only what is allowed.

use proptest::prelude::*;
use soepel::{
    content::catalogue,
    domain::{
        body::Side,
        clearance::{Level, Permit, Profile, Readiness},
        dose::{Adjustment, AgeGroup, Sides, Working},
        plan::{Order, Plan},
        prescribing::{length, prescribe},
        programme::{SessionId, SessionOutline},
        progress::Opened,
        record::{Answer, DoneMode},
        routine::{
            Between, Routine, RoutineBlock, RoutineName,
            amount::{Amount, limits},
            draft::{Draft, Step},
            outline, permitted,
            review::problems,
        },
        settings::AgeBand,
        time::Seconds,
        timeline::Pacing,
    },
};

use crate::made::{AGES, block, blocks, id};

fn as_outline(blocks: &[RoutineBlock], age: AgeGroup) -> SessionOutline {
    outline(SessionId("own".to_owned()), "Eigen".to_owned(), blocks, catalogue(), age)
}

fn permit(level: Level) -> Permit {
    let yes = match level {
        Level::Green => None,
        Level::Amber => Some("A1"),
        Level::RedUrgent => Some("S7"),
        Level::RedEmergency => Some("S1"),
    };
    let questions = catalogue().questions.iter().map(|question| question.id.as_str());
    let answers = questions
        .map(|id| (id.to_owned(), if yes == Some(id) { Answer::Yes } else { Answer::No }))
        .collect();
    let opened = Opened::up_to("P5-L3a");
    let profile = Profile { answers, age: Some(AgeBand::Adult), opened, ..Profile::default() };
    Permit::grant(catalogue(), &profile, Readiness::Normal)
}

#[test]
fn one_side_alone_takes_one_side_of_the_time_and_no_change_of_sides() {
    let mut one = block("quad-stretch-prone");
    one.working = Working::Only(Side::Right);
    let outline = as_outline(&[one], AgeGroup::Adult);
    let prescribed =
        prescribe(catalogue(), &outline, AgeGroup::Adult, &permit(Level::Green)).unwrap();
    assert_eq!(prescribed[0].sides, Sides::OnlyRight);
    // 5 + 3 x (3 + 20 + 2) + 2 x 8.
    let lasts = length(catalogue(), &outline, AgeGroup::Adult, Pacing::default());
    assert_eq!(lasts, Some(Seconds(96)));
    let order = Order {
        session: SessionId("own".to_owned()),
        prescriptions: prescribed,
        pacing: Pacing::default(),
        first_side: Side::Left,
    };
    let plan = Plan::new(order).unwrap();
    assert!(plan.phases().iter().all(|phase| phase.side == Some(Side::Right)));
}

/// 3.3: amber leaves the gentle part, red leaves nothing of a routine of strength.
#[test]
fn what_the_permit_does_not_allow_is_left_out_and_named() {
    let all = blocks(&["warm-up-march", "glute-bridge", "box-jump", "split-squat"]);
    let outline = as_outline(&all, AgeGroup::Adult);
    let (left, out) = permitted(outline.clone(), catalogue(), &permit(Level::Green));
    assert_eq!((left.blocks.len(), out.len()), (4, 0));
    let (left, out) = permitted(outline.clone(), catalogue(), &permit(Level::Amber));
    assert_eq!(left.blocks.len(), 2);
    assert_eq!(out, [id("box-jump"), id("split-squat")]);
    for level in [Level::RedUrgent, Level::RedEmergency] {
        let (left, out) = permitted(outline.clone(), catalogue(), &permit(level));
        assert_eq!((left.blocks.len(), out.len()), (0, 4), "{level:?}");
        assert!(prescribe(catalogue(), &left, AgeGroup::Adult, &permit(level)).is_err());
    }
}

fn any_block() -> impl Strategy<Value = RoutineBlock> {
    let numbers = prop::option::of(0_u32..300);
    let sides = prop_oneof![
        Just(Working::Both),
        Just(Working::Only(Side::Left)),
        Just(Working::Only(Side::Right)),
    ];
    let change = (numbers.clone(), numbers.clone(), numbers.clone(), numbers.clone(), numbers);
    (0..catalogue().exercises.len(), any::<prop::sample::Index>(), change, sides).prop_map(
        |(index, dose, (sets, reps, hold, passive, duration), working)| {
            let exercise = &catalogue().exercises[index];
            let dose = &exercise.doses[dose.index(exercise.doses.len())];
            let (hold, passive) = (hold.map(Seconds), passive.map(Seconds));
            let duration = duration.map(Seconds);
            RoutineBlock {
                exercise: exercise.id.clone(),
                mode: DoneMode::Known(dose.protocol.mode()),
                change: Adjustment { sets, reps, hold, passive, duration },
                working,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_kept_is_played_within_bounds_and_for_as_long_as_it_says(
        blocks in prop::collection::vec(any_block(), 1..8),
        between in 0_u32..=120,
        senior in any::<bool>(),
    ) {
        let age = AGES[usize::from(senior)];
        let between = Between::new(Seconds(between)).unwrap();
        let pacing = Pacing { transition: between.seconds(), ..Pacing::default() };
        let outline = as_outline(&blocks, age);
        let prescriptions = prescribe(catalogue(), &outline, age, &permit(Level::Green)).unwrap();
        prop_assert_eq!(prescriptions.len(), blocks.len());
        for (block, prescribed) in blocks.iter().zip(&prescriptions) {
            let (exercise, dose) = block.known(catalogue()).unwrap();
            for amount in Amount::ALL {
                let Some(value) = amount.of(&prescribed.protocol) else { continue };
                let limits = limits(catalogue(), exercise, dose, age, amount).unwrap();
                prop_assert!(limits.bounds.hold(value), "{value} {amount:?} of {limits:?}");
            }
        }
        let shown = length(catalogue(), &outline, age, pacing).unwrap();
        let session = SessionId("own".to_owned());
        let plan = Plan::new(Order { session, prescriptions, pacing, first_side: Side::Right });
        prop_assert_eq!(plan.unwrap().lasts(), shown);
        // What passes the check plays as it stands.
        if problems(&blocks, catalogue(), age).is_empty() {
            for (block, prescribed) in blocks.iter().zip(&outline.blocks) {
                prop_assert_eq!(block.change, prescribed.change);
            }
        }
    }

    #[test]
    fn a_draft_that_was_opened_can_be_kept(
        blocks in prop::collection::vec(any_block(), 1..8),
        presses in prop::collection::vec((0_u32..8, 0_usize..5, any::<bool>()), 0..30),
        senior in any::<bool>(),
    ) {
        let age = AGES[usize::from(senior)];
        let name = RoutineName::new("Eigen").unwrap();
        let between = Between::new(Seconds(15)).unwrap();
        let routine = Routine { name, between, blocks };
        let mut draft = Draft::of(&routine, catalogue(), age);
        for (key, amount, more) in presses {
            let step = if more { Step::More } else { Step::Less };
            draft.press(key, Amount::ALL[amount], step, catalogue(), age);
            draft.shift(key, step);
        }
        let finished = draft.finish(catalogue(), age);
        prop_assert!(finished.is_ok(), "{finished:?}");
        let blocks = finished.unwrap().blocks;
        prop_assert_eq!(problems(&blocks, catalogue(), age), []);
    }
}
