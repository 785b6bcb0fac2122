//! What comes after the last stage of a programme, and a stage for who lacks the things for it.

use std::collections::BTreeSet;

use soepel::{
    content,
    domain::{
        exercise::Equipment,
        programme::{ProgrammeId, SessionId},
        progress::{Decision, Evidence, Known, Proposed, Reason, proposals, since_restart},
        record::Felt,
    },
};

use crate::{
    gates::{PASSED, counted},
    made::{adult, day, decided, good, score},
};

fn onward(from: &str, to: &str) -> Proposed {
    let id = |id: &str| ProgrammeId(id.to_owned());
    Proposed::Onward { from: id(from), to: id(to) }
}

fn stage(from: &str, to: &str) -> Proposed {
    let id = |id: &str| SessionId(id.to_owned());
    Proposed::Stage { from: id(from), to: id(to) }
}

/// The programmes and stages that are proposed to somebody whose plan holds `from`.
fn told(
    evidence: &[Evidence],
    decisions: &[Decision],
    (from, to): (&str, &str),
    lacks: &[Equipment],
    today: u64,
) -> Vec<Proposed> {
    let id = |id: &str| ProgrammeId(id.to_owned());
    let all = proposals(&Known {
        catalogue: content::catalogue(),
        evidence,
        decisions,
        answers: &[],
        tests: &PASSED,
        limits: &[],
        who: &adult(),
        lacks: &lacks.iter().copied().collect::<BTreeSet<_>>(),
        onward: &[(id(from), id(to))],
        careful: false,
        advised: &BTreeSet::new(),
        today: day(today),
    });
    let of = |reason| matches!(reason, Reason::ProgrammeDone | Reason::GateMet(_));
    let all = all.into_iter().filter(|one| of(one.reason));
    all.inspect(|one| assert!(!one.rules.is_empty())).flat_map(|one| one.changes).collect()
}

/// A session every third day, from the first of these days to the last.
fn every_third(session: &str, first: u64, last: u64) -> Vec<Evidence> {
    (first..=last).step_by(3).map(|day| good(day, session)).collect()
}

/// A lighter week was had already.
fn rested(today: u64) -> Decision {
    decided(today, Proposed::Deload { until: day(today) }, false)
}

/// P1: the third stage is comfortable, so the daily minutes or strength come next (R0.42, R0.8).
#[test]
fn when_the_third_stage_of_stretching_is_comfortable_something_else_comes_next() {
    let here = |today| [decided(1, stage("P1-B", "P1-C"), true), rested(today)];
    let all = every_third("P1-C", 2, 17);
    assert_eq!(told(&all, &here(18), ("P1", "P3"), &[], 18), [onward("P1", "P3")]);
    assert_eq!(told(&all[..4], &here(14), ("P1", "P3"), &[], 14), [], "two weeks at least");
    let mut sore = all.clone();
    sore[5].after = score(3);
    assert_eq!(told(&sore, &here(18), ("P1", "P3"), &[], 18), []);
    let mut back = all.clone();
    back[4].felt = Some(Felt::LowBack);
    assert_eq!(told(&back, &here(18), ("P1", "P3"), &[], 18), []);
    let before = every_third("P1-B", 2, 17);
    let waits = told(&before, &[rested(18)], ("P1", "P3"), &[], 18);
    assert_eq!(waits, [stage("P1-B", "P1-C")], "the next stage comes first");
}

/// P2: two weeks of maintenance, then what waited comes forward (R1.27).
#[test]
fn after_two_weeks_of_mobility_maintenance_what_waited_comes_forward() {
    let here = [decided(1, stage("P2-C", "P2-M"), true), rested(17)];
    let all = every_third("P2-M", 2, 16);
    assert_eq!(told(&all, &here, ("P2", "P3"), &[], 17), [onward("P2", "P3")]);
    assert_eq!(told(&all, &here, ("P2", "P3"), &[Equipment::Mat], 17), [], "P3 needs a mat");
    assert_eq!(told(&all[..4], &here, ("P2", "P3"), &[], 15), []);
    assert_eq!(told(&all, &here, ("P4", "P3"), &[], 17), [], "only what is in the plan");
}

