//! What the coach is asked.

use super::Update;
use crate::{
    app::{coach::CoachEvent, model::Model},
    domain::time::Moment,
};

impl Model {
    pub(super) fn on_coach(&mut self, event: CoachEvent, now: Moment) -> Update {
        match event {
            CoachEvent::AskedToSwap => self.ask_to_swap(now),
            CoachEvent::ChoseWay(turn) => self.swap(turn, now),
            CoachEvent::AskedWhere => self.tell_where(),
            CoachEvent::AskedHow => self.explain(now),
            CoachEvent::AskedForKeys => self.show_keys(),
            CoachEvent::ClosedSheet => self.close_sheet(),
            CoachEvent::HeardOfVoices(voices) => self.hear_of_voices(voices),
            CoachEvent::TriedVoice => self.try_voice(),
            CoachEvent::VoiceFailed => self.lose_voice(),
        }
    }
}
