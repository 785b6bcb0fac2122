//! Made-up people's data, and a storage that does what a browser's does.

use std::collections::BTreeMap;

use proptest::{collection, option, prelude::*};
use soepel::{
    archive::{
        convert::{packed, screening, session, session::Tombstone},
        envelope,
        keys::{Key, Slot, Twin},
        payload::spell,
        store::Archive,
        v1,
        writes::Write,
    },
    domain::{
        body::{BodyPart, Change, Score, Side},
        programme::SessionId,
        record::{
            After, Answer, Before, BeforeSport, Cleared, Consultation, Count, Degree, DoneMode,
            DoneRow, Ending, Felt, Form, Note, Outcome, RecordId, ScreeningRecord, SessionRecord,
            Span, StopReason,
        },
        time::{Day, Seconds},
    },
};

use crate::added::{swapped, told};

pub(crate) const NOON: i64 = 1_795_345_200_000;

/// Few cases in every run, as many as `PROPTEST_CASES` says in a long one.
pub(crate) fn cases(few: u32) -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(few),
    }
}

/// A browser's storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shelf(pub(crate) BTreeMap<String, String>);

impl Shelf {
    pub(crate) fn open(&self) -> Archive {
        Archive::open(self.0.clone()).expect("something can be read")
    }

    /// Does the writes, and checks that who follows them sees what who opens anew sees.
    pub(crate) fn write(&mut self, archive: &mut Archive, writes: &[Write]) {
        for write in writes {
            match write {
                Write::Put { key, value } => {
                    let verbatim = key.contains(".q.");
                    assert!(verbatim || value.is_ascii(), "{key}: {value}");
                    self.0.insert(key.clone(), value.clone());
                }
                Write::Remove { key } => {
                    self.0.remove(key);
                }
            }
            archive.apply(write);
        }
        assert_eq!(*archive, self.open());
    }

    pub(crate) fn put(&mut self, key: &Key, text: &str) {
        self.0.insert(key.to_string(), envelope::seal(text));
    }

    pub(crate) fn put_session(&mut self, record: &SessionRecord) {
        let text = spell(&session::write(record, v1::Extra::new()));
        self.put(&Key::Session(record.id, record.revision), &text);
    }
}

impl Shelf {
    /// In the second form.
    pub(crate) fn put_packed(&mut self, record: &SessionRecord) {
        let text = spell(&session::write(record, v1::Extra::new()));
        let packed = packed::pack(&text).expect("what the app writes can be packed");
        self.put(&Key::Session(record.id, record.revision), &packed);
    }
}

pub(crate) fn id(number: u8) -> RecordId {
    RecordId::new(NOON + i64::from(number), [number; 10])
}

/// A session with every field filled.
pub(crate) fn full_session() -> SessionRecord {
    SessionRecord {
        id: id(1),
        revision: 1,
        updated: NOON + 900_000,
        session: SessionId("P1-A".to_owned()),
        started_wall: NOON,
        offset: 60,
        zone: "Europe/Amsterdam".to_owned(),
        day: Day::parse("2026-11-22").unwrap(),
        active: Span::new(Seconds(620)).unwrap(),
        ending: Ending::Stopped(StopReason::GroinPinch),
        before: Before { pain: Score::new(2), place: Some(BodyPart::HipLeft), ..Before::default() },
        after: After {
            change: Change::new(1),
            pain: Score::new(1),
            effort: Score::new(4),
            note: Note::new("Knelde vóór in de lies 🙂").unwrap(),
            ..After::default()
        },
        done: vec![
            DoneRow {
                exercise: "quad-stretch-prone".to_owned(),
                mode: DoneMode::read("static"),
                side: Some(Side::Left),
                planned: Count::new(3).unwrap(),
                done: Count::new(3).unwrap(),
                held: Span::new(Seconds(60)).unwrap(),
                outcome: Outcome::Done,
            },
            DoneRow {
                exercise: "quad-stretch-prone".to_owned(),
                mode: DoneMode::read("static"),
                side: Some(Side::Right),
                planned: Count::new(3).unwrap(),
                done: Count::default(),
                held: Span::default(),
                outcome: Outcome::Skipped,
            },
            DoneRow {
                exercise: "wall-sit-of-2031".to_owned(),
                mode: DoneMode::Unknown("breathing".to_owned()),
                side: None,
                planned: Count::new(10).unwrap(),
                done: Count::new(4).unwrap(),
                held: Span::default(),
                outcome: Outcome::Partly,
            },
        ],
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: "0.1.0".to_owned(),
    }
}

