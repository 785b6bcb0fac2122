//! The lead over all pages of this site, by a Web Lock. It falls free by itself when a page goes,
//! however it goes.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{property, window};

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
        let asked = property(&locks, "request")
            .and_then(|request| request.dyn_into::<Function>().ok())
            .and_then(|request| request.call3(&locks, &NAME.into(), &options, &held).ok())
            .and_then(|asked| asked.dyn_into::<Promise>().ok());
        let Some(asked) = asked else { return later(move || tell(News::Given)) };
        let release = Rc::clone(&self.release);
        spawn_local(async move {
            // It fails only for a lock that was ours and was taken.
            if JsFuture::from(asked).await.is_err() && release.take().is_some() {
                tell(News::Taken);
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
    let asked = locks().and_then(|locks| {
        let query: Function = property(&locks, "query")?.dyn_into().ok()?;
        query.call0(&locks).ok()?.dyn_into::<Promise>().ok()
    });
    let Some(asked) = asked else { return };
    spawn_local(async move {
        let Ok(found) = JsFuture::from(asked).await else { return };
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
