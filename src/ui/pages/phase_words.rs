//! The words for the phases of an exercise.

use crate::{
    content::phrases::{self, Phrase},
    domain::{dose::Resistance, exercise::Direction, timeline::PhaseKind},
};

/// The word for a phase; "out" and "back" are up and down as the exercise has it.
pub(super) fn kind_word(kind: PhaseKind, out: Option<Direction>) -> Phrase {
    use phrases::phase as words;
    let up = out == Some(Direction::Up);
    match kind {
        PhaseKind::Transition => words::TRANSITION,
        PhaseKind::Ready => words::READY,
        PhaseKind::EaseIn => words::EASE_IN,
        PhaseKind::Hold => words::HOLD,
        PhaseKind::Release => words::RELEASE,
        PhaseKind::Rest => words::REST,
        PhaseKind::FindStretch => words::FIND_STRETCH,
        PhaseKind::Contract(Resistance::Own) => words::CONTRACT_OWN,
        PhaseKind::Contract(Resistance::Partner) => words::CONTRACT_PARTNER,
        PhaseKind::Relax => words::RELAX,
        PhaseKind::PassiveStretch => words::PASSIVE_STRETCH,
        PhaseKind::Ramp => words::RAMP,
        PhaseKind::EffortA => words::EFFORT_A,
        PhaseKind::EffortB => words::EFFORT_B,
        PhaseKind::Settle => words::SETTLE,
        PhaseKind::Exit => words::EXIT,
        PhaseKind::Circle(1) => words::CIRCLE_1,
        PhaseKind::Circle(_) => words::CIRCLE_2,
        PhaseKind::Lift => words::LIFT,
        PhaseKind::Lower => words::LOWER,
        PhaseKind::Pause => words::PAUSE,
        PhaseKind::Out if up => words::OUT_UP,
        PhaseKind::Out => words::OUT_DOWN,
        PhaseKind::EndHold => words::END_HOLD,
        PhaseKind::Back if up => words::BACK_DOWN,
        PhaseKind::Back => words::BACK_UP,
        PhaseKind::StartHold => words::START_HOLD,
        PhaseKind::Move => words::MOVE_IT,
        PhaseKind::Keep => words::KEEP,
        PhaseKind::SetRest => words::SET_REST,
        PhaseKind::SwitchSides => words::SWITCH_SIDES,
    }
}
