//! The very moment at which one thing becomes another, and what a press changes beside where it
//! leads.

use soepel::domain::{
    body::Side,
    dose::Sides,
    record::StopReason,
    session::{Input, Mark, Marked, Position, Session, State},
    settings::Pace,
    time::{Day, Millis, Moment, Seconds},
    timeline::{Count, Pacing, PhaseKind},
};

use crate::player::*;

fn stretching() -> Player {
    Player::start(&[(stretch(3, 20), Sides::InBlocks)])
}

fn bridging(sets: u32) -> Player {
    let mut player = Player::start(&[(reps(sets, 5, [2, 1, 2, 0], 30), Sides::Together)]);
    player.session.follow(Pace::OwnPace);
    player
}

fn later(now: Moment, mono: u64, wall: i64) -> Moment {
    Moment { mono: now.mono + mono, wall: now.wall + wall, ..now }
}

/// Two seconds between the clocks are no sleep; a moment more is.
#[test]
fn a_wall_clock_that_is_two_seconds_ahead_says_nothing_and_one_that_is_further_tells_of_sleep() {
    let Player { session, now } = Player::start(&[(march(), Sides::Together)]).wait(10);
    let active = |wall| {
        let mut session = session.clone();
        session.on(Input::Ticked, later(now, 1_000, wall));
        session.active()
    };
    assert_eq!(active(3_000), Millis(11_000));
    assert_eq!(active(3_001), Millis(13_001));
}

/// Three seconds after the start of a hold, back still means the one before.
#[test]
fn back_means_the_one_before_for_three_seconds() {
    let rep = |player: Player| player.press(Input::PressedBack).session.phase().unwrap().rep;
    assert_eq!(rep(stretching().wait(38 + 3)), 1);
    assert_eq!(rep(stretching().wait(38 + 3).wait_blind(1)), 2);
}

#[test]
fn back_in_a_rest_goes_to_the_hold_before_it() {
    let player = stretching().wait(68);
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::Rest, 2));
    let player = player.press(Input::PressedBack);
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::EaseIn, 2));
    let first = stretching().wait(4).press(Input::PressedBack);
    assert_eq!(first.kind(), PhaseKind::Ready, "there is none before the first");
}

#[test]
fn back_in_a_set_that_was_worked_on_begins_that_set_again() {
    let player = bridging(2).wait(5 + 20).press(Input::SaidDone).wait(30 + 10);
    assert_eq!(player.session.phase().unwrap().set, 2);
    let player = player.press(Input::PressedBack);
    assert_eq!(player.session.phase().unwrap().set, 2);
    let player = player.press(Input::PressedBack);
    assert_eq!(player.session.phase().unwrap().set, 1);
}

#[test]
fn a_press_while_paused_leads_to_a_pause() {
    for press in [Input::PressedNext, Input::PressedBack, Input::SkippedExercise] {
        let blocks = [(stretch(3, 20), Sides::InBlocks), (march(), Sides::Together)];
        let player = Player::start(&blocks).wait(20).press(Input::PressedPause).press(press);
        assert!(matches!(player.session.state(), State::Paused { .. }), "{press:?}");
    }
}

/// A journal may say of a phase that it was left, and then it was gone back to.
#[test]
fn what_is_done_again_is_open_again_whatever_was_said_of_it() {
    let now = Moment { wall: 1_790_000_000_000, mono: 5_000, offset: 120 };
    let restored = |phase| {
        let plan = plan(&[(stretch(3, 20), Sides::InBlocks)], Pacing::default());
        let left = Marked { from: 1, to: 3, mark: Mark::Partly(Millis(900)) };
        let at = Position { phase, into: Millis(0) };
        Session::restore(plan, Millis(9_000), at, &[left], now)
    };
    for press in [Input::Stopped(StopReason::TooHard), Input::PressedBack] {
        let mut session = restored(2);
        assert_eq!(session.marks()[2], Mark::Partly(Millis(900)));
        session.on(press, now);
        assert_eq!(session.marks()[1..3], [Mark::Open, Mark::Open], "{press:?}");
    }
    let last = restored(0).plan().phases().len() - 1;
    assert_eq!(restored(last + 5).position().unwrap().phase, last, "no journal leads beyond");
}

#[test]
fn marks_that_follow_each_other_are_kept_as_one() {
    let mut player = stretching().wait(31);
    let done = |from, to| Marked { from, to, mark: Mark::Done };
    assert_eq!(player.session.take_unsaved(), [done(0, 4)]);
    assert_eq!(player.session.take_unsaved(), []);
    let mut player = player.wait(8);
    assert_eq!(player.session.take_unsaved(), [done(4, 5)]);
}

#[test]
fn what_was_not_begun_is_skipped_and_what_was_begun_is_kept_for_as_long_as_it_lasted() {
    let marks = |player: Player| player.press(Input::SkippedExercise).session.marks().to_vec();
    let none = marks(stretching());
    assert!(none.iter().all(|mark| *mark == Mark::Skipped), "{none:?}");
    let some = marks(stretching().wait(7));
    assert_eq!(some[..3], [Mark::Done, Mark::Partly(Millis(2_000)), Mark::Skipped]);
    assert!(some[3..].iter().all(|mark| *mark == Mark::Skipped));
}

#[test]
fn the_plan_tells_its_time_between_two_looks_and_at_the_end() {
    let Player { session, now } = Player::start(&[(march(), Sides::Together)]).wait(10);
    assert_eq!(session.plan_time(), Millis(10_000));
    assert_eq!(session.into_phase(later(now, 500, 500)), Millis(5_500));
    assert_eq!(session.phase_left(), Millis(175_000));
    let player = Player { session, now }.wait(175);
    assert_eq!(player.session.plan_time(), Millis(185_000));
    assert_eq!((player.session.total_left(), player.session.phase_left()), (Millis(0), Millis(0)));
    assert_eq!(player.session.into_phase(player.now), Millis(0));
}

