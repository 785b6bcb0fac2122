//! What the lock screen, a watch or a headphone shows of what plays, and their buttons.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use super::{property, window};
use crate::domain::time::Millis;

/// The icons of the manifest.
const ARTWORK: [(&str, &str, &str); 3] = [
    ("./icons/soepel-192.png", "192x192", "image/png"),
    ("./icons/soepel-512.png", "512x512", "image/png"),
    ("./icons/soepel.svg", "any", "image/svg+xml"),
];

fn session() -> Option<JsValue> {
    property(&property(&window(), "navigator")?, "mediaSession")
}

/// Calls `then` with the name of each of these buttons when it is pressed. A browser that does not
/// know one of them goes without it.
pub fn on_press(names: &[&'static str], then: impl Fn(&'static str) + Clone + 'static) {
    let Some(session) = session() else { return };
    for &name in names {
        let then = then.clone();
        let pressed = Closure::<dyn FnMut(JsValue)>::new(move |_| then(name));
        drop(call(&session, "setActionHandler", &name.into(), pressed.as_ref()));
        pressed.forget();
    }
}

/// Title, artist and album, as every player has them.
pub fn show(title: &str, artist: &str, album: &str, playing: bool) {
    let Some(session) = session() else { return };
    let Some(make) = property(&window(), "MediaMetadata") else { return };
    let Ok(make) = make.dyn_into::<Function>() else { return };
    let artwork: Array = ARTWORK
        .into_iter()
        .map(|(src, sizes, kind)| {
            object(&[("src", &src.into()), ("sizes", &sizes.into()), ("type", &kind.into())])
        })
        .collect();
    let words = object(&[
        ("title", &title.into()),
        ("artist", &artist.into()),
        ("album", &album.into()),
        ("artwork", &artwork),
    ]);
    if let Ok(metadata) = Reflect::construct(&make, &Array::of1(&words)) {
        set(&session, "metadata", &metadata);
    }
    set(&session, "playbackState", &(if playing { "playing" } else { "paused" }).into());
}

/// Where it is; the browser counts on from there by itself.
pub fn place(position: Millis, lasts: Millis) {
    let Some(session) = session() else { return };
    let Some(method) = property(&session, "setPositionState") else { return };
    let Ok(method) = method.dyn_into::<Function>() else { return };
    let state = object(&[
        ("duration", &seconds(lasts).into()),
        ("position", &seconds(position.min(lasts)).into()),
        ("playbackRate", &1.0.into()),
    ]);
    drop(method.call1(&session, &state));
}

/// Nothing plays.
pub fn clear() {
    let Some(session) = session() else { return };
    set(&session, "metadata", &JsValue::NULL);
    set(&session, "playbackState", &"none".into());
}

fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, value);
    }
    object.into()
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    drop(Reflect::set(object, &name.into(), value));
}

fn call(object: &JsValue, name: &str, one: &JsValue, other: &JsValue) -> Option<JsValue> {
    let method: Function = property(object, name)?.dyn_into().ok()?;
    method.call2(object, one, other).ok()
}

fn seconds(span: Millis) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a session is hours long at most")]
    let millis = span.0 as f64;
    millis / 1000.0
}
