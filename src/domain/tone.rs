//! How each cue sounds. Prep, hold, press, relax, rest and end differ in pitch and in pattern, so
//! that nobody needs a trained ear. The pitches are our choice.

use super::{
    cue::{CueKind, Tone},
    time::Millis,
};

/// Every note swells this long and dies away this long, or it would click. Our choice.
pub const SWELL: Millis = Millis(12);
pub const FADE: Millis = Millis(30);

/// One note to play later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    pub after: Millis,
    /// Hertz.
    pub pitch: f32,
    pub lasts: Millis,
    /// 0 to 1, before the person's volume.
    pub loudness: f32,
}

/// Pitch in hertz, start and length in milliseconds, loudness in hundredths.
type Pattern = &'static [(f32, u64, u64, f32)];

fn pattern(tone: Tone) -> Pattern {
    match tone {
        Tone::Prepare => &[(392.0, 0, 140, 0.5)],
        Tone::Hold => &[(523.3, 0, 140, 0.8), (659.3, 150, 260, 0.8)],
        Tone::Press => &[(587.3, 0, 110, 0.9), (587.3, 140, 110, 0.9), (587.3, 280, 220, 0.9)],
        Tone::Relax => &[(659.3, 0, 180, 0.7), (440.0, 190, 340, 0.7)],
        Tone::Rest => &[(440.0, 0, 200, 0.6), (330.0, 210, 320, 0.6)],
        Tone::ChangeSides => {
            &[(659.3, 0, 140, 0.8), (494.0, 160, 140, 0.8), (659.3, 320, 240, 0.8)]
        }
        Tone::Beat => &[(494.0, 0, 80, 0.35)],
        Tone::Half => &[(784.0, 0, 120, 0.5)],
        Tone::Tick => &[(880.0, 0, 60, 0.35)],
        Tone::End => &[
            (523.3, 0, 180, 0.8),
            (659.3, 190, 180, 0.8),
            (784.0, 380, 180, 0.8),
            (1046.5, 570, 600, 0.8),
        ],
    }
}

/// The notes of a cue that sounds after this long; none for a silent cue.
pub fn notes(cue: CueKind, after: Millis) -> Vec<Note> {
    let Some(tone) = cue.tone() else { return Vec::new() };
    pattern(tone)
        .iter()
        .map(|&(pitch, start, lasts, loudness)| Note {
            after: after + Millis(start),
            pitch,
            lasts: Millis(lasts),
            loudness,
        })
        .collect()
}

/// Two low, soft notes: time to move. Our choice; softer than anything in a session.
pub fn break_notes() -> Vec<Note> {
    [(392.0, 0, 260), (494.0, 280, 420)]
        .into_iter()
        .map(|(pitch, after, lasts)| Note {
            after: Millis(after),
            pitch,
            lasts: Millis(lasts),
            loudness: 0.3,
        })
        .collect()
}
