//! The permit: what somebody may do today. Nothing else opens a session.

use std::collections::BTreeSet;

use super::{
    Found, Level, Painful, Profile, Readiness, Verdict,
    table::{Row, gentle, is_brace, is_break, rows},
};
use crate::domain::{
    catalogue::Catalogue,
    exercise::{Category, Condition, Exercise},
    programme::SessionId,
    progress::{Opened, is_closed_stage, may_jump},
    settings::AgeBand,
};

/// With these walking itself may harm, so that red urgent leaves nothing open (3.3).
const WALKING_IN_DOUBT: [&str; 3] = ["S12", "S13", "S16"];

const HIP_LIFT: &str = "side-plank-hip-lift";
/// Landings in one session: in the first weeks of level 3, and later (X14).
const LANDINGS: [u32; 2] = [40, 60];

/// What may be done. Only [`Permit::grant`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    scope: Scope,
    conditions: BTreeSet<Condition>,
    rows: Vec<Row>,
    calm: bool,
    readiness: Readiness,
    found: Found,
    opened: Opened,
    side_plank: bool,
    jumped: bool,
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
    /// Everything but what this person's conditions leave out.
    Open,
}

impl Permit {
    /// Without a verdict nothing is allowed: the questions come first. Under sixteen Soepel is
    /// not for you (X31).
    pub fn grant(catalogue: &Catalogue, profile: &Profile, readiness: Readiness) -> Self {
        let verdict = profile.verdict(catalogue);
        let scope = match verdict {
            Some(_) if profile.age == Some(AgeBand::Under16) => Scope::Nothing,
            Some(verdict) => scope(&verdict, profile),
            None => Scope::Nothing,
        };
        let scope = match readiness {
            Readiness::AskAgain => Scope::Nothing,
            Readiness::RedToday { .. } if scope != Scope::Nothing => Scope::Breaks,
            _ => scope,
        };
        let conditions = profile.conditions(catalogue);
        let rows = rows(profile, &conditions);
        Self {
            scope,
            conditions,
            rows,
            calm: profile.calm,
            readiness,
            found: profile.found.clone(),
            opened: profile.opened,
            side_plank: profile.side_plank,
            jumped: profile.jumped,
        }
    }

    pub fn allows(&self, exercise: &Exercise) -> bool {
        match self.scope {
            Scope::Nothing => false,
            Scope::Breaks => is_break(exercise),
            Scope::BreaksAndBrace => is_break(exercise) || is_brace(exercise),
            Scope::Gentle => {
                gentle(exercise)
                    && self.rows.iter().all(|row| row.before(exercise))
                    && !self.skips(exercise)
            }
            Scope::Open => {
                self.rows.iter().all(|row| row.after(exercise, self.calm))
                    && !self.skips(exercise)
                    && self.pain_in(exercise).is_none()
                    && !self.waits_for_level(exercise)
                    && !self.waits_for_side_plank(exercise)
                    && !self.rests_from_jumps(exercise)
            }
        }
    }

    /// The exercise itself says that it is not for this person.
    pub fn skips(&self, exercise: &Exercise) -> bool {
        exercise.skip_if.iter().any(|condition| self.conditions.contains(condition))
    }

    /// The movement that this exercise goes to the end of hurt in the hip check (4.2).
    pub fn pain_in(&self, exercise: &Exercise) -> Option<Painful> {
        self.found.pain_in(&exercise.id)
    }

    /// A jump, before level 3 was reached (X27).
    pub fn waits_for_level(&self, exercise: &Exercise) -> bool {
        exercise.category == Category::RunnerDynamic && !self.opened.jumps()
    }

    /// The lift in side plank comes after 20 seconds of holding still (C17). Whoever went past
    /// level 1 held 30.
    pub fn waits_for_side_plank(&self, exercise: &Exercise) -> bool {
        exercise.id.as_str() == HIP_LIFT && !self.side_plank && !self.opened.is_past_level_one()
    }

    /// Two days lie between jumps, whatever session they are in (X14).
    pub fn rests_from_jumps(&self, exercise: &Exercise) -> bool {
        exercise.category == Category::RunnerDynamic && self.jumped
    }

    /// Landings in one session: fewer in the first weeks of level 3 (X14).
    pub fn most_landings(&self) -> u32 {
        let [first, later] = LANDINGS;
        if self.opened.jumps_more() { later } else { first }
    }

    /// Whether the gate of this session was passed, where it has one that closes it (X14, X27).
    pub fn opens(&self, session: &SessionId) -> bool {
        let forbidden = is_closed_stage(session) && !may_jump(&self.conditions);
        self.opened.has(session) && !forbidden
    }

    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.contains(&condition)
    }

    pub fn conditions(&self) -> &BTreeSet<Condition> {
        &self.conditions
    }

    /// A session goes on without what this person should not do, instead of staying closed.
    pub fn trims_sessions(&self) -> bool {
        self.scope == Scope::Open
    }

    /// Only the rustige start, until somebody has talked it over.
    pub fn is_gentle(&self) -> bool {
        self.scope == Scope::Gentle
    }

    /// Within twelve weeks of an operation the clinician says what to do (A3): Soepel plans
    /// nothing by itself.
    pub fn leaves_planning_to_clinician(&self) -> bool {
        self.rows.contains(&Row::Operation)
    }

    /// Pain of 4 or 5 today: lighter, and no level 3.
    pub fn is_lighter_today(&self) -> bool {
        self.readiness == Readiness::AmberToday
    }
}

fn scope(verdict: &Verdict, profile: &Profile) -> Scope {
    let in_doubt = |id: &String| WALKING_IN_DOUBT.contains(&id.as_str());
    match verdict.level {
        Level::RedEmergency => Scope::Nothing,
        Level::RedUrgent if verdict.because.iter().any(in_doubt) => Scope::Nothing,
        Level::RedUrgent => Scope::BreaksAndBrace,
        Level::Amber if !profile.has_consulted() => Scope::Gentle,
        Level::Amber | Level::Green => Scope::Open,
    }
}