/// P3: eight weeks, and the last sessions clean (R2.26). P7: eight weeks that cost little (R1.26).
#[test]
fn after_eight_calm_weeks_the_back_and_the_gentle_programme_name_what_comes_next() {
    for (from, session, to) in [("P3", "P3-3", "P2"), ("P7", "P7-B", "P3")] {
        let last = [Equipment::Bench];
        let all = every_third(session, 0, 57);
        let ask = |all: &[Evidence], today| told(all, &[rested(today)], (from, to), &last, today);
        assert_eq!(ask(&all, 58), [onward(from, to)]);
        assert_eq!(ask(&all[..18], 55), [], "{from}: eight weeks");
        let mut heavy = all.clone();
        heavy[18].after = score(4);
        assert_eq!(ask(&heavy, 58), [], "{from}");
    }
}

/// Nobody is sent back and forth: what was gone on from does not come back, and the weeks of the new
/// one count from the yes.
#[test]
fn what_was_gone_on_from_is_not_proposed_again() {
    let all = every_third("P3-3", 0, 57);
    let before = decided(1, onward("P2", "P3"), true);
    let last = [Equipment::Bench];
    assert_eq!(told(&all, &[before.clone(), rested(58)], ("P3", "P2"), &last, 58), []);
    let told = |today| told(&all, &[before.clone(), rested(today)], ("P3", "P5"), &last, today);
    assert_eq!(told(58), [], "the weeks count from the yes");
    assert_eq!(told(59), [onward("P3", "P5")]);
}

/// Who wants to keep what they have is left in peace for eight weeks.
#[test]
fn a_no_to_the_next_programme_holds_for_eight_weeks() {
    let all = every_third("P7-B", 0, 120);
    let asked = |today: u64| {
        let no = [decided(58, onward("P7", "P3"), false), rested(today)];
        let until = all.partition_point(|session| session.day < day(today));
        told(&all[..until], &no, ("P7", "P3"), &[], today)
    };
    assert_eq!(asked(113), []);
    assert_eq!(asked(114), [onward("P7", "P3")]);
}

/// A stage is proposed only to who may have the things for it.
#[test]
fn a_stage_is_not_proposed_to_who_said_that_they_lack_its_things() {
    let all: Vec<Evidence> = (0..=27).step_by(3).map(|day| counted(day, "P3-3", 30)).collect();
    let ask = |lacks: &[Equipment]| told(&all, &[rested(28)], ("P1", "P3"), lacks, 28);
    assert_eq!(ask(&[]), [stage("P3-3", "P3-4")]);
    assert_eq!(ask(&[Equipment::Box]), [stage("P3-3", "P3-4")]);
    assert_eq!(ask(&[Equipment::Bench]), []);
}

/// X18, R2.26: after more than four weeks away the safe order begins at its first, and what was
/// clean before that no longer counts.
#[test]
fn after_a_restart_the_safe_order_is_walked_again() {
    let restart = decided(60, Proposed::Restart { since: day(20) }, true);
    let here = [decided(10, stage("P3-2", "P3-3"), true), restart];
    let mut all = vec![good(0, "P3-1"), good(2, "P3-1"), good(20, "P3-3")];
    assert_eq!(soepel::domain::progress::reached("P3", &all, &here), None);
    all.push(good(61, "P3-1"));
    assert_eq!(since_restart(&all, &here).len(), 1);
    let mut once = all.clone();
    once.push(good(66, "P6-2min"));
    assert_eq!(told(&once, &here, ("P1", "P3"), &[], 69), []);
    all.push(good(66, "P3-1"));
    assert_eq!(told(&all, &here, ("P1", "P3"), &[], 69), [stage("P3-1", "P3-2")]);
}
