//! R13: what the clocks of real devices do, by name and ten thousand times by chance. Time that was
//! exercised is known to a quarter of a second, nothing is negative, and after a gap a session goes
//! no further than the rule lets it.

use proptest::prelude::*;
use soepel::domain::{
    dose::{Protocol, Sides},
    session::{AwayAnswer, Input, LONGEST_GAP, PAST_THE_END, Session, State},
    time::{Day, Millis, Moment},
    timeline::Pacing,
};

use crate::player::*;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

fn blocks() -> Vec<(Protocol, Sides)> {
    vec![
        (stretch(2, 20), Sides::InBlocks),
        (march(), Sides::Together),
        (pnf(2), Sides::InBlocks),
        (hops(), Sides::Alternating),
    ]
}

/// Three minutes of walking, of which ten seconds are over.
fn walking() -> Player {
    Player::start(&[(march(), Sides::Together)]).wait(10)
}

fn active(player: &Player) -> u64 {
    player.session.active().0
}

/// Both clocks go on; the wall clock by this much more or less.
fn nudged(mut player: Player, millis: u64, more: i64) -> Player {
    player.now.wall += more;
    player.wait_blind(millis)
}

fn is_away(player: &Player) -> bool {
    matches!(player.session.state(), State::Away { .. })
}

#[test]
fn summer_time_begins_and_no_hour_is_exercised() {
    let mut player = walking();
    player.now.offset = 120;
    assert_eq!(active(&player.wait(5)), 15_000);
}

#[test]
fn summer_time_ends_and_no_hour_is_taken_away() {
    let mut player = walking();
    player.now.offset = 60;
    assert_eq!(active(&player.wait(5)), 15_000);
}

#[test]
fn twelve_hours_east_in_the_middle_of_a_session_change_nothing() {
    let mut player = walking();
    player.now.offset += 720;
    assert_eq!(active(&player.wait(5)), 15_000);
}

#[test]
fn twelve_hours_west_in_the_middle_of_a_session_change_nothing() {
    let mut player = walking();
    player.now.offset -= 720;
    assert_eq!(active(&player.wait(5)), 15_000);
}

#[test]
fn a_device_that_shows_local_time_as_utc_is_asked_and_credits_nothing() {
    let player = nudged(walking(), 1_000, HOUR);
    assert!(is_away(&player));
    assert_eq!(active(&player), 10_000);
}

#[test]
fn a_night_in_the_middle_of_a_step_is_asked_about_and_credits_nothing() {
    let player = walking().sleep(8 * 3_600);
    assert!(is_away(&player));
    assert_eq!(active(&player), 10_000);
    assert_eq!(player.done()[0].1, 0);
}

#[test]
fn a_clock_set_back_an_hour_loses_no_second_and_invents_none() {
    assert_eq!(active(&nudged(walking(), 5_000, -HOUR)), 15_000);
}

#[test]
fn a_clock_set_forward_a_year_is_a_gap_of_twelve_hours_at_most() {
    let player = nudged(walking(), 1_000, 365 * 24 * HOUR);
    assert!(matches!(player.session.state(), State::Away { gap, .. } if gap == LONGEST_GAP));
    assert_eq!(active(&player), 10_000);
}

#[test]
fn the_network_sets_the_clock_right_by_a_second_and_nobody_notices() {
    let player = nudged(nudged(walking(), 5_000, 1_500), 5_000, -1_900);
    assert_eq!(active(&player), 20_000);
}

#[test]
fn a_screen_that_locks_for_forty_seconds_counts_by_the_wall_clock() {
    let player = walking().sleep(40).wait(5);
    assert_eq!(active(&player), 55_000);
}

#[test]
fn sleep_during_a_pause_counts_for_nothing() {
    let player = walking().press(Input::PressedPause).sleep(8 * 3_600);
    let player = player.press(Input::PressedResume).wait(5);
    assert_eq!(active(&player), 15_000);
}

#[test]
fn a_hidden_page_that_looks_once_a_minute_is_where_it_should_be() {
    let player = walking().wait_blind(60_000).wait_blind(60_000);
    assert_eq!((active(&player), player.left()), (130_000, 55));
}

#[test]
fn a_page_that_was_thrown_away_comes_back_with_its_own_clock_at_zero() {
    let mut player = walking();
    let marks = player.session.take_unsaved();
    let at = player.session.position().unwrap();
    let now = Moment { wall: player.now.wall + HOUR, mono: 0, offset: 60 };
    let plan = plan(&[(march(), Sides::Together)], Pacing::default());
    let session = Session::restore(plan, player.session.active(), at, &marks, now);
    let back = Player { session, now }.press(Input::PressedResume).wait(5);
    assert_eq!(active(&back), 15_000);
}

#[test]
fn a_page_that_comes_back_from_the_cache_of_the_browser_has_slept() {
    // Its own clock stood still, and goes on where it was.
    let player = walking().sleep(20 * 60);
    assert!(is_away(&player));
    let player = player.press(Input::AnsweredAway(AwayAnswer::GoOn)).wait(5);
    assert_eq!(active(&player), 15_000);
}

#[test]
fn a_clock_of_before_1970_or_far_ahead_breaks_nothing() {
    for wall in [-90_000_000, 0, 253_402_300_799_000, i64::MAX] {
        let mut player = walking();
        player.now.wall = wall;
        let player = player.press(Input::Ticked);
        assert!(active(&player) <= 190_000);
        let _ = player.now.day();
    }
}

/// What a device does between two looks at its clocks.
#[derive(Clone, Copy, Debug)]
enum Passing {
    Awake(u64),
    /// Longer than two seconds, with the network setting the clock a little while it sleeps.
    Asleep(i64, i64),
    Nudged(u64, i64),
    Travelled(i16),
    Paused(u64),
    Answers(u8),
}

