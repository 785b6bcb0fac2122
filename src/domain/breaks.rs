//! Movement breaks (R3.13, X20): when somebody works, how long they have sat, and whether it is time.

use chrono::Weekday;

use super::time::{Day, Millis, Moment};

const MINUTES_A_DAY: u16 = 1_440;
const MINUTE: i64 = 60_000;

/// The seven days in the order of a week that begins on Monday.
pub const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// A time on the clock, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u16);

impl ClockTime {
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes < MINUTES_A_DAY).then_some(Self(minutes))
    }

    /// `09:30`, as a time field gives it.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let time = Self::new(hour.checked_mul(60)?.checked_add(minute)?)?;
        (minute < 60 && time.text() == text).then_some(time)
    }

    pub fn text(self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }

    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The time on the wall clock at this moment, seconds left out.
    pub fn of(now: Moment) -> Self {
        let local = now.wall + i64::from(now.offset) * MINUTE;
        let minutes = local.div_euclid(MINUTE).rem_euclid(i64::from(MINUTES_A_DAY));
        Self(u16::try_from(minutes).unwrap_or_default())
    }
}

/// Minutes of sitting between two breaks, 20 to 60 (X20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval(u8);

impl Interval {
    pub const LEAST: Self = Self(20);
    pub const MOST: Self = Self(60);
    /// Minutes that one press adds or takes. Our choice.
    const STEP: u8 = 5;

    pub fn new(minutes: u8) -> Option<Self> {
        (Self::LEAST.0..=Self::MOST.0).contains(&minutes).then_some(Self(minutes))
    }

    pub fn minutes(self) -> u8 {
        self.0
    }

    fn millis(self) -> Millis {
        Millis(u64::from(self.0) * 60_000)
    }

    /// After one press on less or more; at a bound it stays.
    #[must_use]
    pub fn stepped(self, more: bool) -> Self {
        let next = if more { self.0 + Self::STEP } else { self.0 - Self::STEP };
        Self(next.clamp(Self::LEAST.0, Self::MOST.0))
    }
}

impl Default for Interval {
    fn default() -> Self {
        Self(30)
    }
}

/// From one time to another; past midnight when the second is the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    from: ClockTime,
    to: ClockTime,
}

impl Hours {
    /// None when they are the same: that would be no time or all day.
    pub fn new(from: ClockTime, to: ClockTime) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }

    pub fn from(self) -> ClockTime {
        self.from
    }

    pub fn to(self) -> ClockTime {
        self.to
    }

    /// Their length in minutes.
    pub fn lasts(self) -> u16 {
        (self.to.0 + MINUTES_A_DAY - self.from.0) % MINUTES_A_DAY
    }

    /// Minutes from their start to this time of the day, or to the same time of the day after.
    fn into(self, at: ClockTime) -> u16 {
        (at.0 + MINUTES_A_DAY - self.from.0) % MINUTES_A_DAY
    }
}

/// Nine to five. Our choice.
impl Default for Hours {
    fn default() -> Self {
        Self { from: ClockTime(9 * 60), to: ClockTime(17 * 60) }
    }
}

/// What somebody set about their working day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workday {
    pub on: bool,
    /// The days on which work begins, each once, in the order of the week.
    pub days: Vec<Weekday>,
    pub hours: Hours,
    pub interval: Interval,
    /// How many breaks a day the calendar file has had at most, so that a next file can take back
    /// those that are gone.
    pub in_calendar: u8,
}

impl Default for Workday {
    fn default() -> Self {
        Self {
            on: false,
            days: WEEK[..5].to_vec(),
            hours: Hours::default(),
            interval: Interval::default(),
            in_calendar: 0,
        }
    }
}

impl Workday {
    /// A day on or off.
    pub fn toggle(&mut self, day: Weekday) {
        let others = WEEK.into_iter().filter(|other| self.days.contains(other) != (*other == day));
        self.days = others.collect();
    }

    /// The breaks of a working day, in minutes after its start: the first after one interval, the
    /// last with the walk of two minutes still within the hours (X20).
    pub fn breaks(&self) -> Vec<u16> {
        let step = u16::from(self.interval.0);
        let last = self.hours.lasts().saturating_sub(2) / step;
        (1..=last).map(|nth| nth * step).collect()
    }

