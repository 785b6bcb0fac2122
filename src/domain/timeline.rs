//! From a dose to phases in time: section 6 of the fact sheet, second by second.

use super::{
    body::Side,
    dose::{Protocol, Resistance, Sides},
    time::Seconds,
};

/// The pauses around the work, as the person set them. Section 6 gives 5, 10 and 15 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacing {
    /// Before the first side of every exercise.
    pub ready: Seconds,
    /// To change sides.
    pub switch: Seconds,
    /// Between two exercises.
    pub transition: Seconds,
}

impl Default for Pacing {
    fn default() -> Self {
        Self { ready: Seconds(5), switch: Seconds(10), transition: Seconds(15) }
    }
}

/// What there is to do for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhaseKind {
    /// Getting from the exercise before to this one.
    Transition,
    Ready,
    EaseIn,
    Hold,
    Release,
    /// Between two repetitions.
    Rest,
    FindStretch,
    /// Pressing against the resistance.
    Contract(Resistance),
    /// Letting go and sinking deeper.
    Relax,
    PassiveStretch,
    Ramp,
    /// Pushing with the stretched side.
    EffortA,
    /// Pulling deeper.
    EffortB,
    Settle,
    Exit,
    /// One circle; the direction is 1 or 2.
    Circle(u8),
    Lift,
    Lower,
    Pause,
    Out,
    EndHold,
    Back,
    StartHold,
    /// One whole repetition at one's own pace, such as a jump and its landing.
    Move,
    /// Going on for a time, such as marching.
    Keep,
    /// Between two sets.
    SetRest,
    SwitchSides,
}

impl PhaseKind {
    /// True for time that counts as exercising, not as getting ready or resting.
    pub fn is_work(self) -> bool {
        !matches!(
            self,
            Self::Transition
                | Self::Ready
                | Self::EaseIn
                | Self::Release
                | Self::Rest
                | Self::FindStretch
                | Self::Settle
                | Self::Exit
                | Self::SetRest
                | Self::SwitchSides
        )
    }

    /// True for the parts of a repetition in tempo: nobody lengthens these.
    pub fn is_paced(self) -> bool {
        matches!(
            self,
            Self::Lift
                | Self::Lower
                | Self::Pause
                | Self::Out
                | Self::EndHold
                | Self::Back
                | Self::StartHold
                | Self::Move
        )
    }
}

/// One phase of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    pub kind: PhaseKind,
    pub lasts: Seconds,
    /// The exercise it belongs to, counted from 0 in the session.
    pub block: usize,
    /// The working side; none when both work at once.
    pub side: Option<Side>,
    /// Counted from 1.
    pub set: u32,
    /// The repetition, cycle, round or circle, counted from 1; 0 outside of one.
    pub rep: u32,
    /// Phases of one station are done, repeated or left out together: one held repetition with
    /// its way in and out, one set in tempo, one rest.
    pub station: u32,
    /// True when a repetition is complete with the end of this phase.
    pub completes: bool,
}

/// How many sets and repetitions a block shows: "set 1 of 2", "repetition 3 of 10".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub sets: u32,
    pub reps: u32,
}

impl Protocol {
    pub fn count(&self) -> Count {
        let (sets, reps) = match *self {
            Self::Static { reps, .. } | Self::Hold { reps, .. } => (1, reps),
            Self::Pnf { cycles, .. } => (1, cycles),
            Self::IsometricEndRange { rounds, .. } => (1, rounds),
            Self::ControlledRotation { circles, directions, .. } => (1, circles * directions),
            Self::EndRangeLift { sets, reps, .. }
            | Self::Reps { sets, reps, .. }
            | Self::Dynamic { sets, reps, .. } => (sets, reps),
            Self::Timed { .. } => (1, 1),
        };
        Count { sets, reps }
    }

    /// True when repetitions follow a tempo, so that "done" is a fair answer before the time is up.
    pub fn is_paced(&self) -> bool {
        matches!(self, Self::EndRangeLift { .. } | Self::Reps { .. } | Self::Dynamic { .. })
    }
}

/// The phases of one exercise, ready phase included, as a session's block `block` with stations
/// from `station` on. Phases without length are left out.
pub fn lay_out(
    protocol: &Protocol,
    sides: Sides,
    first: Side,
    pacing: Pacing,
    block: usize,
    station: u32,
) -> Vec<Phase> {
    let order = match sides {
        Sides::Together => vec![None],
        Sides::InBlocks | Sides::Alternating => vec![Some(first), Some(first.other())],
    };
    let mut track =
        Track { phases: Vec::new(), pacing, block, side: order[0], set: 1, rep: 0, station };
    track.add(PhaseKind::Ready, pacing.ready);
    track.next_station();
    let count = protocol.count();
    for set in 1..=count.sets {
        track.set = set;
        if sides == Sides::Alternating {
            track.alternate(protocol, &order, count.reps);
        } else {
            for (turn, &side) in order.iter().enumerate() {
                if turn > 0 {
                    track.switch_to(side);
                }
                track.side = side;
                track.one_side(protocol);
            }
        }
        if set < count.sets {
            track.rest_after_set(protocol, order[0]);
        }
    }
    track.phases
}

/// A block's phases as they are laid down one after the other.
struct Track {
    phases: Vec<Phase>,
    pacing: Pacing,
    block: usize,
    side: Option<Side>,
    set: u32,
    rep: u32,
    station: u32,
}

