//! Lives by the thousands, each with its own faults.
//!
//! `SOEPEL_TRACES` says how many: a hundred thousand in `scripts/test`, a million in a deep run.
//! `SOEPEL_TRACE` plays a single one again, and tells of it.

use std::{
    env,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use crate::{
    browser::{First, Second},
    life::Life,
    shelves::Shelves,
};

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

fn live(seed: u64, shelves: &Shelves) {
    let shelf = usize::try_from(seed % 5).unwrap();
    let mut life = Life::new(seed, &shelves.all[shelf]);
    for _ in 0..=life.chance.below(2) {
        life.mood();
        life.opens_again();
        for _ in 0..=life.chance.below(7) {
            life.does_something(shelves);
        }
        life.dies();
        life.is_hurt();
    }
    life.first = First::Works;
    life.second = Second::Works;
    life.opens_again();
    life.is_whole();
}

impl Life {
    /// How the two stores behave until the page goes.
    fn mood(&mut self) {
        let held: usize =
            self.browser.seen.iter().map(|(name, text)| name.len() + text.len()).sum();
        self.first = match self.chance.below(12) {
            0 => First::Full(held + self.chance.below(1_500)),
            1 => First::Refuses,
            2 if self.chance.one_in(4) => First::Blocked,
            _ => First::Works,
        };
        self.second = match self.chance.below(12) {
            0 | 1 => Second::Refuses,
            2 => Second::Hangs,
            3 => Second::Missing,
            _ => Second::Works,
        };
    }

    /// While nobody looks: one store is wiped, or some texts of one are torn.
    fn is_hurt(&mut self) {
        let (first, second) = (&mut self.browser.seen, &mut self.browser.second);
        let texts = if self.chance.one_in(2) { first } else { second };
        match self.chance.below(8) {
            0 => texts.clear(),
            1 | 2 => {
                for _ in 0..=self.chance.below(2) {
                    if let Some(text) = texts.values_mut().nth(self.chance.below(12)) {
                        tear(text, self.chance.next());
                    }
                }
            }
            3 if self.chance.one_in(3) => {
                for text in texts.values_mut() {
                    tear(text, self.chance.next());
                }
            }
            _ => {}
        }
        self.browser.disk.clone_from(&self.browser.seen);
    }
}

/// Cut off, or one character changed.
fn tear(text: &mut String, chance: u64) {
    let length = u64::try_from(text.len()).unwrap();
    if length < 3 {
        return;
    }
    let at = usize::try_from(chance / 2 % length).unwrap();
    if chance.is_multiple_of(2) {
        text.truncate(at);
    } else {
        let other = if text.as_bytes()[at] == b'~' { "}" } else { "~" };
        text.replace_range(at..=at, other);
    }
}

/// R3: nothing that was kept is lost, nothing deleted rises, nothing unreadable is written over, and
/// nothing panics, whatever the two stores do.
#[test]
fn no_life_loses_what_was_kept() {
    let shelves = Shelves::made();
    if let Some(seed) = number("SOEPEL_TRACE") {
        return live(seed, &shelves);
    }
    let traces = number("SOEPEL_TRACES").unwrap_or(1_000);
    let next = AtomicU64::new(0);
    let workers = thread::available_parallelism().map_or(1, |workers| workers.get().min(8));
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= traces {
                        return;
                    }
                    let lived = catch_unwind(AssertUnwindSafe(|| live(seed, &shelves)));
                    if let Err(panic) = lived {
                        next.store(traces, Ordering::Relaxed);
                        eprintln!("to see it again: SOEPEL_TRACE={seed}");
                        resume_unwind(panic);
                    }
                }
            });
        }
    });
    println!("R3: {traces} traces, nothing lost, no panic");
}
