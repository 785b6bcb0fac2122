//! Another way to do the exercise of the moment, and what is left of it.

use super::Live;
use crate::{
    app::hints::Hint,
    domain::{
        catalogue::Catalogue,
        exercise::{Exercise, ExerciseId, Variant},
        record::Swapped,
    },
};

impl Live {
    /// What the journal says of it.
    #[must_use]
    pub fn with_swaps(mut self, swaps: Vec<Swapped>, catalogue: &'static Catalogue) -> Self {
        for swap in &swaps {
            let exercise = ExerciseId::new(&swap.exercise).and_then(|id| catalogue.exercise(&id));
            let Some(exercise) = exercise else { continue };
            let way = swap.variant.as_deref().and_then(|id| exercise.variant(id));
            self.show_way(exercise, way);
        }
        Self { swaps_written: swaps.len(), swaps, ..self }
    }

    /// From now on, on this side and the other; time goes on as it was.
    pub fn swap(&mut self, exercise: &'static Exercise, way: Option<&'static Variant>) {
        let side = self.session.phase().and_then(|phase| phase.side);
        self.swaps.push(Swapped::to(exercise, side, way));
        self.show_way(exercise, way);
    }

    /// The way in which the exercise of the moment is done.
    pub fn way(&self) -> Option<&'static Variant> {
        let block = self.session.phase()?.block;
        self.hints.get(block)?.iter().find_map(|hint| match hint {
            Hint::Variant(variant) => Some(*variant),
            Hint::Adapted { .. } => None,
        })
    }

    /// STOP was pressed in this exercise.
    pub fn stopped_in(&self, exercise: &Exercise) -> bool {
        self.stops.iter().any(|stop| stop.exercise == exercise.id.as_str())
    }

    fn show_way(&mut self, exercise: &Exercise, way: Option<&'static Variant>) {
        let blocks = self.session.plan().order().prescriptions.iter();
        for (one, hints) in blocks.zip(&mut self.hints) {
            if one.exercise != exercise.id {
                continue;
            }
            hints.retain(|hint| !matches!(hint, Hint::Variant(_)));
            let always = |hint: &Hint| matches!(hint, Hint::Adapted { always: true, .. });
            let place = hints.iter().take_while(|hint| always(hint)).count();
            hints.splice(place..place, way.map(Hint::Variant));
        }
    }
}
