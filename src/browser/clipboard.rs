//! The clipboard, to put a text on.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{property, window};

/// Puts a text on it and tells whether that worked. A browser gives it only in a press, and only
/// to a page that came over a safe connection.
pub fn put(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(written) = write(text) else { return then(false) };
    spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
}

/// By hand, because it is not there at all on a page that came over an unsafe one.
fn write(text: &str) -> Option<Promise> {
    let clipboard = property(&JsValue::from(window().navigator()), "clipboard")?;
    let write: Function = property(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()
}
