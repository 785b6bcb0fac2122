//! What a browser does with what it is asked: its stores, its lock, its snapshots.

use soepel::{
    app::{
        backup::{BackupCommand, BackupEvent},
        command::Command,
        event::Event,
        lease::{Lead, LeaseEvent},
        mirror::MirrorEvent,
    },
    archive::{before, writes::Write},
};

use crate::person::{Person, put};

const RESERVE: &str = "soepel.p0.rsv";

impl Person {
    /// The browser's lock, as the edge asks for it.
    pub(super) fn seek_lead(&mut self) -> Vec<Command> {
        let lead = self.model.wants(self.now).lead;
        let before = std::mem::replace(&mut self.lead, lead);
        if lead == Lead::No || before == lead || (before, lead) == (Lead::Take, Lead::IfFree) {
            return Vec::new();
        }
        let refused = self.led_elsewhere && lead == Lead::IfFree;
        self.led_elsewhere = refused;
        let answer = if refused { LeaseEvent::Refused } else { LeaseEvent::Given };
        self.tell(Event::Lease(answer))
    }

    /// In order, and no further than the first failure, as the browser's edge does.
    pub(super) fn keep(&mut self, writes: &[Write]) -> Vec<Command> {
        for (index, write) in writes.iter().enumerate() {
            if !self.fits(write) {
                let writes = writes[index..].to_vec();
                return self.tell(Event::FailedToKeep { writes, full: true });
            }
            match write {
                Write::Put { key, .. } if key == RESERVE => self.reserve = true,
                Write::Remove { key } if key == RESERVE => {
                    self.room = self.room.map(|room| room + if self.reserve { 200 } else { 0 });
                    self.reserve = false;
                }
                _ => put(
                    self.shelf.as_mut().expect("nothing is written where nothing can be kept"),
                    std::slice::from_ref(write),
                ),
            }
        }
        Vec::new()
    }

    fn fits(&mut self, write: &Write) -> bool {
        match (write, &mut self.room) {
            _ if self.full => false,
            (Write::Put { .. }, Some(0)) => false,
            (Write::Put { .. }, Some(room)) => {
                *room -= 1;
                true
            }
            _ => true,
        }
    }

    pub(super) fn keep_second(&mut self, writes: &[Write]) -> Vec<Command> {
        let spare = self.spare.as_mut().map(|spare| put(spare, writes));
        self.tell(Event::Mirror(MirrorEvent::Changed { safe: spare.is_some() }))
    }

    /// What the browser does about snapshots, at once.
    pub(super) fn catch(&mut self, command: BackupCommand) -> Vec<Command> {
        let event = match (command, &mut self.net) {
            (BackupCommand::TakeSnapshot { about, .. }, None) => {
                BackupEvent::SnapshotTaken { about, safe: false }
            }
            (BackupCommand::TakeSnapshot { about, known }, Some(net)) => {
                let stored = self.shelf.clone().map(|shelf| shelf.into_iter().collect());
                net.list.insert(about.name(), about.text());
                net.texts.insert(about.name(), before::snapshot(stored, known));
                BackupEvent::SnapshotTaken { about, safe: true }
            }
            (BackupCommand::ReadSnapshot { name, undo }, net) => {
                let text = net.as_ref().and_then(|net| net.texts.get(&name).cloned());
                BackupEvent::SnapshotRead { undo, text }
            }
            (BackupCommand::DropNet(names), net) => {
                if let Some(net) = net {
                    net.list.retain(|name, _| !names.contains(name));
                    net.texts.retain(|name, _| !names.contains(name));
                }
                BackupEvent::DroppedNet { done: net.is_some() }
            }
            (BackupCommand::KeepInNet { put, drop }, Some(net)) => {
                net.list.extend(put);
                net.list.retain(|name, _| !drop.contains(name));
                net.texts.retain(|name, _| !drop.contains(name));
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.tell(Event::Backup(event))
    }
}
