//! A folder that somebody picked once, and the copies in it.

use soepel::{
    app::{
        backup::{
            BackupCommand, BackupEvent,
            due::Copy,
            own_folder::{FolderEvent, Found, Last, Outcome, OwnFolder, Picked, Standing},
        },
        command::Command,
        event::Event,
    },
    archive::export::export,
    domain::record::After,
};

use crate::person::Person;

fn folder(person: &mut Person, event: FolderEvent) -> Vec<Command> {
    person.tell(Event::Backup(BackupEvent::Folder(event)))
}

fn found(files: &[&str], may_write: bool) -> Found {
    let files = files.iter().map(|name| (*name).to_owned()).collect();
    Found { name: "Soepel".to_owned(), may_write, stays: true, files, last: None }
}

/// The last copy that was asked for: its name, and what it holds.
fn written(commands: &[Command]) -> Option<(&Last, &str)> {
    commands.iter().rev().find_map(|command| match command {
        Command::Backup(BackupCommand::WriteCopy { last, text, .. }) => Some((last, &**text)),
        _ => None,
    })
}

fn standing(person: &Person) -> Standing {
    let OwnFolder::Picked(picked) = &person.model.backups.folder else { panic!("it was picked") };
    picked.standing
}

#[test]
fn a_folder_that_was_picked_gets_a_copy_at_once_and_after_each_session() {
    let mut person = Person::ready();
    person.play("P6-2min");
    let pick = Command::Backup(BackupCommand::PickFolder);
    assert_eq!(folder(&mut person, FolderEvent::ClickedPick), [pick]);
    let commands = folder(&mut person, FolderEvent::Opened(Some(found(&[], true))));
    let (last, _) = written(&commands).unwrap();
    let last = last.clone();
    assert_eq!((&*last.name, last.sessions), ("soepel-2026-11-22.json", 1));
    let done = FolderEvent::Written { last, removed: Vec::new(), outcome: Outcome::Done };
    folder(&mut person, done);
    assert_eq!(person.model.copy(person.now), Copy::Quiet { days: Some(0) }, "it is a copy");

    let before = person.asked.len();
    let id = person.play("P4-break").id;
    let (last, text) = written(&person.asked[before..]).unwrap();
    assert_eq!((&*last.name, last.sessions), ("soepel-2026-11-22.json", 2), "the copy of the day");
    assert_eq!(text, export(person.model.archive().unwrap()));
    let told = person.tell(Event::Rated { id, after: After::default() });
    assert!(written(&told).is_some(), "also what was told about it");
    let nobody = folder(&mut person, FolderEvent::Opened(None));
    assert!(nobody.iter().all(|command| matches!(command, Command::Backup(_))), "a closed window");
}

#[test]
fn a_folder_that_the_browser_cannot_remember_holds_for_this_visit_and_says_so() {
    let mut person = Person::ready();
    let unremembered = Found { stays: false, ..found(&[], true) };
    let commands = folder(&mut person, FolderEvent::Opened(Some(unremembered)));
    assert!(written(&commands).is_some(), "it gets its copy all the same");
    let OwnFolder::Picked(picked) = &person.model.backups.folder else { panic!("it was picked") };
    assert!(!picked.stays);
}

#[test]
fn no_copy_takes_the_place_of_one_that_we_did_not_make_or_that_holds_much_more() {
    let mut person = Person::ready();
    person.play("P6-2min");
    let theirs = ["soepel-2026-11-22.json", "vakantie.jpg"];
    let commands = folder(&mut person, FolderEvent::Opened(Some(found(&theirs, true))));
    assert_eq!(written(&commands).unwrap().0.name, "soepel-2026-11-22-2.json");

    let day = person.now.day();
    let last = Last { name: "soepel-2026-11-22.json".to_owned(), sessions: 40 };
    assert_eq!(Last::read(&last.text()), Some(last.clone()));
    let files = vec![last.name.clone()];
    let picked = |day_of: &str| Picked {
        name: String::new(),
        files: files.clone(),
        last: Some(Last { name: format!("soepel-{day_of}.json"), sessions: 40 }),
        standing: Standing::Fine,
        stays: true,
    };
    let name = |picked: Picked, sessions| picked.name_for(day, sessions);
    assert_eq!(name(picked("2026-11-22"), 40), "soepel-2026-11-22.json");
    assert_eq!(name(picked("2026-11-22"), 20), "soepel-2026-11-22.json");
    assert_eq!(name(picked("2026-11-22"), 19), "soepel-2026-11-22-2.json");
    assert_eq!(name(picked("2026-11-21"), 40), "soepel-2026-11-22-2.json", "that is not ours");
}

