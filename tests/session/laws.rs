//! Whatever somebody presses and whatever the clocks do: no second is lost and none is invented.

use proptest::prelude::*;
use soepel::domain::{
    dose::{Protocol, Sides},
    record::StopReason,
    session::{AwayAnswer, Input, LONGEST_GAP, Mark, SLEPT, Session, State},
    settings::Pace,
    time::{Millis, Moment},
    timeline::Pacing,
};

use crate::player::*;

/// What may happen in the real world between two presses.
#[derive(Clone, Copy, Debug)]
enum Happening {
    /// The page looks at the clock, so long after the last look: late and lost ticks too.
    Tick(u64),
    /// The phone sleeps: only the wall clock goes on.
    Sleep(i64),
    /// Somebody sets the clock, or the network does.
    SetClock(i64),
    /// Summer or winter time begins, or a border is crossed: only the offset changes.
    Zone(i16),
    Press(Input),
    /// "Op eigen tempo" or back, in the settings.
    Pace(Pace),
    /// The page is frozen, discarded and opened again from its journal.
    Reload,
}

fn happening() -> impl Strategy<Value = Happening> {
    let inputs = [
        Input::Ticked,
        Input::PressedPause,
        Input::PressedResume,
        Input::PressedResume,
        Input::PressedNext,
        Input::SaidDone,
        Input::SaidDone,
        Input::PressedBack,
        Input::RestartedSide,
        Input::AddedTime,
        Input::SkippedExercise,
        Input::Stopped(StopReason::TooHard),
        Input::Stopped(StopReason::GroinPinch),
        Input::AnsweredAway(AwayAnswer::Done),
        Input::AnsweredAway(AwayAnswer::NotDone),
        Input::AnsweredAway(AwayAnswer::GoOn),
    ];
    prop_oneof![
        6 => prop_oneof![0_u64..3_000, 0_u64..90_000, 0_u64..40_000_000].prop_map(Happening::Tick),
        1 => prop_oneof![0_i64..200, 0_i64..28_800].prop_map(|s| Happening::Sleep(s * 1_000)),
        1 => (-90_000_000_i64..90_000_000).prop_map(Happening::SetClock),
        1 => prop::sample::select(vec![0_i16, 60, 120, -300]).prop_map(Happening::Zone),
        5 => prop::sample::select(inputs.to_vec()).prop_map(Happening::Press),
        1 => prop::sample::select(vec![Pace::Tempo, Pace::OwnPace]).prop_map(Happening::Pace),
        1 => Just(Happening::Reload),
    ]
}

fn blocks() -> Vec<(Protocol, Sides)> {
    vec![
        (reps(2, 6, [2, 1, 2, 0], 20), Sides::Together),
        (pnf(2), Sides::InBlocks),
        (hops(), Sides::Alternating),
        (stretch(2, 20), Sides::InBlocks),
        (march(), Sides::Together),
    ]
}

/// One life of a session, with what really went by kept beside it.
struct Life {
    player: Player,
    /// Everything the journal was told.
    journal: Vec<soepel::domain::session::Marked>,
    /// Time that really went by, as far as any clock of the device can tell: a clock set forward
    /// looks the same as a phone that slept.
    real: Millis,
    pace: Pace,
}

impl Life {
    fn new() -> Self {
        Self {
            player: Player::start(&blocks()),
            journal: Vec::new(),
            real: Millis(0),
            pace: Pace::Tempo,
        }
    }

    fn happen(&mut self, what: Happening) {
        match what {
            Happening::Tick(millis) => {
                self.player.now.mono += millis;
                self.player.now.wall += i64::try_from(millis).unwrap();
                self.real += Millis(millis);
                self.press(Input::Ticked);
            }
            Happening::Sleep(millis) | Happening::SetClock(millis) => {
                self.player.now.wall += millis;
                self.real += Millis(u64::try_from(millis).unwrap_or(0));
                self.press(Input::Ticked);
            }
            Happening::Zone(offset) => {
                self.player.now.offset = offset;
                self.press(Input::Ticked);
            }
            Happening::Press(input) => self.press(input),
            Happening::Pace(pace) => {
                self.pace = pace;
                self.player.session.follow(pace);
            }
            Happening::Reload => self.reload(),
        }
    }

