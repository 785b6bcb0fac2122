//! What a key means in the player: a keyboard, the buttons of a headset, a presentation remote.

use super::{coach::CoachEvent, event::Event, model::Model};
use crate::domain::session::Input;

impl Model {
    /// None where the key means what it always means. On a button or link, space and enter belong
    /// to that.
    pub fn key(&self, key: &str, on_control: bool) -> Option<Event> {
        let press = |input| Some(Event::Pressed(input));
        match key {
            " " | "Enter" if !on_control => press(self.pause_or_resume()?),
            // What a headset sends, and the key of a remote that darkens the screen.
            "MediaPlayPause" | "b" | "B" | "." => press(self.pause_or_resume()?),
            "ArrowRight" | "PageDown" | "MediaTrackNext" => press(Input::PressedNext),
            "ArrowLeft" | "PageUp" | "MediaTrackPrevious" => press(Input::PressedBack),
            "s" | "S" | "Escape" | "MediaStop" => Some(Event::AskedToStop),
            "w" | "W" => Some(Event::Coach(CoachEvent::AskedWhere)),
            "u" | "U" => Some(Event::Coach(CoachEvent::AskedHow)),
            "v" | "V" => Some(Event::Coach(CoachEvent::AskedToSwap)),
            "?" => Some(Event::Coach(CoachEvent::AskedForKeys)),
            _ => None,
        }
    }
}
