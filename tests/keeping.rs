//! What the page about keeping says of a file before anything is done with it.

use soepel::{
    app::{
        event::Event,
        model::Model,
        view::keeping::{Incoming, Kept, brings_nothing},
    },
    archive::{export::export, import::Refusal, merge::Preview, store::Archive},
    domain::{
        settings::{Settings, Theme},
        time::{Day, Moment},
    },
    route::Route,
};

/// Sunday 22 November 2026, half past twelve at night where it is an hour later than UTC.
const NOW: Moment = Moment { wall: 1_795_303_800_000, mono: 0, offset: 60 };

fn opened() -> Model {
    let mut model = Model::default();
    model.update(Event::Opened { entries: Some(Vec::new()), zone: String::new() }, NOW);
    model.update(Event::ChangedSettings(Settings { welcomed: true, ..Settings::default() }), NOW);
    model
}

fn exported(model: &Model) -> Vec<u8> {
    export(model.archive().unwrap_or(&Archive::default())).into_bytes()
}

fn shown(model: &Model) -> Option<Preview> {
    match model.incoming() {
        Some(Incoming::Ready(preview)) => Some(preview),
        _ => None,
    }
}

#[test]
fn a_file_that_cannot_be_read_and_one_that_is_refused_are_told_apart() {
    let mut model = opened();
    model.update(Event::FilePicked(None), NOW);
    assert_eq!(model.incoming(), Some(Incoming::Unreadable));
    model.update(Event::FilePicked(Some(b"{}".to_vec())), NOW);
    assert_eq!(model.incoming(), Some(Incoming::Refused(Refusal::NotOurFormat)));
}

#[test]
fn ones_own_export_brings_nothing() {
    let mut model = opened();
    let file = exported(&model);
    model.update(Event::FilePicked(Some(file)), NOW);
    assert!(shown(&model).is_some_and(|preview| brings_nothing(&preview)));
}

#[test]
fn other_settings_are_something_to_choose_about() {
    let mut model = opened();
    let file = exported(&model);
    let dark = Settings { theme: Theme::Dark, ..model.settings.clone() };
    model.update(Event::ChangedSettings(dark), NOW);
    model.update(Event::FilePicked(Some(file)), NOW);
    assert!(
        shown(&model).is_some_and(|preview| preview.settings_differ && !brings_nothing(&preview))
    );
}

#[test]
fn what_was_said_about_a_file_goes_when_its_page_does() {
    let mut model = opened();
    model.update(Event::Navigated(Route::Data), NOW);
    model.update(Event::FilePicked(None), NOW);
    model.update(Event::Navigated(Route::Settings), NOW);
    assert_eq!(model.incoming(), None);
}

#[test]
fn an_export_is_dated_on_the_calendar_of_the_device() {
    let mut model = opened();
    assert_eq!(model.kept(NOW), Kept::default());
    model.update(Event::ClickedExport, NOW);
    assert_eq!(model.kept(NOW).last_export, Some(Day::of(NOW.wall, NOW.offset)));
    assert_ne!(model.kept(NOW).last_export, Some(Day::of(NOW.wall, 0)), "UTC is a day behind");
}
