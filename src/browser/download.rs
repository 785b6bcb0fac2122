//! Handing the person a file.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::window;

/// Offers `text` as a file. Safari reads the address a moment after the click, so it is given
/// back only after a minute.
pub fn offer(name: &str, text: &str) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(media_type(name));
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &bag)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = window().document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let give_back = Closure::once_into_js(move || drop(Url::revoke_object_url(&url)));
    window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(give_back.unchecked_ref(), 60_000)?;
    Ok(())
}

/// What the ending of the name says: a phone opens a calendar file by its type.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("ics") => "text/calendar;charset=utf-8",
        Some("csv") => "text/csv;charset=utf-8",
        Some("txt") => "text/plain;charset=utf-8",
        _ => "application/json",
    }
}
