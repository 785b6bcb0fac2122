//! The door between the screen and the application; the only file that knows both sides.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;

use crate::{
    app::{
        breaks::{BreakEvent, Permission},
        coach::CoachEvent,
        command::Command,
        event::Event,
        exchange::ExchangeEvent,
        lease::{Lead, LeaseEvent},
        mirror::MirrorEvent,
        model::Model,
        testing::meter::{MeterEvent, Permission as Feel},
    },
    archive::writes::Write,
    browser::{
        address,
        audio::Audio,
        clipboard, clock, document, download,
        hidden_timer::HiddenTimer,
        intl,
        lease::{self, Lease},
        mirror::Mirror,
        notification,
        own_folder::OwnFolder,
        printing, service_worker,
        sound::Sound,
        speech, storage,
        tilt::{self, Tilt},
        vibration, visibility,
        wake_lock::WakeLock,
    },
    domain::{
        breaks::Quiet,
        session::Input,
        time::{Millis, Moment},
    },
    route::Route,
};

/// Copied into every page by context.
#[derive(Clone, Copy)]
pub struct Runtime {
    model: RwSignal<Model>,
    now: RwSignal<Moment>,
    /// What a screen reader says next.
    announcement: RwSignal<String>,
    devices: StoredValue<Devices, LocalStorage>,
}

/// What the browser lends us for as long as the page lives.
#[derive(Clone, Default)]
pub(super) struct Devices {
    pub(super) sound: Rc<RefCell<Sound>>,
    pub(super) audio: Rc<RefCell<Audio>>,
    pub(super) wake_lock: WakeLock,
    pub(super) alarm: Rc<RefCell<Option<TimeoutHandle>>>,
    /// Which wake-up counts, by number: one that could not be taken back says nothing.
    pub(super) turn: Rc<Cell<u64>>,
    pub(super) awake: Rc<RefCell<bool>>,
    pub(super) hidden_timer: Rc<RefCell<HiddenTimer>>,
    pub(super) mirror: Mirror,
    pub(super) lease: Lease,
    pub(super) lead: Rc<Cell<Lead>>,
    pub(super) tilt: Tilt,
    pub(super) folder: OwnFolder,
}

impl Runtime {
    /// Opens what is kept and listens to the browser.
    pub fn start() -> Self {
        let runtime = Self {
            model: RwSignal::new(Model::default()),
            now: RwSignal::new(clock::now()),
            announcement: RwSignal::new(String::new()),
            devices: StoredValue::new_local(Devices::default()),
        };
        runtime.dispatch(Event::Opened { entries: storage::entries(), zone: intl::zone() });
        runtime.dispatch(Event::Navigated(Route::parse(&address::hash())));
        runtime.subscribe();
        let mirror = runtime.devices.with_value(|devices| devices.mirror.clone());
        mirror.read(move |entries| runtime.dispatch(Event::Mirror(MirrorEvent::Read(entries))));
        runtime.look_at_backups();
        runtime
    }

    /// Tells the application what happened. Every event passes here, and here alone the clock is
    /// read.
    pub fn dispatch(self, event: Event) {
        let now = clock::now();
        self.now.set(now);
        let mut commands = Vec::new();
        self.model.maybe_update(|model| {
            let update = model.update(event, now);
            commands = update.commands;
            update.changed
        });
        for command in commands {
            self.perform(command);
        }
        self.reconcile(now);
    }

    pub fn press(self, input: Input) {
        self.dispatch(Event::Pressed(input));
    }

