//! Reading a file that the person picked.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, HtmlInputElement};

/// The file of a file field, and the field emptied so that the same file can be picked again.
pub fn picked(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// Reads at most `most` bytes; a longer file comes back cut off just past it, which is enough to
/// say that it is too large.
pub fn read(file: &File, most: u32, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let part = file.slice_with_f64_and_f64(0.0, f64::from(most) + 1.0);
    spawn_local(async move {
        let bytes = match part {
            Ok(part) => JsFuture::from(part.array_buffer()).await.ok(),
            Err(_) => None,
        };
        then(bytes.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec()));
    });
}
