//! The file itself: made in steps, cut in parts, found by its table.

use std::sync::LazyLock;

use proptest::prelude::*;
use soepel::domain::{
    plan::Plan,
    time::Millis,
    track::{LEAD, Part, Rendering, silence_after},
};

use crate::{decoded, expected, index, own_routine, render, volume};

#[test]
fn a_file_made_in_steps_is_the_file_made_at_once() {
    let plan = own_routine(10);
    let part = Part::whole(&plan);
    for most in [1, 7, 40] {
        let mut rendering = Rendering::new(&plan, part, volume());
        let mut steps = 0;
        while !rendering.is_complete() {
            rendering.go_on(most);
            steps += 1;
        }
        assert!(steps > 1);
        assert_eq!(rendering.finish(), render(&plan, part));
    }
}

#[test]
fn the_table_finds_every_tenth_second() {
    let plan = own_routine(60);
    let bytes = render(&plan, Part::whole(&plan)).bytes;
    let long = usize::try_from(u32::from_be_bytes([0, bytes[43], bytes[44], bytes[45]])).unwrap();
    let (table, frames) = bytes[46..].split_at(long);
    assert_eq!(bytes[42], 0x83, "a seek table is the last part before the frames");
    assert!(table.len() / 18 > 360, "a point for every ten seconds of an hour and more");
    for (point, number) in table.chunks(18).zip(0..) {
        let sample = u64::from_be_bytes(point[..8].try_into().unwrap());
        let offset = u64::from_be_bytes(point[8..16].try_into().unwrap());
        assert_eq!(sample, number * 40 * 4096);
        let frame = &frames[usize::try_from(offset).unwrap()..];
        assert_eq!(frame[..4], [0xFF, 0xF8, 0xC5, 0x08], "a frame begins there");
    }
}

#[test]
fn a_minute_of_silence_to_wait_in_comes_first() {
    let plan = own_routine(5);
    let samples = decoded(&render(&plan, Part::next(&plan, Millis(40_000), Millis(30_000))));
    assert!(LEAD > Millis(60_000));
    assert!(samples[..index(LEAD)].iter().all(|sample| *sample == 0));
}

#[test]
fn a_part_sounds_as_the_whole_does() {
    let plan = own_routine(5);
    let whole = decoded(&render(&plan, Part::whole(&plan)));
    let (from, to) = (Millis(130_000), Millis(190_000));
    let part = Part::next(&plan, from, Millis(60_000));
    let samples = decoded(&render(&plan, part));
    // What began before the part is not in it, and what begins after neither.
    let first = expected(&plan, part)[0].1 - LEAD;
    let span = index(LEAD + first)..index(LEAD + (to - from));
    assert_eq!(samples[span.clone()], whole[span.start + index(from)..span.end + index(from)]);
}

static PLAN: LazyLock<Plan> = LazyLock::new(|| own_routine(10));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn nothing_sounds_in_a_silence_that_was_found(from in 0_u64..590_000) {
        let plan = &*PLAN;
        let long = Millis(500);
        let silent = silence_after(plan, Millis(from), long);
        prop_assert!(silent >= Millis(from));
        let whole = Part::whole(plan);
        for (note, at) in expected(plan, whole) {
            let (start, end) = (at - LEAD, at - LEAD + note.lasts);
            prop_assert!(start >= silent + long || end <= silent, "{note:?} at {start:?}");
        }
    }
}
