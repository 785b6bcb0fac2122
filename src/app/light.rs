//! The screen of the player: whether it stays on, and when it lights up.

use crate::domain::time::{Millis, Moment};

/// No light may flash more than three times a second; half of that is plenty (WCAG 2.3.1).
const BETWEEN_FLASHES: Millis = Millis(700);

/// What became of the wish to keep the screen on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WakeLock {
    /// Not asked yet, or not answered.
    #[default]
    Unknown,
    Held,
    /// The browser has none, or says no: a low battery, mostly.
    Refused,
    /// It was taken away while the page was seen.
    Lost,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Light {
    pub lock: WakeLock,
    /// The line about it was read and closed.
    pub closed: bool,
    /// Grows by one with each flash.
    pub flashes: u32,
    flashed: Option<Moment>,
    /// What was on the screen when it was last looked at.
    seen: Option<Scene>,
}

/// Changes that somebody should notice: another station, or another kind of work.
pub type Scene = (usize, u8);

impl Light {
    /// A new session: what was closed is told again.
    pub fn begin(&mut self) {
        let Self { lock, flashes, .. } = *self;
        *self = Self { lock, flashes, ..Self::default() };
    }

    /// True when the screen may go off without somebody knowing it.
    pub fn may_go_off(&self) -> bool {
        matches!(self.lock, WakeLock::Refused | WakeLock::Lost) && !self.closed
    }

    /// True when the scene changed and another flash may come.
    pub fn see(&mut self, scene: Scene, now: Moment) -> bool {
        if self.seen.replace(scene).is_none_or(|seen| seen == scene) {
            return false;
        }
        let since = self.flashed.map(|last| now.mono.saturating_sub(last.mono));
        if since.is_some_and(|since| since < BETWEEN_FLASHES.0) {
            return false;
        }
        self.flashed = Some(now);
        self.flashes = self.flashes.wrapping_add(1);
        true
    }
}
