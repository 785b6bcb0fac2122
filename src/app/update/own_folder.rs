//! The folder that somebody picked once: a copy after each session, and what is said when none came.

use super::Update;
use crate::{
    app::{
        backup::{
            BackupCommand,
            own_folder::{FolderEvent, Found, Last, Outcome, OwnFolder, Picked, Standing},
        },
        command::Command,
        model::Model,
    },
    archive::export::export,
    domain::time::Moment,
};

impl Model {
    pub(super) fn on_folder(&mut self, event: FolderEvent, now: Moment) -> Update {
        match event {
            FolderEvent::ClickedPick => {
                Update::with(vec![Command::Backup(BackupCommand::PickFolder)])
            }
            FolderEvent::Found(found) => {
                self.hold_folder(found);
                Update::changed()
            }
            FolderEvent::Opened(found) => {
                self.hold_folder(found);
                Update::with(self.write_copy(now))
            }
            FolderEvent::ClickedWrite if self.waits_for_folder() => {
                Update::with(vec![Command::Backup(BackupCommand::AskForFolder)])
            }
            FolderEvent::ClickedWrite => Update::with(self.write_copy(now)),
            FolderEvent::ClickedForget => Update::with(self.forget_folder()),
            FolderEvent::Written { last, removed, outcome } => {
                self.hear_of_copy(last, &removed, outcome, now)
            }
        }
    }

    fn hold_folder(&mut self, found: Option<Found>) {
        if let Some(found) = found {
            self.backups.folder = OwnFolder::Picked(Picked::new(found));
        }
    }

    pub(super) fn waits_for_folder(&self) -> bool {
        let OwnFolder::Picked(picked) = &self.backups.folder else { return false };
        picked.standing == Standing::AskFirst
    }

    /// After each session, and when something was told about one.
    pub(super) fn write_copy(&self, now: Moment) -> Vec<Command> {
        let OwnFolder::Picked(picked) = &self.backups.folder else { return Vec::new() };
        let Some(archive) = self.archive().filter(|_| !self.waits_for_folder()) else {
            return Vec::new();
        };
        let sessions = self.history.len();
        let last = Last { name: picked.name_for(now.day(), sessions), sessions };
        let remove = picked.needless();
        let text = export(archive);
        vec![Command::Backup(BackupCommand::WriteCopy { last, text, remove })]
    }

    fn hear_of_copy(
        &mut self,
        last: Last,
        removed: &[String],
        outcome: Outcome,
        now: Moment,
    ) -> Update {
        let OwnFolder::Picked(picked) = &mut self.backups.folder else { return Update::nothing() };
        picked.standing = match outcome {
            Outcome::Done => Standing::Fine,
            Outcome::NotPermitted => Standing::AskFirst,
            Outcome::Failed => Standing::Failed,
        };
        if outcome != Outcome::Done {
            return Update::changed();
        }
        picked.files.retain(|name| !removed.contains(name) && *name != last.name);
        picked.files.push(last.name.clone());
        picked.last = Some(last);
        // It lies outside the browser like any other copy.
        Update::with(self.keep(|archive| archive.stamp_export(now.wall)))
    }

    pub(super) fn forget_folder(&mut self) -> Vec<Command> {
        match std::mem::take(&mut self.backups.folder) {
            OwnFolder::None => Vec::new(),
            OwnFolder::Picked(_) => vec![Command::Backup(BackupCommand::ForgetFolder)],
        }
    }
}
