//! Whether everything that keeps somebody's history does what it should, without a word about their
//! health.

use super::{
    backup::{Net, Opened},
    hearing::Hearing,
    mirror::Copied,
    model::{Model, Storage},
};
use crate::{app::backup::due, domain::time::Moment};

/// What localStorage gives a site, in UTF-16 code units, names and texts together.
const QUOTA: usize = 5 * 1024 * 1024;

/// From here on the page says that room is running out, in percent. Our choice.
const TIGHT: usize = 80;

/// What the browser was asked for this page alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The files of this very build are kept for when there is no internet; none while unknown.
    pub offline: Option<bool>,
    /// What the build calls its program.
    pub build: String,
    /// The page forbids whatever is not its own.
    pub policy: bool,
    /// There is a way to keep the screen on.
    pub wake_lock: bool,
}

/// The first store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    Keeps,
    /// So many changes wait for another try.
    Waits(usize),
    Blocked,
    Unreadable,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    First(First),
    Second(Copied),
    /// Percent of the room of the first store.
    Room(usize),
    /// Texts that were set aside.
    Damaged(usize),
    /// Texts that only a newer version can read.
    Newer(usize),
    /// The browser clears nothing by itself.
    Lasting(Option<bool>),
    Copy(due::Copy),
    Snapshots(Net),
    Installed(bool),
    Offline(Option<bool>),
    Policy(bool),
    Voice(Hearing),
    WakeLock(bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Good,
    /// The browser does not say, or was not heard yet.
    Unknown,
    /// Good to know; something may be done about it.
    Notice,
    /// Something gets lost, or may.
    Bad,
}

impl Finding {
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::First(First::Keeps)
            | Self::Second(Copied::Follows)
            | Self::Damaged(0)
            | Self::Newer(0)
            | Self::Lasting(Some(true))
            | Self::Copy(due::Copy::Needless | due::Copy::Quiet { days: Some(_) })
            | Self::Snapshots(Net::Open(_))
            | Self::Installed(true)
            | Self::Offline(Some(true))
            | Self::Policy(true)
            | Self::Voice(Hearing::Speaks(_))
            | Self::WakeLock(true) => Verdict::Good,
            Self::Room(percent) if *percent < TIGHT => Verdict::Good,
            Self::Second(Copied::Unread)
            | Self::Snapshots(Net::Unread)
            | Self::Lasting(None)
            | Self::Offline(None) => Verdict::Unknown,
            Self::First(_) | Self::Policy(false) => Verdict::Bad,
            _ => Verdict::Notice,
        }
    }
}

impl Model {
    /// In the order in which they matter; none about the device before it was looked at.
    pub fn health(&self, now: Moment) -> Vec<Finding> {
        let mut found =
            vec![Finding::First(self.first_store()), Finding::Second(self.mirror.copied)];
        if let Some(archive) = self.archive() {
            let used: usize = archive.entries().map(|(key, text)| key.len() + text.len()).sum();
            found.push(Finding::Room(used * 100 / QUOTA));
            found.push(Finding::Damaged(archive.quarantined().count()));
            found.push(Finding::Newer(archive.newer().count()));
        }
        found.push(Finding::Copy(self.copy(now)));
        found.push(Finding::Lasting(self.persisted));
        found.push(Finding::Snapshots(self.backups.net.clone()));
        let Some(device) = &self.device else { return found };
        found.push(Finding::Offline(device.offline));
        found.push(Finding::Installed(self.backups.place.opened == Opened::HomeScreen));
        found.push(Finding::Policy(device.policy));
        found.push(Finding::Voice(self.hearing()));
        found.push(Finding::WakeLock(device.wake_lock));
        found
    }

    fn first_store(&self) -> First {
        match &self.storage {
            Storage::Open { unkept, .. } if unkept.writes.is_empty() => First::Keeps,
            Storage::Open { unkept, .. } => First::Waits(unkept.writes.len()),
            Storage::Blocked { .. } => First::Blocked,
            Storage::Unreadable(_) => First::Unreadable,
        }
    }
}
