//! One wake-up, later or soon.

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::MessageChannel;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};

use crate::domain::time::Millis;

/// Calls `then` after this long; none where the browser refuses timers.
pub fn wake_in(span: Millis, then: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(then, Duration::from_millis(span.0)).ok()
}

/// Calls `then` as soon as the page has done everything else. A message to itself, since browsers
/// let the timers of a hidden page wait for a minute.
pub fn soon(then: impl FnOnce() + 'static) {
    let Ok(channel) = MessageChannel::new() else { return };
    let (inbox, outbox) = (channel.port1(), channel.port2());
    let arrived = inbox.clone();
    let message = Closure::once_into_js(move || {
        arrived.close();
        then();
    });
    inbox.set_onmessage(Some(message.unchecked_ref()));
    drop(outbox.post_message(&JsValue::NULL));
}
