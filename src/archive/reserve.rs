//! Filler that is given up when the storage is full, so that a session that runs is kept to its
//! end.

use super::{
    keys::Key,
    store::Archive,
    writes::{Write, remove},
};

/// Enough for the journals and records of some twenty sessions (R6). Our choice.
const CHARACTERS: usize = 64 * 1024;

impl Archive {
    /// Puts the filler down where there is none. Only the first store is ever full.
    pub fn lay_reserve(&self) -> Vec<Write> {
        if self.reserve {
            return Vec::new();
        }
        vec![Write::Put { key: Key::Reserve.to_string(), value: "0".repeat(CHARACTERS) }]
    }

    /// The storage is full: what makes room, once.
    pub fn give_up_reserve(&mut self) -> Option<Write> {
        let given_up = self.reserve.then(|| remove(&Key::Reserve))?;
        self.apply(&given_up);
        Some(given_up)
    }

    /// The storage has no room for the filler itself: it goes without.
    pub fn lacks_reserve(&mut self, writes: &[Write]) -> bool {
        let reserve = Key::Reserve.to_string();
        let lacks = matches!(writes, [Write::Put { key, .. }] if *key == reserve);
        if lacks {
            self.forget(&reserve);
        }
        lacks
    }
}
