//! The phone on a limb while it measures: three times from the start to as far as it goes, by what
//! it feels and by the moments that come by.

use crate::domain::{
    body::HipMovement,
    selftest::How,
    tilt::{Direction, Found, Sample, Source, Strange, Told, Try, Window, found, has_shifted},
    time::{Millis, Moment, Seconds},
};

pub const TRIES: usize = 3;
/// A sensor that is there has told something by now. Ours.
const SILENCE: Millis = Millis(2000);
/// So long a limb takes to get anywhere. Ours.
const ON_ITS_WAY: Millis = Millis(3000);
/// A limb that was asked to move and did not, or did not come back, has had the time. Ours.
const PATIENCE: Millis = Millis(8000);
/// Whoever is not still by now will not be. Ours.
const UNSTEADY: Millis = Millis(15_000);
/// Less is the start, while there is patience. Ours.
const MOVED: f64 = 5.0;
/// Nobody lets go of a phone and sits down in less than three counts. Ours.
const LEAST_READY: Seconds = Seconds(3);
/// Browsers send no orientation that is the same as before, so it is said again this often. Ours.
const AGAIN: Millis = Millis(100);

/// The time to get ready that was chosen, and never less than it takes.
pub fn to_let_go(chosen: Seconds) -> Seconds {
    chosen.max(LEAST_READY)
}

/// What may happen with the phone as a meter.
#[derive(Clone, Debug)]
pub enum MeterEvent {
    /// Where to put the phone came onto the screen.
    Opened(How),
    /// The press that may ask for the sensor; also all over again.
    Began,
    Allowed(Permission),
    /// What the sensor told, each with its moment on the clock of the page.
    Sensed(Vec<(f64, Told)>),
    /// "It is right", of tries that were asked about.
    Believed,
    Left,
}

/// What the browser says about the sensor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Given,
    Refused,
    Missing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Start,
    End,
}

/// Where a measurement is; each with the moment at which that began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Where to put the phone is on the screen.
    Placing,
    /// The browser asks.
    Asking,
    /// Nothing was told yet.
    Listening(Millis),
    /// Hands let go of the phone.
    Ready(Millis),
    Moving(Place, Millis),
    Holding(Place, Millis),
    Done(u16),
    /// It is asked about.
    Strange(u16, Strange),
    Trouble(Trouble),
}

/// Why it does not go on; by hand it always does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Refused,
    NoSensor,
    /// It told something, and then nothing any more.
    Lost,
    Unsteady,
    /// The start is not where it was.
    Shifted,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Meter {
    pub movement: HipMovement,
    pub how: How,
    phase: Phase,
    /// The last second of the stream, and its last sample; no more of it is kept.
    window: Window,
    last: Option<Sample>,
    /// When that came.
    heard: Millis,
    start: Option<Direction>,
    tries: Vec<Try>,
}

impl Meter {
    pub fn open(movement: HipMovement, how: How) -> Self {
        Self {
            movement,
            how,
            phase: Phase::Placing,
            window: Window::default(),
            last: None,
            heard: Millis(0),
            start: None,
            tries: Vec::new(),
        }
    }

    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How many tries are done.
    pub fn done(&self) -> usize {
        self.tries.len()
    }

    /// Each try in whole degrees, as far as it came.
    pub fn angles(&self) -> Vec<String> {
        self.tries.iter().map(|one| format!("{:.0}", one.degrees())).collect()
    }

    /// Whether the sensor is listened to.
    pub fn listens(&self) -> bool {
        matches!(
            self.phase,
            Phase::Listening(_) | Phase::Ready(_) | Phase::Moving(..) | Phase::Holding(..)
        )
    }

    pub fn ask(&mut self) {
        *self = Self { phase: Phase::Asking, ..Self::open(self.movement, self.how) };
    }

    pub fn hear_permission(&mut self, permission: Permission, now: Moment) {
        if self.phase == Phase::Asking {
            self.phase = match permission {
                Permission::Given => Phase::Listening(Millis(now.mono)),
                Permission::Refused => Phase::Trouble(Trouble::Refused),
                Permission::Missing => Phase::Trouble(Trouble::NoSensor),
            };
        }
    }

