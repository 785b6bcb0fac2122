//! What the browser said when the page about the health of what is kept was opened.

use super::Update;
use crate::app::{health::Device, model::Model};

/// The version of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Model {
    pub(super) fn learn_of_device(&mut self, device: Device) -> Update {
        self.device = Some(device);
        Update::changed()
    }

    /// Version and build, so that whoever helps knows which Soepel this is.
    pub fn build_name(&self) -> String {
        let build = self.device.as_ref().map(|device| device.build.as_str()).unwrap_or_default();
        let build = build.trim_start_matches("./soepel-").trim_end_matches("_bg.wasm");
        if build.is_empty() { VERSION.to_owned() } else { format!("{VERSION} ({build})") }
    }
}
