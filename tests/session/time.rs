//! What the clocks do to a session.

use soepel::domain::{
    body::Side,
    cue::{CueKind, cues},
    dose::Sides,
    record::Ending,
    session::{AwayAnswer, Input, Session, State},
    time::{Millis, Moment, Seconds},
    timeline::{Pacing, PhaseKind},
};

use crate::player::*;

#[test]
fn the_test_vectors_of_section_6_come_out() {
    for (protocol, sides, seconds) in [
        (stretch(3, 20), Sides::InBlocks, 197),
        (stretch(3, 30), Sides::InBlocks, 257),
        (stretch(4, 60), Sides::InBlocks, 583),
        (pnf(3), Sides::InBlocks, 127),
        (pnf(4), Sides::InBlocks, 157),
        (isometric(120, 2), Sides::InBlocks, 425),
        (isometric(120, 2), Sides::Together, 210),
        (isometric(60, 1), Sides::InBlocks, 225),
        (rotation(), Sides::InBlocks, 135),
        (lift(), Sides::InBlocks, 215),
        (reps(2, 12, [2, 1, 2, 0], 30), Sides::InBlocks, 295),
        (side_plank(), Sides::InBlocks, 195),
        (hops(), Sides::Alternating, 137),
        (march(), Sides::Together, 185),
    ] {
        assert_eq!(seconds_of(protocol, sides), seconds, "{protocol:?}");
    }
}

#[test]
fn every_mode_played_to_its_end_credits_everything_on_both_sides() {
    let both = |n| vec![(Some(Side::Left), n, n), (Some(Side::Right), n, n)];
    for (protocol, sides, expected) in [
        (stretch(3, 20), Sides::InBlocks, both(3)),
        (pnf(3), Sides::InBlocks, both(3)),
        (isometric(120, 2), Sides::InBlocks, both(2)),
        (rotation(), Sides::InBlocks, both(6)),
        (lift(), Sides::InBlocks, both(10)),
        (reps(2, 12, [2, 1, 2, 0], 30), Sides::InBlocks, both(24)),
        (side_plank(), Sides::InBlocks, both(3)),
        (hops(), Sides::Alternating, both(12)),
        (march(), Sides::Together, vec![(None, 1, 1)]),
    ] {
        let length = seconds_of(protocol, sides);
        let almost = Player::start(&[(protocol, sides)]).wait(length - 1);
        assert!(almost.session.position().is_some(), "{protocol:?} ended too soon");
        let player = almost.wait(1);
        assert!(player.ended(Ending::Completed), "{protocol:?} did not end in time");
        assert_eq!(player.done(), expected, "{protocol:?}");
        assert_eq!(player.session.active(), Seconds(length).millis(), "{protocol:?}");
    }
}

#[test]
fn changed_pauses_shift_the_length_by_exactly_their_difference() {
    let strength = reps(2, 8, [3, 1, 2, 0], 60);
    let blocks = [
        (stretch(3, 20), Sides::InBlocks),
        (strength, Sides::InBlocks),
        (march(), Sides::Together),
    ];
    let usual = plan(&blocks, Pacing::default()).lasts().0;
    let slow = Pacing { ready: Seconds(9), switch: Seconds(20), transition: Seconds(45) };
    // Three times ready, one change of sides in the stretch and one in each set, two transitions.
    assert_eq!(plan(&blocks, slow).lasts().0, usual + 3 * 4 + 3 * 10 + 2 * 30);
    let none = Pacing { ready: Seconds(0), switch: Seconds(0), transition: Seconds(0) };
    assert_eq!(plan(&blocks, none).lasts().0, usual - 3 * 5 - 3 * 10 - 2 * 15);
}

#[test]
fn time_spent_paused_does_not_count() {
    let player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(10);
    let left = player.left();
    let player =
        player.press(Input::PressedPause).wait(3_600).sleep(3_600).press(Input::PressedResume);
    assert_eq!((player.kind(), player.left()), (PhaseKind::Hold, left));
    assert_eq!(player.session.active(), Millis(10_000));
}

#[test]
fn late_doubled_and_lost_ticks_change_nothing() {
    let blocks = [(stretch(3, 20), Sides::InBlocks)];
    let steady = Player::start(&blocks).wait(60);
    let ragged =
        Player::start(&blocks).wait(7).press(Input::Ticked).wait_blind(3_700).press(Input::Ticked);
    let ragged = ragged.wait_blind(1).wait_blind(49_299);
    assert_eq!(steady.session.position(), ragged.session.position());
    assert_eq!(steady.session.marks(), ragged.session.marks());
    assert_eq!(steady.session.active(), ragged.session.active());
}

#[test]
fn a_gap_is_believed_up_to_a_minute_past_the_end_of_the_running_hold() {
    // After 10 s: two seconds into the first hold of 20, with 18 + 2 left until its end.
    let start = || Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(10);
    let believed = start().wait_blind(80_000);
    assert!(matches!(believed.session.state(), State::Running { .. }));
    assert_eq!(believed.session.active(), Millis(90_000));
    let asked = start().wait_blind(80_001);
    assert!(matches!(asked.session.state(), State::Away { .. }));
    assert_eq!(asked.done()[0], (Some(Side::Left), 0, 3), "nothing is credited unasked");
    assert_eq!(asked.session.active(), Millis(10_000));
}

