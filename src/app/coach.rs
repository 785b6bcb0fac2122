//! What somebody asks of the coach during a session, and what the device tells of its voices.

use crate::domain::{swapping::Turn, voices::Offered};

#[derive(Clone, Debug)]
pub enum CoachEvent {
    /// To do the exercise of the moment in an easier or harder way: the session pauses while the
    /// ways are on the screen.
    AskedToSwap,
    /// None to leave it as it is.
    ChoseWay(Option<Turn>),
    /// Where the session is, for somebody who cannot see it.
    AskedWhere,
    /// How the exercise is done, read out.
    AskedHow,
    /// Which keys there are.
    AskedForKeys,
    ClosedSheet,
    /// The device told of its voices; they may come late, and change.
    HeardOfVoices(Vec<Offered>),
    /// "Hoor je mij?"
    TriedVoice,
    /// The voice gave no sound.
    VoiceFailed,
}
