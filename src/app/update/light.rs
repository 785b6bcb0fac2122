//! Light and touch of a running session: the wake lock, the flash and the buzz at a change.

use super::Update;
use crate::{
    app::{command::Command, light::WakeLock, model::Model, view::player::scene},
    domain::{session::State, time::Moment},
};

impl Model {
    /// The browser tells what became of the wake lock. While the page is hidden no browser gives
    /// one, and nothing is said of that: it is asked for again when the page is back.
    pub(super) fn learn_of_wake_lock(&mut self, lock: WakeLock) -> Update {
        let hidden = self.breaks.hidden && lock != WakeLock::Held;
        if hidden || self.light.lock == lock {
            return Update::nothing();
        }
        // A loss after a line that was closed is news.
        self.light.closed &= lock != WakeLock::Lost;
        self.light.lock = lock;
        Update::changed()
    }

    /// What is seen and felt at a change, beside what is heard of it.
    pub(super) fn light_up(&mut self, now: Moment) -> Vec<Command> {
        let Some(live) = &self.live else { return Vec::new() };
        if !matches!(live.session.state(), State::Running { .. }) {
            return Vec::new();
        }
        let Some(scene) = live.session.phase().map(scene) else { return Vec::new() };
        let changed = self.light.see(scene, now);
        if changed && self.settings.vibration { vec![Command::Vibrate] } else { Vec::new() }
    }
}
