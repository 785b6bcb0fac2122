//! The file that leads a session: made while it plays, moved to where the session is, and made
//! anew when the plan becomes another.

use super::{
    Audio, LockScreen, Stamp,
    course::Course,
    tuning::{Correction, Tuning},
};
use crate::domain::{
    plan::Plan,
    session::Session,
    settings::Volume,
    time::{Millis, Moment},
    timeline::Phase,
    track::{Part, Rendering, Track, silence_after},
};

/// A first file of this length is there at once; the whole one takes its place when it is ready.
const FIRST: Millis = Millis(30_000);
/// A file of a part is left this long before its end.
const MARGIN: Millis = Millis(2_000);
/// One file takes the place of another where nothing sounds for this long.
const SILENCE: Millis = Millis(500);
/// Blocks with a tone that are rendered at a time: a few milliseconds.
const AT_A_TIME: u32 = 24;
/// The session and the file are one as long as they lie no further apart than this.
const SAME: Millis = Millis(100);
/// A wait that is noticed later than this begins with its cue once more.
const LATE: Millis = Millis(3_000);
/// A wait moves back to the beginning of the silence this often: long before it ends.
const REST_AGAIN: Millis = Millis(30_000);

#[derive(Debug)]
pub struct Leading {
    /// What the files are made of.
    phases: Vec<Phase>,
    ends: Millis,
    volume: Volume,
    /// Which file is at the element.
    loaded: Option<(u32, Part)>,
    /// The whole file, on its way.
    rendering: Option<Rendering>,
    /// The whole file, until it is at the element.
    ready: Option<Track>,
    wish: Wish,
    tuning: Tuning,
    shown: Option<LockScreen>,
}

/// What the element was asked for last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Still,
    /// At this moment of the plan then, and on from there.
    Playing {
        at: Millis,
        since: Moment,
    },
    /// The step that waits has sounded at this moment; since then silence.
    Resting {
        since: Moment,
    },
}

impl Leading {
    pub fn new(plan: &Plan, volume: Volume) -> Self {
        Self {
            phases: plan.phases().to_vec(),
            ends: plan.lasts().millis(),
            volume,
            loaded: None,
            rendering: Some(Rendering::new(plan, Part::whole(plan), volume)),
            ready: None,
            wish: Wish::Still,
            tuning: Tuning::default(),
            shown: None,
        }
    }

    /// True as long as the files say what is to be heard.
    pub fn is_of(&self, plan: &Plan, volume: Volume) -> bool {
        self.volume == volume && self.phases == plan.phases()
    }

    /// True when the file was about to play its last cue: nobody cuts that off.
    pub fn is_over(&self, now: Moment) -> bool {
        matches!(self.wish, Wish::Playing { at, since }
            if at + passed(since, now) + SAME >= self.ends)
    }

    /// True when this is the file at the element.
    pub fn has(&self, stamp: Stamp) -> bool {
        self.loaded.is_some_and(|(file, _)| file == stamp.file)
    }

    pub fn is_loaded(&self) -> bool {
        self.loaded.is_some()
    }

    /// True when the file was asked to play.
    pub fn plays(&self) -> bool {
        self.wish != Wish::Still
    }

    pub fn is_rendered(&self) -> bool {
        self.rendering.is_none()
    }

    /// Renders a little more of the whole file.
    pub fn render_on(&mut self) {
        let Some(mut rendering) = self.rendering.take() else { return };
        rendering.go_on(AT_A_TIME);
        if rendering.is_complete() {
            self.ready = Some(rendering.finish());
        } else {
            self.rendering = Some(rendering);
        }
    }

    /// Brings the element in line with the session.
    pub fn follow(&mut self, session: &Session, files: &mut u32, now: Moment) -> Vec<Audio> {
        match Course::of(session) {
            Course::Going => self.lead(session, files, now),
            Course::Waiting => self.wait(session, files, now),
            Course::Still if self.wish == Wish::Still => Vec::new(),
            Course::Still => {
                self.wish = Wish::Still;
                vec![Audio::Pause]
            }
        }
    }

    fn lead(&mut self, session: &Session, files: &mut u32, now: Moment) -> Vec<Audio> {
        let here = session.plan_time();
        let Wish::Playing { at, since } = self.wish else {
            return self.play(session, files, now);
        };
        let expected = at + passed(since, now);
        if apart(expected, here) > SAME || !self.covers(here) {
            return self.play(session, files, now);
        }
        if self.ready.is_some() && silence_after(session.plan(), here, SILENCE) == here {
            return self.play(session, files, now);
        }
        if !self.tuning.is_due(now) {
            return Vec::new();
        }
        self.tuning.ask(now);
        vec![Audio::Ask]
    }

