//! The plan in somebody's own calendar (R1.28) and on one page of paper.

use std::collections::BTreeSet;

use chrono::Weekday as DayName;
use soepel::{
    app::{command::Command, event::Event},
    domain::{
        body::Side,
        breaks::ClockTime,
        dose::Protocol,
        exercise::Equipment,
        planning::choices::{Anchor, AnchorMoment, Choices, Goal, OwnMoment, Situation, Weekday},
        programme::ProgrammeId,
        record::{Answer, StopMark, StopReason},
        settings::{Age, AgeBand, Settings},
    },
    route::Route,
};

use crate::person::Person;

const SITE: &str = "https://example.org/soepel/";

fn with(choices: Choices) -> Person {
    let mut person = Person::ready();
    person.tell(Event::ChangedPlan(Box::new(choices)));
    person
}

fn wish(goal: Goal, situations: &[Situation]) -> Choices {
    let situations = situations.iter().copied().collect();
    Choices { goal: Some(goal), situations, ..Choices::default() }
}

fn file(person: &mut Person, from: Option<&str>) -> Option<String> {
    let from = from.and_then(ClockTime::parse);
    let event = Event::ClickedPlanCalendar { from, site: SITE.to_owned() };
    person.tell(event).into_iter().find_map(|command| match command {
        Command::Download { name, text } => {
            assert_eq!(name, "soepel-plan.ics");
            Some(text.replace("\r\n ", ""))
        }
        _ => None,
    })
}

/// The values of a line in every appointment.
fn all<'a>(file: &'a str, name: &str) -> Vec<&'a str> {
    file.lines().filter_map(|line| line.strip_prefix(name)).map(str::trim).collect()
}

/// R1.28, R1.29: the moment stands in the file in the person's words, and needs no time.
#[test]
fn the_week_goes_into_the_calendar_with_the_anchor_in_its_words_and_without_the_days_of_rest() {
    let own = OwnMoment::new("als de hond slaapt; boven").unwrap();
    for (anchor, words) in [
        (Anchor::Own(own), "Mijn moment: als de hond slaapt\\; boven."),
        (Anchor::Moment(AnchorMoment::Coffee), "Mijn moment: Na de koffie."),
    ] {
        let days = [Weekday::Monday, Weekday::Wednesday, Weekday::Saturday];
        let choices = wish(Goal::HipFront, &[]);
        let mut person = with(Choices { anchor: Some(anchor), days: days.into(), ..choices });
        let text = file(&mut person, None).expect("a file");
        let days: Vec<&str> = all(&text, "RRULE:FREQ=WEEKLY;BYDAY=");
        assert_eq!(days, ["MO", "WE", "SA"]);
        assert_eq!(all(&text, "DTSTART;VALUE=DATE:").len(), 3, "all day: nobody knows when");
        let said = all(&text, "DESCRIPTION:");
        let opens = "https://example.org/soepel/#/aan-de-beurt/P1";
        assert!(said.iter().all(|it| *it == format!("{words}\\n{opens}")), "{said:?}");
        assert_eq!(all(&text, "URL:"), [opens; 3]);
    }
}

#[test]
fn with_a_time_the_clock_of_the_place_decides() {
    let mut person = with(wish(Goal::HipFront, &[]));
    let text = file(&mut person, Some("07:30")).unwrap();
    let starts = all(&text, "DTSTART;TZID=Europe/Amsterdam:");
    assert!(starts.iter().all(|start| start.ends_with("T073000")), "{starts:?}");
    assert_eq!(starts.len(), all(&text, "UID:").len());
}

/// A later file has the same names; those that it has no more are taken back, on every device that
/// the plan travels to.
#[test]
fn a_later_file_replaces_the_earlier_one_and_takes_back_what_is_gone() {
    let mut person = with(wish(Goal::HipFront, &[]));
    let first = file(&mut person, None).unwrap();
    assert_eq!(all(&first, "UID:").len(), 3);
    assert_eq!(person.model.choices().unwrap().in_calendar, 3);
    person.pass(2_000);
    let mut person = person.reopened();
    let fewer =
        Choices { days: [Weekday::Friday].into(), ..person.model.choices().unwrap().clone() };
    person.tell(Event::ChangedPlan(Box::new(fewer)));
    let second = file(&mut person, None).unwrap();
    assert_eq!(all(&second, "UID:"), all(&first, "UID:"));
    assert_eq!(all(&second, "STATUS:"), ["CONFIRMED", "CANCELLED", "CANCELLED"]);
    let number = |text: &str| all(text, "SEQUENCE:")[0].parse::<u32>().unwrap();
    assert!(number(&second) > number(&first));
    assert_eq!(person.model.choices().unwrap().in_calendar, 3, "the most there ever were");
}

