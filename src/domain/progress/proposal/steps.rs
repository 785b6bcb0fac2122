//! Steps up and back along the ladders, as proposals.

use super::{Known, Proposal, Proposed, Reason, is_eased, one};
use crate::domain::{
    dose::{Adjustment, AgeGroup, Dose, Mode, Protocol},
    exercise::{Category, Exercise, Variant},
    programme::{Block, Ladder, SessionOutline},
    progress::{
        Standing,
        ladder::{no_more_than, place_as_written, place_of, rungs},
        limits::{asks_two_keys, load_is_unlocked},
        occasion::Setback,
        standing::most_contacts,
        step::{Verdict, verdict},
    },
    record::StopReason,
    time::Day,
};

/// An exercise grows by one step a week at most, which keeps to the spirit of X19.
const BETWEEN_STEPS: i64 = 7;

/// Weight asks for a talk with somebody else first, so a no holds for longer; our choice.
const QUIET_LOAD: i64 = 56;

/// Where an exercise stands for this person.
struct Place<'a> {
    exercise: &'a Exercise,
    mode: Mode,
    dose: &'a Dose,
    ladder: &'a Ladder,
    at: usize,
    /// The session it was last done in, where the programmes have it.
    session: Option<(&'a SessionOutline, &'a Block)>,
}

impl<'a> Place<'a> {
    fn find(
        known: &Known<'a>,
        standing: &Standing,
        exercise: &'a Exercise,
        mode: Mode,
    ) -> Option<Self> {
        let age = known.who.age;
        let ladder = rungs(known.catalogue, &exercise.id, mode, age)?;
        let dose = exercise.dose(mode)?;
        let latest = known.evidence.iter().rev().find(|session| session.has(&exercise.id, mode))?;
        let session = known.catalogue.session(&latest.session).and_then(|(_, outline)| {
            let is = |block: &&Block| block.exercise == exercise.id && block.mode == mode;
            Some((outline, outline.blocks.iter().find(is)?))
        });
        let at = standing.steps.decided(ladder, dose, age).unwrap_or_else(|| {
            let written = place_as_written(ladder, dose, age);
            let asked = session.map(|(_, block)| dose.resolve(age, block.change));
            asked
                .and_then(|asked| place_of(ladder, dose, age, &asked))
                .unwrap_or(written)
                .max(written)
        });
        Some(Self { exercise, mode, dose, ladder, at, session })
    }

    fn last(&self) -> usize {
        self.ladder.steps.len().saturating_sub(1)
    }

    fn step(&self, to: usize) -> Proposed {
        Proposed::Step { exercise: self.exercise.id.clone(), mode: self.mode, from: self.at, to }
    }

    fn variant(&self, variant: Option<&Variant>, harder: bool, to: usize) -> Proposed {
        Proposed::Variant {
            exercise: self.exercise.id.clone(),
            mode: self.mode,
            variant: variant.map(|variant| variant.id.clone()),
            harder,
            to,
        }
    }

    /// One step lower; below the first the easier way, and from a harder way the plain one.
    fn lower(&self, standing: &Standing) -> Option<Proposed> {
        if self.at > 0 {
            return Some(self.step(self.at - 1));
        }
        let chosen = standing.steps.variant(&self.exercise.id);
        let is = |variant: &&Variant| Some(variant.id.as_str()) == chosen;
        if self.exercise.harder.iter().any(|variant| is(&variant)) {
            return Some(self.variant(None, false, self.last()));
        }
        let easier = self.exercise.easier.first().filter(|variant| !is(variant))?;
        Some(self.variant(Some(easier), false, 0))
    }

