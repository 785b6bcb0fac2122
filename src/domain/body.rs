//! The body: sides, movements, muscles, positions, and what somebody feels.

/// Left or right of the person who exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Left,
    Right,
}

impl Side {
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Declares a closed list whose members have a fixed spelling in files, so that a spelling is
/// written once and every list can be walked by the linter and the filters.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The spelling in content files and records.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use named;

named! {
    /// The six hip movements (R1.7).
    HipMovement {
        Flexion = "flexion",
        Extension = "extension",
        Abduction = "abduction",
        Adduction = "adduction",
        InternalRotation = "internal-rotation",
        ExternalRotation = "external-rotation",
    }
}

named! {
    /// The position the body starts in.
    Position {
        Standing = "standing",
        Seated = "seated",
        HalfKneeling = "half-kneeling",
        Quadruped = "quadruped",
        Prone = "prone",
        Supine = "supine",
        SideLying = "side-lying",
        SeatedFloor = "seated-floor",
    }
}

named! {
    Muscle {
        GluteusMaximus = "gluteus-maximus",
        GluteusMedius = "gluteus-medius",
        GluteusMinimus = "gluteus-minimus",
        Iliopsoas = "iliopsoas",
        RectusFemoris = "rectus-femoris",
        Quadriceps = "quadriceps",
        Hamstrings = "hamstrings",
        Adductors = "adductors",
        HipRotators = "hip-rotators",
        TensorFasciaeLatae = "tensor-fasciae-latae",
        Abdominals = "abdominals",
        TransversusAbdominis = "transversus-abdominis",
        Obliques = "obliques",
        QuadratusLumborum = "quadratus-lumborum",
        LumbarExtensors = "lumbar-extensors",
        ShouldersChest = "shoulders-chest",
        Calf = "calf",
        WholeBody = "whole-body",
    }
}

named! {
    /// Where somebody has pain before a session (D1).
    BodyPart {
        HipLeft = "hip-left",
        HipRight = "hip-right",
        LowBack = "low-back",
        Knee = "knee",
        Other = "other",
    }
}

named! {
    /// A place on the body that somebody can point at: where it is felt (R3.12), where it hurts.
    Spot {
        FrontHip = "front-hip",
        Groin = "groin",
        SideHip = "side-hip",
        Buttock = "buttock",
        LowBack = "low-back",
        Belly = "belly",
        FrontThigh = "front-thigh",
        BackThigh = "back-thigh",
        Knee = "knee",
        LowerLeg = "lower-leg",
        Elsewhere = "elsewhere",
    }
}

/// A mark on the scale of 0 to 10 for pain and effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    pub fn new(value: u8) -> Option<Self> {
        (value <= 10).then_some(Self(value))
    }

    pub fn value(self) -> u8 {
        self.0
    }
}

/// How somebody feels compared with before: -3 much worse, 0 the same, +3 much better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change(i8);

impl Change {
    pub fn new(value: i8) -> Option<Self> {
        (-3..=3).contains(&value).then_some(Self(value))
    }

    pub fn value(self) -> i8 {
        self.0
    }
}
