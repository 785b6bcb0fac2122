//! Notes as samples: the same triangle waves as those of single tones, in whole numbers, so that
//! every machine makes the same file.

use super::{RATE, flac::BLOCK, samples};
use crate::domain::{
    settings::Volume,
    time::Millis,
    tone::{FADE, Note, SWELL},
};

/// The lowest bits stay empty: 72 dB below the loudest is less than anybody hears of a tone, and
/// it halves the file.
pub(super) const EMPTY_BITS: u32 = 4;

/// A note at its place in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    start: u64,
    samples: u64,
    /// How far the wave goes on with each sample; 2^32 is a whole wave.
    step: u32,
    /// The loudest sample.
    loudest: i64,
}

impl Placed {
    pub(super) fn new(note: Note, at: Millis, volume: Volume) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a pitch is a small part of the rate, and a loudness at most 1"
        )]
        let (step, hundredths) = (
            (f64::from(note.pitch) * 4_294_967_296.0 / f64::from(RATE)).round() as u32,
            (note.loudness * 100.0).round() as i64,
        );
        Self {
            start: samples(at),
            samples: samples(note.lasts),
            step,
            loudest: i64::from(i16::MAX) * hundredths * i64::from(volume.percent()) / 10_000,
        }
    }

    pub(super) fn start(&self) -> u64 {
        self.start
    }

    pub(super) fn end(&self) -> u64 {
        self.start + self.samples
    }

    /// The sample at this distance from the start of the note.
    fn sample(&self, index: u64) -> i64 {
        let swell = share(index, SWELL);
        let fade = share(self.samples - index, FADE);
        let loudness = self.loudest * swell.min(fade) / 65_536;
        (wave(self.step.wrapping_mul(low_bits(index))) * loudness) >> 15
    }
}

/// How much of a swell or fade is over, in 65536ths.
fn share(index: u64, span: Millis) -> i64 {
    let all = samples(span);
    (index.min(all) * 65_536 / all).cast_signed()
}

/// A triangle from -32768 to 32767 that begins at nothing and rises.
fn wave(phase: u32) -> i64 {
    let phase = phase.wrapping_add(0x4000_0000);
    let up = if phase < 0x8000_0000 { phase } else { !phase };
    i64::from(up >> 15) - 32_768
}

fn low_bits(index: u64) -> u32 {
    u32::try_from(index & u64::from(u32::MAX)).unwrap_or(0)
}

/// One block of samples, without their empty bits.
pub(super) fn mix(notes: &[Placed], start: u64) -> Vec<i32> {
    let mut sums = vec![0_i64; BLOCK as usize];
    for note in notes {
        let from = note.start.max(start);
        let to = note.end().min(start + u64::from(BLOCK));
        for (sum, at) in sums.iter_mut().skip(place(from, start)).zip(from..to) {
            *sum += note.sample(at - note.start);
        }
    }
    let half = 1 << (EMPTY_BITS - 1);
    let most = i64::from(i16::MAX) >> EMPTY_BITS;
    sums.into_iter()
        .map(|sum| i32::try_from(((sum + half) >> EMPTY_BITS).clamp(-most, most)).unwrap_or(0))
        .collect()
}

fn place(at: u64, start: u64) -> usize {
    usize::try_from(at - start).unwrap_or(usize::MAX)
}
