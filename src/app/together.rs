//! With a helper: press-and-relax is easiest when another person gives the resistance (R0.23).

use super::{model::Model, outline::Outline};
use crate::domain::{
    catalogue::Catalogue,
    dose::Mode,
    programme::{Block, SessionId, SessionOutline},
    time::Moment,
};

impl Model {
    /// Whether this session is done with a helper; none where a helper can do nothing in it.
    pub fn company(&self, id: &SessionId, now: Moment) -> Option<bool> {
        let Outline { outline, .. } = self.outline_of(id, now)?;
        let together = self.together.as_ref() == Some(id);
        let helps = |block: &Block| match block.mode {
            Mode::PnfPartner => together,
            _ => shared(self.catalogue, block).is_some(),
        };
        outline.blocks.iter().any(helps).then_some(together)
    }
}

/// The same session with the doses for two.
pub fn with_helper(catalogue: &Catalogue, mut outline: SessionOutline) -> SessionOutline {
    for block in &mut outline.blocks {
        if let Some(mode) = shared(catalogue, block) {
            block.mode = mode;
        }
    }
    outline
}

fn shared(catalogue: &Catalogue, block: &Block) -> Option<Mode> {
    let exercise = catalogue.exercise(&block.exercise)?;
    let shared = Mode::PnfPartner;
    (block.mode == Mode::PnfSelf && exercise.dose(shared).is_some()).then_some(shared)
}
