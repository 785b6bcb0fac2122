//! Which mutant is on.
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

static CHOSEN: LazyLock<u32> = LazyLock::new(|| {
    std::env::var("CHOSEN_MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(0)
});
static SEEN: [AtomicBool; 16_384] = [const { AtomicBool::new(false) }; 16_384];
static NOTED: LazyLock<Option<std::sync::Mutex<std::fs::File>>> = LazyLock::new(|| {
    let path = std::env::var("MUTANTS_REACHED").ok()?;
    std::fs::File::options().create(true).append(true).open(path).ok().map(std::sync::Mutex::new)
});

#[inline]
pub(crate) fn is(id: u32) -> bool {
    let chosen = *CHOSEN;
    if chosen == u32::MAX && !SEEN[id as usize].swap(true, Ordering::Relaxed) {
        if let Some(file) = &*NOTED {
            use std::io::Write as _;
            let mut file = file.lock().expect("the list");
            file.write_all(format!("{id}\n").as_bytes()).expect("to note it");
        }
    }
    chosen == id
}

pub(crate) enum Either<A, B> {
    One(A),
    Other(B),
}

impl<B: Iterator, A: Iterator<Item = B::Item>> Iterator for Either<A, B> {
    type Item = B::Item;
    fn next(&mut self) -> Option<B::Item> {
        match self {
            Self::One(one) => one.next(),
            Self::Other(other) => other.next(),
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::One(one) => one.size_hint(),
            Self::Other(other) => other.size_hint(),
        }
    }
}
