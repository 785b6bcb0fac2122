//! Which sessions make a pair that counts, and why the others do not (7.2).

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    body::Muscle,
    catalogue::Catalogue,
    dose::Mode,
    exercise::ExerciseId,
    history::History,
    planning::{
        choices::{TimeOfDay, Weekday},
        load::is_extra,
        method::{Method, PAIR_WITHIN, method_of},
    },
    programme::SessionId,
    record::{BeforeSport, DoneMode, Ending, Outcome, RecordId, SessionRecord},
    time::{Day, Moment},
};

/// Pain before a session from which its day is amber (D1, 3.4).
const HARD: u8 = 4;
/// Minutes after the sport of the plan began in which a stretch counts as right after it: an hour
/// of sport and two hours more. Our choice, after the two hours of X26.
const AFTER_SPORT: i32 = 180;

/// What is known besides the sessions.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub catalogue: &'a Catalogue,
    /// Sessions before this day belong to an earlier comparison.
    pub since: Option<Day>,
    /// Sport in the plan, by weekday.
    pub sport: &'a BTreeMap<Weekday, TimeOfDay>,
    /// Days on which pain kept somebody from a session.
    pub red_days: &'a BTreeSet<Day>,
}

/// Why a session counts in no pair; it is still shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnused {
    /// Stopped, or left without a word.
    Ended,
    /// Rotations took the place of the stretches before sport.
    Swapped,
    AfterSport,
    /// An amber or a red day.
    HardDay,
    SkippedExercise,
    NoAnswer,
    /// The other half held other stretches: another stage, or one replaced.
    OtherStretches,
    /// These muscles were stretched between this session and the next half.
    StretchedBetween,
    TooFarApart,
    /// The same method came again before the other.
    SameMethodAgain,
}

/// One session of a pair, with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Half {
    pub record: RecordId,
    pub day: Day,
    /// The primary outcome: how it felt after, −3 to 3.
    pub change: i8,
    /// Stiffness before minus after, where both were told.
    pub stiffness_drop: Option<i8>,
    /// The next morning, 0 to 10.
    pub morning: Option<u8>,
    stretches: BTreeSet<String>,
}

/// A static and a PNF session of the same stretches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPair {
    pub held: Half,
    pub pnf: Half,
}

impl ComparedPair {
    /// d: PNF minus static on the primary outcome. Only this decides.
    pub fn difference(&self) -> i8 {
        self.pnf.change - self.held.change
    }

    /// The day on which the pair was whole.
    pub fn day(&self) -> Day {
        self.held.day.max(self.pnf.day)
    }
}

/// A stretch session that counts in no pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unused {
    pub record: RecordId,
    pub day: Day,
    pub method: Method,
    pub why: WhyUnused,
}

/// Everything that the history says about the two methods, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    pub pairs: Vec<ComparedPair>,
    pub unused: Vec<Unused>,
    /// The half that still waits for the other.
    pub open: Option<(Method, Day)>,
}

struct Waiting {
    set: &'static str,
    method: Method,
    half: Half,
}

impl Waiting {
    fn unused(&self, why: WhyUnused) -> Unused {
        Unused { record: self.half.record, day: self.half.day, method: self.method, why }
    }
}

/// The pairs that count and the sessions that do not. Short daily sessions take no part: they are
/// no half, and stand between no two halves.
pub fn gather(history: &History, facts: Facts<'_>) -> Gathered {
    let mut all = Gathered::default();
    let mut waiting: Option<Waiting> = None;
    let since = |record: &&SessionRecord| facts.since.is_none_or(|since| record.day >= since);
    for record in history.oldest_first().filter(since) {
        let Some((set, method)) = method_of(&record.session) else {
            let between = |first: &mut Waiting| stretches_muscles_of(record, first.set, facts);
            all.unused.extend(
                waiting.take_if(between).map(|one| one.unused(WhyUnused::StretchedBetween)),
            );
            continue;
        };
        let half = match half(record, facts) {
            Ok(half) => half,
            Err(why) => {
                // Without stretches nothing came between; otherwise these muscles were stretched.
                if why != WhyUnused::Swapped {
                    all.unused.extend(
                        waiting.take().map(|first| first.unused(WhyUnused::StretchedBetween)),
                    );
                }
                all.unused.push(Unused { record: record.id, day: record.day, method, why });
                continue;
            }
        };
        let next = Waiting { set, method, half };
        waiting = match waiting.take().map(|first| match mismatch(&first, &next) {
            Some(why) => Err(first.unused(why)),
            None => Ok(first),
        }) {
            Some(Ok(first)) => {
                all.pairs.push(pair(first, next));
                None
            }
            Some(Err(unused)) => {
                all.unused.push(unused);
                Some(next)
            }
            None => Some(next),
        };
    }
    all.unused.sort_by_key(|one| one.day);
    all.open = waiting.map(|one| (one.method, one.half.day));
    all
}

