//! A routine held against the catalogue: what is wrong with it, what to think of, what it covers.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    MOST_BLOCKS, MOST_LANDINGS_AT_FIRST, RoutineBlock,
    amount::{Amount, limits},
    landings, outline,
};
use crate::domain::{
    body::{HipMovement, Muscle, Side},
    catalogue::Catalogue,
    dose::{AgeGroup, Bounds, Dose, Mode, Protocol, Sides, Working},
    exercise::{Category, Exercise, ExerciseId},
    planning::load::STRETCH_A_WEEK,
    programme::SessionId,
    record::DoneMode,
    time::Seconds,
};

/// Stretching one muscle for longer in a session brings nothing more (X29).
const MOST_STRETCH: Seconds = Seconds(240);

const WARM_UP: &str = "warm-up-march";

/// The same load on the low back with another aim (X33).
const SAME_BACK_LOAD: [&str; 2] = ["upward-facing-dog", "iliopsoas-prone-press-up"];

/// What keeps a routine from being as it should; blocks are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The name is empty, or longer than 60 characters.
    NoName,
    LongName,
    Empty,
    /// More than [`MOST_BLOCKS`].
    TooMany,
    /// The only one that a routine may have and be kept: the exercise is passed over.
    Unknown {
        block: usize,
    },
    Beyond {
        block: usize,
        amount: Amount,
        value: u32,
        bounds: Bounds,
    },
    /// The mode has no such number.
    NoSuchNumber {
        block: usize,
        amount: Amount,
    },
    /// One side was chosen of an exercise that has no sides.
    NoSides {
        block: usize,
    },
}

/// Every problem of these blocks, in their order.
pub fn problems(blocks: &[RoutineBlock], catalogue: &Catalogue, age: AgeGroup) -> Vec<Problem> {
    let mut found = Vec::new();
    if blocks.is_empty() {
        found.push(Problem::Empty);
    }
    if blocks.len() > MOST_BLOCKS {
        found.push(Problem::TooMany);
    }
    for (index, block) in blocks.iter().enumerate() {
        match block.known(catalogue) {
            None => found.push(Problem::Unknown { block: index }),
            Some(known) => found.extend(problems_of(index, block, known, catalogue, age)),
        }
    }
    found
}

fn problems_of(
    index: usize,
    block: &RoutineBlock,
    (exercise, dose): (&Exercise, &Dose),
    catalogue: &Catalogue,
    age: AgeGroup,
) -> Vec<Problem> {
    let mut found = Vec::new();
    for amount in Amount::ALL {
        let Some(value) = amount.in_change(&block.change) else { continue };
        match limits(catalogue, exercise, dose, age, amount) {
            None => found.push(Problem::NoSuchNumber { block: index, amount }),
            Some(limits) if !limits.bounds.hold(value) => {
                found.push(Problem::Beyond { block: index, amount, value, bounds: limits.bounds });
            }
            Some(_) => {}
        }
    }
    if dose.sides == Sides::Together && block.working != Working::Both {
        found.push(Problem::NoSides { block: index });
    }
    found
}

/// What to think of: told, and left to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    Unknown(ExerciseId),
    /// Two that do nearly the same (2.2 of the fact sheet).
    Similar(ExerciseId, ExerciseId),
    /// Two back-bends with the same load (X33).
    SameBackLoad(ExerciseId, ExerciseId),
    /// More than four minutes of stretching for one muscle (X29).
    LongStretch {
        muscle: Muscle,
        seconds: Seconds,
    },
    /// With the last days more than ten minutes of it in a week (X29).
    LongWeek {
        muscle: Muscle,
        seconds: Seconds,
    },
    /// An exercise of level 3 without a warm-up before it (X21).
    ColdStart(ExerciseId),
    /// A stretch without a warm-up before it (R0.20).
    ColdStretch(ExerciseId),
    /// First turn, then make room, then use it (R1.18).
    LateMobility(ExerciseId),
    /// More landings than the first two weeks allow (X14).
    Landings(u32),
    /// A jump when others have made the legs tired (X14).
    LateJump(ExerciseId),
    /// The exercise asks for something that should be mastered first.
    First(ExerciseId),
}

