//! Just within a bound and just beyond it, in what reads, names, merges and migrates.

use serde_json::json;
use soepel::{
    archive::{
        convert::{MOMENTS, REVISIONS, dose, journal},
        export::export,
        import,
        journal::MarkedRange,
        json::{self, Unread},
        keys::{Key, Kind, Slot, Twin},
        merge::preview,
        mirror::Reconciled,
        payload::{Payload, spell},
        problem::Problem,
        store::Archive,
        v1,
    },
    domain::{
        dose::{Mode, Protocol, Resistance, Tempo},
        planning::choices::Choices,
        record::SessionRecord,
        session::Mark,
        time::{Millis, Seconds},
    },
};

use crate::{
    made::{NOON, Shelf, full_session, id},
    plan,
    stored::{opening, step},
};

#[test]
fn what_moves_the_pen_has_a_short_spelling() {
    let text = json::canonical(&"\r\t\u{8}\u{c}\n\u{7f}".into());
    assert_eq!(text, r#""\r\t\b\f\n\u007f""#);
}

/// A file holds two and a half million values, an object counting for twenty more; the next one is
/// too many.
#[test]
fn a_text_may_hold_so_many_values_and_not_one_more() {
    let objects = vec!["{}"; 119_047].join(",");
    let with = |nulls: usize| {
        let nulls = ",null".repeat(nulls);
        json::read(&format!("[{objects}{nulls}]"))
    };
    assert!(with(12).is_ok());
    assert_eq!(with(13), Err(Unread::TooMany));
}

#[test]
fn every_name_reads_back_as_what_it_names() {
    let kind = Kind::new("routine").unwrap();
    for key in [
        Key::Twin(Twin::Meta, Slot::A),
        Key::Twin(Twin::Settings, Slot::B),
        Key::Twin(Twin::Screening, Slot::A),
        Key::Session(id(1), 3),
        Key::Tombstone(id(1), 4),
        Key::Other(kind, id(2), 1),
        Key::Journal(id(3), 0),
        Key::quarantine("soepel.p0.s.x", "torn"),
        Key::Reserve,
        Key::Erased,
    ] {
        assert_eq!(Key::parse(&key.to_string()), Some(key));
    }
    for text in ["soepel.p0.other", "soepel.p0.meta.c", "soepel.p0.s.x.01", "soepel.p1.rsv"] {
        assert_eq!(Key::parse(text), None, "{text}");
    }
}

fn newer(kind: &str, change: impl FnOnce(&mut serde_json::Value)) -> String {
    let mut value = json!({
        "v": 2, "kind": kind, "id": id(1).to_string(), "rev": 1, "updated": NOON, "word": "later",
    });
    change(&mut value);
    value.to_string()
}

#[test]
fn a_record_of_a_newer_version_is_kept_in_the_one_spelling() {
    let spaced = format!(" {} ", newer("session", |_| ()).replace(':', " : "));
    let payload = Payload::read(&spaced).unwrap();
    assert_eq!(payload.text(), spell(&serde_json::from_str::<serde_json::Value>(&spaced).unwrap()));
    assert!(!payload.text().contains(' '));
    assert!(payload.is_sealed_as(&payload.seal()));
    assert!(!payload.is_sealed_as(&payload.seal().replace("1|", "2|")));
    assert!(!payload.is_sealed_as(&payload.text()));
}

#[test]
fn a_record_of_a_newer_version_is_held_to_the_bounds_of_what_orders_it() {
    let read = |rev: u32, updated: i64| {
        let text = newer("session", |it| {
            it["rev"] = rev.into();
            it["updated"] = updated.into();
        });
        Payload::read(&text).map(|payload| (payload.head.revision, payload.head.updated))
    };
    let (last, latest) = (*REVISIONS.end(), *MOMENTS.end());
    assert_eq!(read(last, latest), Ok((last, latest)));
    assert_eq!(read(1, 0), Ok((1, 0)));
    let range = Problem::OutOfRange;
    assert_eq!(read(last + 1, latest), Err(vec![range("rev")]));
    assert_eq!(read(u32::MAX, latest), Err(vec![range("rev")]));
    assert_eq!(read(1, latest + 1), Err(vec![range("updated")]));
    assert_eq!(read(last + 1, -1), Err(vec![range("rev"), range("updated")]));
}

/// Settings and answers have two names and no id, whatever a newer version puts in them.
#[test]
fn a_text_stands_only_under_its_own_name() {
    let sealed = |text: &str| soepel::archive::envelope::seal(text);
    let opens = |key: Key, text: &str| match Payload::open(&key, &sealed(text)) {
        Ok(_) => true,
        Err(problems) => {
            assert_eq!(problems, [Problem::WrongKey]);
            false
        }
    };
    for kind in ["settings", "screening", "meta", "opening", "step"] {
        let payload = Payload::read(&newer(kind, |_| ())).unwrap();
        assert_eq!(payload.key(), None, "{kind}");
    }
    let twin = |slot| Key::Twin(Twin::Settings, slot);
    assert!(opens(twin(Slot::A), &newer("settings", |_| ())));
    assert!(!opens(twin(Slot::A), &newer("settings", |it| it["rev"] = 0.into())));
    assert!(!opens(twin(Slot::B), &newer("screening", |_| ())));
    assert!(!opens(twin(Slot::B), &newer("screening", |it| it["rev"] = 0.into())));
    assert!(opens(Key::Journal(id(1), 0), &newer(v1::OPENING, |_| ())));
    assert!(opens(Key::Journal(id(1), 1), &newer(v1::STEP, |_| ())));
    assert!(!opens(Key::Journal(id(2), 0), &newer(v1::OPENING, |_| ())), "of another session");
    assert!(!opens(Key::Journal(id(1), 1), &newer(v1::OPENING, |_| ())));
    assert!(!opens(Key::Journal(id(1), 0), &newer(v1::STEP, |_| ())));
    assert!(!opens(Key::Reserve, &newer("session", |_| ())));
}

/// It says nothing that would show.
#[test]
fn a_deletion_of_what_never_was_here_counts_for_nothing() {
    let mut there = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.finish(&full_session()).unwrap();
    there.write(&mut archive, &writes);
    let writes = archive.delete(id(1), NOON + 1_000_000).unwrap();
    there.write(&mut archive, &writes);
    let parsed = import::read(export(&archive).as_bytes()).unwrap();
    let told = preview(&parsed, &Archive::default());
    assert_eq!((told.new, told.same, told.newer_in_file, told.deleted_in_file), (0, 0, 0, 0));
}

/// As many texts in all as the first would come to if counted wrongly.
#[test]
fn a_session_that_only_the_second_store_has_comes_back_beside_texts_that_were_put_aside() {
    let mut first = Shelf::default();
    for number in [1, 2] {
        first.put_session(&SessionRecord { id: id(number), ..full_session() });
    }
    for raw in ["one", "two", "three"] {
        first.0.insert(Key::quarantine("soepel.p0.s.x", raw).to_string(), raw.to_owned());
    }
    let mut second = first.clone();
    second.put_session(&SessionRecord { id: id(3), ..full_session() });
    let mut archive = first.open();
    let found = archive.reconcile(second.0.clone().into_iter().collect());
    assert!(found.restores() && found.second.is_empty());
    assert_eq!(archive.history().len(), 3);
    assert_eq!(archive.reconcile(second.0.into_iter().collect()), Reconciled::default());
}

/// What fills the room and what says that everything was erased belong to the first store alone.
#[test]
fn what_belongs_to_one_store_is_not_put_aside_from_the_other() {
    let mut first = Shelf::default();
    first.put_session(&full_session());
    let mut second = first.clone();
    for key in [Key::Reserve, Key::Erased] {
        second.0.insert(key.to_string(), "of another time".to_owned());
    }
    let mut archive = first.open();
    let found = archive.reconcile(second.0.into_iter().collect());
    assert_eq!(archive.quarantined().count(), 0);
    assert!(found.first.is_empty(), "{found:?}");
}

/// Of two texts put aside under one name, the one whose checksum the name gives is whole.
#[test]
fn of_two_texts_put_aside_the_whole_one_stays_in_both_stores() {
    let key = Key::quarantine("soepel.p0.s.x", "the whole text");
    let shelf = |raw: &str| {
        let mut shelf = Shelf::default();
        shelf.put_session(&full_session());
        shelf.0.insert(key.to_string(), raw.to_owned());
        shelf
    };
    for (ours, theirs) in [("the whole text", "the who"), ("the who", "the whole text")] {
        let mut archive = shelf(ours).open();
        archive.reconcile(shelf(theirs).0.into_iter().collect());
        let kept: Vec<_> = archive.quarantined().map(|(_, raw)| raw.to_owned()).collect();
        assert_eq!(kept, ["the whole text"]);
    }
    let mut none = Shelf::default();
    none.put_session(&full_session());
    let mut archive = none.open();
    archive.reconcile(shelf("torn once more").0.into_iter().collect());
    assert_eq!(archive.quarantined().count(), 1, "better torn than gone");
}

/// Each number differs, so that none can take the place of another.
fn every_mode() -> Vec<(Mode, Protocol)> {
    let s = Seconds;
    let pnf = |resistance| Protocol::Pnf {
        resistance,
        cycles: 1,
        find: s(2),
        contract: s(3),
        relax: s(4),
        release: s(5),
    };
    let stretch =
        Protocol::Static { reps: 1, ease_in: s(2), hold: s(3), release: s(4), rest: s(5) };
    let isometric = Protocol::IsometricEndRange {
        ease_in: s(1),
        passive: s(2),
        rounds: 3,
        ramp: s(4),
        effort_a: s(5),
        effort_b: s(6),
        settle: s(7),
        exit: s(8),
    };
    let lift = Protocol::EndRangeLift {
        sets: 1,
        reps: 2,
        lift: s(3),
        hold: s(4),
        lower: s(5),
        pause: s(6),
        rest: s(7),
    };
    let tempo = Tempo { out: s(3), end_hold: s(4), back: s(5), start_hold: s(6) };
    vec![
        (Mode::Static, stretch),
        (Mode::PnfSelf, pnf(Resistance::Own)),
        (Mode::PnfPartner, pnf(Resistance::Partner)),
        (Mode::IsometricEndRange, isometric),
        (
            Mode::ControlledRotation,
            Protocol::ControlledRotation { circles: 1, circle: s(2), directions: 3 },
        ),
        (Mode::EndRangeLift, lift),
        (Mode::Reps, Protocol::Reps { sets: 1, reps: 2, tempo, rest: s(7) }),
        (Mode::Hold, Protocol::Hold { reps: 1, hold: s(2), rest: s(3) }),
        (Mode::Dynamic, Protocol::Dynamic { sets: 1, reps: 2, rep: s(3), rest: s(4) }),
        (Mode::Timed, Protocol::Timed { duration: s(1) }),
    ]
}

#[test]
fn a_dose_of_every_mode_comes_back_as_it_was() {
    assert_eq!(every_mode().len(), Mode::ALL.len());
    for (mode, protocol) in every_mode() {
        let numbers = dose::write(&protocol);
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<u32>>(), "{mode:?}");
        assert_eq!(dose::read(mode, &numbers), Some(protocol), "{mode:?}");
        assert_eq!(dose::read(mode, &numbers[1..]), None, "one number too few for {mode:?}");
    }
}

