//! Words for positions, movements, muscles, and the modes and numbers of a dose.

use super::words::{fill, say};
use crate::{
    app::view::exercise::{DoseNumber, Unit},
    content::phrases::{self, exercise as phrase},
    domain::{
        body::{HipMovement, Muscle, Position},
        dose::{Bounds, Mode, Sides},
    },
};

pub(super) fn position(position: Position) -> String {
    use phrases::position as words;
    say(match position {
        Position::Standing => words::STANDING,
        Position::Seated => words::SEATED,
        Position::HalfKneeling => words::HALF_KNEELING,
        Position::Quadruped => words::QUADRUPED,
        Position::Prone => words::PRONE,
        Position::Supine => words::SUPINE,
        Position::SideLying => words::SIDE_LYING,
        Position::SeatedFloor => words::SEATED_FLOOR,
    })
}

pub(super) fn movement(movement: HipMovement) -> String {
    use phrases::movement as words;
    say(match movement {
        HipMovement::Flexion => words::FLEXION,
        HipMovement::Extension => words::EXTENSION,
        HipMovement::Abduction => words::ABDUCTION,
        HipMovement::Adduction => words::ADDUCTION,
        HipMovement::InternalRotation => words::INTERNAL_ROTATION,
        HipMovement::ExternalRotation => words::EXTERNAL_ROTATION,
    })
}

pub(super) fn muscle(muscle: Muscle) -> String {
    use phrases::muscle as words;
    say(match muscle {
        Muscle::GluteusMaximus => words::GLUTEUS_MAXIMUS,
        Muscle::GluteusMedius => words::GLUTEUS_MEDIUS,
        Muscle::GluteusMinimus => words::GLUTEUS_MINIMUS,
        Muscle::Iliopsoas => words::ILIOPSOAS,
        Muscle::RectusFemoris => words::RECTUS_FEMORIS,
        Muscle::Quadriceps => words::QUADRICEPS,
        Muscle::Hamstrings => words::HAMSTRINGS,
        Muscle::Adductors => words::ADDUCTORS,
        Muscle::HipRotators => words::HIP_ROTATORS,
        Muscle::TensorFasciaeLatae => words::TENSOR_FASCIAE_LATAE,
        Muscle::Abdominals => words::ABDOMINALS,
        Muscle::TransversusAbdominis => words::TRANSVERSUS_ABDOMINIS,
        Muscle::Obliques => words::OBLIQUES,
        Muscle::QuadratusLumborum => words::QUADRATUS_LUMBORUM,
        Muscle::LumbarExtensors => words::LUMBAR_EXTENSORS,
        Muscle::ShouldersChest => words::SHOULDERS_CHEST,
        Muscle::Calf => words::CALF,
        Muscle::WholeBody => words::WHOLE_BODY,
    })
}

pub(super) fn mode(mode: Mode) -> String {
    use phrases::mode as words;
    say(match mode {
        Mode::Static => words::STATIC,
        Mode::PnfSelf => words::PNF_SELF,
        Mode::PnfPartner => words::PNF_PARTNER,
        Mode::IsometricEndRange => words::ISOMETRIC_END_RANGE,
        Mode::ControlledRotation => words::CONTROLLED_ROTATION,
        Mode::EndRangeLift => words::END_RANGE_LIFT,
        Mode::Reps => words::REPS,
        Mode::Hold => words::HOLD,
        Mode::Dynamic => words::DYNAMIC,
        Mode::Timed => words::TIMED,
    })
}

pub(super) fn sides(sides: Sides) -> String {
    say(match sides {
        Sides::Together => phrase::TOGETHER,
        Sides::InBlocks => phrase::IN_BLOCKS,
        Sides::Alternating => phrase::ALTERNATING,
        Sides::OnlyLeft => phrases::routine::ONLY_LEFT,
        Sides::OnlyRight => phrases::routine::ONLY_RIGHT,
    })
}

pub(super) fn dose_number(number: DoseNumber) -> String {
    use phrases::dose_number as words;
    say(match number {
        DoseNumber::Sets => words::SETS,
        DoseNumber::Reps => words::REPS,
        DoseNumber::Cycles => words::CYCLES,
        DoseNumber::Rounds => words::ROUNDS,
        DoseNumber::Circles => words::CIRCLES,
        DoseNumber::Directions => words::DIRECTIONS,
        DoseNumber::Hold => words::HOLD,
        DoseNumber::Passive => words::PASSIVE,
        DoseNumber::Contract => words::CONTRACT,
        DoseNumber::Relax => words::RELAX,
        DoseNumber::EffortA => words::EFFORT_A,
        DoseNumber::EffortB => words::EFFORT_B,
        DoseNumber::Effort => words::EFFORT,
        DoseNumber::Ramp => words::RAMP,
        DoseNumber::Settle => words::SETTLE,
        DoseNumber::Exit => words::EXIT,
        DoseNumber::Lift => words::LIFT,
        DoseNumber::Lower => words::LOWER,
        DoseNumber::Pause => words::PAUSE,
        DoseNumber::Out => words::OUT,
        DoseNumber::EndHold => words::END_HOLD,
        DoseNumber::Back => words::BACK,
        DoseNumber::StartHold => words::START_HOLD,
        DoseNumber::Rep => words::REP,
        DoseNumber::Circle => words::CIRCLE,
        DoseNumber::Duration => words::DURATION,
        DoseNumber::EaseIn => words::EASE_IN,
        DoseNumber::Find => words::FIND,
        DoseNumber::Release => words::RELEASE,
        DoseNumber::Rest => words::REST,
        DoseNumber::SeniorReps => words::SENIOR_REPS,
        DoseNumber::SeniorHold => words::SENIOR_HOLD,
    })
}

/// "20 s", "3 keer", "50%".
pub(super) fn amount(value: u32, unit: Unit) -> String {
    with_unit(&value.to_string(), unit)
}

/// "15 tot 30 s".
pub(super) fn range(bounds: Bounds, unit: Unit) -> String {
    let Bounds { least, most } = bounds;
    if least == most {
        return amount(least, unit);
    }
    let range = fill(phrase::RANGE, &[("least", &least.to_string()), ("most", &most.to_string())]);
    with_unit(&range, unit)
}

fn with_unit(number: &str, unit: Unit) -> String {
    let phrase = match unit {
        Unit::Times => phrase::TIMES,
        Unit::Seconds => phrase::SECONDS,
        Unit::Percent => phrase::PERCENT,
    };
    fill(phrase, &[("n", number)])
}
