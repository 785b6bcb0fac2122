//! How calm two weeks were, what two answers of one day come to, and where a spell of sharp pain
//! begins and ends.

use soepel::domain::{
    body::{BodyPart, Score},
    clearance::{gentle_day, is_calm, is_outdated},
    day::{RedDay, hurts, referral},
    history::History,
    record::{After, Before, Ending, SessionRecord, StopReason},
    spell::{Spell, SpellEnd, SpellKind},
    time::Moment,
};

use crate::{
    DAY, HOUR, MORNING, day,
    pain::{record, red},
    score,
};

/// A session so many days ago, with this pain before and after it.
fn session(ago: i64, before: Option<u8>, after: Option<u8>) -> SessionRecord {
    let pain = |value: Option<u8>| value.and_then(Score::new);
    SessionRecord {
        before: Before { pain: pain(before), ..Before::default() },
        after: After { pain: pain(after), ..After::default() },
        ..record(MORNING - ago * DAY, "quad-stretch-prone", Ending::Completed)
    }
}

fn calm(records: &[(i64, Option<u8>, Option<u8>)]) -> bool {
    let records = records.iter().map(|(ago, before, after)| session(*ago, *before, *after));
    is_calm(&History::new(records), day(MORNING))
}

/// 3.3, X24: level 3 waits for two weeks, each with a mark of pain and none above 2.
#[test]
fn two_weeks_are_calm_when_each_has_a_mark_of_pain_and_none_above_two() {
    let two = Some(2);
    assert!(calm(&[(0, two, None), (13, None, two)]));
    assert!(calm(&[(6, Some(0), None), (7, Some(0), None)]));
    assert!(!calm(&[(0, two, None), (6, two, None)]), "nothing in the week before");
    assert!(!calm(&[(7, two, None), (13, two, None)]), "nothing in this week");
    assert!(!calm(&[(0, two, None), (14, two, None)]), "that was longer ago");
    assert!(!calm(&[(0, Some(3), None), (13, two, None)]));
    assert!(!calm(&[(0, two, Some(3)), (13, two, None)]), "after a session counts too");
    assert!(!calm(&[(0, two, None), (7, None, None)]), "no mark is no calm");
    assert!(calm(&[(0, two, None), (13, two, None), (14, Some(9), None)]), "that is over");
    assert!(!calm(&[]));
}

/// X24: what is in the future of a clock that was set says nothing.
#[test]
fn a_session_of_tomorrow_is_no_mark_of_this_week() {
    assert!(!calm(&[(-1, Some(0), None), (8, Some(0), None)]));
    assert!(calm(&[(-1, Some(9), None), (0, Some(0), None), (8, Some(0), None)]));
}

/// X24.
#[test]
fn answers_become_old_and_a_gentle_start_has_fourteen_days() {
    let today = day(MORNING);
    let first = (0..1_000).find(|ago| is_outdated(today.less(*ago), today)).unwrap();
    assert!(!is_outdated(today.less(first - 1), today) && is_outdated(today.less(first), today));
    let days = [0, 1, 12, 13, 14, 90].map(|ago| gentle_day(today.less(ago), today));
    assert_eq!(days, [1, 2, 13, 14, 14, 14]);
    assert_eq!(gentle_day(today.plus(1), today), 1);
}

/// D1, D2: nothing that was said on a day is taken back.
#[test]
fn two_answers_of_one_day_are_the_worse_of_each() {
    let at = |place, red: RedDay| RedDay { place, ..red };
    let (left, back) = (Some(BodyPart::HipLeft), Some(BodyPart::LowBack));
    let morning = at(left, red(MORNING, 8, false));
    let noon = at(back, red(MORNING + 3 * HOUR, 6, true));
    let both =
        RedDay { day: day(MORNING), wall: MORNING, pain: score(8), place: back, sharp: true };
    assert_eq!(morning.and(noon), both);
    assert_eq!(noon.and(morning), RedDay { place: left, ..both });
    assert_eq!(morning.and(at(None, noon)).place, left, "a place is not forgotten");
}

