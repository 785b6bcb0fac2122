//! What a session that was done says of the step it was done on, when somebody is asked where they
//! feel an exercise, and which self-tests alone keep a gate shut.

use soepel::{
    content::catalogue,
    domain::{
        body::{Side, Spot},
        dose::{AgeGroup, Mode, Protocol, Sides},
        exercise::Exercise,
        progress::{Evidence, Need, asks_where, evidence_of, tests_in_the_way},
        record::{DoneRow, Ending, FeltAt, FeltMark, Outcome, SessionRecord},
        selftest::TestId,
    },
};

use crate::{
    made::{decided, exercise, step},
    shown::{record, row},
};

/// Our choice.
const EVERY: usize = 4;
const STRETCH: &str = "quad-stretch-prone";

fn known(slug: &str) -> &'static Exercise {
    catalogue().exercise(&exercise(slug)).unwrap()
}

fn evidence(records: &[SessionRecord]) -> Vec<Evidence> {
    evidence_of(records.iter(), &[], catalogue(), AgeGroup::Adult)
}

/// The repetitions and seconds on one side that a usual session of this stretch has.
fn whole() -> (u32, u32) {
    let dose = known(STRETCH).dose(Mode::Static).unwrap();
    assert_eq!(dose.sides, Sides::InBlocks);
    match dose.resolve(AgeGroup::Adult, soepel::domain::dose::Adjustment::default()) {
        Protocol::Static { reps, hold, .. } => (reps, reps * hold.0),
        other => panic!("{other:?}"),
    }
}

fn stretched(times: u32, held: u32) -> DoneRow {
    row(STRETCH, Mode::Static, Some(Side::Left), times, held)
}

/// X17: a step counts where the whole of it was done, on this side.
#[test]
fn a_row_is_full_with_all_repetitions_and_all_seconds() {
    let full =
        |times, held| evidence(&[record(0, vec![stretched(times, held)])])[0].exercises[0].full;
    let (times, held) = whole();
    assert!(full(times, held) && full(times + 1, held + 1));
    assert!(!full(times - 1, held), "a repetition less");
    assert!(!full(times, held - 1), "a second less");
}

#[test]
fn each_dose_is_asked_for_by_itself() {
    let bridge = row("glute-bridge", Mode::Reps, None, 1_000, 80_000);
    let (times, held) = whole();
    let rows = vec![bridge.clone(), stretched(times, held), bridge, stretched(times - 1, held)];
    let told = evidence(&[record(0, rows)]);
    let full: Vec<bool> = told[0].exercises.iter().map(|row| row.full).collect();
    assert_eq!(full, [true, true, true, false]);
    assert_eq!(told[0].rows(&exercise(STRETCH), Mode::Static).count(), 2);
    assert_eq!(told[0].rows(&exercise(STRETCH), Mode::Reps).count(), 0);
    assert_eq!(told[0].rows(&exercise("superman"), Mode::Static).count(), 0);
    let skipped = DoneRow { outcome: Outcome::Skipped, ..stretched(0, 0) };
    let partly = DoneRow { outcome: Outcome::Partly, ..stretched(1, 9) };
    let told = evidence(&[record(0, vec![skipped, partly, stretched(times, held)])]);
    let done: Vec<bool> = told[0].exercises.iter().map(|row| row.done).collect();
    assert_eq!(done, [false, false, true]);
    let ended =
        |ending| evidence(&[SessionRecord { ending, ..record(0, Vec::new()) }])[0].completed;
    assert!(ended(Ending::Completed) && ended(Ending::AddedAfterwards));
    assert!(!ended(Ending::FinishedEarly) && !ended(Ending::Abandoned));
}

/// X17: a session is held against the step that held when it was done, not against a later one.
#[test]
fn a_session_is_held_against_the_step_of_its_day() {
    let bridge = |sets_of: u32| row("glute-bridge", Mode::Reps, None, sets_of, 80_000);
    let full = |rows: [u64; 2], count: u32| -> Vec<bool> {
        let records = rows.map(|number| record(number, vec![bridge(count)]));
        let made = [decided(5, step("glute-bridge", Mode::Reps, 2, 3), true)];
        let all = evidence_of(records.iter(), &made, catalogue(), AgeGroup::Adult);
        all.iter().map(|one| one.exercises[0].full).collect()
    };
    // Two sets of ten, then three of fifteen.
    assert_eq!(full([4, 6], 20), [true, false]);
    assert_eq!(full([4, 6], 45), [true, true]);
    assert_eq!(full([6, 7], 44), [false, false]);
    assert_eq!(full([3, 4], 19), [false, false]);
}

