//! Each cue at its moment, and nothing else.

use soepel::{
    content,
    domain::{
        plan::Plan,
        time::Millis,
        track::{LEAD, Part, RATE},
    },
};

use crate::{decoded, expected, index, own_routine, planned, render};

/// Reads the file of a plan back and compares it with the plan, cue by cue.
fn check(plan: &Plan, name: &str) {
    let part = Part::whole(plan);
    let samples = decoded(&render(plan, part));
    let notes = expected(plan, part);
    assert!(!notes.is_empty(), "{name}");
    // Twenty milliseconds around each start: silence before, sound after.
    let near = index(Millis(20));
    let silence = vec![0; samples.len()];
    let mut silent_from = 0;
    for (note, at) in &notes {
        let start = index(*at);
        let end = index(*at + note.lasts);
        let between = &samples[silent_from.min(start)..start];
        assert!(*between == silence[..between.len()], "{name}: sound before {note:?} at {at:?}");
        silent_from = silent_from.max(end);
        let onset = samples[start..].iter().position(|sample| *sample != 0);
        assert!(onset.is_some_and(|onset| onset < near), "{name}: {note:?} at {at:?}");
        let loudest = samples[start..end].iter().map(|sample| sample.abs()).max().unwrap();
        let meant = note.loudness * 0.7 * 32_767.0;
        #[expect(clippy::cast_precision_loss, reason = "a sample has 16 bits")]
        let share = loudest as f32 / meant;
        assert!((0.97..1.03).contains(&share), "{name}: {note:?} sounds at {share}");
        let waves = crossings(&samples[start..end]);
        #[expect(clippy::cast_precision_loss, reason = "a note has few waves")]
        let pitch = waves as f32 * RATE as f32 / (end - start) as f32;
        assert!((pitch - note.pitch).abs() < 40.0, "{name}: {note:?} sounds at {pitch} Hz");
    }
    let rest = &samples[silent_from..];
    assert!(*rest == silence[..rest.len()], "{name}: sound after the last cue");
    assert!(samples.len() > index(LEAD + plan.lasts().millis()), "{name}: it ends too soon");
}

/// Whole waves in these samples.
fn crossings(samples: &[i32]) -> usize {
    samples.windows(2).filter(|two| two[0] <= 0 && two[1] > 0).count()
}

#[test]
fn each_cue_of_every_session_of_the_catalogue_sounds_at_its_moment_and_nothing_else_does() {
    for programme in &content::catalogue().programmes {
        for session in &programme.sessions {
            check(&planned(session), &session.id.0);
        }
    }
}

#[test]
// Half of this hour is repetitions in tempo; as plain samples it would take 115 MB.
fn an_hour_of_ones_own_sounds_at_its_moments_in_a_file_of_three_megabytes() {
    let plan = own_routine(60);
    check(&plan, "an hour");
    let size = render(&plan, Part::whole(&plan)).bytes.len();
    assert!(size < 3_500_000, "{size} bytes");
}