    /// Reads something from the model and follows it.
    pub fn read<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        self.model.with(read)
    }

    /// The same, with the moment of the last event.
    pub fn read_now<T>(self, read: impl FnOnce(&Model, Moment) -> T) -> T {
        let now = self.now.get();
        self.model.with(|model| read(model, now))
    }

    /// Reads without following.
    pub fn peek<T>(self, read: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(read)
    }

    /// Reads at this very moment, without an event and without following: for what moves in between.
    pub fn glance<T>(self, read: impl FnOnce(&Model, Moment) -> T) -> T {
        let now = clock::now();
        self.peek(|model| read(model, now))
    }

    pub fn moment(self) -> Moment {
        self.now.get_untracked()
    }

    /// A value that pages follow; it tells only when it became another.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Model, Moment) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.read_now(&read))
    }

    pub fn announcement(self) -> RwSignal<String> {
        self.announcement
    }

    pub(super) fn devices(self) -> Devices {
        self.devices.get_value()
    }

    fn perform(self, command: Command) {
        let devices = self.devices.get_value();
        match command {
            Command::Keep(writes) => {
                self.keep(&writes);
                self.keep_second(&writes);
            }
            Command::KeepFirst(writes) => self.keep(&writes),
            Command::KeepSecond(writes) => self.keep_second(&writes),
            Command::GoTo(route) => address::go(&route.path()),
            Command::Replace(route) => address::replace(&route.path()),
            Command::Download { name, text } => {
                if download::offer(&name, &text).is_err() {
                    self.dispatch(Event::FailedToDownload);
                }
            }
            Command::Copy(text) => clipboard::put(&text, move |done| {
                self.dispatch(Event::Exchange(ExchangeEvent::Copied(done)));
            }),
            Command::LookAtDevice => self.look_at_device(),
            Command::LookForLead => lease::look(move |elsewhere| {
                self.dispatch(Event::Lease(LeaseEvent::Seen { elsewhere }));
            }),
            Command::WakeSound => self.wake_tones(),
            Command::Audio(audio) => self.perform_audio(audio),
            Command::Play(notes) => {
                // They were reckoned from the event, and what came before them took its time.
                let gone = clock::now().mono.saturating_sub(self.moment().mono);
                devices.sound.borrow_mut().play(&notes, Millis(gone), self.loudness());
            }
            Command::Hush => {
                devices.sound.borrow_mut().hush();
                speech::hush();
            }
            Command::Say(text) => {
                if let Some(voice) = self.peek(|model| model.voice().cloned()) {
                    let failed = move || self.dispatch(Event::Coach(CoachEvent::VoiceFailed));
                    speech::say(&text, &voice, self.loudness(), failed);
                }
            }
            Command::LookForVoices => {
                speech::look(move |voices| {
                    self.dispatch(Event::Coach(CoachEvent::HeardOfVoices(voices)));
                });
            }
            Command::Announce(text) => self.announcement.set(text),
            Command::Vibrate => vibration::vibrate(200),
            Command::ApplyUpdate => service_worker::apply_update(),
            Command::AskToNotify => notification::ask(move |answer| self.permit(answer)),
            Command::Notify { title, text, done, later } => {
                let language = self.peek(|model| model.settings.language).tag();
                notification::show(&title, &text, language, &done, &later);
            }
            Command::AskForTilt => tilt::ask(move |answer| self.may_feel_tilt(answer.as_deref())),
            Command::WithdrawNotice => notification::withdraw(),
            Command::Print => printing::print(),
            Command::Backup(command) => self.perform_backup(command, &devices.folder),
        }
    }

    /// What the browser says about its motion sensor.
    fn may_feel_tilt(self, answer: Option<&str>) {
        let permission = match answer {
            Some("granted") => Feel::Given,
            Some(_) => Feel::Refused,
            None => Feel::Missing,
        };
        self.dispatch(Event::Meter(MeterEvent::Allowed(permission)));
    }

    /// What the browser says about notifications.
    fn permit(self, answer: Option<String>) {
        let permission = match answer.as_deref() {
            Some("granted") => Permission::Granted,
            Some("denied") => Permission::Denied,
            Some(_) => Permission::NotAsked,
            None => Permission::Missing,
        };
        self.dispatch(Event::Breaks(BreakEvent::PermissionBecame(permission)));
    }

    /// In order, and no further than the first failure: what follows may remove what an earlier
    /// write was to replace.
    fn keep(self, writes: &[Write]) {
        for (index, write) in writes.iter().enumerate() {
            let kept = match write {
                Write::Put { key, value } => storage::put(key, value),
                Write::Remove { key } => storage::remove(key),
            };
            if let Err(failure) = kept {
                let full = failure == storage::Failure::Full;
                self.dispatch(Event::FailedToKeep { writes: writes[index..].to_vec(), full });
                return;
            }
        }
    }

    /// The copy gets what the first store refuses too: it may be all there is.
    fn keep_second(self, writes: &[Write]) {
        let changes = writes.iter().map(|write| match write {
            Write::Put { key, value } => (key.clone(), Some(value.clone())),
            Write::Remove { key } => (key.clone(), None),
        });
        let mirror = self.devices.with_value(|devices| devices.mirror.clone());
        mirror.change(changes.collect(), move |safe| {
            self.dispatch(Event::Mirror(MirrorEvent::Changed { safe }));
        });
    }

    fn loudness(self) -> f32 {
        self.peek(|model| f32::from(model.settings.volume.percent()) / 100.0)
    }

    fn subscribe(self) {
        address::on_change(move |hash| self.dispatch(Event::Navigated(Route::parse(&hash))));
        visibility::on_change(move |visible| {
            if visible {
                self.dispatch(Event::BecameVisible);
            } else {
                self.dispatch(Event::BecameHidden);
            }
        });
        // A page may be opened behind another one.
        if !visibility::is_visible() {
            self.dispatch(Event::BecameHidden);
        }
        storage::on_change(move |key, value| self.dispatch(Event::ChangedElsewhere { key, value }));
        self.permit(notification::permission());
        notification::on_press(move |button| match button.as_str() {
            "done" => self.dispatch(Event::Breaks(BreakEvent::Took)),
            "later" => self.dispatch(Event::Breaks(BreakEvent::AskedForQuiet(Quiet::Later))),
            _ => self.dispatch(Event::Breaks(BreakEvent::OpenedNotice)),
        });
        service_worker::on_update_ready(move || self.dispatch(Event::UpdateBecameReady));
        self.listen_to_buttons();
        document::on_key(move |key| self.key(key));
    }

    /// The player works with the keyboard alone; everywhere else keys mean what they always mean.
    fn key(self, key: &str) -> bool {
        if document::is_typing() || !self.peek(|model| model.route == Route::Player) {
            return false;
        }
        let event = self.peek(|model| model.key(key, document::is_on_control()));
        event.map(|event| self.dispatch(event)).is_some()
    }
}

pub fn runtime() -> Runtime {
    expect_context::<Runtime>()
}
