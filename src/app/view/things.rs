//! The text of the screens for each position, movement, muscle, thing and number of a dose.

use super::exercise::{DoseNumber, Unit};
use crate::{
    content::phrases::{self, Phrase, exercise as phrase},
    domain::{
        body::{HipMovement, Muscle, Position},
        dose::{Bounds, Mode, Origin, Sides},
        exercise::Equipment,
        text::Language,
    },
};

pub fn position(position: Position) -> Phrase {
    use phrases::position as words;
    match position {
        Position::Standing => words::STANDING,
        Position::Seated => words::SEATED,
        Position::HalfKneeling => words::HALF_KNEELING,
        Position::Quadruped => words::QUADRUPED,
        Position::Prone => words::PRONE,
        Position::Supine => words::SUPINE,
        Position::SideLying => words::SIDE_LYING,
        Position::SeatedFloor => words::SEATED_FLOOR,
    }
}

pub fn movement(movement: HipMovement) -> Phrase {
    use phrases::movement as words;
    match movement {
        HipMovement::Flexion => words::FLEXION,
        HipMovement::Extension => words::EXTENSION,
        HipMovement::Abduction => words::ABDUCTION,
        HipMovement::Adduction => words::ADDUCTION,
        HipMovement::InternalRotation => words::INTERNAL_ROTATION,
        HipMovement::ExternalRotation => words::EXTERNAL_ROTATION,
    }
}

pub fn muscle(muscle: Muscle) -> Phrase {
    use phrases::muscle as words;
    match muscle {
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
    }
}

pub fn equipment(thing: Equipment) -> Phrase {
    use phrases::equipment as words;
    match thing {
        Equipment::Mat => words::MAT,
        Equipment::Cushion => words::CUSHION,
        Equipment::Chair => words::CHAIR,
        Equipment::Wall => words::WALL,
        Equipment::Step => words::STEP,
        Equipment::Bench => words::BENCH,
        Equipment::Box => words::BOX_TO_JUMP_ON,
        Equipment::TowelOrStrap => words::TOWEL_OR_STRAP,
        Equipment::Blocks => words::BLOCKS,
        Equipment::Stick => words::STICK,
        Equipment::Dumbbells => words::DUMBBELLS,
        Equipment::MiniBand => words::MINI_BAND,
        Equipment::Mirror => words::MIRROR,
        Equipment::TwoMetres => words::TWO_METRES,
        Equipment::TenMetres => words::TEN_METRES,
    }
}

pub fn mode(mode: Mode) -> Phrase {
    use phrases::mode as words;
    match mode {
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
    }
}

pub fn sides(sides: Sides) -> Phrase {
    match sides {
        Sides::Together => phrase::TOGETHER,
        Sides::InBlocks => phrase::IN_BLOCKS,
        Sides::Alternating => phrase::ALTERNATING,
        Sides::OnlyLeft => phrases::routine::ONLY_LEFT,
        Sides::OnlyRight => phrases::routine::ONLY_RIGHT,
    }
}

pub fn dose_number(number: DoseNumber) -> Phrase {
    use phrases::dose_number as words;
    match number {
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
    }
}

pub fn origin(origin: Origin) -> Phrase {
    match origin {
        Origin::Article => phrases::common::FROM_ARTICLE,
        Origin::Implied => phrases::common::IMPLIED,
        Origin::Ours => phrases::common::OURS,
    }
}

/// "20 s", "3 keer", "50%".
pub fn amount(value: u32, unit: Unit, language: Language) -> String {
    with_unit(&value.to_string(), unit, language)
}

/// "15 tot 30 s".
pub fn range(bounds: Bounds, unit: Unit, language: Language) -> String {
    let Bounds { least, most } = bounds;
    if least == most {
        return amount(least, unit, language);
    }
    let parts = [("least", &*least.to_string()), ("most", &*most.to_string())];
    with_unit(&phrase::RANGE.fill(language, &parts), unit, language)
}

fn with_unit(number: &str, unit: Unit, language: Language) -> String {
    let phrase = match unit {
        Unit::Times => phrase::TIMES,
        Unit::Seconds => phrase::SECONDS,
        Unit::Percent => phrase::PERCENT,
    };
    phrase.fill(language, &[("n", number)])
}
