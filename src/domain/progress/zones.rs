//! Pain zones per mode (X15): go on, ease off, stop.

use super::Who;
use crate::domain::{body::Score, dose::Mode, exercise::Condition};

/// What a mark for pain asks, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    GoOn,
    EaseOff,
    Stop,
}

/// In strength exercises 0 to 3 is fine and 4 and 5 ask for less; in every other mode 0 to 2 is
/// fine and 3 asks for less. With known osteoarthritis discomfort up to 5 is accepted in strength
/// exercises, as long as it has settled the next morning (Decision 11).
pub fn zone(mode: Mode, pain: Score, who: &Who) -> Zone {
    let strength = is_strength(mode);
    let fine = match (strength, who.has(Condition::HipOsteoarthritis)) {
        (true, true) => 5,
        (true, false) => 3,
        (false, _) => 2,
    };
    let most = if strength { 5 } else { 3 };
    match pain.value() {
        pain if pain <= fine => Zone::GoOn,
        pain if pain <= most => Zone::EaseOff,
        _ => Zone::Stop,
    }
}

/// Modes that load muscles without a jump.
pub(super) fn is_strength(mode: Mode) -> bool {
    matches!(mode, Mode::Reps | Mode::Hold)
}
