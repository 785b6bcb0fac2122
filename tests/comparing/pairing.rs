//! Which sessions make a pair that counts, and why the others do not (7.2).

use std::collections::{BTreeMap, BTreeSet};

use soepel::{
    content::catalogue,
    domain::{
        body::Score,
        comparing::{ComparedPair, Facts, Gathered, WhyUnused, gather},
        history::History,
        planning::{
            choices::{TimeOfDay, Weekday},
            method::Method,
        },
        record::{BeforeSport, Ending, Outcome, SessionRecord, StopReason},
        time::Day,
    },
};

use crate::made::{day, session};

fn gathered_with(
    records: Vec<SessionRecord>,
    sport: &BTreeMap<Weekday, TimeOfDay>,
    red_days: &BTreeSet<Day>,
    since: Option<Day>,
) -> Gathered {
    let facts = Facts { catalogue: catalogue(), since, sport, red_days };
    gather(&History::new(records), facts)
}

fn gathered(records: Vec<SessionRecord>) -> Gathered {
    gathered_with(records, &BTreeMap::new(), &BTreeSet::new(), None)
}

fn reasons(all: &Gathered) -> Vec<WhyUnused> {
    all.unused.iter().map(|one| one.why).collect()
}

/// A static session on Monday and a PNF one on Tuesday, with something done to the first.
fn changed(change: impl FnOnce(&mut SessionRecord)) -> Gathered {
    let mut first = session("P1-A", 0, Some(1));
    change(&mut first);
    gathered(vec![first, session("P1-A-pnf", 1, Some(2))])
}

/// R0.26: one of each, and d is PNF minus static whichever came first.
#[test]
fn a_pair_is_one_of_each_and_its_difference_is_pnf_minus_static() {
    let all = gathered(vec![
        session("P1-A", 0, Some(1)),
        session("P1-A-pnf", 1, Some(3)),
        session("P1-A-pnf", 3, Some(-1)),
        session("P1-A", 5, Some(2)),
    ]);
    let differences: Vec<i8> = all.pairs.iter().map(ComparedPair::difference).collect();
    assert_eq!(differences, [2, -3]);
    assert_eq!((reasons(&all), all.open), (vec![], None));
    assert_eq!(all.pairs[1].day(), day(5));
}

/// R0.41: the secondaries stand beside it, where they were told; a missing answer is no 0.
#[test]
fn stiffness_and_the_next_morning_stand_beside_it_where_they_were_told() {
    let mut first = session("P1-A", 0, Some(1));
    first.before.stiffness = Score::new(5);
    first.after.stiffness = Score::new(2);
    first.after.morning = Score::new(4);
    let mut second = session("P1-A-pnf", 1, Some(1));
    second.before.stiffness = Score::new(5);
    let all = gathered(vec![first, second]);
    let pair = &all.pairs[0];
    assert_eq!((pair.held.stiffness_drop, pair.held.morning), (Some(3), Some(4)));
    assert_eq!((pair.pnf.stiffness_drop, pair.pnf.morning), (None, None));
}

#[test]
fn each_reason_that_keeps_a_session_out_is_named() {
    let unused = |all: Gathered| (all.pairs.len(), reasons(&all));
    let out = |why| (0, vec![why]);
    assert_eq!(unused(changed(|first| first.after.change = None)), out(WhyUnused::NoAnswer));
    let stopped = Ending::Stopped(StopReason::SharpPain);
    assert_eq!(unused(changed(|first| first.ending = stopped)), out(WhyUnused::Ended));
    assert_eq!(
        unused(changed(|first| first.done[1].outcome = Outcome::Skipped)),
        out(WhyUnused::SkippedExercise)
    );
    // D1 4 or more is an amber day (3.4).
    assert_eq!(unused(changed(|first| first.before.pain = Score::new(4))), out(WhyUnused::HardDay));
    assert_eq!(
        unused(changed(|first| first.before.sport = Some(BeforeSport::Swapped))),
        out(WhyUnused::Swapped)
    );
    // Whoever is warm already skips the warm-up (R0.20).
    let warm = changed(|first| first.done[0].outcome = Outcome::Skipped);
    assert_eq!(unused(warm), (1, vec![]));
    // One stretch was replaced on one of the two days: no longer the same stretches.
    let other = changed(|first| first.done[1].exercise = "iliopsoas-half-kneeling".to_owned());
    assert_eq!(unused(other), out(WhyUnused::OtherStretches));
    // In another stage they are others.
    let stages = vec![session("P1-A", 0, Some(1)), session("P1-B-pnf", 1, Some(1))];
    assert_eq!(unused(gathered(stages)), out(WhyUnused::OtherStretches));
}

