//! A file in the place of everything: what stays all the same, and what is told beforehand. And the
//! filler that makes room.

use soepel::{
    archive::{
        convert::session,
        export::export,
        import::{self, Parsed},
        keys::Key,
        payload::spell,
        replace::{replaced, replacing},
        store::Archive,
        writes::{Blocked, Write},
    },
    domain::{
        item::Body,
        record::{RecordId, SessionRecord},
        settings::{Settings, Theme},
        spell::{Spell, SpellEnd, SpellKind},
        time::Day,
    },
};

use crate::{
    made::{NOON, full_session, id},
    stored::opening,
};

fn does(
    archive: &mut Archive,
    change: impl FnOnce(&Archive) -> Result<Vec<Write>, Blocked>,
) -> Vec<Write> {
    let writes = change(archive).expect("it may be written");
    for write in &writes {
        archive.apply(write);
    }
    writes
}

fn themed(theme: Theme) -> Settings {
    Settings { theme, ..Settings::default() }
}

fn file(archive: &Archive) -> Parsed {
    import::read(export(archive).as_bytes()).unwrap()
}

fn then(parsed: &Parsed, archive: &Archive) -> Archive {
    Archive::open(replaced(parsed, archive)).unwrap()
}

#[test]
fn a_session_that_was_begun_stays_when_a_file_takes_the_place_of_everything() {
    let mut here = Archive::default();
    does(&mut here, |archive| archive.begin_journal(&opening(id(7))));
    does(&mut here, |archive| archive.stamp_export(NOON));
    let after = then(&file(&Archive::default()), &here);
    assert_eq!(after.journals().len(), 1);
    assert_eq!(after.meta(), here.meta(), "when a copy was made last is known as before");
}

/// A file without settings leaves those that there are; one with settings brings its own.
#[test]
fn settings_stay_only_where_the_file_has_none() {
    let mut here = Archive::default();
    does(&mut here, |archive| archive.save_settings(&themed(Theme::Dark), NOON));
    // Twice, so that both slots are filled.
    does(&mut here, |archive| archive.save_settings(&themed(Theme::Light), NOON + 1));
    let mut there = Archive::default();
    does(&mut there, |archive| archive.finish(&full_session()));
    assert_eq!(then(&file(&there), &here).settings(), Some(&themed(Theme::Light)));
    does(&mut there, |archive| archive.save_settings(&themed(Theme::Dark), NOON));
    assert_eq!(then(&file(&there), &here).settings(), Some(&themed(Theme::Dark)));
}

#[test]
fn what_would_go_is_told_and_what_only_a_newer_version_reads_stays() {
    let day = Day::parse("2026-11-20").unwrap();
    let spell_of = |kind| Body::Spell(Spell { kind, from: day, end: SpellEnd::Open });
    let (ours, both) = (RecordId::new(NOON, [1; 10]), RecordId::new(NOON, [2; 10]));
    let mut here = Archive::default();
    let mut there = Archive::default();
    for number in [1, 2, 3] {
        let record = SessionRecord { id: id(number), ..full_session() };
        does(&mut here, |archive| archive.finish(&record));
        if number == 3 {
            does(&mut there, |archive| archive.finish(&record));
        }
    }
    for id in [ours, RecordId::new(NOON, [3; 10])] {
        does(&mut here, |archive| archive.put_item(id, spell_of(SpellKind::Ill), NOON));
    }
    for archive in [&mut here, &mut there] {
        does(archive, |archive| archive.put_item(both, spell_of(SpellKind::Fever), NOON));
    }
    let mut newer = session::write(&full_session(), soepel::archive::v1::Extra::new());
    (newer.v, newer.id) = (2, id(9).to_string());
    here.apply(&Write::Put {
        key: Key::Session(id(9), 1).to_string(),
        value: soepel::archive::envelope::seal(&spell(&newer)),
    });
    let parsed = file(&there);
    let told = replacing(&parsed, &here);
    assert_eq!((told.sessions, told.gone, told.others_gone, told.newer), (1, 2, 2, 1));
    assert_eq!(then(&parsed, &here).newer().count(), 1);
}

#[test]
fn the_filler_is_laid_once_and_given_up_once() {
    let mut archive = Archive::default();
    let writes = does(&mut archive, |archive| Ok(archive.lay_reserve()));
    let [Write::Put { key, value }] = &writes[..] else { panic!("{writes:?}") };
    assert_eq!(Key::parse(key), Some(Key::Reserve));
    assert_eq!(value.len(), 64 * 1024);
    assert!(archive.lay_reserve().is_empty(), "it is there");
    let given_up = archive.give_up_reserve();
    assert_eq!(given_up, Some(Write::Remove { key: key.clone() }));
    assert_eq!(archive.give_up_reserve(), None);
    assert_eq!(archive.lay_reserve().len(), 1, "there is none again");
}

#[test]
fn who_has_no_room_for_the_filler_goes_without() {
    let mut archive = Archive::default();
    let laid = does(&mut archive, |archive| Ok(archive.lay_reserve()));
    let other = [Write::Put { key: "soepel.p0.other".to_owned(), value: String::new() }];
    assert!(!archive.lacks_reserve(&other), "it was something else that did not fit");
    assert!(archive.lay_reserve().is_empty());
    assert!(archive.lacks_reserve(&laid));
    assert_eq!(archive.lay_reserve().len(), 1);
}
