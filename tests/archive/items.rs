//! Kept things besides sessions: put, changed, taken away, and merged like everything else.

use soepel::{
    archive::{
        export::export,
        import,
        merge::{SettingsChoice, merge},
        payload::Payload,
        problem::Problem,
        store::Archive,
    },
    domain::{
        body::{BodyPart, Score, Side},
        day::RedDay,
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        item::{Body, BreakDay},
        record::{DoneMode, RecordId},
        routine::{Between, Routine, RoutineBlock, RoutineName},
        spell::{Spell, SpellEnd, SpellKind},
        time::{Day, Seconds},
    },
};

use crate::made::{NOON, Shelf};

fn breaks(done: u32) -> Body {
    Body::Breaks(BreakDay { day: Day::parse("2026-11-26").unwrap(), done })
}

fn id() -> RecordId {
    RecordId::new(NOON, [7; 10])
}

#[test]
fn a_thing_is_put_changed_and_taken_away_and_only_its_last_revision_stays() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    for done in [1, 2] {
        let writes = archive.put_item(id(), breaks(done), NOON).unwrap();
        shelf.write(&mut archive, &writes);
    }
    let there: Vec<_> = archive.items().map(|item| (item.revision, item.body.clone())).collect();
    assert_eq!(there, [(2, Some(breaks(2)))]);
    assert_eq!(shelf.0.len(), 1);
    let writes = archive.remove_item(id(), &breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(archive.items().count(), 0);
    assert_eq!(shelf.0.len(), 1, "that it was taken away is kept");
}

#[test]
fn an_older_file_does_not_bring_back_what_was_taken_away() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = import::read(export(&archive).as_bytes()).unwrap();
    let writes = archive.remove_item(id(), &breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(merge(&file, &archive, SettingsChoice::KeepOurs), []);

    let mut other = Archive::default();
    for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
        other.apply(&write);
    }
    assert_eq!(other.items().next().unwrap().body, Some(breaks(3)));
}

#[test]
fn what_a_newer_version_added_to_a_thing_stays_when_it_is_changed() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(1), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = export(&archive).replace("\"done\":1", "\"done\":1,\"later\":\"x\"");
    let sealed = import::read(file.as_bytes());
    assert!(sealed.is_err(), "the checksum notices");
    let text = "{\"body\":{\"day\":\"2026-11-26\",\"done\":1,\"later\":\"x\"},\"id\":\"ID\",\"kind\":\"breaks\",\"rev\":1,\"soon\":2,\"updated\":1795345200000,\"v\":1}"
        .replace("ID", &id().to_string());
    let key = shelf.0.keys().next().unwrap().clone();
    shelf.0.insert(key, soepel::archive::envelope::seal(&text));
    let mut archive = shelf.open();
    let writes = archive.put_item(id(), breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let kept = shelf.0.values().next().unwrap();
    assert!(kept.contains("\"later\":\"x\"") && kept.contains("\"soon\":2"), "{kept}");
}

#[test]
fn a_day_that_pain_took_reads_back_and_one_out_of_range_is_refused() {
    let day = Day::parse("2026-11-26").unwrap();
    for (place, sharp, pain) in [(None, true, 0), (Some(BodyPart::LowBack), false, 10)] {
        let pain = Score::new(pain).unwrap();
        let body = Body::RedDay(RedDay { day, wall: NOON, pain, place, sharp });
        let mut shelf = Shelf::default();
        let mut archive = Archive::default();
        let writes = archive.put_item(id(), body.clone(), NOON).unwrap();
        shelf.write(&mut archive, &writes);
        assert_eq!(shelf.open().items().next().unwrap().body, Some(body));
        let (key, raw) = shelf.0.iter().next().unwrap();
        let text = soepel::archive::envelope::open(raw).unwrap();
        for (there, wrong) in [("\"pain\":", "\"pain\":9"), ("2026-11-26", "2026-11-36")] {
            let mended = soepel::archive::envelope::seal(&text.replace(there, wrong));
            let mended = Shelf([(key.clone(), mended)].into());
            // Nothing else stands there, so nothing can be read.
            assert!(Archive::open(mended.0).is_err(), "{wrong}");
        }
    }
}

