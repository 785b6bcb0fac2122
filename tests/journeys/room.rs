//! R8: the room that sessions take. Each is played and answered as people do, and stored as the app
//! stores it.

use std::collections::BTreeMap;

use soepel::{
    app::event::Event,
    archive::{
        convert::packed, envelope, keys::Key, payload::spell, store::Archive, writes::Write,
    },
    domain::{
        body::{Change, Score},
        clearance::DailyCheck,
        record::{After, Felt, Form, Note, RecordId, SessionRecord},
        time::Day,
    },
};

use crate::person::{Person, Shelf, well};

const QUOTA: usize = 5 * 1024 * 1024;
const SESSIONS: usize = 10_000;

/// From the daily check to the morning after, with everything answered that is asked.
fn lived(session: &str) -> (Person, SessionRecord) {
    let mut person = Person::who_jumps();
    let sore = Some(Score::new(2).unwrap());
    person.check(session, DailyCheck { pain: Score::new(1).unwrap(), soreness: sore, ..well() });
    assert!(person.model.live.is_some(), "{session} starts");
    while person.model.live.is_some() {
        person.wait(1);
    }
    let id = person.model.finished.expect("it is asked about");
    let after = After {
        change: Change::new(1),
        pain: Score::new(1),
        effort: Score::new(5),
        form: Some(Form::Good),
        felt: Some(Felt::RightPlace),
        note: Note::shortened("Ging goed."),
        ..After::default()
    };
    person.tell(Event::Rated { id, after });
    let record = person.model.history.get(id).cloned().unwrap();
    (person, record)
}

fn size(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(name, text)| name.len() + text.len()).sum()
}

fn is_session(name: &str) -> bool {
    matches!(Key::parse(name), Some(Key::Session(..)))
}

/// The same session four times a day, up to then.
fn many(record: &SessionRecord) -> Shelf {
    let archive = Archive::default();
    let mut shelf = Shelf::new();
    for number in 0..SESSIONS {
        let before = i64::try_from(number).unwrap() * 21_600_000;
        let started_wall = record.started_wall - before;
        let mut chance = [5; 10];
        chance[2..].copy_from_slice(&number.to_be_bytes());
        let one = SessionRecord {
            id: RecordId::new(started_wall, chance),
            started_wall,
            updated: record.updated - before,
            day: Day::of(started_wall, record.offset),
            ..record.clone()
        };
        for write in archive.finish(&one).unwrap() {
            let Write::Put { key, value } = write else { panic!("nothing goes") };
            shelf.insert(key, value);
        }
    }
    shelf
}

/// What stands beside the sessions: settings, answers, what was decided, and the reserve.
fn beside(person: &Person) -> Shelf {
    let shelf = person.shelf.clone().unwrap();
    let filler = Archive::default().lay_reserve().into_iter().map(|write| match write {
        Write::Put { key, value } => (key, value),
        Write::Remove { .. } => panic!("nothing goes"),
    });
    shelf.into_iter().filter(|(name, _)| !is_session(name)).chain(filler).collect()
}

/// R8: two exercises between a warm-up and the posture, as most days go, and the most exercises that
/// any session has.
#[test]
fn ten_thousand_sessions_fit_in_seventy_percent_of_the_quota() {
    let programmes = &soepel::content::catalogue().programmes;
    let sessions = programmes.iter().flat_map(|programme| &programme.sessions);
    let largest = sessions.max_by_key(|outline| outline.blocks.len()).unwrap();
    let largest = largest.id.0.as_str();
    for session in ["P1-C", "P4-B", largest] {
        let (person, record) = lived(session);
        let mut all = many(&record);
        let first: usize = all.keys().map(|name| name.len() + in_the_first_form(&all[name])).sum();
        let packed = size(&all);
        all.extend(beside(&person));
        let (share, before) = (size(&all) * 1_000 / QUOTA, first * 1_000 / QUOTA);
        println!(
            "R8: {session}, {} rows: {} characters each with its name ({} in the first form); {SESSIONS} \
             with the rest and the reserve {}.{} % of the quota ({}.{} % in the first form)",
            record.done.len(),
            packed / SESSIONS,
            first / SESSIONS,
            share / 10,
            share % 10,
            before / 10,
            before % 10,
        );
        assert!(share < 700, "{session}: {share} per mille");
        assert_eq!(Archive::open(all).unwrap().records().count(), SESSIONS);
    }
}

fn in_the_first_form(text: &str) -> usize {
    let shape = envelope::open(text).ok().and_then(packed::unpack).expect("it is packed");
    envelope::seal(&spell(&shape)).len()
}
