//! What Vandaag proposes: one session with its length and its reason, and a shorter one.

use crate::domain::{
    programme::SessionId,
    spell::SpellKind,
    time::{Day, Seconds},
};

use super::{
    load::{Load, Placed, Worker},
    method::Stretched,
    week::{Agenda, Ground, fits, may_come_on_top, mini, open, schedule},
    why::Why,
};

/// X18: after more than this many days somebody is welcomed back.
const AWAY_AFTER: i64 = 7;
/// The first time, and whenever only the gentle part is open: what suits nearly anybody.
const EASY: [&str; 4] = ["P6-5min", "P6-2min", "P2-daily", "P4-break"];
/// Short ones to take instead, the longest first.
const SHORT: [&str; 5] = ["P2-A-start", "P6-5min", "P6-2min", "P2-daily", "P4-break"];
const BEFORE_SPORT: &str = "P6-presport";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub session: SessionId,
    pub lasts: Seconds,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// One session, and a shorter one where there is one.
    Session { offer: Offer, shorter: Option<Offer> },
    /// Rest, and that it is good; a few light minutes may be done.
    Rest { why: Why, mini: Option<Offer> },
}

impl Proposal {
    /// Everything that can be played from it.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        let (first, second) = match self {
            Self::Session { offer, shorter } => (Some(offer), shorter.as_ref()),
            Self::Rest { mini, .. } => (mini.as_ref(), None),
        };
        first.into_iter().chain(second)
    }

    pub fn why(&self) -> Why {
        match self {
            Self::Session { offer, .. } => offer.why,
            Self::Rest { why, .. } => *why,
        }
    }
}

/// What to do today, after everything that is `placed`; none when nothing may be done.
pub fn propose(
    ground: Ground<'_>,
    placed: &[Placed],
    stretched: &[Stretched],
    today: Day,
    sport_is_near: bool,
) -> Option<Proposal> {
    if ground.open.is_empty() {
        return None;
    }
    if let Some(kind) = ground.spell_on(today) {
        return Some(meanwhile(ground, kind, placed, today));
    }
    if sport_is_near
        && !ground.choices.gymnast_or_dancer()
        && let Some(load) = on_top(ground, BEFORE_SPORT, placed, today)
    {
        return Some(session(ground, load, Why::BeforeSport, placed, today));
    }
    if placed.is_empty()
        && !ground.hips.rotation_waits()
        && let Some(load) = EASY.iter().find_map(|id| on_top(ground, id, placed, today))
    {
        let why = if ground.gentle { Why::Gentle } else { Why::FirstTime };
        return Some(session(ground, load, why, placed, today));
    }
    let rest = |why| {
        let mini = mini(ground, placed, today);
        Proposal::Rest { why, mini: mini.map(|load| offer(load, Why::EveryDay)) }
    };
    if placed.iter().any(|one| one.day == today && is_the_work_of_a_day(ground, &one.load)) {
        return Some(rest(Why::DoneToday));
    }
    let planned = schedule(ground, placed, stretched, today, 1).pop()?;
    Some(match planned.agenda {
        Agenda::Session { session: id, why, .. } => {
            let load = open(ground, &id)?;
            let away = placed.last().map(|last| today.days_since(last.day));
            let back = away.is_some_and(|days| days > AWAY_AFTER) && !ground.gentle;
            session(ground, load, if back { Why::BackAgain } else { why }, placed, today)
        }
        Agenda::Rest { why, .. } => rest(why),
    })
}

/// While somebody is ill, away or worse off than usual: rest, or a few light minutes.
fn meanwhile(ground: Ground<'_>, kind: SpellKind, placed: &[Placed], today: Day) -> Proposal {
    let why = Why::of_spell(kind);
    let easy = || EASY.iter().find_map(|id| on_top(ground, id, placed, today));
    if let Some(load) = (kind == SpellKind::FlareUp).then(easy).flatten() {
        return session(ground, load, why, placed, today);
    }
    let mini = mini(ground, placed, today).filter(|_| kind.keeps_minutes());
    Proposal::Rest { why, mini: mini.map(|load| offer(load, Why::LittleTime)) }
}

/// After a full session the day is done, and after the daily ones for whom these are the plan.
fn is_the_work_of_a_day(ground: Ground<'_>, load: &Load) -> bool {
    let main = ground.chosen.programmes.first().map(|one| &one.programme);
    Worker { main, gentle: ground.gentle }.works(&load.programme, &load.session)
}

fn session(ground: Ground<'_>, load: &Load, why: Why, placed: &[Placed], today: Day) -> Proposal {
    let shorter = SHORT
        .iter()
        .filter_map(|id| on_top(ground, id, placed, today))
        .filter(|short| short.lasts < load.lasts)
        .find(|short| {
            let own =
                short.programme == load.programme && fits(ground, short, placed, today).is_ok();
            own || !short.full
        });
    let shorter = shorter.map(|short| offer(short, Why::LittleTime));
    Proposal::Session { offer: offer(load, why), shorter }
}

fn offer(load: &Load, why: Why) -> Offer {
    Offer { session: load.session.clone(), lasts: load.lasts, why }
}

fn on_top<'a>(ground: Ground<'a>, id: &str, placed: &[Placed], today: Day) -> Option<&'a Load> {
    let load = open(ground, &SessionId(id.to_owned()))?;
    may_come_on_top(ground, load, placed, today).then_some(load)
}
