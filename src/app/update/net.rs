//! The safety net: what takes much away waits until everything as it was is safe, and can be undone.

use super::Update;
use crate::{
    app::{
        backup::{BackupCommand, Net, NetNews, Pending},
        command::Command,
        model::{Import, Model, Storage, Toast},
    },
    archive::{
        before::{About, Entry, Why, needless, read},
        merge::SettingsChoice,
        replace::replaced,
        store::Archive,
        writes::Write,
    },
    domain::{clearance::Verdict, time::Moment},
};

/// Under this name the net remembers which version of Soepel was here last.
const VERSION: &str = "version";
const APP: &str = env!("CARGO_PKG_VERSION");

impl Model {
    pub(super) fn take_net(&mut self, entries: Option<Vec<Entry>>, now: Moment) -> Update {
        let Some(entries) = entries else {
            self.backups.net = Net::Missing;
            return Update::changed();
        };
        let here = entries.iter().any(|(name, version)| name == VERSION && version == APP);
        let list = entries.iter().filter_map(|(name, text)| About::read(name, text)).collect();
        self.backups.net = Net::Open(list);
        let mut update = Update::with(self.mend_net(now));
        if !here && !matches!(self.storage, Storage::Unreadable(_)) {
            update.join(self.safely(Why::Update, Pending::Update, now));
        }
        update
    }

    /// What is kept too long, or too much of it, goes.
    fn mend_net(&mut self, now: Moment) -> Vec<Command> {
        let Net::Open(list) = &mut self.backups.net else { return Vec::new() };
        let goes = needless(list, now.wall);
        list.retain(|about| !goes.contains(about));
        let drop: Vec<String> = goes.iter().map(About::name).collect();
        if drop.is_empty() { Vec::new() } else { in_net(Vec::new(), drop) }
    }

    pub(super) fn merge_safely(&mut self, choice: SettingsChoice, now: Moment) -> Update {
        if !matches!(self.import, Some(Import::Ready { .. })) {
            return Update::nothing();
        }
        self.safely(Why::Import, Pending::Merge(choice), now)
    }

    pub(super) fn replace_safely(&mut self, now: Moment) -> Update {
        if !matches!(self.import, Some(Import::Ready { .. })) {
            return Update::nothing();
        }
        self.safely(Why::Replace, Pending::Replace, now)
    }

    pub(super) fn erase_safely(&mut self, now: Moment) -> Update {
        self.safely(Why::Erase, Pending::Erase, now)
    }

    /// Nothing of it stays in this browser.
    pub(super) fn erase_for_good(&mut self, now: Moment) -> Update {
        self.backups.pending = None;
        let mut update = self.go_through(Pending::Erase, None, now);
        update.commands.extend(self.drop_net());
        self.toast = Some(Toast::Erased);
        update
    }

    /// They stay in the list until they are gone.
    pub(super) fn drop_net(&mut self) -> Vec<Command> {
        self.backups.undo = None;
        let Net::Open(list) = &self.backups.net else { return Vec::new() };
        let names = list.iter().map(About::name).collect();
        vec![Command::Backup(BackupCommand::DropNet(names))]
    }

    pub(super) fn hear_of_dropped_net(&mut self, done: bool) -> Update {
        let (net, news) = match &self.backups.net {
            Net::Open(_) if done => (Net::Open(Vec::new()), NetNews::Dropped),
            other => (other.clone(), NetNews::NotDropped),
        };
        self.backups.net = net;
        // "Everything is erased" says as much, and more.
        if !(done && self.toast == Some(Toast::Erased)) {
            self.toast = Some(Toast::Net(news));
        }
        Update::changed()
    }

    /// Takes a snapshot first. Without a net, or with nothing to catch, it is done at once; the page
    /// has said so.
    fn safely(&mut self, why: Why, pending: Pending, now: Moment) -> Update {
        // What somebody does comes before what a new version does by itself.
        if !matches!(self.backups.pending, None | Some(Pending::Update)) {
            return Update::nothing();
        }
        let known = self.everything();
        if known.is_empty() || !matches!(self.backups.net, Net::Open(_)) {
            return self.go_through(pending, None, now);
        }
        let size = known.iter().map(|(name, text)| name.len() + text.len()).sum();
        let about = About { at: now.wall, why, sessions: self.history.len(), size };
        self.backups.pending = Some(pending);
        Update::with(vec![Command::Backup(BackupCommand::TakeSnapshot { about, known })])
    }

    /// Every name with its text; nothing where the browser keeps nothing.
    fn everything(&self) -> Vec<Entry> {
        match &self.storage {
            Storage::Open { archive, .. } => archive.texts().collect(),
            Storage::Unreadable(unreadable) => unreadable.texts(),
            Storage::Blocked { .. } => Vec::new(),
        }
    }

