//! Sessions of every mode, led to their end by moving the clocks by hand.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

use soepel::domain::{
    body::Side,
    cue::{CueKind, cues},
    dose::{Protocol, Resistance, Sides, Tempo},
    exercise::ExerciseId,
    plan::{Order, Plan, Prescription},
    programme::SessionId,
    record::{Ending, StopReason},
    session::{AwayAnswer, Input, Mark, Session, State},
    time::{Millis, Moment, Seconds},
    timeline::{Pacing, PhaseKind},
};

/// Somebody exercising, with both clocks in our hand.
struct Player {
    session: Session,
    now: Moment,
}

impl Player {
    fn start(prescriptions: &[(Protocol, Sides)]) -> Self {
        let now = Moment { wall: 1_790_000_000_000, mono: 5_000, offset: 120 };
        Self { session: Session::start(plan(prescriptions, Pacing::default()), now), now }
    }

    /// Awake, looking every second.
    fn wait(mut self, seconds: u32) -> Self {
        for _ in 0..seconds {
            self = self.wait_blind(1_000);
        }
        self
    }

    /// Awake, but nobody looks until the time is over.
    fn wait_blind(mut self, millis: u64) -> Self {
        self.now.mono += millis;
        self.now.wall += i64::try_from(millis).unwrap();
        self.press(Input::Ticked)
    }

    /// The device sleeps: only the wall clock goes on.
    fn sleep(mut self, seconds: i64) -> Self {
        self.now.wall += seconds * 1_000;
        self.press(Input::Ticked)
    }

    fn press(mut self, input: Input) -> Self {
        self.session.on(input, self.now);
        self
    }

    fn kind(&self) -> PhaseKind {
        self.session.phase().expect("still running").kind
    }

    fn left(&self) -> u32 {
        self.session.phase_left().seconds_up().0
    }

    /// Repetitions done and planned, per side.
    fn done(&self) -> Vec<(Option<Side>, u32, u32)> {
        self.session.tallies().iter().map(|tally| (tally.side, tally.done, tally.planned)).collect()
    }

    fn ended(&self, how: Ending) -> bool {
        self.session.state() == State::Ended { how }
    }
}

fn plan(prescriptions: &[(Protocol, Sides)], pacing: Pacing) -> Plan {
    let exercise = ExerciseId::new("glute-bridge").unwrap();
    let prescriptions = prescriptions
        .iter()
        .map(|&(protocol, sides)| Prescription { exercise: exercise.clone(), protocol, sides })
        .collect();
    let session = SessionId("P1-A".to_owned());
    Plan::new(Order { session, prescriptions, pacing, first_side: Side::Left })
        .expect("something to do")
}

fn seconds_of(protocol: Protocol, sides: Sides) -> u32 {
    plan(&[(protocol, sides)], Pacing::default()).lasts().0
}

fn stretch(reps: u32, hold: u32) -> Protocol {
    let (ease_in, release, rest) = (Seconds(3), Seconds(2), Seconds(8));
    Protocol::Static { reps, ease_in, hold: Seconds(hold), release, rest }
}

fn pnf(cycles: u32) -> Protocol {
    Protocol::Pnf {
        resistance: Resistance::Own,
        cycles,
        find: Seconds(8),
        contract: Seconds(10),
        relax: Seconds(5),
        release: Seconds(3),
    }
}

fn isometric(passive: u32, rounds: u32) -> Protocol {
    Protocol::IsometricEndRange {
        ease_in: Seconds(10),
        passive: Seconds(passive),
        rounds,
        ramp: Seconds(5),
        effort_a: Seconds(10),
        effort_b: Seconds(10),
        settle: Seconds(15),
        exit: Seconds(10),
    }
}

fn reps(sets: u32, reps: u32, tempo: [u32; 4], rest: u32) -> Protocol {
    let [out, end_hold, back, start_hold] = tempo.map(Seconds);
    Protocol::Reps {
        sets,
        reps,
        tempo: Tempo { out, end_hold, back, start_hold },
        rest: Seconds(rest),
    }
}

fn rotation() -> Protocol {
    Protocol::ControlledRotation { circles: 3, circle: Seconds(10), directions: 2 }
}

fn lift() -> Protocol {
    Protocol::EndRangeLift {
        sets: 2,
        reps: 5,
        lift: Seconds(2),
        hold: Seconds(3),
        lower: Seconds(2),
        pause: Seconds(1),
        rest: Seconds(30),
    }
}

fn side_plank() -> Protocol {
    Protocol::Hold { reps: 3, hold: Seconds(20), rest: Seconds(15) }
}

fn hops() -> Protocol {
    Protocol::Dynamic { sets: 2, reps: 6, rep: Seconds(3), rest: Seconds(60) }
}

fn march() -> Protocol {
    Protocol::Timed { duration: Seconds(180) }
}

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
    assert_eq!(pinch.session.troubles, vec![(0, StopReason::GroinPinch)]);
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

#[test]
fn a_session_restored_from_its_marks_goes_on_where_it_was() {
    let mut player = Player::start(&[(stretch(3, 20), Sides::InBlocks)]).wait(60);
    let marks = player.session.take_unsaved();
    let position = player.session.position().unwrap();
    let (plan, active) = (player.session.plan().clone(), player.session.active());
    let now = Moment { wall: player.now.wall + 86_400_000, mono: 3, offset: 60 };
    let session = Session::restore(plan, active, position.phase, &marks, now);
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
