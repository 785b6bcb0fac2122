//! The sentence that each chart says, in both languages, and how its numbers are written.

use super::{CoursePicture, MonthPage, TestPicture, TrackPicture, WeeksPicture};
use crate::{
    content::phrases::{
        Phrase, history, insight as words, insight_calendar as calendar, insight_course as course,
        insight_tests as tests, insight_weeks as weeks, meter, selftest,
    },
    domain::{
        body::Side,
        insight::{ENOUGH, Half, Mean, Noticed, SideDifference, Step, Total, Window},
        selftest::{Change, Grade, SelfTest},
        text::Language,
        time::Seconds,
    },
};

/// "3 uur en 20 minuten"; minutes are rounded up, as everywhere.
pub fn span(active: Seconds, language: Language) -> String {
    let minutes = active.0.div_ceil(60);
    let (hours, rest) = (minutes / 60, minutes % 60);
    let of_hours = many(hours, words::ONE_HOUR, words::HOURS, language);
    let of_rest = many(rest, words::ONE_MINUTE, words::MINUTES, language);
    match (hours, rest) {
        (0, _) => of_rest,
        (_, 0) => of_hours,
        _ => words::HOURS_MINUTES.fill(language, &[("h", &of_hours), ("m", &of_rest)]),
    }
}

/// "3" or "3,5".
pub fn half(half: Half, language: Language) -> String {
    let whole = half.twice / 2;
    if half.twice.is_multiple_of(2) {
        whole.to_string()
    } else {
        format!("{whole}{}5", point(language))
    }
}

/// "4,2"; none without answers.
pub fn tenths(mean: Mean, language: Language) -> Option<String> {
    let tenths = mean.tenths()?;
    Some(format!("{}{}{}", tenths / 10, point(language), tenths % 10))
}

fn point(language: Language) -> char {
    match language {
        Language::Dutch => ',',
        Language::English => '.',
    }
}

pub(super) fn many(number: u32, one: Phrase, several: Phrase, language: Language) -> String {
    match number {
        1 => one.read(language).to_owned(),
        _ => several.fill(language, &[("n", &number.to_string())]),
    }
}

fn sessions(number: u32, language: Language) -> String {
    many(number, history::ONE_SESSION, history::SESSIONS, language)
}

pub(super) fn days(number: u32, language: Language) -> String {
    many(number, words::ONE_DAY, words::DAYS, language)
}

/// "In de laatste 6 weken".
pub(super) fn when(window: Window, language: Language) -> String {
    match window.weeks() {
        ..=1 => words::THIS_WEEK.read(language).to_owned(),
        weeks => words::IN_WEEKS.fill(language, &[("n", &weeks.to_string())]),
    }
}

/// "14 sessies op 9 dagen, samen 3 uur en 20 minuten."
pub fn total(total: &Total, language: Language) -> String {
    if total.sessions == 0 {
        return calendar::NONE.read(language).to_owned();
    }
    let parts = [
        ("sessions", sessions(total.sessions, language)),
        ("days", days(total.days, language)),
        ("time", span(total.active, language)),
    ];
    calendar::DONE.fill(language, &parts.each_ref().map(|(name, part)| (*name, part.as_str())))
}

impl MonthPage {
    pub fn sentence(&self, language: Language) -> String {
        total(&self.total, language)
    }
}

impl WeeksPicture {
    /// What was done, and in how many weeks the goal was reached. A week that was not is no failure,
    /// and one that is not over is not counted yet.
    pub fn sentence(&self, language: Language) -> String {
        let when = when(self.window, language);
        if self.sessions == 0 {
            return weeks::NONE.fill(language, &[("when", &when)]);
        }
        let (done, time) = (sessions(self.sessions, language), span(self.active, language));
        let parts = [("when", when.as_str()), ("sessions", &done), ("time", &time)];
        let mut said = vec![weeks::DONE.fill(language, &parts)];
        if let Some(goal) = self.goal {
            let goal = days(goal, language);
            let numbers = (self.reached.to_string(), self.of_weeks.to_string());
            let parts = [("goal", goal.as_str()), ("n", &numbers.0), ("of", &numbers.1)];
            said.push(match (self.reached, self.of_weeks) {
                (0, _) => weeks::GOAL_WAITS.fill(language, &parts),
                (_, 1) => weeks::GOAL_ONE_WEEK.fill(language, &parts),
                _ => weeks::GOAL.fill(language, &parts),
            });
            if self.open_week && self.reached > 0 {
                said.push(weeks::OPEN_WEEK.read(language).to_owned());
            }
        }
        said.join(" ")
    }

