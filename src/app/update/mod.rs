//! What happens when something happened: events in, commands out. No clock, no browser.

mod backup;
mod breaks;
mod coach;
mod day;
mod exchange;
mod feel;
mod health;
mod history;
mod keeping;
mod lease;
mod light;
mod meter;
mod mirror;
mod net;
mod news;
mod own_folder;
mod plan;
mod progress;
mod routines;
mod screening;
mod selftest;
mod session;
mod sound;
mod spell;
mod stop;
mod swapping;
mod voice;

use super::{
    command::Command,
    event::Event,
    model::{Model, Storage, Toast},
};
use crate::{
    domain::{session::Input, time::Moment},
    route::Route,
};

pub use swapping::Ways;

/// What follows from an event.
#[derive(Debug, Default)]
pub struct Update {
    /// Whether the screen has anything to look at again.
    pub changed: bool,
    pub commands: Vec<Command>,
}

impl Update {
    fn nothing() -> Self {
        Self::default()
    }

    fn changed() -> Self {
        Self { changed: true, commands: Vec::new() }
    }

    fn join(&mut self, other: Self) {
        self.changed |= other.changed;
        self.commands.extend(other.commands);
    }

    fn with(commands: Vec<Command>) -> Self {
        Self { changed: true, commands }
    }
}

impl Model {
    /// The one door: everything that happens in the program passes here.
    pub fn update(&mut self, event: Event, now: Moment) -> Update {
        let mut update = self.follow_from(event, now);
        update.commands.extend(self.tend_sound(now));
        self.mirror.watch(&update.commands, now);
        update
    }

    fn follow_from(&mut self, event: Event, now: Moment) -> Update {
        match event {
            Event::Opened { entries, zone } => self.open(entries, zone),
            Event::Navigated(route) => self.arrive(route, now),
            Event::Sound(event) => self.on_sound(event, now),
            Event::Test(event) => self.test(event, now),
            Event::Meter(event) => self.on_meter(event, now),
            Event::Mirror(event) => self.on_mirror(event, now),
            Event::Lease(event) => self.on_lease(event, now),
            Event::Backup(event) => self.on_backup(event, now),
            Event::LookedAtDevice(device) => self.learn_of_device(device),
            Event::CopiedHealth(report) => Update::with(vec![Command::Copy(report)]),
            Event::Exchange(event) => self.on_exchange(event, now),
            Event::Ticked => self.look(now),
            Event::BecameVisible => self.come_back(now),
            Event::BecameHidden => {
                self.breaks.hidden = true;
                self.hide(now)
            }
            Event::Breaks(event) => self.on_breaks(event, now),
            Event::Spell(event) => self.on_spell(event, now),
            Event::ClickedCalendar { programme, from, site } => {
                self.programme_for_calendar(&programme, from, &site, now)
            }
            Event::ClickedPlanCalendar { from, site } => self.plan_for_calendar(from, &site, now),
            Event::ClickedPrint => Update::with(vec![Command::Print]),
            Event::ReadNews => self.read_news(now),
            Event::ChangedSettings(settings) => self.set(settings, now),
            Event::AnsweredScreening(answers) => self.screen(answers, now),
            Event::ChangedPlan(choices) => self.change_plan(*choices, now),
            Event::ClearedByDoctor => self.clear(now),
            Event::Consulted(note) => self.consult(note, now),
            Event::ChoseGentleStart => self.start_gently(now),
            Event::ToldOfCondition(condition, holds) => self.tell_of(condition, holds, now),
            Event::ErasedAnswers => self.erase_answers(now),
            Event::AnsweredDailyCheck { session, check, chance } => {
                self.check(&session, check, chance, now)
            }
            Event::Pressed(input) => self.press(input, now),
            Event::AskedToStop => self.ask_to_stop(now),
            Event::AnsweredStop(answer) => self.answer_stop(answer, now),
            Event::ToldWhereFelt(at) => self.tell_felt(at, now),
            Event::LeftWhereFelt => self.leave_feeling(),
            Event::WakeLockBecame(lock) => self.learn_of_wake_lock(lock),
            Event::ClosedLightNotice => {
                self.light.closed = true;
                Update::changed()
            }
            Event::ChoseCompany { session, together } => {
                self.together = together.then_some(session);
                Update::changed()
            }
            Event::WentOnAfterAll => self.go_on_after_all(now),
            Event::Coach(event) => self.on_coach(event, now),
            Event::ChoseToGoOn(id) => self.ask_to_go_on(id),
            Event::ChoseToKeepWhatWasDone(id) => self.keep_what_was_done(id, now),
            Event::ChoseToDrop(id) => self.drop_begun(id),
            Event::Rated { id, after } => self.rate(id, after, now),
            Event::ToldMorning { id, morning } => self.tell_morning(id, morning, now),
            Event::Corrected(record) => self.correct(&record, now),
            Event::AddedAfterwards(record) => self.add_afterwards(&record),
            Event::Deleted(id) => self.delete(id, now),
            Event::MadeRoutine { routine, chance } => self.make_routine(routine, chance, now),
            Event::ChangedRoutine { id, routine } => self.change_routine(id, routine, now),
            Event::CopiedRoutine { id, chance } => self.copy_routine(id, chance, now),
            Event::DeletedRoutine(id) => self.delete_routine(id, now),
            Event::ClickedUndo => self.undo(now),
            Event::DismissedToast => {
                self.toast = None;
                Update::changed()
            }
            Event::Decided { changes, rules, accepted, chance } => {
                self.decide(changes, &rules, accepted, chance, now)
            }
            Event::Reviewed { word, chance } => self.review(word, chance, now),
            Event::ClickedExport => self.export(now),
            Event::FilePicked(bytes) => self.read_import(bytes.as_deref()),
            Event::ConfirmedImport(choice) => self.merge_safely(choice, now),
            Event::CancelledImport => {
                self.import = None;
                Update::changed()
            }
            Event::DeletedEverything => self.erase_safely(now),
            Event::ChoseToStartAfresh => self.start_afresh(),
            Event::ClickedSaveRaw => self.save_raw(now),
            Event::FailedToKeep { writes, full } => self.fail_to_keep(writes, full),
            Event::ClickedTryAgain => self.try_again(),
            Event::ChangedElsewhere { key, value } => self.hear_of_change(key, value, now),
            Event::FailedToDownload => {
                self.toast = Some(Toast::NotDownloaded);
                Update::changed()
            }
            Event::UpdateBecameReady => {
                self.update_ready = true;
                Update::changed()
            }
            Event::ClickedUpdate if self.may_update() => Update::with(vec![Command::ApplyUpdate]),
            Event::ClickedUpdate => Update::nothing(),
        }
    }

