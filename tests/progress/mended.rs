//! What a year of eight people showed to be wrong (docs/year.md), held apart.

use soepel::domain::{
    dose::Mode,
    programme::SessionId,
    progress::{Evidence, Finding, Proposed, Reason, Setback, findings, next_stages, referral},
};

use crate::made::{adult, day, decided, good, proposed, score, step};

/// X16, X17: the morning after the latest session is still to come; those before it speak.
#[test]
fn the_latest_session_without_its_morning_keeps_nobody_back() {
    let untold = |number| Evidence { morning: None, ..good(number, "P3-3") };
    let all = proposed(&[good(0, "P3-3"), good(2, "P3-3"), untold(4)], &[], 5);
    assert_eq!(all[0].reason, Reason::TwoGoodSessions);
    let bad = Evidence { morning: score(4), ..good(2, "P3-3") };
    let all = proposed(&[good(0, "P3-3"), bad, untold(4)], &[], 5);
    assert_eq!(all[0].reason, Reason::SetBack(Setback::NextMorning));
    let mornings_never_told = [untold(0), untold(2), untold(4)];
    assert_eq!(proposed(&mornings_never_told, &[], 5), []);
    let hurt = Evidence { after: score(4), ..untold(4) };
    assert_eq!(proposed(&[good(0, "P3-3"), good(2, "P3-3"), hurt], &[], 5), []);
}

/// A stage that was accepted is not offered again after an easier session.
#[test]
fn an_accepted_stage_stays_accepted() {
    let id = |name: &str| SessionId(name.to_owned());
    let stage = Proposed::Stage { from: id("P5-L1"), to: id("P5-L2") };
    let yes = [decided(20, stage, true)];
    let froms: Vec<_> =
        next_stages(&[good(22, "P5-L1")], &yes).iter().map(|stage| stage.from).collect();
    assert_eq!(froms, ["P5-L2"]);
}

/// X37: pain of 1, give or take one, is no pattern; the third time the same is said waits longer.
#[test]
fn noise_sends_nobody_to_a_physiotherapist() {
    let noise = [1, 2, 0, 1, 2, 0, 2, 1, 0, 2, 1, 2];
    let log: Vec<Evidence> = (0_u64..)
        .zip(noise)
        .map(|(number, pain)| Evidence { before: score(pain), ..good(2 * number, "P1-A") })
        .collect();
    assert_eq!(findings(&log, &[], &[], &adult(), day(24)), []);
    let steady: Vec<Evidence> =
        (0..8).map(|number| Evidence { before: score(3), ..good(3 * number, "P1-A") }).collect();
    let found = || findings(&steady, &[], &[], &adult(), day(80));
    let found_then = findings(&steady, &[], &[], &adult(), day(24));
    assert_eq!(found_then[0].finding, Finding::NoDifference);
    assert!(found().len() <= 1);
    let told = |number| decided(number, Proposed::Referral(Finding::NoDifference), true);
    let again = |told: &[_], today| referral(found_then.clone(), told, day(today)).is_some();
    assert!(again(&[told(0)], 28) && !again(&[told(0), told(28)], 60));
    assert!(again(&[told(0), told(28)], 112));
}

/// Twice no in a row is a week of peace, three times four weeks.
#[test]
fn who_declines_more_again_and_again_is_asked_less_often() {
    let log: Vec<Evidence> = (0..20).map(|number| good(2 * number, "P3-3")).collect();
    let no = |number| decided(number, step("superman", Mode::Reps, 1, 2), false);
    let asked = |made: &[_], today| {
        let known: Vec<Evidence> =
            log.iter().filter(|one| one.day <= day(today)).cloned().collect();
        proposed(&known, made, today).iter().any(|one| one.reason == Reason::TwoGoodSessions)
    };
    assert!(asked(&[no(3)], 5));
    assert!(!asked(&[no(3), no(5)], 9) && asked(&[no(3), no(5)], 13));
    assert!(!asked(&[no(3), no(5), no(13)], 20));
}