    /// Tries that are too far apart may be right all the same: their median is.
    pub fn believe(&mut self) {
        if let Phase::Strange(degrees, Strange::Apart) = self.phase {
            self.phase = Phase::Done(degrees);
        }
    }

    pub fn sense(&mut self, told: &[(f64, Told)], now: Moment) {
        if !self.listens() {
            return;
        }
        for sample in told.iter().filter_map(|(at, told)| Sample::read(*at, *told)) {
            let source = self.last.map_or(sample.source, |last| last.source);
            // Acceleration comes all the time and is the better of both, but only before the start.
            let better = sample.source == Source::Motion && self.start.is_none();
            if sample.source == source || better {
                self.hear(sample, Millis(now.mono));
            }
        }
    }

    fn hear(&mut self, sample: Sample, now: Millis) {
        self.window.take(sample);
        (self.last, self.heard) = (Some(sample), now);
    }

    /// An orientation that is not told anew is what it was.
    fn go_on_as_before(&mut self, now: Millis) {
        while let Some(last) = self.last
            && last.source == Source::Orientation
            && now - self.heard >= AGAIN
        {
            self.hear(Sample { at: last.at + AGAIN, ..last }, self.heard + AGAIN);
        }
    }

    /// Goes on as far as the moment allows; true when it is somewhere else now.
    pub fn look(&mut self, ready: Seconds, now: Moment) -> bool {
        let now = Millis(now.mono);
        if !self.listens() {
            return false;
        }
        self.go_on_as_before(now);
        let before = self.phase;
        let silent = self.last.is_some() && now - self.heard >= SILENCE;
        self.phase = match self.phase {
            Phase::Listening(_) if self.last.is_some() => Phase::Ready(now),
            Phase::Listening(since) if now - since >= SILENCE => Phase::Trouble(Trouble::NoSensor),
            Phase::Ready(_) | Phase::Moving(..) | Phase::Holding(..) if silent => {
                Phase::Trouble(Trouble::Lost)
            }
            Phase::Ready(since) if now - since >= ready.millis() => self.hold(Place::Start, now),
            Phase::Moving(to, since) if now - since >= ON_ITS_WAY => self.hold(to, now),
            Phase::Holding(at, since) => self.held(at, since, now),
            phase => phase,
        };
        self.phase != before
    }

    /// Only what is felt from here on counts.
    fn hold(&mut self, at: Place, now: Millis) -> Phase {
        self.window.clear();
        Phase::Holding(at, now)
    }

    fn held(&mut self, at: Place, since: Millis, now: Millis) -> Phase {
        let waited = now - since;
        let Some(still) = self.window.still() else {
            let trouble = Phase::Trouble(Trouble::Unsteady);
            return if waited >= UNSTEADY { trouble } else { Phase::Holding(at, since) };
        };
        let patient = waited < PATIENCE;
        let first = self.tries.first().map(|one| one.start);
        match (at, self.start) {
            (Place::Start, _) if first.is_some_and(|first| has_shifted(first, still)) => {
                if patient { Phase::Holding(at, since) } else { Phase::Trouble(Trouble::Shifted) }
            }
            (Place::End, Some(start)) if patient && start.angle_to(still) < MOVED => {
                Phase::Holding(at, since)
            }
            (Place::End, Some(start)) => {
                self.tries.push(Try { start, end: still });
                self.judge(now)
            }
            (Place::Start, _) | (Place::End, None) => {
                self.start = Some(still);
                Phase::Moving(Place::End, now)
            }
        }
    }

    fn judge(&self, now: Millis) -> Phase {
        if self.tries.len() < TRIES {
            return Phase::Moving(Place::Start, now);
        }
        match found(self.movement, &self.tries) {
            Some(Found { degrees, strange: None }) => Phase::Done(degrees),
            Some(Found { degrees, strange: Some(strange) }) => Phase::Strange(degrees, strange),
            None => Phase::Trouble(Trouble::Unsteady),
        }
    }
}
