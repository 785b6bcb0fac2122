//! The gate before a later stage (section 5, X27), as the pages of its session show it.

use crate::{
    app::model::Model,
    domain::{
        exercise::Equipment,
        planning::choices::Choices,
        programme::SessionId,
        progress::{Need, Stage, gate, is_closed_stage, is_reached, since_restart, stage_before},
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
    /// Whether somebody said that they do not have what a session is done with.
    fn lacks_things_for(&self, id: &SessionId) -> bool {
        let lacks = self.choices().map(Choices::lacks).unwrap_or_default();
        let session = self.catalogue.session(id);
        session.is_some_and(|(_, outline)| !self.catalogue.things_for(outline).is_disjoint(&lacks))
    }

    /// What a session is done with and the plan does not know of: who says yes has it.
    pub fn things_missing_for(&self, id: &SessionId) -> Vec<Equipment> {
        let nothing = Choices::default();
        let choices = self.choices().unwrap_or(&nothing);
        let session = self.catalogue.session(id);
        let things = session.map(|(_, outline)| self.catalogue.things_for(outline));
        things.unwrap_or_default().into_iter().filter(|thing| !choices.has(*thing)).collect()
    }

    /// None for the first stage of a programme, and for one that was reached.
    pub fn stage_gate(&self, id: &SessionId, now: Moment) -> Option<StageGate> {
        let stage = stage_before(id)?;
        let closed = !self.permit(None, now).opens(id);
        let reached = is_reached(stage, &self.log.decisions);
        if reached && !closed {
            return None;
        }
        let evidence = since_restart(&self.log.evidence, &self.log.decisions);
        let who = self.who(now);
        let needs = if reached {
            // The gate was passed, and an answer since then forbids jumps.
            vec![(Need::MayJump, false)]
        } else {
            let mut needs = gate(stage, evidence, &self.test_results(), &who, now.day());
            // Without the things for it, it is not proposed either.
            needs.extend(self.lacks_things_for(id).then_some((Need::Things, false)));
            needs
        };
        Some(StageGate { stage, needs, closed: closed && is_closed_stage(id) })
    }
}
