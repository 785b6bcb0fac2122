//! What the log shows by itself: the course of pain (section 7), the side plank (C17) and jumps
//! (X14).

use soepel::{
    content,
    domain::{
        body::{Score, Side},
        dose::Mode,
        programme::SessionId,
        progress::{
            Course, Evidence, PainSoFar, Turn, held_side_plank, jumped_lately, pain_so_far,
        },
        record::{
            After, Before, Count, DoneMode, DoneRow, Ending, Outcome, RecordId, SessionRecord, Span,
        },
        time::Seconds,
    },
};

use crate::made::{at, day, good};

fn told(pains: &[u8]) -> PainSoFar {
    let one =
        |(number, pain): (u64, &u8)| Evidence { before: Score::new(*pain), ..good(number, "P1-A") };
    let evidence: Vec<Evidence> = (0..).zip(pains).map(one).collect();
    pain_so_far(&evidence)
}

fn course(pains: &[u8]) -> Course {
    match told(pains) {
        PainSoFar::Told(course) => course,
        other => panic!("{other:?}"),
    }
}

fn turn(first: [u8; 5], last: [u8; 5]) -> Turn {
    course(&[first, last].concat()).turn
}

/// Section 7: five marks at each end.
#[test]
fn ten_marks_of_pain_are_needed_and_only_marks_count() {
    assert_eq!(told(&[3; 9]), PainSoFar::TooFew { told: 9, missing: 1 });
    assert_eq!(told(&[]), PainSoFar::TooFew { told: 0, missing: 10 });
    let mut evidence: Vec<Evidence> = (0..12).map(|number| good(number, "P1-A")).collect();
    for one in &mut evidence[..3] {
        one.before = None;
    }
    assert_eq!(pain_so_far(&evidence), PainSoFar::TooFew { told: 9, missing: 1 });
    assert_eq!(told(&[0; 10]), PainSoFar::None);
    assert!(matches!(told(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), PainSoFar::Told(_)));
}

/// The first five beside the last five; what lies between says nothing.
#[test]
fn the_course_is_that_of_both_ends() {
    let marks = [6, 6, 6, 6, 1, 10, 10, 10, 2, 2, 2, 2, 2];
    let course = course(&marks);
    assert_eq!((course.before, course.now), (5.0, 2.0));
    assert_eq!((course.from, course.to), (day(0), day(12)));
    assert_eq!(course.turn, Turn::Less);
}

/// Two points or 30 %, and a share only where there is clear pain at one end.
#[test]
fn a_difference_is_noticeable_from_two_points_or_a_third() {
    assert_eq!(turn([8; 5], [6; 5]), Turn::Less, "two points");
    assert_eq!(turn([6; 5], [8; 5]), Turn::More);
    assert_eq!(turn([9; 5], [9, 7, 7, 7, 7]), Turn::NotNoticeable, "a fifth");
    assert_eq!(turn([2; 5], [2, 1, 1, 1, 2]), Turn::Less, "30 % of two points");
    assert_eq!(turn([2; 5], [2, 2, 1, 1, 2]), Turn::NotNoticeable, "20 %");
    assert_eq!(turn([3, 3, 2, 1, 1], [2, 2, 2, 3, 4]), Turn::More, "30 % more");
    assert_eq!(turn([1; 5], [1, 1, 1, 2, 2]), Turn::NotNoticeable, "40 %, of hardly any pain");
    assert_eq!(turn([1; 5], [2; 5]), Turn::More, "up to clear pain");
    assert_eq!(turn([0; 5], [1; 5]), Turn::NotNoticeable, "no share of none");
    assert_eq!(turn([0; 5], [2; 5]), Turn::More, "two points are two points");
}

pub(crate) fn record(number: u64, done: Vec<DoneRow>) -> SessionRecord {
    SessionRecord {
        id: RecordId::new(at(number), [1; 10]),
        revision: 1,
        updated: at(number),
        session: SessionId("P5-L1".to_owned()),
        started_wall: at(number),
        offset: 60,
        zone: String::new(),
        day: day(number),
        active: Span::default(),
        ending: Ending::Completed,
        before: Before::default(),
        after: After::default(),
        done,
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: String::new(),
    }
}