/// 3.3: nothing to appoint while the sessions are closed.
#[test]
fn a_red_answer_or_no_plan_gives_no_file() {
    let mut person = Person::ready();
    assert_eq!(file(&mut person, None), None, "nothing was chosen");
    let mut person = with(wish(Goal::Strong, &[]));
    person.screen(&[("S2", Answer::Yes)]);
    assert_eq!(file(&mut person, None), None);
    assert!(person.model.settled_week(person.now).is_empty());
    let sheet = person.model.plan_sheet(person.now).unwrap();
    assert!(sheet.week.is_empty() && sheet.exercises.is_empty());
}

/// C1, R0.26: an appointment stays while the methods turn, so it leads to what is due on its day.
#[test]
fn an_appointment_opens_the_session_that_is_due_on_its_day() {
    let mut person = with(wish(Goal::HipFront, &[]));
    let open = |person: &mut Person, programme: &str| {
        person.tell(Event::Navigated(Route::Due(ProgrammeId(programme.to_owned()))));
        person.model.route.path()
    };
    assert_eq!(open(&mut person, "P1"), "/sessie/P1-A");
    person.play("P1-A");
    person.pass(2 * 86_400_000);
    assert_eq!(open(&mut person, "P1"), "/sessie/P1-A-pnf");
    assert_eq!(open(&mut person, "P9"), "/programma/P9", "which says that it is not there");
    person.screen(&[("S2", Answer::Yes)]);
    assert_eq!(open(&mut person, "P1"), "/programma/P1", "no link opens a lock");
}

/// R4.22, section P5: the week comes back for ever, so no strength on two days in a row over its edge either,
/// and no programme over its target.
#[test]
fn the_week_can_follow_itself_for_every_wish() {
    let goals = Goal::ALL.iter().map(|goal| Some(*goal)).chain([None]);
    for goal in goals {
        for situation in Situation::ALL {
            for days in [BTreeSet::new(), [Weekday::Monday, Weekday::Sunday].into()] {
                let situations = [*situation].into();
                let choices = Choices { goal, situations, days, ..Choices::default() };
                let told = format!("{choices:?}");
                let person = with(choices);
                let week = person.model.settled_week(person.now);
                assert!(!week.is_empty(), "{told}");
                let names: BTreeSet<u32> =
                    week.iter().map(|it| it.day.num_days_from_monday()).collect();
                assert_eq!(names.len(), week.len(), "a day has one session: {told}");
                let catalogue = person.model.catalogue;
                for programme in &catalogue.programmes {
                    let own = week.iter().filter(|it| it.programme == programme.id);
                    assert!(own.count() <= programme.weekly_most as usize, "{told}");
                }
                let strong = |day: DayName| {
                    let found = week.iter().find(|it| it.day == day);
                    found.is_some_and(|it| ["P3", "P5"].contains(&it.programme.0.as_str()))
                };
                for one in &week {
                    let twice = strong(one.day) && strong(one.day.succ());
                    assert!(!twice, "strength on {} and the day after: {told}", one.day);
                }
            }
        }
    }
}

