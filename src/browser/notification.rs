//! Notifications of the system. They go through the service worker, because only those have buttons.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

use super::{listen, property, window};

/// A notification of one kind takes the place of the one before.
const TAG: &str = "soepel-break";

/// `default`, `granted` or `denied`; none where there are no notifications.
pub fn permission() -> Option<String> {
    property(&window().navigator(), "serviceWorker")?;
    property(&property(&window(), "Notification")?, "permission")?.as_string()
}

/// Asks the person. To be called in a press.
pub fn ask(then: impl FnOnce(Option<String>) + 'static) {
    let asked = property(&window(), "Notification")
        .and_then(|notification| call(&notification, "requestPermission", &[]))
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return then(permission()) };
    spawn_local(async move {
        drop(JsFuture::from(asked).await);
        then(permission());
    });
}

/// Shows a notification whose buttons are called `done` and `later`.
pub fn show(title: &str, text: &str, language: &str, done: &str, later: &str) {
    let actions = Array::of2(
        &object(&[("action", "done"), ("title", done)]),
        &object(&[("action", "later"), ("title", later)]),
    );
    let options = object(&[
        ("body", text),
        ("lang", language),
        ("tag", TAG),
        ("icon", "./icons/soepel-192.png"),
    ]);
    drop(Reflect::set(&options, &"actions".into(), &actions));
    drop(Reflect::set(&options, &"renotify".into(), &true.into()));
    let title = JsValue::from_str(title);
    with_registration(move |registration| {
        drop(call(&registration, "showNotification", &[title, options.into()]));
    });
}

pub fn withdraw() {
    with_registration(|registration| {
        let filter = object(&[("tag", TAG)]);
        let shown = call(&registration, "getNotifications", &[filter.into()]);
        let Some(shown) = shown.and_then(|shown| shown.dyn_into::<Promise>().ok()) else { return };
        spawn_local(async move {
            let Ok(shown) = JsFuture::from(shown).await else { return };
            for notification in Array::from(&shown).iter() {
                drop(call(&notification, "close", &[]));
            }
        });
    });
}

/// Tells which button was pressed: `done`, `later`, or nothing for the notification itself.
pub fn on_press(mut then: impl FnMut(String) + 'static) {
    let Some(workers) = property(&window().navigator(), "serviceWorker") else { return };
    let workers: EventTarget = workers.unchecked_into();
    listen(&workers, "message", move |event| {
        let pressed = property(&event, "data")
            .and_then(|data| property(&data, "soepelNotification"))
            .and_then(|pressed| pressed.as_string());
        if let Some(pressed) = pressed {
            then(pressed);
        }
    });
}

/// The registration, where a service worker runs; a first visit may be before it does.
fn with_registration(then: impl FnOnce(JsValue) + 'static) {
    let asked = property(&window().navigator(), "serviceWorker")
        .and_then(|workers| call(&workers, "getRegistration", &[]))
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    let Some(asked) = asked else { return };
    spawn_local(async move {
        if let Ok(registration) = JsFuture::from(asked).await
            && !registration.is_undefined()
        {
            then(registration);
        }
    });
}

fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = property(object, name)?.dyn_into().ok()?;
    function.apply(object, &arguments.iter().collect::<Array>()).ok()
}

fn object(entries: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        drop(Reflect::set(&object, &(*name).into(), &(*value).into()));
    }
    object
}
