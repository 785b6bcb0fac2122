//! A person's history as it changes: finished, corrected, deleted, undone.

use soepel::{
    archive::{
        convert::session,
        envelope,
        journal::{Daily, Journal, MarkedRange, Opening, Step},
        keys::{Key, Kind, Slot, Twin},
        payload::{What, spell},
        store::Archive,
        v1,
        writes::{Blocked, Write},
    },
    domain::{
        body::{BodyPart, Score, Side},
        dose::{AgeGroup, Protocol, Sides},
        exercise::ExerciseId,
        plan::Prescription,
        programme::SessionId,
        record::{Note, RecordId, SessionRecord},
        session::Mark,
        settings::{Settings, Theme},
        time::{Millis, Seconds},
        timeline::Pacing,
    },
};

use crate::made::{NOON, Shelf, full_screening, full_session, id};

pub(crate) fn opening(record: RecordId) -> Opening {
    Opening {
        record,
        session: SessionId("P3-A".to_owned()),
        started_wall: NOON,
        offset: 60,
        zone: "Europe/Amsterdam".to_owned(),
        age: AgeGroup::Senior,
        pacing: Pacing { ready: Seconds(5), switch: Seconds(10), transition: Seconds(15) },
        first_side: Side::Right,
        daily: Daily {
            sport: None,
            pain: Score::new(3),
            place: Some(BodyPart::LowBack),
            sharp: Some(false),
            anything_new: Some(false),
            sport_soon: Some(true),
            soreness: Score::new(1),
            stiffness: Score::new(4),
        },
        blocks: vec![Prescription {
            exercise: ExerciseId::new("side-plank").unwrap(),
            protocol: Protocol::Hold { reps: 3, hold: Seconds(20), rest: Seconds(10) },
            sides: Sides::InBlocks,
            effort_most: None,
        }],
    }
}

pub(crate) fn step(seq: u32) -> Step {
    Step {
        seq,
        wall: NOON + i64::from(seq) * 1_000,
        active: Millis(u64::from(seq) * 900),
        phase: seq,
        into: Millis(250),
        marks: vec![
            MarkedRange { from: 0, to: 0, mark: Mark::Done },
            MarkedRange { from: 1, to: 1, mark: Mark::Partly(Millis(1_200)) },
            MarkedRange { from: 2, to: 4, mark: Mark::Skipped },
            MarkedRange { from: 5, to: 9, mark: Mark::Open },
        ],
        note: Note::new("pauze").unwrap(),
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
    }
}

/// A storage and who follows it.
#[derive(Default)]
struct Person {
    shelf: Shelf,
    archive: Archive,
}

impl Person {
    fn with(records: &[SessionRecord]) -> Self {
        let mut person = Self::default();
        for record in records {
            person.does(|archive| archive.finish(record));
        }
        person
    }

    #[track_caller]
    fn does(&mut self, change: impl FnOnce(&Archive) -> Result<Vec<Write>, Blocked>) {
        let writes = change(&self.archive).expect("it may be written");
        self.shelf.write(&mut self.archive, &writes);
    }

    fn tidies(&mut self) {
        self.does(|archive| Ok(archive.tidy()));
    }

    fn has(&self, record: RecordId) -> Option<SessionRecord> {
        self.archive.history().get(record).cloned()
    }

    fn journal(&self) -> Journal {
        self.archive.journals().pop().expect("a journal")
    }
}

#[test]
fn finishing_keeps_the_record_and_drops_the_journal() {
    let mut person = Person::default();
    person.does(|archive| archive.begin_journal(&opening(id(1))));
    person.does(|archive| archive.continue_journal(id(1), &step(1)));
    person.does(|archive| archive.finish(&full_session()));
    assert_eq!(person.has(id(1)), Some(full_session()));
    assert_eq!(person.shelf.0.len(), 1);
}

#[test]
fn finishing_twice_changes_nothing_and_never_overwrites() {
    let mut person = Person::with(&[full_session()]);
    assert_eq!(person.archive.finish(&full_session()), Ok(vec![]));
    let mut other = full_session();
    other.after.note = Note::new("another").unwrap();
    assert_eq!(person.archive.finish(&other), Err(Blocked::Taken));
    person.tidies();
    assert_eq!(person.has(id(1)), Some(full_session()));
}

