//! STOP: it pauses at once, its questions are asked in peace, and the mark says when it was.

use super::Update;
use crate::{
    app::{
        model::Model,
        stopping::{StopAnswer, StopQuestion, Stopping},
    },
    domain::{
        record::{PainAt, StopReason},
        session::Input,
        time::Moment,
    },
};

impl Model {
    pub(super) fn ask_to_stop(&mut self, now: Moment) -> Update {
        let mut update = self.press(Input::PressedPause, now);
        let stopping = Stopping { at: now.wall, asks: StopQuestion::Why };
        self.stopping = self.live.is_some().then_some(stopping);
        update.changed = true;
        update
    }

    pub(super) fn go_on_after_all(&mut self, now: Moment) -> Update {
        self.stopping = None;
        self.press(Input::PressedResume, now)
    }

    pub(super) fn answer_stop(&mut self, answer: StopAnswer, now: Moment) -> Update {
        let Some(Stopping { at, asks }) = self.stopping else { return Update::nothing() };
        let (reason, pain) = match (asks, answer) {
            (StopQuestion::Why, StopAnswer::Why(reason)) => {
                if let Some(asks) = StopQuestion::after(reason) {
                    self.stopping = Some(Stopping { at, asks });
                    return Update::changed();
                }
                (reason, None)
            }
            (StopQuestion::Where(reason), StopAnswer::Where(Some(spot))) => {
                self.stopping = Some(Stopping { at, asks: StopQuestion::Side(reason, spot) });
                return Update::changed();
            }
            (StopQuestion::Where(reason), StopAnswer::Where(None)) => (reason, None),
            (StopQuestion::Side(reason, spot), StopAnswer::Side(side)) => {
                (reason, Some(PainAt { spot, side }))
            }
            // A second tap on a question that is gone.
            _ => return Update::nothing(),
        };
        self.stop_for(reason, at, pain, now)
    }

    fn stop_for(
        &mut self,
        reason: StopReason,
        at: i64,
        pain: Option<PainAt>,
        now: Moment,
    ) -> Update {
        if let Some(live) = &mut self.live {
            live.told = Some((at, pain));
        }
        self.press(Input::Stopped(reason), now)
    }
}
