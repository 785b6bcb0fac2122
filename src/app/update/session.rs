//! Starting, leading and ending a session.

use super::Update;
use crate::{
    app::{
        command::Command,
        live::{Heard, Live},
        model::Model,
    },
    archive::journal::{Daily, Journal, MarkedRange, Opening, Step},
    domain::{
        before_sport::SportSoon,
        clearance::{DailyCheck, Readiness},
        plan::{Order, Plan},
        programme::SessionId,
        record::{Ending, Note, RecordId},
        session::{Input, Marked, Position, Session, State},
        time::{Millis, Moment},
    },
    route::Route,
};

/// The version that records say they were made by.
const APP: &str = env!("CARGO_PKG_VERSION");

impl Model {
    /// The daily check decides: the session starts, or the page says why not.
    pub(super) fn check(
        &mut self,
        id: &SessionId,
        check: DailyCheck,
        chance: [u8; 10],
        now: Moment,
    ) -> Update {
        let check = self.with_what_happened(check, now);
        self.readiness = Some(check.readiness());
        let mut commands = self.remember_red_day(check, chance, now);
        if matches!(check.readiness(), Readiness::AskAgain) {
            let mut update = self.ask_red_questions_again(now);
            update.commands.splice(0..0, commands);
            return update;
        }
        let sport = self.sport_of(check);
        let Some(chosen) = self.outline_of(id, now) else { return Update::with(commands) };
        let pacing = self.pacing_of(&chosen.maker);
        let Some(prescriptions) = self.prescribed_today(&chosen, check, now) else {
            return Update::with(commands);
        };
        let age = self.settings.age_group(now.day().year());
        let order = Order {
            session: id.clone(),
            prescriptions,
            pacing,
            first_side: self.settings.first_side.side(self.hips(now).weaker(), now.day()),
        };
        let Some(plan) = Plan::new(order) else { return Update::with(commands) };
        let opening = Opening {
            record: RecordId::new(now.wall, chance),
            session: id.clone(),
            started_wall: now.wall,
            offset: now.offset,
            zone: self.zone.clone(),
            age,
            pacing: plan.order().pacing,
            first_side: plan.order().first_side,
            daily: Daily {
                pain: Some(check.pain),
                place: check.place,
                sharp: Some(check.sharp),
                anything_new: Some(check.news),
                sport_soon: check.sport.map(|sport| sport != SportSoon::No),
                soreness: check.soreness,
                stiffness: check.stiffness,
                sport,
            },
            blocks: plan.order().prescriptions.clone(),
        };
        let before = opening.daily.before();
        let hints = self.hints_for(&plan, now);
        let session = Session::start(plan, now);
        let live = Live::new(opening.record, now, self.zone.clone(), before, session, 0);
        let mut live = live.with_hints(hints);
        let heard = live.begin(self.catalogue, &self.settings);
        self.live = Some(live);
        self.light.begin();
        self.light_up(now);
        self.readiness = None;
        commands.extend(self.wake_tones());
        commands.extend(self.keep(|archive| archive.begin_journal(&opening)));
        commands.push(Command::Replace(Route::Player));
        commands.extend(self.sound(heard));
        Update::with(commands)
    }

    pub(super) fn tick(&mut self, now: Moment) -> Update {
        if self.live.is_none() { Update::nothing() } else { self.press(Input::Ticked, now) }
    }

    pub(super) fn press(&mut self, input: Input, now: Moment) -> Update {
        let tones = self.wake_tones();
        let Some(live) = &mut self.live else { return Update::nothing() };
        let heard = live.on(input, now, self.catalogue, &self.settings);
        let mut commands = if input == Input::Ticked { Vec::new() } else { tones };
        if input != Input::Ticked {
            self.stopping = None;
            let last = live.last_stop().cloned();
            self.stopped_at = matches!(input, Input::Stopped(_)).then_some(last).flatten();
        }
        commands.extend(self.sound(heard));
        commands.extend(self.light_up(now));
        commands.extend(self.journal(input != Input::Ticked, now));
        commands.extend(self.end_if_over(now));
        Update::with(commands)
    }

    /// Everything that is known goes into the journal: nobody knows whether the page comes back.
    pub(super) fn hide(&mut self, now: Moment) -> Update {
        let mut update = self.tick(now);
        let step = self.journal(true, now);
        update.commands.extend(step);
        update
    }

    /// A session found in its journal goes on, paused at the phase it had reached.
    pub(super) fn go_on(&mut self, id: RecordId, now: Moment) -> Update {
        let Some(live) = self.begun(id, now) else { return self.drop_begun(id) };
        // What was begun under other answers opens no lock: the outcome says what holds now.
        if !self.may_go_on(&live, now) {
            return Update::with(vec![Command::GoTo(Route::Screening)]);
        }
        // What stands after a gap is not to be mixed with what comes now.
        let mut commands = self.keep(|archive| Ok(archive.quarantine_stranded()));
        self.live = Some(live);
        commands.extend(self.wake_tones());
        commands.push(Command::GoTo(Route::Player));
        Update::with(commands)
    }

