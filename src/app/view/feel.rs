//! "Where do you feel it?", asked in the rest after the first set, on the figure and as a list.

use crate::{
    app::{live::Live, model::Model},
    domain::{
        body::Spot,
        dose::Mode,
        exercise::Exercise,
        progress::{asks_where, judge},
        record::{Felt, FeltAt},
        session::State,
        timeline::PhaseKind,
    },
};

/// The exercise that asks, and what was answered so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeelPlace {
    pub exercise: &'static Exercise,
    /// Its place in the session.
    pub block: usize,
    pub told: Option<FeltAt>,
    pub came_to: Option<Felt>,
}

/// The places to choose from, the front of the body first, then its back.
pub const CHOICES: [Spot; 11] = [
    Spot::FrontHip,
    Spot::Groin,
    Spot::FrontThigh,
    Spot::Knee,
    Spot::Belly,
    Spot::LowBack,
    Spot::Buttock,
    Spot::SideHip,
    Spot::BackThigh,
    Spot::LowerLeg,
    Spot::Elsewhere,
];

impl Model {
    /// None while nothing is to be asked: during work, before the first set, in most sessions.
    pub fn asks_to_feel(&self) -> Option<FeelPlace> {
        let live = self.live.as_ref()?;
        if self.stopping.is_some() || self.stopped_at.is_some() {
            return None;
        }
        let block = resting_after_first_set(live)?;
        if live.unasked.contains(&block) {
            return None;
        }
        let prescription = live.session.plan().prescription(block)?;
        let mode = prescription.protocol.mode();
        if matches!(mode, Mode::Timed | Mode::Dynamic | Mode::ControlledRotation) {
            return None;
        }
        let exercise = self.catalogue.exercise(&prescription.exercise)?;
        let told = live.felt(exercise.id.as_str());
        if told.is_none() && !asks_where(self.history.newest_first(), exercise) {
            return None;
        }
        let came_to = told.and_then(|at| judge(exercise, at));
        Some(FeelPlace { exercise, block, told, came_to })
    }
}

/// The exercise of which a set was just done, while nothing has to be held.
fn resting_after_first_set(live: &Live) -> Option<usize> {
    use PhaseKind as Kind;
    if matches!(live.session.state(), State::Away { .. } | State::Ended { .. }) {
        return None;
    }
    let at = live.session.position()?.phase;
    let phases = live.session.plan().phases();
    let phase = phases.get(at)?;
    // On the way to the next exercise the picture is needed for that one.
    matches!(phase.kind, Kind::Rest | Kind::SetRest | Kind::SwitchSides).then_some(phase.block)
}