fn passing() -> impl Strategy<Value = Passing> {
    prop_oneof![
        6 => (0_u64..70_000).prop_map(Passing::Awake),
        1 => (3_000_i64..40 * MINUTE, -80_i64..80).prop_map(|(sleep, by)| Passing::Asleep(sleep, by)),
        2 => (0_u64..9_000, -2_000_i64..2_000).prop_map(|(awake, by)| Passing::Nudged(awake, by)),
        1 => (-720_i16..=840).prop_map(Passing::Travelled),
        1 => (0_u64..900_000).prop_map(Passing::Paused),
        2 => (0_u8..3).prop_map(Passing::Answers),
    ]
}

/// A session beside what really went by.
struct Device {
    player: Player,
    /// Milliseconds in which the session ran.
    real: i64,
    sleeps: i64,
}

impl Device {
    fn passes(&mut self, passing: Passing) {
        let running = matches!(self.player.session.state(), State::Running { .. });
        let mut real = 0;
        match passing {
            Passing::Awake(millis) | Passing::Nudged(millis, _) => {
                real = i64::try_from(millis).unwrap();
                let by = if let Passing::Nudged(_, by) = passing { by } else { 0 };
                self.player.now.mono += millis;
                self.player.now.wall += real + by;
            }
            Passing::Asleep(millis, by) => {
                real = millis;
                self.sleeps += 1;
                self.player.now.wall += millis + by;
            }
            Passing::Travelled(offset) => self.player.now.offset = offset,
            Passing::Paused(millis) => {
                self.press(Input::PressedPause);
                self.player.now.mono += millis;
                self.player.now.wall += i64::try_from(millis).unwrap();
                return self.press(Input::PressedResume);
            }
            Passing::Answers(which) => {
                let answers = [AwayAnswer::Done, AwayAnswer::NotDone, AwayAnswer::GoOn];
                return self.press(Input::AnsweredAway(answers[usize::from(which)]));
            }
        }
        self.press(Input::Ticked);
        if running && !matches!(self.player.session.state(), State::Away { .. }) {
            self.real += real;
        }
    }

    fn press(&mut self, input: Input) {
        self.player.session.on(input, self.player.now);
    }

    /// The end of what is being done now, on the time of the plan.
    fn station_end(&self) -> Option<Millis> {
        let session = &self.player.session;
        let at = session.position()?;
        let phases = session.plan().phases();
        let next =
            (at.phase..phases.len()).find(|it| phases[*it].station != phases[at.phase].station);
        Some(next.map_or(session.plan().lasts().millis(), |next| session.plan().starts_at(next)))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn time_that_was_exercised_is_known_to_a_quarter_of_a_second(
        passings in prop::collection::vec(passing(), 1..24),
    ) {
        let mut device = Device { player: Player::start(&blocks()), real: 0, sleeps: 0 };
        for passing in passings {
            let (before, end) = (device.player.session.plan_time(), device.station_end());
            let asked = matches!(device.player.session.state(), State::Away { .. });
            let credited = device.player.session.active();
            device.passes(passing);
            let session = &device.player.session;
            let (after, Some(end)) = (session.plan_time(), end) else { break };
            if let (true, Passing::Answers(_)) = (asked, passing) {
                prop_assert!(after <= end, "an answer goes past the step that it is about");
                // "I did that" counts the step in full: the person says so, no clock does.
                let told = session.active().0 - credited.0;
                device.real += i64::try_from(told).unwrap();
            } else {
                prop_assert!(after <= end + PAST_THE_END, "{after:?} after {passing:?}");
            }
            if matches!(session.state(), State::Away { .. }) {
                prop_assert_eq!(after, before, "nothing moves while the question is open");
            }
            if matches!(session.state(), State::Ended { .. }) {
                prop_assert!(i64::try_from(session.active().0).unwrap() <= device.real + 250);
                break;
            }
            let error = i64::try_from(session.active().0).unwrap() - device.real;
            // The network may set the clock during each of a few sleeps.
            let allowed = (80 * device.sleeps).max(0).min(if device.sleeps > 3 { i64::MAX } else { 250 });
            prop_assert!(error.abs() <= allowed, "{error} ms after {passing:?}");
        }
    }

    /// The date of a session is the one on the wall where it began, whatever comes later.
    #[test]
    fn a_date_is_that_of_the_place_and_never_negative(
        wall in 24 * HOUR..4_102_444_800_000, offset in -720_i16..=840,
    ) {
        let day = Moment { wall, mono: 0, offset }.day();
        prop_assert_eq!(Day::parse(&day.iso()), Some(day));
        let shift = i64::from(offset) * MINUTE;
        prop_assert_eq!(day, Day::of(wall + shift, 0));
        prop_assert!(day.days_since(Day::of(wall, 0)).abs() <= 1);
        prop_assert_eq!(Day::of(wall + 24 * HOUR, offset).days_since(day), 1);
    }
}

/// An empty battery lets a clock begin anew. West of Greenwich that is the year before, which no
/// record may have: the session would not be kept.
#[test]
fn a_clock_that_begins_anew_gives_a_day_that_can_be_kept_everywhere() {
    for offset in [-720_i16, -300, -1, 0, 60, 840] {
        for wall in [0, 1, 13 * HOUR] {
            let day = Moment { wall, mono: 0, offset }.day();
            assert_eq!(Day::parse(&day.iso()), Some(day), "{wall} at {offset}");
            assert!(day >= Day::of(0, 0));
        }
    }
}
