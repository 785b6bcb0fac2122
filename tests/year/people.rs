//! The people of the year, and how each of them is.

use std::ops::RangeInclusive;

use soepel::domain::{
    body::{BodyPart, HipMovement, Side},
    exercise::Equipment,
    planning::choices::{Choices, Goal, Situation},
    progress::ReviewWord,
    selftest::{Attempt, Class, Range, Reading, Stopper},
};

#[derive(Clone)]
pub(crate) struct Somebody {
    pub(crate) name: &'static str,
    pub(crate) seed: u64,
    pub(crate) told: &'static str,
    pub(crate) born: u16,
    pub(crate) wishes: fn() -> Choices,
    /// Health questions answered with yes.
    pub(crate) yes: &'static [&'static str],
    /// The day on which they have talked it over.
    pub(crate) consults: Option<u64>,
    /// Out of a hundred: does what is proposed, says yes to more, does a few minutes on a rest day.
    pub(crate) shows_up: u64,
    pub(crate) accepts: u64,
    pub(crate) extras: u64,
    /// Weeks without a session, counted from 1.
    pub(crate) away: &'static [RangeInclusive<u64>],
    /// Pain before a session, by day.
    pub(crate) pain: fn(u64) -> i8,
    /// Where it hurts, on a day with pain.
    pub(crate) place: Option<BodyPart>,
    pub(crate) effort: i8,
    pub(crate) feels_right: u64,
    pub(crate) review: fn(u64) -> ReviewWord,
    pub(crate) hips: fn(HipMovement, Side, u64) -> Option<Reading>,
    /// A groin pinch in this exercise, in the first session with it from these days on.
    pub(crate) pinch_in: &'static str,
    pub(crate) pinches: &'static [u64],
    /// What the table follows.
    pub(crate) key: [&'static str; 3],
}

fn wish(goal: Option<Goal>, situations: &[Situation]) -> Choices {
    Choices { goal, situations: situations.iter().copied().collect(), ..Choices::default() }
}

fn reading(active: Class, passive: Class, stopped: Stopper) -> Reading {
    Reading {
        active: Attempt::Reached(Range::ByEye(active)),
        passive: Attempt::Reached(Range::ByEye(passive)),
        stopped: Some(stopped),
    }
}

fn grown(day: u64, fair: u64, good: u64) -> Class {
    if day >= good {
        Class::Good
    } else if day >= fair {
        Class::Fair
    } else {
        Class::Limited
    }
}

/// Turning in lacks on the left, bending and stretching are fair; all of it comes back slowly.
#[expect(clippy::unnecessary_wraps, reason = "others never took the check")]
fn stiff(movement: HipMovement, side: Side, day: u64) -> Option<Reading> {
    let late = if side == Side::Left { 30 } else { 0 };
    let (fair, good) = match movement {
        HipMovement::InternalRotation => (25 + late, 150 + late),
        HipMovement::ExternalRotation => (0, 80),
        HipMovement::Flexion => (0, 200),
        HipMovement::Extension => (0, 120),
        _ => (0, 0),
    };
    // Room comes first, the use of it a month and a half later.
    Some(reading(
        grown(day, fair + if fair > 0 { 14 } else { 0 }, if good == 0 { 0 } else { good + 45 }),
        grown(day, fair, good),
        Stopper::Stretch,
    ))
}

#[expect(clippy::unnecessary_wraps, reason = "others never took the check")]
fn easy(movement: HipMovement, _: Side, day: u64) -> Option<Reading> {
    let good = if movement == HipMovement::Extension { 90 } else { 0 };
    let class = grown(day, 0, good);
    Some(reading(class, class, Stopper::Stretch))
}

/// The bend stays as it is, against a hard stop.
fn built(movement: HipMovement, side: Side, day: u64) -> Option<Reading> {
    if movement == HipMovement::Flexion {
        return Some(reading(Class::Fair, Class::Fair, Stopper::HardStop));
    }
    easy(movement, side, day)
}

fn unknown(_: HipMovement, _: Side, _: u64) -> Option<Reading> {
    None
}

/// So much at first, and a point less after each of these days.
fn falling(from: i8, day: u64, steps: &[u64]) -> i8 {
    let less = steps.iter().filter(|step| day >= **step).count();
    (from - i8::try_from(less).unwrap()).max(0)
}

