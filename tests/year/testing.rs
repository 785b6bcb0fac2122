//! The self-tests of somebody in their year.

use soepel::{
    app::{
        event::Event,
        testing::{Answered, Step, TestEvent},
    },
    domain::{
        record::Answer,
        selftest::{Fold, Landing, OneLegStand, Pelvis, Plank, Squat, StepDown, TestId},
        time::Seconds,
    },
    route::Route,
};

use crate::life::Life;

impl Life {
    pub(crate) fn take_the_test_that_is_due(&mut self) {
        let Some(test) = self.model.test_due(self.now).map(|test| test.id) else { return };
        self.tell(Event::Test(TestEvent::Began(test)));
        let trained = self.year.trained();
        while let Some(testing) = &self.model.testing {
            let step = testing.step();
            let answer = self.shows(test, step, trained);
            let chance = self.chance.bits();
            self.tell(Event::Test(TestEvent::Answered { answer, chance }));
        }
        self.month().tests.insert(test.code());
        self.tell(Event::Navigated(Route::Today));
        self.pass(60_000);
    }

    /// What somebody shows grows with the sessions that they did.
    fn shows(&self, test: TestId, step: Step, trained: u32) -> Option<Answered> {
        let enough = |sessions: u32| trained >= sessions;
        let seconds = |from: u32, most: u32| Seconds((from + trained).min(most));
        Some(match (test, step) {
            (TestId::HipCheck, Step::Movement(movement, side)) => {
                Answered::Movement((self.who.hips)(movement, side, self.today)?)
            }
            (TestId::RunnerCheck, _) => Answered::Recognised(Answer::No),
            (TestId::OneLegStand, _) => {
                let pelvis = if enough(5) { Pelvis::Level } else { Pelvis::SlightDrop };
                Answered::Stand(OneLegStand { held: seconds(24, 30), pelvis, leans: false })
            }
            (TestId::SingleLegSquat, _) => Answered::Squat(Squat {
                pelvis_level: enough(12),
                knee_over_toe: enough(22),
                trunk_upright: true,
                smooth: true,
            }),
            (TestId::SidePlank, _) => Answered::Plank(Plank { held: seconds(18, 60) }),
            (TestId::StepDown, _) => {
                Answered::StepDown(StepDown { clean: if enough(24) { 10 } else { 7 } })
            }
            (TestId::HeelToButtock, _) => {
                let fingers = 5_u8.saturating_sub(u8::try_from(trained / 4).unwrap_or(5)).max(1);
                Answered::Fold(Fold { fingers, painful: false })
            }
            (TestId::Landing, _) => Answered::Landing(Landing {
                quiet: enough(20),
                knees_over_toes: true,
                painless: true,
            }),
            _ => return None,
        })
    }
}
