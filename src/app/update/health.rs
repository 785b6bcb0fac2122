//! The page about the health of what is kept asks the browser when it is opened.

use super::Update;
use crate::{
    app::{command::Command, health::Device, model::Model},
    route::Route,
};

/// The version of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Model {
    pub(super) fn look_at_device(&self, route: &Route) -> Vec<Command> {
        if *route == Route::Health { vec![Command::LookAtDevice] } else { Vec::new() }
    }

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
