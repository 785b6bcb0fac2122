//! R11: an app of before meets what a newer one wrote. Fields it does not know stay through every
//! change, and records of a newer version are never touched.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use soepel::{
    app::event::Event,
    archive::{envelope, json::canonical, merge::SettingsChoice},
    domain::{
        body::Score,
        record::{After, Note},
        settings::{Settings, Theme},
    },
};

use crate::person::{Person, Shelf};

fn opened(text: &str) -> Value {
    serde_json::from_str(envelope::open(text).unwrap()).unwrap()
}

/// Somebody with a history, settings, answers and a session that was begun.
fn lived_in() -> Person {
    let mut person = Person::ready();
    person.play("P6-2min");
    person.play("P4-break");
    person.reach("P5-L3b", "P5-M");
    person.tell(Event::ClickedExport);
    person
}

/// What is done with it: everything that rewrites a record, twice over.
fn lives_on(person: &mut Person) {
    for theme in [Theme::Dark, Theme::Light, Theme::Dark] {
        let settings = Settings { theme, ..person.model.settings.clone() };
        person.tell(Event::ChangedSettings(settings));
        person.screen(&[]);
        person.tell(Event::ClickedExport);
        for record in person.records() {
            let after =
                After { effort: Score::new(4), note: Note::shortened("zwaar"), ..record.after };
            person.tell(Event::Rated { id: record.id, after });
        }
    }
    if let Some(first) = person.records().first() {
        person.tell(Event::Deleted(first.id));
        person.tell(Event::ClickedUndo);
    }
    let file = person.tell(Event::ClickedExport).into_iter().find_map(|command| match command {
        soepel::app::command::Command::Download { text, .. } => Some(text.into_bytes()),
        _ => None,
    });
    person.tell(Event::FilePicked(file));
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
}

/// The names of the records of one thing, without slot and revision.
fn thing(name: &str) -> &str {
    name.rsplit_once('.').unwrap().0
}

#[test]
fn fields_of_a_newer_version_stay_through_every_change() {
    let mut person = lived_in();
    let mut shelf = person.shelf.take().unwrap();
    for text in shelf.values_mut() {
        let mut value = opened(text);
        value["weather"] = json!({ "rain": 3 });
        *text = envelope::seal(&canonical(&value));
    }
    person.shelf = Some(shelf.clone());
    person.spare = Some(shelf.clone());
    let mut person = person.reopened();
    lives_on(&mut person);
    let now = person.reopened().shelf.unwrap();
    let before: Vec<&str> = shelf.keys().map(|name| thing(name)).collect();
    let mut stripped = Vec::new();
    for (name, text) in now.iter().filter(|(name, _)| before.contains(&thing(name))) {
        if opened(text)["weather"] != json!({ "rain": 3 }) {
            stripped.push(name);
        }
    }
    println!("R11: {} records rewritten by an older app, {} stripped", now.len(), stripped.len());
    assert_eq!(stripped, Vec::<&String>::new());
}

#[test]
fn records_of_a_newer_version_are_never_written_to() {
    let mut person = lived_in();
    let old = person.shelf.clone().unwrap();
    let mut newer = BTreeMap::new();
    for (place, (name, text)) in old.iter().enumerate() {
        let mut value = opened(text);
        value["v"] = json!(3);
        value["later"] = json!([place]);
        newer.insert(name.clone(), envelope::seal(&canonical(&value)));
    }
    person.shelf = Some(newer.clone());
    person.spare = Some(newer.clone());
    let mut person = person.reopened();
    lives_on(&mut person);
    person.settle_in();
    lives_on(&mut person);
    let again = person.reopened();
    let (now, spare): (Shelf, Shelf) = (again.shelf.unwrap(), again.spare.unwrap());
    for (name, raw) in &newer {
        assert_eq!(now.get(name), Some(raw), "{name} in the first store");
        assert_eq!(spare.get(name), Some(raw), "{name} in the second store");
    }
    println!("R11: 0 writes to {} records of a newer version", newer.len());
}
