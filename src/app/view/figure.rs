//! The figure of a running session, as values: which movement, and where in it.

use crate::{
    app::{hints::Hint, model::Model},
    domain::{
        body::Side,
        dose::{Mode, Sides},
        exercise::Exercise,
        figure::{
            course::Beat,
            moving::{Manner, Moving},
        },
        session::State,
        time::{Millis, Moment},
    },
};

/// The movement that is being done.
#[derive(Clone, Debug, PartialEq)]
pub struct Acting<'a> {
    pub exercise: &'a Exercise,
    /// The easier or harder way that was chosen.
    pub variant: Option<String>,
    pub mode: Mode,
    pub sides: Sides,
}

impl Acting<'_> {
    /// The movement itself, solved; none for an exercise without poses.
    pub fn moving(&self) -> Option<Moving> {
        let poses = self.exercise.poses_of(self.variant.as_deref());
        Moving::new(poses, &self.exercise.muscles, Manner::new(poses, self.mode, self.sides))
    }
}

/// Where a session is, for its figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pulse {
    pub beat: Beat,
    pub phase: usize,
    pub side: Option<Side>,
    /// False while nothing goes on: the figure then stands where it is.
    pub runs: bool,
    /// True while it shows a set that is waited for, whose phases no clock ticks for.
    pub waits: bool,
}

/// None when no session runs, or none of this catalogue.
pub fn acting(model: &Model) -> Option<Acting<'static>> {
    let session = &model.live.as_ref()?.session;
    let prescription = session.plan().prescription(session.phase()?.block)?;
    let exercise = model.catalogue.exercise(&prescription.exercise)?;
    let variant = model.hints().into_iter().find_map(|hint| match hint {
        Hint::Variant(variant) => Some(variant.id.clone()),
        Hint::Adapted { .. } => None,
    });
    let (mode, sides) = (prescription.protocol.mode(), prescription.sides);
    Some(Acting { exercise, variant, mode, sides })
}

/// The very moment, also between two ticks.
pub fn pulse(model: &Model, now: Moment) -> Option<Pulse> {
    let session = &model.live.as_ref()?.session;
    let (at, over) = session.shown(now)?;
    let phase = session.plan().phases().get(at)?;
    let prescription = session.plan().prescription(phase.block)?;
    let beat = Beat {
        kind: phase.kind,
        mode: prescription.protocol.mode(),
        side: phase.side,
        rep: phase.rep,
        reps: prescription.protocol.count().reps,
        lasts: seconds(phase.lasts.millis()),
        over: seconds(over),
    };
    let waits = matches!(session.state(), State::Waiting { .. });
    let runs = waits || matches!(session.state(), State::Running { .. });
    Some(Pulse { beat, phase: at, side: phase.side, runs, waits })
}

#[expect(clippy::cast_precision_loss, reason = "a phase lasts minutes, not years")]
fn seconds(span: Millis) -> f32 {
    span.0 as f32 / 1000.0
}
