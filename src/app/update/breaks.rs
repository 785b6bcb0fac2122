//! Movement breaks: set, due, taken, put off, and put into a calendar.

use super::Update;
use crate::{
    app::{
        breaks::{BreakEvent, Permission},
        calendar::{Calendar, rhythm},
        command::Command,
        model::Model,
        wants::Wants,
    },
    content::phrases::workday as words,
    domain::{
        breaks::{ClockTime, Due, Sitting, Workday},
        item::{Body, BreakDay},
        programme::ProgrammeId,
        record::RecordId,
        time::{Day, Millis, Moment},
        tone::break_notes,
    },
    route::Route,
};

/// The exercise that a break is; who may not walk gets no reminder to.
const WALK: &str = "movement-break-walk";
/// A look this often is enough for minutes.
const MINUTE: Millis = Millis(60_000);
const HOUR: Millis = Millis(3_600_000);
/// As in a session: a timer that fires a hair early must not show the minute before.
const JUST_AFTER: Millis = Millis(15);
/// More breaks than a day has room for.
const MOST: u32 = 200;

impl Model {
    pub(super) fn on_breaks(&mut self, event: BreakEvent, now: Moment) -> Update {
        let mut commands = match event {
            BreakEvent::Changed(workday) => self.set_workday(workday, now),
            BreakEvent::Took => self.count_break(1, now),
            BreakEvent::TookBack => self.count_break(-1, now),
            BreakEvent::AskedForQuiet(why) => {
                self.breaks.sitting.hush(why, now);
                take_back()
            }
            BreakEvent::EndedQuiet => {
                self.breaks.sitting.speak_again();
                Vec::new()
            }
            BreakEvent::PermissionBecame(permission) => {
                self.breaks.permission = permission;
                Vec::new()
            }
            BreakEvent::OpenedNotice => vec![Command::GoTo(Route::Workday)],
            BreakEvent::ClickedCalendar { site } => self.breaks_for_calendar(&site, now),
        };
        commands.extend(self.look_at_breaks(now));
        Update::with(commands)
    }

    /// Switched on, the page asks for notifications: then somebody knows why.
    fn set_workday(&mut self, workday: Workday, now: Moment) -> Vec<Command> {
        let switched_on = workday.on && !self.breaks.workday.on;
        let mut commands = self.keep_workday(workday, now);
        if switched_on {
            self.breaks.sitting = Sitting::since(now);
            commands.push(Command::WakeSound);
            if self.breaks.permission == Permission::NotAsked {
                commands.push(Command::AskToNotify);
            }
        }
        commands
    }

    fn keep_workday(&mut self, workday: Workday, now: Moment) -> Vec<Command> {
        let body = Body::Workday(workday);
        let commands = self.keep(|archive| archive.put_item(RecordId::LEAST, body, now.wall));
        self.refresh_breaks();
        commands
    }

    fn count_break(&mut self, change: i32, now: Moment) -> Vec<Command> {
        let day = now.day();
        let before = self.breaks.done_on(day);
        let done = before.saturating_add_signed(change).min(MOST);
        let mut commands = take_back();
        if done != before {
            let body = Body::Breaks(BreakDay { day, done });
            commands.extend(self.keep(|archive| archive.put_item(id_of(day), body, now.wall)));
            self.refresh_breaks();
        }
        if change > 0 {
            self.breaks.sitting.moved(now);
        }
        self.breaks.seen = self.breaks.done_on(day);
        commands
    }

    fn breaks_for_calendar(&mut self, site: &str, now: Moment) -> Vec<Command> {
        let workday = self.breaks.workday.clone();
        let appointments = rhythm::breaks(&workday, self.settings.language);
        let text = self.calendar(site, now).file(&appointments);
        let name = "soepel-beweegpauzes.ics".to_owned();
        let mut commands = vec![Command::Download { name, text }];
        let most = u8::try_from(appointments.len()).unwrap_or(u8::MAX);
        if most > workday.in_calendar {
            commands.extend(self.keep_workday(Workday { in_calendar: most, ..workday }, now));
        }
        commands
    }

