//! Sets of repetitions at one's own pace: the session waits for "klaar".

use soepel::domain::{
    body::Side,
    dose::Sides,
    record::Ending,
    session::{AwayAnswer, Input, Mark, Session, State},
    settings::Pace,
    time::{Millis, Moment, Seconds},
    timeline::PhaseKind,
};

use crate::player::*;

fn bridges() -> Player {
    own_pace(&[(reps(2, 12, [2, 1, 2, 0], 30), Sides::Together), (march(), Sides::Together)])
}

fn own_pace(blocks: &[(soepel::domain::dose::Protocol, Sides)]) -> Player {
    let mut player = Player::start(blocks);
    player.session.follow(Pace::OwnPace);
    player
}

fn waits(player: &Player) -> bool {
    matches!(player.session.state(), State::Waiting { .. })
}

#[test]
fn a_set_at_ones_own_pace_waits_for_as_long_as_it_takes() {
    let player = bridges().wait(4);
    assert_eq!(player.session.stands_still_at(), Some(Millis(5_000)));
    let player = player.wait(1);
    assert!(waits(&player));
    let (plan_time, left) = (player.session.plan_time(), player.session.total_left());
    let player = player.wait(100);
    assert!(waits(&player), "the set of a minute took longer");
    assert_eq!((player.session.plan_time(), player.session.total_left()), (plan_time, left));
    assert_eq!(player.done()[0], (None, 0, 24), "nothing is counted before it is said");
    let player = player.press(Input::SaidDone);
    assert_eq!((player.kind(), player.done()[0]), (PhaseKind::SetRest, (None, 12, 24)));
    assert_eq!(player.session.tallies()[0].held, Millis(60_000), "no more than it would take");
    assert_eq!(player.session.active(), Millis(105_000), "all of it was spent exercising");
}

#[test]
fn a_set_that_was_quick_is_kept_as_quick() {
    let player = bridges().wait(5 + 24).press(Input::SaidDone).wait(30 + 24);
    let player = player.press(Input::SaidDone).wait(15 + 5 + 180);
    assert!(player.ended(Ending::Completed));
    assert_eq!(player.done()[0], (None, 24, 24));
    assert_eq!(player.session.tallies()[0].held, Millis(48_000));
    let tempo = Player::start(&[(reps(1, 12, [2, 1, 2, 0], 0), Sides::Together)]).wait(5 + 10);
    let tempo = tempo.press(Input::PressedNext);
    assert_eq!(tempo.done()[0], (None, 12, 12));
    assert_eq!(tempo.session.tallies()[0].held, Millis(10_000), "no second is invented");
}

#[test]
fn only_sets_wait_and_each_side_waits_by_itself() {
    let held = own_pace(&[(stretch(3, 20), Sides::InBlocks), (side_plank(), Sides::InBlocks)]);
    assert_eq!(held.session.stands_still_at(), None);
    for protocol in [lift(), hops(), reps(1, 5, [2, 1, 2, 0], 0)] {
        let player = own_pace(&[(protocol, Sides::InBlocks)]).wait(5);
        assert!(waits(&player), "{protocol:?}");
        let player = player.wait(3).press(Input::SaidDone);
        assert_eq!(player.kind(), PhaseKind::SwitchSides);
        let player = player.wait(10);
        assert!(waits(&player));
        assert_eq!(player.session.phase().unwrap().side, Some(Side::Right));
    }
}

#[test]
fn saying_done_means_nothing_where_nobody_waits() {
    let player = Player::start(&[(march(), Sides::Together)]).wait(20);
    let before = player.session.clone();
    assert_eq!(player.press(Input::SaidDone).session, before);
    let mut paused = bridges().wait(10).press(Input::PressedPause);
    let state = paused.session.state();
    paused = paused.press(Input::SaidDone);
    assert_eq!(paused.session.state(), state);
}

#[test]
fn a_pause_in_a_set_keeps_the_seconds_that_were_worked() {
    let player = bridges().wait(5 + 20).press(Input::PressedPause).wait(600);
    let player = player.press(Input::PressedResume);
    assert!(waits(&player));
    let player = player.wait(10).press(Input::SaidDone);
    assert_eq!(player.session.tallies()[0].held, Millis(30_000));
    assert_eq!(player.session.active(), Millis(35_000));
}

#[test]
fn a_set_that_is_left_keeps_its_seconds_but_no_repetition() {
    let player = bridges().wait(5 + 24).press(Input::SkippedExercise);
    assert_eq!(player.kind(), PhaseKind::Transition);
    let tally = player.session.tallies()[0];
    assert_eq!((tally.done, tally.held), (0, Millis(24_000)));
}

