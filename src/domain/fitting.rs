//! A session fitted to a person: what is replaced, what falls away, what is done differently.

use super::{
    catalogue::Catalogue,
    clearance::{Painful, Permit},
    dose::{Adjustment, Mode},
    exercise::{Adaptation, Category, Exercise, ExerciseId, Variant},
    prescribing::Refusal,
    programme::{Block, SessionOutline},
};

/// More swaps in a row than any content has; a ring of them ends here.
const MOST_SWAPS: usize = 4;

/// What becomes of one block.
#[derive(Clone, Debug, PartialEq)]
pub enum Fitted<'a> {
    Stays {
        exercise: &'a Exercise,
        mode: Mode,
        change: Adjustment,
    },
    /// Another exercise in its place (Decision 12).
    Swapped(Swap<'a>),
    /// Not for this person, or already in the session in the place of another.
    FallsAway(&'a Exercise),
    /// The permit does not reach this far, and the session stays closed.
    Closed(&'a Exercise),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Swap<'a> {
    pub from: &'a Exercise,
    pub exercise: &'a Exercise,
    pub mode: Mode,
    pub change: Adjustment,
    pub why: &'a Adaptation,
}

/// Every block of a session as it is for this person, one for one and in the same order.
pub fn fit<'a>(
    catalogue: &'a Catalogue,
    outline: &SessionOutline,
    permit: &Permit,
) -> Result<Vec<Fitted<'a>>, Refusal> {
    // The gentle start has no other purpose than to leave out what is not open yet.
    let trims =
        permit.trims_sessions() || (permit.is_gentle() && catalogue.is_gentle_start(&outline.id));
    let mut fitted: Vec<Fitted> = Vec::new();
    for block in &outline.blocks {
        let swap = swapped(catalogue, block, permit)?;
        let from = find(catalogue, &block.exercise)?;
        let exercise = swap.as_ref().map_or(from, |swap| swap.exercise);
        let has_it = |other: &Fitted| other.done().is_some_and(|done| done.id == exercise.id);
        let own = outline.blocks.iter().any(|other| other.exercise == exercise.id);
        let twice = swap.is_some() && (own || fitted.iter().any(has_it));
        fitted.push(if twice || (trims && !permit.allows(exercise)) {
            Fitted::FallsAway(from)
        } else if !permit.allows(exercise) {
            Fitted::Closed(exercise)
        } else {
            let (mode, change) = (block.mode, block.change);
            swap.map_or(Fitted::Stays { exercise, mode, change }, Fitted::Swapped)
        });
    }
    Ok(fitted)
}

fn find<'a>(catalogue: &'a Catalogue, id: &ExerciseId) -> Result<&'a Exercise, Refusal> {
    catalogue.exercise(id).ok_or(Refusal::Unknown(id.clone()))
}

/// The exercise of a block replaced as often as the person's conditions ask for.
fn swapped<'a>(
    catalogue: &'a Catalogue,
    block: &Block,
    permit: &Permit,
) -> Result<Option<Swap<'a>>, Refusal> {
    let from = find(catalogue, &block.exercise)?;
    let (mut exercise, mut why) = (from, None);
    for _ in 0..MOST_SWAPS {
        let Some((adaptation, target)) = swap_of(exercise, permit) else { break };
        exercise = find(catalogue, target)?;
        why = Some(adaptation);
    }
    let Some(why) = why else { return Ok(None) };
    // The numbers of the block hold for the other exercise only in the same mode.
    let (mode, change) = match (exercise.dose(block.mode), exercise.doses.first()) {
        (Some(_), _) => (block.mode, block.change),
        (None, Some(dose)) => (dose.protocol.mode(), Adjustment::default()),
        (None, None) => return Err(Refusal::Unknown(exercise.id.clone())),
    };
    Ok(Some(Swap { from, exercise, mode, change, why }))
}

fn swap_of<'a>(
    exercise: &'a Exercise,
    permit: &Permit,
) -> Option<(&'a Adaptation, &'a ExerciseId)> {
    let mut held = exercise.adapt_if.iter().filter(|one| permit.has(one.condition));
    held.find_map(|adaptation| Some((adaptation, adaptation.swap.as_ref()?)))
}

impl<'a> Fitted<'a> {
    /// The exercise that is really done.
    pub fn done(&self) -> Option<&'a Exercise> {
        match self {
            Self::Stays { exercise, .. } => Some(exercise),
            Self::Swapped(swap) => Some(swap.exercise),
            Self::FallsAway(_) | Self::Closed(_) => None,
        }
    }
}

/// True when all that a session is for fell away, and only the warm-up and rotations around it are
/// left.
pub fn is_hollow(fitted: &[Fitted]) -> bool {
    let around = [Category::Support, Category::MobilityRotation];
    let at_heart = |exercise: &Exercise| !around.contains(&exercise.category);
    let fell = |one: &Fitted| matches!(one, Fitted::FallsAway(exercise) if at_heart(exercise));
    let left = |one: &Fitted| match one {
        Fitted::Stays { exercise, .. } => at_heart(exercise),
        Fitted::Swapped(swap) => at_heart(swap.from),
        Fitted::FallsAway(_) | Fitted::Closed(_) => false,
    };
    fitted.iter().any(fell) && !fitted.iter().any(left)
}

/// What to know about a session before it starts: "Voor jou: …".
#[derive(Clone, Debug, PartialEq)]
pub enum ForYou<'a> {
    /// The same exercise, done differently.
    Differently {
        exercise: &'a Exercise,
        how: &'a Adaptation,
    },
    Instead {
        from: &'a Exercise,
        exercise: &'a Exercise,
        how: &'a Adaptation,
    },
    Without(&'a Exercise),
    /// Until the side plank is held for 20 seconds on both sides (C17).
    NotYet(&'a Exercise),
    /// Two days lie between jumps (X14).
    JumpedLately(&'a Exercise),
    /// Its movement hurt in the hip check (4.2).
    Painful {
        exercise: &'a Exercise,
        pain: Painful,
    },
    /// A physiotherapist says not to do it.
    Advised(&'a Exercise),
    /// The easier or harder way that somebody chose (X40, 5.9).
    Variant {
        exercise: &'a Exercise,
        variant: &'a Variant,
    },
}

/// `chosen` is the way of an exercise that was decided on.
pub fn for_you<'a>(
    fitted: &[Fitted<'a>],
    permit: &Permit,
    chosen: impl Fn(&'a Exercise) -> Option<&'a Variant>,
) -> Vec<ForYou<'a>> {
    let mut said = Vec::new();
    for one in fitted {
        match one {
            Fitted::FallsAway(exercise) => said.push(match permit.pain_in(exercise) {
                Some(pain) => ForYou::Painful { exercise, pain },
                None if permit.skips(exercise) => ForYou::Without(exercise),
                None if permit.waits_for_side_plank(exercise) => ForYou::NotYet(exercise),
                None if permit.rests_from_jumps(exercise) => ForYou::JumpedLately(exercise),
                None => ForYou::Without(exercise),
            }),
            Fitted::Swapped(Swap { from, exercise, why, .. }) => {
                said.push(ForYou::Instead { from, exercise, how: why });
            }
            Fitted::Stays { .. } | Fitted::Closed(_) => {}
        }
        let Some(exercise) = one.done() else { continue };
        said.extend(chosen(exercise).map(|variant| ForYou::Variant { exercise, variant }));
        let texts = exercise.adapt_if.iter().filter(|how| how.swap.is_none());
        let held = texts.filter(|how| permit.has(how.condition));
        said.extend(held.map(|how| ForYou::Differently { exercise, how }));
    }
    said
}