    /// The usual week of a programme as a calendar file.
    pub(super) fn programme_for_calendar(
        &self,
        id: &ProgrammeId,
        from: ClockTime,
        site: &str,
        now: Moment,
    ) -> Update {
        let week = self.usual_week(id, from, now);
        if week.is_empty() {
            return Update::nothing();
        }
        let language = self.settings.language;
        let appointments = rhythm::week(self.catalogue, language, &id.0, &week, 0);
        let text = self.calendar(site, now).file(&appointments);
        Update::with(vec![Command::Download { name: format!("soepel-{}.ics", id.0), text }])
    }

    pub(super) fn calendar<'a>(&'a self, site: &'a str, now: Moment) -> Calendar<'a> {
        Calendar { now, zone: &self.zone, language: self.settings.language, site }
    }

    pub(super) fn refresh_breaks(&mut self) {
        let mut breaks = std::mem::take(&mut self.breaks);
        if let Some(archive) = self.archive() {
            breaks.read(archive);
        }
        self.breaks = breaks;
    }

    /// Looks whether a break is due, and tells of it once.
    pub(super) fn look_at_breaks(&mut self, now: Moment) -> Vec<Command> {
        let done = self.breaks.done_on(now.day());
        // Who exercises does not sit, and a break may have been taken in another window.
        if self.live.is_some() || done > self.breaks.seen {
            self.breaks.sitting.moved(now);
        }
        self.breaks.seen = done;
        let due = self.break_due(now) == Due::Now;
        let tell = due && !self.breaks.told;
        self.breaks.told = due;
        if tell { self.tell_of_break() } else { Vec::new() }
    }

    fn tell_of_break(&self) -> Vec<Command> {
        let language = self.settings.language;
        let mut commands = Vec::new();
        if self.settings.sounds {
            commands.push(Command::Play(break_notes()));
        }
        if self.breaks.hidden && self.breaks.permission == Permission::Granted {
            commands.push(Command::Notify {
                title: words::DUE_TITLE.read(language).to_owned(),
                text: words::DUE_TEXT.read(language).to_owned(),
                done: words::DONE.read(language).to_owned(),
                later: words::LATER.read(language).to_owned(),
            });
        } else {
            commands.push(Command::Announce(words::DUE_TITLE.read(language).to_owned()));
        }
        commands
    }

    /// When the next break is due; never for somebody who should not walk now.
    pub fn break_due(&self, now: Moment) -> Due {
        // Every tick asks this, and hardly any has a break to offer.
        match self.breaks.due(now) {
            Due::Never => Due::Never,
            due if self.may_take_breaks(now) => due,
            _ => Due::Never,
        }
    }

    pub fn may_take_breaks(&self, now: Moment) -> bool {
        let permit = self.permit(None, now);
        self.catalogue
            .exercises
            .iter()
            .any(|exercise| exercise.id.as_str() == WALK && permit.allows(exercise))
    }

    /// When to look at the breaks again. A session has its own hours and no breaks in it.
    pub(in crate::app) fn wants_for_breaks(&self, now: Moment) -> Wants {
        let wake_in = match self.break_due(now) {
            _ if self.live.is_some() => None,
            Due::Never => None,
            Due::Outside { wait, .. } => Some(wait.min(HOUR)),
            Due::Quiet { wait, .. } => Some(wait.min(MINUTE)),
            Due::In(left) if left.0 % MINUTE.0 > 0 => Some(Millis(left.0 % MINUTE.0)),
            Due::In(_) | Due::Now => Some(MINUTE),
        };
        Wants {
            wake_in: wake_in.map(|wait| wait + JUST_AFTER),
            on_time_while_hidden: self.breaks.hidden && wake_in.is_some(),
            ..Wants::default()
        }
    }
}

/// What was told of a break holds no longer. The words for a screen reader go too, or the same words
/// would not be read out the next time.
fn take_back() -> Vec<Command> {
    vec![Command::Hush, Command::WithdrawNotice, Command::Announce(String::new())]
}

/// One record a day, the same on every device, so that two of them never count twice.
fn id_of(day: Day) -> RecordId {
    RecordId::new(day.noon_utc() - HOUR.0.cast_signed() * 12, [0; 10])
}
