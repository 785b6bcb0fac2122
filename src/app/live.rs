//! The session that runs, with what surrounds it: sound scheduled ahead, words at the crossing,
//! the journal that a reload needs.

mod speaking;
mod swapping;

use crate::domain::{
    body::Side,
    catalogue::Catalogue,
    cue::{Cue, cues},
    dose::Mode,
    record::{
        Before, Count, DoneMode, DoneRow, Ending, FeltAt, FeltMark, Outcome, PainAt, RecordId,
        SessionRecord, Span, StopMark, Swapped,
    },
    session::{Input, Marked, Session, State, Tally, Trouble},
    settings::{FirstSide, Pace, Settings, Voice},
    text::Language,
    time::{Day, Millis, Moment},
    tone::{Note, notes},
};

use super::{hints::Hint, voice::Script};

/// Sound is handed to the audio clock this far ahead: a hidden page may be woken only once a
/// minute.
const AHEAD: Millis = Millis(90_000);
/// And again when less than this of it is left.
const REFILL: Millis = Millis(70_000);

/// A running session and what its record needs to know.
#[derive(Clone, Debug)]
pub struct Live {
    pub id: RecordId,
    pub started: Moment,
    /// IANA name of the time zone at the start.
    pub zone: String,
    pub before: Before,
    pub session: Session,
    /// "Voor jou", for each exercise of the plan.
    pub hints: Vec<Vec<Hint>>,
    /// The number of the next journal entry.
    pub journal: u32,
    /// Cues up to here have been said, on the plan's time.
    heard: Millis,
    script: Script,
    /// What the script was written for.
    scripted: Option<(Voice, Language, Pace)>,
    /// Notes up to here are with the audio clock.
    sounded: Millis,
    /// Marks not yet in the journal.
    unwritten: Vec<Marked>,
    /// Every press of STOP, and how many of them are in the journal.
    stops: Vec<StopMark>,
    stops_written: usize,
    /// Every swap of a way, and how many of them are in the journal.
    swaps: Vec<Swapped>,
    swaps_written: usize,
    /// When STOP was pressed and where it hurts, until its reason is there.
    pub told: Option<(i64, Option<PainAt>)>,
    /// Where exercises were felt, every answer, and how many are in the journal.
    felt: Vec<FeltMark>,
    felt_written: usize,
    /// The exercises that do not ask any more where they are felt.
    pub unasked: Vec<usize>,
}

/// What a look at the session leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// Drop what was scheduled and what is being said: the session jumped or stopped.
    pub hush: bool,
    pub notes: Vec<Note>,
    pub say: Option<String>,
    pub announce: Option<String>,
}

/// What the journal has to learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalStep {
    pub phase: usize,
    pub active: Millis,
    pub marks: Vec<Marked>,
    pub stops: Vec<StopMark>,
    pub swaps: Vec<Swapped>,
    pub felt_in: Vec<FeltMark>,
}

impl Live {
    /// A session that starts, or one restored from its journal with `journal` entries.
    pub fn new(
        id: RecordId,
        started: Moment,
        zone: String,
        before: Before,
        session: Session,
        journal: u32,
    ) -> Self {
        let from = session.plan_time();
        Self {
            id,
            started,
            zone,
            before,
            session,
            hints: Vec::new(),
            journal,
            heard: from,
            script: Script::default(),
            scripted: None,
            sounded: from,
            unwritten: Vec::new(),
            stops: Vec::new(),
            stops_written: 0,
            swaps: Vec::new(),
            swaps_written: 0,
            told: None,
            felt: Vec::new(),
            felt_written: 0,
            unasked: Vec::new(),
        }
    }

    /// What the journal says of STOP.
    #[must_use]
    pub fn with_stops(self, stops: Vec<StopMark>) -> Self {
        Self { stops_written: stops.len(), stops, ..self }
    }

    #[must_use]
    pub fn with_hints(self, hints: Vec<Vec<Hint>>) -> Self {
        Self { hints, ..self }
    }

    /// What the journal says of where it was felt.
    #[must_use]
    pub fn with_felt(self, felt: Vec<FeltMark>) -> Self {
        Self { felt_written: felt.len(), felt, ..self }
    }

    /// Where this exercise was felt, as it was last said.
    pub fn felt(&self, exercise: &str) -> Option<FeltAt> {
        let mark = self.felt.iter().rev().find(|mark| mark.exercise == exercise);
        mark.map(|mark| mark.at)
    }

    pub fn tell_felt(&mut self, exercise: String, at: FeltAt) {
        self.felt.push(FeltMark { exercise, at });
    }

    /// The last press of STOP.
    pub fn last_stop(&self) -> Option<&StopMark> {
        self.stops.last()
    }

    /// Does what was pressed, or looks at the clock, and says what is to be heard.
    pub fn on(
        &mut self,
        input: Input,
        now: Moment,
        catalogue: &Catalogue,
        settings: &Settings,
    ) -> Heard {
        self.session.follow(settings.pace);
        let before = self.session.state();
        self.session.on(input, now);
        self.unwritten.extend(self.session.take_unsaved());
        for trouble in self.session.take_troubles() {
            let stopped = self.session.plan().prescription(trouble.block);
            let exercise = stopped.map(|one| one.exercise.as_str().to_owned()).unwrap_or_default();
            let (at, pain) = self.told.take().unwrap_or((now.wall, None));
            let Trouble { side, reason, .. } = trouble;
            self.stops.push(StopMark { exercise, side, reason, at: Some(at), pain });
        }
        let jumped = input != Input::Ticked || !same_course(before, self.session.state());
        let mut heard = Heard { hush: jumped, ..Heard::default() };
        let here = self.session.plan_time();
        if jumped {
            self.sounded = here;
            if input != Input::Ticked {
                self.heard = here;
            }
        }
        let write = (jumped && input != Input::Ticked).then_some(input == Input::AddedTime);
        self.speak(&mut heard, write, catalogue, settings);
        if input != Input::Ticked {
            self.tell_where(&mut heard, catalogue, settings);
        }
        self.sound(&mut heard, here);
        heard
    }

