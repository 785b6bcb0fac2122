//! What a bad sign of a whole session is about: X15, X16, X17 and 5.8.

use soepel::{
    content::catalogue,
    domain::{
        body::BodyPart,
        progress::{
            Decision, Evidence, Miss, Occasion, Proposed, Setback, Stop, Verdict, Who, lay_blame,
            occasions, verdict,
        },
        record::{Felt, Form, StopReason},
    },
};

use crate::made::{adult, at, decided, exercise, good, proposed_with, score, step};
use soepel::domain::dose::Mode;

const SESSION: &str = "P3-3";
const FOUR: [&str; 4] = ["upward-facing-dog", "superman", "good-morning", "glute-bridge"];

fn laid(mut evidence: Vec<Evidence>, decisions: &[Decision]) -> Vec<Evidence> {
    lay_blame(&mut evidence, decisions, catalogue());
    evidence
}

/// Which of the four of P3 the last session sets back.
fn set_back(evidence: &[Evidence], why: Setback) -> Vec<&'static str> {
    let who: Who = adult();
    let back = |slug: &&'static str| {
        let said = verdict(evidence, &exercise(slug), Mode::Reps, None, &who);
        assert!(!matches!(said, Verdict::Up), "{slug} goes up after a bad sign");
        said == Verdict::Back(why)
    };
    FOUR.into_iter().filter(back).collect()
}

fn bad_morning(day: u64) -> Evidence {
    Evidence { before: score(1), morning: score(4), ..good(day, SESSION) }
}

/// X16: where nobody knows, the whole session steps back.
#[test]
fn a_bad_morning_of_which_nothing_more_is_known_sets_all_of_it_back() {
    let all = laid(vec![good(0, SESSION), good(2, SESSION), bad_morning(4)], &[]);
    assert_eq!(set_back(&all, Setback::NextMorning), FOUR);
    let first = laid(vec![bad_morning(0)], &[]);
    assert_eq!(set_back(&first, Setback::NextMorning), FOUR, "all of it was new");
}

/// X16, X17: one thing changes at a time, so what had just changed is what did it.
#[test]
fn a_bad_morning_after_one_change_sets_back_what_had_changed() {
    let up = |day, accepted| decided(day, step("superman", Mode::Reps, 1, 2), accepted);
    let log = || vec![good(0, SESSION), good(2, SESSION), bad_morning(4)];
    let told = |decisions: &[Decision]| set_back(&laid(log(), decisions), Setback::NextMorning);
    assert_eq!(told(&[up(3, true)]), ["superman"]);
    assert_eq!(told(&[up(3, false)]), FOUR, "a no changes nothing");
    assert_eq!(told(&[up(1, true)]), FOUR, "it went well once since");
    let load = Proposed::Load {
        exercise: exercise("good-morning"),
        variant: "gm-weight".to_owned(),
        physio_agrees: true,
    };
    assert_eq!(told(&[decided(3, load, true)]), ["good-morning"]);
    // The next stage brought one exercise more.
    let stage = laid(vec![good(0, "P3-2"), good(2, "P3-2"), bad_morning(4)], &[]);
    assert_eq!(set_back(&stage, Setback::NextMorning), ["glute-bridge"]);
}

