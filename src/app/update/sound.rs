//! What follows from the sound, and what the sound has to do after everything else.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::Model,
        sound::{Audio, Control, Leading, LockScreen, SoundEvent, Stamp, Trouble},
        view::history::Named,
        wants::Wants,
    },
    content::phrases,
    domain::{
        programme::SessionId,
        session::{Input, State},
        settings::Sound,
        time::Moment,
    },
};

impl Model {
    pub(super) fn on_sound(&mut self, event: SoundEvent, now: Moment) -> Update {
        match event {
            SoundEvent::HadTime => {
                let Some(leading) = &mut self.sounding.leading else { return Update::nothing() };
                leading.render_on();
                let done = leading.is_rendered();
                ask((!done).then_some(Audio::MakeTime))
            }
            SoundEvent::Stood(stamp) => self.tune(stamp, now),
            SoundEvent::Began(stamp) => self.began(stamp, now),
            SoundEvent::Halted(stamp) => self.halted(stamp, now),
            SoundEvent::RanOut(stamp) => self.ran_out(stamp),
            SoundEvent::Refused => {
                self.sounding.trouble = self.sounding.leading.as_ref().map(|_| Trouble::Refused);
                Update::changed()
            }
            SoundEvent::Failed => self.do_without_files(now),
            SoundEvent::TonesBecame { heard } => self.tones_became(heard, now),
            SoundEvent::Controlled(control) => self.controlled(control, now),
            SoundEvent::AskedForSound => self.ask_for_sound(now),
        }
    }

    /// True when single tones lead, and not a file.
    pub(super) fn plays_tones(&self) -> bool {
        self.settings.sound == Sound::WithMusic || self.sounding.no_files
    }

    /// Tones need the browser's leave, which it gives in a press. A file asks by itself.
    pub(super) fn wake_tones(&self) -> Vec<Command> {
        if self.plays_tones() { vec![Command::WakeSound] } else { Vec::new() }
    }

    /// Brings the file in line with the session, after whatever happened.
    pub(super) fn tend_sound(&mut self, now: Moment) -> Vec<Command> {
        let settings = &self.settings;
        let silent = !settings.sounds || settings.volume.percent() == 0;
        let Some(live) = self.live.as_ref().filter(|_| !silent && !self.plays_tones()) else {
            return self.let_go_of_the_file(now);
        };
        let (plan, volume) = (live.session.plan(), settings.volume);
        let name = self.name_of_session(&plan.order().session);
        let screen = LockScreen::of(&live.session, name, self.catalogue, settings.language);
        let leading = self.sounding.leading.take().filter(|leading| leading.is_of(plan, volume));
        let mut leading = leading.unwrap_or_else(|| Leading::new(plan, volume));
        let mut asked = leading.follow(&live.session, &mut self.sounding.files, now);
        let moved = asked
            .iter()
            .any(|one| matches!(one, Audio::Load { .. } | Audio::PlayAt(_) | Audio::Pause));
        if leading.is_loaded() {
            asked.extend(screen.and_then(|screen| leading.show(screen, moved)));
        }
        if self.sounding.trouble == Some(Trouble::Interrupted) && leading.plays() {
            self.sounding.trouble = None;
        }
        self.sounding.leading = Some(leading);
        asked.into_iter().map(Command::Audio).collect()
    }

    /// The last cue of a session sounds to its end; anything else ends at once.
    fn let_go_of_the_file(&mut self, now: Moment) -> Vec<Command> {
        if self.live.is_none() {
            self.sounding.trouble = None;
        }
        let Some(leading) = self.sounding.leading.take() else { return Vec::new() };
        let end = if leading.is_over(now) { Audio::Show(None) } else { Audio::Release };
        vec![Command::Audio(end)]
    }

    /// A hidden page is woken on time while a session runs, and when its file wants something.
    pub(in crate::app) fn wants_for_sound(&self, wants: Wants, now: Moment) -> Wants {
        let Some(live) = &self.live else { return wants };
        if !matches!(live.session.state(), State::Running { .. } | State::Waiting { .. }) {
            return wants;
        }
        let file = self.sounding.leading.as_ref();
        let sooner = file.and_then(|leading| leading.wake_in(&live.session, now));
        let wake_in = wants.wake_in.into_iter().chain(sooner).min();
        Wants { wake_in, on_time_while_hidden: self.breaks.hidden, ..wants }
    }

