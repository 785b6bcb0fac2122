//! Where the movement is at a moment of a session: the table from phases to places on the way.
//!
//! What moves and what holds is the timeline's; how fast within a phase is our choice: every
//! movement starts from rest and comes to rest, except circles and steps, which go on.

use super::{Pose, film::Path};
use crate::domain::{
    body::Side,
    dose::{Mode, Sides},
    timeline::PhaseKind,
};

/// How deep somebody goes at first, of the way to the end pose, before letting go takes them
/// further. Our choice, to be seen and not more.
pub const FIRST_DEPTH: f32 = 0.72;
/// A pose that a phase does not lead into is gone into, and left, in this long.
const LEAD_S: f32 = 2.0;
/// Marching on the spot: from foot to foot. Our choice, a calm step.
const MARCH_S: f32 = 1.0;
/// Walking: from foot to foot. Our choice, a stroll.
const WALK_S: f32 = 0.8;

/// What goes on, as far as the figure needs to know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beat {
    pub kind: PhaseKind,
    pub mode: Mode,
    pub side: Option<Side>,
    /// The repetition or round, counted from 1, and how many there are.
    pub rep: u32,
    pub reps: u32,
    /// How long the phase lasts and how much of it is over, in seconds.
    pub lasts: f32,
    pub over: f32,
}

/// What force the figure shows besides where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Force {
    /// Pressing against what holds, away from the stretch.
    Press,
    /// Pulling deeper into it.
    Pull,
}

/// What the figure shows at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scene {
    /// The place on the way; whole numbers are the poses.
    pub u: f32,
    /// Left and right exchanged in the body, seen from the same place: when sides take turns.
    pub swapped: bool,
    pub force: Option<Force>,
    /// False while the figure stands still for now.
    pub moves: bool,
}

/// The way of an exercise, read off its dose and its poses.
pub fn path(poses: &[Pose], mode: Mode, sides: Sides) -> Path {
    let last = poses.last();
    let even = last.is_none_or(|last| last.angles == last.angles.mirrored());
    let jump = poses.iter().any(|pose| pose.contacts.is_empty());
    if mode == Mode::ControlledRotation || jump && sides == Sides::Together {
        Path::Round
    } else if sides == Sides::Alternating {
        Path::InTurn
    } else if mode == Mode::Timed && !even {
        let feet = |side: &str| {
            let foot = |contact: &String| contact.starts_with(side);
            last.is_some_and(|last| last.contacts.iter().any(foot))
        };
        if feet("r-") && feet("l-") { Path::Walk } else { Path::InTurn }
    } else {
        Path::There
    }
}

/// The table. `end` is the number of the end pose, which is one less than there are poses.
pub fn scene(beat: &Beat, way: Way) -> Scene {
    use PhaseKind as Kind;
    let share = if beat.lasts > 0.0 { (beat.over / beat.lasts).clamp(0.0, 1.0) } else { 1.0 };
    let holds_alone = beat.mode == Mode::Hold;
    let (before, after) = (depth(beat, 1), depth(beat, 0));
    match beat.kind {
        Kind::Rest if holds_alone && beat.over < LEAD_S => way.go(1.0, 0.0, beat.over / LEAD_S),
        Kind::Ready | Kind::SwitchSides | Kind::Rest if holds_alone => way.lead_in(beat),
        Kind::Transition
        | Kind::Ready
        | Kind::SwitchSides
        | Kind::Rest
        | Kind::SetRest
        | Kind::Pause
        | Kind::StartHold => way.still(0.0),

        Kind::EaseIn if beat.mode == Mode::IsometricEndRange => way.go(0.0, FIRST_DEPTH, share),
        Kind::FindStretch => way.go(0.0, FIRST_DEPTH, share),
        Kind::EaseIn | Kind::Lift | Kind::Out => way.go(0.0, 1.0, share),
        Kind::Hold | Kind::EndHold => way.still(1.0),
        Kind::Back if way.path == Path::InTurn => way.on(share),
        Kind::Release | Kind::Exit | Kind::Lower | Kind::Back => way.go(1.0, 0.0, share),

        Kind::PassiveStretch => way.still(FIRST_DEPTH),
        Kind::Contract(_) | Kind::Ramp | Kind::EffortA => way.still(before).with(Force::Press),
        Kind::EffortB => way.go(before, after, share).with(Force::Pull),
        Kind::Relax => way.go(before, after, share),
        Kind::Settle => way.still(after),

        Kind::Circle(1) => at(share * way.legs, true),
        Kind::Circle(_) => at((1.0 - share) * way.legs, true),
        Kind::Move => way.one_go(share),
        Kind::Keep => way.keep(beat.over),
    }
    .swapped_for(way, beat.side)
}

