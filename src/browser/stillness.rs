//! Whether the person has asked their device for less movement.

use super::window;

pub fn is_wanted() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.is_some_and(|query| query.matches())
}
