//! An element that plays files: it takes its time to begin, and its clock is not quite ours.

use soepel::{
    app::{
        command::Command,
        event::Event,
        sound::{Audio, LockScreen, SoundEvent, Stamp, Trouble},
    },
    domain::{
        session::Input,
        settings::{Settings, Sound},
        time::Millis,
        track::{LEAD, Part, Rendering},
    },
};

use crate::person::Person;

pub(crate) struct Element {
    pub(crate) person: Person,
    pub(crate) file: u32,
    pub(crate) bytes: Vec<u8>,
    /// Where it was, when.
    pub(crate) at: f64,
    pub(crate) since: u64,
    pub(crate) playing: bool,
    pub(crate) speed: f64,
    /// Milliseconds until it begins.
    pub(crate) slow: u64,
    /// Of its own clock, for each of ours.
    pub(crate) rate: f64,
    pub(crate) jumps: u32,
    pub(crate) shown: Option<LockScreen>,
}

impl Element {
    pub(crate) fn of(person: Person) -> Self {
        Self {
            person,
            file: 0,
            bytes: Vec::new(),
            at: 0.0,
            since: 0,
            playing: false,
            speed: 1.0,
            slow: 60,
            rate: 1.0002,
            jumps: 0,
            shown: None,
        }
    }

    pub(crate) fn ready(sound: Sound) -> Self {
        let mut person = Person::ready();
        let settings = Settings { sound, ..person.model.settings.clone() };
        person.tell(Event::ChangedSettings(settings));
        Self::of(person)
    }

    pub(crate) fn start(&mut self, session: &str) {
        let before = self.person.asked.len();
        self.person.start(session);
        let commands = self.person.asked[before..].to_vec();
        self.perform(commands);
    }

    pub(crate) fn tell(&mut self, event: Event) -> Vec<Command> {
        let commands = self.person.tell(event);
        self.perform(commands.clone());
        commands
    }

    pub(crate) fn sound(&mut self, event: SoundEvent) {
        self.tell(Event::Sound(event));
    }

    pub(crate) fn press(&mut self, input: Input) {
        self.tell(Event::Pressed(input));
    }

    pub(crate) fn perform(&mut self, commands: Vec<Command>) {
        for command in commands {
            let Command::Audio(audio) = command else { continue };
            match audio {
                Audio::Load { file, bytes, at } => {
                    (self.file, self.bytes) = (file, bytes);
                    self.play_at(at);
                }
                Audio::PlayAt(at) => self.play_at(at),
                Audio::Pause => {
                    self.at = self.place();
                    self.playing = false;
                }
                Audio::Speed(thousandths) => {
                    self.at = self.place();
                    self.since = self.since.max(self.person.now.mono);
                    self.speed = f64::from(thousandths) / 1000.0;
                }
                Audio::Ask => {
                    let stamp = self.stamp();
                    self.sound(SoundEvent::Stood(stamp));
                }
                Audio::MakeTime => self.sound(SoundEvent::HadTime),
                Audio::Show(shown) => self.shown = shown,
                Audio::Release => {
                    self.playing = false;
                    (self.shown, self.bytes) = (None, Vec::new());
                }
            }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "hours at most")]
    pub(crate) fn play_at(&mut self, at: Millis) {
        self.at = at.0 as f64;
        self.since = self.person.now.mono + self.slow;
        (self.playing, self.speed) = (true, 1.0);
        self.jumps += 1;
    }

    #[expect(clippy::cast_precision_loss, reason = "hours at most")]
    pub(crate) fn place(&self) -> f64 {
        let played = self.person.now.mono.saturating_sub(self.since) as f64;
        if self.playing { self.at + played * self.speed * self.rate } else { self.at }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a file"
    )]
    pub(crate) fn stamp(&self) -> Stamp {
        let at = Millis(self.place().round() as u64);
        Stamp { file: self.file, at, playing: self.playing }
    }

    /// As the page does: woken when the model asks for it.
    pub(crate) fn wait(&mut self, seconds: u32) {
        let until = self.person.now.mono + u64::from(seconds) * 1000;
        while self.person.now.mono < until {
            let wants = self.person.model.wants(self.person.now);
            let left = until - self.person.now.mono;
            let pass = wants.wake_in.map_or(left, |wake| wake.0.min(left));
            self.person.pass(u32::try_from(pass.max(1)).unwrap());
            self.tell(Event::Ticked);
        }
    }

    /// How far the file is from where the session is.
    #[expect(clippy::cast_precision_loss, reason = "hours at most")]
    pub(crate) fn apart(&self) -> f64 {
        let here = self.person.session().plan_time();
        self.place() - (LEAD + here).0 as f64
    }

    pub(crate) fn in_step(&self) {
        assert!(self.playing);
        assert!(self.apart().abs() < 100.0, "{} ms apart", self.apart());
    }

    pub(crate) fn trouble(&self) -> Option<Trouble> {
        self.person.model.sounding.trouble
    }
}

pub(crate) fn alone(session: &str) -> Element {
    let mut element = Element::ready(Sound::Alone);
    element.start(session);
    element
}

pub(crate) fn whole(element: &Element) -> Vec<u8> {
    let plan = element.person.session().plan();
    Rendering::new(plan, Part::whole(plan), element.person.model.settings.volume).finish().bytes
}
