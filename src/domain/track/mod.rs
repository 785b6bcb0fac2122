//! The cues of a session as one file of sound, which plays on while the screen is off.

mod bits;
mod flac;
mod synthesis;

use super::{
    cue::{Cue, cues},
    plan::Plan,
    settings::Volume,
    time::Millis,
    tone::{Note, notes},
};
use flac::{BLOCK, Flac};
use synthesis::{Placed, mix};

/// Sixteen samples a millisecond: no moment is ever rounded, and no tone reaches the 8 kHz that
/// this can carry.
pub const RATE: u32 = 16_000;
/// Every file begins with a minute of silence, to rest in while a step waits for the person: a
/// file that plays keeps the controls of the lock screen, one that stands still loses them.
pub const LEAD: Millis = Millis(61_440);
/// Longer than any cue sounds.
const TAIL: Millis = Millis(2_000);
/// Silence is looked for no further ahead than this.
const SEARCHED: Millis = Millis(60_000);

/// A finished file, and the part of the plan that it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    pub bytes: Vec<u8>,
    pub part: Part,
}

/// The cues from `from` up to, not including, `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub from: Millis,
    pub to: Millis,
}

impl Part {
    /// Everything, the end included.
    pub fn whole(plan: &Plan) -> Self {
        Self { from: Millis(0), to: plan.lasts().millis() + Millis(1) }
    }

    /// So much from a moment on, and no more than there is.
    pub fn next(plan: &Plan, from: Millis, long: Millis) -> Self {
        Self { from, to: Self::whole(plan).to.min(from + long) }
    }

    /// Where a moment of the plan stands in the file.
    pub fn place(self, moment: Millis) -> Millis {
        LEAD + (moment - self.from)
    }
}

/// A file on its way. It is made in steps, so that nothing ever waits for it.
#[derive(Clone, Debug)]
pub struct Rendering {
    part: Part,
    /// In the order in which they begin.
    notes: Vec<Placed>,
    /// Notes before this one are over.
    over: usize,
    file: Flac,
}

impl Rendering {
    pub fn new(plan: &Plan, part: Part, volume: Volume) -> Self {
        let mut placed: Vec<Placed> = sounding(plan, part.from, part.to)
            .map(|note| Placed::new(note, part.place(note.after), volume))
            .collect();
        placed.sort_by_key(Placed::start);
        let samples = samples(part.place(part.to) + TAIL);
        Self { part, notes: placed, over: 0, file: Flac::new(samples) }
    }

    /// Renders on, for at most so many blocks with a tone in them; silence costs next to nothing.
    pub fn go_on(&mut self, most: u32) {
        let mut left = most;
        while left > 0 && !self.file.is_complete() {
            let start = self.file.next_sample();
            let end = start + u64::from(BLOCK);
            while self.notes.get(self.over).is_some_and(|note| note.end() <= start) {
                self.over += 1;
            }
            let now = &self.notes[self.over..];
            let now = &now[..now.partition_point(|note| note.start() < end)];
            if now.is_empty() {
                self.file.silence();
            } else {
                self.file.block(&mix(now, start));
                left -= 1;
            }
        }
    }

    pub fn is_complete(&self) -> bool {
        self.file.is_complete()
    }

    /// The file, rendered to its end.
    pub fn finish(mut self) -> Track {
        self.go_on(u32::MAX);
        Track { bytes: self.file.finish(), part: self.part }
    }
}

/// From `from` on the first moment at which nothing sounds, nor will for so long. Where there is
/// none within a minute, the last one in which nothing sounds at all.
pub fn silence_after(plan: &Plan, from: Millis, long: Millis) -> Millis {
    let to = Part::next(plan, from, SEARCHED).to;
    let mut sounds: Vec<(Millis, Millis)> =
        sounding(plan, from - TAIL, to).map(|note| (note.after, note.after + note.lasts)).collect();
    sounds.sort_unstable();
    let mut silent = from;
    for (start, end) in sounds {
        if start >= silent + long {
            break;
        }
        silent = silent.max(end);
    }
    silent
}

/// The notes of the cues in a part of the plan, at their moments in it.
fn sounding(plan: &Plan, from: Millis, to: Millis) -> impl Iterator<Item = Note> {
    cues(plan, from, to).into_iter().flat_map(|Cue { at, kind, .. }| notes(kind, at))
}

fn samples(span: Millis) -> u64 {
    span.0 * u64::from(RATE / 1000)
}
