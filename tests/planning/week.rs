//! The days ahead and the proposal of today, in worked examples.

use soepel::domain::{
    body::Side,
    clearance::Level,
    exercise::ExerciseId,
    planning::{
        choices::{Goal, Minutes, Situation, Weekday},
        choosing::Hips,
        proposal::{Proposal, propose},
        week::{Agenda, schedule},
        why::Why,
    },
};

use crate::made::{Somebody, monday};

/// The sessions of the next seven days; a rest is a dash.
fn week(who: &Somebody) -> Vec<String> {
    let planned =
        who.plan(|ground, past, stretched| schedule(ground, past, stretched, monday(), 7));
    planned
        .into_iter()
        .map(|one| match one.agenda {
            Agenda::Session { session, .. } => session.0,
            Agenda::Rest { .. } => "-".to_owned(),
        })
        .collect()
}

fn proposal(who: &Somebody) -> Option<Proposal> {
    who.plan(|ground, past, stretched| propose(ground, past, stretched, monday(), false))
}

/// The proposed session, the shorter one and the reason.
fn told(who: &Somebody) -> (String, String, Why) {
    let proposal = proposal(who).expect("a proposal");
    let why = proposal.why();
    let mut offers = proposal.offers().map(|offer| offer.session.0.clone());
    let mut next = || offers.next().unwrap_or_default();
    (next(), next(), why)
}

/// C1, R0.19: three full ones with days between, static and PNF in turn (R0.26).
#[test]
fn stretching_comes_three_times_a_week_and_changes_its_method() {
    let who = Somebody::who(Some(Goal::HipFront), &[]);
    assert_eq!(week(&who), ["P1-A", "-", "P1-A-pnf", "-", "P1-A", "-", "-"]);
}

/// 5.8: strength for the same muscles never on two days in a row.
#[test]
fn stretching_and_strength_share_the_week_and_strength_keeps_a_day_between() {
    let who = Somebody::who(Some(Goal::HipFront), &[Situation::LowBack]);
    assert_eq!(week(&who), ["P1-A", "P3-1", "P1-A-pnf", "P3-1", "P1-A", "-", "-"]);
}

/// R2.26: the next of the four comes after the yes to its card, which asks for clean sessions; not
/// after a number of sessions. Without a bench what was done before it stays (X10).
#[test]
fn the_safe_order_goes_on_after_a_yes_and_not_after_a_number_of_sessions() {
    let done: Vec<(i64, &str)> = (1..=9).rev().map(|ago| (-3 * ago, "P3-1")).collect();
    let who = Somebody::who(Some(Goal::Strong), &[]).has_done(&done);
    for (stage, due) in [("", "P3-1"), ("P3-2", "P3-2"), ("P3-3", "P3-3"), ("P3-4", "P3-3")] {
        assert_eq!(week(&who.clone().has_passed(stage))[0], due, "{stage}");
    }
}

/// R1.11, R1.24: nor do the weeks of mobility go on by themselves.
#[test]
fn mobility_goes_on_after_a_yes_and_never_past_limited_rotation() {
    let done: Vec<(i64, &str)> = (1..=9).rev().map(|ago| (-3 * ago, "P2-A")).collect();
    let focus = vec![ExerciseId::new("iso-endorotation-9090").unwrap()];
    let open = Hips::Open { focus: focus.clone(), weaker: None };
    let who = Somebody::who(Some(Goal::Supple), &[]).has_done(&done);
    let first = |hips: &Hips, stage: &str| {
        week(&Somebody { hips: hips.clone(), ..who.clone() }.has_passed(stage))[0].clone()
    };
    assert_eq!(first(&open, ""), "P2-A");
    assert_eq!(first(&open, "P2-B"), "P2-B");
    assert_eq!(first(&Hips::RotationFirst { focus, weaker: None }, "P2-B"), "P2-A");
}

#[test]
fn sitters_change_between_their_three_days() {
    let who = Somebody::who(None, &[Situation::Sitting]);
    assert_eq!(week(&who), ["P4-A", "P4-B", "P4-C", "P4-A", "P4-B", "-", "-"]);
}

#[test]
fn only_the_chosen_days_get_a_session_and_only_one_that_fits_the_time() {
    let mut who = Somebody::who(Some(Goal::HipFront), &[]);
    who.choices.days = [Weekday::Saturday, Weekday::Sunday].into();
    assert_eq!(week(&who), ["-", "-", "-", "-", "-", "P1-A", "P1-A-pnf"]);
    who.choices.minutes = Some(Minutes::Ten);
    assert_eq!(week(&who)[5..], ["P1-A-pnf", "P1-A-pnf"], "static takes longer than ten minutes");
    who.choices.minutes = Some(Minutes::Five);
    assert_eq!(week(&who)[5..], ["P1-mini", "P1-mini"]);
}

