//! Movement breaks (R3.13, X20): when they are due and when it is quiet.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

use chrono::Weekday;
use proptest::prelude::*;
use soepel::domain::{
    breaks::{ClockTime, Due, Hours, Interval, Quiet, Sitting, WEEK, Workday, next_due},
    time::{Day, Millis, Moment},
};

/// Thursday 26 November 2026, midnight in Amsterdam.
const THURSDAY: i64 = 1_795_647_600_000;
const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;

/// A moment of that Thursday, on a page that was opened at midnight and never slept.
fn at(hour: u64, minute: u64) -> Moment {
    let millis = hour * HOUR + minute * MINUTE;
    Moment { wall: THURSDAY + millis.cast_signed(), mono: millis, offset: 60 }
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

fn working() -> Workday {
    Workday { on: true, ..Workday::default() }
}

fn hours(from: &str, to: &str) -> Workday {
    Workday { hours: Hours::new(time(from), time(to)).unwrap(), ..working() }
}

fn due(workday: &Workday, since: Moment, now: Moment) -> Due {
    next_due(workday, &Sitting::since(since), now)
}

fn minutes(count: u64) -> Millis {
    Millis(count * MINUTE)
}

#[test]
fn the_usual_interval_is_half_an_hour_and_may_be_20_to_60_minutes() {
    // X20.
    assert_eq!(Interval::default().minutes(), 30);
    let allowed: Vec<u8> = (0..=u8::MAX).filter(|it| Interval::new(*it).is_some()).collect();
    assert_eq!(allowed, (20..=60).collect::<Vec<u8>>());
    assert_eq!(Interval::LEAST.stepped(false), Interval::LEAST);
    assert_eq!(Interval::MOST.stepped(true), Interval::MOST);
    assert_eq!(Interval::default().stepped(true).minutes(), 35);
    assert_eq!(Interval::default().stepped(false).minutes(), 25);
}

#[test]
fn a_break_is_due_after_half_an_hour_of_sitting_and_not_a_minute_before() {
    let workday = working();
    assert_eq!(due(&workday, at(10, 0), at(10, 0)), Due::In(minutes(30)));
    assert_eq!(due(&workday, at(10, 0), at(10, 29)), Due::In(minutes(1)));
    assert_eq!(due(&workday, at(10, 0), at(10, 30)), Due::Now);
    assert_eq!(due(&workday, at(10, 0), at(11, 45)), Due::Now);
}

#[test]
fn outside_working_hours_it_is_quiet() {
    let workday = working();
    for (hour, minute) in [(0, 0), (8, 59), (17, 0), (23, 59)] {
        let quiet = due(&workday, at(0, 0), at(hour, minute));
        assert!(matches!(quiet, Due::Outside { .. }), "{hour}:{minute} {quiet:?}");
    }
    let Due::Outside { next, wait } = due(&workday, at(0, 0), at(17, 0)) else { panic!() };
    assert_eq!((next.iso().as_str(), wait), ("2026-11-27", minutes(16 * 60)));
    let friday_evening = Moment { wall: at(20, 0).wall + 86_400_000, ..at(20, 0) };
    let Due::Outside { next, .. } = due(&workday, at(0, 0), friday_evening) else { panic!() };
    assert_eq!(next.weekday(), Weekday::Mon, "not on Saturday");
}

#[test]
fn somebody_who_sat_down_before_work_has_not_sat_longer_than_they_work() {
    let workday = working();
    assert_eq!(due(&workday, at(0, 0), at(9, 0)), Due::In(minutes(30)));
    assert_eq!(due(&workday, at(0, 0), at(9, 10)), Due::In(minutes(20)));
}

#[test]
fn nothing_is_announced_that_would_come_after_work() {
    let workday = working();
    assert_eq!(due(&workday, at(16, 29), at(16, 29)), Due::In(minutes(30)));
    assert!(matches!(due(&workday, at(16, 40), at(16, 45)), Due::Outside { .. }));
    assert_eq!(due(&workday, at(16, 0), at(16, 45)), Due::Now, "what is due stays due");
}

#[test]
fn a_night_shift_belongs_to_the_day_on_which_it_begins() {
    let workday = Workday { days: vec![Weekday::Wed], ..hours("22:00", "06:00") };
    assert_eq!(due(&workday, at(2, 0), at(2, 10)), Due::In(minutes(20)), "Wednesday's shift");
    assert!(matches!(due(&workday, at(0, 0), at(6, 0)), Due::Outside { .. }));
    assert!(matches!(due(&workday, at(0, 0), at(22, 30)), Due::Outside { .. }), "Thursday");
}

#[test]
fn switched_off_or_without_days_nothing_is_ever_due() {
    let off = Workday { on: false, ..working() };
    assert_eq!(due(&off, at(9, 0), at(12, 0)), Due::Never);
    let never = Workday { days: Vec::new(), ..working() };
    assert_eq!(due(&never, at(9, 0), at(12, 0)), Due::Never);
}

#[test]
fn a_clock_that_is_set_makes_nobody_sit_longer() {
    let workday = working();
    let set_on = Moment { mono: at(10, 5).mono, ..at(13, 5) };
    assert_eq!(due(&workday, at(10, 0), set_on), Due::In(minutes(25)));
    let set_back = Moment { mono: at(10, 5).mono, ..at(9, 30) };
    assert_eq!(due(&workday, at(10, 0), set_back), Due::In(minutes(25)));
}

#[test]
fn while_the_device_sleeps_nobody_sits_at_it() {
    let workday = working();
    let woken = Moment { mono: at(10, 12).mono, ..at(14, 2) };
    assert_eq!(due(&workday, at(10, 0), woken), Due::In(minutes(18)));
}

#[test]
fn a_meeting_is_quiet_for_an_hour_and_later_for_five_minutes() {
    let workday = working();
    let mut sitting = Sitting::since(at(10, 0));
    sitting.hush(Quiet::Meeting, at(10, 20));
    let quiet = next_due(&workday, &sitting, at(11, 0));
    let until = at(11, 20).wall;
    assert_eq!(quiet, Due::Quiet { why: Quiet::Meeting, until, wait: minutes(20) });
    assert_eq!(next_due(&workday, &sitting, at(11, 20)), Due::Now, "who sat, sat");
    sitting.speak_again();
    assert_eq!(next_due(&workday, &sitting, at(11, 0)), Due::Now);
    sitting.hush(Quiet::Later, at(11, 0));
    assert!(matches!(next_due(&workday, &sitting, at(11, 4)), Due::Quiet { .. }));
    assert_eq!(next_due(&workday, &sitting, at(11, 5)), Due::Now);
}

#[test]
fn a_break_in_a_meeting_leaves_the_meeting_and_ends_later() {
    let workday = working();
    let mut sitting = Sitting::since(at(10, 0));
    sitting.hush(Quiet::Meeting, at(10, 0));
    sitting.moved(at(10, 30));
    assert!(matches!(next_due(&workday, &sitting, at(10, 31)), Due::Quiet { .. }));
    sitting.hush(Quiet::Later, at(11, 0));
    sitting.moved(at(11, 2));
    assert_eq!(next_due(&workday, &sitting, at(11, 2)), Due::In(minutes(30)));
}

#[test]
fn a_clock_set_back_ends_a_meeting_instead_of_making_it_endless() {
    let mut sitting = Sitting::since(at(10, 0));
    sitting.hush(Quiet::Meeting, at(12, 0));
    let set_back = Moment { mono: at(12, 1).mono, ..at(10, 0) };
    assert_eq!(next_due(&working(), &sitting, set_back), Due::Now);
}

#[test]
fn a_working_day_of_eight_hours_holds_fifteen_breaks_of_two_minutes() {
    // X20: two minutes after every thirty.
    assert_eq!(working().breaks().len(), 15);
    assert_eq!(working().breaks().first(), Some(&30));
    assert_eq!(hours("09:00", "09:20").breaks(), Vec::<u16>::new());
    let longest = Workday { interval: Interval::LEAST, ..hours("09:00", "08:59") };
    assert!(longest.breaks().len() <= 72);
}

#[test]
fn a_time_is_read_as_a_field_gives_it_and_nothing_else_is_one() {
    assert_eq!(time("09:05").minutes(), 545);
    assert_eq!(time("23:59").text(), "23:59");
    for wrong in ["", "9:05", "24:00", "12:60", "12", "ab:cd", "12:5", "-1:00"] {
        assert_eq!(ClockTime::parse(wrong), None, "{wrong}");
    }
    assert_eq!(Hours::new(time("09:00"), time("09:00")), None);
}

#[test]
fn a_day_goes_on_and_off_and_the_week_stays_in_order() {
    let mut workday = working();
    workday.toggle(Weekday::Sun);
    workday.toggle(Weekday::Wed);
    assert_eq!(
        workday.days,
        [Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Fri, Weekday::Sun]
    );
    workday.toggle(Weekday::Wed);
    workday.toggle(Weekday::Sun);
    assert_eq!(workday.days, WEEK[..5]);
}

proptest! {
    /// None outside work hours, whatever the hours, the days, the clocks and the sitting.
    #[test]
    fn a_break_is_never_due_outside_the_hours(
        from in 0_u16..1440,
        lasts in 1_u16..1440,
        days in prop::collection::vec(any::<bool>(), 7),
        interval in 20_u8..=60,
        wall in 1_700_000_000_000_i64..1_900_000_000_000,
        offset in -720_i16..=840,
        sat in 0_u64..100_000_000,
    ) {
        let to = ClockTime::new((from + lasts) % 1440).unwrap();
        let workday = Workday {
            on: true,
            days: WEEK.into_iter().zip(&days).filter(|(_, on)| **on).map(|(day, _)| day).collect(),
            hours: Hours::new(ClockTime::new(from).unwrap(), to).unwrap(),
            interval: Interval::new(interval).unwrap(),
            in_calendar: 0,
        };
        let now = Moment { wall, mono: 200_000_000, offset };
        let since = Moment { mono: now.mono - sat, ..now };
        let minute = ClockTime::of(now).minutes();
        let into = (minute + 1440 - from) % 1440;
        let began = if minute >= from { now.day() } else { now.day().before() };
        let within = into < lasts && workday.days.contains(&began.weekday());
        match due(&workday, since, now) {
            Due::Now | Due::In(_) => prop_assert!(within),
            Due::Outside { wait, next } => {
                prop_assert!(wait > Millis(0) && wait <= Millis(8 * 24 * HOUR));
                prop_assert!(workday.days.contains(&next.weekday()));
            }
            Due::Never => prop_assert!(workday.days.is_empty()),
            Due::Quiet { .. } => prop_assert!(false),
        }
        if due(&workday, since, now) == Due::Now {
            prop_assert!(sat >= u64::from(interval) * MINUTE);
        }
    }
}

#[test]
fn the_day_before_and_the_days_after_are_those_of_the_calendar() {
    let day = Day::parse("2026-03-01").unwrap();
    assert_eq!(day.before().iso(), "2026-02-28");
    assert_eq!(day.before().plus(2).iso(), "2026-03-02");
}

#[test]
fn a_day_goes_on_and_off_and_the_others_stay_in_their_order() {
    let mut workday = working();
    workday.toggle(Weekday::Wed);
    assert_eq!(workday.days, [Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Fri]);
    workday.toggle(Weekday::Sun);
    workday.toggle(Weekday::Wed);
    let all = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sun];
    assert_eq!(workday.days, all);
}
