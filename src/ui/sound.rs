//! The door between the application and what plays: commands for the browser, and what it tells.

use super::runtime::Runtime;
use crate::{
    app::{
        event::Event,
        sound::{Audio, Control, LockScreen, SoundEvent, Stamp},
    },
    browser::{
        audio::{Place, Told},
        media_session, ticker,
    },
    domain::time::Millis,
};

/// A file is open well within this; one that is not gives way unopened.
const OPENING_TAKES: Millis = Millis(2_000);
/// A context that may play does so well within this.
const TONES_TAKE: Millis = Millis(1_500);

impl Runtime {
    pub(super) fn listen_to_buttons(self) {
        media_session::on_press(
            &["play", "pause", "previoustrack", "nexttrack", "stop"],
            move |name| {
                let control = match name {
                    "play" => Control::Play,
                    "pause" => Control::Pause,
                    "previoustrack" => Control::Previous,
                    "nexttrack" => Control::Next,
                    _ => Control::Stop,
                };
                self.dispatch(Event::Sound(SoundEvent::Controlled(control)));
            },
        );
    }

    /// Called in a press. Whether anything can be heard shows a moment later.
    pub(super) fn wake_tones(self) {
        let sound = self.devices().sound;
        let tell = move |heard| {
            self.dispatch(Event::Sound(SoundEvent::TonesBecame { heard }));
        };
        sound.borrow_mut().wake(tell);
        ticker::wake_in(TONES_TAKE, move || {
            let heard = sound.borrow().is_heard();
            tell(heard);
        });
    }

    pub(super) fn perform_audio(self, audio: Audio) {
        let element = self.devices().audio;
        let tell = move |told| self.hear(told);
        match audio {
            Audio::Load { file, bytes, at } => {
                let mut place = element.borrow_mut();
                place.prepare(tell);
                let plays = place.load(file, &bytes, at, tell);
                drop(place);
                self.wait_for_opening();
                // Single tones lead instead.
                if !plays {
                    self.dispatch(Event::Sound(SoundEvent::Failed));
                }
            }
            Audio::PlayAt(at) => element.borrow_mut().play_at(at, tell),
            Audio::Pause => element.borrow_mut().pause(),
            Audio::Speed(thousandths) => element.borrow().set_speed(thousandths),
            Audio::Ask => {
                if let Some(stamp) = self.stamp() {
                    self.dispatch(Event::Sound(SoundEvent::Stood(stamp)));
                }
            }
            Audio::MakeTime => {
                ticker::soon(move || self.dispatch(Event::Sound(SoundEvent::HadTime)));
            }
            Audio::Show(None) => media_session::clear(),
            Audio::Show(Some(LockScreen { exercise, side, session, playing, position, lasts })) => {
                media_session::show(&exercise, &side, &session, playing);
                media_session::place(position, lasts);
            }
            Audio::Release => {
                element.borrow_mut().release();
                self.wait_for_opening();
                media_session::clear();
            }
        }
    }

    fn wait_for_opening(self) {
        if self.devices().audio.borrow().waits() {
            ticker::wake_in(OPENING_TAKES, move || self.take_up_audio());
        }
    }

    fn take_up_audio(self) {
        self.devices().audio.borrow_mut().take_up(move |told| self.hear(told));
    }

    fn hear(self, told: Told) {
        // What comes next does not suffer from how the file before it ended.
        if matches!(told, Told::Opened | Told::Failed) && self.devices().audio.borrow().waits() {
            return self.take_up_audio();
        }
        let Some(stamp) = self.stamp() else { return };
        self.dispatch(Event::Sound(match told {
            Told::Opened => return,
            Told::Began => SoundEvent::Began(stamp),
            Told::Halted => SoundEvent::Halted(stamp),
            Told::RanOut => SoundEvent::RanOut(stamp),
            Told::Refused => SoundEvent::Refused,
            Told::Failed => SoundEvent::Failed,
        }));
    }

    fn stamp(self) -> Option<Stamp> {
        let Place { file, at, playing } = self.devices().audio.borrow().place()?;
        Some(Stamp { file, at, playing })
    }
}
