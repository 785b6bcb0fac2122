//! Keeping the screen on. Browsers take the lock away whenever the page hides.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{property, window};

/// The lock, if the browser gave one.
#[derive(Clone, Debug, Default)]
pub struct WakeLock {
    sentinel: Rc<RefCell<Option<JsValue>>>,
}

impl WakeLock {
    /// Asks for the lock. A refusal (battery saver, an old browser) stays silent: the session
    /// goes on by the clock when the screen sleeps.
    pub fn hold(&self) {
        let Some(asked) = request() else { return };
        let place = Rc::clone(&self.sentinel);
        spawn_local(async move {
            let Ok(sentinel) = JsFuture::from(asked).await else { return };
            if let Some(older) = place.replace(Some(sentinel)) {
                release(&older);
            }
        });
    }

    pub fn let_go(&self) {
        if let Some(sentinel) = self.sentinel.take() {
            release(&sentinel);
        }
    }
}

fn request() -> Option<Promise> {
    let lock = property(&window().navigator(), "wakeLock")?;
    let request: Function = property(&lock, "request")?.dyn_into().ok()?;
    request.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(sentinel: &JsValue) {
    let release = Reflect::get(sentinel, &"release".into())
        .ok()
        .and_then(|release| release.dyn_into::<Function>().ok());
    if let Some(release) = release {
        drop(release.call0(sentinel));
    }
}
