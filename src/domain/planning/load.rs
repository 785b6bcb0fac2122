//! What a session asks of the body: strength by muscle, stretching by muscle, jumps and things.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    body::{Muscle, Side},
    catalogue::Catalogue,
    dose::{AgeGroup, Mode, Protocol},
    exercise::{Category, Equipment, Exercise, ExerciseId},
    plan::{Order, Plan, Prescription},
    programme::{Programme, ProgrammeId, SessionId, SessionOutline},
    record::{DoneMode, Outcome, SessionRecord},
    time::{Day, Seconds},
    timeline::Pacing,
};

/// X29: about 4 minutes of static stretching per muscle and session, and 10 a week.
pub const STRETCH_A_SESSION: Seconds = Seconds(240);
pub const STRETCH_A_WEEK: Seconds = Seconds(600);

/// From this many sets for a muscle a session is strength for it; one light set is not. Our choice.
const SETS_OF_STRENGTH: u32 = 2;

/// Short sessions; all others count as full. Our choice, after what section 5 calls daily or short.
const SHORT_PROGRAMMES: [&str; 3] = ["P4", "P6", "G"];
const SHORT: [&str; 3] = ["P1-mini", "P2-daily", "P2-M"];

/// Whether a session counts for the five full ones of a week (5.8). What Soepel does not know, such
/// as somebody's own routine, counts as full.
pub fn is_full(programme: &ProgrammeId, session: &SessionId) -> bool {
    !SHORT_PROGRAMMES.contains(&programme.0.as_str()) && !SHORT.contains(&session.0.as_str())
}

/// Minutes that may come on top any day (C1, R1.19, R3.13): they never count as one of the sessions
/// that a programme asks a week.
pub fn is_extra(session: &SessionId) -> bool {
    ["P1-mini", "P2-daily", "P4-break"].contains(&session.0.as_str())
}

/// For whom it is asked what the work of a day is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worker<'a> {
    /// The main programme of the plan.
    pub main: Option<&'a ProgrammeId>,
    /// In the gentle start.
    pub gentle: bool,
}

impl Worker<'_> {
    /// C1: a fuller session, those of the working day, and the daily minutes for whom these are the
    /// plan. They make a day done, and count for the week's goal.
    pub fn works(self, programme: &ProgrammeId, session: &SessionId) -> bool {
        let minutes = programme.0 == "P6";
        let plan = self.gentle || self.main.is_some_and(|main| main.0 == "P6");
        is_full(programme, session)
            || (programme.0 == "P4" && !is_extra(session))
            || (minutes && plan)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    pub programme: ProgrammeId,
    pub session: SessionId,
    pub full: bool,
    pub lasts: Seconds,
    pub exercises: Vec<ExerciseId>,
    pub needs: BTreeSet<Equipment>,
    pub strength: BTreeSet<Muscle>,
    /// Seconds of static stretching on one side.
    pub stretch: BTreeMap<Muscle, Seconds>,
    /// End-range isometrics: after strength on one day, never before it (5.8).
    pub isometric: bool,
}

/// A session on a day: done, or planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub day: Day,
    pub load: Load,
}

impl Load {
    /// What is prescribed to this person. None when there is nothing to do.
    pub fn of(
        catalogue: &Catalogue,
        programme: &Programme,
        session: &SessionId,
        prescriptions: &[Prescription],
        pacing: Pacing,
    ) -> Option<Self> {
        let order = Order {
            session: session.clone(),
            prescriptions: prescriptions.to_vec(),
            pacing,
            first_side: Side::Left,
        };
        let mut load = Self::nothing(programme.id.clone(), session.clone());
        load.lasts = Plan::new(order)?.lasts();
        let mut sets: BTreeMap<Muscle, u32> = BTreeMap::new();
        for prescription in prescriptions {
            let exercise = catalogue.exercise(&prescription.exercise)?;
            load.meet(exercise, prescription.protocol.mode());
            for muscle in &exercise.muscles {
                *sets.entry(*muscle).or_default() += sets_of(exercise, &prescription.protocol);
            }
            if let Protocol::Static { reps, hold, .. } = prescription.protocol {
                load.stretches(exercise, hold * reps);
            }
        }
        let strong = sets.into_iter().filter(|(_, sets)| *sets >= SETS_OF_STRENGTH);
        load.strength = strong.map(|(muscle, _)| muscle).collect();
        Some(load)
    }

    /// What was done. A session that this version knows asks what its programme says, and the
    /// stretching is what was really held; of one it does not know every exercise counts fully.
    pub fn done(catalogue: &Catalogue, record: &SessionRecord, age: AgeGroup) -> Self {
        Self::held_against(catalogue, record, Self::as_written(catalogue, &record.session, age))
    }

