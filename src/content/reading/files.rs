//! The embedded files: hands out their entries one by one, and gathers what is wrong in them.

use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

const CURE: &str = "write it as its neighbours are written";

/// What has not been handed out yet, by path, and the problems so far.
pub(super) struct Files {
    left: Map<String, Value>,
    problems: Vec<String>,
}

impl Files {
    pub(super) fn open(embedded: &str) -> Self {
        match serde_json::from_str(embedded) {
            Ok(left) => Self { left, problems: Vec::new() },
            Err(error) => {
                let problem = format!("reading.json cannot be read, {error}; build it again");
                Self { left: Map::new(), problems: vec![problem] }
            }
        }
    }

    /// Every `[[table]]` of a file that can be read; the others become problems.
    pub(super) fn list<Shape, Entry>(&mut self, file: &str, table: &str) -> Vec<Entry>
    where
        Shape: DeserializeOwned,
        Entry: TryFrom<Shape, Error: Display>,
    {
        let found = self.left.get_mut(&format!("reading/{file}"));
        let Some(Value::Array(entries)) = found
            .and_then(Value::as_object_mut)
            .and_then(|tables| tables.remove(table))
            .filter(|entries| entries.as_array().is_some_and(|entries| !entries.is_empty()))
        else {
            self.report(file, &format!("there is no [[{table}]]; write at least one"));
            return Vec::new();
        };
        let mut read = Vec::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let place = format!("{table} {}", name(&entry, index));
            read.extend(self.entry(file, &place, entry, |shape: Shape| shape));
        }
        read
    }

    /// Every file of a folder that can be read, with its file name; the others become problems.
    pub(super) fn folder<Shape, Entry>(&mut self, folder: &str) -> Vec<Entry>
    where
        Shape: DeserializeOwned,
        Entry: TryFrom<(String, Shape), Error: Display>,
    {
        let start = format!("reading/{folder}");
        let keys: Vec<String> =
            self.left.keys().filter(|key| key.starts_with(&start)).cloned().collect();
        if keys.is_empty() {
            self.problems.push(format!("src/content/{start} has no files; write at least one"));
        }
        let mut read = Vec::new();
        for key in keys {
            let slug = key[start.len()..].to_owned();
            let whole = self.left.remove(&key).unwrap_or_default();
            let file = format!("{folder}{slug}");
            read.extend(self.entry(&file, "the chapter", whole, |shape: Shape| (slug, shape)));
        }
        read
    }

    /// The problems, with one for everything that nobody asked for.
    pub(super) fn close(self) -> Vec<String> {
        let mut problems = self.problems;
        for (key, tables) in &self.left {
            for table in tables.as_object().into_iter().flat_map(Map::keys) {
                problems.push(format!(
                    "src/content/{key}.toml: nothing reads `{table}`; correct its name or remove it"
                ));
            }
        }
        problems
    }

    pub(super) fn report(&mut self, file: &str, problem: &str) {
        self.problems.push(format!("{}: {problem}", path(file)));
    }

    /// One entry, which its shape and where it stands make up together.
    fn entry<Shape, Whole, Entry>(
        &mut self,
        file: &str,
        place: &str,
        entry: Value,
        join: impl FnOnce(Shape) -> Whole,
    ) -> Option<Entry>
    where
        Shape: DeserializeOwned,
        Entry: TryFrom<Whole, Error: Display>,
    {
        let read = serde_json::from_value(entry)
            .map_err(|error| error.to_string())
            .and_then(|shape| Entry::try_from(join(shape)).map_err(|error| error.to_string()));
        match read {
            Ok(entry) => Some(entry),
            Err(error) => {
                self.report(file, &format!("{place} is left out, {error}; {CURE}"));
                None
            }
        }
    }
}

pub(super) fn path(file: &str) -> String {
    format!("src/content/reading/{file}.toml")
}

/// What somebody would search for in the file, or else which in the row it is.
fn name(entry: &Value, index: usize) -> String {
    ["id", "code", "slug", "reason"]
        .iter()
        .find_map(|field| entry.get(field)?.as_str())
        .map_or_else(|| format!("number {}", index + 1), ToOwned::to_owned)
}
