//! The days ahead: a session or a rest for each, with its reason.

use crate::domain::{
    body::Muscle,
    catalogue::Catalogue,
    clearance::Level,
    dose::AgeGroup,
    plan::Prescription,
    programme::{Programme, ProgrammeId, SessionId, SessionOutline},
    spell::{Spell, SpellKind},
    time::{Day, Seconds},
    timeline::Pacing,
};

use super::{
    choices::Choices,
    choosing::{Chosen, Hips},
    load::{Load, Placed, STRETCH_A_WEEK, are_similar, is_extra},
    method::Stretched,
    turn::{self, Standing},
    why::Why,
};

/// 5.8: not more than this many full sessions in seven days.
pub const FULL_A_WEEK: usize = 5;
/// The daily minutes, which go with everything.
const DAILY: &str = "P6";
/// For a rest day, the lightest first.
const MINIS: [&str; 3] = ["P6-2min", "P2-daily", "P6-5min"];

/// All that a plan is made from, besides the days.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    pub catalogue: &'a Catalogue,
    pub choices: &'a Choices,
    pub hips: &'a Hips,
    pub age: AgeGroup,
    /// Sessions of later stages whose gates were passed.
    pub passed: &'a [SessionId],
    pub chosen: &'a Chosen,
    /// What may be done, with what it asks of the body; nothing else is ever planned.
    pub open: &'a [Load],
    /// Only the gentle part is open (3.3).
    pub gentle: bool,
    /// Illness, a holiday or a flare-up, now or just behind.
    pub spell: Option<Spell>,
}

impl Ground<'_> {
    /// What makes the plan another one on this day.
    pub(super) fn spell_on(&self, day: Day) -> Option<SpellKind> {
        self.spell.filter(|spell| spell.shapes(day)).map(|spell| spell.kind)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedDay {
    pub day: Day,
    pub agenda: Agenda,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agenda {
    Session {
        session: SessionId,
        lasts: Seconds,
        why: Why,
    },
    /// Rest is part of the plan; a few daily minutes may stand beside it.
    Rest {
        why: Why,
        mini: Option<SessionId>,
    },
}

/// The sessions that may be planned: nothing on a red light, or before the questions were
/// answered; otherwise what is prescribed to this person and stands within X29, 2.2 and X33.
pub fn open_sessions(
    catalogue: &Catalogue,
    light: Option<Level>,
    prescribed: &dyn Fn(&Programme, &SessionOutline) -> Option<Vec<Prescription>>,
    pacing: Pacing,
) -> Vec<Load> {
    if !matches!(light, Some(Level::Green | Level::Amber)) {
        return Vec::new();
    }
    let mut open = Vec::new();
    for programme in &catalogue.programmes {
        for outline in &programme.sessions {
            let load = prescribed(programme, outline)
                .and_then(|what| Load::of(catalogue, programme, &outline.id, &what, pacing));
            open.extend(load.filter(|load| load.stands(catalogue)));
        }
    }
    open
}

/// So many days from `from` on, planned after what is already `placed`, oldest first.
pub fn schedule(
    ground: Ground<'_>,
    placed: &[Placed],
    stretched: &[Stretched],
    from: Day,
    days: u64,
) -> Vec<PlannedDay> {
    let (mut placed, mut stretched) = (placed.to_vec(), stretched.to_vec());
    let mut planned = Vec::new();
    for day in from.next_days(days) {
        let agenda = match main_session(ground, &placed, &stretched, day) {
            Ok(load) => {
                placed.push(Placed { day, load: load.clone() });
                stretched.extend(Stretched::planned(&load.session, day));
                Agenda::Session {
                    session: load.session.clone(),
                    lasts: load.lasts,
                    why: why_due(ground, &load.programme),
                }
            }
            Err(why) => {
                let daily = ground.chosen.has(DAILY);
                let minutes = ground.spell_on(day).map_or(daily, SpellKind::keeps_minutes);
                let mini = mini(ground, &placed, day).filter(|_| minutes).cloned();
                placed.extend(mini.iter().map(|load| Placed { day, load: load.clone() }));
                Agenda::Rest { why, mini: mini.map(|load| load.session) }
            }
        };
        planned.push(PlannedDay { day, agenda });
    }
    planned
}

/// The session of a programme whose turn it is on this day, if it can be done at all.
pub fn due<'a>(
    ground: Ground<'a>,
    programme: &ProgrammeId,
    placed: &[Placed],
    stretched: &[Stretched],
    day: Day,
) -> Option<&'a Load> {
    possible(ground, programme, placed, stretched, day).first().copied()
}