    /// How long ago today's working hours began, if it is within them.
    fn since_start(&self, now: Moment) -> Option<Millis> {
        let into = self.hours.into(ClockTime::of(now));
        let began = begun_on(now, self.hours.from);
        let local = now.wall + i64::from(now.offset) * MINUTE;
        let second = u64::try_from(local.rem_euclid(MINUTE)).unwrap_or_default();
        (into < self.hours.lasts() && self.days.contains(&began.weekday()))
            .then(|| Millis(u64::from(into) * 60_000 + second))
    }

    /// When the next working hours begin: the day, the time, and how long from now.
    fn next_start(&self, now: Moment) -> Option<(Day, Millis)> {
        let today = now.day();
        let into_day = i64::from(ClockTime::of(now).0);
        (0..=7).find_map(|ahead| {
            let day = today.plus(ahead);
            let minutes = i64::try_from(ahead).ok()? * i64::from(MINUTES_A_DAY)
                + i64::from(self.hours.from.0)
                - into_day;
            let counts = minutes > 0 && self.days.contains(&day.weekday());
            counts.then(|| Some((day, Millis(u64::try_from(minutes).ok()? * 60_000))))?
        })
    }
}

/// The day on which hours that begin at `from` began, if they are running.
fn begun_on(now: Moment, from: ClockTime) -> Day {
    let today = now.day();
    if ClockTime::of(now) >= from { today } else { today.before() }
}

/// Why it is quiet for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// "Straks": in a moment.
    Later,
    /// In a meeting.
    Meeting,
}

impl Quiet {
    /// Our choice: long enough to finish a thought, and the usual length of a meeting.
    pub fn minutes(self) -> i64 {
        match self {
            Self::Later => 5,
            Self::Meeting => 60,
        }
    }
}

/// What the page knows of somebody's sitting. It knows nothing of the time before it was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// When they last moved, or opened the page.
    since: Moment,
    /// Until when it is quiet, on the wall clock: "until three" means three on that clock. It began
    /// at the first of the two, so that a clock set back ends it.
    quiet: Option<(Quiet, i64, i64)>,
}

impl Sitting {
    pub fn since(now: Moment) -> Self {
        Self { since: now, quiet: None }
    }

    /// They moved. A meeting goes on.
    pub fn moved(&mut self, now: Moment) {
        self.since = now;
        self.quiet = self.quiet.filter(|(why, ..)| *why == Quiet::Meeting);
    }

    pub fn hush(&mut self, why: Quiet, now: Moment) {
        self.quiet = Some((why, now.wall, now.wall + why.minutes() * MINUTE));
    }

    /// The meeting is over sooner.
    pub fn speak_again(&mut self) {
        self.quiet = None;
    }

    fn quiet(&self, now: Moment) -> Option<(Quiet, i64)> {
        let (why, from, until) = self.quiet?;
        (from..until).contains(&now.wall).then_some((why, until))
    }
}

/// Whether it is time to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Switched off, or no day was chosen.
    Never,
    /// Outside working hours, or too close to their end for another break: quiet until then.
    Outside {
        next: Day,
        wait: Millis,
    },
    /// Quiet because somebody asked for it, until this moment on the wall clock.
    Quiet {
        why: Quiet,
        until: i64,
        wait: Millis,
    },
    In(Millis),
    Now,
}

/// When the next break is due. How long somebody sat is the time that the device was awake since
/// they last moved, and no more than the working hours are old: a night, a nap of the device or a
/// clock that was set make no one sit longer.
pub fn next_due(workday: &Workday, sitting: &Sitting, now: Moment) -> Due {
    if !workday.on {
        return Due::Never;
    }
    let outside = || {
        let next = workday.next_start(now);
        next.map_or(Due::Never, |(next, wait)| Due::Outside { next, wait })
    };
    let Some(into) = workday.since_start(now) else { return outside() };
    if let Some((why, until)) = sitting.quiet(now) {
        let wait = Millis(u64::try_from(until - now.wall).unwrap_or_default());
        return Due::Quiet { why, until, wait };
    }
    let sat = Millis(now.mono.saturating_sub(sitting.since.mono)).min(into);
    let left = workday.interval.millis() - sat;
    let hours = Millis(u64::from(workday.hours.lasts()) * 60_000);
    if left == Millis(0) {
        Due::Now
    } else if into + left < hours {
        Due::In(left)
    } else {
        outside()
    }
}
