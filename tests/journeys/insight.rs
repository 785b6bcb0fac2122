//! What somebody reads about their own weeks and months, in both languages.

use soepel::{
    app::{breaks::BreakEvent, event::Event},
    domain::{
        body::Score,
        breaks::Workday,
        insight::{Noticed, Period},
        planning::choices::{Choices, Weekday},
        record::{After, Before, RecordId, SessionRecord},
        selftest::{Fold, PerSide, Taken, TestResult},
        text::Language::{Dutch, English},
        time::{Day, Moment},
    },
};

use crate::person::Person;

const DAY: u32 = 86_400_000;

fn score(value: u8) -> Option<Score> {
    Score::new(value)
}

impl Person {
    /// Plays two minutes, tells how it was, and sleeps.
    fn play_and_sleep(&mut self, after: After, nights: u32) {
        let record = self.play("P6-2min");
        self.tell(Event::Rated { id: record.id, after });
        self.pass(nights * DAY);
    }

    fn weeks(&self, period: Period) -> String {
        self.model.weeks_picture(period, self.now).unwrap().sentence(Dutch)
    }
}

#[test]
fn before_the_first_session_there_is_nothing_to_see() {
    let person = Person::ready();
    for period in Period::ALL {
        assert!(person.model.weeks_picture(*period, person.now).is_none());
        assert!(person.model.complaints(*period, person.now).is_none());
        assert!(person.model.trained_picture(*period, person.now).is_none());
        assert!(person.model.test_pictures(*period, person.now).is_none());
        assert!(person.model.breaks_picture(*period, person.now).is_none());
    }
    assert!(person.model.month_page(person.now.day(), person.now).is_none());
    assert!(person.model.year_page(person.now.day(), person.now).is_none());
}

/// X32, C1: a goal that was not reached is no failure, and a week that runs is not judged.
#[test]
fn the_weeks_say_what_was_done_and_how_often_the_goal_was_reached() {
    let mut person = Person::ready();
    // Sunday 22 November 2026: the first week is nearly over.
    person.play_and_sleep(After::default(), 1);
    assert_eq!(
        person.weeks(Period::SixWeeks),
        "In de laatste 2 weken deed je 1 sessie, samen 2 minuten."
    );
    let days = [Weekday::Monday, Weekday::Thursday].into();
    person.tell(Event::ChangedPlan(Box::new(Choices { days, ..Choices::default() })));
    assert!(person.weeks(Period::SixWeeks).ends_with("Je weekdoel is 2 dagen. Elke keer telt."));
    person.play_and_sleep(After::default(), 3);
    person.play_and_sleep(After::default(), 4);
    // Now it is the Monday after: one week went by without the goal, one with, one begins.
    let weeks = person.model.weeks_picture(Period::SixWeeks, person.now).unwrap();
    assert_eq!((weeks.reached, weeks.of_weeks, weeks.open_week), (1, 2, true));
    assert_eq!(
        weeks.sentence(Dutch),
        "In de laatste 3 weken deed je 3 sessies, samen 5 minuten. \
         In 1 van de 2 weken haalde je je weekdoel van 2 dagen. Deze week loopt nog."
    );
    assert_eq!(
        weeks.sentence(English),
        "In the last 3 weeks you did 3 sessions, 5 minutes in all. \
         In 1 of the 2 weeks you reached your week's goal of 2 days. This week is not over yet."
    );
    assert_eq!(
        weeks.minutes_sentence(Dutch),
        "Je drukste week telde 4 minuten, je rustigste 0 minuten."
    );
}

/// C1: without chosen days three a week are the goal.
#[test]
fn a_plan_without_days_aims_at_three_a_week() {
    let mut person = Person::ready();
    assert_eq!(person.model.week_goal(), None, "without a plan nobody has a goal");
    person.tell(Event::ChangedPlan(Box::default()));
    assert_eq!(person.model.week_goal(), Some(3));
}

