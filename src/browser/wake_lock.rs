//! Keeping the screen on. Browsers take the lock away whenever the page hides.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

use super::{listen, property, window};

/// What the browser did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    Given,
    /// There is no such thing here, or the battery is low.
    Refused,
    /// Given before, and taken back.
    Taken,
}

/// The lock, if the browser gave one.
#[derive(Clone, Debug, Default)]
pub struct WakeLock {
    sentinel: Rc<RefCell<Option<JsValue>>>,
}

impl WakeLock {
    /// Asks for the lock, and tells what becomes of it.
    pub fn hold(&self, tell: impl Fn(News) + Clone + 'static) {
        let place = Rc::clone(&self.sentinel);
        let asked = request();
        // Never in the middle of what the wish came from.
        spawn_local(async move {
            let given = match asked {
                Some(asked) => JsFuture::from(asked).await.ok(),
                None => None,
            };
            let Some(sentinel) = given else { return tell(News::Refused) };
            watch(&sentinel, &place, tell.clone());
            if let Some(older) = place.replace(Some(sentinel)) {
                release(&older);
            }
            tell(News::Given);
        });
    }

    pub fn let_go(&self) {
        let sentinel = self.sentinel.take();
        if let Some(sentinel) = sentinel {
            release(&sentinel);
        }
    }
}

/// Only the lock that is still ours can be taken: one that was let go says the same.
fn watch(sentinel: &JsValue, place: &Rc<RefCell<Option<JsValue>>>, tell: impl Fn(News) + 'static) {
    let Some(target) = sentinel.dyn_ref::<EventTarget>() else { return };
    let (place, ours) = (Rc::clone(place), sentinel.clone());
    listen(target, "release", move |_| {
        let held = place.borrow().as_ref() == Some(&ours);
        if held {
            place.take();
            tell(News::Taken);
        }
    });
}

/// True where the browser knows of such a thing.
pub fn is_there() -> bool {
    property(&window().navigator(), "wakeLock").is_some()
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
