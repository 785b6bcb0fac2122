//! Who may do what today: the red questions (3.1–3.3), the daily check (3.4) and the permit that
//! a session needs. No route, link or import starts a session without one.

use std::collections::BTreeMap;

use super::{
    before_sport::SportSoon,
    body::{BodyPart, Score},
    exercise::{Category, Exercise},
    record::Answer,
    screening::{Light, Narrowing, QuestionLevel, ScreeningQuestion},
};

/// Answers by the ID of their question.
pub type Answers = BTreeMap<String, Answer>;

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
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub level: Level,
    /// The questions that led to it.
    pub because: Vec<String>,
}

/// With these walking itself may harm, so that red urgent leaves nothing open (3.3).
const WALKING_IN_DOUBT: [&str; 3] = ["S12", "S13", "S16"];

/// The light for a full set of answers to the red questions; none while one is missing.
pub fn judge(questions: &[ScreeningQuestion], answers: &Answers) -> Option<Verdict> {
    let mut verdict = Verdict { level: Level::Green, because: Vec::new() };
    for question in questions.iter().filter(|question| question.level != QuestionLevel::Amber) {
        let level = level_of(question, answers)?;
        if level > Level::Green {
            verdict.because.push(question.id.clone());
        }
        verdict.level = verdict.level.max(level);
    }
    Some(verdict)
}

fn level_of(question: &ScreeningQuestion, answers: &Answers) -> Option<Level> {
    let answer = *answers.get(&question.id)?;
    Some(match (question.level, answer) {
        (_, Answer::No) | (QuestionLevel::Amber, _) => Level::Green,
        (level, Answer::Yes) => match &question.narrowing {
            None => plain_level(level),
            Some(narrowing) => plain_level(narrowed(level, narrowing, answers)?),
        },
        (QuestionLevel::RedEmergency, Answer::Unsure) => Level::RedUrgent,
        (QuestionLevel::RedUrgent, Answer::Unsure) => Level::Amber,
    })
}

/// A yes counts fully only with a yes to all of these and to one of those (Decision 10). Doubt
/// counts as a yes here: this is the border where a stress fracture hides. None while an answer
/// is missing.
fn narrowed(
    level: QuestionLevel,
    narrowing: &Narrowing,
    answers: &Answers,
) -> Option<QuestionLevel> {
    let holds = |id: &str| answers.get(id).map(|answer| *answer != Answer::No);
    for condition in &narrowing.all_of {
        if !holds(&condition.id)? {
            return Some(narrowing.otherwise);
        }
    }
    let mut signs = false;
    for sign in &narrowing.one_of {
        signs |= holds(&sign.id)?;
    }
    Some(if signs { level } else { narrowing.otherwise })
}

fn plain_level(level: QuestionLevel) -> Level {
    match level {
        QuestionLevel::RedEmergency => Level::RedEmergency,
        QuestionLevel::RedUrgent => Level::RedUrgent,
        QuestionLevel::Amber => Level::Amber,
    }
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

/// What may be done. Only [`Permit::grant`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
    scope: Scope,
    readiness: Readiness,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Nothing,
    /// Movement breaks.
    Breaks,
    /// Movement breaks and light bracing.
    BreaksAndBrace,
    /// The gentle start of amber without consultation (3.3).
    Gentle,
    Everything,
}

impl Permit {
    /// Without a verdict nothing is allowed: the questions come first. Under sixteen Soepel is
    /// not for you (X31), which the caller tells by `too_young`.
    pub fn grant(verdict: Option<&Verdict>, readiness: Readiness, too_young: bool) -> Self {
        let scope = match verdict {
            _ if too_young => Scope::Nothing,
            None => Scope::Nothing,
            Some(verdict) => match verdict.level {
                Level::RedEmergency => Scope::Nothing,
                Level::RedUrgent
                    if verdict.because.iter().any(|id| WALKING_IN_DOUBT.contains(&id.as_str())) =>
                {
                    Scope::Nothing
                }
                Level::RedUrgent => Scope::BreaksAndBrace,
                Level::Amber => Scope::Gentle,
                Level::Green => Scope::Everything,
            },
        };
        let scope = match readiness {
            Readiness::AskAgain => Scope::Nothing,
            Readiness::RedToday { .. } if scope != Scope::Nothing => Scope::Breaks,
            _ => scope,
        };
        Self { scope, readiness }
    }

    pub fn allows(&self, exercise: &Exercise) -> bool {
        let is = |slug: &str| exercise.id.as_str() == slug;
        let a_break = is("movement-break-walk");
        let brace = is("abdominal-brace");
        match self.scope {
            Scope::Nothing => false,
            Scope::Breaks => a_break,
            Scope::BreaksAndBrace => a_break || brace,
            Scope::Gentle => {
                let light =
                    [Category::MobilityRotation, Category::Support].contains(&exercise.category);
                exercise.level == 1 && (light || is("glute-bridge"))
            }
            Scope::Everything => true,
        }
    }

    /// Pain of 4 or 5 today: lighter, and no level 3.
    pub fn is_lighter_today(&self) -> bool {
        self.readiness == Readiness::AmberToday
    }
}
