//! What somebody chose for their plan. Every choice can wait: without it a sensible value holds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{
    body::named,
    exercise::Equipment,
    programme::ProgrammeId,
    time::{Day, Moment, Seconds},
};

use super::method::Method;

named! {
    /// What somebody wants to reach.
    Goal {
        /// Tension or pressure at the front of the hip (R0.4a).
        HipFront = "hip-front",
        Supple = "supple",
        Strong = "strong",
        Habit = "habit",
    }
}

named! {
    /// What is true for somebody. Being 65 or older is known from the age, and not asked again.
    Situation {
        Sitting = "sitting",
        Running = "running",
        Stiff = "stiff",
        LowBack = "low-back",
        Restart = "restart",
        /// Gymnasts and dancers may stretch before their sport (R0.7).
        Dance = "dance-or-gymnastics",
    }
}

named! {
    Weekday {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}

impl Weekday {
    pub fn of(day: Day) -> Self {
        let since_monday = day.date().weekday().num_days_from_monday();
        Self::ALL[usize::try_from(since_monday).unwrap_or_default()]
    }
}

named! {
    /// How long a session may take on one day.
    Minutes {
        Five = "5",
        Ten = "10",
        Twenty = "20",
        Thirty = "30",
    }
}

impl Minutes {
    pub fn seconds(self) -> Seconds {
        Seconds(match self {
            Self::Five => 300,
            Self::Ten => 600,
            Self::Twenty => 1_200,
            Self::Thirty => 1_800,
        })
    }
}

named! {
    /// The daily moments of R1.29 and section 5.
    AnchorMoment {
        Teeth = "teeth",
        Walk = "walk",
        Training = "training",
        Coffee = "coffee",
    }
}

/// What the daily session is tied to (R1.28).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    Moment(AnchorMoment),
    Own(OwnMoment),
}

/// A moment in somebody's own words: one line of 1 to 80 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMoment(String);

impl OwnMoment {
    pub const LONGEST: usize = 80;

    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=Self::LONGEST).contains(&text.chars().count());
        let plain = text.trim() == text && !text.chars().any(char::is_control);
        (fits && plain).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A time of day in minutes, 00:00 to 23:59.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes < 24 * 60).then_some(Self(minutes))
    }

    /// `18:30`; anything else is no time.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let time = Self(hours.checked_mul(60)?.checked_add(minutes)?);
        (time.text() == text && time.0 < 24 * 60).then_some(time)
    }

    pub fn of(moment: Moment) -> Self {
        let minute = (moment.wall.div_euclid(60_000) + i64::from(moment.offset)).rem_euclid(1_440);
        Self(u16::try_from(minute).unwrap_or_default())
    }

    pub fn minutes(self) -> u16 {
        self.0
    }

    pub fn text(self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Static and PNF side by side, or one of them (R0.26).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Off {
        keep: Method,
    },
    /// One day static, the next PNF.
    ByDay,
    /// In each pair chance decides which comes first; the seed makes it the same on every look.
    Fairer {
        seed: u32,
    },
}

/// A number of sessions a week, 1 to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekGoal(u8);

/// Three, as long as neither the person nor their programme says otherwise (C1).
impl Default for WeekGoal {
    fn default() -> Self {
        Self(3)
    }
}

impl WeekGoal {
    pub const MOST: u8 = 7;

    pub fn new(sessions: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&sessions).then_some(Self(sessions))
    }

    pub fn sessions(self) -> u8 {
        self.0
    }
}