pub(crate) fn full_screening() -> ScreeningRecord {
    let answers = [("S1", Answer::No), ("A1", Answer::Yes), ("S9", Answer::Unsure)];
    ScreeningRecord {
        day: Day::parse("2026-11-22").unwrap(),
        wall: NOON - 60_000,
        answers: answers.map(|(question, answer)| (question.to_owned(), answer)).into(),
        cleared: Some(Cleared { wall: NOON - 30_000 }),
        consultation: None,
    }
}

fn count() -> impl Strategy<Value = Count> {
    (0..=1_000u32).prop_map(|value| Count::new(value).unwrap())
}

fn span() -> impl Strategy<Value = Span> {
    (0..=86_400u32).prop_map(|value| Span::new(Seconds(value)).unwrap())
}

fn score() -> impl Strategy<Value = Option<Score>> {
    option::of((0..=10u8).prop_map(|value| Score::new(value).unwrap()))
}

pub(crate) fn one_of<T: Copy + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn note() -> impl Strategy<Value = Note> {
    proptest::string::string_regex("(?s).{0,40}").unwrap().prop_map(|text| Note::shortened(&text))
}

fn row() -> impl Strategy<Value = DoneRow> {
    let side = option::of(one_of(&[Side::Left, Side::Right]));
    let mode = prop_oneof!["static", "pnf-self", "reps", "[a-z-]{1,20}"];
    ("[a-b]|[a-z0-9-]{1,60}", mode, side, count(), count(), span(), one_of(Outcome::ALL)).prop_map(
        |(exercise, mode, side, planned, done, held, outcome)| DoneRow {
            exercise,
            mode: DoneMode::read(&mode),
            side,
            planned,
            done,
            held,
            outcome,
        },
    )
}

fn ending() -> impl Strategy<Value = Ending> {
    prop_oneof![
        Just(Ending::Completed),
        Just(Ending::FinishedEarly),
        Just(Ending::Abandoned),
        Just(Ending::AddedAfterwards),
        one_of(StopReason::ALL).prop_map(Ending::Stopped),
    ]
}

fn after() -> impl Strategy<Value = After> {
    let change = option::of((-3..=3i8).prop_map(|value| Change::new(value).unwrap()));
    let (form, felt) = (option::of(one_of(Form::ALL)), option::of(one_of(Felt::ALL)));
    (change, score(), score(), score(), form, felt, score(), note()).prop_map(
        |(change, pain, stiffness, effort, form, felt, morning, note)| After {
            change,
            pain,
            stiffness,
            effort,
            form,
            felt,
            morning,
            note,
        },
    )
}