#[test]
fn eight_hours_of_sleep_in_a_set_are_asked_about() {
    let asked = || bridges().wait(5 + 20).sleep(8 * 3_600);
    assert!(
        matches!(asked().session.state(), State::Away { gap, .. } if gap == Seconds(28_800).millis())
    );
    assert_eq!(asked().session.active(), Millis(25_000));
    let done = asked().press(Input::AnsweredAway(AwayAnswer::Done));
    assert_eq!((done.kind(), done.done()[0].1), (PhaseKind::SetRest, 12));
    assert_eq!(done.session.active(), Millis(65_000));
    let not = asked().press(Input::AnsweredAway(AwayAnswer::NotDone));
    assert_eq!((not.kind(), not.done()[0].1), (PhaseKind::SetRest, 0));
    assert_eq!(not.session.tallies()[0].held, Millis(20_000), "what was before the gap stays");
    let again = asked().press(Input::AnsweredAway(AwayAnswer::GoOn));
    assert!(waits(&again));
    assert_eq!(again.session.tallies()[0].held, Millis(0));
}

/// A phone left on the floor, awake, is no exercise.
#[test]
fn waiting_for_an_hour_counts_a_minute_more_than_the_set_would_take() {
    let player = bridges().wait(5 + 3_600).press(Input::SaidDone);
    assert_eq!(player.session.active(), Millis(5_000 + 60_000 + 60_000));
    assert_eq!(player.session.tallies()[0].held, Millis(60_000));
}

#[test]
fn the_pace_can_be_changed_at_any_moment() {
    let mut player = bridges().wait(5 + 7);
    player.session.follow(Pace::Tempo);
    assert!(matches!(player.session.state(), State::Running { .. }));
    let mut player = player.wait(20);
    player.session.follow(Pace::OwnPace);
    assert!(matches!(player.session.state(), State::Running { .. }), "a set begun goes on");
    let player = player.wait(40 + 30);
    assert!(waits(&player), "the next one waits");
}

#[test]
fn back_and_once_more_lead_to_the_set_again() {
    let player = bridges().wait(5 + 10).press(Input::PressedBack);
    assert!(waits(&player));
    assert_eq!(player.session.tallies()[0].held, Millis(0));
    let second = bridges().wait(15).press(Input::SaidDone).wait(31).press(Input::PressedBack);
    assert_eq!(second.session.phase().unwrap().set, 1, "just begun, so to the one before");
    assert_eq!(second.press(Input::RestartedSide).done()[0].1, 0);
}

#[test]
fn a_set_that_was_cut_off_waits_again_with_what_came_before() {
    let mut player = bridges().wait(5 + 24).press(Input::SaidDone).wait(30 + 7);
    let marks = player.session.take_unsaved();
    assert!(marks.iter().any(|marked| matches!(marked.mark, Mark::Counted(_))));
    let (plan, at) = (player.session.plan().clone(), player.session.position().unwrap());
    let now = Moment { wall: player.now.wall + 86_400_000, mono: 3, offset: 60 };
    let mut session = Session::restore(plan, player.session.active(), at, &marks, now);
    session.follow(Pace::OwnPace);
    let restored = Player { session, now }.press(Input::PressedResume);
    assert!(waits(&restored));
    assert_eq!(restored.session.tallies()[0].held, Millis(24_000));
    assert_eq!(restored.session.phase().unwrap().set, 2);
}

#[test]
fn ten_seconds_more_are_kept_through_a_reload() {
    let mut player = Player::start(&[(stretch(1, 20), Sides::InBlocks)]).wait(10);
    player = player.press(Input::AddedTime).wait(29);
    let marks = player.session.take_unsaved();
    let again =
        plan(&[(stretch(1, 20), Sides::InBlocks)], soepel::domain::timeline::Pacing::default());
    let at = player.session.position().unwrap();
    let restored = Session::restore(again, player.session.active(), at, &marks, player.now);
    assert_eq!(restored.tallies(), player.session.tallies());
    assert_eq!(restored.tallies()[0].held, Millis(30_000));
}

#[test]
fn while_a_set_waits_the_figure_does_it_in_tempo_over_and_over() {
    let mut player = bridges().wait(5);
    let mut shown = |seconds: u32| {
        player = std::mem::replace(&mut player, bridges()).wait(seconds);
        let (phase, over) = player.session.shown(player.now).unwrap();
        let phase = &player.session.plan().phases()[phase];
        (phase.rep, phase.kind, over)
    };
    let (_, out, _) = shown(0);
    assert_eq!(shown(6), (2, out, Millis(1_000)));
    let (rep, hold, over) = shown(1);
    assert_eq!((rep, over), (2, Millis(0)));
    assert_ne!(hold, out);
    assert_eq!(shown(54), (1, out, Millis(1_000)), "the set of a minute begins anew");
    assert_eq!(shown(300), (1, out, Millis(0)), "nobody works that long: it stands still");
    player = player.press(Input::SaidDone).wait(3);
    let at = player.session.position().unwrap();
    assert_eq!(player.session.shown(player.now), Some((at.phase, Millis(3_000))));
}
