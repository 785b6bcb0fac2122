//! Which exercises, movements and muscles were trained, how often and how long.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::domain::{
    body::{HipMovement, Muscle},
    catalogue::Catalogue,
    exercise::Exercise,
    record::{Outcome, SessionRecord},
    time::Seconds,
};

/// One thing that was trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done<T> {
    pub of: T,
    /// In how many sessions.
    pub sessions: u32,
    /// Under tension, both sides together.
    pub held: Seconds,
}

/// Each list begins with what was trained most often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trained {
    /// By the slug in the catalogue of the day; later versions may have dropped it.
    pub exercises: Vec<Done<String>>,
    pub movements: Vec<Done<HipMovement>>,
    pub muscles: Vec<Done<Muscle>>,
}

type Tally<T> = BTreeMap<T, (u32, Seconds)>;

/// In one pass. What was skipped was not trained; an exercise that this version does not know
/// trains no movement or muscle that it could name.
pub fn trained<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    catalogue: &Catalogue,
) -> Trained {
    let known: BTreeMap<&str, &Exercise> =
        catalogue.exercises.iter().map(|exercise| (exercise.id.as_str(), exercise)).collect();
    let mut exercises: Tally<&str> = Tally::new();
    let mut movements: Tally<HipMovement> = Tally::new();
    let mut muscles: Tally<Muscle> = Tally::new();
    for record in records {
        let mut here: BTreeMap<&str, Seconds> = BTreeMap::new();
        for row in record.done.iter().filter(|row| row.outcome != Outcome::Skipped) {
            let held = here.entry(&row.exercise).or_default();
            *held = *held + row.held.seconds();
        }
        let (mut moved, mut worked) = (BTreeSet::new(), BTreeSet::new());
        for (slug, held) in here {
            count(&mut exercises, slug, true, held);
            let Some(exercise) = known.get(slug) else { continue };
            for movement in &exercise.movements {
                count(&mut movements, *movement, moved.insert(*movement), held);
            }
            for muscle in &exercise.muscles {
                count(&mut muscles, *muscle, worked.insert(*muscle), held);
            }
        }
    }
    Trained {
        exercises: most_first(exercises).into_iter().map(|done| owned(&done)).collect(),
        movements: most_first(movements),
        muscles: most_first(muscles),
    }
}

/// A session counts once for each thing, however many of its exercises train it.
fn count<T: Ord>(tally: &mut Tally<T>, of: T, first: bool, held: Seconds) {
    let (sessions, sum) = tally.entry(of).or_default();
    *sessions += u32::from(first);
    *sum = *sum + held;
}

/// Equals keep the order of their names.
fn most_first<T: Ord>(tally: Tally<T>) -> Vec<Done<T>> {
    let mut all: Vec<Done<T>> =
        tally.into_iter().map(|(of, (sessions, held))| Done { of, sessions, held }).collect();
    all.sort_by_key(|done| Reverse((done.sessions, done.held)));
    all
}

fn owned(done: &Done<&str>) -> Done<String> {
    Done { of: done.of.to_owned(), sessions: done.sessions, held: done.held }
}
