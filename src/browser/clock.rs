//! The one place that reads a clock.

use super::window;
use crate::domain::time::Moment;

pub fn now() -> Moment {
    let mono = window().performance().map_or(0.0, |performance| performance.now());
    let date = js_sys::Date::new_0();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clocks count well below 2^53"
    )]
    Moment {
        wall: date.get_time() as i64,
        mono: mono as u64,
        offset: -(date.get_timezone_offset() as i16),
    }
}
