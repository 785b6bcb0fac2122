//! The goal of a week: two are on track, and the daily minutes are no session (C1, X32).

use proptest::prelude::*;
use soepel::domain::{
    planning::{
        choices::{Choices, WeekGoal, Weekday},
        goal::{WeekProgress, goal},
        week::{Agenda, schedule},
        why::Why,
    },
    spell::{Spell, SpellEnd, SpellKind},
};

use crate::made::{day, somebody};

/// C1: three a week, the days that somebody chose, or their own number.
#[test]
fn the_goal_is_their_own_number_or_their_days_or_three() {
    let mut choices = Choices::default();
    assert_eq!(goal(&choices).sessions(), 3);
    choices.days = [Weekday::Monday, Weekday::Friday].into();
    assert_eq!(goal(&choices).sessions(), 2);
    choices.week_goal = WeekGoal::new(6);
    assert_eq!(goal(&choices).sessions(), 6);
    assert_eq!(WeekGoal::new(0), None);
    assert_eq!(WeekGoal::new(8), None);
}

/// C1: a week with two or three sessions is never a failed one.
#[test]
fn two_sessions_are_on_track_whatever_the_goal() {
    for (goal, done, on_track, reached) in [
        (3, 1, false, false),
        (3, 2, true, false),
        (3, 3, true, true),
        (7, 2, true, false),
        (1, 1, true, true),
        (1, 0, false, false),
    ] {
        let progress = WeekProgress { goal: WeekGoal::new(goal).unwrap(), done };
        assert_eq!((progress.is_on_track(), progress.is_reached()), (on_track, reached));
    }
}

proptest! {
    /// While somebody is ill, away or in a flare-up no day of the plan holds a session, and the
    /// day after it does not know of it any more.
    #[test]
    fn no_day_inside_a_spell_holds_a_session(who in somebody()) {
        let days = who.plan(|ground, past, stretched| schedule(ground, past, stretched, day(0), 14));
        let Some(spell) = who.spell else { return Ok(()) };
        let told = [Why::Ill, Why::Holiday, Why::FlareUp];
        for planned in days {
            let inside = spell.shapes(planned.day);
            match planned.agenda {
                Agenda::Session { .. } => prop_assert!(!inside),
                Agenda::Rest { why, mini } => {
                    prop_assert_eq!(told.contains(&why), inside);
                    prop_assert!(!inside || mini.is_none() || spell.kind.keeps_minutes());
                }
            }
        }
    }
}

/// 5.8: the two days without fever belong to it.
#[test]
fn a_fever_shapes_the_two_days_after_it_and_an_illness_does_not() {
    let gone = |kind| Spell {
        kind,
        from: day(-3),
        end: SpellEnd::Said { day: day(0), at: day(0).noon_utc() },
    };
    let shaped = |kind| [-4, -3, -1, 0, 1, 2].map(|on| gone(kind).shapes(day(on)));
    assert_eq!(shaped(SpellKind::Fever), [false, true, true, true, true, false]);
    assert_eq!(shaped(SpellKind::Ill), [false, true, true, false, false, false]);
    // Nothing heavier for a week; a holiday asks nothing of the kind.
    assert!(gone(SpellKind::Fever).asks_care_on(day(6)));
    assert!(!gone(SpellKind::Fever).asks_care_on(day(7)));
    assert!(!gone(SpellKind::HolidayRest).asks_care_on(day(0)));
}