    /// The same for a whole history; what a programme writes is read once for each session of it.
    pub fn all_done<'a>(
        catalogue: &Catalogue,
        records: impl Iterator<Item = &'a SessionRecord>,
        age: AgeGroup,
    ) -> Vec<Placed> {
        let mut written: BTreeMap<&SessionId, Option<Self>> = BTreeMap::new();
        records
            .map(|record| {
                let known = written
                    .entry(&record.session)
                    .or_insert_with(|| Self::as_written(catalogue, &record.session, age));
                let load = Self::held_against(catalogue, record, known.clone());
                Placed { day: record.day, load }
            })
            .collect()
    }

    fn as_written(catalogue: &Catalogue, session: &SessionId, age: AgeGroup) -> Option<Self> {
        let (programme, outline) = catalogue.session(session)?;
        let prescriptions = plain(catalogue, outline, age)?;
        Self::of(catalogue, programme, &outline.id, &prescriptions, Pacing::default())
    }

    fn held_against(catalogue: &Catalogue, record: &SessionRecord, known: Option<Self>) -> Self {
        let rows = Self::from_rows(catalogue, record);
        match known {
            Some(known) if record.done.is_empty() => known,
            Some(known) => Self { stretch: rows.stretch, ..known },
            None => rows,
        }
    }

    fn from_rows(catalogue: &Catalogue, record: &SessionRecord) -> Self {
        let mut load = Self::nothing(ProgrammeId(String::new()), record.session.clone());
        let mut sides: BTreeMap<(Muscle, Option<Side>), Seconds> = BTreeMap::new();
        for row in record.done.iter().filter(|row| row.outcome != Outcome::Skipped) {
            let exercise = ExerciseId::new(&row.exercise).and_then(|id| catalogue.exercise(&id));
            let (Some(exercise), DoneMode::Known(mode)) = (exercise, &row.mode) else { continue };
            load.meet(exercise, *mode);
            for muscle in &exercise.muscles {
                if is_strength(exercise, *mode) {
                    load.strength.insert(*muscle);
                }
                if *mode == Mode::Static {
                    let held = sides.entry((*muscle, row.side)).or_default();
                    *held = *held + row.held.seconds();
                }
            }
        }
        for ((muscle, _), held) in sides {
            let most = load.stretch.entry(muscle).or_default();
            *most = held.max(*most);
        }
        load
    }

    fn nothing(programme: ProgrammeId, session: SessionId) -> Self {
        Self {
            full: is_full(&programme, &session),
            programme,
            session,
            lasts: Seconds(0),
            exercises: Vec::new(),
            needs: BTreeSet::new(),
            strength: BTreeSet::new(),
            stretch: BTreeMap::new(),
            isometric: false,
        }
    }

    fn meet(&mut self, exercise: &Exercise, mode: Mode) {
        if !self.exercises.contains(&exercise.id) {
            self.exercises.push(exercise.id.clone());
        }
        self.needs.extend(&exercise.equipment);
        self.isometric |= mode == Mode::IsometricEndRange;
    }

    fn stretches(&mut self, exercise: &Exercise, held: Seconds) {
        for muscle in &exercise.muscles {
            let total = self.stretch.entry(*muscle).or_default();
            *total = *total + held;
        }
    }

    /// Within X29 for one session, and without two exercises that are alike (2.2, X33).
    pub fn stands(&self, catalogue: &Catalogue) -> bool {
        self.stretch.values().all(|held| *held <= STRETCH_A_SESSION)
            && !are_similar(catalogue, &self.exercises, &self.exercises)
    }

    /// Strength for a muscle that the other session strengthens too.
    pub fn shares_strength_with(&self, other: &Self) -> bool {
        !self.strength.is_disjoint(&other.strength)
    }
}

/// Whether one exercise of the first is alike to one of the second.
pub fn are_similar(catalogue: &Catalogue, some: &[ExerciseId], others: &[ExerciseId]) -> bool {
    let says = |one: &ExerciseId, other: &ExerciseId| {
        catalogue.exercise(one).is_some_and(|exercise| exercise.similar_to.contains(other))
    };
    some.iter().any(|one| others.iter().any(|other| says(one, other) || says(other, one)))
}

/// The session as its programme has it, before anything is left out for this person.
fn plain(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    age: AgeGroup,
) -> Option<Vec<Prescription>> {
    let blocks = outline.blocks.iter().map(|block| {
        let dose = catalogue.exercise(&block.exercise)?.dose(block.mode)?;
        Some(Prescription {
            exercise: block.exercise.clone(),
            protocol: dose.resolve(age, block.change),
            sides: dose.sides,
            effort_most: None,
        })
    });
    blocks.collect()
}

fn is_strength(exercise: &Exercise, mode: Mode) -> bool {
    let trains = [
        Category::HipsLowBack,
        Category::RunnerActivation,
        Category::RunnerStrength,
        Category::RunnerDynamic,
    ];
    let stands_up = exercise.id.as_str() == "sit-to-stand";
    [Mode::Reps, Mode::Hold, Mode::Dynamic].contains(&mode)
        && (trains.contains(&exercise.category) || stands_up)
}

fn sets_of(exercise: &Exercise, protocol: &Protocol) -> u32 {
    match protocol {
        _ if !is_strength(exercise, protocol.mode()) => 0,
        Protocol::Reps { sets, .. } | Protocol::Dynamic { sets, .. } => *sets,
        Protocol::Hold { reps, .. } => *reps,
        _ => 0,
    }
}
