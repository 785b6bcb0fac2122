//! The cue track, read back by a decoder that other people wrote.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod every_session;
mod shape;

use std::io::Cursor;

use soepel::{
    content,
    domain::{
        body::Side,
        cue::cues,
        dose::AgeGroup,
        plan::{Order, Plan, Prescription},
        programme::{SessionId, SessionOutline},
        settings::Volume,
        time::{Millis, Seconds},
        timeline::Pacing,
        tone::{Note, notes},
        track::{Part, RATE, Rendering, Track},
    },
};

/// Everything of a session as the catalogue has it, whoever may do it.
fn planned(outline: &SessionOutline) -> Plan {
    let catalogue = content::catalogue();
    let prescriptions = outline.blocks.iter().map(|block| {
        let exercise = catalogue.exercise(&block.exercise).unwrap();
        let dose = exercise.dose(block.mode).unwrap();
        Prescription {
            exercise: block.exercise.clone(),
            protocol: dose.resolve(AgeGroup::Adult, block.change),
            sides: dose.sides,
            effort_most: None,
        }
    });
    laid_out(prescriptions.collect())
}

fn laid_out(prescriptions: Vec<Prescription>) -> Plan {
    let session = SessionId("P1-A".to_owned());
    let pacing = Pacing::default();
    Plan::new(Order { session, prescriptions, pacing, first_side: Side::Left }).unwrap()
}

/// Everything that the catalogue has, one after the other, for so long.
fn own_routine(minutes: u32) -> Plan {
    let catalogue = content::catalogue();
    let sessions = catalogue.programmes.iter().flat_map(|programme| &programme.sessions);
    let all: Vec<Prescription> =
        sessions.flat_map(|session| planned(session).order().prescriptions.clone()).collect();
    let mut least = all.len();
    let mut most = 1;
    // By halves: a plan of an hour takes its time to lay out.
    while most + 1 < least {
        let count = usize::midpoint(least, most);
        let long = laid_out(all[..count].to_vec()).lasts() >= Seconds(minutes * 60);
        if long { least = count } else { most = count }
    }
    laid_out(all[..least].to_vec())
}

fn volume() -> Volume {
    Volume::new(70).unwrap()
}

fn render(plan: &Plan, part: Part) -> Track {
    Rendering::new(plan, part, volume()).finish()
}

fn decoded(track: &Track) -> Vec<i32> {
    let mut reader = claxon::FlacReader::new(Cursor::new(&track.bytes)).unwrap();
    let info = reader.streaminfo();
    assert_eq!((info.sample_rate, info.channels, info.bits_per_sample), (RATE, 1, 16));
    let mut samples = Vec::new();
    let mut blocks = reader.blocks();
    while let Some(block) = blocks.read_next_or_eof(Vec::new()).unwrap() {
        samples.extend_from_slice(block.channel(0));
    }
    assert_eq!(info.samples, Some(samples.len() as u64));
    samples
}

/// The notes that a part has, at their places in its file.
fn expected(plan: &Plan, part: Part) -> Vec<(Note, Millis)> {
    let cues = cues(plan, part.from, part.to).into_iter();
    cues.flat_map(|cue| notes(cue.kind, cue.at))
        .map(|note| (note, part.place(note.after)))
        .collect()
}

fn index(at: Millis) -> usize {
    usize::try_from(at.0 * u64::from(RATE) / 1000).unwrap()
}
