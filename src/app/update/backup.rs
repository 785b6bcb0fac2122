//! Copies: making one, being reminded of it, and what the browser tells of its storage.

use super::Update;
use crate::{
    app::{
        backup::{
            ASK_EVERY, BackupCommand, BackupEvent, Shared,
            due::{Asked, Copy, copy},
        },
        command::Command,
        model::Model,
    },
    archive::export::{export, file_name},
    domain::time::Moment,
};

impl Model {
    pub(super) fn on_backup(&mut self, event: BackupEvent, now: Moment) -> Update {
        match event {
            BackupEvent::StoodIn(place) => {
                self.backups.place = place;
                Update::changed()
            }
            BackupEvent::PersistenceBecame(persisted) => {
                self.persisted = persisted;
                Update::changed()
            }
            BackupEvent::Measured(room) => {
                self.backups.room = room;
                Update::changed()
            }
            BackupEvent::AskedForLater => {
                Update::with(self.keep(|archive| archive.stamp_later(now.wall)))
            }
            BackupEvent::ClickedDownload => self.download_copy(now),
            BackupEvent::Shared(shared) => self.hear_of_share(shared, now),
            BackupEvent::NetRead(entries) => self.take_net(entries, now),
            BackupEvent::SnapshotTaken { about, safe } => self.go_on_safely(about, safe, now),
            BackupEvent::AskedToPutBack(name) => Self::ask_for_snapshot(name, false),
            BackupEvent::SnapshotRead { undo, text } => self.put_back(undo, text.as_deref(), now),
            BackupEvent::AskedToDropNet => {
                self.toast = None;
                Update::with(self.drop_net())
            }
            BackupEvent::DroppedNet { done } => self.hear_of_dropped_net(done),
            BackupEvent::ConfirmedReplace => self.replace_safely(now),
            BackupEvent::DeletedForGood => self.erase_for_good(now),
            BackupEvent::ClickedTable => self.download_table(now),
            BackupEvent::Folder(event) => self.on_folder(event, now),
        }
    }

    /// The last copy that somebody holds. Nobody is reminded of it in the middle of a session.
    pub fn copy(&self, now: Moment) -> Copy {
        let Some(archive) = self.archive().filter(|_| self.live.is_none()) else {
            return Copy::Needless;
        };
        let meta = archive.meta();
        copy(&self.history, Asked { last: meta.last_export, later: meta.later }, now.wall)
    }

    /// By the share sheet where there is one, else as a file.
    pub(super) fn export(&mut self, now: Moment) -> Update {
        if !self.backups.place.shares {
            return self.download_copy(now);
        }
        let Some(archive) = self.archive() else { return Update::nothing() };
        // Browsers share text and refuse JSON; the import takes it under either name.
        let name = file_name(now.day()).replace(".json", ".txt");
        let text = export(archive);
        Update::with(vec![Command::Backup(BackupCommand::Share { name, text })])
    }

    fn download_copy(&mut self, now: Moment) -> Update {
        let Some(archive) = self.archive() else { return Update::nothing() };
        let mut commands =
            vec![Command::Download { name: file_name(now.day()), text: export(archive) }];
        commands.extend(self.keep(|archive| archive.stamp_export(now.wall)));
        Update::with(commands)
    }

    /// For a spreadsheet; nothing comes back from it, so it counts as no copy.
    fn download_table(&self, now: Moment) -> Update {
        let (name, text) = self.table(now);
        Update::with(vec![Command::Download { name, text }])
    }

    /// A session was told about, in a press: the browser may be asked something now.
    pub(super) fn ask_after_session(&self, now: Moment) -> Vec<Command> {
        let mut commands = self.write_copy(now);
        if self.waits_for_folder() {
            commands.push(Command::Backup(BackupCommand::AskForFolder));
        }
        let sessions = self.history.len();
        if self.persisted == Some(false) && (sessions == 1 || sessions.is_multiple_of(ASK_EVERY)) {
            commands.push(Command::Backup(BackupCommand::AskToPersist));
        }
        commands
    }

    /// A share sheet that was closed made no copy; one that failed leaves the file.
    fn hear_of_share(&mut self, shared: Shared, now: Moment) -> Update {
        match shared {
            Shared::Done => Update::with(self.keep(|archive| archive.stamp_export(now.wall))),
            Shared::Cancelled => Update::nothing(),
            Shared::Failed => self.download_copy(now),
        }
    }
}
