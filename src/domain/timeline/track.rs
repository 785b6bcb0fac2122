//! Laying down the phases of one exercise, mode by mode.

use super::{Pacing, Phase, PhaseKind};
use crate::domain::{body::Side, dose::Protocol, time::Seconds};

/// A block's phases as they are laid down one after the other.
pub(super) struct Track {
    pub(super) phases: Vec<Phase>,
    pub(super) pacing: Pacing,
    pub(super) block: usize,
    pub(super) side: Option<Side>,
    pub(super) set: u32,
    pub(super) rep: u32,
    pub(super) station: u32,
}

impl Track {
    pub(super) fn add(&mut self, kind: PhaseKind, lasts: Seconds) {
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

    pub(super) fn next_station(&mut self) {
        self.station += 1;
    }

    pub(super) fn switch_to(&mut self, side: Option<Side>) {
        (self.side, self.rep) = (side, 0);
        self.add(PhaseKind::SwitchSides, self.pacing.switch);
        self.next_station();
    }

    pub(super) fn rest_after_set(&mut self, protocol: &Protocol, next: Option<Side>) {
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

    pub(super) fn one_side(&mut self, protocol: &Protocol) {
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

    pub(super) fn alternate(&mut self, protocol: &Protocol, order: &[Option<Side>], reps: u32) {
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
