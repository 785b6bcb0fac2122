//! The gate before a later stage (section 5, X27), as the pages of its session show it.

use crate::{
    app::model::Model,
    domain::{
        programme::SessionId,
        progress::{Need, Stage, gate, is_closed_stage, is_reached, stage_before},
        time::Moment,
    },
};

/// What somebody should be able to do before a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StageGate {
    pub stage: &'static Stage,
    /// Each measure, and whether it is met.
    pub needs: Vec<(Need, bool)>,
    /// The session stays closed until then; else it is advice.
    pub closed: bool,
}

impl StageGate {
    pub fn met(&self) -> usize {
        self.needs.iter().filter(|(_, met)| *met).count()
    }

    /// Everything is met, and only the yes to the proposal is missing.
    pub fn waits_for_yes(&self) -> bool {
        self.met() == self.needs.len()
    }
}

impl Model {
    /// None for the first stage of a programme, and for one that was reached.
    pub fn stage_gate(&self, id: &SessionId, now: Moment) -> Option<StageGate> {
        let stage = stage_before(id)?;
        let closed = !self.permit(None, now).opens(id);
        let reached = is_reached(stage, &self.log.decisions);
        if reached && !closed {
            return None;
        }
        let (evidence, who) = (&self.log.evidence, self.who(now));
        let needs = if reached {
            // The gate was passed, and an answer since then forbids jumps.
            vec![(Need::MayJump, false)]
        } else {
            gate(stage, evidence, &self.test_results(), &who, now.day())
        };
        Some(StageGate { stage, needs, closed: closed && is_closed_stage(id) })
    }
}