    pub(super) fn keep_what_was_done(&mut self, id: RecordId, now: Moment) -> Update {
        let Some(mut live) = self.begun(id, now) else { return self.drop_begun(id) };
        live.session.on(Input::FinishedEarly, now);
        let record = live.record(Ending::Abandoned, now, APP);
        let commands = self.keep(|archive| archive.finish(&record));
        self.refresh_history();
        self.finished = Some(record.id);
        Update::with(commands.into_iter().chain([Command::GoTo(Route::Finish)]).collect())
    }

    pub(super) fn drop_begun(&mut self, id: RecordId) -> Update {
        Update::with(self.keep(|archive| Ok(archive.discard_journal(id))))
    }

    /// Sessions begun and not finished, the running one left out; the newest first.
    pub fn begun_sessions(&self) -> Vec<Journal> {
        let running = self.live.as_ref().map(|live| live.id);
        let mut journals =
            self.archive().map(crate::archive::store::Archive::journals).unwrap_or_default();
        journals.retain(|journal| Some(journal.opening.record) != running);
        journals.sort_by_key(|journal| std::cmp::Reverse(journal.opening.started_wall));
        journals
    }

    pub(in crate::app) fn begun(&self, id: RecordId, now: Moment) -> Option<Live> {
        let journal =
            self.begun_sessions().into_iter().find(|journal| journal.opening.record == id)?;
        let next = journal.next_seq();
        let Journal { opening, steps, .. } = journal;
        let order = Order {
            session: opening.session,
            prescriptions: opening.blocks,
            pacing: opening.pacing,
            first_side: opening.first_side,
        };
        let plan = Plan::new(order)?;
        let marks: Vec<Marked> =
            steps.iter().flat_map(|step| step.marks.iter().copied().map(marked)).collect();
        let reached = steps.last();
        let active = reached.map_or(Millis(0), |step| step.active);
        let at = reached.map_or_else(Position::default, |step| Position {
            phase: step.phase as usize,
            into: step.into,
        });
        let hints = self.hints_for(&plan, now);
        let session = Session::restore(plan, active, at, &marks, now);
        let started = Moment { wall: opening.started_wall, mono: now.mono, offset: opening.offset };
        let before = opening.daily.before();
        let stops = steps.iter().flat_map(|step| step.stops.iter().cloned()).collect();
        let swaps = steps.iter().flat_map(|step| step.swaps.iter().cloned()).collect();
        let live = Live::new(id, started, opening.zone, before, session, next - 1);
        let felt = steps.iter().flat_map(|step| step.felt_in.iter().cloned()).collect();
        let live = live.with_stops(stops).with_felt(felt).with_hints(hints);
        Some(live.with_swaps(swaps, self.catalogue))
    }

    pub(super) fn journal(&mut self, all: bool, now: Moment) -> Vec<Command> {
        let Some(live) = &mut self.live else { return Vec::new() };
        let into = live.session.position().map_or(Millis(0), |at| at.into);
        let Some(step) = live.journal_step(all) else { return Vec::new() };
        let (id, seq) = (live.id, live.journal);
        let marks =
            step.marks.into_iter().filter(|marked| marked.to > marked.from).map(ranged).collect();
        let phase = u32::try_from(step.phase).unwrap_or(u32::MAX);
        let step = Step {
            seq,
            wall: now.wall,
            active: step.active,
            phase,
            into,
            marks,
            note: Note::default(),
            stops: step.stops,
            swaps: step.swaps,
            felt_in: step.felt_in,
        };
        self.keep(|archive| archive.continue_journal(id, &step))
    }

    fn end_if_over(&mut self, now: Moment) -> Vec<Command> {
        let Some(live) = &self.live else { return Vec::new() };
        let State::Ended { how } = live.session.state() else { return Vec::new() };
        let record = live.record(how, now, APP);
        let mut commands = self.keep(|archive| archive.finish(&record));
        self.live = None;
        (self.stopping, self.stopped_at) = (None, None);
        (self.sheet, self.together) = (None, None);
        commands.extend(self.ask_again_after(how));
        self.finished = Some(record.id);
        self.refresh_history();
        commands.extend(self.write_copy(now));
        commands.push(Command::Replace(Route::Finish));
        commands
    }

    fn sound(&self, heard: Heard) -> Vec<Command> {
        let mut commands = Vec::new();
        if heard.hush {
            commands.push(Command::Hush);
        }
        if self.settings.sounds && self.plays_tones() && !heard.notes.is_empty() {
            commands.push(Command::Play(heard.notes));
        }
        commands.extend(heard.say.map(Command::Say));
        commands.extend(heard.announce.map(Command::Announce));
        commands
    }
}

/// The journal counts its last phase in; the session leaves it out.
fn ranged(Marked { from, to, mark }: Marked) -> MarkedRange {
    let place = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    MarkedRange { from: place(from), to: place(to - 1), mark }
}

fn marked(MarkedRange { from, to, mark }: MarkedRange) -> Marked {
    Marked { from: from as usize, to: to as usize + 1, mark }
}