    /// The cue at which a session begins to wait still sounds; then there is silence.
    fn wait(&mut self, session: &Session, files: &mut u32, now: Moment) -> Vec<Audio> {
        let here = session.plan_time();
        let (at, since) = match self.wish {
            Wish::Resting { since } if passed(since, now) < REST_AGAIN => return Vec::new(),
            Wish::Resting { .. } => return self.rest(now),
            Wish::Still => return self.play(session, files, now),
            Wish::Playing { at, since } => (at, since),
        };
        let expected = at + passed(since, now);
        if !self.covers(here) || expected + SAME < here || here + LATE < expected {
            return self.play(session, files, now);
        }
        if expected < silence_after(session.plan(), here, SAME) {
            return Vec::new();
        }
        self.rest(now)
    }

    fn rest(&mut self, now: Moment) -> Vec<Audio> {
        self.wish = Wish::Resting { since: now };
        vec![Audio::PlayAt(Millis(0))]
    }

    /// Plays from where the session is, from the best file that there is.
    fn play(&mut self, session: &Session, files: &mut u32, now: Moment) -> Vec<Audio> {
        let here = session.plan_time();
        self.wish = Wish::Playing { at: here, since: now };
        self.tuning = Tuning::begun(now);
        if let Some(track) = self.ready.take() {
            return vec![self.load(track, here, files)];
        }
        if let Some((_, part)) = self.loaded.filter(|_| self.covers(here)) {
            return vec![Audio::PlayAt(part.place(here))];
        }
        let plan = session.plan();
        // A whole file that was lost has to be made again.
        if self.rendering.is_none() {
            self.rendering = Some(Rendering::new(plan, Part::whole(plan), self.volume));
        }
        let first = Rendering::new(plan, Part::next(plan, here, FIRST), self.volume).finish();
        vec![self.load(first, here, files), Audio::MakeTime]
    }

    fn load(&mut self, track: Track, here: Millis, files: &mut u32) -> Audio {
        *files += 1;
        self.loaded = Some((*files, track.part));
        Audio::Load { file: *files, at: track.part.place(here), bytes: track.bytes }
    }

    fn covers(&self, here: Millis) -> bool {
        self.loaded.is_some_and(|(_, part)| {
            part.from <= here && (part.to > self.ends || here + MARGIN < part.to)
        })
    }

    /// Compares where the file is with where the session is.
    pub fn tune(&mut self, stamp: Stamp, session: &Session, now: Moment) -> Vec<Audio> {
        let (Some((_, part)), Wish::Playing { .. }) = (self.loaded, self.wish) else {
            return Vec::new();
        };
        if Course::of(session) != Course::Going || !stamp.playing {
            return Vec::new();
        }
        let here = session.plan_time();
        match self.tuning.correct(stamp.at, part.place(here), now) {
            Correction::None => Vec::new(),
            Correction::Speed(speed) => vec![Audio::Speed(speed)],
            Correction::Jump => {
                self.wish = Wish::Playing { at: here, since: now };
                vec![Audio::PlayAt(part.place(here))]
            }
        }
    }

    /// The file played to its end though the session goes on: it is asked for again.
    pub fn ran_out(&mut self) {
        self.wish = Wish::Still;
    }

    /// When the element wants something done, though the shown second stays the same.
    pub fn wake_in(&self, session: &Session, now: Moment) -> Option<Millis> {
        let here = session.plan_time();
        match (Course::of(session), self.wish) {
            (Course::Waiting, Wish::Playing { at, since }) => {
                let silent = silence_after(session.plan(), here, SAME);
                Some(silent - (at + passed(since, now)))
            }
            (Course::Going, Wish::Playing { .. }) if self.ready.is_some() => {
                Some(silence_after(session.plan(), here, SILENCE) - here)
            }
            _ => None,
        }
    }

    /// What to tell the lock screen, when it became another or its place in time did.
    pub fn show(&mut self, screen: LockScreen, moved: bool) -> Option<Audio> {
        if !moved && self.shown.as_ref().is_some_and(|shown| shown.says_the_same(&screen)) {
            return None;
        }
        self.shown = Some(screen.clone());
        Some(Audio::Show(Some(screen)))
    }
}

fn passed(since: Moment, now: Moment) -> Millis {
    Millis(now.mono.saturating_sub(since.mono))
}

fn apart(one: Millis, other: Millis) -> Millis {
    Millis(one.0.abs_diff(other.0))
}