    fn tune(&mut self, stamp: Stamp, now: Moment) -> Update {
        if !self.sounding.leading.as_ref().is_some_and(|leading| leading.has(stamp)) {
            return Update::nothing();
        }
        let mut update = self.tick(now);
        if let (Some(live), Some(leading)) = (&self.live, &mut self.sounding.leading) {
            let corrections = leading.tune(stamp, &live.session, now);
            update.commands.extend(corrections.into_iter().map(Command::Audio));
        }
        update
    }

    /// It plays: asked for, or by the person's own hand, or because what interrupted it is over.
    fn began(&mut self, stamp: Stamp, now: Moment) -> Update {
        let ours = self.sounding.leading.as_ref().filter(|leading| leading.has(stamp));
        let Some(leading) = ours.filter(|_| stamp.playing) else { return Update::nothing() };
        let unasked = !leading.plays();
        self.sounding.trouble = None;
        // What it took to begin shows here first.
        if unasked { self.press(Input::PressedResume, now) } else { self.tune(stamp, now) }
    }

    /// It stands still though it should play: then the session waits too.
    fn halted(&mut self, stamp: Stamp, now: Moment) -> Update {
        let ours = self.sounding.leading.as_ref().filter(|leading| leading.has(stamp));
        if stamp.playing || !ours.is_some_and(Leading::plays) {
            return Update::nothing();
        }
        let update = self.press(Input::PressedPause, now);
        self.sounding.trouble = Some(Trouble::Interrupted);
        update
    }

    fn ran_out(&mut self, stamp: Stamp) -> Update {
        match &mut self.sounding.leading {
            Some(leading) if leading.has(stamp) => {
                leading.ran_out();
                Update::changed()
            }
            Some(_) => Update::nothing(),
            None => ask(Some(Audio::Release)),
        }
    }

    fn do_without_files(&mut self, now: Moment) -> Update {
        if self.sounding.leading.is_none() {
            return Update::nothing();
        }
        self.sounding.no_files = true;
        if let Some(live) = &mut self.live {
            live.sound_anew();
        }
        self.tick(now)
    }

    /// What was scheduled while nothing could be heard would come late.
    fn tones_became(&mut self, heard: bool, now: Moment) -> Update {
        let was = self.sounding.trouble;
        let running = self.live.as_ref().is_some_and(|live| {
            matches!(live.session.state(), State::Running { .. } | State::Waiting { .. })
        });
        if heard {
            if was != Some(Trouble::TonesSilent) {
                return Update::nothing();
            }
            self.sounding.trouble = None;
            let Some(live) = &mut self.live else { return Update::changed() };
            live.sound_anew();
            let mut update = Update::with(vec![Command::Hush]);
            update.join(self.tick(now));
            return update;
        }
        if running && self.settings.sounds && self.plays_tones() {
            self.sounding.trouble = Some(Trouble::TonesSilent);
        }
        Update::changed()
    }

    /// The buttons of a lock screen, a headphone, a watch.
    fn controlled(&mut self, control: Control, now: Moment) -> Update {
        let Some(live) = &self.live else { return Update::nothing() };
        let waiting = matches!(live.session.state(), State::Waiting { .. });
        let input = match control {
            Control::Play | Control::Pause | Control::Next if waiting => Input::SaidDone,
            Control::Play => Input::PressedResume,
            Control::Pause | Control::Stop => Input::PressedPause,
            Control::Next => Input::PressedNext,
            Control::Previous => Input::PressedBack,
        };
        self.press(input, now)
    }

    /// In a press: the file is asked for once more, from where the session is by now.
    fn ask_for_sound(&mut self, now: Moment) -> Update {
        if let Some(leading) = &mut self.sounding.leading {
            leading.ran_out();
        }
        let mut update = Update::with(self.wake_tones());
        update.join(self.tick(now));
        update
    }

    fn name_of_session(&self, id: &SessionId) -> String {
        let language = self.settings.language;
        match self.named(id) {
            Named::Known(programme, outline) => {
                let (programme, session) = (&programme.plain_name, &outline.name);
                format!("{}: {}", programme.read(language), session.read(language))
            }
            Named::Own(Some(name)) => name,
            Named::Own(None) => phrases::routines::OWN.read(language).to_owned(),
            Named::Unknown(id) => id.0,
        }
    }
}

fn ask(audio: Option<Audio>) -> Update {
    Update { changed: false, commands: audio.into_iter().map(Command::Audio).collect() }
}
