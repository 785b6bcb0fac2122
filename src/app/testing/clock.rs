//! The clock of a timed test: it counts in, runs to its limit, and calls out by the way.

use crate::domain::{
    cue::CueKind,
    selftest::{OneLegStand, Plank, TestId},
    time::{Millis, Moment, Seconds},
    timeline::PhaseKind,
    tone::{self, Note},
};

/// Five more counts are called where a clock runs at least this long, and half of it. Our choice.
const FIVE: Seconds = Seconds(5);
/// Nobody lies down, or lifts a foot, in less than three counts. Our choice.
const LEAST_READY: Seconds = Seconds(3);

/// A clock that somebody starts and stops; it runs by the moments and counts no ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    #[default]
    Still,
    Going {
        since: Moment,
        /// So long it counts in.
        ready: Seconds,
        /// Calls up to here have been made.
        called: Millis,
    },
    Stopped(Seconds),
}

/// What the clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Still,
    /// So long until it runs.
    CountingIn(Millis),
    /// For so long, at most its limit.
    Running(Millis),
    Stopped(Seconds),
}

impl Face {
    pub fn is_going(self) -> bool {
        matches!(self, Self::CountingIn(_) | Self::Running(_))
    }
}

/// What is called out, for eyes that are elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// It runs in so many seconds.
    Ready(Seconds),
    Go,
    Half,
    LastFive,
    Over,
}

/// The longest that the clock of a test runs; most have none.
pub fn clock_limit(test: TestId) -> Option<Seconds> {
    match test {
        TestId::OneLegStand => Some(OneLegStand::LONGEST),
        TestId::SidePlank => Some(Plank::LONGEST),
        _ => None,
    }
}

impl Clock {
    pub(super) fn start(ready: Seconds, now: Moment) -> Self {
        Self::Going { since: now, ready: ready.max(LEAST_READY), called: Millis(0) }
    }

    pub(super) fn face(self, limit: Seconds, now: Moment) -> Face {
        match self {
            Self::Still => Face::Still,
            Self::Stopped(held) => Face::Stopped(held),
            Self::Going { since, ready, .. } => {
                let gone = Millis(now.mono.saturating_sub(since.mono));
                let ready = ready.millis();
                if gone < ready {
                    Face::CountingIn(Millis(ready.0 - gone.0))
                } else {
                    Face::Running((gone - ready).min(limit.millis()))
                }
            }
        }
    }

    /// The calls since the last look, each once. After a gap only the newest still makes sense.
    pub(super) fn calls(&mut self, limit: Seconds, now: Moment) -> Vec<Call> {
        let Self::Going { since, ready, called } = self else { return Vec::new() };
        let gone = Millis(now.mono.saturating_sub(since.mono));
        let due = |at: Millis| *called <= at && at <= gone;
        let newest = course(*ready, limit).into_iter().rfind(|(at, _)| due(*at));
        *called = gone + Millis(1);
        newest.map(|(_, call)| call).into_iter().collect()
    }
}

/// Every call of a clock with its time since the press.
fn course(ready: Seconds, limit: Seconds) -> Vec<(Millis, Call)> {
    let (ready_for, runs) = (ready.millis(), limit.millis());
    vec![
        (Millis(0), Call::Ready(ready)),
        (ready_for, Call::Go),
        (ready_for + Millis(runs.0 / 2), Call::Half),
        (ready_for + runs - FIVE.millis(), Call::LastFive),
        (ready_for + runs, Call::Over),
    ]
}

/// Every note of a clock that is started now: three ticks before it runs and before its limit.
pub fn notes(ready: Seconds, limit: Seconds) -> Vec<Note> {
    let ready = ready.max(LEAST_READY);
    let counts = |until: Millis| {
        [3, 2, 1].map(|count: u8| (CueKind::Count(count), until - Seconds(count.into()).millis()))
    };
    let end = ready.millis() + limit.millis();
    [(CueKind::Start(PhaseKind::Ready), Millis(0))]
        .into_iter()
        .chain(counts(ready.millis()))
        .chain([(CueKind::Start(PhaseKind::Hold), ready.millis())])
        .chain(counts(end))
        .chain([(CueKind::End, end)])
        .flat_map(|(cue, at)| tone::notes(cue, at))
        .collect()
}

/// The two notes of a clock that was stopped by hand.
pub fn stop_notes() -> Vec<Note> {
    tone::notes(CueKind::Start(PhaseKind::Release), Millis(0))
}
