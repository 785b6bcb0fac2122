//! Which build this page runs, and whether all of it is kept for when there is no internet.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{ask, property, window};

/// The name of the program's file, which changes with what stands in it.
pub fn name() -> String {
    attribute("script[data-wasm]", "data-wasm").unwrap_or_default()
}

/// True when the page forbids whatever is not its own.
pub fn has_policy() -> bool {
    attribute("meta[http-equiv='Content-Security-Policy']", "content").is_some()
}

/// Whether the program of this page is kept; none where a browser keeps no files.
pub fn is_kept(then: impl FnOnce(Option<bool>) + 'static) {
    let Some(caches) = property(&window(), "caches") else { return then(None) };
    let asked = ask(&caches, "match", &[JsValue::from(name())]);
    spawn_local(async move { then(asked.await.ok().map(|found| !found.is_undefined())) });
}

fn attribute(selector: &str, name: &str) -> Option<String> {
    window().document()?.query_selector(selector).ok()??.get_attribute(name)
}
