//! Sets of repetitions at one's own pace: the session waits for "klaar", and counts real time only.

use super::{Mark, PAST_THE_END, Position, Session, State};
use crate::domain::{
    settings::Pace,
    time::{Millis, Moment},
};

impl Session {
    /// True for the phases of a set of repetitions, which somebody may say is done.
    pub(super) fn in_set(&self, phase: usize) -> bool {
        self.plan.phases().get(phase).is_some_and(|phase| {
            let prescription = self.plan.prescription(phase.block);
            phase.kind.is_work() && prescription.is_some_and(|one| one.protocol.is_paced())
        })
    }

    /// True where a set begins that the session waits for.
    pub(super) fn waits_at(&self, phase: usize) -> bool {
        self.pace == Pace::OwnPace && self.in_set(phase) && self.station_start(phase) == phase
    }

    /// Goes on from here; at the beginning of a set it may be to wait.
    pub(super) fn run(&mut self, at: Position) {
        let waits = at.into == Millis(0) && self.waits_at(at.phase);
        self.state = if waits { State::Waiting { at } } else { State::Running { at } };
    }

    /// Waits for the set that begins with this phase, `over` into it already.
    pub(super) fn wait(&mut self, phase: usize, over: Millis) {
        let at = Position { phase, into: Millis(0) };
        self.worked = Millis(0);
        self.state = State::Waiting { at };
        self.work(at, over);
    }

    /// Time goes by on the set. Nobody works on it for much longer than it would take in tempo, so
    /// that a phone left on the floor counts no hours.
    pub(super) fn work(&mut self, at: Position, time: Millis) {
        let room = self.station_left(at) + PAST_THE_END - self.worked;
        let counted = time.min(room);
        self.worked += counted;
        self.active += counted;
    }

    /// What a figure shows, and how far into it: the phase that goes on; while a set is waited
    /// for, that set in tempo, over and over, until nobody counts its time any more.
    pub fn shown(&self, now: Moment) -> Option<(usize, Millis)> {
        let State::Waiting { at } = self.state else {
            return Some((self.position()?.phase, self.into_phase(now)));
        };
        let gone = Millis(now.mono.saturating_sub(self.seen.mono));
        let (worked, lasts) = (self.worked + gone, self.station_left(at));
        let counts = worked < lasts + PAST_THE_END;
        let mut over = Millis(if counts { worked.0 % lasts.0.max(1) } else { 0 });
        let phases = self.plan.phases().iter().enumerate().skip(at.phase);
        for (index, phase) in phases {
            if over < phase.lasts.millis() {
                return Some((index, over));
            }
            over = over - phase.lasts.millis();
        }
        None
    }

    /// The phases share this time between them, up to what was planned for them together.
    pub(super) fn share(
        &mut self,
        from: usize,
        to: usize,
        time: Millis,
        mark: impl Fn(Millis) -> Mark,
    ) {
        let planned: Millis =
            self.plan.phases()[from..to].iter().map(|phase| phase.lasts.millis()).sum();
        let (time, count) = (time.min(planned).0, (to - from).max(1) as u64);
        // The milliseconds that do not divide go to the first ones.
        let more = from + usize::try_from(time % count).unwrap_or(0);
        self.set(from, more, mark(Millis(time / count + 1)));
        self.set(more, to, mark(Millis(time / count)));
    }

    /// A phase at its end. One that was made longer says by how much, since a plan laid out again
    /// after a reload does not know of it.
    pub(super) fn done(&self, phase: usize) -> Mark {
        if self.plan.is_longer(phase) {
            let lasts = self.plan.phases()[phase].lasts;
            return Mark::Counted(lasts.millis());
        }
        Mark::Done
    }
}
