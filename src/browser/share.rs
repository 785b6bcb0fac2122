//! The share sheet of a phone, with a file in it.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FilePropertyBag};

use super::{ask, name_of, property, window};

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Cancelled,
    Failed,
}

/// True when files of text can go into one.
pub fn takes_files() -> bool {
    let navigator = JsValue::from(window().navigator());
    let can = property(&navigator, "canShare").and_then(|can| can.dyn_into::<Function>().ok());
    let asked = can.zip(with_file("soepel.txt", "").ok());
    asked.and_then(|(can, what)| can.call1(&navigator, &what).ok()?.as_bool()).unwrap_or(false)
}

/// To be called in a press.
pub fn share(name: &str, text: &str, then: impl FnOnce(Outcome) + 'static) {
    let Ok(what) = with_file(name, text) else { return then(Outcome::Failed) };
    let asked = ask(&window().navigator(), "share", &[what]);
    spawn_local(async move {
        then(match asked.await {
            Ok(_) => Outcome::Done,
            Err(error) if name_of(&error) == "AbortError" => Outcome::Cancelled,
            Err(_) => Outcome::Failed,
        });
    });
}

fn with_file(name: &str, text: &str) -> Result<JsValue, JsValue> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind)?;
    let what = Object::new();
    Reflect::set(&what, &"files".into(), &Array::of1(&file))?;
    Ok(what.into())
}
