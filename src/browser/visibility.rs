//! Whether anybody can see the page.

use super::{listen, window};

pub fn is_visible() -> bool {
    window().document().is_none_or(|document| !document.hidden())
}

pub fn on_change(mut then: impl FnMut(bool) + 'static) {
    let Some(document) = window().document() else { return };
    let watched = document.clone();
    listen(&document, "visibilitychange", move |_| then(!watched.hidden()));
}