/// Where a phase leads, for somebody who wants to see no movement: its end, or the end pose where
/// it goes there and back.
pub fn still(beat: &Beat, way: Way) -> Scene {
    use PhaseKind as Kind;
    let led = match beat.kind {
        Kind::Circle(_) | Kind::Move | Kind::Keep => way.still(1.0).swapped_for(way, beat.side),
        Kind::Ready | Kind::SwitchSides | Kind::Rest => way.still(0.0),
        _ => scene(&Beat { over: beat.lasts, ..*beat }, way),
    };
    Scene { moves: false, ..led }
}

/// What the table needs to know of a film.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    pub path: Path,
    /// How many legs the whole way has.
    pub legs: f32,
    /// The number of the end pose.
    pub end: f32,
    /// Whether it has a pose in which nothing touches the ground.
    pub jump: bool,
}

impl Way {
    fn still(self, depth: f32) -> Scene {
        at(depth * self.end, false)
    }

    /// From one depth to another; it comes to rest wherever it ends.
    fn go(self, from: f32, to: f32, share: f32) -> Scene {
        let share = share.clamp(0.0, 1.0);
        let eased = if (0.001..0.999).contains(&to) { share * (2.0 - share) } else { share };
        at((from + (to - from) * eased) * self.end, share < 1.0)
    }

    /// From the end pose on to the first in the mirror.
    fn on(self, share: f32) -> Scene {
        at(self.end + (self.legs - self.end) * share, share < 1.0)
    }

    /// The last seconds before a hold that nothing leads into.
    fn lead_in(self, beat: &Beat) -> Scene {
        let left = beat.lasts - beat.over;
        if left < LEAD_S { self.go(0.0, 1.0, 1.0 - left / LEAD_S) } else { self.still(0.0) }
    }

    /// One whole repetition: there and back, or on to the other side; a jump is gathered, quick,
    /// and landed.
    fn one_go(self, share: f32) -> Scene {
        let between = |from: f32, to: f32| ((share - from) / (to - from)).clamp(0.0, 1.0);
        if self.jump {
            return match share {
                ..0.12 => self.still(0.0),
                0.12..0.34 => at(between(0.12, 0.34) * self.end, true),
                0.34..0.6 => self.still(1.0),
                _ if self.path == Path::InTurn => self.on(between(0.6, 0.95)),
                _ => at(self.end + (self.legs - self.end) * between(0.6, 0.95), share < 0.95),
            };
        }
        match (self.path, share) {
            (Path::InTurn, ..0.5) => at(2.0 * share * self.end, true),
            (Path::InTurn, _) => self.on(between(0.5, 1.0)),
            (_, ..0.45) => self.go(0.0, 1.0, between(0.0, 0.45)),
            (_, ..0.5) => self.still(1.0),
            (_, ..0.95) => self.go(1.0, 0.0, between(0.5, 0.95)),
            _ => self.still(0.0),
        }
    }

    /// Going on for a time, so many seconds in.
    fn keep(self, over: f32) -> Scene {
        match self.path {
            Path::Walk if over < LEAD_S => at(over / LEAD_S, true),
            Path::Walk => self.step(over - LEAD_S, WALK_S, 1.0),
            Path::InTurn => self.step(over, MARCH_S, 0.0),
            Path::There | Path::Round => self.go(0.0, 1.0, over / (2.0 * LEAD_S)),
        }
    }

    /// From foot to foot, each step the mirror of the one before.
    fn step(self, over: f32, lasts: f32, from: f32) -> Scene {
        let steps = over / lasts;
        let whole = steps.floor();
        let u = from + (steps - whole) * (self.legs - from);
        Scene { swapped: whole.rem_euclid(2.0) >= 1.0, ..at(u, true) }
    }
}

fn at(u: f32, moves: bool) -> Scene {
    Scene { u, swapped: false, force: None, moves }
}

/// How deep a round of pressing and letting go begins (`before` = 1) or ends (0).
fn depth(beat: &Beat, before: u32) -> f32 {
    let share = |count: u32| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    let rounds = share(beat.reps.max(1));
    let gone = share(beat.rep.min(beat.reps).saturating_sub(before.min(beat.rep)));
    FIRST_DEPTH + (1.0 - FIRST_DEPTH) * (gone / rounds)
}

impl Scene {
    fn with(self, force: Force) -> Self {
        Self { force: Some(force), ..self }
    }

    /// Sides that take turns exchange their limbs; all others are seen in a mirror, which is the
    /// picture's to do.
    fn swapped_for(self, way: Way, side: Option<Side>) -> Self {
        if way.path == Path::InTurn && side == Some(Side::Left) {
            Self { swapped: !self.swapped, ..self }
        } else {
            self
        }
    }
}
