//! What each press does to a session.

use soepel::domain::{
    body::Side,
    dose::Sides,
    record::{Ending, StopReason},
    session::{Input, Mark, State, Trouble},
    time::{Millis, Seconds},
    timeline::PhaseKind,
};

use crate::player::*;

#[test]
fn next_in_a_hold_keeps_the_seconds_but_not_the_repetition() {
    let player =
        Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(20).press(Input::PressedNext);
    assert_eq!(player.kind(), PhaseKind::Rest);
    let tally = player.session.tallies()[0];
    assert_eq!((tally.done, tally.held), (0, Millis(12_000)));
}

#[test]
fn next_in_tempo_says_that_the_set_is_done() {
    let player = Player::start(&[(reps(2, 10, [2, 1, 2, 0], 60), Sides::Together)])
        .wait(9)
        .press(Input::PressedNext);
    assert_eq!((player.kind(), player.done()), (PhaseKind::SetRest, vec![(None, 10, 20)]));
}

#[test]
fn back_goes_to_the_start_of_the_hold_and_then_to_the_one_before() {
    let player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(50);
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::Hold, 2));
    let player = player.press(Input::PressedBack);
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::EaseIn, 2));
    let player = player.press(Input::PressedBack);
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::EaseIn, 1));
    assert_eq!(player.done()[0].1, 0, "what is done again is not counted twice");
}

#[test]
fn restarting_a_side_forgets_that_side_only() {
    let player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(5 + 91 + 10 + 40);
    assert_eq!(player.done(), vec![(Some(Side::Left), 3, 3), (Some(Side::Right), 1, 3)]);
    let player = player.press(Input::RestartedSide);
    assert_eq!(player.done(), vec![(Some(Side::Left), 3, 3), (Some(Side::Right), 0, 3)]);
    assert_eq!((player.kind(), player.left()), (PhaseKind::EaseIn, 3));
}

#[test]
fn ten_more_seconds_lengthen_this_phase_and_the_session() {
    let player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(10);
    let (left, total) = (player.left(), player.session.total_left());
    let player = player.press(Input::AddedTime);
    assert_eq!(player.left(), left + 10);
    assert_eq!(player.session.total_left(), total + Seconds(10).millis());
    let paced = Player::start(&[(reps(1, 5, [2, 1, 2, 0], 0), Sides::Together)]).wait(6);
    assert_eq!(paced.left(), paced.press(Input::AddedTime).left(), "nobody lengthens a tempo");
}

#[test]
fn skipping_an_exercise_keeps_what_was_done_of_it() {
    let blocks = [(stretch(3, 20), Sides::InBlocks), (march(), Sides::Together)];
    let player = Player::start(&blocks).wait(40).press(Input::SkippedExercise);
    assert_eq!(player.kind(), PhaseKind::Transition);
    assert_eq!(
        player.done(),
        vec![(Some(Side::Left), 1, 3), (Some(Side::Right), 0, 3), (None, 0, 1)]
    );
}

#[test]
fn sharp_pain_ends_the_session_and_a_pinch_only_the_exercise() {
    let blocks = [(stretch(3, 20), Sides::InBlocks), (march(), Sides::Together)];
    let sharp = Player::start(&blocks).wait(40).press(Input::Stopped(StopReason::SharpPain));
    assert!(sharp.ended(Ending::Stopped(StopReason::SharpPain)));
    let pinch = Player::start(&blocks).wait(40).press(Input::Stopped(StopReason::GroinPinch));
    assert!(
        matches!(pinch.session.state(), State::Paused { .. }),
        "the next exercise waits for a press"
    );
    assert_eq!(pinch.kind(), PhaseKind::Transition);
    let (side, reason) = (Some(Side::Left), StopReason::GroinPinch);
    let mut pinched = pinch.session;
    assert_eq!(pinched.take_troubles(), [Trouble { block: 0, side, reason }]);
}

/// 3.5: what is too hard is done one step lighter, from the start of the hold that was too much.
#[test]
fn what_is_too_hard_begins_again_at_the_same_hold_and_waits() {
    let mut player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(50);
    player = player.press(Input::Stopped(StopReason::TooHard));
    assert!(matches!(player.session.state(), State::Paused { .. }));
    assert_eq!((player.kind(), player.session.phase().unwrap().rep), (PhaseKind::EaseIn, 2));
    assert_eq!(player.done()[0].1, 1, "the first hold was done");
    let player = player.press(Input::PressedResume).wait(500);
    assert!(player.ended(Ending::Completed));
}

#[test]
fn finishing_early_keeps_what_was_done() {
    let player =
        Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(40).press(Input::FinishedEarly);
    assert!(player.ended(Ending::FinishedEarly));
    assert_eq!(player.done(), vec![(Some(Side::Left), 1, 3), (Some(Side::Right), 0, 3)]);
    assert!(player.session.marks().iter().all(|mark| *mark != Mark::Open));
}

#[test]
fn presses_after_the_end_change_nothing() {
    let ended = Player::start(&[(march(), Sides::Together)]).wait(185);
    let before = ended.session.clone();
    let after = ended.press(Input::PressedBack).press(Input::AddedTime).wait(60);
    let after = after.press(Input::Stopped(StopReason::Other));
    assert_eq!(before.state(), after.session.state());
    assert_eq!(before.marks(), after.session.marks());
}