/// X15, X16: where it hurt points at what loads that place; the place told on the morning itself is
/// the newest word.
#[test]
fn a_place_that_hurts_sets_back_what_loads_it() {
    let back = Some(BodyPart::LowBack);
    let loads_back = ["upward-facing-dog", "superman", "good-morning"];
    let log = |bad: Evidence| laid(vec![good(0, SESSION), good(2, SESSION), bad], &[]);
    let here = Evidence { place: back, ..bad_morning(4) };
    assert_eq!(set_back(&log(here.clone()), Setback::NextMorning), loads_back);
    let felt = Evidence { felt: Some(Felt::LowBack), ..bad_morning(4) };
    assert_eq!(set_back(&log(felt), Setback::NextMorning), loads_back);
    let sore = Evidence { after: score(7), place: back, ..good(4, SESSION) };
    assert_eq!(set_back(&log(sore), Setback::Pain), loads_back);
    let knee = Evidence { place: Some(BodyPart::Knee), ..bad_morning(4) };
    assert_eq!(set_back(&log(knee), Setback::NextMorning), FOUR, "nothing here loads the knee");

    let mut next = vec![good(0, SESSION), good(2, SESSION), bad_morning(4), good(6, "P6-2min")];
    next[3].place = back;
    assert_eq!(set_back(&laid(next.clone(), &[]), Setback::NextMorning), loads_back);
    next[2].place = Some(BodyPart::Other);
    assert_eq!(set_back(&laid(next, &[]), Setback::NextMorning), loads_back);
}

/// 3.5, X15: what was stopped is what it was about.
#[test]
fn what_was_stopped_is_what_a_bad_sign_is_about() {
    let stop = |reason| Stop { exercise: exercise("good-morning"), side: None, reason };
    for (reason, expected) in [
        (StopReason::SharpPain, &["good-morning"][..]),
        (StopReason::GroinPinch, &["good-morning"]),
        (StopReason::Other, &FOUR),
        (StopReason::Dizzy, &FOUR),
    ] {
        let bad = Evidence { stops: vec![stop(reason)], ..bad_morning(4) };
        let all = laid(vec![good(0, SESSION), good(2, SESSION), bad], &[]);
        assert_eq!(set_back(&all, Setback::NextMorning), expected, "{reason:?}");
    }
}

/// R3.12: an answer about one exercise says more than one about the session.
#[test]
fn what_was_felt_in_the_low_back_is_what_a_bad_morning_is_about() {
    let bad = Evidence {
        felt_in: vec![(exercise("superman"), Felt::LowBack)],
        place: Some(BodyPart::LowBack),
        ..bad_morning(4)
    };
    let all = laid(vec![good(0, SESSION), good(2, SESSION), bad], &[]);
    assert_eq!(set_back(&all, Setback::NextMorning), ["superman"]);
}

/// 5.8: "did it stay neat" is asked of the session. What had just changed steps back; where nobody
/// knows, it stays as it is, and steps back when it happens again.
#[test]
fn untidy_form_sets_back_what_changed_and_else_waits_for_a_second_time() {
    let untidy = |day| Evidence { form: Some(Form::Faults), ..good(day, SESSION) };
    let log = || vec![good(0, SESSION), good(2, SESSION), untidy(4)];
    let up = decided(3, step("superman", Mode::Reps, 1, 2), true);
    let all = laid(log(), &[up]);
    assert_eq!(set_back(&all, Setback::Form), ["superman"]);
    let bridge = occasions(&all, &exercise("glute-bridge"), Mode::Reps, &adult());
    assert_eq!(bridge.last().unwrap().1, Occasion::Missed(Miss::Elsewhere), "it only waits");
    assert!(set_back(&laid(log(), &[]), Setback::Form).is_empty());
    let mut again = log();
    again.push(untidy(6));
    assert_eq!(set_back(&laid(again, &[]), Setback::Form), FOUR);
}

/// The card names what steps back and no more, and nothing grows beside it (X17).
#[test]
fn the_card_after_a_bad_morning_names_what_it_is_about() {
    let up = decided(3, step("superman", Mode::Reps, 1, 2), true);
    assert!(up.at > at(2));
    let log = vec![good(0, SESSION), good(2, SESSION), bad_morning(4), good(6, "P6-2min")];
    let decisions = [up];
    let all = laid(log, &decisions);
    let tests = soepel::domain::progress::TestResults::default();
    let said = proposed_with(&all, &decisions, &[], &tests, &[], 6);
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].changes, [step("superman", Mode::Reps, 2, 1)]);
    assert_eq!(said[0].rules, ["X16", "X17"]);
}