    /// One step higher that the session lets through; after the last a harder way.
    fn higher(&self, known: &Known, standing: &Standing) -> Option<Proposed> {
        let chosen = standing.steps.variant(&self.exercise.id);
        if self.exercise.easier.iter().any(|variant| Some(variant.id.as_str()) == chosen) {
            return Some(self.variant(None, true, self.at));
        }
        let seen = |to: usize| self.asks(known.who.age, to) != self.asks(known.who.age, self.at);
        // Two steps that this session cannot show are two steps still (X19): they wait for another.
        if self.at < self.last() {
            let change = (seen(self.at + 1)).then(|| self.step(self.at + 1))?;
            return self.within_contacts(known, standing, &change).then_some(change);
        }
        let place = self
            .exercise
            .harder
            .iter()
            .position(|variant| Some(variant.id.as_str()) == chosen)
            .map_or(0, |place| place + 1);
        let next = self.exercise.harder.get(place)?;
        if self.at < self.last() {
            return None;
        }
        if !asks_two_keys(next) {
            return Some(self.variant(Some(next), true, self.ladder.start));
        }
        let exercise = self.exercise.id.clone();
        let about = |proposed: &Proposed| matches!(proposed, Proposed::Load { exercise: about, .. } if *about == exercise);
        let asked =
            known.answer(about).is_some_and(|made| known.today.days_since(made.day) < QUIET_LOAD);
        let unlocked = load_is_unlocked(known.decisions, self.exercise);
        (!asked && !unlocked).then(|| Proposed::Load {
            exercise: self.exercise.id.clone(),
            variant: next.id.clone(),
            physio_agrees: false,
        })
    }

    /// What a step comes to in the session it was last done in.
    fn asks(&self, age: AgeGroup, place: usize) -> Option<(Protocol, Option<u32>)> {
        let step = self.ladder.steps.get(place)?;
        let session = self.session.map_or_else(Adjustment::default, |(_, block)| block.change);
        let change = no_more_than(step.change, session);
        Some((self.dose.resolve(age, change), step.effort_most))
    }

    /// No session of the programmes gets more landings than X14 allows.
    fn within_contacts(&self, known: &Known, standing: &Standing, change: &Proposed) -> bool {
        if self.exercise.category != Category::RunnerDynamic {
            return true;
        }
        let mut then = standing.clone();
        then.steps.take(change);
        let sessions = known.catalogue.programmes.iter().flat_map(|programme| &programme.sessions);
        sessions
            .filter(|outline| outline.blocks.iter().any(|block| block.exercise == self.exercise.id))
            .all(|outline| {
                then.contacts(known.catalogue, outline, known.who.age) <= most_contacts(outline)
            })
    }
}

/// Steps back, those with one reason together. Support and rotations stay: they are the lightest
/// there is, unless one of them was itself too hard.
pub(super) fn back(known: &Known) -> Vec<Proposal> {
    let standing = known.standing();
    let mut all: Vec<Proposal> = Vec::new();
    for (exercise, mode) in known.practised() {
        let since = known.decided_about(&exercise.id);
        let (why, pause) = match verdict(known.evidence, &exercise.id, mode, since, known.who) {
            Verdict::Back(why) => (why, false),
            Verdict::Pause(why) => (why, true),
            Verdict::Up | Verdict::Stay => continue,
        };
        let light = [Category::Support, Category::MobilityRotation].contains(&exercise.category);
        // Their numbers are for the physiotherapist to lower; 48 hours of rest they still get.
        if light && why != Setback::TooHard || known.is_advised(exercise, mode) && !pause {
            continue;
        }
        let Some(place) = Place::find(known, &standing, exercise, mode) else { continue };
        let change = if pause {
            Some(Proposed::Pause {
                exercise: exercise.id.clone(),
                mode,
                from: place.at,
                to: place.at.saturating_sub(1),
                until: known.today.plus(2),
            })
        } else {
            place.lower(&standing)
        };
        let Some(change) = change else { continue };
        let reason = if pause { Reason::SetBackTwice(why) } else { Reason::SetBack(why) };
        let done = known.evidence.iter().rev().find(|session| session.has(&exercise.id, mode));
        let days: Vec<Day> = done.map(|session| session.day).into_iter().collect();
        // Only a part of the session steps back: it is known what the sign was about (X17).
        let known_cause = done.is_some_and(|session| !session.blame.pain.is_empty());
        let mut rules = rules(why, pause).to_vec();
        if known_cause && !rules.contains(&"X17") {
            rules.push("X17");
        }
        match all.iter_mut().find(|proposal| proposal.reason == reason && proposal.days == days) {
            Some(proposal) => proposal.changes.push(change),
            None => all.push(one(change, reason, &rules, days)),
        }
    }
    all
}

