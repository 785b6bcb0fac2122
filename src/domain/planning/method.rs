//! Static or PNF: which of the two is due today, and which sessions make a pair (R0.26, 7.2).

use crate::domain::{
    body::named,
    history::History,
    programme::SessionId,
    record::{Ending, RecordId, SessionRecord},
    time::Day,
};

use super::choices::Comparison;

named! {
    /// The two ways to stretch that give the same results on average (R0.25).
    Method {
        Static = "static",
        Pnf = "pnf",
    }
}

impl Method {
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Static => Self::Pnf,
            Self::Pnf => Self::Static,
        }
    }
}

/// The static sessions of P1; the PNF one of each has the same stretches and this ending.
const STRETCH_SETS: [&str; 3] = ["P1-A", "P1-B", "P1-C"];
const PNF: &str = "-pnf";
/// A pair lies at most this many days apart (7.2).
pub const PAIR_WITHIN: i64 = 4;

/// The stretches of a session and how it does them. The short daily one has no mirror and takes no
/// part.
pub fn method_of(session: &SessionId) -> Option<(&'static str, Method)> {
    STRETCH_SETS.into_iter().find_map(|set| {
        let rest = session.0.strip_prefix(set)?;
        match rest {
            "" => Some((set, Method::Static)),
            PNF => Some((set, Method::Pnf)),
            _ => None,
        }
    })
}

/// The session with the same stretches, done this way.
#[must_use]
pub fn done_by(session: &SessionId, method: Method) -> SessionId {
    match (method_of(session), method) {
        (Some((set, _)), Method::Static) => SessionId(set.to_owned()),
        (Some((set, _)), Method::Pnf) => SessionId(format!("{set}{PNF}")),
        (None, _) => session.clone(),
    }
}

/// A stretch session that was done, or is planned before the day in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretched {
    pub day: Day,
    pub method: Method,
    pub set: &'static str,
    /// None for one that is only planned.
    pub record: Option<RecordId>,
}

impl Stretched {
    pub fn planned(session: &SessionId, day: Day) -> Option<Self> {
        let (set, method) = method_of(session)?;
        Some(Self { day, method, set, record: None })
    }

    fn done(record: &SessionRecord) -> Option<Self> {
        let ended = !matches!(record.ending, Ending::Stopped(_) | Ending::Abandoned);
        let stretched = Self::planned(&record.session, record.day)?;
        ended.then_some(Self { record: Some(record.id), ..stretched })
    }
}

/// The stretch sessions of the history that were done to their end, oldest first.
pub fn stretched(history: &History) -> Vec<Stretched> {
    history.oldest_first().filter_map(Stretched::done).collect()
}

/// One static and one PNF session of the same stretches, with none of them between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub first: Stretched,
    pub second: Stretched,
}

/// The pairs in this order of sessions, and the session that still waits for its other half.
pub fn pairs(sessions: &[Stretched]) -> (Vec<Pair>, Option<Stretched>) {
    let mut pairs = Vec::new();
    let mut open: Option<Stretched> = None;
    for session in sessions {
        open = match open {
            Some(first) if belong_together(&first, session) => {
                pairs.push(Pair { first, second: *session });
                None
            }
            _ => Some(*session),
        };
    }
    (pairs, open)
}

fn belong_together(first: &Stretched, second: &Stretched) -> bool {
    first.set == second.set
        && first.method != second.method
        && (0..=PAIR_WITHIN).contains(&second.day.days_since(first.day))
}

/// The method for a session of `set` on `day`, after these sessions.
pub fn due(comparison: Comparison, sessions: &[Stretched], set: &str, day: Day) -> Method {
    let (pairs, open) = pairs(sessions);
    let waits = open
        .filter(|first| first.set == set && day.days_since(first.day) <= PAIR_WITHIN)
        .map(|first| first.method.other());
    match comparison {
        Comparison::Off { keep } => keep,
        Comparison::ByDay => waits.unwrap_or(Method::Static),
        Comparison::Fairer { seed } => waits.unwrap_or_else(|| first_of(seed, pairs.len())),
    }
}

/// Which method begins a pair: one bit of a number that looks like chance and never changes.
fn first_of(seed: u32, pair: usize) -> Method {
    // The finisher of splitmix64 spreads neighbouring pairs over all bits.
    let mut mixed = u64::from(seed) << 32 ^ u64::try_from(pair).unwrap_or_default();
    mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    if (mixed ^ mixed >> 31) & 1 == 0 { Method::Static } else { Method::Pnf }
}
