//! Copies of what is kept: the one that somebody takes along, those in a folder of theirs, and the
//! safety net under what takes much away.

pub mod due;
pub mod own_folder;
pub mod table;

use crate::archive::{
    before::{About, Entry},
    merge::SettingsChoice,
};
use own_folder::{FolderEvent, Last, OwnFolder};

/// How many sessions lie between two times that the browser is asked to keep everything for good:
/// it may say no at first and yes to somebody who comes back. Our choice.
pub(super) const ASK_EVERY: usize = 10;

#[derive(Debug, Default)]
pub struct Backups {
    pub net: Net,
    /// The snapshot that undoes what the message on the screen tells.
    pub undo: Option<String>,
    /// What waits until its snapshot is safe.
    pub(super) pending: Option<Pending>,
    pub place: Place,
    /// What the browser says of its storage.
    pub room: Option<Room>,
    pub folder: OwnFolder,
}

/// The snapshots of before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Net {
    /// They were not heard of yet; some browsers never answer.
    #[default]
    Unread,
    /// They cannot be had: what is deleted is gone.
    Missing,
    Open(Vec<About>),
}

impl Net {
    /// The newest first.
    pub fn snapshots(&self) -> Vec<About> {
        let Self::Open(list) = self else { return Vec::new() };
        let mut list = list.clone();
        list.sort_unstable_by(|one, other| other.cmp(one));
        list
    }
}

/// What is said of the net.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetNews {
    /// Everything is as it was.
    PutBack,
    NotPutBack,
    /// No snapshot could be taken, so nothing was done.
    Torn,
    Dropped,
    NotDropped,
}

/// What takes much away, and is done when a snapshot of before is safe.
#[derive(Clone, Debug)]
pub(super) enum Pending {
    Merge(SettingsChoice),
    Replace,
    Erase,
    PutBack(Vec<Entry>),
    /// Another version of Soepel has started.
    Update,
}

/// What Soepel stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub opened: Opened,
    /// A share sheet that takes files, on something that is touched.
    pub shares: bool,
    /// A folder that somebody picks once can be written to again.
    pub own_folder: bool,
}

/// Where it was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    #[default]
    Browser,
    /// A browser of an iPhone or iPad, where a home screen has a storage of its own.
    AppleBrowser,
    /// A home screen, without the bar of a browser.
    HomeScreen,
}

/// What the browser says of its storage, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub used: u64,
    pub whole: u64,
}

/// How a share sheet ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    Done,
    /// Somebody closed it: that is no copy.
    Cancelled,
    Failed,
}

#[derive(Clone, Debug)]
pub enum BackupEvent {
    /// What Soepel stands in was looked at.
    StoodIn(Place),
    /// Whether the browser keeps everything for good; none where it does not say.
    PersistenceBecame(Option<bool>),
    Measured(Option<Room>),
    AskedForLater,
    /// As a file, where the button beside it shares.
    ClickedDownload,
    ClickedTable,
    Shared(Shared),
    /// Every name with its text; none when the net cannot be had.
    NetRead(Option<Vec<Entry>>),
    SnapshotTaken {
        about: About,
        safe: bool,
    },
    AskedToPutBack(String),
    /// None when it is not there any more.
    SnapshotRead {
        undo: bool,
        text: Option<String>,
    },
    /// All of them, asked for.
    AskedToDropNet,
    /// Whether they are really gone.
    DroppedNet {
        done: bool,
    },
    ConfirmedReplace,
    /// Everything, and the snapshots with it.
    DeletedForGood,
    Folder(FolderEvent),
}

#[derive(Clone, Debug, PartialEq)]
pub enum BackupCommand {
    /// Everything that stands in the first store, and these texts.
    TakeSnapshot {
        about: About,
        known: Vec<Entry>,
    },
    ReadSnapshot {
        name: String,
        undo: bool,
    },
    /// In the list of snapshots; the texts of those that go, go too.
    KeepInNet {
        put: Vec<Entry>,
        drop: Vec<String>,
    },
    /// These go because somebody wants them gone, who hears whether they are.
    DropNet(Vec<String>),
    /// Called in a press: browsers open a share sheet only then.
    Share {
        name: String,
        text: String,
    },
    /// Called in a press.
    AskToPersist,
    /// Called in a press.
    PickFolder,
    /// Called in a press: may it be written to?
    AskForFolder,
    /// And when it is written, these go from the folder.
    WriteCopy {
        last: Last,
        text: String,
        remove: Vec<String>,
    },
    ForgetFolder,
}