#[test]
fn a_sleeping_phone_counts_by_the_wall_clock() {
    let player = Player::start(&[(march(), Sides::Together)]).wait(10).sleep(100);
    assert_eq!(player.left(), 75);
    let player = player.sleep(600);
    assert!(matches!(player.session.state(), State::Away { .. }));
}

#[test]
fn a_wall_clock_set_back_counts_for_nothing() {
    let player = Player::start(&[(march(), Sides::Together)]).wait(10).sleep(-7_200).wait(5);
    assert_eq!(player.left(), 170);
}

#[test]
fn the_question_after_a_gap_has_three_answers() {
    let asked = || Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(10).sleep(900);
    let done = asked().press(Input::AnsweredAway(AwayAnswer::Done));
    assert_eq!((done.kind(), done.done()[0].1), (PhaseKind::Rest, 1));
    assert_eq!(done.session.active(), Millis(30_000));
    let not = asked().press(Input::AnsweredAway(AwayAnswer::NotDone));
    assert_eq!((not.kind(), not.done()[0].1), (PhaseKind::Rest, 0));
    let again = asked().press(Input::AnsweredAway(AwayAnswer::GoOn));
    assert_eq!((again.kind(), again.left()), (PhaseKind::EaseIn, 3));
}

#[test]
fn while_the_question_is_open_nothing_runs_and_it_is_asked_once() {
    let player = Player::start(&[(stretch(3, 20), Sides::InBlocks)])
        .wait(10)
        .sleep(900)
        .wait(500)
        .sleep(500);
    assert!(
        matches!(player.session.state(), State::Away { gap, .. } if gap == Seconds(900).millis())
    );
    let player = player.press(Input::AnsweredAway(AwayAnswer::GoOn)).wait(3);
    assert_eq!(player.kind(), PhaseKind::Hold);
}

#[test]
fn a_session_restored_from_its_marks_goes_on_where_it_was() {
    let mut player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(60);
    let marks = player.session.take_unsaved();
    let position = player.session.position().unwrap();
    let (plan, active) = (player.session.plan().clone(), player.session.active());
    let now = Moment { wall: player.now.wall + 86_400_000, mono: 3, offset: 60 };
    let session = Session::restore(plan, active, position, &marks, now);
    assert!(matches!(session.state(), State::Paused { .. }));
    let restored = Player { session, now };
    assert_eq!(restored.done(), player.done());
    let left = restored.session.total_left().seconds_up().0;
    let restored = restored.press(Input::PressedResume).wait(left);
    assert!(restored.ended(Ending::Completed));
    assert_eq!(restored.done(), vec![(Some(Side::Left), 3, 3), (Some(Side::Right), 3, 3)]);
}

#[test]
fn cues_of_two_halves_are_the_cues_of_the_whole() {
    let blocks = [(stretch(3, 20), Sides::InBlocks), (isometric(120, 2), Sides::InBlocks)];
    let plan = plan(&blocks, Pacing::default());
    let end = plan.lasts().millis() + Millis(1);
    let whole = cues(&plan, Millis(0), end);
    for cut in (0..end.0).step_by(777) {
        let mut halves = cues(&plan, Millis(0), Millis(cut));
        halves.extend(cues(&plan, Millis(cut), end));
        assert_eq!(halves, whole, "cut at {cut}");
    }
    assert_eq!(whole.last().map(|cue| cue.kind), Some(CueKind::End));
    assert!(whole.is_sorted_by_key(|cue| cue.at));
}

#[test]
fn a_hold_is_cued_at_its_start_half_way_and_at_its_last_five_seconds() {
    let plan = plan(&[(stretch(1, 20), Sides::Together)], Pacing::default());
    let of_hold: Vec<_> = cues(&plan, Millis(8_000), Millis(28_000))
        .iter()
        .map(|cue| (cue.at.0 - 8_000, cue.kind))
        .collect();
    let expected = vec![
        (0, CueKind::Start(PhaseKind::Hold)),
        (10_000, CueKind::Half),
        (15_000, CueKind::LastFive),
        (17_000, CueKind::Count(3)),
        (18_000, CueKind::Count(2)),
        (19_000, CueKind::Count(1)),
    ];
    assert_eq!(of_hold, expected);
}

#[test]
fn a_march_goes_on_where_it_was_and_a_hold_begins_again() {
    let restored = |player: Player| {
        let (plan, at) = (player.session.plan().clone(), player.session.position().unwrap());
        Session::restore(plan, player.session.active(), at, &[], player.now).phase_left()
    };
    assert_eq!(restored(Player::start(&[(march(), Sides::Together)]).wait(65)), Millis(120_000));
    let hold = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(15);
    assert_eq!(restored(hold), Millis(20_000));
}