#[test]
fn no_number_of_a_dose_is_larger_than_a_day_in_seconds() {
    let day = |duration| dose::read(Mode::Timed, &[duration]);
    assert_eq!(day(86_400), Some(Protocol::Timed { duration: Seconds(86_400) }));
    assert_eq!(day(86_401), None);
    assert_eq!(day(u32::MAX), None);
}

#[test]
fn an_opening_holds_so_many_blocks_and_no_effort_over_the_whole() {
    let shape = journal::write_opening(&opening(id(1)));
    assert!(shape.efforts.is_empty(), "nobody was asked to push");
    let with = |blocks: usize, efforts: Vec<u32>| {
        let mut shape = shape.clone();
        shape.blocks = vec![shape.blocks[0].clone(); blocks];
        shape.efforts = efforts;
        journal::read_opening(&shape).map(|opening| {
            (opening.blocks.len(), opening.blocks.first().and_then(|block| block.effort_most))
        })
    };
    assert_eq!(with(200, vec![100]), Ok((200, Some(100))));
    assert_eq!(with(201, vec![100]), Err(vec![Problem::OutOfRange("blocks")]));
    assert_eq!(with(1, vec![101]), Err(vec![Problem::OutOfRange("efforts")]));
    assert_eq!(with(1, vec![0]), Ok((1, None)), "none is no effort");
    assert_eq!(with(1, vec![1]), Ok((1, Some(1))));
}