pub(crate) fn row(
    exercise: &str,
    mode: Mode,
    side: Option<Side>,
    times: u32,
    held: u32,
) -> DoneRow {
    DoneRow {
        exercise: exercise.to_owned(),
        mode: DoneMode::Known(mode),
        side,
        planned: Count::capped(3),
        done: Count::capped(times),
        held: Span::new(Seconds(held)).unwrap(),
        outcome: if times == 0 { Outcome::Skipped } else { Outcome::Done },
    }
}

const LEFT: Option<Side> = Some(Side::Left);
const RIGHT: Option<Side> = Some(Side::Right);

fn plank(side: Option<Side>, times: u32, held: u32) -> DoneRow {
    row("side-plank", Mode::Hold, side, times, held)
}

fn held(sessions: &[Vec<DoneRow>]) -> bool {
    let records: Vec<_> = (0..).zip(sessions).map(|(at, rows)| record(at, rows.clone())).collect();
    held_side_plank(records.iter(), |_| false)
}

/// C17: twenty seconds each time, on both sides, as it is written.
#[test]
fn the_side_plank_was_held_when_each_side_held_twenty_seconds_each_time() {
    assert!(held(&[vec![plank(LEFT, 3, 60), plank(RIGHT, 1, 20)]]));
    assert!(held(&[vec![plank(LEFT, 3, 60)], vec![plank(RIGHT, 3, 61)]]), "on two days");
    assert!(!held(&[vec![plank(LEFT, 3, 59), plank(RIGHT, 3, 60)]]), "a second too short");
    assert!(!held(&[vec![plank(LEFT, 3, 60)]]) && !held(&[vec![plank(RIGHT, 3, 60)]]));
    assert!(!held(&[vec![plank(LEFT, 0, 60), plank(RIGHT, 3, 60)]]), "no time of it was done");
    let knees = vec![row("side-plank-knees", Mode::Hold, LEFT, 3, 60), plank(RIGHT, 3, 60)];
    assert!(!held(&[knees]), "another exercise");
    let counted = vec![row("side-plank", Mode::Reps, LEFT, 3, 60), plank(RIGHT, 3, 60)];
    assert!(!held(&[counted]), "another way");
    assert!(!held(&[vec![plank(None, 3, 60)]]));
    assert!(!held(&[]));
    let both = [record(0, vec![plank(LEFT, 3, 60), plank(RIGHT, 3, 60)])];
    assert!(held_side_plank(both.iter(), |_| false));
    assert!(!held_side_plank(both.iter(), |_| true), "one that was made easier says nothing");
}

/// X14: two days lie between jumps.
#[test]
fn jumps_of_today_and_yesterday_lie_less_than_two_days_behind() {
    let jump = |times| vec![row("double-leg-hop", Mode::Dynamic, None, times, 0)];
    let catalogue = content::catalogue();
    let known = catalogue.exercises.iter().map(|one| one.id.as_str());
    let jumps = known.filter(|slug| slug.contains("hop") || slug.contains("jump"));
    let slug = jumps.into_iter().next().expect("the catalogue has jumps");
    let jump = |times| vec![DoneRow { exercise: slug.to_owned(), ..jump(times)[0].clone() }];
    let lately = |number: u64, rows: Vec<DoneRow>| {
        jumped_lately([record(number, rows)].iter(), catalogue, day(10))
    };
    assert!(lately(10, jump(6)) && lately(9, jump(1)));
    assert!(!lately(8, jump(6)));
    assert!(!lately(9, jump(0)), "left out");
    let skipped = DoneRow { outcome: Outcome::Skipped, ..jump(6)[0].clone() };
    assert!(!lately(9, vec![skipped]));
    assert!(!lately(9, vec![plank(LEFT, 3, 60)]));
    assert!(!lately(11, jump(6)), "of a clock that was set");
    let newest_first = [record(11, jump(6)), record(10, vec![]), record(9, jump(6))];
    assert!(jumped_lately(newest_first.iter(), catalogue, day(10)));
}
