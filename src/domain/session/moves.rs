//! Moving through a session: next, back, once more, leave out, stop.

use super::{
    ADDED_TIME, Ending, LONGEST_PHASE, Mark, Marked, Position, Session, State, StopReason, Trouble,
};
use crate::domain::time::Millis;

/// Back within this long of a station's start goes to the one before. Our choice.
const JUST_BEGUN: Millis = Millis(3_000);

impl StopReason {
    /// After a pinch in the groin the next exercise follows, and what is too hard is done in an
    /// easier way; everything else ends the session (3.5).
    pub fn ends_session(self) -> bool {
        !matches!(self, Self::TooHard | Self::GroinPinch)
    }
}

impl Session {
    pub(super) fn next(&mut self, at: Position) {
        let end = self.station_end(at.phase);
        if self.in_set(at.phase) {
            self.share(at.phase, end, at.into + self.worked, Mark::Counted);
        } else {
            self.leave(at, end);
        }
        let running = self.is_running();
        self.go_to(end, running);
    }

    pub(super) fn back(&mut self, at: Position) {
        let start = self.station_start(at.phase);
        let begun =
            self.plan.starts_at(at.phase) + at.into + self.worked - self.plan.starts_at(start);
        let target = if self.has_work(start) && begun > JUST_BEGUN {
            start
        } else {
            self.work_station_before(start).unwrap_or(start)
        };
        self.redo_from(target, at.phase);
    }

    pub(super) fn restart_side(&mut self, at: Position) {
        let phases = self.plan.phases();
        let here = phases[at.phase];
        let same = |index: &usize| {
            let phase = phases[*index];
            phase.block == here.block
                && phase.side == here.side
                && phase.set == here.set
                && phase.rep > 0
        };
        // A preparing phase comes before the side it prepares; starting that side again then
        // means staying where one is.
        let first = (0..phases.len()).find(same).unwrap_or(at.phase).min(at.phase);
        self.redo_from(self.station_start(first), at.phase);
    }

    pub(super) fn add_time(&mut self, at: Position) {
        let phase = self.plan.phases()[at.phase];
        if !phase.kind.is_paced() && phase.lasts + ADDED_TIME <= LONGEST_PHASE {
            self.plan.lengthen(at.phase, ADDED_TIME);
        }
    }

    pub(super) fn skip_exercise(&mut self, at: Position) {
        let end = self.block_end(at.phase);
        self.leave(at, end);
        let running = self.is_running();
        self.go_to(end, running);
    }

    pub(super) fn stop(&mut self, at: Position, reason: StopReason) {
        let here = self.plan.phases()[at.phase];
        self.troubles.push(Trouble { block: here.block, side: here.side, reason });
        // Nobody hurries on after a stop: what follows waits for a press.
        match reason {
            StopReason::TooHard => {
                let start = self.station_start(at.phase);
                self.set(start, at.phase + 1, Mark::Open);
                self.go_to(start, false);
            }
            StopReason::GroinPinch => {
                let end = self.block_end(at.phase);
                self.leave(at, end);
                self.go_to(end, false);
            }
            _ => self.end(at, Ending::Stopped(reason)),
        }
    }

    pub(super) fn end(&mut self, at: Position, how: Ending) {
        self.leave(at, self.plan.phases().len());
        self.state = State::Ended { how };
    }

    /// Goes to the start of a phase; past the last one the session is complete.
    pub(super) fn go_to(&mut self, phase: usize, running: bool) {
        let at = Position { phase, into: Millis(0) };
        self.worked = Millis(0);
        if phase >= self.plan.phases().len() {
            self.state = State::Ended { how: Ending::Completed };
        } else if running {
            self.run(at);
        } else {
            self.state = State::Paused { at, since: self.seen };
        }
    }

    pub(super) fn set(&mut self, from: usize, to: usize, mark: Mark) {
        let to = to.min(self.marks.len());
        if from >= to {
            return;
        }
        self.marks[from..to].fill(mark);
        match self.unsaved.last_mut() {
            Some(last) if last.mark == mark && last.to == from => last.to = to,
            _ => self.unsaved.push(Marked { from, to, mark }),
        }
    }

    /// The phase under way is kept for as long as it lasted; what follows up to `end` is skipped.
    pub(super) fn leave(&mut self, at: Position, end: usize) {
        if self.worked > Millis(0) {
            let set = self.station_end(at.phase).min(end);
            self.share(at.phase, set, at.into + self.worked, Mark::Partly);
            self.set(set, end, Mark::Skipped);
            return;
        }
        let mark = if at.into > Millis(0) { Mark::Partly(at.into) } else { Mark::Skipped };
        self.set(at.phase, at.phase + 1, mark);
        self.set(at.phase + 1, end, Mark::Skipped);
    }

    fn redo_from(&mut self, target: usize, current: usize) {
        let running = self.is_running();
        self.set(target, current + 1, Mark::Open);
        self.go_to(target, running);
    }

    fn is_running(&self) -> bool {
        matches!(self.state, State::Running { .. } | State::Waiting { .. })
    }

    pub(super) fn station_start(&self, phase: usize) -> usize {
        let phases = self.plan.phases();
        let station = phases[phase].station;
        phases[..phase]
            .iter()
            .rposition(|earlier| earlier.station != station)
            .map_or(0, |before| before + 1)
    }

    pub(super) fn station_end(&self, phase: usize) -> usize {
        let phases = self.plan.phases();
        let station = phases[phase].station;
        phases[phase..]
            .iter()
            .position(|later| later.station != station)
            .map_or(phases.len(), |after| phase + after)
    }

    pub(super) fn station_left(&self, at: Position) -> Millis {
        self.plan.starts_at(self.station_end(at.phase)) - (self.plan.starts_at(at.phase) + at.into)
    }

    fn block_end(&self, phase: usize) -> usize {
        let phases = self.plan.phases();
        let block = phases[phase].block;
        phases[phase..]
            .iter()
            .position(|later| later.block != block)
            .map_or(phases.len(), |after| phase + after)
    }

    fn has_work(&self, station_start: usize) -> bool {
        let end = self.station_end(station_start);
        self.plan.phases()[station_start..end].iter().any(|phase| phase.kind.is_work())
    }

    fn work_station_before(&self, start: usize) -> Option<usize> {
        let last = self.plan.phases()[..start].iter().rposition(|phase| phase.kind.is_work())?;
        Some(self.station_start(last))
    }
}
