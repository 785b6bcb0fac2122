//! What is kept: opening it, settings and answers, writes that fail, other tabs.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::{Model, Storage, Toast, Unkept},
    },
    archive::{
        store::Archive,
        writes::{Blocked, Write},
    },
    domain::{settings::Settings, time::Moment},
    route::Route,
};

impl Model {
    pub(super) fn open(&mut self, entries: Option<Vec<(String, String)>>, zone: String) -> Update {
        self.zone = zone;
        let Some(entries) = entries else {
            self.storage = Storage::Blocked { archive: Archive::default() };
            return Update::changed();
        };
        match Archive::open(entries) {
            Ok(archive) => self.take(archive),
            Err(unreadable) => {
                self.storage = Storage::Unreadable(Box::new(unreadable));
                Update::changed()
            }
        }
    }

    /// Damaged values are set aside and needless ones removed; nothing else is touched.
    fn take(&mut self, archive: Archive) -> Update {
        if let Some(settings) = archive.settings() {
            self.settings = settings.clone();
        }
        self.storage = Storage::Open { archive, unkept: Unkept::default() };
        self.refresh_history();
        // The second store is compared with what is left, and may hold whole what is damaged here.
        let mut commands = self.keep_first(Archive::quarantine_damaged);
        commands.extend(self.keep_first(Archive::tidy));
        commands.extend(self.keep_first(Archive::lay_reserve));
        commands.extend(self.look_for_lead());
        Update::with(commands)
    }

    pub(super) fn set(&mut self, mut settings: Settings, now: Moment) -> Update {
        let welcomed = settings.welcomed && !self.settings.welcomed;
        if welcomed {
            settings.news = Self::releases();
        }
        self.settings = settings;
        self.refresh_log();
        let settings = self.settings.clone();
        let mut commands = self.keep(|archive| archive.save_settings(&settings, now.wall));
        if welcomed {
            commands.push(Command::Replace(Route::Screening));
        }
        // An age under sixteen locks too.
        commands.extend(self.leave_what_is_locked(now));
        Update::with(commands)
    }

    /// Makes writes, follows them in memory, and hands them to the edge. What the archive refuses
    /// is dropped here only when it would lose something that a newer version wrote.
    pub(super) fn keep(
        &mut self,
        writes: impl FnOnce(&Archive) -> Result<Vec<Write>, Blocked>,
    ) -> Vec<Command> {
        let (archive, open) = match &mut self.storage {
            Storage::Open { archive, .. } => (archive, true),
            Storage::Blocked { archive } => (archive, false),
            Storage::Unreadable(_) => return Vec::new(),
        };
        let Ok(writes) = writes(archive) else {
            self.toast = Some(Toast::NotKept);
            return Vec::new();
        };
        for write in &writes {
            archive.apply(write);
        }
        if open && !writes.is_empty() { vec![Command::Keep(writes)] } else { Vec::new() }
    }

    /// The same for what only tidies the first store.
    pub(super) fn keep_first(
        &mut self,
        writes: impl FnOnce(&Archive) -> Vec<Write>,
    ) -> Vec<Command> {
        let kept = self.keep(|archive| Ok(writes(archive)));
        let first = |command| match command {
            Command::Keep(writes) => Command::KeepFirst(writes),
            other => other,
        };
        kept.into_iter().map(first).collect()
    }

    pub(super) fn refresh_history(&mut self) {
        if let Some(archive) = self.archive() {
            self.history = archive.history();
        }
        self.refresh_breaks();
        self.refresh_tests();
        self.refresh_log();
    }

    pub(super) fn fail_to_keep(&mut self, writes: Vec<Write>, full: bool) -> Update {
        let Storage::Open { archive, unkept } = &mut self.storage else {
            return Update::changed();
        };
        if archive.lacks_reserve(&writes) {
            return Update::nothing();
        }
        if let Some(room) = full.then(|| archive.give_up_reserve()).flatten() {
            let again = [room].into_iter().chain(writes).collect();
            return Update::with(vec![Command::KeepFirst(again)]);
        }
        unkept.writes.extend(writes);
        unkept.full = full;
        Update::changed()
    }

    pub(super) fn try_again(&mut self) -> Update {
        let Storage::Open { archive, unkept } = &mut self.storage else { return Update::nothing() };
        let failed = std::mem::take(&mut unkept.writes);
        let writes = archive.again(failed.iter().map(Write::name));
        if writes.is_empty() {
            Update::changed()
        } else {
            Update::with(vec![Command::Keep(writes)])
        }
    }

    /// Another tab kept something: this one knows it too, and never writes over it.
    pub(super) fn follow(&mut self, key: String, value: Option<String>, now: Moment) -> Update {
        let Storage::Open { archive, .. } = &mut self.storage else { return Update::nothing() };
        archive.apply(&match value {
            Some(value) => Write::Put { key, value },
            None => Write::Remove { key },
        });
        if let Some(settings) = archive.settings() {
            self.settings = settings.clone();
        }
        self.refresh_history();
        Update::with(self.leave_what_is_locked(now))
    }
}