fn rules(why: Setback, pause: bool) -> &'static [&'static str] {
    match (why, pause) {
        (Setback::NextMorning, _) | (_, true) => &["X16"],
        (Setback::Pain, _) => &["X15"],
        (Setback::Form | Setback::TooHard, _) => &["X17"],
    }
}

/// One step up, of the exercise that has waited longest; the next one only after another session,
/// so that everybody can tell what did them good (X17: one thing at a time). After a stop for pain
/// or anything else alarming nothing grows.
pub(super) fn up(known: &Known) -> Option<Proposal> {
    let standing = known.standing();
    let last = known.evidence.last()?;
    let asked_since = known.answer(Proposed::asks_more).is_some_and(|made| made.at > last.at);
    let alarmed = last
        .stops
        .iter()
        .any(|stop| ![StopReason::TooHard, StopReason::Other].contains(&stop.reason));
    if alarmed
        || asked_since
        || wants_no_more(known)
        || is_eased(&standing)
        || grew_this_week(known, last.session.0.as_str())
    {
        return None;
    }
    let mut ready: Vec<_> = known
        .practised()
        .into_iter()
        .filter(|(exercise, mode)| {
            let since = known.decided_about(&exercise.id);
            let up = verdict(known.evidence, &exercise.id, *mode, since, known.who) == Verdict::Up;
            up && rested(known, exercise) && !known.is_advised(exercise, *mode)
        })
        .collect();
    ready.sort_by_key(|(exercise, _)| known.decided_about(&exercise.id));
    ready.into_iter().find_map(|(exercise, mode)| {
        let place = Place::find(known, &standing, exercise, mode)?;
        let change = place.higher(known, &standing)?;
        let rules: &[&str] = match change {
            Proposed::Load { .. } => &["R2.19", "C12"],
            _ => &["X17", "X19"],
        };
        let passed = known.evidence.iter().rev().filter(|session| session.has(&exercise.id, mode));
        let mut days: Vec<Day> = passed.take(2).map(|session| session.day).collect();
        days.reverse();
        Some(one(change, Reason::TwoGoodSessions, rules, days))
    })
}

/// Somebody who said no to more twice in a row is left in peace for a week, and after a third time
/// for four.
pub(super) fn wants_no_more(known: &Known) -> bool {
    let asked = || known.decisions.iter().rev().filter(|made| made.proposed.asks_more());
    let quiet = match asked().take_while(|made| !made.accepted).count() {
        0 | 1 => 0,
        2 => 7,
        _ => 28,
    };
    asked().next().is_some_and(|made| known.today.days_since(made.day) < quiet)
}

/// A week since this exercise last grew.
fn rested(known: &Known, exercise: &Exercise) -> bool {
    let grew = known.decisions.iter().rev().find(|decision| {
        let about = decision.proposed.exercise() == Some(&exercise.id);
        decision.accepted && about && decision.proposed.asks_more()
    });
    grew.is_none_or(|grew| known.today.days_since(grew.day) >= BETWEEN_STEPS)
}

/// The gentle programme grows by one thing a week (P7).
fn grew_this_week(known: &Known, session: &str) -> bool {
    let grew = known.decisions.iter().rev().find(|made| made.accepted && made.proposed.asks_more());
    let gentle = session.starts_with("P7-");
    gentle && grew.is_some_and(|grew| known.today.days_since(grew.day) < BETWEEN_STEPS)
}
