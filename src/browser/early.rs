//! A tap on the first screen, made before the program had arrived, and the boot script's signal.

use super::{property, window};

/// The name of the last control tapped early, once.
pub fn take_tap() -> Option<String> {
    let window = window();
    let tap = property(&window, "soepelEarlyTap")?.as_string();
    drop(js_sys::Reflect::delete_property(&window, &"soepelEarlyTap".into()));
    tap
}
