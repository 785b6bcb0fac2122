//! The second store: a copy of the first that fails at other times and in other ways. When both
//! were read, each gets what it lacks.

use std::collections::BTreeMap;

use super::{
    keys::Key,
    payload::Payload,
    store::{Archive, Unreadable},
    writes::Write,
};

/// What makes both stores the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    pub first: Vec<Write>,
    pub second: Vec<Write>,
}

impl Reconciled {
    /// Something came back that the first store had lost.
    pub fn restores(&self) -> bool {
        self.first.iter().any(|write| matches!(write, Write::Put { .. }))
    }
}

type Texts = BTreeMap<String, String>;

impl Archive {
    /// Takes in what the second store has and this one lacks. Of two texts under one name the one
    /// that ranks higher stays; what a later revision or a finished session made needless goes from
    /// both; what cannot be read in the second store is put aside in both.
    ///
    /// After everything was erased the second store has nothing to say: it is emptied.
    pub fn reconcile(&mut self, second: Vec<(String, String)>) -> Reconciled {
        let second: Texts =
            second.into_iter().filter(|(name, _)| Key::parse(name).is_some()).collect();
        if self.needs_nothing_from(&second) {
            return Reconciled::default();
        }
        let before: Texts = self.entries().collect();
        if !self.is_erased() {
            for (name, raw) in &second {
                if before.get(name) != Some(raw) {
                    self.take_over(name, raw);
                }
            }
        }
        // Also a step whose opening neither of the two has any more.
        for settle in [Self::tidy, Self::quarantine] {
            for write in settle(self) {
                self.apply(&write);
            }
        }
        let after: Texts = self.entries().collect();
        Reconciled { first: changes(&before, &after), second: changes(&second, &after) }
    }

    /// Both hold the same in the same letters, as at nearly every start; ten thousand texts are not
    /// written out for that.
    fn needs_nothing_from(&self, second: &Texts) -> bool {
        let kept = |(key, payload): (&Key, &Payload)| {
            second.get(&key.to_string()).is_some_and(|raw| payload.is_sealed_as(raw))
        };
        let aside = |(key, raw): (&Key, &String)| second.get(&key.to_string()) == Some(raw);
        !self.is_erased()
            && second.len() == self.kept.len() + self.quarantined.len()
            && self.kept.iter().all(kept)
            && self.quarantined.iter().all(aside)
            && self.tidy().is_empty()
            && self.quarantine().is_empty()
    }

    fn take_over(&mut self, name: &str, raw: &str) {
        let Some(key) = Key::parse(name) else { return };
        let aside = match key {
            Key::Reserve | Key::Erased => return,
            // Of two texts that were put aside, the one that is still as its name says.
            Key::Quarantine(checksum, _) => {
                let whole = crc32fast::hash(raw.as_bytes()) == checksum;
                if !whole && self.quarantined.contains_key(&key) {
                    return;
                }
                key
            }
            _ if Payload::open(&key, raw).is_ok() => {
                self.place(name.to_owned(), raw.to_owned());
                return;
            }
            _ => Key::quarantine(name, raw),
        };
        self.quarantined.insert(aside, raw.to_owned());
    }
}

impl Unreadable {
    /// Nothing in the first store can be read, but something in the second: that is taken, and the
    /// first store's texts are put aside.
    pub fn rescue(self, second: Vec<(String, String)>) -> Result<(Archive, Reconciled), Self> {
        let mut archive = self.clone().start_afresh();
        let mut first = archive.quarantine();
        for write in &first {
            archive.apply(write);
        }
        let reconciled = archive.reconcile(second);
        if archive.kept.is_empty() {
            return Err(self);
        }
        first.extend(reconciled.first);
        Ok((archive, Reconciled { first, second: reconciled.second }))
    }
}

/// From one state of a store to the other, what is put before what is removed.
fn changes(from: &Texts, to: &Texts) -> Vec<Write> {
    let put = to
        .iter()
        .filter(|(name, text)| from.get(*name) != Some(text))
        .map(|(name, text)| Write::Put { key: name.clone(), value: text.clone() });
    let removed = from
        .keys()
        .filter(|name| !to.contains_key(*name))
        .map(|name| Write::Remove { key: name.clone() });
    put.chain(removed).collect()
}
