//! From a dose to phases in time: section 6 of the fact sheet, second by second.

mod track;

use super::{
    body::Side,
    dose::{Protocol, Resistance, Sides},
    time::Seconds,
};
use track::Track;

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
        Sides::OnlyLeft => vec![Some(Side::Left)],
        Sides::OnlyRight => vec![Some(Side::Right)],
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
