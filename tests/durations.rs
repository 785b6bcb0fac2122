//! The numbers in the content add up to the times of the fact sheet.
//!
//! `tests/fixtures/durations.json` holds the seconds that its section 6 gives: per exercise and mode
//! `{exercise, mode, adult_s, senior_s}`, and per session `{session, adult_s, senior_s, blocks:
//! [{exercise, mode, adult_s}]}`.

use serde_json::Value;
use soepel::{
    content,
    domain::{
        dose::{Adjustment, AgeGroup, Dose, Mode, Protocol, Sides},
        exercise::ExerciseId,
        time::Seconds,
    },
};

const AGES: [(AgeGroup, &str); 2] = [(AgeGroup::Adult, "adult_s"), (AgeGroup::Senior, "senior_s")];

#[test]
fn an_exercise_takes_the_time_of_the_fact_sheet() {
    for row in list(&fixture()["exercises"]) {
        let id = ExerciseId::new(text(&row["exercise"])).expect("a slug");
        let exercise = content::catalogue().exercise(&id).expect("it exists");
        let dose = exercise.dose(Mode::parse(text(&row["mode"])).unwrap()).expect("it has one");
        for (age, key) in AGES {
            let taken = seconds(dose.resolve(age, Adjustment::default()), dose);
            assert_eq!(taken, row[key], "{row} for {age:?}");
        }
    }
}

#[test]
fn a_session_takes_the_time_of_the_fact_sheet() {
    let catalogue = content::catalogue();
    for row in list(&fixture()["sessions"]) {
        let mut sessions = catalogue.programmes.iter().flat_map(|programme| &programme.sessions);
        let session = sessions.find(|session| session.id.0 == text(&row["session"]));
        let blocks = &session.expect("it exists").blocks;
        for (age, key) in AGES {
            let taken: Vec<u32> = blocks
                .iter()
                .map(|block| {
                    let exercise = catalogue.exercise(&block.exercise).expect("names resolve");
                    let dose = exercise.dose(block.mode).expect("modes resolve");
                    seconds(dose.resolve(age, block.change), dose)
                })
                .collect();
            let between = u32::try_from(taken.len() - 1).unwrap() * 15;
            assert_eq!(taken.iter().sum::<u32>() + between, row[key], "{row} for {age:?}");
            if age == AgeGroup::Adult {
                for (taken, block) in taken.iter().zip(list(&row["blocks"])) {
                    assert_eq!(*taken, block["adult_s"], "{block} in {}", row["session"]);
                }
            }
        }
    }
}

/// Section 6 in one place: ready 5 s, switching sides 10 s.
fn seconds(protocol: Protocol, dose: &Dose) -> u32 {
    let sides = if dose.sides == Sides::Together { 1 } else { 2 };
    let switch = (sides - 1) * 10;
    let work = match protocol {
        Protocol::Static { reps, ease_in, hold, release, rest } => {
            sides * (reps * (ease_in.0 + hold.0 + release.0) + (reps - 1) * rest.0) + switch
        }
        Protocol::Pnf { cycles, find, contract, relax, release, .. } => {
            sides * (find.0 + cycles * (contract.0 + relax.0) + release.0) + switch
        }
        Protocol::IsometricEndRange {
            ease_in,
            passive,
            rounds,
            ramp,
            effort_a,
            effort_b,
            settle,
            exit,
        } => {
            let round = ramp.0 + effort_a.0 + effort_b.0;
            let side = ease_in.0 + passive.0 + rounds * round + (rounds - 1) * settle.0 + exit.0;
            sides * side + switch
        }
        Protocol::ControlledRotation { circles, circle, directions } => {
            sides * circles * circle.0 * directions + switch
        }
        Protocol::EndRangeLift { sets, reps, lift, hold, lower, pause, rest } => {
            let rep = lift.0 + hold.0 + lower.0 + pause.0;
            sets * (sides * reps * rep + switch) + (sets - 1) * rest.0
        }
        Protocol::Reps { sets, reps, tempo, rest } => {
            let rep = tempo.out.0 + tempo.end_hold.0 + tempo.back.0 + tempo.start_hold.0;
            sets * (sides * reps * rep + switch) + (sets - 1) * rest.0
        }
        Protocol::Hold { reps, hold, rest } => {
            sides * (reps * hold.0 + (reps - 1) * rest.0) + switch
        }
        Protocol::Dynamic { sets, reps, rep, rest } => {
            sets * sides * reps * rep.0 + (sets - 1) * rest.0
        }
        Protocol::Timed { duration: Seconds(duration) } => duration,
    };
    5 + work
}

fn fixture() -> Value {
    serde_json::from_str(include_str!("fixtures/durations.json")).expect("it is JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}