/// The session of the day: of the programme that has waited longest, or why there is none.
fn main_session<'a>(
    ground: Ground<'a>,
    placed: &[Placed],
    stretched: &[Stretched],
    day: Day,
) -> Result<&'a Load, Why> {
    if let Some(kind) = ground.spell_on(day) {
        return Err(Why::of_spell(kind));
    }
    if !ground.choices.may_train_on(day) {
        return Err(Why::NotYourDay);
    }
    let mut refusal = Why::Spread;
    for programme in by_waiting(ground, placed, day) {
        let sessions = possible(ground, &programme, placed, stretched, day);
        let Some(load) = sessions.first().copied() else { continue };
        match fits(ground, load, placed, day) {
            Ok(()) => return Ok(load),
            // Who waited longest says best why nothing comes today.
            Err(why) if refusal == Why::Spread => refusal = why,
            Err(_) => {}
        }
    }
    Err(refusal)
}

/// The programmes with a session that this person can do at all, the longest waiting first. When
/// there is none, the daily minutes are the plan.
fn by_waiting(ground: Ground<'_>, placed: &[Placed], day: Day) -> Vec<ProgrammeId> {
    let mains = ground.chosen.programmes.iter().map(|one| &one.programme);
    let mut waiting: Vec<(i64, ProgrammeId)> = mains
        .filter(|id| id.0 != DAILY && !possible(ground, id, placed, &[], day).is_empty())
        .map(|id| {
            let own = placed.iter().rev().filter(|one| one.load.programme == *id);
            let last = own.into_iter().find(|one| !is_extra(&one.load.session));
            let days = last.map_or(i64::from(u8::MAX), |one| day.days_since(one.day));
            (-days * i64::from(rhythm(ground, id).0), id.clone())
        })
        .collect();
    // A stable order: what was chosen first goes first among those that wait as long.
    waiting.sort_by_key(|(waits, _)| *waits);
    if waiting.is_empty() {
        return vec![ProgrammeId(DAILY.to_owned())];
    }
    waiting.into_iter().map(|(_, id)| id).collect()
}

/// What is due of a programme, and what can stand in for it, as far as it is open, short enough,
/// and done with the things that are there.
fn possible<'a>(
    ground: Ground<'a>,
    programme: &ProgrammeId,
    placed: &[Placed],
    stretched: &[Stretched],
    day: Day,
) -> Vec<&'a Load> {
    let Ground { choices, hips, age, passed, .. } = ground;
    let standing = Standing { choices, hips, age, passed };
    turn::sessions(standing, programme, placed, stretched, day)
        .iter()
        .filter_map(|id| open(ground, id))
        .filter(|load| is_at_hand(ground, load))
        .collect()
}

pub(super) fn open<'a>(ground: Ground<'a>, id: &SessionId) -> Option<&'a Load> {
    ground.open.iter().find(|load| load.session == *id)
}

pub(super) fn is_at_hand(ground: Ground<'_>, load: &Load) -> bool {
    let in_time = ground.choices.minutes.is_none_or(|most| load.lasts <= most.seconds());
    in_time && load.needs.iter().all(|thing| ground.choices.has(*thing))
}

/// How often a week at most, and how many days between two.
fn rhythm(ground: Ground<'_>, id: &ProgrammeId) -> (u32, i64) {
    let known = ground.catalogue.programmes.iter().find(|one| one.id == *id);
    let target = known.map_or(0, |programme| programme.weekly_target.min(programme.weekly_most));
    let spread = if ground.choices.days.is_empty() { 7 / i64::from(target.max(1)) } else { 1 };
    (target, spread)
}

