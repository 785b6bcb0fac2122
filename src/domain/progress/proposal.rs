//! What is proposed today, with its reason; somebody accepts or declines it.

mod onward;
mod steps;

use std::collections::BTreeSet;

use super::{
    Who,
    decision::{Decision, Proposed, ReviewAnswer},
    evidence::Evidence,
    gaps::{Gap, deload_due, return_after_gap},
    gates::{Stage, TestResults, gate, next_stages, since_restart},
    limits::{Painful, painful_stops, wrong_place_twice},
    occasion::Setback,
    review::{Finding, findings, referral},
    standing::{Easing, Standing},
};
use crate::domain::{
    body::{HipMovement, Side},
    catalogue::Catalogue,
    dose::Mode,
    exercise::{Category, Equipment, Exercise, ExerciseId},
    programme::{ProgrammeId, SessionId},
    time::Day,
};

/// Everything that the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub catalogue: &'a Catalogue,
    /// The oldest first.
    pub evidence: &'a [Evidence],
    /// In the order in which they were made.
    pub decisions: &'a [Decision],
    pub answers: &'a [ReviewAnswer],
    pub tests: &'a TestResults,
    /// Where the build may be the limit, as the hip checks tell (X38).
    pub limits: &'a [(HipMovement, Side)],
    pub who: &'a Who,
    /// The things that somebody said they do not have.
    pub lacks: &'a BTreeSet<Equipment>,
    /// The programmes of the plan, each with the one that would come after it.
    pub onward: &'a [(ProgrammeId, ProgrammeId)],
    /// An illness or a flare-up, or the week after one: nothing heavier (5.8).
    pub careful: bool,
    /// What a physiotherapist set the numbers of: no step along the ladder is proposed there.
    pub advised: &'a BTreeSet<(ExerciseId, Mode)>,
    pub today: Day,
}

/// Why something is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    TwoGoodSessions,
    SetBack(Setback),
    /// Back twice in a row.
    SetBackTwice(Setback),
    /// Three weeks with sessions lie behind.
    FourthWeek,
    Away {
        days: i64,
    },
    /// Every measure of the gate is met.
    GateMet(&'static Stage),
    StoppedForPain,
    WrongPlaceTwice,
    BuildMayBeTheLimit,
    TwoWeeksOfStretching,
    /// The last stage of a programme is done.
    ProgrammeDone,
    Found {
        finding: Finding,
        told: bool,
    },
}

/// One thing to decide about. Where it changes several exercises at once, they go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Never empty.
    pub changes: Vec<Proposed>,
    pub reason: Reason,
    pub rules: Vec<&'static str>,
    /// The days that say so.
    pub days: Vec<Day>,
}

/// After a decision about a stage or load it is not asked again for so long; our choice.
const QUIET: i64 = 14;

/// The most pressing first. What asks more of somebody comes one at a time, and not while
/// something points the other way.
pub fn proposals(known: &Known) -> Vec<Proposal> {
    let mut all = Vec::new();
    all.extend(someone_to_look_along(known));
    all.extend(substitutes(known));
    all.extend(gap(known));
    all.extend(steps::back(known));
    all.extend(wrong_place(known));
    all.extend(build(known));
    let careful = known.careful || return_after_gap(known.evidence, known.today).is_some();
    if all.is_empty() && !careful {
        all.extend(deload(known));
        all.extend(stages(known));
        if all.is_empty() && !steps::wants_no_more(known) {
            all.extend(onward::onward(known));
        }
        all.extend(strength(known));
        all.extend(steps::up(known));
    }
    all
}

