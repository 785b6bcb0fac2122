//! A wake-up that comes on time while nobody sees the page: browsers slow the timers of such a page
//! down, but not those of a worker.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use super::{listen, property, window};
use crate::domain::time::Millis;

/// The worker, made when it is first needed.
#[derive(Debug, Default)]
pub struct HiddenTimer {
    worker: Option<JsValue>,
}

impl HiddenTimer {
    /// Calls `then` after this long, once, instead of what was asked for before; none asks for
    /// nothing any more. `then` is the same every time.
    pub fn wake_in(&mut self, span: Option<Millis>, then: impl FnMut() + 'static) {
        if self.worker.is_none() && span.is_some() {
            self.worker = start(then);
        }
        let Some(worker) = &self.worker else { return };
        #[expect(clippy::cast_precision_loss, reason = "an hour at most")]
        let span = span.map_or(JsValue::NULL, |span| JsValue::from_f64(span.0 as f64));
        if let Some(post) =
            property(worker, "postMessage").and_then(|post| post.dyn_into::<Function>().ok())
        {
            drop(post.call1(worker, &span));
        }
    }
}

fn start(mut then: impl FnMut() + 'static) -> Option<JsValue> {
    let make: Function = property(&window(), "Worker")?.dyn_into().ok()?;
    let worker = Reflect::construct(&make, &Array::of1(&"./timer.js".into())).ok()?;
    listen(worker.unchecked_ref::<EventTarget>(), "message", move |_| then());
    Some(worker)
}
