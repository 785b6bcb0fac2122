//! Why something is chosen, planned or proposed: one reason each, with the rules behind it.

use crate::domain::{body::named, spell::SpellKind};

named! {
    /// The screen has one sentence for each.
    Why {
        // Why a programme.
        GoalHipFront = "goal-hip-front",
        GoalSupple = "goal-supple",
        GoalStrong = "goal-strong",
        GoalHabit = "goal-habit",
        Sits = "sits",
        Runs = "runs",
        IsStiff = "is-stiff",
        LowBack = "low-back",
        Dances = "dances",
        Restarts = "restarts",
        Senior = "senior",
        RotationFirst = "rotation-first",
        HipCheck = "hip-check",
        EveryDay = "every-day",
        Everybody = "everybody",
        OwnChoice = "own-choice",
        // Why a programme waits.
        WaitsForRotation = "waits-for-rotation",
        WaitsForTheFirst = "waits-for-the-first",
        // Why this session.
        FirstTime = "first-time",
        DueStretch = "due-stretch",
        DueMobility = "due-mobility",
        DueStrength = "due-strength",
        DueSitting = "due-sitting",
        DueRunning = "due-running",
        DueMini = "due-mini",
        DueGentle = "due-gentle",
        BackAgain = "back-again",
        BeforeSport = "before-sport",
        Gentle = "gentle",
        LittleTime = "little-time",
        // Why a rest.
        StrengthYesterday = "strength-yesterday",
        Spread = "spread",
        WeekFull = "week-full",
        NotYourDay = "not-your-day",
        DoneToday = "done-today",
        Ill = "ill",
        Holiday = "holiday",
        FlareUp = "flare-up",
    }
}

impl Why {
    /// Why the plan is another one for a while.
    pub fn of_spell(kind: SpellKind) -> Self {
        match kind {
            SpellKind::Fever | SpellKind::Ill => Self::Ill,
            SpellKind::HolidayRest | SpellKind::HolidayShort => Self::Holiday,
            SpellKind::FlareUp => Self::FlareUp,
        }
    }

    /// A choice of ours, whatever literature stands behind it.
    pub fn is_ours(self) -> bool {
        let ours =
            [Self::WaitsForTheFirst, Self::Spread, Self::StrengthYesterday, Self::NotYourDay];
        ours.contains(&self)
    }

    /// The rules that say so, and the literature behind a choice of ours.
    pub fn rules(self) -> &'static [&'static str] {
        match self {
            Self::GoalHipFront => &["R0.4a"],
            Self::GoalSupple | Self::IsStiff => &["R1.14"],
            Self::GoalStrong => &["R1.6", "R2.6"],
            Self::GoalHabit => &["R1.28", "R1.30"],
            Self::Sits => &["R3.1"],
            Self::Runs => &["R4.18"],
            Self::LowBack => &["R2.2", "R2.27"],
            Self::Dances => &["R1.17", "R0.7"],
            Self::Restarts | Self::DueGentle => &["R1.26"],
            Self::Senior => &["R0.18", "R1.26"],
            Self::RotationFirst | Self::WaitsForRotation => &["R1.11", "X28"],
            Self::HipCheck => &["R1.9"],
            Self::EveryDay | Self::LittleTime => &["R0.42", "C1"],
            Self::Everybody | Self::FirstTime => &["R1.27"],
            Self::OwnChoice => &["R0.39"],
            // Capacity grows by calm steps: one new thing at a time.
            Self::WaitsForTheFirst => &["X17", "X19", "R1.25"],
            // Two or three days a week, not back to back: the literature on strength, and what
            // stretching asks.
            Self::Spread => &["ACSM2009", "R0.19", "R4.22"],
            Self::StrengthYesterday => &["ACSM2009", "R4.25"],
            // A day that was planned is kept more often; a day missed harms nothing.
            Self::NotYourDay => &["Gollwitzer2006", "X32"],
            Self::DueStretch => &["R0.19", "C1"],
            Self::DueMobility => &["R1.18"],
            Self::DueStrength => &["R2.7"],
            Self::DueSitting => &["R3.5"],
            Self::DueRunning => &["R4.22"],
            Self::DueMini => &["R0.42"],
            Self::BackAgain => &["X18", "X32"],
            Self::BeforeSport => &["R0.6", "C2"],
            Self::Gentle => &["R1.31", "C4"],
            Self::WeekFull => &["C1", "X29"],
            Self::DoneToday | Self::Holiday => &["X32"],
            Self::Ill => &["X18", "X24"],
            // As on a day with pain of 4 or 5 (3.4).
            Self::FlareUp => &["X15", "X16"],
        }
    }
}