#[test]
fn a_day_that_was_red_counts_not_and_a_session_right_after_sport_neither() {
    let records = || vec![session("P1-A", 0, Some(1)), session("P1-A-pnf", 1, Some(2))];
    let red = gathered_with(records(), &BTreeMap::new(), &[day(0)].into(), None);
    assert_eq!((red.pairs.len(), reasons(&red)), (0, vec![WhyUnused::HardDay]));
    // The session began at ten.
    for (at, counts) in [("06:59", true), ("07:00", false), ("09:59", false), ("10:00", true)] {
        let sport = [(Weekday::Monday, TimeOfDay::parse(at).unwrap())].into();
        let all = gathered_with(records(), &sport, &BTreeSet::new(), None);
        assert_eq!(all.pairs.len() == 1, counts, "{at}");
        assert_eq!(reasons(&all) == [WhyUnused::AfterSport], !counts, "{at}");
    }
}

#[test]
fn four_days_apart_is_a_pair_and_five_is_none() {
    let apart =
        |days| gathered(vec![session("P1-A", 0, Some(1)), session("P1-A-pnf", days, Some(1))]);
    assert_eq!(apart(4).pairs.len(), 1);
    let five = apart(5);
    assert_eq!((five.pairs.len(), reasons(&five)), (0, vec![WhyUnused::TooFarApart]));
    assert_eq!(five.open, Some((Method::Pnf, day(5))));
}

#[test]
fn another_stretch_of_these_muscles_in_between_spoils_a_pair_and_a_mini_does_not() {
    let with = |between: &str| {
        gathered(vec![
            session("P1-A", 0, Some(1)),
            session(between, 1, Some(0)),
            session("P1-A-pnf", 2, Some(1)),
        ])
    };
    // P4 stretches the iliopsoas too.
    let spoiled = with("P4-A");
    assert_eq!((spoiled.pairs.len(), reasons(&spoiled)), (0, vec![WhyUnused::StretchedBetween]));
    for harmless in ["P1-mini", "P6-2min", "P3-1"] {
        assert_eq!(with(harmless).pairs.len(), 1, "{harmless}");
    }
    // So does one that itself does not count.
    let all = gathered(vec![
        session("P1-A", 0, Some(1)),
        session("P1-A-pnf", 1, None),
        session("P1-A-pnf", 2, Some(1)),
    ]);
    assert_eq!(all.pairs.len(), 0);
    assert_eq!(reasons(&all), [WhyUnused::StretchedBetween, WhyUnused::NoAnswer]);
}

#[test]
fn the_same_method_twice_leaves_the_later_one_waiting() {
    let all = gathered(vec![
        session("P1-A", 0, Some(1)),
        session("P1-A", 2, Some(2)),
        session("P1-A-pnf", 3, Some(2)),
    ]);
    assert_eq!(reasons(&all), [WhyUnused::SameMethodAgain]);
    assert_eq!(all.pairs[0].held.change, 2);
}

/// R0.40: a comparison that begins anew counts from its own first day.
#[test]
fn what_lies_before_a_new_beginning_counts_no_more() {
    let records = || {
        vec![
            session("P1-A", 0, Some(1)),
            session("P1-A-pnf", 1, Some(1)),
            session("P1-A", 7, Some(1)),
            session("P1-A-pnf", 8, Some(1)),
        ]
    };
    let all = gathered_with(records(), &BTreeMap::new(), &BTreeSet::new(), Some(day(7)));
    assert_eq!(all.pairs.len(), 1);
    assert_eq!(all.pairs[0].held.day, day(7));
}