#[test]
fn a_mark_lasts_a_day_at_most_and_stands_within_the_session() {
    const DAY: u64 = 86_400_000;
    let read = |from: u32, to: u32, name: &str, millis: u64| {
        let mut shape = journal::write_step(id(1), &step(1));
        shape.marks = vec![v1::Mark(from, to, name.to_owned(), millis)];
        journal::read_step(&shape).map(|(_, step)| step.marks[0])
    };
    let mark = |from, to, mark| Ok(MarkedRange { from, to, mark });
    let wrong = Err(vec![Problem::OutOfRange("marks")]);
    assert_eq!(read(0, 0, "counted", DAY), mark(0, 0, Mark::Counted(Millis(DAY))));
    assert_eq!(read(0, 0, "partly", DAY), mark(0, 0, Mark::Partly(Millis(DAY))));
    assert_eq!(read(0, 0, "counted", DAY + 1), wrong);
    assert_eq!(read(0, 0, "partly", DAY + 1), wrong);
    assert_eq!(read(99_999, 100_000, "done", 0), mark(99_999, 100_000, Mark::Done));
    assert_eq!(read(99_999, 100_001, "done", 0), wrong);
    assert_eq!(read(3, 2, "done", 0), wrong);
}

#[test]
fn a_plan_that_was_in_no_calendar_says_nothing_of_it() {
    let never = Choices { in_calendar: 0, ..Choices::default() };
    let once = Choices { in_calendar: 1, ..Choices::default() };
    assert!(!plan::text(&never).contains("in_calendar"));
    assert!(plan::text(&once).contains("\"in_calendar\":1"));
}