#[test]
fn a_month_and_a_year_say_what_they_hold_and_lead_no_further_than_there_is_something() {
    let mut person = Person::ready();
    person.play_and_sleep(After::default(), 0);
    person.play_and_sleep(After::default(), 9);
    person.play_and_sleep(After::default(), 0);
    let month = person.model.month_page(person.now.day(), person.now).unwrap();
    assert_eq!(month.first.iso(), "2026-12-01");
    assert_eq!((month.earlier, month.later), (true, false));
    assert_eq!(month.sentence(Dutch), "1 sessie op 1 dag, samen 2 minuten.");
    let november = person.model.month_page(month.first.before(), person.now).unwrap();
    assert_eq!((november.earlier, november.later), (false, true));
    assert_eq!(november.sentence(English), "2 sessions on 1 day, 4 minutes in all.");
    let days = november.weeks.iter().flatten().flatten();
    assert_eq!(days.clone().count(), 30);
    assert!(november.weeks.iter().all(|week| week.len() == 7));
    let done = days.filter(|day| day.done.is_some()).map(|day| day.day.iso());
    assert_eq!(done.collect::<Vec<_>>(), ["2026-11-22"]);
    assert_eq!(person.model.lines_on(Day::parse("2026-11-22").unwrap()).len(), 2);
    let year = person.model.year_page(person.now.day(), person.now).unwrap();
    assert_eq!((year.months.len(), year.total.sessions), (12, 3));
}

/// One record after another with these answers, a day each.
fn with_pain(person: &mut Person, pains: &[u8]) -> Moment {
    let first = person.play("P6-2min");
    for (place, pain) in (0_u64..).zip(pains) {
        let record = SessionRecord {
            id: RecordId::new(first.started_wall + i64::try_from(place).unwrap(), [3; 10]),
            day: first.day.monday().plus(place),
            before: Before { pain: score(*pain), ..Before::default() },
            ..first.clone()
        };
        person.model.history.put(record);
    }
    person.model.history.remove(first.id);
    let last = first.day.monday().plus(u64::try_from(pains.len()).unwrap() - 1);
    Moment { wall: last.noon_utc(), mono: 0, offset: 60 }
}

/// Section 7: "merkbaar" only from 2 points or 30 %, with five answers on both sides.
#[test]
fn pain_is_told_with_its_worst_day_and_noticeable_only_when_it_is() {
    let said = |pains: &[u8]| {
        let mut person = Person::ready();
        let now = with_pain(&mut person, pains);
        let course = person.model.complaints(Period::All, now).unwrap().remove(0);
        (course.noticed, course.sentence(Dutch), course.sentence(English))
    };
    let (noticed, dutch, english) = said(&[6, 6, 6, 6, 6, 6, 9, 3, 3, 3, 3, 3, 4, 3]);
    assert_eq!(noticed, Noticed::Lower);
    assert_eq!(
        dutch,
        "Je gaf 14 cijfers, van 3 tot en met 9. Het middelste is 5. \
         De tweede helft is merkbaar lager: gemiddeld 3,1. In de eerste helft was dat 6,4."
    );
    assert!(english.ends_with(
        "The second half is noticeably lower: 3.1 on average. In the first half it was 6.4."
    ));
    let (noticed, dutch, _) = said(&[5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4]);
    assert_eq!(noticed, Noticed::No);
    assert!(dutch.contains("geen merkbaar verschil: gemiddeld 5,0 en 4,0."), "{dutch}");
    let (noticed, dutch, _) = said(&[2, 8, 2]);
    assert_eq!(noticed, Noticed::TooFew);
    assert!(dutch.ends_with("in elke helft 5 cijfers nodig. Je hebt er 3 en 0."), "{dutch}");
    let (_, dutch, _) = said(&[7]);
    assert_eq!(dutch, "Je gaf 1 cijfer: 7.");
}

/// R0.41: sessions without an answer say so, and are no zeros.
#[test]
fn sessions_without_answers_are_no_zeros() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    let quiet = SessionRecord { before: Before::default(), ..record };
    person.model.history.put(quiet);
    for course in person.model.complaints(Period::SixWeeks, person.now).unwrap() {
        assert_eq!((course.whole, course.rows.len()), (None, 0));
        assert_eq!(course.sentence(Dutch), "In deze periode gaf je hier geen cijfer voor.");
    }
}

