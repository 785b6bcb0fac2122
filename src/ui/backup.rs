//! The door to copies outside the browser, to the net, and to what the browser says of its storage.

use super::runtime::Runtime;
use crate::{
    app::{
        backup::{
            BackupCommand, BackupEvent, Opened, Place, Room, Shared,
            own_folder::{FolderEvent, Found, Outcome},
        },
        event::Event,
        health::Device,
    },
    archive::before,
    browser::{
        build, installed, net,
        own_folder::{self, OwnFolder},
        persistence,
        share::{self, Outcome as Ended},
        storage, wake_lock,
    },
};

impl Runtime {
    /// Once, when the page is there.
    pub(super) fn look_at_backups(self) {
        self.tell(BackupEvent::StoodIn(Place {
            opened: match (installed::is_installed(), installed::is_apple_touch()) {
                (true, _) => Opened::HomeScreen,
                (false, true) => Opened::AppleBrowser,
                (false, false) => Opened::Browser,
            },
            shares: installed::is_touched() && share::takes_files(),
            own_folder: own_folder::can_be_picked(),
        }));
        net::list(move |entries| self.tell(BackupEvent::NetRead(entries)));
        persistence::persisted(move |answer| self.tell(BackupEvent::PersistenceBecame(answer)));
        persistence::estimate(move |found| {
            let room = found.map(|(used, whole)| Room { used, whole });
            self.tell(BackupEvent::Measured(room));
        });
        if own_folder::can_be_picked() {
            self.devices().folder.find(move |found| {
                self.tell(BackupEvent::Folder(FolderEvent::Found(found.map(folder))));
            });
        }
    }

    /// For the page about the health of what is kept.
    pub(super) fn look_at_device(self) {
        build::is_kept(move |offline| {
            self.dispatch(Event::LookedAtDevice(Device {
                offline,
                build: build::name(),
                policy: build::has_policy(),
                wake_lock: wake_lock::is_there(),
            }));
        });
    }

    pub(super) fn perform_backup(self, command: BackupCommand, own: &OwnFolder) {
        let opened = move |found: Option<own_folder::Found>| {
            self.tell(BackupEvent::Folder(FolderEvent::Opened(found.map(folder))));
        };
        match command {
            BackupCommand::TakeSnapshot { about, known } => {
                let text = before::snapshot(storage::entries(), known);
                net::keep(about.name(), about.text(), text, move |safe| {
                    self.tell(BackupEvent::SnapshotTaken { about, safe });
                });
            }
            BackupCommand::ReadSnapshot { name, undo } => {
                net::text(name, move |text| self.tell(BackupEvent::SnapshotRead { undo, text }));
            }
            // Done again at the next start when it fails.
            BackupCommand::KeepInNet { put, drop } => net::change(put, drop, |_| {}),
            BackupCommand::DropNet(names) => net::change(Vec::new(), names, move |done| {
                self.tell(BackupEvent::DroppedNet { done });
            }),
            BackupCommand::Share { name, text } => share::share(&name, &text, move |ended| {
                self.tell(BackupEvent::Shared(match ended {
                    Ended::Done => Shared::Done,
                    Ended::Cancelled => Shared::Cancelled,
                    Ended::Failed => Shared::Failed,
                }));
            }),
            BackupCommand::AskToPersist => persistence::persist(move |answer| {
                self.tell(BackupEvent::PersistenceBecame(answer));
            }),
            BackupCommand::PickFolder => own.pick(opened),
            BackupCommand::AskForFolder => own.request(opened),
            BackupCommand::WriteCopy { last, text, remove } => {
                let (name, told, removed) = (last.name.clone(), last.text(), remove.clone());
                own.write(name, text, told, remove, move |outcome| {
                    let outcome = match outcome {
                        own_folder::Outcome::Done => Outcome::Done,
                        own_folder::Outcome::NotPermitted => Outcome::NotPermitted,
                        own_folder::Outcome::Failed => Outcome::Failed,
                    };
                    self.tell(BackupEvent::Folder(FolderEvent::Written { last, removed, outcome }));
                });
            }
            BackupCommand::ForgetFolder => own.forget(),
        }
    }

    fn tell(self, event: BackupEvent) {
        self.dispatch(Event::Backup(event));
    }
}

fn folder(found: own_folder::Found) -> Found {
    let own_folder::Found { name, may_write, stays, files, last } = found;
    Found { name, may_write, stays, files, last }
}