/// The newest first: whether it was told where it was felt, and where.
fn asked(told: &[Option<FeltAt>]) -> bool {
    let records: Vec<SessionRecord> = (0..)
        .zip(told)
        .map(|(number, at)| SessionRecord {
            felt_in: at
                .map(|at| FeltMark { exercise: STRETCH.to_owned(), at })
                .into_iter()
                .collect(),
            ..record(50 - number, vec![stretched(3, 60)])
        })
        .collect();
    asks_where(records.iter(), known(STRETCH))
}

/// R3.12: in the first session, after an answer that was not the right place, and now and then.
#[test]
fn where_it_is_felt_is_asked_at_first_after_a_wrong_place_and_every_fourth_time() {
    let right = Some(FeltAt::In(Spot::FrontThigh));
    let wrong = Some(FeltAt::In(Spot::Knee));
    let silent = |count: usize, last| asked(&[vec![None; count], vec![last]].concat());
    let pattern = |last| (0..9).map(|count| silent(count, last)).collect::<Vec<_>>();
    let every = EVERY;
    let since_right: Vec<bool> = (0..9).map(|count| count % every == every - 1).collect();
    let since_wrong: Vec<bool> = (0..9).map(|count| count % every == 0).collect();
    assert!(asked(&[]), "the first time");
    assert_eq!(pattern(right), since_right);
    assert_eq!(pattern(wrong), since_wrong);
    assert_eq!(pattern(Some(FeltAt::Nowhere)), since_wrong, "nowhere is not the right place");
    let never: Vec<bool> = (0..9).map(|count| asked(&vec![None; count])).collect();
    assert_eq!(never, since_wrong);
}

#[test]
fn sessions_and_answers_about_other_exercises_do_not_count() {
    let other = |number| record(number, vec![row("glute-bridge", Mode::Reps, None, 8, 40)]);
    let about = SessionRecord {
        felt_in: vec![FeltMark { exercise: "glute-bridge".to_owned(), at: FeltAt::In(Spot::Knee) }],
        ..record(3, vec![stretched(3, 60)])
    };
    let told = SessionRecord {
        felt_in: vec![FeltMark { exercise: STRETCH.to_owned(), at: FeltAt::In(Spot::FrontThigh) }],
        ..record(1, vec![stretched(3, 60)])
    };
    assert!(asks_where([other(2)].iter(), known(STRETCH)), "it was never done");
    let records = [other(5), about, other(2), told];
    assert_eq!(asks_where(records.iter(), known(STRETCH)), EVERY == 2);
    assert!(!asks_where([].iter(), known("movement-break-walk")), "it has no right place");
}

/// X24: a test is asked for where nothing but tests is missing.
#[test]
fn the_tests_in_the_way_are_told_where_nothing_else_is() {
    let tests = [
        (Need::SidePlank, TestId::SidePlank),
        (Need::OneLegStand, TestId::OneLegStand),
        (Need::SingleLegSquat, TestId::SingleLegSquat),
        (Need::StepDowns, TestId::StepDown),
        (Need::Landing, TestId::Landing),
        (Need::HeelToButtock, TestId::HeelToButtock),
        (Need::Rotation, TestId::HipCheck),
        (Need::FocusSpace, TestId::HipCheck),
    ];
    for (need, test) in tests {
        assert_eq!(need.test(), Some(test));
        assert_eq!(tests_in_the_way(&[(need, false), (Need::Weeks(2), true)]), [test]);
        assert_eq!(tests_in_the_way(&[(need, false), (Need::Weeks(2), false)]), []);
        assert_eq!(tests_in_the_way(&[(need, true)]), []);
    }
    assert_eq!(Need::Weeks(2).test(), None);
    let all = tests.map(|(need, _)| (need, false));
    assert_eq!(tests_in_the_way(&all).len(), 8);
}