#[expect(clippy::too_many_lines, reason = "one entry per person, read downward")]
pub(crate) fn everybody() -> Vec<Somebody> {
    let sitter = Somebody {
        name: "Sits a lot, 40, stiff hips",
        seed: 0x69E0_AEE5_18B7_A2DD,
        told: "Wants to be supple; the left hip turns badly. Does 8 of 10 proposals.",
        born: 1987,
        wishes: || wish(Some(Goal::Supple), &[Situation::Sitting, Situation::Stiff]),
        yes: &[],
        consults: None,
        shows_up: 80,
        accepts: 85,
        extras: 30,
        away: &[],
        pain: |day| falling(1, day, &[90]),
        place: None,
        effort: 5,
        feels_right: 96,
        review: |_| ReviewWord::Less,
        hips: stiff,
        pinch_in: "",
        pinches: &[],
        key: ["hip-cars-quadruped", "iso-endorotation-9090", "erc-endorotation-lift"],
    };
    vec![
        sitter.clone(),
        Somebody {
            name: "Runner, 32",
            seed: 0xB9C8_2294_1C6C_CF53,
            told: "Tight at the front of the hip, wants to get stronger. Does 9 of 10, has all the things.",
            born: 1995,
            wishes: || Choices {
                equipment: Some(Equipment::ALL.iter().copied().collect()),
                ..wish(Some(Goal::HipFront), &[Situation::Running])
            },
            shows_up: 90,
            accepts: 90,
            extras: 15,
            pain: |_| 0,
            hips: easy,
            key: ["fire-hydrant", "split-squat", "skater-hop"],
            ..sitter.clone()
        },
        Somebody {
            name: "Starts again, 70",
            seed: 0x4B29_7907_C649_4BCD,
            told: "Begins gently; everything takes a little more effort. Does 3 of 4.",
            born: 1957,
            wishes: || wish(None, &[Situation::Restart]),
            shows_up: 75,
            accepts: 75,
            extras: 20,
            pain: |day| falling(2, day, &[120, 240]),
            effort: 6,
            hips: unknown,
            key: ["iliopsoas-standing-lunge", "glute-bridge", "fire-hydrant"],
            ..sitter.clone()
        },
        Somebody {
            name: "Low back, 55, amber first",
            seed: 0xF7C6_5B2B_000C_D3DD,
            told: "Back complaints (A2): gentle start, talked over on day 16. Pain 3, falls slowly.",
            born: 1972,
            wishes: || wish(Some(Goal::Strong), &[Situation::LowBack]),
            yes: &["A2"],
            consults: Some(16),
            shows_up: 80,
            accepts: 80,
            extras: 20,
            pain: |day| falling(3, day, &[60, 130, 220]),
            place: Some(BodyPart::LowBack),
            feels_right: 92,
            hips: unknown,
            key: ["superman", "good-morning", "glute-bridge"],
            ..sitter.clone()
        },
        Somebody {
            name: "Away twice, 45",
            seed: 0x8B7F_3F02_3479_2745,
            told: "Front of the hip and desk work. Misses weeks 10–11 and 30–34 wholly.",
            born: 1982,
            wishes: || wish(Some(Goal::HipFront), &[Situation::Sitting]),
            shows_up: 85,
            away: &[10..=11, 30..=34],
            hips: unknown,
            key: ["iliopsoas-lunge-kneeling", "quad-iliopsoas-combo", "glute-bridge"],
            ..sitter.clone()
        },
        Somebody {
            name: "Flare-up, 28, dances",
            seed: 0xBEB1_D3BC_3298_F5A0,
            told: "Pain 6 in week 14, two pinches in the groin; bending meets a hard stop.",
            born: 1999,
            wishes: || wish(Some(Goal::Supple), &[Situation::Dance]),
            pain: |day| match day {
                91..=93 => 6,
                94..=97 => 4,
                98..=104 => 2,
                _ => 1,
            },
            place: Some(BodyPart::HipLeft),
            hips: built,
            pinch_in: "iso-flexion-knee-to-chest",
            pinches: &[40, 47],
            key: ["hip-cars-standing", "iso-flexion-knee-to-chest", "iso-extension-half-kneeling"],
            ..sitter.clone()
        },
        Somebody {
            name: "Nothing changes, 48",
            seed: 0xB18C_3DF7_4D56_23CB,
            told: "Pain stays 3; answers every review with “the same”.",
            born: 1979,
            wishes: || wish(Some(Goal::HipFront), &[]),
            pain: |_| 3,
            review: |_| ReviewWord::Same,
            hips: unknown,
            key: ["quad-stretch-prone", "iliopsoas-standing-lunge", "abdominal-brace"],
            ..sitter.clone()
        },
        Somebody {
            name: "Says no to everything, 50",
            seed: 0x87D3_D1A5_9A4F_F76E,
            told: "Wants to be stronger, declines every card. Is there nagging?",
            born: 1977,
            wishes: || wish(Some(Goal::Strong), &[]),
            accepts: 0,
            pain: |_| 0,
            hips: unknown,
            key: ["superman", "good-morning", "glute-bridge"],
            ..sitter
        },
    ]
}
