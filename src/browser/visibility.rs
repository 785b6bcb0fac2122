//! Whether anybody can see the page.

use super::{listen, window};

pub fn on_change(mut then: impl FnMut(bool) + 'static) {
    let Some(document) = window().document() else { return };
    let watched = document.clone();
    listen(&document, "visibilitychange", move |_| then(!watched.hidden()));
}
