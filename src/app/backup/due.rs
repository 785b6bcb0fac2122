//! How old the last copy outside the browser is, and when it is time for another.

use crate::domain::history::History;

/// So many finished sessions without a copy are a lot to lose. Our choice.
const MANY: usize = 5;
/// And so many days. Our choice.
const LONG: i64 = 14;
/// "Later" is quiet for so many days. Our choice.
const QUIET: i64 = 3;
/// Clocks of one device may differ by so much; what is further ahead was written by a wrong clock.
const AHEAD: i64 = 1;

const DAY: i64 = 86_400_000;

/// What is remembered about copies, in epoch milliseconds UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub last: Option<i64>,
    /// Somebody said "later".
    pub later: Option<i64>,
}

/// The last copy, in whole days before now; none when there never was one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// Nothing is kept that a copy could hold.
    Needless,
    /// Young enough, or somebody wants to hear of it later: one quiet line.
    Quiet {
        days: Option<i64>,
    },
    Due {
        days: Option<i64>,
        sessions: usize,
    },
}

pub fn copy(history: &History, asked: Asked, wall: i64) -> Copy {
    let Some(first) = history.oldest_first().map(|record| record.updated).min() else {
        return Copy::Needless;
    };
    // A copy of next year says that a clock was wrong, not that nothing can be lost until then.
    let believed = |moment: &i64| *moment <= wall + AHEAD * DAY;
    let last = asked.last.filter(believed);
    let sessions = history.changed_since(last.unwrap_or(i64::MIN));
    let days = days(last.unwrap_or(first), wall);
    let age = last.map(|_| days);
    let due = sessions >= MANY || (sessions > 0 && days >= LONG);
    let hushed = asked.later.is_some_and(|later| (0..QUIET * DAY).contains(&(wall - later)));
    if due && !hushed { Copy::Due { days: age, sessions } } else { Copy::Quiet { days: age } }
}

/// A clock that was set back makes nothing older than now.
fn days(since: i64, wall: i64) -> i64 {
    (wall - since).max(0) / DAY
}