/// The first time is gentle, before equipment and days were chosen (R1.27).
#[test]
fn the_first_session_is_a_gentle_one() {
    let easy = ("P6-5min".to_owned(), "P6-2min".to_owned(), Why::FirstTime);
    assert_eq!(told(&Somebody::default()), easy);
    assert_eq!(told(&Somebody::who(Some(Goal::Strong), &[Situation::Running])), easy);
}

/// R1.11, X28, and the example of issue 3.
#[test]
fn limited_rotation_opens_the_plan_and_says_why() {
    let focus = vec![ExerciseId::new("iso-endorotation-9090").unwrap()];
    let hips = Hips::RotationFirst { focus, weaker: Some(Side::Left) };
    let who = Somebody { hips, ..Somebody::who(Some(Goal::HipFront), &[]) };
    assert_eq!(told(&who), ("P2-A-start".into(), "P6-5min".into(), Why::RotationFirst));
    assert!(week(&who).iter().all(|id| id.starts_with("P2-A") || id == "-"), "{:?}", week(&who));
}

#[test]
fn a_rest_day_is_planned_and_says_why_it_is_good() {
    let strong = Somebody::who(Some(Goal::Strong), &[]);
    let rested = told(&strong.clone().has_done(&[(-1, "P3-1")]));
    assert_eq!(rested, ("P6-2min".into(), String::new(), Why::StrengthYesterday));
    let trained = told(&strong.clone().has_done(&[(-2, "P3-1"), (0, "P3-1")]));
    assert_eq!(trained.2, Why::DoneToday);
    let full = strong.has_done(&[(-6, "P3-1"), (-4, "P3-1"), (-2, "P3-2")]);
    assert_eq!(told(&full).2, Why::WeekFull);
}

/// X18, X32: nobody is scolded for a pause, and after four weeks a programme begins anew.
#[test]
fn after_a_gap_somebody_is_welcomed_back() {
    let who = Somebody::who(Some(Goal::Strong), &[]).has_passed("P3-2");
    let away = |days: i64| {
        told(&who.clone().has_done(&[(-days - 4, "P3-1"), (-days - 2, "P3-1"), (-days, "P3-2")]))
    };
    assert_eq!(away(7).2, Why::DueStrength);
    assert_eq!(away(8), ("P3-2".into(), "P6-5min".into(), Why::BackAgain));
    assert_eq!(away(28).0, "P3-2");
    assert_eq!(away(29).0, "P3-1");
}

/// R0.6, R0.7, C2.
#[test]
fn before_sport_warm_circles_are_proposed_and_gymnasts_and_dancers_stay_free() {
    let near = |who: &Somebody| {
        let found =
            who.plan(|ground, past, stretched| propose(ground, past, stretched, monday(), true));
        let offer = found.unwrap().offers().next().unwrap().clone();
        (offer.session.0, offer.why)
    };
    let who = Somebody::who(Some(Goal::HipFront), &[]).has_done(&[(-3, "P6-2min")]);
    assert_eq!(near(&who), ("P6-presport".into(), Why::BeforeSport));
    let who = Somebody::who(Some(Goal::HipFront), &[Situation::Dance]).has_done(&[(-3, "P6-2min")]);
    assert_eq!(near(&who), ("P1-A".into(), Why::DueStretch));
}

/// C4, R1.31: without a talk beforehand only what is gentle.
#[test]
fn with_amber_the_proposal_is_gentle_and_says_so() {
    let gentle =
        ["hip-cars-standing", "hip-cars-quadruped", "ninety-ninety-switch", "glute-bridge"];
    let banned = soepel::content::catalogue()
        .exercises
        .iter()
        .map(|exercise| exercise.id.clone())
        .filter(|id| !gentle.contains(&id.as_str()))
        .collect();
    let who =
        Somebody { light: Some(Level::Amber), banned, ..Somebody::who(Some(Goal::Strong), &[]) };
    assert_eq!(told(&who), ("P6-5min".into(), "P6-2min".into(), Why::Gentle));
    assert_eq!(told(&who.has_done(&[(-1, "P6-5min")])).2, Why::Gentle);
}
