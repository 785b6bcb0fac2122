//! Blocks as the catalogue doses them.

use soepel::{
    content::catalogue,
    domain::{
        dose::{Adjustment, AgeGroup, Working},
        exercise::{Exercise, ExerciseId},
        record::DoneMode,
        routine::RoutineBlock,
    },
};

pub(crate) const AGES: [AgeGroup; 2] = [AgeGroup::Adult, AgeGroup::Senior];

pub(crate) fn id(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

pub(crate) fn exercise(slug: &str) -> &'static Exercise {
    catalogue().exercise(&id(slug)).unwrap()
}

/// As the catalogue doses it.
pub(crate) fn block(slug: &str) -> RoutineBlock {
    RoutineBlock {
        exercise: id(slug),
        mode: DoneMode::Known(exercise(slug).doses[0].protocol.mode()),
        change: Adjustment::default(),
        working: Working::Both,
    }
}

pub(crate) fn blocks(slugs: &[&str]) -> Vec<RoutineBlock> {
    slugs.iter().map(|slug| block(slug)).collect()
}
