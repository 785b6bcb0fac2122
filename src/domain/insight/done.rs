//! Which exercises, movements and muscles were trained, how often and how long.

use std::collections::BTreeMap;

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

/// How often and how long so far.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    sessions: u32,
    held: Seconds,
    /// The session that was counted last, from 1.
    last: u32,
}

impl Tally {
    /// A session counts once for each thing, however many of its rows train it.
    fn add(&mut self, session: u32, held: Seconds) {
        self.sessions += u32::from(self.last != session);
        self.last = session;
        self.held = self.held + held;
    }
}

/// In one pass. What was skipped was not trained; an exercise that this version does not know
/// trains no movement or muscle that it could name.
pub fn trained<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    catalogue: &'a Catalogue,
) -> Trained {
    let mut exercises: BTreeMap<&str, (Tally, Option<&Exercise>)> = BTreeMap::new();
    for exercise in &catalogue.exercises {
        exercises.insert(exercise.id.as_str(), (Tally::default(), Some(exercise)));
    }
    let mut movements = [Tally::default(); HipMovement::ALL.len()];
    let mut muscles = [Tally::default(); Muscle::ALL.len()];
    for (session, record) in (1..).zip(records) {
        for row in record.done.iter().filter(|row| row.outcome != Outcome::Skipped) {
            let held = row.held.seconds();
            let (tally, known) = exercises.entry(&row.exercise).or_default();
            tally.add(session, held);
            let Some(exercise) = known else { continue };
            for movement in &exercise.movements {
                movements[*movement as usize].add(session, held);
            }
            for muscle in &exercise.muscles {
                muscles[*muscle as usize].add(session, held);
            }
        }
    }
    let (names, tallies): (Vec<&str>, Vec<Tally>) =
        exercises.into_iter().map(|(name, (tally, _))| (name, tally)).unzip();
    Trained {
        exercises: most_first(&tallies, |place| names[place].to_owned()),
        movements: most_first(&movements, |place| HipMovement::ALL[place]),
        muscles: most_first(&muscles, |place| Muscle::ALL[place]),
    }
}

fn most_first<T>(tallies: &[Tally], of: impl Fn(usize) -> T) -> Vec<Done<T>> {
    let done = |place: usize| {
        let Tally { sessions, held, .. } = tallies[place];
        Done { of: of(place), sessions, held }
    };
    ranked(tallies).into_iter().map(done).collect()
}

/// The places of what was trained at all, the most often first; equals keep their order. These are
/// short lists, and the sort of the library would come in once for every kind of them.
fn ranked(tallies: &[Tally]) -> Vec<usize> {
    let rank = |place: usize| (tallies[place].sessions, tallies[place].held);
    let mut places = Vec::new();
    for place in (0..tallies.len()).filter(|place| tallies[*place].sessions > 0) {
        let at = places.partition_point(|other| rank(*other) >= rank(place));
        places.insert(at, place);
    }
    places
}