#[test]
fn what_was_trained_is_told_with_how_often() {
    let mut person = Person::ready();
    person.play("P6-2min");
    person.pass(DAY);
    person.play("P6-2min");
    let trained = person.model.trained_picture(Period::SixWeeks, person.now).unwrap();
    let dutch = trained.of_exercises(Dutch);
    assert!(dutch.starts_with("In de laatste 2 weken deed je "), "{dutch}");
    assert!(dutch.ends_with("in 2 sessies."), "{dutch}");
    assert!(trained.of_movements("Buigen", Dutch).contains(" van de 6 bewegingen van je heup."));
    assert!(trained.of_muscles("calf", English).ends_with("Most often: calf, in 2 sessions."));
}

fn heels(left: u8, right: u8) -> TestResult {
    let fold = |fingers| Some(Fold { fingers, painful: fingers == 9 });
    TestResult::HeelToButtock(PerSide { left: fold(left), right: fold(right) })
}

/// X23, X24: classes per side, a difference that counts or none, and never a percentage.
#[test]
fn tests_are_told_by_side_with_what_differs_and_what_changed() {
    let told = |takings: &[(u8, u8)]| {
        let mut person = Person::ready();
        for (place, (left, right)) in (0_u8..).zip(takings) {
            let day = person.now.day().less(28).plus(14 * u64::from(place));
            let id = RecordId::new(day.noon_utc(), [place; 10]);
            person.model.tested.taken.push((id, Taken { day, result: heels(*left, *right) }));
        }
        let test = person.model.test_pictures(Period::Year, person.now).unwrap().remove(0);
        assert_eq!(test.taken.len(), takings.len());
        (test.tracks[0].sentence(Dutch), test.tracks[0].sentence(English))
    };
    let (dutch, english) = told(&[(6, 3), (1, 3)]);
    assert_eq!(
        dutch,
        "De laatste keer: links makkelijk, rechts redelijk. Rechts is minder dan links: dat \
         verschil telt. Sinds de eerste keer in deze periode: links meer dan toen."
    );
    assert!(english.starts_with("The last time: left easy, right fair. Right is less than left"));
    let (dutch, _) = told(&[(2, 3), (3, 4)]);
    assert!(dutch.contains("Tussen links en rechts is geen verschil dat telt."), "{dutch}");
    assert!(dutch.ends_with("geen meetbaar verschil."), "{dutch}");
    let (dutch, _) = told(&[(9, 3)]);
    assert_eq!(dutch, "De laatste keer: links deed pijn, rechts redelijk.");
    assert!(!dutch.contains('%'));
}

#[test]
fn a_period_without_a_test_says_so_and_is_not_the_same_as_never() {
    let mut person = Person::ready();
    let day = person.now.day().less(200);
    let id = RecordId::new(day.noon_utc(), [1; 10]);
    person.model.tested.taken.push((id, Taken { day, result: heels(1, 1) }));
    assert_eq!(person.model.test_pictures(Period::SixWeeks, person.now), Some(Vec::new()));
    assert_eq!(person.model.test_pictures(Period::Year, person.now).unwrap().len(), 1);
}

/// R3.13.
#[test]
fn breaks_are_told_by_the_day() {
    let mut person = Person::ready();
    person.pass(DAY);
    let workday = Workday { on: true, ..person.model.workday().clone() };
    person.tell(Event::Breaks(BreakEvent::Changed(workday)));
    for _ in 0..3 {
        person.tell(Event::Breaks(BreakEvent::Took));
        person.pass(3_600_000);
    }
    let breaks = person.model.breaks_picture(Period::SixWeeks, person.now).unwrap();
    assert_eq!((breaks.days, breaks.breaks), (1, 3));
    let dutch = "Deze week nam je 3 beweegpauzes op 1 dag. Meestal 3 op een dag.";
    assert_eq!(breaks.sentence(Dutch), dutch);
}
