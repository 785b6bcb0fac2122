//! The edge: one small file per Web API, with no decisions in it.

pub mod address;
pub mod audio;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod early;
pub mod file;
pub mod frames;
pub mod hidden_timer;
pub mod intl;
pub mod lease;
pub mod media_session;
pub mod mirror;
pub mod notification;
pub mod printing;
pub mod random;
pub mod service_worker;
pub mod sound;
pub mod speech;
pub mod stillness;
pub mod storage;
pub mod ticker;
pub mod vibration;
pub mod visibility;
pub mod wake_lock;

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// The window of the page. A page without one does not exist.
fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

/// Calls `then` on every `event` of `target`, for as long as the page lives.
fn listen(target: &web_sys::EventTarget, event: &str, then: impl FnMut(web_sys::Event) + 'static) {
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(then);
    target
        .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
        .expect("listening never fails");
    closure.forget();
}

/// A property of an object that may be missing in this browser.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}
