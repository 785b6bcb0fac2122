//! "Voor jou": how this person does an exercise, in the order in which it matters.

use crate::domain::{
    clearance::Permit,
    exercise::{Adaptation, Condition, Exercise, Variant},
    text::Bilingual,
};

/// One thing that this person does differently.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hint {
    /// As a condition asks; all the way, where no other cue may come between.
    Adapted { text: &'static Bilingual, condition: Condition, always: bool },
    /// The easier or harder way that was chosen, all the way.
    Variant(&'static Variant),
}

impl Hint {
    pub fn text(&self) -> &'static Bilingual {
        match self {
            Self::Adapted { text, .. } => text,
            Self::Variant(variant) => &variant.change,
        }
    }

    /// At most so much effort (X22): no other number may be said beside it.
    pub fn limits_effort(&self) -> bool {
        matches!(self, Self::Adapted { condition: Condition::HypertensionUncontrolled, .. })
    }
}

/// Staying off the floor comes before a chosen way, and that before what else is adapted.
pub fn hints(
    exercise: &'static Exercise,
    permit: &Permit,
    chosen: Option<&'static Variant>,
) -> Vec<Hint> {
    let texts = exercise.adapt_if.iter().filter(|how| how.swap.is_none());
    let adapted = texts.filter(|how| permit.has(how.condition)).map(|how| Hint::Adapted {
        text: &how.text,
        condition: how.condition,
        always: off_floor(how),
    });
    let (mut all, others): (Vec<_>, Vec<_>) =
        adapted.partition(|hint| matches!(hint, Hint::Adapted { always: true, .. }));
    all.extend(chosen.map(Hint::Variant));
    all.extend(others);
    all
}

fn off_floor(how: &Adaptation) -> bool {
    how.condition == Condition::NoFloor
}
