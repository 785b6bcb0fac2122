//! The address bar, after its `#`.

use super::{listen, window};

pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Where the site stands: the address without what was asked of it.
pub fn site() -> String {
    let location = window().location();
    let [host, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    host + &path
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
