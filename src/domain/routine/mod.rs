//! A session that somebody made: what is in it, and the outline it has for whoever does it.

pub mod amount;
pub mod draft;
pub mod review;

use super::{
    catalogue::Catalogue,
    clearance::Permit,
    dose::{Adjustment, AgeGroup, Dose, Protocol, Working},
    exercise::{Category, Exercise, ExerciseId},
    fitting::{Fitted, Swap, fit},
    programme::{Block, SessionId, SessionOutline},
    record::{DoneMode, RecordId},
    settings::Pause,
    text::Bilingual,
};

/// The most exercises in one routine; our choice, far above the longest session of a programme.
pub const MOST_BLOCKS: usize = 30;

/// The most landings in one session after the first two weeks, and in those (X14).
pub const MOST_LANDINGS: u32 = 60;
pub const MOST_LANDINGS_AT_FIRST: u32 = 40;

/// Between two exercises, 0 to 120 s, as in the settings.
pub type Between = Pause<120>;

/// What a session of one's own is called in records and addresses, before its record's ID.
const OWN: &str = "own-";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    pub name: RoutineName,
    pub between: Between,
    /// In the order in which they are done.
    pub blocks: Vec<RoutineBlock>,
}

/// What somebody calls their routine: 1 to 60 characters, with no space around them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoutineName(String);

/// One exercise of a routine. It may be one that this version does not know (yet, or any more): it
/// stays, and is passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutineBlock {
    pub exercise: ExerciseId,
    pub mode: DoneMode,
    pub change: Adjustment,
    pub working: Working,
}

impl RoutineName {
    pub const LONGEST: usize = 60;

    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (1..=Self::LONGEST).contains(&text.chars().count()).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name with something behind it that tells it from this one, cut to fit.
    #[must_use]
    pub fn with(&self, ending: &str) -> Self {
        let room = Self::LONGEST.saturating_sub(ending.chars().count() + 1);
        let start: String = self.0.chars().take(room).collect();
        Self::new(&format!("{} {ending}", start.trim_end())).unwrap_or_else(|| self.clone())
    }
}

impl RoutineBlock {
    /// The exercise with the dose that this block does, where the catalogue has them.
    pub fn known<'a>(&self, catalogue: &'a Catalogue) -> Option<(&'a Exercise, &'a Dose)> {
        let exercise = catalogue.exercise(&self.exercise)?;
        let DoneMode::Known(mode) = self.mode else { return None };
        Some((exercise, exercise.dose(mode)?))
    }

    /// The numbers that hold for this age, never outside their bounds.
    pub fn protocol(&self, catalogue: &Catalogue, age: AgeGroup) -> Option<Protocol> {
        let (exercise, dose) = self.known(catalogue)?;
        Some(dose.resolve(age, amount::fitted(catalogue, exercise, dose, age, self.change)))
    }
}

impl Routine {
    /// As a session of the catalogue is, for whoever does it: within the bounds of each dose, and
    /// without what this version does not know.
    pub fn outline(&self, id: RecordId, catalogue: &Catalogue, age: AgeGroup) -> SessionOutline {
        let name = self.name.as_str().to_owned();
        outline(own_session(id), name, &self.blocks, catalogue, age)
    }
}

pub fn outline(
    id: SessionId,
    name: String,
    blocks: &[RoutineBlock],
    catalogue: &Catalogue,
    age: AgeGroup,
) -> SessionOutline {
    let blocks: Vec<Block> = blocks
        .iter()
        .filter_map(|block| {
            let (exercise, dose) = block.known(catalogue)?;
            Some(Block {
                exercise: exercise.id.clone(),
                mode: dose.protocol.mode(),
                change: amount::fitted(catalogue, exercise, dose, age, block.change),
                working: block.working,
            })
        })
        .collect();
    let on = |block: &Block| Some(landings(catalogue.exercise(&block.exercise)?, block));
    let ground_contacts = blocks.iter().filter_map(on).sum();
    SessionOutline {
        id,
        name: Bilingual { dutch: name.clone(), english: name },
        blocks,
        ground_contacts,
    }
}

/// What the permit leaves of an outline, and what it leaves out. What a condition replaces is
/// replaced here, with the other exercise's own dose: the person set no numbers for that one.
pub fn permitted(
    mut outline: SessionOutline,
    catalogue: &Catalogue,
    permit: &Permit,
) -> (SessionOutline, Vec<ExerciseId>) {
    let Ok(fitted) = fit(catalogue, &outline, permit) else { return (outline, Vec::new()) };
    let mut left_out = Vec::new();
    let mut blocks = Vec::new();
    let mut landed = 0;
    for (block, one) in outline.blocks.iter().zip(fitted) {
        let lands = one.done().map_or(0, |exercise| landings(exercise, block));
        match one {
            // What goes over the most of X14 is left for another day.
            Fitted::Stays { .. } if lands > 0 && landed + lands > permit.most_landings() => {
                left_out.push(block.exercise.clone());
                continue;
            }
            Fitted::Stays { .. } => blocks.push(block.clone()),
            Fitted::Swapped(Swap { exercise, mode, .. }) => blocks.push(Block {
                exercise: exercise.id.clone(),
                mode,
                change: Adjustment::default(),
                working: if exercise.unilateral { block.working } else { Working::Both },
            }),
            Fitted::FallsAway(_) | Fitted::Closed(_) => {
                left_out.push(block.exercise.clone());
                continue;
            }
        }
        landed += lands;
    }
    outline.blocks = blocks;
    (outline, left_out)
}

/// How often somebody comes down from a jump in this block.
pub fn landings(exercise: &Exercise, block: &Block) -> u32 {
    let Some(dose) = exercise.dose(block.mode) else { return 0 };
    match dose.resolve(AgeGroup::Adult, block.change) {
        Protocol::Dynamic { sets, reps, .. } if exercise.category == Category::RunnerDynamic => {
            sets * reps * dose.sides.narrowed(block.working).times()
        }
        _ => 0,
    }
}

/// The session that a routine is played as.
pub fn own_session(id: RecordId) -> SessionId {
    SessionId(format!("{OWN}{id}"))
}

/// The routine that a session was made from, if it was.
pub fn routine_of(session: &SessionId) -> Option<RecordId> {
    session.0.strip_prefix(OWN).and_then(RecordId::parse)
}