#[test]
fn the_plan_stands_still_at_the_set_that_begins_and_not_at_one_under_way() {
    let paused = bridging(2).wait(5).press(Input::PressedPause);
    assert_eq!(paused.session.stands_still_at(), Some(Millis(5_000)));
    let mut under_way = Player::start(&[(reps(2, 5, [2, 1, 2, 0], 30), Sides::Together)]).wait(6);
    under_way.session.follow(Pace::OwnPace);
    assert!(matches!(under_way.session.state(), State::Running { .. }));
    assert_eq!(under_way.session.stands_still_at(), Some(Millis(60_000)));
}

/// It goes over and over in tempo until nobody counts its time any more, a minute past its end.
#[test]
fn the_figure_of_a_set_that_is_waited_for_goes_round_until_its_time_is_over() {
    let shown = |seconds: u32| {
        let Player { session, now } = bridging(1).wait(5 + seconds);
        session.shown(later(now, 500, 500)).unwrap()
    };
    let first = bridging(1).wait(5).session.position().unwrap().phase;
    assert_eq!(shown(0), (first, Millis(500)));
    assert_eq!(shown(2), (first + 1, Millis(500)), "two seconds out, then it is held");
    assert_eq!(shown(25), (first, Millis(500)), "once more");
    let Player { session, now } = bridging(1).wait(5 + 84);
    assert_ne!(session.shown(later(now, 999, 999)).unwrap().1, Millis(0));
    assert_eq!(session.shown(later(now, 1_000, 1_000)), Some((first, Millis(0))));
}

/// 3.5.
#[test]
fn a_pinch_and_what_is_too_hard_end_no_session_and_everything_else_does() {
    for reason in StopReason::ALL {
        let goes_on = [StopReason::TooHard, StopReason::GroinPinch].contains(reason);
        assert_eq!(reason.ends_session(), !goes_on, "{reason:?}");
        let blocks = [(stretch(3, 20), Sides::InBlocks), (march(), Sides::Together)];
        let player = Player::start(&blocks).wait(20).press(Input::Stopped(*reason));
        let ended = matches!(player.session.state(), State::Ended { .. });
        assert_eq!(ended, !goes_on, "{reason:?}");
    }
}

#[test]
fn a_day_tells_its_year_whether_it_is_odd_and_how_far_it_is_from_another() {
    let day = |text: &str| Day::parse(text).unwrap();
    let today = day("2026-11-26");
    assert_eq!((today.year(), today.is_odd(), day("2026-11-25").is_odd()), (2026, false, true));
    assert_eq!(day("2026-12-01").days_since(today), 5);
    assert_eq!(today.days_since(day("2026-12-01")), -5);
    assert_eq!(today.days_since(today), 0);
    let next: Vec<String> = today.next_days(6).map(Day::iso).collect();
    assert_eq!(next.first().unwrap(), "2026-11-26");
    assert_eq!((next.len(), next.last().unwrap().as_str()), (6, "2026-12-01"));
    assert_eq!(today.noon_utc(), 1_795_694_400_000);
    assert_eq!(Day::of(today.noon_utc(), 0), today);
    assert_eq!(today.date().to_string(), "2026-11-26");
    assert_eq!(today.monday(), day("2026-11-23"));
    assert_eq!(day("2026-12-31").first_of_next_month(), day("2027-01-01"));
    assert_eq!(
        (today.first_of_month(), today.first_of_year()),
        (day("2026-11-01"), day("2026-01-01"))
    );
    assert_eq!(
        (today.before(), today.plus(5), today.less(26)),
        (day("2026-11-25"), day("2026-12-01"), day("2026-10-31"))
    );
}

#[test]
fn seconds_and_milliseconds_are_counted_up_and_down() {
    assert_eq!(Millis(1_999).seconds_down(), Seconds(1));
    assert_eq!(Millis(2_000).seconds_down(), Seconds(2));
    assert_eq!(Millis(2_001).seconds_up(), Seconds(3));
    assert_eq!(Millis(2_000).seconds_up(), Seconds(2));
    assert_eq!(Seconds(7) * 3, Seconds(21));
    assert_eq!(Millis(5) - Millis(7), Millis(0));
}

/// A dose of a later version may have a hold of no seconds: what ends it counts all the same.
#[test]
fn a_repetition_is_counted_even_where_nothing_of_it_takes_time() {
    let player = Player::start(&[(stretch(3, 0), Sides::InBlocks)]);
    let planned: Vec<u32> = player.done().iter().map(|(_, _, planned)| *planned).collect();
    assert_eq!(planned, [3, 3]);
}

#[test]
fn circles_are_counted_in_both_directions() {
    assert_eq!(rotation().count(), Count { sets: 1, reps: 6 });
    assert_eq!(lift().count(), Count { sets: 2, reps: 5 });
    assert_eq!(march().count(), Count { sets: 1, reps: 1 });
}

#[test]
fn every_circle_has_its_own_number_through_both_directions() {
    let plan = plan(&[(rotation(), Sides::InBlocks)], Pacing::default());
    let phases = plan.phases().iter().filter(|phase| phase.side == Some(Side::Left));
    let circles: Vec<(u32, u8)> = phases
        .filter_map(|phase| match phase.kind {
            PhaseKind::Circle(direction) => Some((phase.rep, direction)),
            _ => None,
        })
        .collect();
    assert_eq!(circles, [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)]);
}
