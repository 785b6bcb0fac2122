//! The address bar, after its `#`.

use super::{listen, window};

pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Where the site stands: the address up to its `#`.
pub fn site() -> String {
    let whole = window().location().href().unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to an address; the way back leads here again.
pub fn go(path: &str) {
    // A browser that refuses to change the hash would have refused to run the page.
    drop(window().location().set_hash(path));
}

/// Goes to an address that takes the place of this one, so that the way back does not lead to a
/// page that only sends people on.
pub fn replace(path: &str) {
    drop(window().location().replace(&format!("#{path}")));
}

pub fn on_change(mut then: impl FnMut(String) + 'static) {
    listen(&window(), "hashchange", move |_| then(hash()));
}