/// The most programmes that somebody can choose themselves: two and the daily minutes.
pub const MOST_PROGRAMMES: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    pub goal: Option<Goal>,
    pub situations: BTreeSet<Situation>,
    /// Days for full sessions; any day when none is chosen.
    pub days: BTreeSet<Weekday>,
    pub minutes: Option<Minutes>,
    /// None as long as nobody said: then what a home has.
    pub equipment: Option<BTreeSet<Equipment>>,
    pub anchor: Option<Anchor>,
    pub sport: BTreeMap<Weekday, TimeOfDay>,
    pub comparison: Comparison,
    /// When somebody chose one method; only where they did (7.2).
    pub chosen_on: Option<Day>,
    /// The comparison began anew on this day: pairs from before it count no more (R0.40).
    pub compared_since: Option<Day>,
    /// Sessions a week, in somebody's own number.
    pub week_goal: Option<WeekGoal>,
    /// Chosen by the person; while empty, Soepel chooses.
    pub programmes: Vec<ProgrammeId>,
    /// The most appointments that a file for a calendar ever held: a later file takes back those
    /// that it has no more.
    pub in_calendar: u8,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            goal: None,
            situations: BTreeSet::new(),
            days: BTreeSet::new(),
            minutes: None,
            equipment: None,
            anchor: None,
            sport: BTreeMap::new(),
            comparison: Comparison::ByDay,
            chosen_on: None,
            compared_since: None,
            week_goal: None,
            programmes: Vec::new(),
            in_calendar: 0,
        }
    }
}

/// What a home has, as long as nobody said otherwise. Our choice.
const HOME: [Equipment; 5] = [
    Equipment::Mat,
    Equipment::Cushion,
    Equipment::Chair,
    Equipment::Wall,
    Equipment::TowelOrStrap,
];

impl Choices {
    pub fn has(&self, thing: Equipment) -> bool {
        match &self.equipment {
            None => HOME.contains(&thing),
            Some(things) => things.contains(&thing),
        }
    }

    /// What somebody said they do not have; nothing as long as they said nothing.
    pub fn lacks(&self) -> BTreeSet<Equipment> {
        let said = self.equipment.iter();
        said.flat_map(|things| Equipment::ALL.iter().filter(|thing| !things.contains(thing)))
            .copied()
            .collect()
    }

    /// Takes in that somebody has these.
    pub fn has_also(&mut self, things: &BTreeSet<Equipment>) {
        if things.iter().all(|thing| self.has(*thing)) {
            return;
        }
        let known = self.equipment.get_or_insert_with(|| HOME.into());
        known.extend(things);
    }

    /// Somebody chooses one way to stretch, on this day (R0.26): their own body decides.
    pub fn keep_method(&mut self, keep: Method, today: Day) {
        let same = self.comparison == Comparison::Off { keep };
        // The same once more, twelve weeks later, is a new answer.
        if !same || self.chosen_on.is_none_or(|day| day < today) {
            self.chosen_on = Some(today);
        }
        self.comparison = Comparison::Off { keep };
    }

    /// Somebody compares, in this order. After a choice that begins anew (R0.40); whoever takes
    /// their choice back on the same day goes on where they were.
    pub fn compare_by(&mut self, order: Comparison, today: Day) {
        if matches!(self.comparison, Comparison::Off { .. }) && self.chosen_on != Some(today) {
            self.compared_since = Some(today);
        }
        self.comparison = order;
        self.chosen_on = None;
    }

    /// Begins the comparison anew, whatever it showed before (R0.40).
    pub fn compare_anew(&mut self, today: Day) {
        if matches!(self.comparison, Comparison::Off { .. }) {
            self.comparison = Comparison::ByDay;
        }
        self.compared_since = Some(today);
        self.chosen_on = None;
    }

    /// R0.7: stretching right before sport is for gymnasts and dancers.
    pub fn gymnast_or_dancer(&self) -> bool {
        self.situations.contains(&Situation::Dance)
    }

    pub fn may_train_on(&self, day: Day) -> bool {
        self.days.is_empty() || self.days.contains(&Weekday::of(day))
    }

    /// Whether sport begins within two hours (R0.6, X26).
    pub fn sport_is_near(&self, now: Moment) -> bool {
        let Some(sport) = self.sport.get(&Weekday::of(now.day())) else { return false };
        let left = i32::from(sport.minutes()) - i32::from(TimeOfDay::of(now).minutes());
        (0..=120).contains(&left)
    }
}
