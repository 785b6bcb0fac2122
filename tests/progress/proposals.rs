//! What is proposed, one thing at a time, and how the steps follow from the decisions.

use soepel::domain::{
    dose::{AgeGroup, Mode},
    progress::{Decision, Evidence, Proposal, Proposed, Reason, Setback, Standing},
};

use crate::made::{day, decided, exercise, good, proposed, score, step};

fn kinds(all: &[Proposal]) -> Vec<Reason> {
    all.iter().map(|proposal| proposal.reason).collect()
}

/// X17: one thing at a time, with its reason, its rule and its days.
#[test]
fn two_good_sessions_propose_one_step_of_one_exercise() {
    let log = [good(0, "P3-3"), good(2, "P3-3")];
    let all = proposed(&log, &[], 3);
    assert_eq!(kinds(&all), [Reason::TwoGoodSessions]);
    assert_eq!(all[0].changes, [step("upward-facing-dog", Mode::Reps, 1, 2)]);
    assert_eq!(
        (all[0].rules.clone(), all[0].days.clone()),
        (vec!["X17", "X19"], vec![day(0), day(2)])
    );
}

/// X17: after one was accepted or declined the next waits for another session.
#[test]
fn the_next_step_waits_for_another_session_and_goes_to_what_waited_longest() {
    let mut log = vec![good(0, "P3-3"), good(2, "P3-3")];
    for accepted in [true, false] {
        let first = decided(2, step("upward-facing-dog", Mode::Reps, 1, 2), accepted);
        assert_eq!(proposed(&log, &[first], 3), []);
    }
    let first = decided(2, step("upward-facing-dog", Mode::Reps, 1, 2), true);
    log.push(good(4, "P3-3"));
    let all = proposed(&log, &[first], 5);
    assert_eq!(all[0].changes, [step("superman", Mode::Reps, 1, 2)]);
}

/// X19: an exercise grows at most once a week.
#[test]
fn the_same_exercise_grows_at_most_once_a_week() {
    let slug = "hip-cars-standing";
    let first = decided(0, step(slug, Mode::ControlledRotation, 1, 2), true);
    let log: Vec<Evidence> = (0..7).map(|number| good(number, "P2-daily")).collect();
    assert_eq!(proposed(&log, std::slice::from_ref(&first), 6), []);
    let all = proposed(&log, &[first], 7);
    assert_eq!(all[0].changes, [step(slug, Mode::ControlledRotation, 2, 3)]);
}

/// 5.8, X16: what set several exercises back is one proposal, and nothing asks for more beside it.
#[test]
fn a_bad_morning_proposes_a_step_back_for_what_was_loaded_and_nothing_more() {
    let bad = Evidence { before: score(2), morning: score(4), ..good(2, "P3-3") };
    let all = proposed(&[good(0, "P3-3"), bad], &[], 3);
    assert_eq!(kinds(&all), [Reason::SetBack(Setback::NextMorning)]);
    let lowered: Vec<_> = all[0]
        .changes
        .iter()
        .filter_map(|change| change.exercise())
        .map(soepel::domain::exercise::ExerciseId::as_str)
        .collect();
    assert_eq!(lowered, ["upward-facing-dog", "superman", "good-morning", "glute-bridge"]);
    assert!(all[0].changes.iter().all(|change| !change.asks_more()));
}

/// X16: 48 hours.
#[test]
fn a_second_setback_in_a_row_proposes_two_days_of_rest() {
    let bad = |number| Evidence { after: score(7), ..good(number, "P3-3") };
    let all = proposed(&[bad(0), bad(2)], &[], 3);
    let pause =
        |change: &Proposed| matches!(change, Proposed::Pause { until, .. } if *until == day(5));
    assert_eq!(kinds(&all), [Reason::SetBackTwice(Setback::Pain)]);
    assert!(all[0].changes.iter().all(pause), "{all:?}");
}

