//! Where a physiotherapist sets the numbers, no step along the ladder is proposed.

use std::collections::BTreeSet;

use soepel::{
    content::catalogue,
    domain::{
        dose::Mode,
        progress::{Evidence, Known, Proposal, Proposed, TestResults, proposals},
    },
};

use crate::made::{adult, day, exercise, good, proposed, score, step};

fn while_advised(evidence: &[Evidence], slugs: &[&str], today: u64) -> Vec<Proposal> {
    let advised: BTreeSet<_> = slugs.iter().map(|slug| (exercise(slug), Mode::Reps)).collect();
    proposals(&Known {
        catalogue: catalogue(),
        evidence,
        decisions: &[],
        answers: &[],
        tests: &TestResults::default(),
        limits: &[],
        who: &adult(),
        lacks: &BTreeSet::new(),
        onward: &[],
        careful: false,
        advised: &advised,
        today: day(today),
    })
}

/// X17: the step waits, and the next exercise in line has its turn.
#[test]
fn no_step_up_is_proposed_of_what_a_physiotherapist_set() {
    let log = [good(0, "P3-3"), good(2, "P3-3")];
    let usual = proposed(&log, &[], 3);
    assert_eq!(usual[0].changes, [step("upward-facing-dog", Mode::Reps, 1, 2)]);
    let all = while_advised(&log, &["upward-facing-dog"], 3);
    assert_eq!(all[0].changes, [step("superman", Mode::Reps, 1, 2)]);
}

/// X16: lower numbers are for the physiotherapist, 48 hours of rest are not.
#[test]
fn a_step_back_waits_too_and_two_days_of_rest_do_not() {
    let bad = |number| Evidence { before: score(2), morning: score(4), ..good(number, "P3-3") };
    let about = |all: &[Proposal]| {
        let changes = all.iter().flat_map(|proposal| proposal.changes.clone());
        changes
            .filter(|change| change.exercise() == Some(&exercise("superman")))
            .collect::<Vec<_>>()
    };
    let once = [good(0, "P3-3"), bad(2)];
    assert_eq!(about(&proposed(&once, &[], 3)).len(), 1);
    assert_eq!(about(&while_advised(&once, &["superman"], 3)), []);
    let twice = [bad(0), bad(2)];
    let rest = about(&while_advised(&twice, &["superman"], 3));
    assert!(matches!(rest[..], [Proposed::Pause { .. }]), "{rest:?}");
}