/// The same for one session: to keep what P2 won, twice a week is enough (section P2).
fn rhythm_of(ground: Ground<'_>, load: &Load) -> (u32, i64) {
    let (target, spread) = rhythm(ground, &load.programme);
    if load.session.0 == "P2-M" { (target.min(2), spread.max(3)) } else { (target, spread) }
}

/// Whether a session may stand on this day beside everything that is placed before it.
pub(super) fn fits(
    ground: Ground<'_>,
    load: &Load,
    placed: &[Placed],
    day: Day,
) -> Result<(), Why> {
    let (target, spread) = rhythm_of(ground, load);
    let ago = |one: &Placed| day.days_since(one.day);
    let week: Vec<&Placed> = placed.iter().filter(|one| (0..7).contains(&ago(one))).collect();
    let own = || {
        let own = week.iter().filter(|one| one.load.programme == load.programme);
        own.filter(|one| !is_extra(&one.load.session))
    };
    let same_day = || week.iter().filter(|one| one.day == day);

    if week.iter().any(|one| ago(one) <= 1 && load.shares_strength_with(&one.load)) {
        return Err(Why::StrengthYesterday);
    }
    let alike = |one: &&&Placed| {
        are_similar(ground.catalogue, &one.load.exercises, &load.exercises)
            || one.load.isometric && !load.strength.is_empty()
    };
    if same_day().find(alike).is_some() {
        return Err(Why::DoneToday);
    }
    let full = week.iter().filter(|one| one.load.full).count();
    let stretched = |muscle: &Muscle| -> Seconds {
        week.iter().filter_map(|one| one.load.stretch.get(muscle).copied()).sum()
    };
    let mut held = load.stretch.iter();
    let stretched_enough = held.any(|(muscle, held)| stretched(muscle) + *held > STRETCH_A_WEEK);
    let often = u32::try_from(own().count()).unwrap_or(u32::MAX);
    let enough = often >= target && !is_extra(&load.session);
    if (load.full && full >= FULL_A_WEEK) || enough || stretched_enough {
        return Err(Why::WeekFull);
    }
    if own().any(|one| ago(one) < spread) {
        return Err(Why::Spread);
    }
    Ok(())
}

/// A few light minutes.
pub(super) fn mini<'a>(ground: Ground<'a>, placed: &[Placed], day: Day) -> Option<&'a Load> {
    MINIS
        .iter()
        .filter_map(|id| open(ground, &SessionId((*id).to_owned())))
        .find(|load| may_come_on_top(ground, load, placed, day))
}

/// Whether light minutes may be done besides: within the most of their programme, and not what was
/// done today, nor like it.
pub(super) fn may_come_on_top(
    ground: Ground<'_>,
    load: &Load,
    placed: &[Placed],
    day: Day,
) -> bool {
    let known = ground.catalogue.programmes.iter().find(|one| one.id == load.programme);
    let most = known.map_or(0, |programme| programme.weekly_most);
    let often = placed.iter().filter(|one| {
        one.load.programme == load.programme && (0..7).contains(&day.days_since(one.day))
    });
    let within = is_extra(&load.session) || often.count() < usize::try_from(most).unwrap_or(0);
    let today = placed.iter().any(|one| {
        one.day == day
            && (one.load.session == load.session
                || are_similar(ground.catalogue, &one.load.exercises, &load.exercises))
    });
    is_at_hand(ground, load) && within && !today
}

/// One sentence for a session of this programme.
pub(super) fn why_due(ground: Ground<'_>, programme: &ProgrammeId) -> Why {
    match programme.0.as_str() {
        _ if ground.gentle => Why::Gentle,
        "P2" if ground.hips.rotation_waits() => Why::RotationFirst,
        "P1" => Why::DueStretch,
        "P2" => Why::DueMobility,
        "P3" => Why::DueStrength,
        "P4" => Why::DueSitting,
        "P5" => Why::DueRunning,
        "P7" => Why::DueGentle,
        _ => Why::DueMini,
    }
}
