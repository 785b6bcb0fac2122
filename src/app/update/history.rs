//! What is done with finished sessions: rated, corrected, added, deleted, taken along, brought in.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::{Import, Model, Storage, Toast, Unkept},
    },
    archive::{
        import::read,
        merge::{SettingsChoice, merge, preview},
        store::Archive,
    },
    domain::{
        day::hurts,
        record::{After, RecordId, SessionRecord},
        settings::Settings,
        time::Moment,
    },
    route::Route,
};

impl Model {
    pub(super) fn rate(&mut self, id: RecordId, after: After, now: Moment) -> Update {
        let Some(mut record) = self.history.get(id).cloned() else { return Update::nothing() };
        let said = record.after != after;
        record.after = after;
        let mut commands =
            if said { self.keep(|archive| archive.edit(&record, now.wall)) } else { Vec::new() };
        self.refresh_history();
        self.finished = None;
        commands.extend(self.ask_after_session(now));
        let onward = if said && hurts(&record) { Route::Safety } else { Route::Today };
        commands.push(Command::Replace(onward));
        Update::with(commands)
    }

    pub(super) fn correct(&mut self, record: &SessionRecord, now: Moment) -> Update {
        let commands = self.keep(|archive| archive.edit(record, now.wall));
        self.refresh_history();
        self.toast = Some(Toast::Kept);
        Update::with(commands)
    }

    pub(super) fn add_afterwards(&mut self, record: &SessionRecord) -> Update {
        let mut commands = self.keep(|archive| archive.finish(record));
        self.refresh_history();
        self.toast = Some(Toast::Kept);
        commands.push(Command::Replace(Route::History));
        Update::with(commands)
    }

    pub(super) fn delete(&mut self, id: RecordId, now: Moment) -> Update {
        let Some(record) = self.history.get(id).cloned() else { return Update::nothing() };
        let mut commands = self.keep(|archive| archive.delete(id, now.wall));
        self.refresh_history();
        self.toast = Some(Toast::Deleted(Box::new(record)));
        commands.push(Command::Replace(Route::History));
        Update::with(commands)
    }

    /// What the message on the screen tells has a way back.
    pub fn can_undo(&self) -> bool {
        match self.toast {
            Some(Toast::Deleted(_) | Toast::DeletedRoutine(..)) => true,
            Some(Toast::Erased | Toast::Imported(_) | Toast::Replaced(_)) => {
                self.backups.undo.is_some()
            }
            _ => false,
        }
    }

    pub(super) fn undo(&mut self, now: Moment) -> Update {
        let record = match self.toast.take() {
            Some(Toast::Deleted(record)) => record,
            Some(Toast::DeletedRoutine(id, routine)) => {
                return self.bring_back_routine(id, *routine, now);
            }
            Some(Toast::Erased | Toast::Imported(_) | Toast::Replaced(_)) => {
                let Some(name) = self.backups.undo.take() else { return Update::nothing() };
                return Self::ask_for_snapshot(name, true);
            }
            _ => return Update::nothing(),
        };
        let commands = self.keep(|archive| archive.restore(&record, now.wall));
        self.refresh_history();
        Update::with(commands)
    }

    pub(super) fn read_import(&mut self, bytes: Option<&[u8]>) -> Update {
        if let Some(plan) = bytes.and_then(|bytes| self.import_plan(bytes)) {
            return plan;
        }
        let Some(archive) = self.archive() else { return Update::nothing() };
        self.import = Some(match bytes.map(read) {
            None => Import::Unreadable,
            Some(Err(refusal)) => Import::Refused(refusal),
            Some(Ok(parsed)) => {
                let preview = Box::new(preview(&parsed, archive));
                Import::Ready { parsed: Box::new(parsed), preview }
            }
        });
        Update::changed()
    }

    pub(super) fn import(&mut self, choice: SettingsChoice, now: Moment) -> Update {
        let Some(Import::Ready { parsed, preview }) = self.import.take() else {
            return Update::nothing();
        };
        // Where nobody was yet, everything of the file holds.
        let fresh = !self.settings.welcomed;
        let choice = if fresh { SettingsChoice::TakeTheirs } else { choice };
        let mut commands = self.keep_locked(now, |archive| merge(&parsed, archive, choice));
        if let (SettingsChoice::TakeTheirs, Some(settings)) =
            (choice, self.archive().and_then(Archive::settings))
        {
            self.settings = settings.clone();
        }
        self.refresh_history();
        self.toast = Some(Toast::Imported(preview.new + preview.newer_in_file));
        commands.extend(self.leave_what_is_locked(now));
        if fresh && self.settings.welcomed {
            commands.push(Command::Replace(Route::Today));
        }
        Update::with(commands)
    }

    /// Everything goes, also what cannot be read.
    pub(super) fn erase(&mut self) -> Update {
        self.give_up_unreadable();
        let commands = self.keep(|archive| Ok(archive.erase()));
        // The language stays: it is what the next sentence is read in.
        let Settings { language, news, .. } = self.settings;
        self.settings = Settings { language, news, welcomed: true, ..Settings::default() };
        if let Storage::Open { unkept, .. } = &mut self.storage {
            *unkept = Unkept::default();
        }
        self.live = None;
        self.testing = None;
        self.finished = None;
        self.refresh_history();
        self.toast = Some(Toast::Erased);
        Update::with(commands)
    }

    /// Puts what cannot be read aside, word for word, and goes on without it. A second copy that was
    /// not yet heard of may be good, so nothing is asked of it.
    pub(super) fn start_afresh(&mut self) -> Update {
        if !self.give_up_unreadable() {
            return Update::nothing();
        }
        let mut commands = self.keep_first(Archive::quarantine);
        commands.push(Command::Replace(Route::Welcome));
        Update::with(commands)
    }

    /// From here on something may be written; false when that was so before.
    pub(super) fn give_up_unreadable(&mut self) -> bool {
        let storage =
            std::mem::replace(&mut self.storage, Storage::Blocked { archive: Archive::default() });
        let Storage::Unreadable(unreadable) = storage else {
            self.storage = storage;
            return false;
        };
        let archive = unreadable.start_afresh();
        self.storage = Storage::Open { archive, unkept: Unkept::default() };
        true
    }

    /// Every name with its text as it stands, for somebody who can do more with it.
    pub(super) fn save_raw(&mut self, now: Moment) -> Update {
        let Storage::Unreadable(unreadable) = &self.storage else { return Update::nothing() };
        let lines: Vec<String> =
            unreadable.raw().map(|(key, raw)| format!("{key}\t{raw}")).collect();
        let name = format!("soepel-raw-{}.txt", now.day().iso());
        Update::with(vec![Command::Download { name, text: lines.join("\n") }])
    }
}
