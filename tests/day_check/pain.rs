//! D1, D2, STOP and the morning after: pain that stays, and what it asks.

use soepel::domain::{
    clearance::DailyCheck,
    day::{RedDay, Referral, morning_to_tell, pinched_on, referral, was_sharp_on},
    dose::Mode,
    exercise::ExerciseId,
    history::History,
    programme::SessionId,
    record::{
        After, Before, Count, DoneMode, DoneRow, Ending, Outcome, RecordId, SessionRecord, Span,
        StopMark, StopReason,
    },
};

use crate::{DAY, HOUR, MORNING, check, day, score};

pub(crate) fn red(wall: i64, pain: u8, sharp: bool) -> RedDay {
    let check = DailyCheck { pain: score(pain), sharp, ..check() };
    RedDay::of(check, day(wall), wall).expect("a red day")
}

/// A session with this exercise that started then and ended so.
pub(crate) fn record(wall: i64, exercise: &str, ending: Ending) -> SessionRecord {
    SessionRecord {
        id: RecordId::new(wall, [1; 10]),
        revision: 1,
        updated: wall,
        session: SessionId("P1-A".to_owned()),
        started_wall: wall,
        offset: 60,
        zone: String::new(),
        day: day(wall),
        active: Span::default(),
        ending,
        before: Before::default(),
        after: After::default(),
        done: vec![DoneRow {
            exercise: exercise.to_owned(),
            mode: DoneMode::Known(Mode::Static),
            side: None,
            planned: Count::capped(1),
            done: Count::capped(1),
            held: Span::default(),
            outcome: Outcome::Done,
        }],
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: String::new(),
    }
}

fn history(records: impl IntoIterator<Item = SessionRecord>) -> History {
    History::new(records)
}

#[test]
fn a_day_is_red_by_sharp_pain_or_by_pain_of_six() {
    for (pain, sharp, is_red) in
        [(0, false, false), (5, false, false), (6, false, true), (0, true, true)]
    {
        let check = DailyCheck { pain: score(pain), sharp, ..check() };
        assert_eq!(RedDay::of(check, day(MORNING), MORNING).is_some(), is_red, "{pain} {sharp}");
    }
    let both = red(MORNING, 7, false).and(red(MORNING + HOUR, 2, true));
    assert_eq!((both.pain, both.sharp, both.wall), (score(7), true, MORNING));
}

/// D2: on 3 days, or longer than 48 hours.
#[test]
fn sharp_pain_on_three_days_or_for_longer_than_48_hours_belongs_with_a_professional() {
    let none = History::default();
    let sharp = |walls: &[i64]| walls.iter().map(|wall| red(*wall, 2, true)).collect::<Vec<_>>();
    for (hours, refers) in [
        (&[0][..], false),
        (&[0, 24], false),
        (&[0, 48], false),
        (&[0, 49], true),
        (&[0, 24, 48], true),
        (&[0, 6 * 24], true),
    ] {
        let walls: Vec<i64> = hours.iter().map(|hours| MORNING + hours * HOUR).collect();
        let today = day(*walls.last().unwrap());
        let found = referral(&sharp(&walls), &none, today);
        assert_eq!(found, refers.then_some(Referral::SharpStays), "{hours:?}");
    }
    let exactly = sharp(&[MORNING, MORNING + 48 * HOUR + 1]);
    assert_eq!(referral(&exactly, &none, day(MORNING + 2 * DAY)), Some(Referral::SharpStays));
    let old = sharp(&[MORNING, MORNING + 7 * DAY]);
    assert_eq!(referral(&old, &none, day(MORNING + 7 * DAY)), None, "another pain by then");
    let yesterday = sharp(&[MORNING, MORNING + DAY, MORNING + 2 * DAY]);
    assert_eq!(referral(&yesterday, &none, day(MORNING + 3 * DAY)), None, "not today");
}

/// D2, 3.5: STOP for sharp pain is the same answer; a session without it ends the count, a walk
/// does not.
#[test]
fn a_session_without_sharp_pain_ends_the_count_and_a_walk_does_not() {
    let told = [red(MORNING, 2, true), red(MORNING + 3 * DAY, 2, true)];
    let today = day(MORNING + 3 * DAY);
    let between = MORNING + 2 * DAY;
    let done = record(between, "quad-stretch-prone", Ending::Completed);
    assert_eq!(referral(&told, &history([done]), today), None);
    let walk = record(between, "movement-break-walk", Ending::Completed);
    assert_eq!(referral(&told, &history([walk]), today), Some(Referral::SharpStays));

    let sharp = Ending::Stopped(StopReason::SharpPain);
    let stopped = history([record(MORNING, "side-plank", sharp)]);
    assert_eq!(referral(&told[1..], &stopped, today), Some(Referral::SharpStays));
    assert!(was_sharp_on(&stopped, day(MORNING)));
    assert!(!was_sharp_on(&stopped, today));
}

/// D1: pain of 6 or more on the second day in a row.
#[test]
fn pain_of_six_on_a_second_day_in_a_row_gives_the_referral() {
    let none = History::default();
    for (days, refers) in [(&[0][..], false), (&[0, 1], true), (&[0, 2], false), (&[0, 2, 3], true)]
    {
        let red: Vec<RedDay> =
            days.iter().map(|days| red(MORNING + days * DAY, 6, false)).collect();
        let today = red.last().unwrap().day;
        let found = referral(&red, &none, today);
        assert_eq!(found, refers.then_some(Referral::PainStays), "{days:?}");
    }
}

/// 3.5: what pinched waits until tomorrow.
#[test]
fn what_pinched_today_waits_until_tomorrow() {
    let exercise = ExerciseId::new("side-plank").unwrap();
    let mut pinched = record(MORNING, "side-plank", Ending::Completed);
    let reason = StopReason::GroinPinch;
    pinched.stops = vec![StopMark {
        exercise: "side-plank".to_owned(),
        side: None,
        reason,
        at: None,
        pain: None,
    }];
    let past = history([pinched]);
    assert!(pinched_on(&past, day(MORNING), &exercise));
    assert!(!pinched_on(&past, day(MORNING + DAY), &exercise));
    assert!(!pinched_on(&past, day(MORNING), &ExerciseId::new("superman").unwrap()));
}

/// X16: on a later day, for three days, once, and not about a walk.
#[test]
fn the_morning_after_is_asked_on_the_three_days_that_follow() {
    let last = record(MORNING, "side-plank", Ending::Completed);
    let past = history([last.clone()]);
    for (days, asked) in [(0, false), (1, true), (3, true), (4, false)] {
        let today = day(MORNING + days * DAY);
        assert_eq!(morning_to_tell(&past, today).is_some(), asked, "{days}");
    }
    let walk = record(MORNING + HOUR, "movement-break-walk", Ending::Completed);
    let tomorrow = day(MORNING + DAY);
    let found = morning_to_tell(&history([last.clone(), walk]), tomorrow).map(|found| found.id);
    assert_eq!(found, Some(last.id));
    let mut told = last;
    told.after.morning = Some(score(1));
    assert_eq!(morning_to_tell(&history([told]), tomorrow), None);
}
