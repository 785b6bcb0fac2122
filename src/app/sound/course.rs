//! What a session asks of its sound at this moment.

use crate::domain::session::{Session, State};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Time goes on, and the sound with it.
    Going,
    /// The session waits for the person and its time stands still: silence, that goes on playing.
    Waiting,
    Still,
}

impl Course {
    pub(super) fn of(session: &Session) -> Self {
        match session.state() {
            State::Running { .. } => Self::Going,
            State::Waiting { .. } => Self::Waiting,
            State::Paused { .. } | State::Away { .. } | State::Ended { .. } => Self::Still,
        }
    }
}
