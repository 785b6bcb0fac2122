//! Somebody exercising, the clocks in our hand, and a protocol of every mode.

use soepel::domain::{
    body::Side,
    dose::{Protocol, Resistance, Sides, Tempo},
    exercise::ExerciseId,
    plan::{Order, Plan, Prescription},
    programme::SessionId,
    record::Ending,
    session::{Input, Session, State},
    time::{Moment, Seconds},
    timeline::{Pacing, PhaseKind},
};

/// Somebody exercising, with both clocks in our hand.
pub(crate) struct Player {
    pub(crate) session: Session,
    pub(crate) now: Moment,
}

impl Player {
    pub(crate) fn start(prescriptions: &[(Protocol, Sides)]) -> Self {
        let now = Moment { wall: 1_790_000_000_000, mono: 5_000, offset: 120 };
        Self { session: Session::start(plan(prescriptions, Pacing::default()), now), now }
    }

    /// Awake, looking every second.
    pub(crate) fn wait(mut self, seconds: u32) -> Self {
        for _ in 0..seconds {
            self = self.wait_blind(1_000);
        }
        self
    }

    /// Awake, but nobody looks until the time is over.
    pub(crate) fn wait_blind(mut self, millis: u64) -> Self {
        self.now.mono += millis;
        self.now.wall += i64::try_from(millis).unwrap();
        self.press(Input::Ticked)
    }

    /// The device sleeps: only the wall clock goes on.
    pub(crate) fn sleep(mut self, seconds: i64) -> Self {
        self.now.wall += seconds * 1_000;
        self.press(Input::Ticked)
    }

    pub(crate) fn press(mut self, input: Input) -> Self {
        self.session.on(input, self.now);
        self
    }

    pub(crate) fn kind(&self) -> PhaseKind {
        self.session.phase().expect("still running").kind
    }

    pub(crate) fn left(&self) -> u32 {
        self.session.phase_left().seconds_up().0
    }

    /// Repetitions done and planned, per side.
    pub(crate) fn done(&self) -> Vec<(Option<Side>, u32, u32)> {
        self.session.tallies().iter().map(|tally| (tally.side, tally.done, tally.planned)).collect()
    }

    pub(crate) fn ended(&self, how: Ending) -> bool {
        self.session.state() == State::Ended { how }
    }
}

pub(crate) fn plan(prescriptions: &[(Protocol, Sides)], pacing: Pacing) -> Plan {
    let exercise = ExerciseId::new("glute-bridge").unwrap();
    let prescriptions = prescriptions
        .iter()
        .map(|&(protocol, sides)| Prescription {
            exercise: exercise.clone(),
            protocol,
            sides,
            effort_most: None,
        })
        .collect();
    let session = SessionId("P1-A".to_owned());
    Plan::new(Order { session, prescriptions, pacing, first_side: Side::Left })
        .expect("something to do")
}

pub(crate) fn seconds_of(protocol: Protocol, sides: Sides) -> u32 {
    plan(&[(protocol, sides)], Pacing::default()).lasts().0
}

pub(crate) fn stretch(reps: u32, hold: u32) -> Protocol {
    let (ease_in, release, rest) = (Seconds(3), Seconds(2), Seconds(8));
    Protocol::Static { reps, ease_in, hold: Seconds(hold), release, rest }
}

pub(crate) fn pnf(cycles: u32) -> Protocol {
    Protocol::Pnf {
        resistance: Resistance::Own,
        cycles,
        find: Seconds(8),
        contract: Seconds(10),
        relax: Seconds(5),
        release: Seconds(3),
    }
}

pub(crate) fn isometric(passive: u32, rounds: u32) -> Protocol {
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

pub(crate) fn reps(sets: u32, reps: u32, tempo: [u32; 4], rest: u32) -> Protocol {
    let [out, end_hold, back, start_hold] = tempo.map(Seconds);
    Protocol::Reps {
        sets,
        reps,
        tempo: Tempo { out, end_hold, back, start_hold },
        rest: Seconds(rest),
    }
}

pub(crate) fn rotation() -> Protocol {
    Protocol::ControlledRotation { circles: 3, circle: Seconds(10), directions: 2 }
}

pub(crate) fn lift() -> Protocol {
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

pub(crate) fn side_plank() -> Protocol {
    Protocol::Hold { reps: 3, hold: Seconds(20), rest: Seconds(15) }
}

pub(crate) fn hops() -> Protocol {
    Protocol::Dynamic { sets: 2, reps: 6, rep: Seconds(3), rest: Seconds(60) }
}

pub(crate) fn march() -> Protocol {
    Protocol::Timed { duration: Seconds(180) }
}
