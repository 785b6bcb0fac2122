//! What the application asks of the browser, once. What lasts is in `wants`.

use crate::{archive::writes::Write, domain::tone::Note, route::Route};

use super::{backup::BackupCommand, sound::Audio};

/// Done once, now.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Write or remove in this order, read back, stop at the first failure and tell of it.
    Keep(Vec<Write>),
    /// The same, in the first store alone.
    KeepFirst(Vec<Write>),
    /// In the second store alone; it may be nothing at all, to hear when it is done.
    KeepSecond(Vec<Write>),
    GoTo(Route),
    /// The same, but the way back does not lead here again.
    Replace(Route),
    Download {
        name: String,
        text: String,
    },
    /// On the clipboard; called in a press.
    Copy(String),
    /// For the page about the health of what is kept.
    LookAtDevice,
    /// Tell whether any page leads a session.
    LookForLead,
    /// Called in a press: browsers give sound only then.
    WakeSound,
    Play(Vec<Note>),
    /// The one file that leads a session.
    Audio(Audio),
    Hush,
    Say(String),
    /// Ask the device for its voices, and tell whenever there are others.
    LookForVoices,
    /// To a screen reader.
    Announce(String),
    Vibrate,
    ApplyUpdate,
    /// Called in a press: browsers ask the person only then.
    AskToNotify,
    /// A notification of the system, with two buttons.
    Notify {
        title: String,
        text: String,
        done: String,
        later: String,
    },
    /// May the page feel how the phone tilts? Called in a press: browsers ask the person only then.
    AskForTilt,
    /// The notification has become pointless.
    WithdrawNotice,
    /// A copy outside the browser, or the net.
    Backup(BackupCommand),
    /// The page on paper.
    Print,
}
