//! Who may do what today: the questions (3.1–3.3), the daily check (3.4) and the permit that a
//! session needs. No route, link or import starts a session without one.

mod found;
mod permit;
mod profile;
mod table;

use std::collections::BTreeMap;

use super::{
    before_sport::SportSoon,
    body::{BodyPart, Score},
    history::History,
    record::Answer,
    screening::Light,
    time::Day,
};

pub use found::{Found, Painful, Told};
pub use permit::Permit;
pub use profile::{LABEL, Profile, carried_over, label_key};

/// Answers by the ID of their question, the slug of a condition, or [`label_key`].
pub type Answers = BTreeMap<String, Answer>;

/// The health questions are asked again after so many days (X24).
pub const ANSWERS_HOLD: i64 = 84;

/// The gentle start of amber without consultation lasts two weeks (3.3; its length is ours).
pub const GENTLE_DAYS: u32 = 14;

/// The levels of the traffic light (3.3), the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Green,
    Amber,
    RedUrgent,
    RedEmergency,
}

impl Level {
    /// The light whose words say it.
    pub fn light(self) -> Light {
        match self {
            Self::Green => Light::Green,
            Self::Amber => Light::Amber,
            Self::RedUrgent => Light::RedUrgent,
            Self::RedEmergency => Light::RedEmergency,
        }
    }

    pub fn is_red(self) -> bool {
        self >= Self::RedUrgent
    }
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub level: Level,
    /// The questions that led to it, then the self-tests.
    pub because: Vec<String>,
}

/// Whether answers of that day have become too old to open anything (X24).
pub fn is_outdated(answered: Day, today: Day) -> bool {
    today.days_since(answered) >= ANSWERS_HOLD
}

/// Which day of the gentle start it is, 1 to 14; on day 14 it stays.
pub fn gentle_day(since: Day, today: Day) -> u32 {
    let passed = u32::try_from(today.days_since(since)).unwrap_or_default();
    passed.saturating_add(1).min(GENTLE_DAYS)
}

/// Whether complaints have been calm for two weeks, which level 3 waits for (3.3): some mark of
/// pain in each of them, and none above 2.
pub fn is_calm(history: &History, today: Day) -> bool {
    let mut weeks = [false; 2];
    let recent = history.newest_first().take_while(|one| today.days_since(one.day) < 14);
    for record in recent {
        let Ok(ago) = usize::try_from(today.days_since(record.day)) else { continue };
        let worst = record.before.pain.max(record.after.pain);
        let (Some(week), Some(pain)) = (weeks.get_mut(ago / 7), worst) else { continue };
        if pain.value() > 2 {
            return false;
        }
        *week = true;
    }
    weeks == [true; 2]
}

/// The daily check, D1 to D6; what was not asked stays missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DailyCheck {
    pub pain: Score,
    pub place: Option<BodyPart>,
    /// D2: sudden, sharp or stabbing pain.
    pub sharp: bool,
    /// D3: a fall, accident, fever or illness.
    pub news: bool,
    /// D4, only before a session with stretches.
    pub sport: Option<SportSoon>,
    /// D5, only before strength.
    pub soreness: Option<Score>,
    /// D6, only while static and PNF are compared.
    pub stiffness: Option<Score>,
}

/// What the daily check comes to (3.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    Normal,
    /// Pain 4 or 5: less and lighter.
    AmberToday,
    /// Pain 6 or more, or a sharp one: no session.
    RedToday {
        sharp: bool,
    },
    /// Something new happened: the red questions first.
    AskAgain,
}

impl DailyCheck {
    pub fn readiness(self) -> Readiness {
        match (self.news, self.sharp, self.pain.value()) {
            (true, ..) => Readiness::AskAgain,
            (_, true, _) => Readiness::RedToday { sharp: true },
            (_, _, 6..) => Readiness::RedToday { sharp: false },
            (_, _, 4..=5) => Readiness::AmberToday,
            _ => Readiness::Normal,
        }
    }
}
