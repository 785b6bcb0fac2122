//! The lead over all pages of this site, by a Web Lock. It falls free by itself when a page goes,
//! however it goes.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;

use super::{ask, property, window};

/// One for all folders of a site: they share what is kept, too.
const NAME: &str = "soepel.p0.session";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It is ours, or the browser knows no locks.
    Given,
    Refused,
    /// It was ours.
    Taken,
}

/// The lead, if this page has it.
#[derive(Clone, Debug, Default)]
pub struct Lease {
    /// Ends the hold.
    release: Rc<RefCell<Option<Function>>>,
}

impl Lease {
    /// Asks for the lead, and tells what becomes of it; `take` takes it from whoever has it.
    pub fn hold(&self, take: bool, tell: impl Fn(News) + Clone + 'static) {
        let Some(locks) = locks() else { return later(move || tell(News::Given)) };
        let release = Rc::clone(&self.release);
        let heard = tell.clone();
        let held = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                later(move || heard(News::Refused));
                return JsValue::UNDEFINED;
            }
            later(move || heard(News::Given));
            Promise::new(&mut |resolve, _| drop(release.replace(Some(resolve)))).into()
        });
        let options = Object::new();
        let how = if take { "steal" } else { "ifAvailable" };
        drop(Reflect::set(&options, &how.into(), &JsValue::TRUE));
        let asked = ask(&locks, "request", &[NAME.into(), options.into(), held]);
        let release = Rc::clone(&self.release);
        spawn_local(async move {
            if asked.await.is_err() {
                // A lock that was ours was taken, or the browser gives none here at all.
                let ours = release.take().is_some();
                tell(if ours { News::Taken } else { News::Given });
            }
        });
    }

    pub fn let_go(&self) {
        if let Some(release) = self.release.take() {
            drop(release.call0(&JsValue::UNDEFINED));
        }
    }
}

/// Tells whether any page leads. A browser without locks has nobody to tell of.
pub fn look(then: impl FnOnce(bool) + 'static) {
    let Some(locks) = locks() else { return };
    let asked = ask(&locks, "query", &[]);
    spawn_local(async move {
        let Ok(found) = asked.await else { return };
        let held = property(&found, "held").map(|held| Array::from(&held)).unwrap_or_default();
        let is_ours = |lock: JsValue| {
            property(&lock, "name").and_then(|name| name.as_string()).is_some_and(|n| n == NAME)
        };
        then(held.iter().any(is_ours));
    });
}

fn locks() -> Option<JsValue> {
    property(&window().navigator(), "locks")
}

/// Never in the middle of what the wish came from.
fn later(then: impl FnOnce() + 'static) {
    spawn_local(async move { then() });
}
