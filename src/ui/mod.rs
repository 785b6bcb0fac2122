//! The screen, in Leptos; exists for wasm only.

pub mod components;
