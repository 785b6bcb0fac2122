//! X17, X16 and R4.25: a step up, stay, a step back, a pause.

use soepel::domain::{
    dose::Mode,
    progress::{Evidence, Miss, Occasion, Setback, Verdict, occasions, verdict},
    record::{Form, StopReason},
};

use crate::made::{adult, at, exercise, good, score, stopped};

const SESSION: &str = "P3-3";
const BRIDGE: &str = "glute-bridge";

fn said(evidence: &[Evidence]) -> Verdict {
    verdict(evidence, &exercise(BRIDGE), Mode::Reps, None, &adult())
}

fn came_to(session: Evidence) -> Occasion {
    let all = [session];
    let found = occasions(&all, &exercise(BRIDGE), Mode::Reps, &adult());
    found.last().unwrap().1
}

/// X17.
#[test]
fn two_good_sessions_in_a_row_give_a_step_up_and_one_does_not() {
    assert_eq!(said(&[]), Verdict::Stay);
    assert_eq!(said(&[good(0, SESSION)]), Verdict::Stay);
    assert_eq!(said(&[good(0, SESSION), good(2, SESSION)]), Verdict::Up);
    let between = Evidence { effort: score(8), ..good(2, SESSION) };
    assert_eq!(said(&[good(0, SESSION), between.clone(), good(4, SESSION)]), Verdict::Stay);
    assert_eq!(said(&[between, good(4, SESSION), good(6, SESSION)]), Verdict::Up);
}

/// X17, X15, X16, R4.25: each measure at its edge.
#[test]
fn each_measure_of_a_step_up_holds_at_its_edge() {
    let base = || good(0, SESSION);
    for (session, expected) in [
        (Evidence { effort: score(7), ..base() }, Occasion::Passed),
        (Evidence { effort: score(8), ..base() }, Occasion::Missed(Miss::Effort)),
        (Evidence { after: score(3), ..base() }, Occasion::Passed),
        (Evidence { after: score(4), ..base() }, Occasion::Missed(Miss::Pain)),
        (Evidence { after: score(5), ..base() }, Occasion::Missed(Miss::Pain)),
        (Evidence { after: score(6), ..base() }, Occasion::Back(Setback::Pain)),
        (Evidence { morning: score(2), ..base() }, Occasion::Passed),
        (Evidence { morning: score(3), ..base() }, Occasion::Back(Setback::NextMorning)),
        (Evidence { form: Some(Form::Faults), ..base() }, Occasion::Missed(Miss::Form)),
        (Evidence { form: None, ..base() }, Occasion::Missed(Miss::Unknown)),
        (Evidence { morning: None, ..base() }, Occasion::Missed(Miss::Unknown)),
        (Evidence { effort: None, ..base() }, Occasion::Missed(Miss::Unknown)),
        (Evidence { after: None, ..base() }, Occasion::Missed(Miss::Unknown)),
        (Evidence { completed: false, ..base() }, Occasion::Missed(Miss::NotCompleted)),
        (stopped(0, SESSION, BRIDGE, StopReason::TooHard), Occasion::Back(Setback::TooHard)),
        (stopped(0, SESSION, "superman", StopReason::TooHard), Occasion::Passed),
    ] {
        assert_eq!(came_to(session.clone()), expected, "{session:?}");
    }
}

/// R4.25: total soreness is no aim.
#[test]
fn soreness_of_six_the_next_time_holds_the_step() {
    for (sore, expected) in [(5, Verdict::Up), (6, Verdict::Stay)] {
        let next = Evidence { soreness: score(sore), ..good(4, SESSION) };
        let all = [good(0, SESSION), good(2, SESSION), next];
        let two: Vec<_> = occasions(&all, &exercise(BRIDGE), Mode::Reps, &adult());
        assert_eq!(two[1].1 == Occasion::Passed, sore < 6);
        assert_eq!(said(&all), expected, "soreness {sore}");
    }
}

/// X17: a lighter or shorter version says nothing about the next step.
#[test]
fn a_short_version_neither_counts_nor_breaks_the_row() {
    let mut short = good(2, SESSION);
    short.exercises.iter_mut().for_each(|row| row.full = false);
    assert_eq!(said(&[good(0, SESSION), short.clone()]), Verdict::Stay);
    assert_eq!(said(&[good(0, SESSION), short, good(4, SESSION)]), Verdict::Up);
}

/// X16: pre 2, morning 4 → a step back; twice in a row → 48 hours of rest.
#[test]
fn back_once_is_a_step_back_and_twice_in_a_row_a_pause() {
    let bad = |day| Evidence { before: score(2), morning: score(4), ..good(day, SESSION) };
    let back = Setback::NextMorning;
    assert_eq!(said(&[good(0, SESSION), bad(2)]), Verdict::Back(back));
    assert_eq!(said(&[bad(0), bad(2)]), Verdict::Pause(back));
    assert_eq!(said(&[bad(0), good(2, SESSION), bad(4)]), Verdict::Back(back));
}

/// What a decision answered is not proposed again; a setback before it still counts as the first.
#[test]
fn after_a_decision_only_what_came_later_counts() {
    let ask = |evidence: &[Evidence], since| {
        verdict(evidence, &exercise(BRIDGE), Mode::Reps, Some(since), &adult())
    };
    let two = [good(0, SESSION), good(2, SESSION), good(4, SESSION)];
    assert_eq!(ask(&two, at(2) + 1), Verdict::Stay);
    assert_eq!(ask(&two, at(0) + 1), Verdict::Up);
    let bad = |day| Evidence { after: score(7), ..good(day, SESSION) };
    assert_eq!(ask(&[bad(0)], at(0) + 1), Verdict::Stay);
    assert_eq!(ask(&[bad(0), bad(2)], at(0) + 1), Verdict::Pause(Setback::Pain));
}

/// A passive stretch has no form to judge, and stops at a lower mark (X15).
#[test]
fn a_stretch_asks_no_form_and_less_pain() {
    let slug = exercise("quad-stretch-prone");
    let come =
        |session: Evidence| occasions(&[session], &slug, Mode::Static, &adult()).last().unwrap().1;
    assert_eq!(come(Evidence { form: None, ..good(0, "P1-A") }), Occasion::Passed);
    assert_eq!(come(Evidence { after: score(3), ..good(0, "P1-A") }), Occasion::Missed(Miss::Pain));
    assert_eq!(
        come(Evidence { after: score(4), ..good(0, "P1-A") }),
        Occasion::Back(Setback::Pain)
    );
}
