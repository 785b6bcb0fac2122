//! What a routine makes somebody think of, and what it covers.

use soepel::{
    content::catalogue,
    domain::{
        body::{HipMovement, Muscle, Side},
        dose::{Adjustment, AgeGroup, Working},
        record::DoneMode,
        routine::{
            RoutineBlock,
            review::{Caution, cautions, covered, stretched},
        },
        time::Seconds,
    },
};

use crate::made::{AGES, block, blocks, id};

fn told(slugs: &[&str]) -> Vec<Caution> {
    let found = cautions(&blocks(slugs), catalogue(), AgeGroup::Adult);
    found.into_iter().filter(|one| !matches!(one, Caution::First(_))).collect()
}

/// X33, X21, R0.20, R1.18, R1.19, X14 and the similar exercises of 2.2.
#[test]
fn each_caution_is_told_and_only_where_it_holds() {
    let warm = "warm-up-march";
    assert_eq!(told(&[warm, "quad-stretch-prone", "glute-bridge"]), []);
    assert_eq!(
        told(&["glute-bridge", warm, "hip-thrust-bench"]),
        [Caution::Similar(id("glute-bridge"), id("hip-thrust-bench"))]
    );
    let bends = (id("upward-facing-dog"), id("iliopsoas-prone-press-up"));
    assert_eq!(
        told(&[warm, "upward-facing-dog", "iliopsoas-prone-press-up"]),
        [Caution::SameBackLoad(bends.0, bends.1)]
    );
    assert_eq!(
        told(&["quad-stretch-prone", warm]),
        [Caution::ColdStretch(id("quad-stretch-prone"))]
    );
    assert_eq!(told(&["glute-bridge", "box-jump"])[0], Caution::ColdStart(id("box-jump")));
    // R1.19: turning the hip warms up for the end of its range, not for a jump.
    assert_eq!(told(&["hip-cars-standing", "erc-endorotation-lift"]), []);
    assert_eq!(told(&["hip-cars-standing", "box-jump"]), [Caution::ColdStart(id("box-jump"))]);
    assert_eq!(told(&[warm, "hip-cars-standing", "skater-hop"]), []);
    assert_eq!(told(&[warm, "split-squat", "skater-hop"]), [Caution::LateJump(id("skater-hop"))]);
    let (turn, lift) = ("hip-cars-standing", "erc-endorotation-lift");
    assert_eq!(told(&[warm, lift, turn]), [Caution::LateMobility(id(turn))]);
    // 24 and 20 landings.
    assert_eq!(told(&[warm, "skater-hop", "lateral-bound-stick"]), [Caution::Landings(44)]);
}

/// X29: four minutes is no reason to speak, one second more is; each side counts for itself.
#[test]
fn four_minutes_of_stretching_for_one_muscle_is_the_ceiling() {
    let stretch = |hold, reps, working| RoutineBlock {
        change: Adjustment { hold: Some(Seconds(hold)), reps: Some(reps), ..Adjustment::default() },
        working,
        ..block("quad-stretch-prone")
    };
    let long = |blocks: &[RoutineBlock]| {
        let told = cautions(blocks, catalogue(), AgeGroup::Adult);
        told.iter().any(|one| matches!(one, Caution::LongStretch { .. }))
    };
    let both = Working::Both;
    assert!(!long(&[stretch(30, 4, both), stretch(30, 4, both)]));
    assert!(long(&[stretch(30, 4, both), stretch(30, 4, both), stretch(15, 3, both)]));
    let (left, right) = (Working::Only(Side::Left), Working::Only(Side::Right));
    let sides = [stretch(30, 4, left), stretch(30, 4, right), stretch(30, 4, both)];
    assert!(!long(&sides));
    let muscles = stretched(&sides, catalogue(), AgeGroup::Adult);
    assert_eq!(muscles[&Muscle::Quadriceps], Seconds(240));
}

#[test]
fn the_sessions_of_the_catalogue_give_no_reason_to_speak_of_company_or_ceiling() {
    for session in catalogue().programmes.iter().flat_map(|programme| &programme.sessions) {
        let blocks: Vec<RoutineBlock> = session
            .blocks
            .iter()
            .map(|block| RoutineBlock {
                exercise: block.exercise.clone(),
                mode: DoneMode::Known(block.mode),
                change: block.change,
                working: Working::Both,
            })
            .collect();
        for age in AGES {
            for one in cautions(&blocks, catalogue(), age) {
                let of_this_kind = matches!(
                    one,
                    Caution::Unknown(_)
                        | Caution::Similar(..)
                        | Caution::SameBackLoad(..)
                        | Caution::LongStretch { .. }
                        | Caution::ColdStart(_)
                        | Caution::LateMobility(_)
                );
                assert!(!of_this_kind, "{one:?} in {} for {age:?}", session.id.0);
            }
        }
    }
}

#[test]
fn what_is_covered_is_what_the_exercises_name() {
    let (muscles, movements) = covered(&blocks(&["quad-stretch-prone"]), catalogue());
    assert_eq!(
        muscles.into_iter().collect::<Vec<_>>(),
        [Muscle::RectusFemoris, Muscle::Quadriceps]
    );
    assert_eq!(movements.into_iter().collect::<Vec<_>>(), [HipMovement::Extension]);
}