/// X1, R0.18: the sheet holds the days, each with its session, and the doses of this person.
#[test]
fn the_paper_holds_the_week_and_the_doses_of_this_person() {
    let mut person = with(wish(Goal::HipFront, &[Situation::Running]));
    let age = Age::Band(AgeBand::SixtyFivePlus);
    let settings = Settings { age, ..person.model.settings.clone() };
    let adult = person.model.plan_sheet(person.now).unwrap();
    person.tell(Event::ChangedSettings(settings));
    let sheet = person.model.plan_sheet(person.now).unwrap();
    assert_ne!(sheet.exercises, adult.exercises, "65 and older hold longer");
    assert!(sheet.sessions.len() <= 3);
    assert_eq!(adult.programmes[0].id.0, "P1");
    assert_eq!(sheet.programmes[0].id.0, "P7");
    let letters: BTreeSet<char> = sheet.sessions.iter().map(|(letter, _)| *letter).collect();
    assert!(sheet.week.iter().all(|(_, letter)| letters.contains(letter)));
    assert!(sheet.week.len() >= 3);
    for (letter, card) in &sheet.sessions {
        let here = sheet.exercises.iter().filter(|it| it.letters.contains(*letter));
        let shown: Vec<&Protocol> = here.map(|it| &it.protocol).collect();
        let blocks = person.model.blocks(card.outline, person.now);
        assert!(blocks.iter().all(|block| shown.contains(&&block.protocol)), "{letter}");
    }
}

#[test]
fn a_plan_of_a_few_minutes_a_day_is_a_week_of_those_minutes() {
    let person = with(wish(Goal::Habit, &[]));
    let week = person.model.settled_week(person.now);
    assert_eq!(week.len(), 7);
    assert!(week.iter().all(|day| day.programme.0 == "P6"), "{week:?}");
}

/// The browser test prints the plan with the most exercises on a sheet: this finds which one that
/// is, so that a longer one does not come unnoticed.
#[test]
fn the_longest_plan_is_the_one_whose_paper_is_tried() {
    let known = soepel::content::catalogue().programmes.iter();
    let ids: Vec<ProgrammeId> = known.map(|one| one.id.clone()).collect();
    let days = [0, 2, 3, 4, 6].map(|day| Weekday::ALL[day]);
    let mut longest = (0, Vec::new());
    for (first, second) in ids.iter().flat_map(|first| ids.iter().map(move |one| (first, one))) {
        for age in [AgeBand::Adult, AgeBand::SixtyFivePlus] {
            let mut programmes = vec![first.clone(), second.clone()];
            programmes.dedup();
            let mut person = with(Choices {
                days: days.into(),
                equipment: Some(Equipment::ALL.iter().copied().collect()),
                programmes: programmes.clone(),
                ..wish(Goal::Supple, &[])
            });
            let settings = Settings { age: Age::Band(age), ..person.model.settings.clone() };
            person.tell(Event::ChangedSettings(settings));
            let sheet = person.model.plan_sheet(person.now);
            let exercises = sheet.map_or(0, |sheet| sheet.exercises.len());
            if exercises > longest.0 {
                longest = (exercises, programmes);
            }
        }
    }
    assert_eq!(longest, (12, ["P4", "P5"].map(|id| ProgrammeId(id.to_owned())).into()));
}

#[test]
fn the_back_of_the_sheet_counts_where_somebody_stopped_the_most_frequent_first() {
    let mut person = with(wish(Goal::HipFront, &[]));
    assert_eq!(person.model.report(person.now), None, "nothing was done yet");
    let mut record = person.play("P6-2min");
    let stop = |side, reason| StopMark {
        exercise: "hip-cars-standing".to_owned(),
        side: Some(side),
        reason,
        at: None,
        pain: None,
    };
    let pinched = stop(Side::Left, StopReason::GroinPinch);
    record.stops = vec![stop(Side::Right, StopReason::SharpPain), pinched.clone(), pinched];
    person.tell(Event::Corrected(record));
    let report = person.model.report(person.now).expect("a session was done");
    let told: Vec<_> = report.stops.iter().map(|one| (one.side, one.reason, one.times)).collect();
    assert_eq!(
        told,
        [
            (Some(Side::Left), StopReason::GroinPinch, 2),
            (Some(Side::Right), StopReason::SharpPain, 1)
        ]
    );
    assert_eq!((report.more_stops, report.weeks.sessions), (0, 1));
    assert_eq!(report.complaints.len(), 1, "only what was answered: pain before");

    person.pass(u32::try_from(7 * 7 * 86_400_000_u64).unwrap_or(u32::MAX));
    let later = person.model.report(person.now).expect("it was done all the same");
    assert!(later.stops.is_empty(), "seven weeks ago is no part of six weeks");
}
