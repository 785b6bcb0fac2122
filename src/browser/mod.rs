//! The edge: one small file per Web API, with no decisions in it.

pub mod address;
pub mod audio;
pub mod build;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod early;
pub mod file;
pub mod frames;
pub mod hidden_timer;
pub mod installed;
pub mod intl;
pub mod lease;
pub mod media_session;
pub mod mirror;
pub mod net;
pub mod notification;
pub mod own_folder;
pub mod persistence;
pub mod printing;
pub mod random;
pub mod service_worker;
pub mod share;
pub mod sound;
pub mod speech;
pub mod stillness;
pub mod storage;
pub mod ticker;
pub mod tilt;
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

/// Calls a method that may be missing in this browser and promises an answer. It is called at once,
/// because some are allowed only in a press.
fn ask(
    object: &JsValue,
    method: &str,
    values: &[JsValue],
) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let asked = property(object, method)
        .and_then(|method| method.dyn_into::<js_sys::Function>().ok())
        .ok_or(JsValue::UNDEFINED)
        .and_then(|method| js_sys::Reflect::apply(&method, object, &values.iter().collect()));
    async move {
        let promise: js_sys::Promise = asked?.dyn_into()?;
        wasm_bindgen_futures::JsFuture::from(promise).await
    }
}

/// What a browser calls the thing that went wrong, such as `AbortError`.
fn name_of(error: &JsValue) -> String {
    property(error, "name").and_then(|name| name.as_string()).unwrap_or_default()
}
