//! One exercise: what it is, how to do it, for whom not, and how much.

use super::{
    body::{HipMovement, Muscle, Position, named},
    dose::{Dose, Mode, Origin},
    figure::Pose,
    text::Bilingual,
};

/// An exercise's file name in the content, such as `quad-stretch-prone`. Only a checked catalogue
/// hands them out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(String);

impl ExerciseId {
    /// Lower-case letters, digits and dashes; at most 60 of them.
    pub fn new(slug: &str) -> Option<Self> {
        let fits = (1..=60).contains(&slug.len());
        let plain = slug
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        (fits && plain).then(|| Self(slug.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

named! {
    /// The families of the fact sheet; the order of the mobility ones is R1.18.
    Category {
        StretchHipFlexor = "stretch-hip-flexor",
        MobilityRotation = "mobility-rotation",
        MobilitySpace = "mobility-space",
        MobilityControl = "mobility-control",
        HipsLowBack = "hips-low-back",
        RunnerActivation = "runner-activation",
        RunnerStrength = "runner-strength",
        RunnerDynamic = "runner-dynamic",
        RunnerTransfer = "runner-transfer",
        Support = "support",
    }
}

named! {
    Equipment {
        Mat = "mat",
        Cushion = "cushion",
        Chair = "chair",
        Wall = "wall",
        Step = "step",
        Bench = "bench",
        Box = "box",
        TowelOrStrap = "towel-or-strap",
        Blocks = "blocks",
        Stick = "stick",
        Dumbbells = "dumbbells",
        MiniBand = "mini-band",
        Mirror = "mirror",
        TwoMetres = "space-2m",
        TenMetres = "space-10m",
    }
}

named! {
    /// The conditions of section 3.2 and Decisions 11 and 12 that leave out or change an exercise.
    Condition {
        AcuteSharpPain = "acute-sharp-pain",
        RedFlag = "red-flag",
        GroinPinch = "groin-pinch",
        GroinPainRunner = "groin-pain-runner",
        LateralHipPain = "lateral-hip-pain",
        HipReplacement = "hip-replacement",
        HipOsteoarthritis = "hip-osteoarthritis",
        KneeReplacement = "knee-replacement",
        KneeSurgeryRecent = "knee-surgery-recent",
        BackSurgeryRecent = "back-surgery-recent",
        AbdominalSurgeryRecent = "abdominal-surgery-recent",
        ExtensionSensitiveBack = "extension-sensitive-back",
        RadiatingLegPain = "radiating-leg-pain",
        Osteoporosis = "osteoporosis",
        VertebralFracture = "vertebral-fracture",
        Pregnancy2nd3rd = "pregnancy-2nd-3rd",
        PregnancyAny = "pregnancy-any",
        Postpartum12w = "postpartum-12w",
        PelvicFloorSymptoms = "pelvic-floor-symptoms",
        PubicPainPregnancy = "pubic-pain-pregnancy",
        HypertensionUncontrolled = "hypertension-uncontrolled",
        KneePain = "knee-pain",
        KneePainKneeling = "knee-pain-kneeling",
        WristShoulderProblem = "wrist-shoulder-problem",
        BalanceProblem = "balance-problem",
        LowerLegInjury = "lower-leg-injury",
        NoFloor = "no-floor",
        Age65Plus = "age-65-plus",
    }
}

/// An easier or harder way to do the same exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    pub id: String,
    pub name: Bilingual,
    /// What to do differently.
    pub change: Bilingual,
    pub rules: Vec<String>,
    /// How it looks; empty where it looks like the exercise itself.
    pub poses: Vec<Pose>,
}

named! {
    PrerequisiteKind {
        Criterion = "criterion",
        ExerciseMastered = "exercise-mastered",
        ExercisePractised = "exercise-practised",
        Gate = "gate",
    }
}

/// What somebody should be able to do first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    pub kind: PrerequisiteKind,
    /// The criterion, exercise or gate it points at.
    pub target: String,
    pub text: Bilingual,
}

/// What to change when a condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adaptation {
    pub condition: Condition,
    /// The exercise to do in its place (Decision 12); where the session has that one already, this
    /// one falls away. Without a swap the text says how to do the same exercise differently.
    pub swap: Option<ExerciseId>,
    pub text: Bilingual,
}

named! {
    /// The way the first half of a repetition goes; the voice says it.
    Direction {
        Up = "up",
        Down = "down",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    pub id: ExerciseId,
    /// At most four plain words, for lists, the player and the voice (Decision 13).
    pub plain_name: Bilingual,
    /// The technical name, second.
    pub technical_name: Bilingual,
    pub category: Category,
    /// 1 to 3.
    pub level: u8,
    pub origin: Origin,
    pub rules: Vec<String>,
    pub muscles: Vec<Muscle>,
    pub movements: Vec<HipMovement>,
    pub position: Position,
    pub equipment: Vec<Equipment>,
    pub optional_equipment: Vec<Equipment>,
    pub unilateral: bool,
    /// Why somebody would do this: one or two sentences.
    pub why: Bilingual,
    /// Three to six.
    pub steps: Vec<Bilingual>,
    pub cues: Vec<Bilingual>,
    pub mistakes: Vec<Bilingual>,
    pub feel: Bilingual,
    pub not_feel: Bilingual,
    pub breathing: Bilingual,
    pub easier: Vec<Variant>,
    pub harder: Vec<Variant>,
    pub prerequisites: Vec<Prerequisite>,
    pub skip_if: Vec<Condition>,
    pub adapt_if: Vec<Adaptation>,
    /// Never in one session with these (2.2 of the fact sheet).
    pub similar_to: Vec<ExerciseId>,
    /// Where it stands in a list.
    pub order: u32,
    /// Set for exercises with counted repetitions only.
    pub out_goes: Option<Direction>,
    /// Never empty; the first is the default.
    pub doses: Vec<Dose>,
    pub poses: Vec<Pose>,
}

impl Exercise {
    pub fn dose(&self, mode: Mode) -> Option<&Dose> {
        self.doses.iter().find(|dose| dose.protocol.mode() == mode)
    }

    pub fn variant(&self, id: &str) -> Option<&Variant> {
        self.variants().find(|variant| variant.id == id)
    }

    pub fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.easier.iter().chain(&self.harder)
    }

    /// The poses of one way to do it; a way without poses of its own looks like the exercise.
    pub fn poses_of(&self, variant: Option<&str>) -> &[Pose] {
        let own = variant.and_then(|id| self.variant(id)).map(|variant| &variant.poses);
        own.filter(|poses| !poses.is_empty()).unwrap_or(&self.poses)
    }
}
