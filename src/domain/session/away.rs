//! Time that passed while nobody looked: what the clocks say, and when to ask instead.

use super::{Mark, Position, Session, State};
use crate::domain::{
    record::Ending,
    time::{Millis, Moment},
};

/// The wall clock ran this much further than the other one: the device slept.
pub const SLEPT: Millis = Millis(2_000);
/// No single gap counts for more (our choice): twelve hours.
pub const LONGEST_GAP: Millis = Millis(12 * 3_600_000);
/// The clock is believed until this long past the end of what was running.
pub const PAST_THE_END: Millis = Millis(60_000);

/// What the person says about the time away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwayAnswer {
    /// I did what was running: credit it and go on.
    Done,
    /// I did not: leave it out and go on.
    NotDone,
    /// Start what was running again.
    GoOn,
}

/// What passed between two looks: the steady clock, or the wall clock when the device slept.
/// A wall clock that was set back counts for nothing.
fn passed(before: Moment, now: Moment) -> Millis {
    let steady = Millis(now.mono.saturating_sub(before.mono));
    let wall = Millis(u64::try_from(now.wall.saturating_sub(before.wall)).unwrap_or(0));
    let gap = if wall > steady + SLEPT { wall } else { steady };
    gap.min(LONGEST_GAP)
}

impl Session {
    /// Brings the session to where the clocks say it is, or opens the question.
    pub(super) fn catch_up(&mut self, now: Moment) {
        let gap = passed(self.seen, now);
        self.seen = now;
        let (State::Running { at } | State::Waiting { at }) = self.state else { return };
        if gap > self.station_left(at) + PAST_THE_END {
            self.state = State::Away { at, gap };
        } else if let State::Waiting { .. } = self.state {
            self.work(at, gap);
        } else {
            self.active += gap;
            self.advance(Position { phase: at.phase, into: at.into + gap });
        }
    }

    fn advance(&mut self, mut at: Position) {
        let mut over = Millis(0);
        while let Some(phase) = self.plan.phases().get(at.phase) {
            let lasts = phase.lasts.millis();
            if at.into < lasts {
                self.state = State::Running { at };
                return;
            }
            self.set(at.phase, at.phase + 1, self.done(at.phase));
            over = at.into - lasts;
            at = Position { phase: at.phase + 1, into: over };
            if self.waits_at(at.phase) {
                self.active = self.active - over;
                self.wait(at.phase, over);
                return;
            }
        }
        // Time past the very end was not spent exercising.
        self.active = self.active - over;
        self.state = State::Ended { how: Ending::Completed };
    }

    pub(super) fn answer_away(&mut self, at: Position, answer: AwayAnswer) {
        let (start, end) = (self.station_start(at.phase), self.station_end(at.phase));
        match answer {
            AwayAnswer::Done => {
                self.active += self.station_left(at) - self.worked;
                for phase in at.phase..end {
                    self.set(phase, phase + 1, self.done(phase));
                }
                self.go_to(end, true);
            }
            AwayAnswer::NotDone => {
                // What was done before the gap was done all the same.
                self.leave(at, end);
                self.go_to(end, true);
            }
            AwayAnswer::GoOn => {
                self.set(start, end, Mark::Open);
                self.go_to(start, true);
            }
        }
    }
}
