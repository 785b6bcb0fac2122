//! Which exercises a bad sign can be about. Pain, a bad morning and untidy form are told of a whole
//! session; a step back is for what caused them, as far as anybody can know that (X15 to X17).

use super::{decision::Decision, evidence::Evidence};
use crate::domain::{
    body::{BodyPart, Muscle, Position},
    catalogue::Catalogue,
    exercise::{Category, Exercise, ExerciseId},
    record::{Felt, Form, StopReason},
};

/// The exercises of a session that its bad signs are about; empty where nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// Pain, and the morning after.
    pub pain: Vec<ExerciseId>,
    pub form: Vec<ExerciseId>,
}

impl Blame {
    /// Something else of the session is known to be the cause of its pain or its bad morning.
    pub(super) fn spares_from_pain(&self, exercise: &ExerciseId) -> bool {
        !self.pain.is_empty() && !self.pain.contains(exercise)
    }

    pub(super) fn spares_from_form(&self, exercise: &ExerciseId) -> bool {
        !self.form.is_empty() && !self.form.contains(exercise)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    LowBack,
    Hip,
    Knee,
}

/// Looks back from each session that has a bad sign: what was stopped in it, else what was
/// felt in the wrong place, else what loads the place that hurts,
/// else what had just become more, which is why one thing changes at a time (X17).
pub fn lay(evidence: &mut [Evidence], decisions: &[Decision], catalogue: &Catalogue) {
    for place in 0..evidence.len() {
        if !has_bad_sign(&evidence[place]) {
            continue;
        }
        let (before, rest) = evidence.split_at(place);
        let Some((session, after)) = rest.split_first() else { continue };
        let loaded: Vec<&Exercise> = loaded(session, catalogue);
        let stopped = names(&loaded, |exercise| was_stopped(session, exercise));
        let felt = names(&loaded, |exercise| was_felt_wrong(session, exercise));
        let hurting = region(session, after.first());
        let there = names(&loaded, |exercise| hurting.is_some_and(|at| loads(exercise, at)));
        let changed = names(&loaded, |exercise| became_more(session, before, decisions, exercise));
        // Where all of it is new, no part of it tells more than another.
        let changed = if changed.len() == loaded.len() { Vec::new() } else { changed };
        let first = |all: &[&Vec<ExerciseId>]| {
            all.iter().find(|some| !some.is_empty()).map(|some| (*some).clone()).unwrap_or_default()
        };
        let blame = Blame {
            pain: first(&[&stopped, &felt, &there, &changed]),
            form: first(&[&stopped, &changed]),
        };
        evidence[place].blame = blame;
    }
}

fn has_bad_sign(session: &Evidence) -> bool {
    session.settled_overnight() == Some(false)
        || session.form == Some(Form::Faults)
        || session.after.is_some_and(|pain| pain.value() > 2)
}

/// What asks something of the body: the warm-up and rotations are the lightest there is.
fn loaded<'a>(session: &Evidence, catalogue: &'a Catalogue) -> Vec<&'a Exercise> {
    let light = [Category::Support, Category::MobilityRotation];
    let mut all: Vec<&Exercise> = Vec::new();
    for row in &session.exercises {
        let Some(exercise) = catalogue.exercise(&row.exercise) else { continue };
        if !light.contains(&exercise.category) && all.iter().all(|known| known.id != exercise.id) {
            all.push(exercise);
        }
    }
    all
}

fn names(all: &[&Exercise], is: impl Fn(&Exercise) -> bool) -> Vec<ExerciseId> {
    all.iter().filter(|exercise| is(exercise)).map(|exercise| exercise.id.clone()).collect()
}

fn was_stopped(session: &Evidence, exercise: &Exercise) -> bool {
    let hard = [StopReason::TooHard, StopReason::SharpPain, StopReason::GroinPinch];
    session.stops.iter().any(|stop| stop.exercise == exercise.id && hard.contains(&stop.reason))
}

/// In the low back or the knee, as was said of this exercise alone (R3.12).
fn was_felt_wrong(session: &Evidence, exercise: &Exercise) -> bool {
    let wrong = [Felt::LowBack, Felt::Knee];
    session.felt_in.iter().any(|(about, felt)| *about == exercise.id && wrong.contains(felt))
}

/// Where it was felt; else where it hurt on the morning after, which is told at the next check; else
/// where it hurt before.
fn region(session: &Evidence, next: Option<&Evidence>) -> Option<Region> {
    let felt = match session.felt {
        Some(Felt::LowBack) => Some(Region::LowBack),
        Some(Felt::Knee) => Some(Region::Knee),
        Some(Felt::RightPlace | Felt::Elsewhere) | None => None,
    };
    let told = session.morning.and(next).and_then(|next| next.place).or(session.place);
    felt.or_else(|| match told? {
        BodyPart::LowBack => Some(Region::LowBack),
        BodyPart::HipLeft | BodyPart::HipRight => Some(Region::Hip),
        BodyPart::Knee => Some(Region::Knee),
        BodyPart::Other => None,
    })
}

fn loads(exercise: &Exercise, region: Region) -> bool {
    let works = |muscles: &[Muscle]| muscles.iter().any(|one| exercise.muscles.contains(one));
    match region {
        Region::LowBack => works(&[Muscle::LumbarExtensors, Muscle::QuadratusLumborum]),
        Region::Hip => !exercise.movements.is_empty(),
        Region::Knee => {
            let kneels = [Position::HalfKneeling, Position::Quadruped].contains(&exercise.position);
            kneels || works(&[Muscle::Quadriceps, Muscle::RectusFemoris])
        }
    }
}

/// For the first time with a harder step or way, or for the first time at all.
fn became_more(
    session: &Evidence,
    before: &[Evidence],
    decisions: &[Decision],
    exercise: &Exercise,
) -> bool {
    let did = |session: &&Evidence| session.exercises.iter().any(|row| row.exercise == exercise.id);
    let Some(last) = before.iter().rev().find(did) else { return true };
    decisions.iter().any(|made| {
        let about = made.proposed.exercise() == Some(&exercise.id);
        let since = last.at < made.at && made.at <= session.at;
        made.accepted && about && made.proposed.asks_more() && since
    })
}