/// Few ids, revisions and moments, so that records meet.
pub(crate) fn session_record() -> impl Strategy<Value = SessionRecord> {
    let head = (1..=6u8, 1..=3u32, 0..3i64, -1_440..=1_440i16, "[A-Za-z/_]{0,30}");
    let before = (
        score(),
        option::of(one_of(BodyPart::ALL)),
        option::of(one_of(BeforeSport::ALL)),
        score(),
        score(),
    );
    let before = before.prop_map(|(pain, place, sport, soreness, stiffness)| Before {
        pain,
        place,
        sport,
        soreness,
        stiffness,
    });
    let side = option::of(one_of(&[Side::Left, Side::Right]));
    let swap = ("[a-z0-9-]{1,60}", side, one_of(Degree::ALL), "[a-z-]{1,60}");
    let swap = swap.prop_map(|(exercise, side, degree, variant)| {
        let variant = (degree != Degree::Plain).then_some(variant.as_str());
        swapped(&exercise, side, degree, variant)
    });
    let rows = (collection::vec(row(), 0..4), told(), collection::vec(swap, 0..3));
    let body = ("[A-Z][0-9]-[A-Z]", 0..4_102_444_800_000i64, span(), ending());
    (head, body, before, after(), rows).prop_map(
        |(
            (number, revision, later, offset, zone),
            body,
            before,
            after,
            (done, (felt_in, stops), swaps),
        )| {
            let (session, started_wall, active, ending) = body;
            SessionRecord {
                id: id(number),
                revision,
                updated: NOON + later,
                session: SessionId(session),
                started_wall,
                offset,
                zone,
                day: Day::of(started_wall, 0),
                active,
                ending,
                before,
                after,
                done,
                stops,
                swaps,
                felt_in,
                app: "0.1.0".to_owned(),
            }
        },
    )
}

pub(crate) fn screening_record() -> impl Strategy<Value = ScreeningRecord> {
    let answers = collection::btree_map("[SA][0-9]{1,2}", one_of(Answer::ALL), 0..5);
    let day = || Day::parse("2026-11-22").unwrap();
    let held = "[a-z ]{0,9}"
        .prop_map(move |note| Consultation::Held { day: day(), note: Note::shortened(&note) });
    let consultation = prop_oneof![Just(Consultation::Planned { since: day() }), held];
    (0..3i64, answers, option::of(0..9i64), option::of(consultation)).prop_map(
        move |(later, answers, cleared, consultation)| ScreeningRecord {
            day: day(),
            wall: NOON + later,
            answers,
            cleared: cleared.map(|later| Cleared { wall: NOON + later }),
            consultation,
        },
    )
}

/// Any storage that several revisions, tombstones, newer records and answers make.
pub(crate) fn shelf() -> impl Strategy<Value = Shelf> {
    let tombstone = (1..=6u8, 1..=4u32, 0..3i64).prop_map(|(number, revision, later)| Tombstone {
        id: id(number),
        revision,
        updated: NOON + later,
    });
    let newer = (1..=6u8, 1..=3u32, 0..3i64, "\\PC{0,10}");
    (
        collection::vec(session_record(), 1..8),
        collection::vec(tombstone, 0..3),
        collection::vec(newer, 0..2),
        option::of(screening_record()),
        collection::vec("\\PC{1,20}", 0..2),
    )
        .prop_map(|(sessions, tombstones, newer, answers, broken)| {
            let mut shelf = Shelf::default();
            for record in &sessions {
                if record.started_wall % 2 == 0 {
                    shelf.put_session(record);
                } else {
                    shelf.put_packed(record);
                }
            }
            for tombstone in tombstones {
                let key = Key::Tombstone(tombstone.id, tombstone.revision);
                shelf.put(&key, &spell(&session::write_tombstone(tombstone)));
            }
            for (number, rev, later, word) in newer {
                let id = id(number);
                let text = serde_json::json!({
                    "v": 2, "kind": "session", "id": id.to_string(), "rev": rev,
                    "updated": NOON + later, "word": word,
                });
                shelf.put(&Key::Session(id, rev), &spell(&text));
            }
            if let Some(record) = answers {
                let text = spell(&screening::write(&record, 1, v1::Extra::new()));
                shelf.put(&Key::Twin(Twin::Screening, Slot::A), &text);
            }
            for raw in broken {
                shelf.0.insert(Key::quarantine("soepel.p0.s.X.1", &raw).to_string(), raw);
            }
            shelf
        })
}
