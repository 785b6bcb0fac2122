//! A working day with movement breaks (R3.13, X20, Decision 8), and what goes into a calendar.

use soepel::{
    app::{
        breaks::{BreakEvent, Permission},
        command::Command,
        event::Event,
        view::breaks::Standing,
    },
    content::phrases::workday as words,
    domain::{
        breaks::{ClockTime, Interval, Quiet, Workday},
        programme::ProgrammeId,
        record::Answer,
    },
    route::Route,
};

use crate::person::{Person, Shelf};

const SITE: &str = "https://example.org/soepel/";
/// From the Sunday on which the others begin to a working day, at the same half past nine.
const NEXT_DAY: i64 = 86_400_000;

/// Somebody at work who has just switched the breaks on.
fn at_work(permission: Permission) -> Person {
    let mut person = Person::ready();
    person.now.wall += NEXT_DAY;
    person.tell(Event::Breaks(BreakEvent::PermissionBecame(permission)));
    switch_on(&mut person);
    person
}

fn switch_on(person: &mut Person) -> Vec<Command> {
    let workday = Workday { on: true, ..person.model.workday().clone() };
    person.tell(Event::Breaks(BreakEvent::Changed(workday)))
}

/// The page looks when it asked to be woken, until so many minutes have passed.
fn sit(person: &mut Person, minutes: u32) -> Vec<Command> {
    let until = person.now.mono + u64::from(minutes) * 60_000;
    let mut all = Vec::new();
    while person.now.mono < until {
        let wake = person.model.wants(person.now).wake_in.map_or(60_000, |wait| wait.0);
        let wake = wake.min(until - person.now.mono);
        person.pass(u32::try_from(wake).unwrap());
        all.extend(person.tell(Event::Ticked));
    }
    all
}

fn standing(person: &Person) -> Standing {
    person.model.break_card(person.now).standing
}

fn notices(commands: &[Command]) -> usize {
    commands.iter().filter(|command| matches!(command, Command::Notify { .. })).count()
}

fn plays(commands: &[Command]) -> usize {
    commands.iter().filter(|command| matches!(command, Command::Play(_))).count()
}

#[test]
fn off_until_somebody_switches_it_on_and_only_then_is_permission_asked() {
    let mut person = Person::ready();
    person.now.wall += NEXT_DAY;
    person.tell(Event::Breaks(BreakEvent::PermissionBecame(Permission::NotAsked)));
    assert_eq!(standing(&person), Standing::Off);
    assert_eq!(person.model.wants(person.now).wake_in, None);
    assert_eq!(plays(&sit(&mut person, 90)), 0);
    assert!(!person.asked.contains(&Command::AskToNotify));
    assert!(switch_on(&mut person).contains(&Command::AskToNotify));
    let interval = Interval::MOST;
    let workday = Workday { interval, ..person.model.workday().clone() };
    let again = person.tell(Event::Breaks(BreakEvent::Changed(workday)));
    assert!(!again.contains(&Command::AskToNotify), "once is enough");
}

#[test]
fn after_half_an_hour_a_soft_sound_and_a_one_in_the_title_and_one_tap_starts_it_anew() {
    let mut person = at_work(Permission::Granted);
    assert_eq!(standing(&person), Standing::In(30));
    let before = sit(&mut person, 29);
    assert_eq!((plays(&before), person.model.breaks_due(person.now)), (0, 0));
    let told = sit(&mut person, 20);
    assert_eq!((plays(&told), notices(&told)), (1, 0), "told of once; it was looked at");
    assert_eq!((standing(&person), person.model.breaks_due(person.now)), (Standing::Now, 1));
    person.tell(Event::Breaks(BreakEvent::Took));
    assert_eq!(standing(&person), Standing::In(30));
    assert_eq!(person.model.break_card(person.now).today, 1);
    assert_eq!(person.model.breaks_due(person.now), 0);
}

#[test]
fn in_the_background_a_notification_comes_on_time_with_done_and_later() {
    let mut person = at_work(Permission::Granted);
    person.tell(Event::BecameHidden);
    assert!(person.model.wants(person.now).on_time_while_hidden);
    let commands = sit(&mut person, 31);
    assert_eq!(notices(&commands), 1);
    let Some(Command::Notify { title, done, later, .. }) =
        commands.iter().find(|command| matches!(command, Command::Notify { .. }))
    else {
        panic!("it was counted")
    };
    assert_eq!(
        (title.as_str(), done.as_str(), later.as_str()),
        ("Tijd voor een beweegpauze", "Gedaan", "Straks")
    );
    let put_off = person.tell(Event::Breaks(BreakEvent::AskedForQuiet(Quiet::Later)));
    assert!(put_off.contains(&Command::WithdrawNotice));
    assert_eq!(notices(&sit(&mut person, 4)), 0);
    assert_eq!(notices(&sit(&mut person, 2)), 1, "after five minutes again");
    person.tell(Event::BecameVisible);
    assert!(!person.model.wants(person.now).on_time_while_hidden);
}

#[test]
fn without_permission_there_is_no_notification_and_the_sound_comes_all_the_same() {
    for permission in [Permission::Denied, Permission::Missing, Permission::NotAsked] {
        let mut person = at_work(permission);
        person.tell(Event::BecameHidden);
        let commands = sit(&mut person, 31);
        assert_eq!((notices(&commands), plays(&commands)), (0, 1), "{permission:?}");
    }
}

