//! What a plan that was taken over makes of a session, and what it never does.

use std::collections::BTreeMap;

use soepel::{
    content::catalogue,
    domain::{
        advice::{Accepted, Advised, Line, Load, What},
        body::Side,
        clearance::{Answers, Permit, Profile, Readiness},
        dose::{Adjustment, AgeGroup, Mode, Protocol, Sides, Working},
        plan::Prescription,
        prescribing::prescribe_at,
        programme::{SessionId, SessionOutline},
        progress::{Decision, Proposed, Standing},
        record::Answer,
        routine::{
            Between,
            amount::{Amount, limits},
        },
        time::Seconds,
    },
};

use crate::made::{any_plan, day, doing, exercise, full_plan, id, leave, plan, sets_reps};
use proptest::prelude::*;

fn outline(session: &str) -> &'static SessionOutline {
    catalogue().session(&SessionId(session.to_owned())).unwrap().1
}

fn answers(but: &[(&str, Answer)]) -> Profile {
    let no = catalogue().questions.iter().map(|question| (question.id.clone(), Answer::No));
    let mut answers: Answers = no.collect::<BTreeMap<_, _>>();
    answers.extend(but.iter().map(|(id, answer)| ((*id).to_owned(), *answer)));
    Profile { answers, ..Profile::default() }
}

fn permit(readiness: Readiness) -> Permit {
    Permit::grant(catalogue(), &answers(&[]), readiness)
}

fn following(lines: Vec<Line>, talked: bool) -> Standing {
    let mut advice = plan(lines);
    advice.discussed = full_plan().discussed;
    let accepted = Accepted::new(advice, day("2026-11-22"), talked);
    Standing::default().with_advice(Advised::of(&accepted), catalogue(), &[])
}

fn prescribed(session: &str, standing: &Standing, readiness: Readiness) -> Vec<Prescription> {
    let age = AgeGroup::Adult;
    prescribe_at(catalogue(), outline(session), age, &permit(readiness), standing).unwrap()
}

fn of<'a>(all: &'a [Prescription], slug: &str) -> Option<&'a Prescription> {
    all.iter().find(|one| one.exercise == id(slug))
}

