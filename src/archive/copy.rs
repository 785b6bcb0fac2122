//! The raw copy that `public/kept.js` saves when the program has stopped: both stores, text by text.
//! It is read as those stores would be, so it is worth as much as they were.

use serde_json::Value;

use super::store::Archive;

const FORMAT: &str = "soepel-copy";

/// What the program would have found at its next start, if this is such a copy. The running session
/// is in it, and stays behind like in every file that is taken along.
pub(super) fn open(file: &Value) -> Option<Archive> {
    if file["format"].as_str() != Some(FORMAT) {
        return None;
    }
    let second = texts(&file["second"]);
    let mut archive = match Archive::open(texts(&file["first"])) {
        Ok(mut archive) => {
            archive.reconcile(second);
            archive
        }
        Err(unreadable) => match unreadable.rescue(second) {
            Ok((archive, _)) => archive,
            Err(unreadable) => unreadable.start_afresh(),
        },
    };
    for write in archive.quarantine() {
        archive.apply(&write);
    }
    Some(archive)
}

/// Each name with its text. What the second store has like the first is not repeated in the copy.
fn texts(store: &Value) -> Vec<(String, String)> {
    let all = store.as_object().into_iter().flatten();
    all.filter_map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned()))).collect()
}
