//! Everything as it was before something that takes much away: every name with its text, word for
//! word, and the way back to it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{
    envelope, json as spelling,
    keys::{Key, SITE},
    problem::Problem,
    store::{Archive, Unreadable},
    writes::{Write, remove},
};
use crate::domain::body::named;

/// A name with its text.
pub type Entry = (String, String);

named! {
    /// What a snapshot was taken before.
    Why {
        /// A file was merged in.
        Import = "import",
        /// A file took the place of everything.
        Replace = "replace",
        Erase = "erase",
        /// Another snapshot was put back.
        PutBack = "put-back",
        /// The first start of another version of Soepel, which may write in another way.
        Update = "update",
    }
}

/// What is known of a snapshot without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// When it was taken, in epoch milliseconds UTC.
    pub at: i64,
    pub why: Why,
    pub sessions: usize,
    /// In bytes, about.
    pub size: usize,
}

const MONTH: i64 = 30 * 86_400_000;
/// Of what somebody did themselves so many stay, and of new versions so many. Our choice.
const KEEP: usize = 3;
const KEEP_OF_UPDATES: usize = 2;
/// All of them together; the newest stays, whatever its size. Our choice.
const MOST: usize = 20 * 1024 * 1024;

impl About {
    /// The name it is kept under.
    pub fn name(&self) -> String {
        format!("{}-{}", self.at, self.why.slug())
    }

    pub fn text(&self) -> String {
        let Self { at, why, sessions, size } = self;
        json!({ "at": at, "sessions": sessions, "size": size, "why": why.slug() }).to_string()
    }

    /// None for what this version does not know.
    pub fn read(name: &str, text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let whole = |field: &str| usize::try_from(value[field].as_u64()?).ok();
        let about = Self {
            at: value["at"].as_i64()?,
            why: Why::parse(value["why"].as_str()?)?,
            sessions: whole("sessions")?,
            size: whole("size")?,
        };
        (about.name() == name).then_some(about)
    }
}

/// Those that go: they are a month old, or there are too many, or they are too large together. A
/// snapshot of the future was taken by a wrong clock and stays until there are too many.
pub fn needless(list: &[About], wall: i64) -> Vec<About> {
    let mut newest = list.to_vec();
    newest.sort_unstable_by(|one, other| other.cmp(one));
    let (mut counts, mut size) = ([0_usize; 2], 0_usize);
    let mut goes = Vec::new();
    for about in newest {
        let update = about.why == Why::Update;
        let count = &mut counts[usize::from(update)];
        let most = if update { KEEP_OF_UPDATES } else { KEEP };
        let old = wall.saturating_sub(about.at) > MONTH;
        let large = size > 0 && size.saturating_add(about.size) > MOST;
        if old || large || *count == most {
            goes.push(about);
        } else {
            *count += 1;
            size += about.size;
        }
    }
    goes
}

/// One text with everything in it. `stored` is what stands in the browser, also what this version
/// gives no meaning; `known` is what should stand there, also where a full storage refused it.
pub fn snapshot(stored: Option<Vec<Entry>>, known: Vec<Entry>) -> String {
    let ours = stored.unwrap_or_default().into_iter().filter(|(name, _)| name.starts_with(SITE));
    // The filler is laid anew at every start.
    let ours = ours.filter(|(name, _)| Key::parse(name) != Some(Key::Reserve));
    let mut all: BTreeMap<String, String> = ours.collect();
    all.extend(known);
    let entries: Vec<Value> = all.into_iter().map(|(name, text)| json!([name, text])).collect();
    envelope::seal(&spelling::canonical(&Value::Array(entries)))
}

/// None when something of it changed since.
pub fn read(text: &str) -> Result<Vec<Entry>, Problem> {
    let payload = envelope::open(text).map_err(Problem::Torn)?;
    serde_json::from_str(payload).map_err(|error| Problem::WrongType(error.to_string()))
}

impl Archive {
    /// Each name of this version with its text as it stands or should stand, also what cannot be
    /// read.
    pub fn texts(&self) -> impl Iterator<Item = Entry> {
        let damaged =
            self.damaged.iter().map(|(key, damaged)| (key.to_string(), damaged.raw.clone()));
        self.entries().chain(damaged)
    }

    /// Makes it as it was. What a newer version wrote since stays, whether it stands under a name
    /// that this version knows or not.
    pub fn put_back(&self, entries: Vec<Entry>) -> Vec<Write> {
        let wanted: BTreeMap<String, String> =
            entries.into_iter().filter(|(name, _)| means_something(name)).collect();
        let now: BTreeMap<String, String> = self.texts().collect();
        let newer: BTreeSet<String> = self.newer().map(Key::to_string).collect();
        let goes = now.keys().filter(|name| !wanted.contains_key(*name) && !newer.contains(*name));
        let mut writes: Vec<Write> = wanted
            .iter()
            .filter(|(name, text)| now.get(*name) != Some(text) && !newer.contains(*name))
            .map(|(name, text)| Write::Put { key: name.clone(), value: text.clone() })
            .collect();
        writes.extend(goes.map(|key| Write::Remove { key: key.clone() }));
        // Last: until everything stands there again, what was erased may not come from elsewhere.
        if self.is_erased() {
            writes.push(remove(&Key::Erased));
        }
        writes
    }
}

impl Unreadable {
    pub fn texts(&self) -> Vec<Entry> {
        self.raw().map(|(name, raw)| (name, raw.to_owned())).collect()
    }
}

fn means_something(name: &str) -> bool {
    Key::parse(name).is_some_and(|key| !matches!(key, Key::Reserve | Key::Erased))
}
