//! A movement shown without a session, for looking at: one repetition with its holds cut short.

use super::course::{Beat, Scene, Way, scene};
use crate::domain::{
    body::Side,
    dose::{Mode, Protocol, Sides},
    time::Seconds,
    timeline::{Pacing, Phase, PhaseKind, lay_out},
};

/// A hold shows that it is one in this long, and a march that it goes on.
const HOLD_S: f32 = 2.0;
const KEEP_S: f32 = 9.6;
/// The start pose, before it all begins again.
const START_S: f32 = 1.2;
/// Rounds of pressing and letting go.
const ROUNDS: u32 = 2;

/// What is shown, over and over.
#[derive(Clone, Debug, PartialEq)]
pub struct Showing {
    beats: Vec<Beat>,
}

impl Showing {
    pub fn new(protocol: &Protocol, sides: Sides) -> Self {
        let pacing = Pacing { ready: Seconds(2), ..Pacing::default() };
        let phases = lay_out(protocol, sides, Side::Right, pacing, 0, 0);
        let mode = protocol.mode();
        let first = phases.first().and_then(|phase| phase.side);
        let rounds = if matches!(mode, Mode::PnfSelf | Mode::PnfPartner | Mode::IsometricEndRange) {
            ROUNDS
        } else {
            1
        };
        let shown = |phase: &&Phase| {
            let turn = match phase.kind {
                // The other direction begins after all circles of the first.
                PhaseKind::Circle(2..) => phase.rep == protocol.count().reps / 2 + 1,
                _ => phase.rep <= rounds,
            };
            let side = sides == Sides::Alternating || phase.side == first;
            turn && side && phase.set == 1 && !matches!(phase.kind, PhaseKind::SwitchSides)
        };
        let mut beats: Vec<Beat> = phases
            .iter()
            .filter(shown)
            .map(|phase| Beat {
                kind: phase.kind,
                mode,
                side: phase.side,
                rep: phase.rep,
                reps: rounds,
                lasts: length(phase, mode),
                over: 0.0,
            })
            .collect();
        // A rest follows every repetition, also the last one shown.
        if mode != Mode::Hold {
            beats.retain(|beat| beat.kind != PhaseKind::Rest);
        }
        Self { beats }
    }

    /// How long it takes once, in seconds.
    pub fn lasts(&self) -> f32 {
        self.beats.iter().map(|beat| beat.lasts).sum()
    }

    /// What is shown after so many seconds.
    pub fn scene(&self, seconds: f32, way: Way) -> Scene {
        let all = self.lasts().max(0.001);
        let mut left = seconds.rem_euclid(all);
        for beat in &self.beats {
            if left < beat.lasts {
                return scene(&Beat { over: left, ..*beat }, way);
            }
            left -= beat.lasts;
        }
        Scene { u: 0.0, swapped: false, force: None, moves: false }
    }
}

fn length(phase: &Phase, mode: Mode) -> f32 {
    use PhaseKind as Kind;
    let whole = f32::from(u16::try_from(phase.lasts.0).unwrap_or(u16::MAX));
    match phase.kind {
        Kind::Keep => KEEP_S.min(whole),
        // A hold that nothing leads into is led into, and left, in its pauses.
        Kind::Ready if mode == Mode::Hold => 2.0 + START_S,
        Kind::Rest => 2.0,
        Kind::Ready => START_S,
        Kind::Circle(_) | Kind::Move => whole,
        _ => whole.min(HOLD_S + 0.5),
    }
}
