//! The door to localStorage: raw texts in and out, and every failure told.

use gloo_storage::{LocalStorage, Storage};

/// Why a value could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser's room for this site is full.
    Full,
    /// The browser does not let this site keep anything, or lost it between writing and reading.
    Refused,
}

/// Every key and value of this site; none when the browser blocks the storage.
pub fn entries() -> Option<Vec<(String, String)>> {
    // Reading the property itself throws where site data is blocked, and `raw` would panic.
    web_sys::window()?.local_storage().ok()??;
    let storage = LocalStorage::raw();
    let length = storage.length().ok()?;
    let mut entries = Vec::new();
    for index in 0..length {
        let key = storage.key(index).ok()??;
        if let Some(value) = storage.get_item(&key).ok()? {
            entries.push((key, value));
        }
    }
    Some(entries)
}

/// Writes and reads back: only what reads back is kept.
pub fn put(key: &str, value: &str) -> Result<(), Failure> {
    web_sys::window().and_then(|window| window.local_storage().ok()?).ok_or(Failure::Refused)?;
    let storage = LocalStorage::raw();
    storage.set_item(key, value).map_err(|error| {
        let name =
            super::property(&error, "name").and_then(|name| name.as_string()).unwrap_or_default();
        if name.contains("Quota") { Failure::Full } else { Failure::Refused }
    })?;
    match storage.get_item(key) {
        Ok(Some(back)) if back == value => Ok(()),
        _ => Err(Failure::Refused),
    }
}

pub fn remove(key: &str) -> Result<(), Failure> {
    web_sys::window().and_then(|window| window.local_storage().ok()?).ok_or(Failure::Refused)?;
    LocalStorage::raw().remove_item(key).map_err(|_| Failure::Refused)
}

/// Tells that another tab wrote or removed something: the key, and the value that it has now.
pub fn on_change(mut then: impl FnMut(String, Option<String>) + 'static) {
    super::listen(&super::window(), "storage", move |event| {
        let key = super::property(&event, "key").and_then(|key| key.as_string());
        let Some(key) = key else { return };
        // What stands there now, and not what the event says: of two tabs that wrote at once, each
        // hears of the other's text, and one of the two texts is gone.
        let storage = super::window().local_storage().ok().flatten();
        let value = storage.and_then(|storage| storage.get_item(&key).ok().flatten());
        then(key, value);
    });
}
