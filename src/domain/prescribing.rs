//! From a programme's session to what this person does today, if it is allowed.

use super::{
    catalogue::Catalogue,
    clearance::Permit,
    dose::{Adjustment, AgeGroup, Mode, Protocol, Sides},
    exercise::{Category, Condition, Exercise, ExerciseId},
    fitting::{Fitted, Swap, fit, is_hollow},
    plan::Prescription,
    programme::{Block, LadderGroup, SessionOutline},
    progress::Standing,
    time::Seconds,
    timeline::{Pacing, lay_out},
};
use crate::domain::body::Side;

/// Percent of full effort (X22).
pub const MOST_WITH_HEART_TROUBLE: u32 = 30;

/// Why a session cannot be prescribed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The permit does not cover these exercises.
    NotAllowed(Vec<ExerciseId>),
    /// The content lacks an exercise or mode that the session names.
    Unknown(ExerciseId),
    /// Its gate was not passed yet, or jumps are not for this person (X27).
    GateClosed,
    /// Nothing is left of it today.
    NothingLeft,
}

/// The session's exercises with their numbers for this person: what their conditions replace is
/// replaced, what they exclude falls away. On a day with pain of 4 or 5 what is left is the
/// warm-up, rotations and the lightest step of the rest, without level 3 (3.4).
pub fn prescribe(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    age: AgeGroup,
    permit: &Permit,
) -> Result<Vec<Prescription>, Refusal> {
    prescribe_at(catalogue, outline, age, permit, &Standing::default())
}

/// The same, at the steps where this person stands, and less in a lighter week.
pub fn prescribe_at(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    age: AgeGroup,
    permit: &Permit,
    standing: &Standing,
) -> Result<Vec<Prescription>, Refusal> {
    if !permit.opens(&outline.id) {
        return Err(Refusal::GateClosed);
    }
    let fitted = fit(catalogue, outline, permit)?;
    let mut prescriptions = Vec::new();
    let mut refused = Vec::new();
    for (one, block) in fitted.iter().zip(&outline.blocks) {
        let (exercise, mode, change) = match *one {
            Fitted::Stays { exercise, mode, change }
            | Fitted::Swapped(Swap { exercise, mode, change, .. }) => (exercise, mode, change),
            Fitted::FallsAway(_) => continue,
            Fitted::Closed(exercise) => {
                refused.push(exercise.id.clone());
                continue;
            }
        };
        let dose = exercise.dose(mode).ok_or_else(|| Refusal::Unknown(exercise.id.clone()))?;
        let step = standing.protocol(catalogue, outline, exercise, mode, change, age);
        let Some(mut protocol) = step else { continue };
        if permit.is_lighter_today() {
            if exercise.level == 3 {
                continue;
            }
            if ![Category::Support, Category::MobilityRotation].contains(&exercise.category)
                && let Some(change) = lightest(catalogue, exercise, mode, age)
            {
                // A short session may ask for less than the lightest step already.
                let light = dose.resolve(age, change);
                protocol = [protocol, light].into_iter().min_by_key(work).unwrap_or(protocol);
            }
        }
        prescriptions.push(Prescription {
            exercise: exercise.id.clone(),
            protocol,
            sides: dose.sides.narrowed(standing.working(&exercise.id, mode, block.working)),
            effort_most: effort(catalogue, exercise, &protocol, age, permit, standing),
        });
    }
    if !refused.is_empty() {
        return Err(Refusal::NotAllowed(refused));
    }
    if prescriptions.is_empty() || is_hollow(&fitted) && !catalogue.is_gentle_start(&outline.id) {
        return Err(Refusal::NothingLeft);
    }
    Ok(prescriptions)
}

/// The most effort: what the step of its ladder says (X4), else the dose (X3); with raised blood
/// pressure or heart disease never more than 30 % (X22).
fn effort(
    catalogue: &Catalogue,
    exercise: &Exercise,
    protocol: &Protocol,
    age: AgeGroup,
    permit: &Permit,
    standing: &Standing,
) -> Option<u32> {
    let most = exercise.dose(protocol.mode())?.effort?.most;
    let most = standing.effort_most(catalogue, exercise, protocol, age).unwrap_or(most);
    let careful = permit.has(Condition::HypertensionUncontrolled);
    Some(if careful { most.min(MOST_WITH_HEART_TROUBLE) } else { most })
}

/// The first step of the exercise's ladder.
pub(super) fn lightest(
    catalogue: &Catalogue,
    exercise: &Exercise,
    mode: Mode,
    age: AgeGroup,
) -> Option<Adjustment> {
    let group = match age {
        AgeGroup::Adult => LadderGroup::Adult,
        AgeGroup::Senior => LadderGroup::Senior,
    };
    let fits = |at: LadderGroup| at == group || at == LadderGroup::All;
    let ladder = catalogue.ladders.iter().find(|ladder| {
        ladder.exercise == exercise.id && ladder.mode == mode && fits(ladder.group)
    })?;
    ladder.steps.first().map(|step| step.change)
}

/// How long one side works.
fn work(protocol: &Protocol) -> Seconds {
    lay_out(protocol, Sides::Together, Side::Left, Pacing::default(), 0, 0)
        .iter()
        .filter(|phase| phase.kind.is_work())
        .map(|phase| phase.lasts)
        .sum()
}

/// How long what was prescribed takes.
pub fn lasting(prescriptions: &[Prescription], pacing: Pacing) -> Seconds {
    let mut total = Seconds(0);
    for (index, Prescription { protocol, sides, .. }) in prescriptions.iter().enumerate() {
        if index > 0 {
            total = total + pacing.transition;
        }
        let phases = lay_out(protocol, *sides, Side::Left, pacing, 0, 0);
        total = total + phases.iter().map(|phase| phase.lasts).sum();
    }
    total
}

/// How long a session takes, or none when the content lacks a part of it.
pub fn length(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    age: AgeGroup,
    pacing: Pacing,
) -> Option<Seconds> {
    let mut total = Seconds(0);
    for (index, block) in outline.blocks.iter().enumerate() {
        if index > 0 {
            total = total + pacing.transition;
        }
        total = total + block_length(catalogue, block, age, pacing)?;
    }
    Some(total)
}

fn block_length(
    catalogue: &Catalogue,
    block: &Block,
    age: AgeGroup,
    pacing: Pacing,
) -> Option<Seconds> {
    let dose = catalogue.exercise(&block.exercise)?.dose(block.mode)?;
    let protocol = dose.resolve(age, block.change);
    Some(
        lay_out(&protocol, dose.sides.narrowed(block.working), Side::Left, pacing, 0, 0)
            .iter()
            .map(|phase| phase.lasts)
            .sum(),
    )
}
