//! Sessions and minutes by week, beside the week's goal.

use std::collections::BTreeMap;

use crate::{
    app::{
        model::Model,
        view::{
            chart::{Plot, columns},
            today::Gate,
        },
    },
    domain::{
        insight::{DayDone, Period, Step, Total, Window, days_done, totals},
        planning::{goal::goal, load::Worker},
        record::SessionRecord,
        time::{Day, Moment, Seconds},
    },
};

#[derive(Clone, Debug, PartialEq)]
pub struct WeeksPicture {
    pub window: Window,
    pub step: Step,
    pub totals: Vec<Total>,
    pub sessions: u32,
    pub active: Seconds,
    /// Days a week; none before there is a plan.
    pub goal: Option<u32>,
    /// Weeks in which the goal was reached, of those that are over or reached it already.
    pub reached: u32,
    pub of_weeks: u32,
    /// This week is not over, and may still reach it.
    pub open_week: bool,
    /// Days with a session, or sessions where a column is longer than a week.
    pub days: Plot,
    pub minutes: Plot,
}

impl Model {
    /// Days a week: the person's own number, or the days of their plan, or the usual three.
    pub fn week_goal(&self) -> Option<u32> {
        Some(u32::from(goal(self.choices()?).sessions()))
    }

    /// Every day with a session; what counts for the goal is as everywhere.
    pub(in crate::app::view) fn days_done<'a>(
        &'a self,
        records: impl Iterator<Item = &'a SessionRecord>,
        now: Moment,
    ) -> BTreeMap<Day, DayDone> {
        let chosen = self.choices().map(|choices| self.chosen(choices, now));
        let main = chosen.as_ref().and_then(|chosen| chosen.programmes.first());
        let worker =
            Worker { main: main.map(|one| &one.programme), gentle: self.gate(now) == Gate::Gentle };
        days_done(records, self.catalogue, worker)
    }

    /// None before the first session.
    pub fn weeks_picture(&self, period: Period, now: Moment) -> Option<WeeksPicture> {
        let window = self.insight_window(period, now)?;
        let days = self.days_done(self.history.oldest_first(), now);
        let goal = self.week_goal();
        let meets_goal = |total: &Total| goal.is_some_and(|goal| total.counted >= goal);
        let weeks = totals(&days, window, Step::Week);
        let today = now.day();
        let open_week = weeks.iter().any(|week| {
            (week.bucket.first..=week.bucket.last).contains(&today) && !meets_goal(week)
        });
        let reached = weeks.iter().filter(|week| meets_goal(week)).count();
        let of_weeks = weeks.len() - usize::from(open_week);
        let step = window.step();
        let totals = if step == Step::Week { weeks } else { totals(&days, window, step) };
        let by_week = step == Step::Week;
        let column = |total: &Total| {
            let number = if by_week { total.counted } else { total.sessions };
            (total.bucket, number, by_week && meets_goal(total))
        };
        let minutes = |total: &Total| (total.bucket, total.minutes(), false);
        Some(WeeksPicture {
            window,
            step,
            sessions: totals.iter().map(|total| total.sessions).sum(),
            active: totals.iter().map(|total| total.active).sum(),
            goal,
            reached: u32::try_from(reached).unwrap_or_default(),
            of_weeks: u32::try_from(of_weeks).unwrap_or_default(),
            open_week,
            days: columns(&totals.iter().map(column).collect::<Vec<_>>(), goal.filter(|_| by_week)),
            minutes: columns(&totals.iter().map(minutes).collect::<Vec<_>>(), None),
            totals,
        })
    }
}