    /// A snapshot that failed stops what would have needed it: a way back was promised.
    pub(super) fn go_on_safely(&mut self, about: About, safe: bool, now: Moment) -> Update {
        let waits = matches!(self.backups.pending, Some(Pending::Update));
        let pending = match about.why {
            Why::Update if !waits => Some(Pending::Update),
            _ => self.backups.pending.take(),
        };
        let Some(pending) = pending else { return Update::nothing() };
        if !safe {
            self.backups.net = Net::Missing;
            if !matches!(pending, Pending::Update) {
                self.toast = Some(Toast::Net(NetNews::Torn));
            }
            return Update::changed();
        }
        if let Net::Open(list) = &mut self.backups.net {
            list.push(about);
        }
        let mut update = Update::with(self.mend_net(now));
        update.join(self.go_through(pending, Some(about.name()), now));
        update
    }

    fn go_through(&mut self, pending: Pending, undo: Option<String>, now: Moment) -> Update {
        if let Pending::Update = pending {
            let mark = vec![(VERSION.to_owned(), APP.to_owned())];
            return Update::with(in_net(mark, Vec::new()));
        }
        let update = match pending {
            Pending::Merge(choice) => self.import(choice, now),
            Pending::Replace => self.replace(now),
            Pending::Erase => {
                let mut update = self.erase();
                update.commands.extend(self.forget_folder());
                update
            }
            Pending::PutBack(entries) => self.become_again(entries, now),
            Pending::Update => Update::nothing(),
        };
        self.backups.undo = undo;
        update
    }

    fn replace(&mut self, now: Moment) -> Update {
        let Some(Import::Ready { parsed, .. }) = self.import.take() else {
            return Update::nothing();
        };
        let Some(then) = self.archive().map(|archive| replaced(&parsed, archive)) else {
            return Update::nothing();
        };
        let commands = self.become_what(then, now);
        self.toast = Some(Toast::Replaced(self.history.len()));
        Update::with(commands)
    }

    /// As it was in a snapshot.
    fn become_again(&mut self, entries: Vec<Entry>, now: Moment) -> Update {
        self.give_up_unreadable();
        // What runs now is not what ran then; Vandaag offers that again.
        let mut commands =
            if self.live.take().is_some() { vec![Command::Hush] } else { Vec::new() };
        self.stopping = None;
        commands.extend(self.become_what(entries, now));
        self.toast = Some(Toast::Net(NetNews::PutBack));
        Update::with(commands)
    }

    fn become_what(&mut self, entries: Vec<Entry>, now: Moment) -> Vec<Command> {
        let mut commands = self.keep_locked(now, |archive| archive.put_back(entries));
        if let Some(settings) = self.archive().and_then(Archive::settings) {
            self.settings = settings.clone();
        }
        self.refresh_history();
        commands.extend(self.leave_what_is_locked(now));
        commands
    }

    /// Neither a file nor a snapshot opens a lock: only answers given here do (3.3).
    pub(super) fn keep_locked(
        &mut self,
        now: Moment,
        writes: impl FnOnce(&Archive) -> Vec<Write>,
    ) -> Vec<Command> {
        let red = |verdict: Option<Verdict>| verdict.is_some_and(|verdict| verdict.level.is_red());
        let locked = red(self.verdict(now));
        let answers = self.archive().and_then(Archive::screening).cloned();
        let mut commands = self.keep(|archive| Ok(writes(archive)));
        if let (true, false, Some(answers)) = (locked, red(self.verdict(now)), answers) {
            commands.extend(self.keep(|archive| archive.save_screening(&answers)));
        }
        commands
    }

    pub(super) fn ask_for_snapshot(name: String, undo: bool) -> Update {
        Update::with(vec![Command::Backup(BackupCommand::ReadSnapshot { name, undo })])
    }

    /// What undoes the last thing needs no snapshot of it.
    pub(super) fn put_back(&mut self, undo: bool, text: Option<&str>, now: Moment) -> Update {
        let Some(Ok(entries)) = text.map(read) else {
            self.toast = Some(Toast::Net(NetNews::NotPutBack));
            return Update::changed();
        };
        let pending = Pending::PutBack(entries);
        if undo {
            self.go_through(pending, None, now)
        } else {
            self.safely(Why::PutBack, pending, now)
        }
    }
}

fn in_net(put: Vec<Entry>, drop: Vec<String>) -> Vec<Command> {
    vec![Command::Backup(BackupCommand::KeepInNet { put, drop })]
}
