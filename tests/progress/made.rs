//! Evidence and decisions, made by hand.

use std::collections::BTreeSet;

use soepel::{
    content,
    domain::{
        body::{HipMovement, Score, Side},
        dose::{AgeGroup, Mode},
        exercise::ExerciseId,
        programme::SessionId,
        progress::{
            Blame, Decision, Evidence, Exercised, Known, Proposal, Proposed, ReviewAnswer, Stop,
            TestResults, Who, proposals,
        },
        record::{Felt, Form, StopReason},
        time::Day,
    },
};

/// A Monday.
pub(crate) fn day(number: u64) -> Day {
    Day::parse("2026-01-05").unwrap().plus(number)
}

pub(crate) fn at(number: u64) -> i64 {
    day(number).noon_utc()
}

pub(crate) fn score(value: u8) -> Option<Score> {
    Score::new(value)
}

pub(crate) fn exercise(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

pub(crate) fn adult() -> Who {
    Who::new(AgeGroup::Adult)
}

/// A session that went as well as it can: everything done, hardly any pain, effort 5, neatly, and
/// settled the next morning.
pub(crate) fn good(number: u64, session: &str) -> Evidence {
    let catalogue = content::catalogue();
    let id = SessionId(session.to_owned());
    let (_, outline) = catalogue.session(&id).unwrap();
    let exercises = outline.blocks.iter().map(|block| Exercised {
        exercise: block.exercise.clone(),
        mode: block.mode,
        side: None,
        done: true,
        count: 20,
        full: true,
        pain: None,
    });
    Evidence {
        at: at(number),
        day: day(number),
        session: id,
        completed: true,
        before: score(1),
        place: None,
        soreness: None,
        after: score(1),
        change: None,
        effort: score(5),
        form: Some(Form::Good),
        felt: Some(Felt::RightPlace),
        felt_in: Vec::new(),
        morning: score(1),
        exercises: exercises.collect(),
        blame: Blame::default(),
        stops: Vec::new(),
    }
}

pub(crate) fn stopped(number: u64, session: &str, slug: &str, reason: StopReason) -> Evidence {
    let stops = vec![Stop { exercise: exercise(slug), side: None, reason }];
    Evidence { stops, ..good(number, session) }
}

/// An hour after a session of that day.
pub(crate) fn decided(number: u64, proposed: Proposed, accepted: bool) -> Decision {
    let at = at(number) + 3_600_000;
    Decision { at, day: day(number), proposed, rules: vec!["X17".to_owned()], accepted }
}

pub(crate) fn step(slug: &str, mode: Mode, from: usize, to: usize) -> Proposed {
    Proposed::Step { exercise: exercise(slug), mode, from, to }
}

/// What is proposed to an adult without conditions.
pub(crate) fn proposed(evidence: &[Evidence], decisions: &[Decision], today: u64) -> Vec<Proposal> {
    proposed_with(evidence, decisions, &[], &TestResults::default(), &[], today)
}

pub(crate) fn proposed_with(
    evidence: &[Evidence],
    decisions: &[Decision],
    answers: &[ReviewAnswer],
    tests: &TestResults,
    limits: &[(HipMovement, Side)],
    today: u64,
) -> Vec<Proposal> {
    proposals(&Known {
        catalogue: content::catalogue(),
        evidence,
        decisions,
        answers,
        tests,
        limits,
        who: &adult(),
        lacks: &BTreeSet::new(),
        onward: &[],
        careful: false,
        advised: &BTreeSet::new(),
        today: day(today),
    })
}