impl Track {
    fn add(&mut self, kind: PhaseKind, lasts: Seconds) {
        if lasts.0 == 0 {
            return;
        }
        let (block, side, set, rep, station) =
            (self.block, self.side, self.set, self.rep, self.station);
        self.phases.push(Phase { kind, lasts, block, side, set, rep, station, completes: false });
    }

    /// The phase last added ends a repetition.
    fn complete(&mut self) {
        if let Some(phase) = self.phases.last_mut() {
            phase.completes = true;
        }
    }

    fn next_station(&mut self) {
        self.station += 1;
    }

    fn switch_to(&mut self, side: Option<Side>) {
        (self.side, self.rep) = (side, 0);
        self.add(PhaseKind::SwitchSides, self.pacing.switch);
        self.next_station();
    }

    fn rest_after_set(&mut self, protocol: &Protocol, next: Option<Side>) {
        let rest = match *protocol {
            Protocol::EndRangeLift { rest, .. }
            | Protocol::Reps { rest, .. }
            | Protocol::Dynamic { rest, .. } => rest,
            _ => Seconds(0),
        };
        (self.side, self.rep) = (next, 0);
        self.add(PhaseKind::SetRest, rest);
        self.next_station();
    }

    fn one_side(&mut self, protocol: &Protocol) {
        match *protocol {
            Protocol::Static { reps, ease_in, hold, release, rest } => {
                self.repeat(reps, rest, |track| {
                    track.add(PhaseKind::EaseIn, ease_in);
                    track.add(PhaseKind::Hold, hold);
                    track.complete();
                    track.add(PhaseKind::Release, release);
                });
            }
            Protocol::Hold { reps, hold, rest } => self.repeat(reps, rest, |track| {
                track.add(PhaseKind::Hold, hold);
                track.complete();
            }),
            Protocol::Pnf { resistance, cycles, find, contract, relax, release } => {
                self.alone(PhaseKind::FindStretch, find);
                for cycle in 1..=cycles {
                    self.rep = cycle;
                    self.add(PhaseKind::Contract(resistance), contract);
                    self.add(PhaseKind::Relax, relax);
                    self.complete();
                    self.next_station();
                }
                self.rep = 0;
                self.alone(PhaseKind::Release, release);
            }
            Protocol::IsometricEndRange {
                ease_in,
                passive,
                rounds,
                ramp,
                effort_a,
                effort_b,
                settle,
                exit,
            } => {
                self.add(PhaseKind::EaseIn, ease_in);
                self.alone(PhaseKind::PassiveStretch, passive);
                for round in 1..=rounds {
                    self.rep = round;
                    self.add(PhaseKind::Ramp, ramp);
                    self.add(PhaseKind::EffortA, effort_a);
                    self.add(PhaseKind::EffortB, effort_b);
                    self.complete();
                    self.next_station();
                    if round < rounds {
                        self.alone(PhaseKind::Settle, settle);
                    }
                }
                self.rep = 0;
                self.alone(PhaseKind::Exit, exit);
            }
            Protocol::ControlledRotation { circles, circle, directions } => {
                for direction in 1..=directions {
                    for turn in 1..=circles {
                        self.rep = (direction - 1) * circles + turn;
                        self.add(
                            PhaseKind::Circle(u8::try_from(direction).unwrap_or(u8::MAX)),
                            circle,
                        );
                        self.complete();
                    }
                    self.next_station();
                }
            }
            Protocol::EndRangeLift { reps, .. }
            | Protocol::Reps { reps, .. }
            | Protocol::Dynamic { reps, .. } => {
                for rep in 1..=reps {
                    self.rep = rep;
                    self.one_rep(protocol);
                }
                self.next_station();
            }
            Protocol::Timed { duration } => {
                self.rep = 1;
                self.add(PhaseKind::Keep, duration);
                self.complete();
                self.next_station();
            }
        }
    }

    fn alternate(&mut self, protocol: &Protocol, order: &[Option<Side>], reps: u32) {
        for rep in 1..=reps {
            for &side in order {
                (self.side, self.rep) = (side, rep);
                self.one_rep(protocol);
            }
        }
        self.next_station();
    }

    fn one_rep(&mut self, protocol: &Protocol) {
        match *protocol {
            Protocol::EndRangeLift { lift, hold, lower, pause, .. } => {
                self.add(PhaseKind::Lift, lift);
                self.add(PhaseKind::Hold, hold);
                self.add(PhaseKind::Lower, lower);
                self.add(PhaseKind::Pause, pause);
            }
            Protocol::Reps { tempo, .. } => {
                self.add(PhaseKind::Out, tempo.out);
                self.add(PhaseKind::EndHold, tempo.end_hold);
                self.add(PhaseKind::Back, tempo.back);
                self.add(PhaseKind::StartHold, tempo.start_hold);
            }
            Protocol::Dynamic { rep, .. } => self.add(PhaseKind::Move, rep),
            _ => return,
        }
        self.complete();
    }

    /// Repetitions with a rest between them, each a station of its own.
    fn repeat(&mut self, reps: u32, rest: Seconds, one: impl Fn(&mut Self)) {
        for rep in 1..=reps {
            self.rep = rep;
            one(self);
            self.next_station();
            if rep < reps {
                self.alone(PhaseKind::Rest, rest);
            }
        }
    }

    fn alone(&mut self, kind: PhaseKind, lasts: Seconds) {
        self.add(kind, lasts);
        self.next_station();
    }
}
