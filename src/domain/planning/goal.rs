//! The goal of a week, which forgives: two sessions are on track, and no week ever failed (C1, X32).

use super::choices::{Choices, WeekGoal};

/// From so many sessions on a week is on track, whatever the goal (R0.19, C1).
const ON_TRACK: u8 = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekProgress {
    pub goal: WeekGoal,
    /// Days of this week with a session; the minutes that come on top of it count as none.
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

/// The person's own number; else the days that they chose; else three.
pub fn goal(choices: &Choices) -> WeekGoal {
    let days = || u8::try_from(choices.days.len()).ok().and_then(WeekGoal::new);
    choices.week_goal.or_else(days).unwrap_or_default()
}