#[test]
fn old_copies_are_thinned_out_to_weeks_and_months_and_nothing_else_is_touched() {
    use soepel::domain::time::Day;
    let newest = Day::parse("2026-11-22").unwrap();
    let name = |day: Day| format!("soepel-{}.json", day.iso());
    let mut files: Vec<String> = (0..400).map(|days| name(newest.less(days))).collect();
    let others = ["soepel-2025-12-03-2.json", "soepel.json", "soepel-2025-12-03.txt", "a.json"];
    files.extend(others.map(str::to_owned));
    let picked =
        Picked { name: String::new(), files, last: None, standing: Standing::Fine, stays: true };
    let goes = picked.needless();
    let stays: Vec<u64> =
        (0..400).filter(|days| !goes.contains(&name(newest.less(*days)))).collect();
    assert_eq!(stays[..7], [0, 1, 2, 3, 4, 5, 6], "the last seven");
    let weeks: Vec<u64> = (1..=8).map(|week| week * 7).collect();
    assert!(weeks.iter().all(|days| stays.contains(days)), "eight weeks: {stays:?}");
    let of_month =
        |days: &u64| newest.less(*days).plus(1) == newest.less(*days).first_of_next_month();
    let further = stays[7..].iter().filter(|days| !weeks.contains(days));
    assert_eq!(further.clone().count(), 13, "one a month for the rest of thirteen months");
    assert!(further.clone().all(of_month), "the newest of its month: {stays:?}");
    assert!(others.iter().all(|other| !goes.contains(&(*other).to_owned())));
}

#[test]
fn a_browser_that_wants_to_ask_again_is_let_in_a_press_and_a_failure_is_said() {
    let mut person = Person::ready();
    folder(&mut person, FolderEvent::Found(Some(found(&[], false))));
    let before = person.asked.len();
    let id = person.play("P6-2min").id;
    assert_eq!(written(&person.asked[before..]), None, "nobody pressed anything");
    let ask = Command::Backup(BackupCommand::AskForFolder);
    assert!(person.tell(Event::Rated { id, after: After::default() }).contains(&ask));
    assert!(folder(&mut person, FolderEvent::ClickedWrite).contains(&ask));
    assert!(written(&folder(&mut person, FolderEvent::Opened(Some(found(&[], true))))).is_some());
    let last = Last { name: "soepel-2026-11-22.json".to_owned(), sessions: 1 };
    for (outcome, then) in
        [(Outcome::Failed, Standing::Failed), (Outcome::NotPermitted, Standing::AskFirst)]
    {
        let removed = Vec::new();
        folder(&mut person, FolderEvent::Written { last: last.clone(), removed, outcome });
        assert_eq!(standing(&person), then);
    }
    assert_eq!(person.model.copy(person.now), Copy::Quiet { days: None }, "no copy came");
    folder(&mut person, FolderEvent::ClickedForget);
    assert_eq!(person.model.backups.folder, OwnFolder::None);
}

#[test]
fn deleting_everything_lets_go_of_the_folder_and_leaves_what_lies_in_it() {
    let mut person = Person::ready();
    folder(&mut person, FolderEvent::Found(Some(found(&[], true))));
    let commands = person.tell(Event::DeletedEverything);
    assert!(commands.contains(&Command::Backup(BackupCommand::ForgetFolder)));
    assert_eq!(person.model.backups.folder, OwnFolder::None);
}
