//! Sport within two hours (D4): what becomes of stretches and end-range strength then (R0.6, R0.7,
//! X26, C2, Decision 4).

use super::{
    catalogue::Catalogue,
    clearance::Permit,
    dose::{Adjustment, AgeGroup, Mode, Protocol, Working},
    exercise::{Exercise, ExerciseId},
    plan::Prescription,
    prescribing::lightest,
    programme::{Block, SessionOutline},
    record::BeforeSport,
    time::Seconds,
};

/// The answer to D4, with what somebody chooses after a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SportSoon {
    No,
    /// Warm-up and rotations in the place of the stretches.
    Swap,
    /// Stretch all the same.
    Keep,
}

impl SportSoon {
    /// Gymnasts and dancers are the exception of R0.7.
    pub fn outcome(self, gymnast_or_dancer: bool) -> BeforeSport {
        match self {
            Self::No => BeforeSport::No,
            _ if gymnast_or_dancer => BeforeSport::Exempt,
            Self::Swap => BeforeSport::Swapped,
            Self::Keep => BeforeSport::Kept,
        }
    }
}

/// What takes the place of the stretches, with the mode of each (3.4).
const INSTEAD: [(&str, Mode); 3] = [
    ("warm-up-march", Mode::Timed),
    ("hip-cars-standing", Mode::ControlledRotation),
    ("ninety-ninety-switch", Mode::Dynamic),
];
/// What stays, as one light set (3.4).
const ACTIVATION: [&str; 3] = ["side-plank", "fire-hydrant", "glute-bridge"];
/// The longest stretch that somebody gets who insists (X26).
const LONGEST_HOLD: Seconds = Seconds(20);

/// What the permit covers.
type Allows<'a> = dyn Fn(&Exercise) -> bool + 'a;

/// A walk or a warm-up asks nothing; only a session with such blocks asks D4.
pub fn has_stretches(outline: &SessionOutline) -> bool {
    outline.blocks.iter().any(|block| is_stretch(block.mode))
}

fn is_stretch(mode: Mode) -> bool {
    matches!(mode, Mode::Static | Mode::PnfSelf | Mode::PnfPartner | Mode::IsometricEndRange)
}

/// The session as it may be done before sport. What the permit does not cover is not put in.
#[must_use]
pub fn fit(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    sport: Option<BeforeSport>,
    permit: &Permit,
) -> SessionOutline {
    let allows = |exercise: &Exercise| permit.allows(exercise);
    let mut fitted = outline.clone();
    if has_stretches(outline) {
        match sport {
            Some(BeforeSport::Swapped) => swap(catalogue, &mut fitted.blocks, &allows),
            Some(BeforeSport::Kept) => keep_short(catalogue, &mut fitted.blocks, &allows),
            None | Some(BeforeSport::No | BeforeSport::Exempt) => {}
        }
    }
    fitted
}

/// Warm-up and rotations come where the first stretch stood; what the session has of them already
/// is not done twice.
fn swap(catalogue: &Catalogue, blocks: &mut Vec<Block>, allows: &Allows) {
    let at = blocks.iter().position(|block| is_stretch(block.mode)).unwrap_or_default();
    blocks.retain(|block| !is_stretch(block.mode));
    let there: Vec<ExerciseId> = blocks.iter().map(|block| block.exercise.clone()).collect();
    let instead = INSTEAD.into_iter().filter_map(|(id, mode)| block(catalogue, id, mode, allows));
    let missing: Vec<Block> = instead.filter(|block| !there.contains(&block.exercise)).collect();
    blocks.splice(at..at, missing);
}

/// At most one stretch per muscle, and a movement after the last of them (X26).
fn keep_short(catalogue: &Catalogue, blocks: &mut Vec<Block>, allows: &Allows) {
    let mut stretched = Vec::new();
    blocks.retain_mut(|block| {
        if !is_stretch(block.mode) {
            return true;
        }
        let Some(exercise) = catalogue.exercise(&block.exercise) else { return true };
        if exercise.muscles.iter().any(|muscle| stretched.contains(muscle)) {
            return false;
        }
        let pnf = matches!(block.mode, Mode::PnfSelf | Mode::PnfPartner);
        if pnf && !stretch_instead(block, exercise) {
            return false;
        }
        stretched.extend(exercise.muscles.iter().copied());
        true
    });
    let moves = |block: &Block| matches!(block.mode, Mode::ControlledRotation | Mode::Dynamic);
    let last = blocks.iter().rposition(|block| is_stretch(block.mode));
    if last.is_some_and(|last| !blocks[last..].iter().any(moves)) {
        let [march, circles, _] = INSTEAD;
        let after = [circles, march].into_iter();
        blocks.extend(after.filter_map(|(id, mode)| block(catalogue, id, mode, allows)).take(1));
    }
}

/// Pushing against a stretch is a long one; the plain stretch of the same exercise can be short.
fn stretch_instead(block: &mut Block, exercise: &Exercise) -> bool {
    (block.mode, block.change) = (Mode::Static, Adjustment::default());
    exercise.dose(Mode::Static).is_some()
}

fn block(catalogue: &Catalogue, id: &str, mode: Mode, allows: &Allows) -> Option<Block> {
    let exercise = catalogue.exercise(&ExerciseId::new(id)?)?;
    exercise.dose(mode)?;
    let change = Adjustment::default();
    allows(exercise).then(|| Block {
        exercise: exercise.id.clone(),
        mode,
        change,
        working: Working::Both,
    })
}

/// The numbers of what is left: activation as one light set where the stretches were swapped, and
/// one short hold of each stretch where they were kept, for every age.
pub fn ease(
    catalogue: &Catalogue,
    prescriptions: &mut [Prescription],
    sport: Option<BeforeSport>,
    age: AgeGroup,
) {
    for prescription in prescriptions {
        let protocol = prescription.protocol;
        prescription.protocol = match sport {
            Some(BeforeSport::Swapped) => match catalogue.exercise(&prescription.exercise) {
                Some(exercise) if ACTIVATION.contains(&exercise.id.as_str()) => {
                    one_light_set(catalogue, exercise, protocol, age)
                }
                _ => protocol,
            },
            Some(BeforeSport::Kept) => one_short_hold(protocol),
            None | Some(BeforeSport::No | BeforeSport::Exempt) => protocol,
        };
    }
}

fn one_light_set(
    catalogue: &Catalogue,
    exercise: &Exercise,
    protocol: Protocol,
    age: AgeGroup,
) -> Protocol {
    let light = lightest(catalogue, exercise, protocol.mode(), age).unwrap_or_default();
    let least = |now: u32, light: Option<u32>| Some(light.map_or(now, |light| light.min(now)));
    match protocol {
        Protocol::Reps { reps, .. } => protocol.with(Adjustment {
            sets: Some(1),
            reps: least(reps, light.reps),
            ..Adjustment::default()
        }),
        Protocol::Hold { hold, .. } => protocol.with(Adjustment {
            reps: Some(1),
            hold: Some(light.hold.map_or(hold, |light| light.min(hold))),
            ..Adjustment::default()
        }),
        other => other,
    }
}

fn one_short_hold(protocol: Protocol) -> Protocol {
    let once = Adjustment { reps: Some(1), ..Adjustment::default() };
    match protocol {
        Protocol::Static { hold, .. } => {
            protocol.with(Adjustment { hold: Some(hold.min(LONGEST_HOLD)), ..once })
        }
        Protocol::IsometricEndRange { passive, .. } => {
            protocol.with(Adjustment { passive: Some(passive.min(LONGEST_HOLD)), ..once })
        }
        other => other,
    }
}
