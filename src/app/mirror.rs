//! The second copy of what is kept: whether it is there, and how far it has come.

use crate::{
    app::command::Command,
    domain::time::{Millis, Moment},
};

/// Without a second copy a text in localStorage is safe after so long, but for Chromium when it was
/// written to very often. Our choice.
const SETTLES: Millis = Millis(6_000);

/// What is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// It was not heard of yet; some browsers never answer.
    #[default]
    Unread,
    Follows,
    /// It cannot be had.
    Missing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mirror {
    pub copied: Copied,
    /// Changes that it was not yet heard to have.
    pub under_way: usize,
    /// When something was last written, in epoch milliseconds UTC.
    pub written: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MirrorEvent {
    /// Every name with its text; none when it cannot be had.
    Read(Option<Vec<(String, String)>>),
    /// A change is safe there, or it is not.
    Changed { safe: bool },
}

impl Mirror {
    /// These commands are about to be done.
    pub(super) fn watch(&mut self, commands: &[Command], now: Moment) {
        let goes =
            |command: &&Command| matches!(command, Command::Keep(_) | Command::KeepSecond(_));
        let under_way = commands.iter().filter(goes).count();
        self.under_way += under_way;
        let first = |command: &Command| matches!(command, Command::KeepFirst(_));
        if under_way > 0 || commands.iter().any(first) {
            self.written = now.wall;
        }
    }

    /// How long until what was written last would survive a browser that is killed.
    pub fn safe_in(&self, now: Moment) -> Millis {
        if self.copied == Copied::Follows && self.under_way == 0 {
            return Millis(0);
        }
        let gone = u64::try_from(now.wall - self.written).unwrap_or_default();
        SETTLES - Millis(gone)
    }
}