/// 5.9: below the first step stands the easier way; from it the way up is the plain one.
#[test]
fn below_the_first_step_is_the_easier_way_and_above_the_last_a_harder_one() {
    let slug = exercise("glute-bridge");
    let about = |all: Vec<Proposal>| -> Option<Proposed> {
        all.into_iter()
            .flat_map(|proposal| proposal.changes)
            .find(|change| change.exercise() == Some(&slug))
    };
    let others: Vec<Decision> = ["hip-cars-standing", "ninety-ninety-switch"]
        .map(|other| decided(1, step(other, Mode::Dynamic, 1, 1), false))
        .into();
    let with = |first: Proposed| [vec![decided(0, first, true)], others.clone()].concat();
    let well = [good(8, "P6-5min"), good(9, "P6-5min")];
    let badly = [Evidence { after: score(6), ..good(9, "P6-5min") }];

    let lowest = with(step("glute-bridge", Mode::Reps, 1, 0));
    let easier = about(proposed(&badly, &lowest, 10)).unwrap();
    let Proposed::Variant { variant: Some(_), harder: false, to: 0, .. } = &easier else {
        panic!("{easier:?}")
    };
    let up_again = about(proposed(&well, &with(easier), 10)).unwrap();
    assert!(matches!(up_again, Proposed::Variant { variant: None, harder: true, to: 0, .. }));

    let highest = with(step("glute-bridge", Mode::Reps, 2, 3));
    let log = [good(8, "P5-L1"), good(9, "P5-L1")];
    let harder = proposed(&log, &highest, 10);
    assert!(!harder.is_empty());
}

/// R2.19, C12: after the broomstick comes weight, and that asks for two keys.
#[test]
fn the_last_step_of_good_morning_asks_for_two_keys_before_any_weight() {
    let hinge = exercise("good-morning");
    let quiet = |slug: &str| decided(3, step(slug, Mode::Reps, 1, 1), false);
    let top = Proposed::Variant {
        exercise: hinge.clone(),
        mode: Mode::Reps,
        variant: Some("gm-stick".to_owned()),
        harder: true,
        to: 3,
    };
    let decisions = [
        decided(0, top, true),
        quiet("upward-facing-dog"),
        quiet("superman"),
        quiet("warm-up-march"),
    ];
    let log = [good(7, "P3-2"), good(9, "P3-2")];
    let all = proposed(&log, &decisions, 10);
    let load =
        Proposed::Load { exercise: hinge, variant: "gm-weight".to_owned(), physio_agrees: false };
    let asked = all.iter().find(|proposal| proposal.changes == [load.clone()]).unwrap();
    assert_eq!(asked.rules, ["R2.19", "C12"]);
    let refused = [decisions.to_vec(), vec![decided(9, load, false)]].concat();
    let later = [log.to_vec(), vec![good(11, "P3-2"), good(13, "P3-2")]].concat();
    let asks_again = proposed(&later, &refused, 14).iter().any(|proposal| {
        proposal.changes.iter().any(|change| matches!(change, Proposed::Load { .. }))
    });
    assert!(!asks_again, "quiet for two weeks");
}

/// X14: no step takes a session over its landings.
#[test]
fn no_step_takes_a_session_over_its_landings() {
    let log = [good(0, "P5-L3b"), good(2, "P5-L3b")];
    let jumps = ["skater-hop", "lateral-bound-stick", "box-jump"];
    let catalogue = soepel::content::catalogue();
    let id = soepel::domain::programme::SessionId("P5-L3b".to_owned());
    let (_, outline) = catalogue.session(&id).unwrap();
    let mut jumped = false;
    let mut decisions: Vec<Decision> = Vec::new();
    let mut sessions = log.to_vec();
    for week in 1..20 {
        for proposal in proposed(&sessions, &decisions, 7 * week) {
            for change in proposal.changes {
                let about = change.exercise().map(soepel::domain::exercise::ExerciseId::as_str);
                jumped |= about.is_some_and(|slug| jumps.contains(&slug));
                decisions.push(decided(7 * week, change, true));
                let standing = Standing::new(&[], &decisions, day(7 * week));
                let landings = standing.contacts(catalogue, outline, AgeGroup::Adult);
                assert!(landings <= 60, "{landings} landings after {decisions:?}");
            }
        }
        sessions.push(good(7 * week + 1, "P5-L3b"));
        sessions.push(good(7 * week + 3, "P5-L3b"));
    }
    assert!(jumped && decisions.len() > 5, "{decisions:?}");
}

/// R0.8, C9: strength beside two weeks of stretching, once.
#[test]
fn two_weeks_of_stretching_alone_propose_strength_once() {
    let strength = |all: Vec<Proposal>| {
        all.iter().any(|proposal| proposal.reason == Reason::TwoWeeksOfStretching)
    };
    let mut log: Vec<Evidence> = [0, 7, 13].map(|number| good(number, "P1-A")).into();
    assert!(!strength(proposed(&log, &[], 13)));
    assert!(strength(proposed(&log, &[], 14)));
    log.push(good(14, "P3-1"));
    assert!(!strength(proposed(&log, &[], 14)));
}
