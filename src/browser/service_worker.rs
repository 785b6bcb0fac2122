//! Updates: the boot script tells that one waits, and is told when the person wants it.

use web_sys::CustomEvent;

use super::{listen, window};

pub fn on_update_ready(mut then: impl FnMut() + 'static) {
    listen(&window(), "soepel-update-ready", move |_| then());
}

/// Asks the boot script to let the waiting version take over; it then loads the page anew.
pub fn apply_update() {
    if let Ok(event) = CustomEvent::new("soepel-update-now") {
        drop(window().dispatch_event(&event));
    }
}