fn block(exercise: &str, mode: DoneMode) -> RoutineBlock {
    let exercise = ExerciseId::new(exercise).unwrap();
    RoutineBlock { exercise, mode, change: Adjustment::default(), working: Working::Both }
}

/// With every number once, a side, and an exercise and a mode that nobody knows yet.
fn routine() -> Routine {
    let mut stretch = block("quad-stretch-prone", DoneMode::Known(Mode::Static));
    stretch.change = Adjustment {
        sets: Some(2),
        reps: Some(3),
        hold: Some(Seconds(25)),
        passive: Some(Seconds(60)),
        duration: Some(Seconds(120)),
    };
    stretch.working = Working::Only(Side::Left);
    let later = block("moon-walk", DoneMode::Unknown("weightless".to_owned()));
    let name = RoutineName::new("Na het wérk").unwrap();
    Routine { name, between: Between::new(Seconds(20)).unwrap(), blocks: vec![stretch, later] }
}

#[test]
fn a_routine_comes_back_whole_also_from_a_file() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), Body::Routine(routine()), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let there = shelf.open().items().next().unwrap().body.clone();
    assert_eq!(there, Some(Body::Routine(routine())));
    let file = import::read(export(&archive).as_bytes()).unwrap();
    let mut other = Archive::default();
    for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
        other.apply(&write);
    }
    assert_eq!(other.items().next().unwrap().body, Some(Body::Routine(routine())));
}

#[test]
fn everything_that_is_wrong_with_a_routine_is_told() {
    let text = "{\"body\":{\"between\":121,\"blocks\":[{\"exercise\":\"Geen slug\",\"mode\":\"static\",\"hold\":86401,\"side\":\"both\"}],\"name\":\" \"},\"id\":\"ID\",\"kind\":\"routine\",\"rev\":1,\"updated\":1795345200000,\"v\":1}"
        .replace("ID", &id().to_string());
    let fields = |text: &str| {
        let problems = Payload::read(text).unwrap_err();
        let field = |problem| match problem {
            Problem::OutOfRange(field) => field,
            other => panic!("{other:?}"),
        };
        problems.into_iter().map(field).collect::<Vec<_>>()
    };
    assert_eq!(fields(&text), ["name", "between", "blocks.exercise", "blocks.dose", "blocks.side"]);
    let start = text.find('[').unwrap();
    let end = text.find(']').unwrap();
    let empty = format!("{}{}", &text[..=start], &text[end..]);
    assert_eq!(fields(&empty), ["name", "between", "blocks"]);
}

#[test]
fn every_kind_of_spell_comes_back_open_with_its_end_set_ahead_or_said_to_be_over() {
    let day = Day::parse("2026-11-26").unwrap();
    for kind in SpellKind::ALL {
        for end in [SpellEnd::Open, SpellEnd::On(day.plus(7)), SpellEnd::Said { day, at: NOON }] {
            let body = Body::Spell(Spell { kind: *kind, from: day, end });
            let mut shelf = Shelf::default();
            let mut archive = Archive::default();
            let writes = archive.put_item(id(), body.clone(), NOON).unwrap();
            shelf.write(&mut archive, &writes);
            assert_eq!(shelf.open().items().next().unwrap().body, Some(body));
        }
    }
}

#[test]
fn a_spell_that_ends_before_it_began_or_of_another_kind_is_refused_with_the_field_named() {
    let text = |body: &str| {
        let id = id().to_string();
        format!(
            "{{\"body\":{body},\"id\":\"{id}\",\"kind\":\"spell\",\"rev\":1,\"updated\":1795345200000,\"v\":1}}"
        )
    };
    let wrong = [
        ("{\"from\":\"2026-11-26\",\"what\":\"plague\"}", "what"),
        ("{\"from\":\"2026-11-36\",\"what\":\"ill\"}", "from"),
        ("{\"from\":\"2026-11-26\",\"until\":\"2026-11-25\",\"what\":\"ill\"}", "until"),
        ("{\"ended\":1795345200000,\"from\":\"2026-11-26\",\"what\":\"ill\"}", "ended"),
    ];
    for (body, field) in wrong {
        let problems = Payload::read(&text(body)).unwrap_err();
        assert_eq!(problems, [Problem::OutOfRange(field)], "{body}");
    }
}