#[test]
fn a_record_that_would_not_read_back_is_not_written() {
    let mut record = full_session();
    record.zone = "x".repeat(61);
    record.started_wall = -1;
    let Err(Blocked::Unfaithful(problems)) = Archive::default().finish(&record) else {
        panic!("it was written");
    };
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn a_correction_is_a_new_revision_that_keeps_unknown_fields() {
    let mut person = Person::default();
    let mut extra = v1::Extra::new();
    extra.insert("weather".to_owned(), "rain".into());
    let text = spell(&session::write(&full_session(), extra));
    person.shelf.put(&Key::Session(id(1), 1), &text);
    person.archive = person.shelf.open();

    let mut corrected = full_session();
    corrected.after.pain = Score::new(7);
    person.does(|archive| archive.edit(&corrected, NOON + 5));
    let kept = person.has(id(1)).unwrap();
    assert_eq!((kept.revision, kept.updated, kept.after.pain), (2, NOON + 5, Score::new(7)));
    assert_eq!(person.shelf.0.len(), 1);
    assert!(person.shelf.0.values().all(|raw| raw.contains("\"weather\":\"rain\"")));
}

#[test]
fn a_crash_between_the_two_writes_of_a_correction_loses_nothing() {
    let mut person = Person::with(&[full_session()]);
    person
        .does(|archive| archive.edit(&full_session(), NOON + 5).map(|writes| writes[..1].to_vec()));
    assert_eq!(person.shelf.0.len(), 2);
    assert_eq!(person.has(id(1)).unwrap().revision, 2);
    person.tidies();
    assert_eq!(person.shelf.0.len(), 1);
    assert_eq!(person.has(id(1)).unwrap().revision, 2);
}

#[test]
fn a_deleted_session_stays_away_and_undo_brings_it_back() {
    let mut person = Person::with(&[full_session()]);
    person.does(|archive| archive.delete(id(1), NOON));
    assert_eq!(person.has(id(1)), None);
    assert_eq!(person.archive.tombstones().count(), 1);
    person.does(|archive| archive.restore(&full_session(), NOON));
    assert_eq!(person.has(id(1)).unwrap().revision, 3);
    person.does(|archive| archive.delete(id(1), NOON));
    person.tidies();
    assert_eq!(person.shelf.0.len(), 1);
    assert!(!person.shelf.0.values().any(|raw| raw.contains("Knelde")));
    assert_eq!(person.archive.delete(id(1), NOON), Err(Blocked::Absent));
}

#[test]
fn settings_alternate_between_two_slots() {
    let mut person = Person::default();
    for (round, theme) in [Theme::Dark, Theme::Light, Theme::System].into_iter().enumerate() {
        let chosen = Settings { theme, ..Settings::default() };
        person.does(|archive| archive.save_settings(&chosen, NOON));
        assert_eq!(person.archive.settings(), Some(&chosen));
        assert_eq!(person.shelf.0.len(), 2.min(round + 1));
    }
}

#[test]
fn a_damaged_slot_is_put_aside_before_it_is_written_again() {
    let mut person = Person::with(&[full_session()]);
    person.does(|archive| archive.save_screening(&full_screening()));
    let damaged = Key::Twin(Twin::Screening, Slot::B).to_string();
    person.shelf.0.insert(damaged.clone(), "1|x".to_owned());
    person.archive = person.shelf.open();
    person.does(|archive| archive.save_screening(&full_screening()));
    assert_eq!(person.archive.quarantined().collect::<Vec<_>>(), [(damaged.as_str(), "1|x")]);
}

#[test]
fn what_a_newer_version_wrote_is_never_rewritten() {
    let mut person = Person::with(&[full_session()]);
    let newer = |kind: &str, rev: u32| {
        spell(&serde_json::json!({
            "v": 2, "kind": kind, "id": id(1).to_string(), "rev": rev, "updated": NOON,
        }))
    };
    person.shelf.put(&Key::Session(id(1), 2), &newer("session", 2));
    person.shelf.put(&Key::Other(Kind::new("routine").unwrap(), id(1), 1), &newer("routine", 1));
    person.shelf.put(&Key::Twin(Twin::Settings, Slot::A), &newer("settings", 1));
    person.archive = person.shelf.open();
    assert_eq!(person.archive.newer().count(), 3);
    assert_eq!(person.archive.current(id(1)).map(|payload| &payload.what), Some(&What::Beyond));
    assert_eq!(person.archive.edit(&full_session(), NOON), Err(Blocked::Newer));
    assert_eq!(person.archive.tidy(), vec![]);

    let before = person.shelf.0.clone();
    person.does(|archive| archive.save_settings(&Settings::default(), NOON));
    assert!(before.iter().all(|(name, raw)| person.shelf.0.get(name) == Some(raw)));
    person.shelf.put(&Key::Twin(Twin::Settings, Slot::B), &newer("settings", 9));
    person.archive = person.shelf.open();
    assert_eq!(person.archive.save_settings(&Settings::default(), NOON), Err(Blocked::Newer));
}

#[test]
fn a_torn_journal_gives_what_is_readable_up_to_the_gap() {
    let mut person = Person::with(&[full_session()]);
    person.does(|archive| archive.begin_journal(&opening(id(4))));
    for seq in 1..=4 {
        person.does(|archive| archive.continue_journal(id(4), &step(seq)));
    }
    assert!(!person.journal().torn);
    person.shelf.0.remove(&Key::Journal(id(4), 3).to_string());
    person.archive = person.shelf.open();
    assert!(person.journal().torn);
    assert_eq!(person.journal().steps, [step(1), step(2)]);

    person.does(|archive| Ok(archive.quarantine()));
    assert_eq!(person.archive.quarantined().count(), 1);
    assert_eq!(person.journal().next_seq(), 3);
    person.does(|archive| archive.continue_journal(id(4), &step(3)));
    assert_eq!(person.journal().steps.len(), 3);
    assert!(!person.journal().torn);
}

#[test]
fn a_journal_without_its_opening_is_put_aside() {
    let mut person = Person::with(&[full_session()]);
    person.does(|archive| archive.begin_journal(&opening(id(4))));
    person.does(|archive| archive.continue_journal(id(4), &step(1)));
    person.shelf.0.insert(Key::Journal(id(4), 0).to_string(), "1|".to_owned());
    person.archive = person.shelf.open();
    assert_eq!(person.archive.journals(), []);
    person.does(|archive| Ok(archive.quarantine()));
    assert_eq!(person.archive.quarantined().count(), 2);
    assert_eq!(person.shelf.0.len(), 3);
}

#[test]
fn a_journal_of_a_newer_version_is_left_for_that_version() {
    let mut person = Person::with(&[full_session()]);
    for (seq, kind) in [(0, "opening"), (1, "step")] {
        let text = serde_json::json!({ "v": 2, "kind": kind, "id": id(4).to_string() });
        person.shelf.put(&Key::Journal(id(4), seq), &spell(&text));
    }
    person.archive = person.shelf.open();
    assert_eq!(person.archive.journals(), []);
    assert_eq!(person.archive.quarantine(), []);
}

#[test]
fn a_text_has_one_spelling_in_printable_ascii() {
    let spelt = spell(&"\u{7f}\u{1}\n\"\\/é🙂");
    assert_eq!(spelt, r#""\u007f\u0001\n\"\\/\u00e9\ud83d\ude42""#);
    let sealed = envelope::seal("{\"n\":1}");
    assert_eq!(envelope::open(&sealed), Ok("{\"n\":1}"));
    let (checksum, shouted) = (&sealed[2..10], sealed[2..10].to_uppercase());
    assert_ne!(checksum, shouted);
    assert!(envelope::open(&sealed.replace(checksum, &shouted)).is_err());
}

#[test]
fn a_text_under_the_wrong_name_is_damaged() {
    let mut person = Person::with(&[full_session()]);
    let raw = person.shelf.0.values().next().unwrap().clone();
    person.shelf.0.insert(Key::Session(id(2), 1).to_string(), raw);
    assert_eq!(person.shelf.open().damaged().count(), 1);
}

#[test]
fn erasing_leaves_nothing_of_this_profile() {
    let mut person = Person::with(&[full_session()]);
    person.does(|archive| archive.begin_journal(&opening(id(4))));
    person.shelf.0.insert("soepel.p0.later".to_owned(), "?".to_owned());
    person.archive = person.shelf.open();
    person.does(|archive| Ok(archive.erase()));
    assert_eq!(person.shelf.0.len(), 1, "the mark that nothing may come back");
    person.does(|archive| Ok(archive.emptied()));
    assert!(person.shelf.0.is_empty());
}

#[test]
fn a_history_is_in_order_of_start_with_one_record_per_id() {
    use soepel::domain::history::History;
    let made = |number: u8, revision: u32, start: i64| {
        let mut record = full_session();
        (record.id, record.revision, record.started_wall) = (id(number), revision, start);
        record
    };
    let mut history = History::new([made(1, 2, 30), made(2, 1, 20), made(1, 1, 5), made(3, 1, 10)]);
    let order = |history: &History| -> Vec<i64> {
        history.oldest_first().map(|record| record.started_wall).collect()
    };
    assert_eq!(order(&history), [10, 20, 30]);
    history.put(made(1, 3, 15));
    assert_eq!(order(&history), [10, 15, 20]);
    assert_eq!(history.newest_first().next().map(|record| record.id), Some(id(2)));
    assert_eq!(history.remove(id(2)).map(|record| record.id), Some(id(2)));
    assert_eq!((history.len(), history.get(id(2))), (2, None));
    assert_eq!(history.changed_since(NOON), 2);
    assert_eq!(history.on(full_session().day).count(), 2);
}
