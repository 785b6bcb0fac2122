//! The goal of a week, which forgives: two sessions are on track, and no week ever failed (C1, X32).

use crate::domain::time::Day;

use super::{
    choices::WeekGoal,
    load::Placed,
    proposal::is_the_work_of_a_day,
    week::{Ground, rhythm},
};

/// From so many sessions on a week is on track, whatever the goal (R0.19, C1).
const ON_TRACK: u8 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekProgress {
    pub goal: WeekGoal,
    /// Days of this week with the work of a day; the daily minutes on top count as no session.
    pub done: u8,
}

impl WeekProgress {
    pub fn is_reached(self) -> bool {
        self.done >= self.goal.sessions()
    }

    /// C1: never fewer than the goal where that is one.
    pub fn is_on_track(self) -> bool {
        self.done >= self.goal.sessions().min(ON_TRACK)
    }
}

/// The person's own number; else the days that they chose; else what their programme aims at.
pub fn goal(ground: Ground<'_>) -> WeekGoal {
    let days = u8::try_from(ground.choices.days.len()).ok().and_then(WeekGoal::new);
    let main = ground.chosen.programmes.first();
    let target = main.and_then(|one| u8::try_from(rhythm(ground, &one.programme).0).ok());
    ground.choices.week_goal.or(days).or_else(|| WeekGoal::new(target?)).unwrap_or_default()
}

/// The week from Monday to Sunday that `today` lies in.
pub fn this_week(ground: Ground<'_>, placed: &[Placed], today: Day) -> WeekProgress {
    let did = |day: Day| {
        placed.iter().any(|one| one.day == day && is_the_work_of_a_day(ground, &one.load))
    };
    let done = today.monday().next_days(7).filter(|day| did(*day)).count();
    WeekProgress { goal: goal(ground), done: u8::try_from(done).unwrap_or(WeekGoal::MOST) }
}
