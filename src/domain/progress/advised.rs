//! What a physiotherapist says, laid over what somebody stands at by themselves.

use super::{
    decision::Decision,
    limits::{asks_two_keys, load_is_unlocked},
    standing::Standing,
};
use crate::domain::{
    advice::{Advised, Load, loads},
    catalogue::Catalogue,
    dose::{Mode, Working},
    exercise::ExerciseId,
};

impl Standing {
    /// Numbers, sides and what is left out are laid over it when a dose is asked for; the load is
    /// a way to do the exercise. Weight in the hands needs both keys: that of the person and that
    /// of the physiotherapist (R2.19, C12).
    #[must_use]
    pub fn with_advice(
        mut self,
        advised: Advised,
        catalogue: &Catalogue,
        decisions: &[Decision],
    ) -> Self {
        for (id, load) in advised.loads() {
            let Some(exercise) = catalogue.exercise(id) else { continue };
            let mut ways = loads(exercise);
            match load {
                Load::AsItIs => {}
                Load::Without => {
                    let now = self.steps.variants.get(id);
                    if now.is_some_and(|now| ways.any(|way| way.id == *now)) {
                        self.steps.variants.remove(id);
                    }
                }
                Load::With(asked) => {
                    // Who went over to an easier way for pain (X40) stays there.
                    let now = self.steps.variants.get(id);
                    let eased = exercise.easier.iter().any(|way| Some(&way.id) == now);
                    let keys = advised.is_talked_over() || load_is_unlocked(decisions, exercise);
                    if !eased && ways.any(|way| way.id == *asked && (keys || !asks_two_keys(way))) {
                        self.steps.variants.insert(id.clone(), asked.clone());
                    }
                }
            }
        }
        self.advised = advised;
        self
    }

    /// For a session whose numbers somebody set themselves.
    #[must_use]
    pub fn leaving_out(advised: Advised) -> Self {
        Self { advised: advised.leaving_only(), ..Self::default() }
    }

    /// The sides that work, where a session leaves none out itself.
    pub fn working(&self, exercise: &ExerciseId, mode: Mode, own: Working) -> Working {
        self.advised.working(exercise, mode, own)
    }

    pub fn advised(&self) -> &Advised {
        &self.advised
    }
}
