//! STOP while its questions are on the screen: why, where, which side (3.5), each one tap.

use crate::domain::{
    body::{Side, Spot},
    record::StopReason,
};

/// How far the questions are, and when STOP was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopping {
    /// Epoch milliseconds UTC.
    pub at: i64,
    pub asks: StopQuestion,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopQuestion {
    Why,
    Where(StopReason),
    Side(StopReason, Spot),
}

/// One tap; none for "I'd rather not say".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopAnswer {
    Why(StopReason),
    Where(Option<Spot>),
    Side(Option<Side>),
}

/// Where this may hurt; nothing where the place changes nothing.
pub fn spots(reason: StopReason) -> &'static [Spot] {
    match reason {
        StopReason::SharpPain => &[
            Spot::FrontHip,
            Spot::Groin,
            Spot::SideHip,
            Spot::Buttock,
            Spot::LowBack,
            Spot::FrontThigh,
            Spot::BackThigh,
            Spot::Knee,
            Spot::Elsewhere,
        ],
        StopReason::Tingling => {
            &[Spot::Buttock, Spot::FrontThigh, Spot::BackThigh, Spot::LowerLeg, Spot::Elsewhere]
        }
        // The reason says where.
        StopReason::GroinPinch => &[Spot::Groin],
        StopReason::TooHard | StopReason::Dizzy | StopReason::Other => &[],
    }
}

impl StopQuestion {
    /// What is asked once the reason is known.
    pub fn after(reason: StopReason) -> Option<Self> {
        match spots(reason) {
            [] => None,
            [only] => Some(Self::Side(reason, *only)),
            _ => Some(Self::Where(reason)),
        }
    }
}