/// D2: three days of sharp pain, unless a session without it lies between.
#[test]
fn a_session_that_went_well_ends_a_spell_of_sharp_pain() {
    let red_days = [2, 1, 0].map(|ago| red(MORNING - ago * DAY, 0, true));
    let after = |wall: i64| {
        let went_well = record(wall, "quad-stretch-prone", Ending::Completed);
        referral(&red_days, &History::new([went_well]), day(MORNING)).is_some()
    };
    assert!(referral(&red_days, &History::default(), day(MORNING)).is_some());
    assert!(after(MORNING - 2 * DAY - 1), "it was before all of it");
    assert!(!after(MORNING - DAY - HOUR), "two days are left");
    assert!(!after(MORNING - 2 * DAY), "at the very moment it is over");
    let stopped = record(MORNING - DAY - HOUR, "quad-stretch-prone", stop());
    assert!(referral(&red_days, &History::new([stopped]), day(MORNING)).is_some());
    let walk = record(MORNING - HOUR, "movement-break-walk", Ending::Completed);
    let told = referral(&red_days, &History::new([walk]), day(MORNING));
    assert!(told.is_some(), "a walk says nothing about pain");
}

fn stop() -> Ending {
    Ending::Stopped(StopReason::SharpPain)
}

/// D1, row R22: six after a session, or two more than before it.
#[test]
fn a_session_hurts_with_six_after_it_or_two_more_than_before() {
    let told = |before, after| hurts(&session(0, before, after));
    assert!(told(None, Some(6)) && told(Some(6), Some(6)));
    assert!(told(Some(1), Some(3)) && !told(Some(2), Some(3)));
    assert!(told(None, Some(2)) && !told(None, Some(1)), "nothing said before counts as none");
    assert!(!told(Some(9), None));
    assert!(!told(Some(5), Some(5)));
}

/// 5.8: no session with a fever, nor in the 48 hours after it.
#[test]
fn a_fever_forbids_sessions_until_it_is_gone_for_48_hours() {
    let now = |wall| Moment { wall, mono: 0, offset: 60 };
    let today = day(MORNING);
    let spell = |kind, end| Spell { kind, from: today, end };
    let fever = |end| spell(SpellKind::Fever, end);
    let said = fever(SpellEnd::Said { day: today, at: MORNING });
    assert!(said.forbids_sessions(now(MORNING + 48 * HOUR - 1)));
    assert!(!said.forbids_sessions(now(MORNING + 48 * HOUR)));
    let set = fever(SpellEnd::On(today.plus(1)));
    assert!(set.forbids_sessions(now(MORNING + 2 * DAY)));
    assert!(!set.forbids_sessions(now(MORNING + 3 * DAY)));
    let open = fever(SpellEnd::Open);
    assert!(open.forbids_sessions(now(MORNING)) && open.forbids_sessions(now(MORNING + 90 * DAY)));
    assert!(!open.forbids_sessions(now(MORNING - DAY)), "it had not begun");
    let cold = spell(SpellKind::Ill, SpellEnd::Open);
    assert!(!cold.forbids_sessions(now(MORNING)));
}

/// 5.8, X18, X24: what holds around the end of a spell.
#[test]
fn the_days_after_a_spell_are_careful_and_those_after_a_fever_have_another_plan() {
    let today = day(MORNING);
    let over = |kind| Spell { kind, from: today.less(3), end: SpellEnd::On(today) };
    let fever = over(SpellKind::Fever);
    let shaped = |spell: Spell, ahead| spell.shapes(today.plus(ahead));
    assert!(fever.shapes(today.before()) && shaped(fever, 0) && shaped(fever, 1));
    assert!(!shaped(fever, 2) && !shaped(over(SpellKind::Ill), 0));
    assert!(!fever.shapes(today.less(4)), "before it began");
    let asks = |kind, ahead| over(kind).asks_care_on(today.plus(ahead));
    assert!(asks(SpellKind::Fever, 6) && !asks(SpellKind::Fever, 7));
    assert!(asks(SpellKind::FlareUp, 0) && !asks(SpellKind::HolidayRest, 0));
    let said = |kind| Spell { end: SpellEnd::Said { day: today, at: MORNING }, ..over(kind) };
    assert!(said(SpellKind::Ill).outdates_answers_of(MORNING - 1));
    assert!(!said(SpellKind::Ill).outdates_answers_of(MORNING));
    assert!(!said(SpellKind::FlareUp).outdates_answers_of(MORNING - 1));
    assert!(!over(SpellKind::Ill).outdates_answers_of(0), "nobody said that it is over");
}

#[test]
fn a_history_is_empty_until_something_was_done_and_holds_each_session_once() {
    let mut history = History::default();
    assert!(history.is_empty());
    let one = session(0, None, None);
    history.put(one.clone());
    history.put(session(1, None, None));
    history.put(one);
    assert!(!history.is_empty());
    let days: Vec<_> = history.oldest_first().map(|record| record.day).collect();
    assert_eq!(days, [day(MORNING - DAY), day(MORNING)]);
}