#[test]
fn the_numbers_of_a_line_take_the_place_of_those_that_would_hold() {
    let usual = prescribed("P3-3", &Standing::default(), Readiness::Normal);
    let bridge = of(&usual, "glute-bridge").unwrap();
    let before = [Amount::Sets, Amount::Reps].map(|amount| amount.of(&bridge.protocol));
    assert_ne!(before, [Some(2), Some(7)]);
    let standing = following(vec![doing("glute-bridge", Mode::Reps, sets_reps(2, 7))], false);
    let now = prescribed("P3-3", &standing, Readiness::Normal);
    let bridge = of(&now, "glute-bridge").unwrap();
    assert_eq!(
        [Amount::Sets, Amount::Reps].map(|amount| amount.of(&bridge.protocol)),
        [Some(2), Some(7)]
    );
    let others = |all: &[Prescription]| {
        all.iter().filter(|one| one.exercise != id("glute-bridge")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(others(&usual), others(&now), "nothing else changes");
}

#[test]
fn what_is_not_to_be_done_falls_out_of_every_session() {
    let standing = following(vec![leave("glute-bridge")], false);
    for programme in &catalogue().programmes {
        for session in &programme.sessions {
            let permit = permit(Readiness::Normal);
            let all = prescribe_at(catalogue(), session, AgeGroup::Adult, &permit, &standing);
            assert!(of(&all.unwrap_or_default(), "glute-bridge").is_none(), "{:?}", session.id);
        }
    }
}

#[test]
fn one_side_alone_works_where_the_line_says_so() {
    let mut line = doing("quad-stretch-prone", Mode::Static, Adjustment::default());
    if let What::Do(doing) = &mut line.what {
        doing.working = Working::Only(Side::Right);
    }
    let now = prescribed("P1-A", &following(vec![line], false), Readiness::Normal);
    assert_eq!(of(&now, "quad-stretch-prone").unwrap().sides, Sides::OnlyRight);
}

/// 3.4: pain of 4 or 5 takes the lightest step, whatever a plan says.
#[test]
fn a_lighter_day_stays_lighter() {
    let most = following(vec![doing("glute-bridge", Mode::Reps, sets_reps(3, 15))], false);
    let light = prescribed("P3-3", &most, Readiness::AmberToday);
    let usual = prescribed("P3-3", &Standing::default(), Readiness::AmberToday);
    assert!(of(&light, "glute-bridge").is_some());
    assert_eq!(of(&light, "glute-bridge"), of(&usual, "glute-bridge"));
}

/// Two minutes remain two minutes.
#[test]
fn a_session_of_a_few_minutes_keeps_its_smaller_numbers() {
    let most = following(vec![doing("glute-bridge", Mode::Reps, sets_reps(3, 15))], false);
    let now = prescribed("P6-5min", &most, Readiness::Normal);
    assert_eq!(Amount::Sets.of(&of(&now, "glute-bridge").unwrap().protocol), Some(1));
}

/// R2.19, C12: weight asks for two keys, and no plan holds that of the person.
#[test]
fn weight_comes_only_when_it_was_talked_over() {
    let line = || {
        let mut line = doing("good-morning", Mode::Reps, sets_reps(3, 12));
        if let What::Do(doing) = &mut line.what {
            doing.load = Load::With("gm-weight".to_owned());
        }
        line
    };
    let way = |standing: &Standing| standing.steps.variant(&id("good-morning")).map(str::to_owned);
    assert_eq!(way(&following(vec![line()], false)), None);
    assert_eq!(way(&following(vec![line()], true)), Some("gm-weight".to_owned()));
    // Talked over with nobody is not talked over.
    let accepted = Accepted::new(plan(vec![line()]), day("2026-11-22"), true);
    assert!(!accepted.is_talked_over());
}

/// X40: who went over to an easier way for pain stays there.
#[test]
fn a_load_does_not_take_the_place_of_an_easier_way() {
    let exercise = exercise("good-morning");
    let easier = exercise.easier.first().unwrap().id.clone();
    let decision = Decision {
        at: 1,
        day: day("2026-11-20"),
        proposed: Proposed::Substitute {
            exercise: exercise.id.clone(),
            variant: Some(easier.clone()),
        },
        rules: vec!["X40".to_owned()],
        accepted: true,
    };
    let mut line = doing("good-morning", Mode::Reps, sets_reps(3, 12));
    if let What::Do(doing) = &mut line.what {
        doing.load = Load::With("gm-weight".to_owned());
    }
    let accepted = Accepted::new(
        soepel::domain::advice::Advice { lines: vec![line], ..full_plan() },
        day("2026-11-22"),
        true,
    );
    let decisions = [decision];
    let own = Standing::new(&[], &decisions, day("2026-11-22"));
    let standing = own.with_advice(Advised::of(&accepted), catalogue(), &decisions);
    assert_eq!(standing.steps.variant(&exercise.id), Some(easier.as_str()));
}

#[test]
fn what_stands_in_no_session_comes_in_one_of_its_own() {
    let lines = vec![
        doing("glute-bridge", Mode::Reps, sets_reps(2, 10)),
        doing("superman", Mode::Reps, sets_reps(2, 8)),
        leave("good-morning"),
    ];
    let between = Between::new(Seconds(15)).unwrap();
    let beside = plan(lines.clone()).session_beside("Fysio", between, |one| *one == id("superman"));
    let blocks: Vec<_> = beside.unwrap().blocks.into_iter().map(|block| block.exercise).collect();
    assert_eq!(blocks, [id("glute-bridge")]);
    assert_eq!(plan(lines).session_beside("Fysio", between, |_| true), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// Bounds and locks stay: no plan brings an exercise that the permit does not allow, a number
    /// outside its bounds, more landings than X14 allows, or a session that was closed.
    #[test]
    fn no_plan_opens_a_lock_or_breaks_a_bound(
        advice in any_plan(),
        senior in any::<bool>(),
        amber in any::<bool>(),
        red in any::<bool>(),
    ) {
        let age = if senior { AgeGroup::Senior } else { AgeGroup::Adult };
        let mut but = Vec::new();
        if amber {
            but.push(("A1", Answer::Yes));
        }
        if red {
            but.push(("S2", Answer::Yes));
        }
        let permit = Permit::grant(catalogue(), &answers(&but), Readiness::Normal);
        let accepted = Accepted::new(advice, day("2026-11-22"), true);
        let own = Standing::default();
        let standing = own.clone().with_advice(Advised::of(&accepted), catalogue(), &[]);
        for programme in &catalogue().programmes {
            for session in &programme.sessions {
                let before = prescribe_at(catalogue(), session, age, &permit, &own);
                let after = prescribe_at(catalogue(), session, age, &permit, &standing);
                prop_assert!(before.is_ok() || after.is_err(), "{:?} was closed", session.id);
                let mut landings = 0;
                for one in after.unwrap_or_default() {
                    let exercise = catalogue().exercise(&one.exercise).unwrap();
                    prop_assert!(permit.allows(exercise));
                    let dose = exercise.dose(one.protocol.mode()).unwrap();
                    let set = accepted.advice.doings().find(|(id, doing)| {
                        **id == one.exercise && doing.mode == one.protocol.mode()
                    });
                    for amount in Amount::ALL.into_iter().filter(|_| set.is_some()) {
                        let Some(value) = amount.of(&one.protocol) else { continue };
                        let block = session.blocks.iter().find(|it| it.exercise == one.exercise);
                        let asked = block.and_then(|block| amount.in_change(&block.change));
                        let limits = limits(catalogue(), exercise, dose, age, amount).unwrap();
                        let own = asked == Some(value);
                        prop_assert!(own || limits.bounds.hold(value), "{amount:?} {value}");
                    }
                    if let Protocol::Dynamic { sets, reps, .. } = one.protocol
                        && exercise.category.slug() == "runner-dynamic"
                    {
                        landings += sets * reps * one.sides.times();
                    }
                }
                prop_assert!(landings <= 60, "{:?}: {landings}", session.id);
            }
        }
    }
}