fn pair(first: Waiting, second: Waiting) -> ComparedPair {
    let (held, pnf) = match first.method {
        Method::Static => (first.half, second.half),
        Method::Pnf => (second.half, first.half),
    };
    ComparedPair { held, pnf }
}

/// What keeps two sessions from being a pair.
fn mismatch(first: &Waiting, second: &Waiting) -> Option<WhyUnused> {
    if second.half.day.days_since(first.half.day) > PAIR_WITHIN {
        Some(WhyUnused::TooFarApart)
    } else if first.set != second.set {
        Some(WhyUnused::OtherStretches)
    } else if first.method == second.method {
        Some(WhyUnused::SameMethodAgain)
    } else if first.half.stretches != second.half.stretches {
        Some(WhyUnused::OtherStretches)
    } else {
        None
    }
}

/// What came of a session, or why it does not count.
fn half(record: &SessionRecord, facts: Facts<'_>) -> Result<Half, WhyUnused> {
    let SessionRecord { before, after, .. } = record;
    if matches!(record.ending, Ending::Stopped(_) | Ending::Abandoned) {
        return Err(WhyUnused::Ended);
    }
    if before.sport == Some(BeforeSport::Swapped) {
        return Err(WhyUnused::Swapped);
    }
    if is_right_after_sport(record, facts) {
        return Err(WhyUnused::AfterSport);
    }
    if before.pain.is_some_and(|pain| pain.value() >= HARD) || facts.red_days.contains(&record.day)
    {
        return Err(WhyUnused::HardDay);
    }
    let stretches: BTreeSet<String> =
        stretched_in(record).map(|(exercise, _)| exercise.to_owned()).collect();
    // What is left out for this person leaves no row, in both halves alike.
    if skipped_something(record) || stretches.is_empty() {
        return Err(WhyUnused::SkippedExercise);
    }
    let change = after.change.ok_or(WhyUnused::NoAnswer)?.value();
    let drop = before.stiffness.zip(after.stiffness).map(|(before, after)| {
        i8::try_from(i16::from(before.value()) - i16::from(after.value())).unwrap_or_default()
    });
    Ok(Half {
        record: record.id,
        day: record.day,
        change,
        stiffness_drop: drop,
        morning: after.morning.map(crate::domain::body::Score::value),
        stretches,
    })
}

/// The warm-up may be skipped by whoever is warm already (R0.20).
fn skipped_something(record: &SessionRecord) -> bool {
    let warm_up = DoneMode::Known(Mode::Timed);
    record.done.iter().any(|row| row.outcome == Outcome::Skipped && row.mode != warm_up)
}

/// As far as the plan says when somebody does their sport.
fn is_right_after_sport(record: &SessionRecord, facts: Facts<'_>) -> bool {
    let Some(sport) = facts.sport.get(&Weekday::of(record.day)) else { return false };
    // What was written down later stands at noon, whenever it was done.
    if record.ending == Ending::AddedAfterwards {
        return false;
    }
    let began = Moment { wall: record.started_wall, mono: 0, offset: record.offset };
    let since = i32::from(TimeOfDay::of(began).minutes()) - i32::from(sport.minutes());
    (1..=AFTER_SPORT).contains(&since)
}

fn is_stretch(mode: &DoneMode) -> bool {
    let modes = [Mode::Static, Mode::PnfSelf, Mode::PnfPartner, Mode::IsometricEndRange];
    matches!(mode, DoneMode::Known(mode) if modes.contains(mode))
}

fn stretched_in(record: &SessionRecord) -> impl Iterator<Item = (&str, Outcome)> {
    let stretches = record.done.iter().filter(|row| is_stretch(&row.mode));
    stretches.map(|row| (row.exercise.as_str(), row.outcome))
}

fn stretches_muscles_of(record: &SessionRecord, set: &str, facts: Facts<'_>) -> bool {
    if is_extra(&record.session) {
        return false;
    }
    let set = facts.catalogue.session(&SessionId(set.to_owned()));
    let blocks = set.map(|(_, outline)| outline.blocks.as_slice()).unwrap_or_default();
    let known = |id: &ExerciseId| facts.catalogue.exercise(id);
    let muscles: BTreeSet<Muscle> = blocks
        .iter()
        .filter(|block| is_stretch(&DoneMode::Known(block.mode)))
        .filter_map(|block| known(&block.exercise))
        .flat_map(|exercise| exercise.muscles.iter().copied())
        .collect();
    stretched_in(record)
        .filter(|(_, outcome)| *outcome != Outcome::Skipped)
        .filter_map(|(exercise, _)| known(&ExerciseId::new(exercise)?))
        .any(|exercise| exercise.muscles.iter().any(|muscle| muscles.contains(muscle)))
}
