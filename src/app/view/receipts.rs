//! Which rules stand behind what a page decides or says: each opens what its source says, and where
//! sources disagree, what Soepel does about it (C1 to C22).

use super::today::Gate;
use crate::{
    app::view::reading::{Citation, cite},
    content::reading::reading,
    domain::{
        clearance::{Level, Readiness},
        day::Referral,
        programme::ProgrammeId,
        record::StopReason,
        screening::ScreeningQuestion,
        selftest,
    },
};

pub type Rules = &'static [&'static str];

/// Two weeks of what suits nearly anybody, until somebody was asked.
pub const GENTLE_START: Rules = &["R1.31", "C4"];
pub const TRIED_BEFORE: Rules = &["R0.12", "R0.9", "R0.10", "R0.11"];
pub const UNDER_SIXTEEN: Rules = &["X31"];
pub const NOT_ALONE: Rules = &["X31"];
/// Every twelve weeks, or after something new.
pub const QUESTIONS_AGAIN: Rules = &["X24"];
pub const BREAKS: Rules = &["R3.13", "X20"];
/// A helper gives the resistance, lightly, and never into pain.
pub const HELPER: Rules = &["R0.23", "R0.24", "X3"];
/// The pain of a day (D1), and where it stops an exercise.
pub const PAIN_ZONES: Rules = &["X15"];
pub const SORE: Rules = &["R4.25"];
/// Sport within two hours.
pub const SPORT_SOON: Rules = &["R0.6", "X26", "C2"];
/// The same exercise stopped for pain, once and again.
pub const STOPPED_TWICE: Rules = &["X40"];
/// What differs too little between two tests to say anything.
pub const COMPARED: Rules = &["X24"];
pub const CLASSES: Rules = &["X23"];
/// Tests over time: what counts as a difference of the sides, and as a change.
pub const TESTS_OVER_TIME: Rules = &["X23", "X24"];
/// How it felt before, during and after.
pub const ATTENTION: Rules = &["R0.41"];
/// How many days a week are the goal, and that a missed day harms nothing.
pub const WEEK_GOAL: Rules = &["C1", "X32"];
/// Nothing is left of a session because of sport, or of what pinched today.
pub const NOTHING_LEFT: Rules = &["R0.6", "C2"];

/// Why the sessions are closed, or only some are open (3.3).
pub fn gate(gate: Gate) -> Rules {
    match gate {
        Gate::Open => &[],
        Gate::AskFirst => QUESTIONS_AGAIN,
        Gate::Gentle => light(Level::Amber),
        Gate::Urgent => light(Level::RedUrgent),
        Gate::Emergency => light(Level::RedEmergency),
        Gate::TooYoung => UNDER_SIXTEEN,
    }
}

/// The article stops after its first reason not to exercise; the other red questions are ours.
pub fn light(level: Level) -> Rules {
    match level {
        Level::Green => &["R0.15"],
        Level::Amber => &["R1.31", "C4"],
        Level::RedUrgent => &["R2.30", "R2.31", "C3", "X30"],
        Level::RedEmergency => &["R2.31", "X30"],
    }
}

/// What the daily check came to (3.4).
pub fn today(readiness: Readiness) -> Rules {
    match readiness {
        Readiness::Normal => &[],
        Readiness::AskAgain => QUESTIONS_AGAIN,
        Readiness::AmberToday => PAIN_ZONES,
        Readiness::RedToday { sharp: true } => &["R2.30", "C3"],
        Readiness::RedToday { sharp: false } => &["X15", "C3"],
    }
}

pub fn referral(referral: Referral) -> Rules {
    match referral {
        Referral::SharpStays => &["R2.30", "C3"],
        Referral::PainStays => &["R0.12"],
    }
}

/// What stopping for this reason leads to (3.5), as the safety page has it.
pub fn stop(reason: StopReason) -> &'static [String] {
    reading().stop(reason).map(|stop| stop.rules.as_slice()).unwrap_or_default()
}

/// How often a programme wants to be done; empty where that is our choice alone.
pub fn frequency(programme: &ProgrammeId) -> Rules {
    match programme.0.as_str() {
        "P1" => &["R0.19", "C1"],
        "P4" => &["R3.13", "X20"],
        "P5" => &["R4.22", "R4.23"],
        "P6" => &["R0.42", "C1"],
        _ => &[],
    }
}

/// Why a movement of the hip check is left alone for now.
pub fn left_alone(why: selftest::Why) -> Rules {
    match why {
        selftest::Why::Painful => PAIN_ZONES,
        selftest::Why::SideOfHip => &["R1.31"],
        selftest::Why::Build => &["R1.23", "X38"],
    }
}

/// Pain in a self-test: talk to a professional first.
pub const FOUND: Rules = &["R1.31"];

/// The literature or the rule behind a health question.
pub fn question(question: &'static ScreeningQuestion) -> Vec<&'static str> {
    question
        .source
        .split(|letter: char| !letter.is_alphanumeric() && letter != '.')
        .filter(|id| {
            matches!(cite(reading(), id), Some(Citation::Rule(_) | Citation::Reference(_)))
        })
        .collect()
}