#[test]
fn a_meeting_is_one_tap_and_ends_by_itself_or_by_another() {
    let mut person = at_work(Permission::Granted);
    sit(&mut person, 10);
    person.tell(Event::Breaks(BreakEvent::AskedForQuiet(Quiet::Meeting)));
    assert_eq!(plays(&sit(&mut person, 59)), 0);
    assert!(matches!(standing(&person), Standing::Quiet(Quiet::Meeting, _)));
    assert_eq!(plays(&sit(&mut person, 2)), 1);
    person.tell(Event::Breaks(BreakEvent::AskedForQuiet(Quiet::Meeting)));
    person.tell(Event::Breaks(BreakEvent::EndedQuiet));
    assert_eq!(standing(&person), Standing::Now);
}

#[test]
fn breaks_are_counted_per_day_kept_and_one_too_many_is_taken_back() {
    let mut person = at_work(Permission::Granted);
    for _ in 0..3 {
        person.tell(Event::Breaks(BreakEvent::Took));
    }
    person.tell(Event::Breaks(BreakEvent::TookBack));
    let again = person.reopened();
    assert_eq!(again.model.break_card(again.now).today, 2);
    assert!(again.model.workday().on);
    let kept = again.shelf.as_ref().unwrap();
    let days = kept.keys().filter(|key| key.contains(".k.breaks.")).count();
    assert_eq!(days, 1, "one record a day");
    person.now.wall += NEXT_DAY;
    assert_eq!(person.model.break_card(person.now).today, 0, "a new day");
    person.tell(Event::Breaks(BreakEvent::TookBack));
    assert_eq!(person.model.break_card(person.now).today, 0);
}

#[test]
fn a_break_taken_in_another_window_counts_here_too() {
    let mut person = at_work(Permission::Granted);
    sit(&mut person, 31);
    let mut other = person.reopened();
    other.tell(Event::Breaks(BreakEvent::Took));
    let shelf: Shelf = other.shelf.clone().unwrap();
    let (key, value) = shelf.iter().find(|(key, _)| key.contains(".k.breaks.")).unwrap();
    person.tell(Event::ChangedElsewhere { key: key.clone(), value: Some(value.clone()) });
    assert_eq!(
        (standing(&person), person.model.break_card(person.now).today),
        (Standing::In(30), 1)
    );
}

#[test]
fn who_exercises_does_not_sit() {
    let mut person = at_work(Permission::Granted);
    sit(&mut person, 28);
    person.start("P6-5min");
    person.wait(240);
    assert_eq!(person.model.breaks_due(person.now), 0);
    assert!(!person.model.wants(person.now).on_time_while_hidden);
    person.wait(120);
    assert!(!person.is_exercising());
    assert!(matches!(standing(&person), Standing::In(28..=30)), "{:?}", standing(&person));
}

#[test]
fn who_should_not_walk_now_is_not_told_to() {
    let mut person = at_work(Permission::Granted);
    person.screen(&[("S1", Answer::Yes)]);
    assert_eq!(plays(&sit(&mut person, 60)), 0);
    assert_eq!(standing(&person), Standing::Locked);
    assert_eq!(person.model.wants(person.now).wake_in, None);
}

#[test]
fn erasing_everything_switches_it_off() {
    let mut person = at_work(Permission::Granted);
    person.tell(Event::Breaks(BreakEvent::Took));
    person.tell(Event::DeletedEverything);
    let card = person.model.break_card(person.now);
    assert_eq!((card.standing, card.today), (Standing::Off, 0));
}

#[test]
fn fewer_breaks_in_the_next_calendar_file_take_the_others_back() {
    let mut person = at_work(Permission::Granted);
    let file = |person: &mut Person| {
        let site = SITE.to_owned();
        let commands = person.tell(Event::Breaks(BreakEvent::ClickedCalendar { site }));
        let text = commands.into_iter().find_map(|command| match command {
            Command::Download { name, text } if name == "soepel-beweegpauzes.ics" => Some(text),
            _ => None,
        });
        text.expect("a file")
    };
    let first = file(&mut person);
    assert_eq!(first.matches("STATUS:CONFIRMED").count(), 15);
    assert!(!first.contains("CANCELLED"));
    let workday = Workday { interval: Interval::MOST, ..person.model.workday().clone() };
    person.tell(Event::Breaks(BreakEvent::Changed(workday)));
    let mut person = person.reopened();
    let second = file(&mut person);
    assert_eq!(second.matches("STATUS:CONFIRMED").count(), 7);
    assert_eq!(second.matches("STATUS:CANCELLED").count(), 8);
}

#[test]
fn a_locked_programme_puts_nothing_into_a_calendar() {
    let mut person = Person::ready();
    let from = ClockTime::parse("08:00").unwrap();
    let id = ProgrammeId("P1".to_owned());
    assert_eq!(person.model.usual_week(&id, from, person.now).len(), 3);
    person.screen(&[("S1", Answer::Yes)]);
    assert!(person.model.usual_week(&id, from, person.now).is_empty());
}

#[test]
fn the_print_button_asks_the_browser_to_print() {
    let mut person = Person::ready();
    person.tell(Event::Navigated(Route::Print(ProgrammeId("P1".to_owned()))));
    assert_eq!(person.tell(Event::ClickedPrint), [Command::Print]);
}

#[test]
fn the_count_of_a_day_names_no_goal_and_nothing_missed() {
    // R1.30: not spectacular, and no reproach.
    for phrase in [words::TODAY_NONE, words::TODAY_ONE, words::TODAY_MANY] {
        for text in [phrase.dutch, phrase.english] {
            for reproach in
                ["/", " van ", " of ", "gemist", "missed", "doel", "goal", "moet", "must"]
            {
                assert!(!text.contains(reproach), "{text}");
            }
        }
    }
}
