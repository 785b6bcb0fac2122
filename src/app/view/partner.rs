//! Press and relax for two, on one screen that both can read.

use super::player::PlayerView;
use crate::domain::{
    dose::{Mode, Resistance},
    figure::direction::stretch_direction,
    timeline::PhaseKind,
};

/// What the two do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Find,
    Push,
    LetGo,
    ComeOut,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub part: Part,
    /// The way of the stretch on the picture, in degrees clockwise from the right.
    pub arrow: Option<i16>,
}

impl PlayerView<'_> {
    /// None where nobody helps, and while getting ready.
    pub fn pair(&self) -> Option<Pair> {
        if self.mode != Mode::PnfPartner {
            return None;
        }
        let part = match self.kind {
            PhaseKind::FindStretch => Part::Find,
            PhaseKind::Contract(Resistance::Partner | Resistance::Own) => Part::Push,
            PhaseKind::Relax => Part::LetGo,
            PhaseKind::Release => Part::ComeOut,
            _ => return None,
        };
        Some(Pair { part, arrow: stretch_direction(&self.exercise.poses, self.side) })
    }
}
