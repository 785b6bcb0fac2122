//! The page on paper.

use super::window;

/// Opens the browser's print window. A browser without one does nothing.
pub fn print() {
    drop(window().print());
}
