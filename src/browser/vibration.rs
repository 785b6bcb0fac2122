//! Vibration, where a device has it.

use super::{property, window};

pub fn vibrate(millis: u32) {
    let navigator = window().navigator();
    if property(&navigator, "vibrate").is_some() {
        navigator.vibrate_with_duration(millis);
    }
}
