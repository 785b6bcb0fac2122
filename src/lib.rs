//! Soepel, a coach for hips and lower back that lives wholly in the browser.
//!
//! Where to start: `domain` is the subject, `content` the words, `archive` what is written down,
//! `app` what happens when somebody does something. These four are pure. `browser` holds one file
//! per Web API and `ui` the screens; both exist for wasm only.

pub mod domain;

pub mod content;

pub mod archive;

pub mod route;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
