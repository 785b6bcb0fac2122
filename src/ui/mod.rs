//! The screen, in Leptos; exists for wasm only.

#![expect(unreachable_pub, reason = "the component macro writes pub for what is pub(super)")]
#![expect(clippy::needless_pass_by_value, reason = "props arrive by value")]

mod backup;
pub mod components;
mod lasting;
mod motion;
pub mod pages;
mod picture;
mod runtime;
mod shell;
mod sound;
mod sources;
mod words;
mod words_things;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::document as page;
use runtime::Runtime;
use shell::App;

/// Takes the place of the first screen that stands in `index.html`.
///
/// # Panics
/// When the page has no element with the id `app`.
pub fn open() {
    std::panic::set_hook(Box::new(stopped));
    let place = document()
        .get_element_by_id("app")
        .expect("index.html has an element with the id `app`")
        .unchecked_into::<web_sys::HtmlElement>();
    let root = Owner::new();
    root.with(|| {
        provide_context(Runtime::start());
        provide_context(pages::library::Search::default());
        provide_context(pages::routine::Making::default());
    });
    place.set_inner_html("");
    root.with(|| mount_to(place, App).forget());
    std::mem::forget(root);
    // The watchdog in rescue.js waits for this.
    page::set("data-app-ready", "");
}

/// Nothing runs after a panic: rescue.js, which is not part of the app, tells the person, and
/// boot.js lets no call in or out any more.
fn stopped(panic: &std::panic::PanicHookInfo<'_>) {
    console_error_panic_hook::hook(panic);
    page::stop(&panic.to_string());
}