impl Caution {
    /// The rule that it rests on, where it is one rule.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::SameBackLoad(..) => Some("X33"),
            Self::LongStretch { .. } | Self::LongWeek { .. } => Some("X29"),
            Self::ColdStart(_) => Some("X21"),
            Self::ColdStretch(_) => Some("R0.20"),
            Self::LateMobility(_) => Some("R1.18"),
            Self::Landings(_) | Self::LateJump(_) => Some("X14"),
            Self::Unknown(_) | Self::Similar(..) | Self::First(_) => None,
        }
    }
}

pub fn cautions(blocks: &[RoutineBlock], catalogue: &Catalogue, age: AgeGroup) -> Vec<Caution> {
    let exercises: Vec<&Exercise> =
        blocks.iter().filter_map(|block| Some(block.known(catalogue)?.0)).collect();
    let unknown = blocks.iter().filter(|block| block.known(catalogue).is_none());
    let mut found: Vec<Caution> =
        unknown.map(|block| Caution::Unknown(block.exercise.clone())).collect();
    found.extend(company(&exercises));
    found.extend(long_stretches(blocks, catalogue, age));
    found.extend(cold(blocks, catalogue));
    found.extend(late_mobility(&exercises));
    found.extend(jumps(blocks, catalogue, age));
    let mut told = BTreeSet::new();
    for exercise in exercises {
        if !exercise.prerequisites.is_empty() && told.insert(&exercise.id) {
            found.push(Caution::First(exercise.id.clone()));
        }
    }
    found
}

/// Each pair once, in the order in which they are done.
fn company(exercises: &[&Exercise]) -> Vec<Caution> {
    let mut found = Vec::new();
    for (index, one) in exercises.iter().enumerate() {
        for other in &exercises[index + 1..] {
            let bends = SAME_BACK_LOAD.contains(&one.id.as_str())
                && SAME_BACK_LOAD.contains(&other.id.as_str())
                && one.id != other.id;
            let similar = one.similar_to.contains(&other.id) || other.similar_to.contains(&one.id);
            let pair = (one.id.clone(), other.id.clone());
            let caution = match (bends, similar) {
                (true, _) => Caution::SameBackLoad(pair.0, pair.1),
                (false, true) => Caution::Similar(pair.0, pair.1),
                (false, false) => continue,
            };
            if !found.contains(&caution) {
                found.push(caution);
            }
        }
    }
    found
}

/// How long each muscle is stretched without moving, on the side where that is longest.
pub fn stretched(
    blocks: &[RoutineBlock],
    catalogue: &Catalogue,
    age: AgeGroup,
) -> BTreeMap<Muscle, Seconds> {
    let mut sides: BTreeMap<(Muscle, Side), Seconds> = BTreeMap::new();
    for block in blocks {
        let Some((exercise, _)) = block.known(catalogue) else { continue };
        let span = match block.protocol(catalogue, age) {
            Some(Protocol::Static { reps, hold, .. }) => hold * reps,
            Some(Protocol::IsometricEndRange { passive, .. }) => passive,
            _ => continue,
        };
        for side in [Side::Left, Side::Right] {
            if block.working == Working::Only(side.other()) {
                continue;
            }
            for muscle in &exercise.muscles {
                let sum = sides.entry((*muscle, side)).or_default();
                *sum = *sum + span;
            }
        }
    }
    let mut longest: BTreeMap<Muscle, Seconds> = BTreeMap::new();
    for ((muscle, _), span) in sides {
        let there = longest.entry(muscle).or_default();
        *there = (*there).max(span);
    }
    longest
}

/// The muscles that are stretched for longer than is of use in a week, counting what the six days
/// before held already (X29).
pub fn long_week(
    blocks: &[RoutineBlock],
    catalogue: &Catalogue,
    age: AgeGroup,
    held: &BTreeMap<Muscle, Seconds>,
) -> Vec<Caution> {
    let still: Vec<RoutineBlock> = blocks
        .iter()
        .filter(|block| block.mode == DoneMode::Known(Mode::Static))
        .cloned()
        .collect();
    let together = |(muscle, own): (Muscle, Seconds)| {
        let seconds = own + held.get(&muscle).copied().unwrap_or_default();
        (seconds > STRETCH_A_WEEK).then_some(Caution::LongWeek { muscle, seconds })
    };
    stretched(&still, catalogue, age).into_iter().filter_map(together).collect()
}