    /// The busiest and the quietest; quiet is no reproach.
    pub fn minutes_sentence(&self, language: Language) -> String {
        let minutes = |total: &Total| total.minutes();
        let said = |number: Option<u32>| {
            many(number.unwrap_or_default(), words::ONE_MINUTE, words::MINUTES, language)
        };
        let most = said(self.totals.iter().map(minutes).max());
        let least = said(self.totals.iter().map(minutes).min());
        let phrase = match (self.totals.len(), self.step) {
            (..=1, _) => weeks::SPREAD_ONE,
            (_, Step::Month) => weeks::SPREAD_MONTH,
            (_, Step::Year) => weeks::SPREAD_YEAR,
            (_, Step::Day | Step::Week) => weeks::SPREAD,
        };
        phrase.fill(language, &[("most", &most), ("least", &least)])
    }
}

impl CoursePicture {
    /// What was said, and "merkbaar" only where section 7 allows it.
    pub fn sentence(&self, language: Language) -> String {
        let Some(whole) = self.whole else { return course::NONE.read(language).to_owned() };
        let median = half(whole.median, language);
        if whole.entries == 1 {
            return course::ONE.fill(language, &[("n", &median)]);
        }
        let numbers = [whole.entries, whole.lowest, whole.highest].map(|one| one.to_string());
        let said = course::MANY.fill(
            language,
            &[
                ("n", numbers[0].as_str()),
                ("lowest", &numbers[1]),
                ("highest", &numbers[2]),
                ("median", &median),
            ],
        );
        format!("{said} {}", self.compared(language))
    }

    fn compared(&self, language: Language) -> String {
        let (before, after) = self.halves;
        let fill = |phrase: Phrase, before: &str, after: &str| {
            let enough = ENOUGH.to_string();
            phrase.fill(language, &[("before", before), ("after", after), ("enough", &enough)])
        };
        let means = (tenths(before, language), tenths(after, language));
        let phrase = match self.noticed {
            Noticed::Lower => course::LOWER,
            Noticed::Higher => course::HIGHER,
            Noticed::No => course::SAME,
            Noticed::TooFew => {
                let counts = (before.entries.to_string(), after.entries.to_string());
                return fill(course::TOO_FEW, &counts.0, &counts.1);
            }
        };
        fill(phrase, &means.0.unwrap_or_default(), &means.1.unwrap_or_default())
    }
}

impl TestPicture {
    pub fn sentence(&self, language: Language) -> String {
        let taken = u32::try_from(self.taken.len()).unwrap_or(u32::MAX);
        many(taken, tests::ONCE, tests::TIMES, language)
    }
}

impl TrackPicture {
    /// The last taking, the difference of the sides (X23), and what changed (X24).
    pub fn sentence(&self, language: Language) -> String {
        let seen = self.last.iter().map(|mark| {
            let class = grade(self.test, mark.graded.grade, language).to_lowercase();
            on_side(mark.graded.side, &class, language)
        });
        let seen = seen.collect::<Vec<_>>().join(", ");
        let mut said = vec![tests::LAST.fill(language, &[("seen", &seen)])];
        said.extend(self.sides.map(|difference| {
            let phrase = match difference {
                SideDifference::None => tests::ALIKE,
                SideDifference::Behind(Side::Left) => tests::BEHIND_LEFT,
                SideDifference::Behind(Side::Right) => tests::BEHIND_RIGHT,
            };
            phrase.read(language).to_owned()
        }));
        if !self.changes.is_empty() {
            said.push(self.since(language));
        }
        said.join(" ")
    }

    fn since(&self, language: Language) -> String {
        let real = self.changes.iter().filter_map(|(side, change)| {
            let phrase = match change {
                Change::Better => selftest::BETTER,
                Change::Worse => selftest::WORSE,
                Change::NoLongerPainful => selftest::NO_LONGER_PAINFUL,
                Change::NowPainful => selftest::NOW_PAINFUL,
                Change::ReadDifferently => meter::READ_DIFFERENTLY,
                Change::NoMeasurableDifference => return None,
            };
            Some(on_side(*side, phrase.read(language), language))
        });
        let real: Vec<String> = real.collect();
        if real.is_empty() {
            return tests::SINCE_SAME.read(language).to_owned();
        }
        tests::SINCE.fill(language, &[("changes", &real.join(", "))])
    }
}

fn on_side(side: Option<Side>, what: &str, language: Language) -> String {
    let Some(side) = side else { return what.to_owned() };
    let side = match side {
        Side::Left => tests::LEFT,
        Side::Right => tests::RIGHT,
    };
    tests::SEEN.fill(language, &[("side", side.read(language)), ("class", what)])
}

/// A class as its test calls it.
pub fn grade(test: &SelfTest, grade: Grade, language: Language) -> String {
    match grade {
        Grade::Painful => selftest::PAINFUL.read(language).to_owned(),
        Grade::Class { slug, .. } => class(test, slug, language),
    }
}

pub fn class(test: &SelfTest, slug: &str, language: Language) -> String {
    let label = test.outcome(slug).map(|outcome| outcome.label.read(language).to_owned());
    label.unwrap_or_else(|| slug.to_owned())
}