    fn come_back(&mut self, now: Moment) -> Update {
        self.breaks.hidden = false;
        let mut update = self.look(now);
        update.commands.extend(self.look_for_lead());
        update
    }

    fn hear_of_change(&mut self, key: String, value: Option<String>, now: Moment) -> Update {
        self.see_who_leads(&key, value.is_some());
        let mut update = self.follow(key, value, now);
        update.commands.extend(self.look_at_breaks(now));
        update
    }

    /// The clock is looked at: by a session, or else by the breaks of a working day.
    fn look(&mut self, now: Moment) -> Update {
        let mut update = self.tick(now);
        update.join(self.tick_test(now));
        update.join(self.tick_meter(now));
        update.join(self.take_over_when_ready(now));
        let commands = self.look_at_breaks(now);
        update.changed |= !commands.is_empty();
        update.commands.extend(commands);
        update
    }

    /// The address leads somewhere; where it may not lead, it leads on.
    fn arrive(&mut self, route: Route, now: Moment) -> Update {
        let playing = self.live.is_some();
        let unreadable = matches!(self.storage, Storage::Unreadable(_));
        let onward = match &route {
            // What cannot be read is told first: an answer to the welcome could not be kept.
            Route::Today if !self.settings.welcomed && !unreadable => Some(Route::Welcome),
            Route::Welcome if self.settings.welcomed => Some(Route::Today),
            Route::Player if !playing => Some(Route::Today),
            Route::Finish if self.finished.is_none() => Some(Route::Today),
            Route::Due(programme) => Some(self.due_page(programme, now)),
            _ => self.page_of_routine(&route),
        };
        if let Some(onward) = onward {
            return Update::with(vec![Command::Replace(onward)]);
        }
        if self.route == Route::Finish && route != Route::Finish {
            self.finished = None;
        }
        if !matches!(route, Route::Check(_)) {
            self.readiness = None;
        }
        if route != Route::Data {
            self.import = None;
        }
        self.look_at_shared(&route);
        let hush = self.leave_test(&route);
        // Nobody is led by a page they cannot see; Vandaag has the way back.
        let mut update = if self.route == Route::Player && route != Route::Player {
            self.press(Input::PressedPause, now)
        } else {
            Update::default()
        };
        update.commands.extend(hush);
        update.commands.extend(self.look_for_voices(&route));
        if route == Route::Health {
            update.commands.push(Command::LookAtDevice);
        }
        if route == Route::About {
            update.join(self.read_news(now));
        }
        self.route = route;
        update.changed = true;
        update
    }
}
