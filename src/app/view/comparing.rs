//! Static or PNF: what the page of the comparison shows, and when there is news of it.

use std::collections::BTreeSet;

use crate::{
    app::model::Model,
    domain::{
        comparing::{Answer, Comparing, compare},
        history::History,
        planning::{choices::Choices, method::method_of},
        time::{Day, Moment},
    },
};

impl Model {
    pub fn comparing(&self, now: Moment) -> Comparing {
        self.comparing_over(&self.history, now)
    }

    fn comparing_over(&self, history: &History, now: Moment) -> Comparing {
        let nothing = Choices::default();
        let choices = self.choices().unwrap_or(&nothing);
        let red_days: BTreeSet<Day> = self.red_day_items().map(|(_, red)| red.day).collect();
        compare(history, self.catalogue, choices, &red_days, now.day())
    }

    /// What the pairs show since a stretch session of today, where that changed something; none
    /// once somebody chose.
    pub fn comparison_news(&self, now: Moment) -> Option<Answer> {
        let last = self.history.newest_first().next()?;
        if last.day != now.day() || method_of(&last.session).is_none() {
            return None;
        }
        let after = self.comparing(now);
        let mut history = self.history.clone();
        history.remove(last.id);
        let before = self.comparing_over(&history, now);
        let shown = matches!(after.answer, Answer::Shown(_));
        (shown && after.answer != before.answer).then_some(after.answer)
    }

    /// The question of twelve weeks ago comes back (R0.40).
    pub fn asks_to_compare_again(&self, now: Moment) -> bool {
        self.choices().is_some() && self.comparing(now).asks_again
    }

    /// Pairs can come: the plan holds stretches that have both methods, or some were done.
    pub fn can_compare(&self, now: Moment) -> bool {
        let chosen = self.choices().is_some_and(|choices| self.chosen(choices, now).has("P1"));
        chosen || self.history.newest_first().any(|record| method_of(&record.session).is_some())
    }
}
