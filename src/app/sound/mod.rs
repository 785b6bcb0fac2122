//! What leads by ear: one file of sound with the controls of the lock screen, or single tones
//! beside somebody's music. Which, where in it, and what is said when the browser gives no sound.

mod course;
mod leading;
mod lock_screen;
mod tuning;

pub use leading::Leading;
pub use lock_screen::LockScreen;

use crate::domain::time::Millis;

/// What happened to the sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundEvent {
    /// There is time to render on.
    HadTime,
    /// The file was asked where it is.
    Stood(Stamp),
    /// The file plays, whoever asked for it.
    Began(Stamp),
    /// The file stands still, whoever asked for it: somebody on the lock screen, a call, a
    /// headphone that was pulled out.
    Halted(Stamp),
    /// The file played to its end.
    RanOut(Stamp),
    /// The browser gives no sound before a press.
    Refused,
    /// The browser cannot play such a file.
    Failed,
    /// Whether single tones can be heard: not during a call, nor before a press.
    TonesBecame { heard: bool },
    /// On the lock screen, a headphone, a watch or a keyboard.
    Controlled(Control),
    /// "Turn the sound on."
    AskedForSound,
}

/// The buttons of a lock screen. Seeking is left out on purpose: where a page offers it, a phone
/// shows seconds in the place of previous and next, and a session has stations, not seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    Play,
    Pause,
    Previous,
    Next,
    Stop,
}

/// Where a file is, read off the clock of the sound itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Which file, counted from the first.
    pub file: u32,
    pub at: Millis,
    pub playing: bool,
}

/// What is asked of the element that plays files.
#[derive(Clone, PartialEq)]
pub enum Audio {
    /// Takes the place of the file before, and plays from here.
    Load {
        file: u32,
        bytes: Vec<u8>,
        at: Millis,
    },
    /// From here, whether it played or stood still.
    PlayAt(Millis),
    Pause,
    /// So many thousandths of its own speed, for as long as it takes to be in step again.
    Speed(u16),
    /// Say where it is.
    Ask,
    /// Say when there is time to render on.
    MakeTime,
    /// What the lock screen tells; none when there is nothing to control.
    Show(Option<LockScreen>),
    /// Nothing to play any more.
    Release,
}

impl std::fmt::Debug for Audio {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Load { file, bytes, at } => {
                write!(out, "Load {{ file: {file}, {} bytes, at: {at:?} }}", bytes.len())
            }
            Self::PlayAt(at) => write!(out, "PlayAt({at:?})"),
            Self::Pause => out.write_str("Pause"),
            Self::Speed(speed) => write!(out, "Speed({speed})"),
            Self::Ask => out.write_str("Ask"),
            Self::MakeTime => out.write_str("MakeTime"),
            Self::Show(shown) => write!(out, "Show({shown:?})"),
            Self::Release => out.write_str("Release"),
        }
    }
}

/// Why somebody hears nothing. The session goes on without sound, but never without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser wants a press first.
    Refused,
    /// Something else took the sound, and the session waits with it.
    Interrupted,
    /// Single tones are not heard at the moment.
    TonesSilent,
}

/// What is known of the sound.
#[derive(Debug, Default)]
pub struct Sounding {
    /// The file that leads the running session.
    pub leading: Option<Leading>,
    pub trouble: Option<Trouble>,
    /// This browser plays no such files: single tones take their place.
    pub no_files: bool,
    /// Files so far.
    pub files: u32,
}