impl Known<'_> {
    /// The last decision that this is an answer to.
    fn answer(&self, is: impl Fn(&Proposed) -> bool) -> Option<&Decision> {
        self.decisions.iter().rev().find(|decision| is(&decision.proposed))
    }

    /// The moment of the last decision about an exercise.
    fn decided_about(&self, exercise: &ExerciseId) -> Option<i64> {
        let about = self.answer(|proposed| proposed.exercise() == Some(exercise));
        let all = self.answer(|proposed| {
            matches!(proposed, Proposed::Return { .. } | Proposed::Restart { .. })
        });
        about.into_iter().chain(all).map(|decision| decision.at).max()
    }

    fn lately(&self, is: impl Fn(&Proposed) -> bool) -> bool {
        self.answer(is).is_some_and(|answer| self.today.days_since(answer.day) < QUIET)
    }

    /// Whether a session asks for a thing that this person said they do not have.
    fn lacks_things_for(&self, session: &str) -> bool {
        let session = self.catalogue.session(&SessionId(session.to_owned()));
        session.is_some_and(|(_, outline)| {
            self.catalogue.things_for(outline).iter().any(|thing| self.lacks.contains(thing))
        })
    }

    fn is_advised(&self, exercise: &Exercise, mode: Mode) -> bool {
        self.advised.contains(&(exercise.id.clone(), mode))
    }

    fn standing(&self) -> Standing {
        Standing::new(self.evidence, self.decisions, self.today)
    }

    /// Exercises done in the last four weeks, in the order of lists.
    fn practised(&self) -> Vec<(&Exercise, Mode)> {
        let recent = |session: &&Evidence| self.today.days_since(session.day) < 28;
        let mut rows: Vec<(&ExerciseId, Mode)> = self
            .evidence
            .iter()
            .filter(recent)
            .flat_map(|session| &session.exercises)
            .map(|row| (&row.exercise, row.mode))
            .collect();
        rows.sort_unstable();
        rows.dedup();
        let known = rows.iter();
        let mut known: Vec<_> =
            known.filter_map(|(id, mode)| Some((self.catalogue.exercise(id)?, *mode))).collect();
        known.sort_by_key(|(exercise, mode)| (exercise.order, *mode));
        known
    }
}

