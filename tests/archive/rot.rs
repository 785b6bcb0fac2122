//! R5: storage that rots. Ten thousand times one text is changed by chance: it is noticed, what was
//! there stays word for word, and every other text can still be read.

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use soepel::archive::{keys::Key, store::Archive};

use crate::{every_kind::one_of_each, golden, made::Shelf};

#[derive(Clone, Copy, Debug)]
enum Rot {
    Flip { at: usize, bit: u8 },
    Replace { at: usize, byte: u8 },
    CutOff { at: usize },
    TakeOut { at: usize, many: usize },
    Double { at: usize, many: usize },
    Swap { at: usize, with: usize },
    Nothing,
}

fn rot() -> impl Strategy<Value = (usize, Rot)> {
    let rot = prop_oneof![
        4 => (any::<usize>(), 0..7_u8).prop_map(|(at, bit)| Rot::Flip { at, bit }),
        4 => (any::<usize>(), 0x20..0x7F_u8).prop_map(|(at, byte)| Rot::Replace { at, byte }),
        2 => any::<usize>().prop_map(|at| Rot::CutOff { at }),
        2 => (any::<usize>(), 1..40_usize).prop_map(|(at, many)| Rot::TakeOut { at, many }),
        1 => (any::<usize>(), 1..40_usize).prop_map(|(at, many)| Rot::Double { at, many }),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(at, with)| Rot::Swap { at, with }),
        1 => Just(Rot::Nothing),
    ];
    (any::<usize>(), rot)
}

fn rotten(text: &str, rot: Rot) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let length = bytes.len();
    let span = |at: usize, many: usize| (at % length, (at % length + many).min(length));
    match rot {
        Rot::Flip { at, bit } => bytes[at % length] ^= 1 << bit,
        Rot::Replace { at, byte } => bytes[at % length] = byte,
        Rot::CutOff { at } => bytes.truncate(at % length),
        Rot::TakeOut { at, many } => {
            let (from, to) = span(at, many);
            bytes.drain(from..to);
        }
        Rot::Double { at, many } => {
            let (from, to) = span(at, many);
            let twice = bytes[from..to].to_vec();
            bytes.splice(to..to, twice);
        }
        Rot::Swap { at, with } => bytes.swap(at % length, with % length),
        Rot::Nothing => bytes.clear(),
    }
    String::from_utf8(bytes).expect("ASCII stays ASCII")
}

/// Texts of every kind that is kept.
fn every_text() -> Shelf {
    let mut shelf = golden::storage();
    shelf.0.extend(one_of_each().entries());
    shelf.0.retain(|name, _| !name.contains(".q."));
    shelf
}

#[test]
fn ten_thousand_rotten_texts_are_noticed_kept_and_harm_no_other() {
    const MANY: u32 = 10_000;
    let shelf = every_text();
    let texts: Vec<(&String, &String)> = shelf.0.iter().collect();
    let sound = shelf.open();
    let entries: Vec<(String, String)> = sound.entries().collect();
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[5; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    let (mut changed, mut noticed) = (0_u32, 0_u32);
    for _ in 0..MANY {
        let (which, rot) = rot().new_tree(&mut runner).unwrap().current();
        let (name, text) = texts[which % texts.len()];
        let raw = rotten(text, rot);
        if raw == *text {
            continue;
        }
        changed += 1;
        // It and its neighbours: one text never tells of another, so a handful says it all.
        let near = (0..4).map(|next| texts[(which + 1 + next * 7) % texts.len()]);
        let near: Vec<_> = near.filter(|(other, _)| *other != name).collect();
        let kept = near.iter().map(|(name, text)| ((*name).clone(), (*text).clone()));
        let mut archive =
            Archive::open(kept.chain([(name.clone(), raw.clone())])).expect("others can be read");
        let key = Key::parse(name).unwrap();
        if archive.damaged().map(|(key, _)| key).eq([&key]) {
            noticed += 1;
        }
        let read: Vec<(String, String)> = archive.entries().collect();
        for (other, text) in near {
            let whole = entries.iter().find(|(name, _)| name == other).unwrap();
            assert!(read.contains(whole), "{other} was hurt by {name}: {text}");
        }
        for write in archive.quarantine_damaged() {
            archive.apply(&write);
        }
        assert!(archive.quarantined().any(|aside| aside == (name.as_str(), raw.as_str())));
    }
    println!(
        "R5: {changed} changed texts of {MANY}, {noticed} noticed, others readable and raw kept: all"
    );
    assert_eq!(noticed, changed, "at least 99.99 % has to be noticed");
}
