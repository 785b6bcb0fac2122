//! Where somebody's comparison stands: what the pairs show, or what they chose, and whether it is
//! time to ask again (7.2, R0.40).

use std::collections::BTreeSet;

use super::{
    looks::{Judged, State, judge},
    pairing::{Facts, Gathered, gather},
};
use crate::domain::{
    catalogue::Catalogue,
    history::History,
    planning::{
        choices::{Choices, Comparison},
        method::Method,
    },
    time::Day,
};

/// What works may change: the question comes back after twelve weeks (R0.40, 7.2).
pub const ASK_AGAIN_AFTER: i64 = 84;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What the pairs show.
    Shown(State),
    /// The person chose, whatever the pairs show; no day where it was chosen before days were kept.
    ChosenByUser { keep: Method, on: Option<Day> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparing {
    pub answer: Answer,
    pub gathered: Gathered,
    pub judged: Judged,
    /// The answer is twelve weeks old.
    pub asks_again: bool,
}

impl Comparing {
    /// Mean of each method over the pairs on the primary outcome: static, PNF.
    pub fn means(&self) -> Option<(f64, f64)> {
        let pairs = &self.gathered.pairs;
        let mean = |of: fn(&super::ComparedPair) -> i8| {
            super::mean(pairs.iter().map(|pair| f64::from(of(pair))))
        };
        Some((mean(|pair| pair.held.change)?, mean(|pair| pair.pnf.change)?))
    }
}

pub fn compare(
    history: &History,
    catalogue: &Catalogue,
    choices: &Choices,
    red_days: &BTreeSet<Day>,
    today: Day,
) -> Comparing {
    let since = choices.compared_since;
    let gathered = gather(history, Facts { catalogue, since, sport: &choices.sport, red_days });
    let differences: Vec<i8> = gathered.pairs.iter().map(super::ComparedPair::difference).collect();
    let judged = judge(&differences);
    let (answer, since) = match choices.comparison {
        Comparison::Off { keep } => {
            (Answer::ChosenByUser { keep, on: choices.chosen_on }, choices.chosen_on)
        }
        Comparison::ByDay | Comparison::Fairer { .. } => {
            let reached = judged.reached_at.map(|place| gathered.pairs[place].day());
            (Answer::Shown(judged.state), reached)
        }
    };
    let asks_again = since.is_some_and(|since| today.days_since(since) >= ASK_AGAIN_AFTER);
    Comparing { answer, gathered, judged, asks_again }
}
