//! X18: gaps and the lighter week.

use soepel::{
    content,
    domain::{
        dose::{AgeGroup, Mode, Protocol},
        exercise::Exercise,
        programme::{Block, SessionId, SessionOutline},
        progress::{
            Decision, Easing, Evidence, Gap, Proposed, Reason, Standing, deload_due, gap,
            repeats_last_week, return_after_gap,
        },
    },
};

use crate::made::{day, decided, good, proposed, step};

/// X18.
#[test]
fn a_gap_changes_what_it_asks_after_7_14_and_28_days() {
    for (days, expected) in [
        (0, Gap::Continue),
        (6, Gap::Continue),
        (7, Gap::Continue),
        (8, Gap::RepeatWeek),
        (13, Gap::RepeatWeek),
        (14, Gap::RepeatWeek),
        (15, Gap::StepBack),
        (27, Gap::StepBack),
        (28, Gap::StepBack),
        (29, Gap::Restart),
        (400, Gap::Restart),
    ] {
        assert_eq!(gap(days), expected, "{days} days");
    }
}

/// X18: what a gap proposes, on the day of coming back.
#[test]
fn coming_back_proposes_a_step_back_after_15_days_and_a_restart_after_29() {
    let two = [good(0, "P3-3"), good(2, "P3-3")];
    for (days, kind) in
        [(7, "up"), (8, ""), (14, ""), (15, "return"), (28, "return"), (29, "restart")]
    {
        let all = proposed(&two, &[], 2 + days);
        let first = all.first().map(|proposal| (&proposal.changes[0], proposal.reason));
        let said = match first {
            Some((Proposed::Step { from, to, .. }, Reason::TwoGoodSessions)) if to > from => "up",
            Some((Proposed::Return { .. }, Reason::Away { .. })) => "return",
            Some((Proposed::Restart { .. }, Reason::Away { .. })) => "restart",
            None => "",
            other => panic!("{other:?} after {days} days"),
        };
        assert_eq!(said, kind, "{days} days");
    }
}

/// X18: the week after counts too, and breaks for moving are no training.
#[test]
fn the_week_after_a_gap_repeats_what_was_before_it() {
    let mut all = vec![good(0, "P3-3"), good(10, "P3-3")];
    assert!(repeats_last_week(&all, day(10)) && repeats_last_week(&all, day(16)));
    assert!(!repeats_last_week(&all, day(17)));
    all.insert(1, good(5, "P4-break"));
    assert!(repeats_last_week(&all, day(10)), "a movement break does not end a gap");
}

fn protocol(standing: &Standing, session: &str, slug: &str) -> Option<Protocol> {
    let (outline, block, exercise) = found(session, slug);
    let catalogue = content::catalogue();
    standing.protocol(catalogue, outline, exercise, block.mode, block.change, AgeGroup::Adult)
}

fn found(
    session: &str,
    slug: &str,
) -> (&'static SessionOutline, &'static Block, &'static Exercise) {
    let catalogue = content::catalogue();
    let (_, outline) = catalogue.session(&SessionId(session.to_owned())).unwrap();
    let block = outline.blocks.iter().find(|block| block.exercise.as_str() == slug).unwrap();
    (outline, block, catalogue.exercise(&block.exercise).unwrap())
}

fn sets_and_reps(standing: &Standing, session: &str, slug: &str) -> Option<(u32, u32)> {
    match protocol(standing, session, slug)? {
        Protocol::Reps { sets, reps, .. } | Protocol::Dynamic { sets, reps, .. } => {
            Some((sets, reps))
        }
        Protocol::Static { reps, hold, .. } => Some((reps, hold.0)),
        other => panic!("{other:?}"),
    }
}

/// X18: 15 to 28 days away: less at once, a step lower once accepted, as before once declined.
#[test]
fn after_a_gap_less_is_asked_until_somebody_declines_that() {
    let before = decided(2, step("split-squat", Mode::Reps, 1, 3), true);
    let sessions = [good(0, "P5-L2"), good(2, "P5-L2")];
    let back = Proposed::Return { since: day(2), until: day(27) };
    let now = |decisions: &[Decision], today| Standing::new(&sessions, decisions, day(today));
    let asks = |standing: &Standing| sets_and_reps(standing, "P5-L2", "split-squat").unwrap();

    assert_eq!(asks(&now(std::slice::from_ref(&before), 3)), (3, 12));
    let unanswered = now(std::slice::from_ref(&before), 20);
    assert_eq!(unanswered.easing, Some(Easing::Return { until: day(27) }));
    assert_eq!(asks(&unanswered), (2, 10), "a step back is 3 × 10, and one set less");
    let declined = now(&[before.clone(), decided(20, back.clone(), false)], 20);
    assert_eq!(asks(&declined), (3, 12));
    let accepted = [before, decided(20, back, true)];
    assert_eq!(asks(&now(&accepted, 20)), (2, 10));
    let mut later = sessions.to_vec();
    later.push(good(20, "P5-L2"));
    let after_a_week = Standing::new(&later, &accepted, day(27));
    assert_eq!(asks(&after_a_week), (3, 10), "the step back stays, the volume returns");
}

/// X18: more than 28 days away begins at the start of each ladder.
#[test]
fn a_restart_begins_at_the_start_of_each_ladder() {
    let up = decided(2, step("split-squat", Mode::Reps, 1, 3), true);
    let restart = decided(40, Proposed::Restart { since: day(2) }, true);
    let sessions = [good(0, "P5-L2"), good(2, "P5-L2")];
    for decisions in [vec![up.clone()], vec![up, restart]] {
        let standing = Standing::new(&sessions, &decisions, day(40));
        assert_eq!(sets_and_reps(&standing, "P5-L2", "split-squat"), Some((2, 10)));
    }
}

/// X18: in the fourth week in a row, and only then.
#[test]
fn the_fourth_week_in_a_row_asks_for_a_lighter_one() {
    let weeks: Vec<Evidence> = [0, 2, 7, 9, 14, 16].map(|day| good(day, "P5-L2")).into();
    for (today, due) in [(20, false), (21, true), (27, true)] {
        assert_eq!(deload_due(&weeks, &[], day(today)).is_some(), due, "day {today}");
    }
    let missed: Vec<Evidence> = [0, 2, 14, 16].map(|day| good(day, "P5-L2")).into();
    assert_eq!(deload_due(&missed, &[], day(21)), None);
    let answered = decided(21, Proposed::Deload { until: day(28) }, false);
    assert_eq!(deload_due(&weeks, &[answered], day(22)), None, "declined is declined");
}

/// X18, P5: a set less and no jumps, for that week only.
#[test]
fn a_lighter_week_drops_a_set_where_the_bounds_let_it_and_the_jumps() {
    let accepted = [decided(21, Proposed::Deload { until: day(28) }, true)];
    let light = Standing::new(&[], &accepted, day(22));
    assert_eq!(sets_and_reps(&light, "P5-L3b", "single-leg-rdl"), Some((2, 5)));
    assert_eq!(sets_and_reps(&light, "P3-3", "superman"), Some((1, 8)));
    assert_eq!(sets_and_reps(&light, "P5-L3b", "skater-hop"), None);
    assert_eq!(sets_and_reps(&light, "P1-A", "quad-stretch-prone"), Some((3, 15)));
    let after = Standing::new(&[], &accepted, day(28));
    assert_eq!(sets_and_reps(&after, "P5-L3b", "single-leg-rdl"), Some((2, 8)));
    assert!(return_after_gap(&[], day(28)).is_none());
}
