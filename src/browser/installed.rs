//! Whether the page was opened from a home screen, and what kind of device it is on.

use super::{property, window};

/// Without the bar of a browser.
pub fn is_installed() -> bool {
    matches("(display-mode: standalone)") || standalone() == Some(true)
}

/// An iPhone or iPad: only their browsers say whether a page stands on the home screen.
pub fn is_apple_touch() -> bool {
    standalone().is_some() && is_touched()
}

/// Pointed at with a finger.
pub fn is_touched() -> bool {
    matches("(pointer: coarse)")
}

fn standalone() -> Option<bool> {
    property(&window().navigator(), "standalone")?.as_bool()
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