fn long_stretches(blocks: &[RoutineBlock], catalogue: &Catalogue, age: AgeGroup) -> Vec<Caution> {
    stretched(blocks, catalogue, age)
        .into_iter()
        .filter(|(_, seconds)| *seconds > MOST_STRETCH)
        .map(|(muscle, seconds)| Caution::LongStretch { muscle, seconds })
        .collect()
}

/// The first of level 3 and the first stretch, where no warm-up stands before them. Turning the
/// hip warms up as well (R1.19), but not for a jump (X14).
fn cold(blocks: &[RoutineBlock], catalogue: &Catalogue) -> Vec<Caution> {
    let known: Vec<(&Exercise, &Dose)> =
        blocks.iter().filter_map(|block| block.known(catalogue)).collect();
    let is_cold = |place: usize, jump: bool| {
        !known[..place].iter().any(|(earlier, _)| {
            let turned = earlier.category == Category::MobilityRotation && !jump;
            earlier.id.as_str() == WARM_UP || turned
        })
    };
    let first = |fits: &dyn Fn(&Exercise, &Dose) -> bool| {
        known.iter().enumerate().find_map(|(place, (exercise, dose))| {
            let jump = exercise.category == Category::RunnerDynamic;
            (fits(exercise, dose) && is_cold(place, jump)).then(|| exercise.id.clone())
        })
    };
    let start = first(&|exercise, _| exercise.level == 3).map(Caution::ColdStart);
    let stretch = first(&|_, dose| is_stretch(dose.protocol.mode())).map(Caution::ColdStretch);
    start.into_iter().chain(stretch).collect()
}

fn is_stretch(mode: Mode) -> bool {
    matches!(mode, Mode::Static | Mode::PnfSelf | Mode::PnfPartner | Mode::IsometricEndRange)
}

/// The first that comes after one of a later category.
fn late_mobility(exercises: &[&Exercise]) -> Option<Caution> {
    let mut reached = 0;
    exercises.iter().find_map(|exercise| {
        let category = match exercise.category {
            Category::MobilityRotation => 1,
            Category::MobilitySpace => 2,
            Category::MobilityControl => 3,
            _ => return None,
        };
        let late = category < reached;
        reached = reached.max(category);
        late.then(|| Caution::LateMobility(exercise.id.clone()))
    })
}

fn jumps(blocks: &[RoutineBlock], catalogue: &Catalogue, age: AgeGroup) -> Vec<Caution> {
    let mut found = Vec::new();
    let name = SessionId(String::new());
    let outline = outline(name, String::new(), blocks, catalogue, age);
    if outline.ground_contacts > MOST_LANDINGS_AT_FIRST {
        found.push(Caution::Landings(outline.ground_contacts));
    }
    let light = [Category::Support, Category::MobilityRotation, Category::RunnerDynamic];
    let mut tired = false;
    for block in &outline.blocks {
        let Some(exercise) = catalogue.exercise(&block.exercise) else { continue };
        if tired && landings(exercise, block) > 0 {
            found.push(Caution::LateJump(exercise.id.clone()));
            break;
        }
        tired |= !light.contains(&exercise.category);
    }
    found
}

/// The muscles and movements of all exercises together, in the order of the body.
pub fn covered(
    blocks: &[RoutineBlock],
    catalogue: &Catalogue,
) -> (BTreeSet<Muscle>, BTreeSet<HipMovement>) {
    let exercises = || blocks.iter().filter_map(|block| Some(block.known(catalogue)?.0));
    let muscles = exercises().flat_map(|exercise| exercise.muscles.iter().copied()).collect();
    let movements = exercises().flat_map(|exercise| exercise.movements.iter().copied()).collect();
    (muscles, movements)
}