    fn press(&mut self, input: Input) {
        self.player.session.on(input, self.player.now);
        self.journal.extend(self.player.session.take_unsaved());
    }

    fn reload(&mut self) {
        let before = &self.player.session;
        let Some(at) = before.position() else { return };
        let (tallies, active) = (before.tallies(), before.active());
        let now = Moment { wall: self.player.now.wall, mono: 7, offset: self.player.now.offset };
        let plan = plan(&blocks(), Pacing::default());
        let mut session = Session::restore(plan, active, at, &self.journal, now);
        assert_eq!(session.tallies(), tallies, "a reload loses and invents nothing");
        assert_eq!(session.active(), active);
        session.follow(self.pace);
        self.player = Player { session, now };
    }
}

fn held(session: &Session) -> Millis {
    session.tallies().iter().map(|tally| tally.held).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    /// Times of the record against the time that really went by.
    #[test]
    fn no_second_is_invented(happenings in prop::collection::vec(happening(), 1..60)) {
        let mut life = Life::new();
        for what in happenings {
            life.happen(what);
            let session = &life.player.session;
            prop_assert!(session.active() <= life.real, "{:?} after {what:?}", session.active());
            prop_assert!(held(session) <= session.active(), "held after {what:?}");
            for tally in session.tallies() {
                prop_assert!(tally.done <= tally.planned);
            }
            if let Some(at) = session.position() {
                let phase = session.plan().phases()[at.phase];
                prop_assert!(at.into < phase.lasts.millis(), "{at:?} after {what:?}");
                let left = session.total_left();
                prop_assert_eq!(session.plan_time() + left, session.plan().lasts().millis());
            }
            if let State::Away { gap, .. } = session.state() {
                prop_assert!(gap <= LONGEST_GAP);
            }
        }
    }

    /// A wall clock that is set back and a change of summer time change nothing at all.
    #[test]
    fn a_clock_set_back_and_another_zone_change_nothing(
        steps in prop::collection::vec((0_u64..30_000, 0_i64..90_000_000, -720_i16..720), 1..40),
    ) {
        let (mut steady, mut shaken) = (Life::new(), Life::new());
        for (millis, back, offset) in steps {
            steady.happen(Happening::Tick(millis));
            shaken.player.now.mono += millis;
            shaken.player.now.wall += i64::try_from(millis).unwrap() - back;
            shaken.player.now.offset = offset;
            shaken.press(Input::Ticked);
            prop_assert_eq!(steady.player.session.state(), shaken.player.session.state());
            prop_assert_eq!(steady.player.session.marks(), shaken.player.session.marks());
            prop_assert_eq!(steady.player.session.active(), shaken.player.session.active());
        }
    }

    /// Low power, a hidden tab, a throttled timer: looking seldom gives what looking often gives.
    #[test]
    fn looking_seldom_tells_the_same_as_looking_often(
        gaps in prop::collection::vec(1_u64..60_000, 1..40),
    ) {
        let (mut seldom, mut often) = (Life::new(), Life::new());
        for gap in gaps {
            seldom.happen(Happening::Tick(gap));
            for _ in 0..gap / 250 {
                often.happen(Happening::Tick(250));
            }
            often.happen(Happening::Tick(gap % 250));
            prop_assert_eq!(seldom.player.session.state(), often.player.session.state());
            prop_assert_eq!(seldom.player.session.tallies(), often.player.session.tallies());
            prop_assert_eq!(seldom.player.session.active(), often.player.session.active());
        }
    }

    /// What is done in full counts in full, whatever the looks in between were.
    #[test]
    fn a_session_played_to_its_end_loses_no_second(
        gaps in prop::collection::vec(1_u64..20_000, 60..400),
    ) {
        let mut life = Life::new();
        for gap in gaps {
            life.happen(Happening::Tick(gap));
        }
        let session = &life.player.session;
        let done = |(phase, mark): (&soepel::domain::timeline::Phase, &Mark)| {
            (*mark == Mark::Done && phase.kind.is_work()).then(|| phase.lasts.millis())
        };
        let marked: Millis = session.plan().phases().iter().zip(session.marks()).filter_map(done).sum();
        prop_assert_eq!(held(session), marked);
        let whole = session.plan().lasts().millis();
        prop_assert_eq!(session.active(), life.real.min(whole));
        prop_assert!(SLEPT < whole);
    }
}