fn one(change: Proposed, reason: Reason, rules: &[&'static str], days: Vec<Day>) -> Proposal {
    Proposal { changes: vec![change], reason, rules: rules.to_vec(), days }
}

fn someone_to_look_along(known: &Known) -> Option<Proposal> {
    let Known { evidence, answers, decisions, who, today, .. } = *known;
    let found = findings(evidence, answers, decisions, who, today);
    let found = referral(found, decisions, today)?;
    let rules: &[&str] = match found.finding {
        Finding::Worse => &["R0.10", "R0.12", "X37"],
        Finding::ComesBack => &["R0.11", "R0.12", "X37"],
        Finding::NoDifference => &["R0.9", "R0.12", "X37"],
        Finding::Stops => &["X40", "R0.12"],
        Finding::Setbacks => &["X16", "R0.12"],
    };
    let reason = Reason::Found { finding: found.finding, told: found.told };
    Some(one(Proposed::Referral(found.finding), reason, rules, found.days))
}

/// Stopped for pain twice: the easier way, or none (X40).
fn substitutes(known: &Known) -> Vec<Proposal> {
    let stopped = |exercise: &Exercise| {
        let days = painful_stops(known.evidence, &exercise.id);
        let last = known.evidence.iter().rev().find(|session| days.contains(&session.day))?;
        let answered = known.decided_about(&exercise.id).is_some_and(|at| at > last.at);
        let due = Painful::of(days.len()) >= Painful::Substitute && !answered;
        let variant = exercise.easier.first().map(|variant| variant.id.clone());
        let change = Proposed::Substitute { exercise: exercise.id.clone(), variant };
        due.then(|| one(change, Reason::StoppedForPain, &["X40"], days))
    };
    let mut practised = known.practised();
    practised.dedup_by_key(|(exercise, _)| exercise.order);
    practised.into_iter().filter_map(|(exercise, _)| stopped(exercise)).collect()
}

fn gap(known: &Known) -> Option<Proposal> {
    let back = return_after_gap(known.evidence, known.today)?;
    let change = back.proposed()?;
    let answered = known.answer(|proposed| back.is_met_by(proposed)).is_some();
    let rules: &[&str] = if back.gap == Gap::Restart { &["X18", "X24"] } else { &["X18"] };
    let reason = Reason::Away { days: back.days };
    (!answered).then(|| one(change, reason, rules, vec![back.since]))
}

/// Felt in the wrong place twice: the easier way of the stretches, else of the back exercises.
fn wrong_place(known: &Known) -> Option<Proposal> {
    let wrong = |category: Category| -> Vec<Proposed> {
        let of = known.practised().into_iter().filter(|(at, _)| at.category == category);
        of.filter_map(|(exercise, mode)| {
            let since = known.decided_about(&exercise.id);
            let easier = exercise.easier.first()?;
            let chosen = known.standing().steps.variant(&exercise.id) == Some(&easier.id);
            let twice = wrong_place_twice(known.evidence, &exercise.id, mode, since);
            (twice && !chosen).then(|| Proposed::Variant {
                exercise: exercise.id.clone(),
                mode,
                variant: Some(easier.id.clone()),
                harder: false,
                to: 0,
            })
        })
        .collect()
    };
    let (changes, rules) = match wrong(Category::StretchHipFlexor) {
        stretches if !stretches.is_empty() => (stretches, vec!["R3.12"]),
        _ => (wrong(Category::HipsLowBack), vec!["R2.13", "R3.12"]),
    };
    let about = |session: &&Evidence| {
        let exercises = changes.iter().filter_map(|change| match change {
            Proposed::Variant { exercise, .. } => Some(exercise),
            _ => None,
        });
        exercises.into_iter().any(|exercise| session.felt_at(exercise).is_some())
    };
    let told = known.evidence.iter().rev().filter(about).take(2);
    let mut days: Vec<Day> = told.map(|session| session.day).collect();
    days.reverse();
    (!changes.is_empty()).then_some(Proposal {
        changes,
        reason: Reason::WrongPlaceTwice,
        rules,
        days,
    })
}

fn build(known: &Known) -> Vec<Proposal> {
    known
        .limits
        .iter()
        .map(|(movement, side)| Proposed::KeepRange { movement: *movement, side: *side })
        .filter(|change| known.answer(|proposed| proposed == change).is_none())
        .map(|change| one(change, Reason::BuildMayBeTheLimit, &["X38", "R1.23"], Vec::new()))
        .collect()
}

fn deload(known: &Known) -> Option<Proposal> {
    let until = deload_due(known.evidence, known.decisions, known.today)?;
    Some(one(Proposed::Deload { until }, Reason::FourthWeek, &["X18"], Vec::new()))
}

fn stages(known: &Known) -> Vec<Proposal> {
    next_stages(known.evidence, known.decisions)
        .into_iter()
        .filter(|stage| !known.lacks_things_for(stage.to))
        .filter(|stage| {
            let evidence = since_restart(known.evidence, known.decisions);
            let needs = gate(stage, evidence, known.tests, known.who, known.today);
            needs.iter().all(|(_, met)| *met)
        })
        .map(|stage| {
            let id = |name: &str| SessionId(name.to_owned());
            (stage, Proposed::Stage { from: id(stage.from), to: id(stage.to) })
        })
        .filter(|(_, change)| !known.lately(|proposed| proposed == change))
        .map(|(stage, change)| one(change, Reason::GateMet(stage), stage.rules, Vec::new()))
        .collect()
}

/// Two weeks of stretching alone: offer strength beside it (R0.8, C9).
fn strength(known: &Known) -> Option<Proposal> {
    let of = |session: &&Evidence, programme: &str| session.session.0.starts_with(programme);
    let stretching = |session: &&Evidence| {
        of(session, "P1-") || (of(session, "P4-") && !of(session, "P4-break"))
    };
    let first = known.evidence.iter().find(stretching)?;
    let strong = known
        .evidence
        .iter()
        .any(|session| ["P3-", "P5-", "P7-"].iter().any(|programme| of(&session, programme)));
    let asked = known.answer(|proposed| matches!(proposed, Proposed::AddStrength { .. })).is_some();
    let able = !known.lacks_things_for("P3-1");
    let due = known.today.days_since(first.day) >= 14 && !strong && !asked && able;
    let change = Proposed::AddStrength { programme: ProgrammeId("P3".to_owned()) };
    due.then(|| one(change, Reason::TwoWeeksOfStretching, &["R0.8", "C9"], Vec::new()))
}

/// A lighter week is no time for more.
fn is_eased(standing: &Standing) -> bool {
    matches!(standing.easing, Some(Easing::Deload { .. } | Easing::Return { .. }))
}
