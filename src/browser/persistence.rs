//! Whether the browser keeps what is here for good, and how much room there is.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{ask, property, window};

/// True when the browser clears nothing by itself; none where it does not say.
pub fn persisted(then: impl FnOnce(Option<bool>) + 'static) {
    tell("persisted", then);
}

/// Asks for it. Some browsers ask the person, so it is called in a press.
pub fn persist(then: impl FnOnce(Option<bool>) + 'static) {
    tell("persist", then);
}

/// The bytes in use, and those there are; none where the browser does not say.
pub fn estimate(then: impl FnOnce(Option<(u64, u64)>) + 'static) {
    let Some(storage) = storage() else { return then(None) };
    let asked = ask(&storage, "estimate", &[]);
    spawn_local(async move {
        let estimate = asked.await.ok();
        let number = |name: &str| bytes(&property(estimate.as_ref()?, name)?);
        then(number("usage").zip(number("quota")));
    });
}

fn tell(method: &str, then: impl FnOnce(Option<bool>) + 'static) {
    let Some(storage) = storage() else { return then(None) };
    let asked = ask(&storage, method, &[]);
    spawn_local(async move { then(asked.await.ok().and_then(|answer| answer.as_bool())) });
}

fn storage() -> Option<JsValue> {
    property(&window().navigator(), "storage")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole, not negative, and far below what a float holds exactly"
)]
fn bytes(value: &JsValue) -> Option<u64> {
    value.as_f64().filter(|bytes| *bytes >= 0.0).map(|bytes| bytes as u64)
}
