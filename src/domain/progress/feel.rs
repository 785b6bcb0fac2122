//! "Where do you feel it?" after the first set (R3.12, generalised by section 2): what an answer
//! means for the exercise, and when it is asked.

use crate::domain::{
    body::{Muscle, Spot},
    exercise::Exercise,
    record::{Felt, FeltAt, FeltMark, SessionRecord},
};

/// After so many sessions without an answer it is asked again; our choice.
const EVERY: usize = 4;

/// What the answer comes to; nowhere is no wrong place.
pub fn judge(exercise: &Exercise, at: FeltAt) -> Option<Felt> {
    match at {
        FeltAt::Nowhere => None,
        FeltAt::In(spot) if right_spots(exercise).any(|right| right == spot) => {
            Some(Felt::RightPlace)
        }
        FeltAt::In(Spot::LowBack) => Some(Felt::LowBack),
        FeltAt::In(Spot::Knee) => Some(Felt::Knee),
        FeltAt::In(_) => Some(Felt::Elsewhere),
    }
}

/// Where the muscles of an exercise are felt, as somebody would point at them. Our choice.
pub fn right_spots(exercise: &Exercise) -> impl Iterator<Item = Spot> {
    exercise.muscles.iter().flat_map(|muscle| spots(*muscle)).copied()
}

fn spots(muscle: Muscle) -> &'static [Spot] {
    match muscle {
        Muscle::Iliopsoas => &[Spot::FrontHip, Spot::Groin],
        Muscle::RectusFemoris => &[Spot::FrontHip, Spot::FrontThigh],
        Muscle::Quadriceps => &[Spot::FrontThigh],
        Muscle::Hamstrings => &[Spot::BackThigh],
        Muscle::Adductors => &[Spot::Groin],
        Muscle::GluteusMaximus => &[Spot::Buttock],
        Muscle::GluteusMedius | Muscle::GluteusMinimus | Muscle::TensorFasciaeLatae => {
            &[Spot::SideHip, Spot::Buttock]
        }
        Muscle::HipRotators => &[Spot::Buttock, Spot::SideHip, Spot::FrontHip, Spot::Groin],
        Muscle::Abdominals | Muscle::TransversusAbdominis | Muscle::Obliques => &[Spot::Belly],
        Muscle::QuadratusLumborum | Muscle::LumbarExtensors => &[Spot::LowBack],
        Muscle::Calf => &[Spot::LowerLeg],
        Muscle::ShouldersChest | Muscle::WholeBody => &[],
    }
}

/// True in the first session of an exercise, in the one after an answer that was not the right
/// place, and else now and then: asked every time, it would be answered without feeling. The
/// records are the newest first.
pub fn asks_where<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    exercise: &Exercise,
) -> bool {
    if right_spots(exercise).next().is_none() {
        return false;
    }
    let about = |mark: &&FeltMark| mark.exercise == exercise.id.as_str();
    let mut silent: usize = 0;
    for record in records {
        if !record.done.iter().any(|row| row.exercise == exercise.id.as_str()) {
            continue;
        }
        match record.felt_in.iter().find(about) {
            Some(mark) if judge(exercise, mark.at) != Some(Felt::RightPlace) => {
                return silent.is_multiple_of(EVERY);
            }
            Some(_) => return silent % EVERY == EVERY - 1,
            None => silent += 1,
        }
    }
    silent.is_multiple_of(EVERY)
}
