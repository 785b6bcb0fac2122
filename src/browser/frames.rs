//! The browser's own beat for what moves: one call before each picture, none while nobody can see it.

use leptos::prelude::{AnimationFrameRequestHandle, request_animation_frame_with_handle};

pub type Frame = AnimationFrameRequestHandle;

/// Calls `then` before the next picture; none where the browser refuses.
pub fn next(then: impl FnOnce() + 'static) -> Option<Frame> {
    request_animation_frame_with_handle(then).ok()
}