    /// What the first look at a new session says.
    pub fn begin(&mut self, catalogue: &Catalogue, settings: &Settings) -> Heard {
        self.session.follow(settings.pace);
        let mut heard = Heard { hush: true, ..Heard::default() };
        let here = self.session.plan_time();
        (self.heard, self.sounded) = (here, here);
        self.speak(&mut heard, Some(false), catalogue, settings);
        self.sound(&mut heard, here);
        heard
    }

    /// The next journal entry, once a phase was left: whatever kills the page, it comes back at the
    /// phase it was in. A browser gathers the writes of a few seconds before it stores them, so the
    /// short phases of a repetition cost no more than the repetition would. `all` writes anyway.
    pub fn journal_step(&mut self, all: bool) -> Option<JournalStep> {
        let told = self.stops.len() > self.stops_written
            || self.swaps.len() > self.swaps_written
            || self.felt.len() > self.felt_written;
        if !all && self.unwritten.is_empty() && !told {
            return None;
        }
        let phases = self.session.plan().phases();
        let at = self.session.position().map_or(phases.len(), |at| at.phase);
        self.journal += 1;
        let marks = std::mem::take(&mut self.unwritten);
        let stops = self.stops[self.stops_written..].to_vec();
        self.stops_written = self.stops.len();
        let swaps = self.swaps[self.swaps_written..].to_vec();
        self.swaps_written = self.swaps.len();
        let felt_in = self.felt[self.felt_written..].to_vec();
        self.felt_written = self.felt.len();
        let active = self.session.active();
        Some(JournalStep { phase: at, active, marks, stops, swaps, felt_in })
    }

    /// The record of what was done, with nothing said about it yet.
    pub fn record(&self, ending: Ending, now: Moment, app: &str) -> SessionRecord {
        let done = self.session.tallies().iter().filter_map(|tally| self.row(tally)).collect();
        SessionRecord {
            id: self.id,
            revision: 1,
            updated: now.wall,
            session: self.session.plan().order().session.clone(),
            started_wall: self.started.wall,
            offset: self.started.offset,
            zone: self.zone.clone(),
            day: self.started.day(),
            active: Span::capped(self.session.active().seconds_down()),
            ending,
            before: self.before,
            after: crate::domain::record::After::default(),
            done,
            stops: self.stops.clone(),
            swaps: self.swaps.clone(),
            felt_in: last_of_each(&self.felt),
            app: app.to_owned(),
        }
    }

    fn row(&self, tally: &Tally) -> Option<DoneRow> {
        let prescription = self.session.plan().prescription(tally.block)?;
        let mode: Mode = prescription.protocol.mode();
        let outcome = if tally.done >= tally.planned {
            Outcome::Done
        } else if tally.done > 0 || tally.held > Millis(0) {
            Outcome::Partly
        } else {
            Outcome::Skipped
        };
        Some(DoneRow {
            exercise: prescription.exercise.as_str().to_owned(),
            mode: DoneMode::Known(mode),
            side: tally.side,
            planned: Count::capped(tally.planned),
            done: Count::capped(tally.done),
            held: Span::capped(tally.held.seconds_down()),
            outcome,
        })
    }

    /// Hands everything over again: what was is lost.
    pub fn sound_anew(&mut self) {
        self.sounded = self.session.plan_time();
    }

    fn sound(&mut self, heard: &mut Heard, here: Millis) {
        if !matches!(self.session.state(), State::Running { .. } | State::Waiting { .. }) {
            return;
        }
        // What comes after a set at one's own pace has no moment yet; its beginning has.
        let still = self.session.stands_still_at().map(|still| still + Millis(1));
        let until = still.unwrap_or(here + AHEAD).min(here + AHEAD);
        if self.sounded > here + REFILL || self.sounded >= until {
            return;
        }
        let from = self.sounded.max(here);
        heard.notes = cues(self.session.plan(), from, until)
            .into_iter()
            .flat_map(|Cue { at, kind, .. }: Cue| notes(kind, at - here))
            .collect();
        self.sounded = until;
    }
}

/// One answer per exercise, in the order in which they were first asked.
fn last_of_each(felt: &[FeltMark]) -> Vec<FeltMark> {
    let mut kept: Vec<FeltMark> = Vec::new();
    for mark in felt {
        match kept.iter_mut().find(|known| known.exercise == mark.exercise) {
            Some(known) => known.at = mark.at,
            None => kept.push(mark.clone()),
        }
    }
    kept
}

/// True while the session only went on: nothing that was scheduled has become wrong.
fn same_course(before: State, after: State) -> bool {
    match (before, after) {
        (
            State::Running { .. },
            State::Running { .. } | State::Waiting { .. } | State::Ended { how: Ending::Completed },
        )
        | (State::Waiting { .. }, State::Waiting { .. })
        | (State::Paused { .. }, State::Paused { .. })
        | (State::Away { .. }, State::Away { .. }) => true,
        (before, after) => before == after,
    }
}

/// The side to begin with: as set, else left on odd days and right on even ones (section 6).
pub fn first_side(settings: &Settings, day: Day) -> Side {
    match settings.first_side {
        FirstSide::Left => Side::Left,
        FirstSide::Rule if day.is_odd() => Side::Left,
        FirstSide::Right | FirstSide::Rule => Side::Right,
    }
}
