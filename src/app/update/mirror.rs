//! The second copy of what is kept: it was read, it follows, it is not to be had.

use super::Update;
use crate::{
    app::{
        command::Command,
        mirror::{Copied, MirrorEvent},
        model::{Model, Storage, Toast, Unkept},
    },
    archive::{mirror::Reconciled, store::Archive},
    domain::time::Moment,
    route::Route,
};

impl Model {
    pub(super) fn on_mirror(&mut self, event: MirrorEvent, now: Moment) -> Update {
        match event {
            MirrorEvent::Read(Some(entries)) => self.compare(entries, now),
            MirrorEvent::Read(None) | MirrorEvent::Changed { safe: false } => self.lose_mirror(),
            MirrorEvent::Changed { safe: true } => self.hear_it_is_safe(),
        }
    }

    fn lose_mirror(&mut self) -> Update {
        if self.mirror.copied == Copied::Missing {
            return Update::nothing();
        }
        self.mirror.copied = Copied::Missing;
        // What is missing in the middle of a journal comes from nowhere any more.
        Update::with(self.keep_first(Archive::quarantine_stranded))
    }

    /// What one of the two stores lacks, it gets from the other.
    fn compare(&mut self, entries: Vec<(String, String)>, now: Moment) -> Update {
        let sessions = self.history.len();
        let storage =
            std::mem::replace(&mut self.storage, Storage::Blocked { archive: Archive::default() });
        let found = match storage {
            Storage::Open { mut archive, unkept } => {
                let found = archive.reconcile(entries);
                self.storage = Storage::Open { archive, unkept };
                found
            }
            Storage::Unreadable(unreadable) => match unreadable.rescue(entries) {
                Ok((archive, found)) => {
                    self.storage = Storage::Open { archive, unkept: Unkept::default() };
                    found
                }
                Err(unreadable) => {
                    self.storage = Storage::Unreadable(Box::new(unreadable));
                    return Update::changed();
                }
            },
            blocked @ Storage::Blocked { .. } => {
                self.storage = blocked;
                return Update::changed();
            }
        };
        self.mirror.copied = Copied::Follows;
        let restores = found.restores();
        let mut commands = self.even_out(found);
        if restores {
            commands.extend(self.show_what_came_back(sessions, now));
        }
        Update::with(commands)
    }

    fn even_out(&mut self, found: Reconciled) -> Vec<Command> {
        let mut commands = Vec::new();
        if !found.first.is_empty() {
            commands.push(Command::KeepFirst(found.first));
        }
        let erased = self.archive().is_some_and(Archive::is_erased);
        if !found.second.is_empty() || erased {
            commands.push(Command::KeepSecond(found.second));
        }
        commands
    }

    fn show_what_came_back(&mut self, sessions: usize, now: Moment) -> Vec<Command> {
        if let Some(settings) = self.archive().and_then(Archive::settings) {
            self.settings = settings.clone();
        }
        self.refresh_history();
        let more = self.history.len().saturating_sub(sessions);
        if more > 0 {
            self.toast = Some(Toast::CameBack(more));
        }
        let mut commands = self.leave_what_is_locked(now);
        if self.route == Route::Welcome && self.settings.welcomed {
            commands.push(Command::Replace(Route::Today));
        }
        commands
    }

    /// Whoever looks at "Bewaard" sees it; nobody else has anything to see.
    fn hear_it_is_safe(&mut self) -> Update {
        self.mirror.under_way = self.mirror.under_way.saturating_sub(1);
        if self.mirror.under_way > 0 {
            return Update::nothing();
        }
        let commands = self.keep(|archive| Ok(archive.emptied()));
        Update { changed: self.route == Route::Finish, commands }
    }
}
