//! One wake-up, later.

use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};

use crate::domain::time::Millis;

/// Calls `then` after this long; none where the browser refuses timers.
pub fn wake_in(span: Millis, then: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    set_timeout_with_handle(then, Duration::from_millis(span.0)).ok()
}
