//! The history as a table for a spreadsheet: it opens well in a Dutch Excel, and nothing in it is
//! ever taken for a formula.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

use proptest::prelude::*;
use soepel::{
    app::{
        backup::{
            BackupEvent,
            table::{Cell, separator, spell},
        },
        command::Command,
        event::Event,
        model::Model,
    },
    domain::{
        body::{Change, Score},
        programme::SessionId,
        record::{
            After, Before, Count, DoneMode, DoneRow, Ending, Note, Outcome, RecordId,
            SessionRecord, Span, StopReason,
        },
        settings::Settings,
        text::Language,
        time::{Day, Moment, Seconds},
    },
};

/// Sunday 22 November 2026, 09:30 in Amsterdam.
const NOW: Moment = Moment { wall: 1_795_336_200_000, mono: 0, offset: 60 };

fn record(note: &str) -> SessionRecord {
    let row = |outcome| DoneRow {
        exercise: "glute-bridge".to_owned(),
        mode: DoneMode::read("reps"),
        side: None,
        planned: Count::capped(8),
        done: Count::capped(8),
        held: Span::default(),
        outcome,
    };
    SessionRecord {
        id: RecordId::new(NOW.wall, [1; 10]),
        revision: 1,
        updated: NOW.wall,
        session: SessionId("P6-2min".to_owned()),
        started_wall: NOW.wall,
        offset: 60,
        zone: String::new(),
        day: Day::parse("2026-11-22").unwrap(),
        active: Span::capped(Seconds(150)),
        ending: Ending::Stopped(StopReason::TooHard),
        before: Before { pain: Score::new(3), ..Before::default() },
        after: After {
            change: Change::new(-1),
            effort: Score::new(7),
            note: Note::shortened(note),
            ..After::default()
        },
        done: vec![row(Outcome::Done), row(Outcome::Skipped)],
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: "0.1.0".to_owned(),
    }
}

fn table(note: &str, language: Language) -> (String, String) {
    let mut model = Model::default();
    model.update(Event::Opened { entries: Some(Vec::new()), zone: String::new() }, NOW);
    let settings = Settings { welcomed: true, language, ..Settings::default() };
    model.update(Event::ChangedSettings(settings), NOW);
    model.update(Event::AddedAfterwards(record(note)), NOW);
    let commands = model.update(Event::Backup(BackupEvent::ClickedTable), NOW).commands;
    match &commands[..] {
        [Command::Download { name, text }] => (name.clone(), text.clone()),
        other => panic!("{other:?}"),
    }
}

/// Any reader of RFC 4180: the rows, each with its cells.
fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut signs) =
        (false, text.strip_prefix('\u{FEFF}').unwrap().chars().peekable());
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        let cell = row.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted && signs.peek() == Some(&'\n') => {
                signs.next();
                rows.push(vec![String::new()]);
            }
            _ if sign == separator && !quoted => row.push(String::new()),
            _ => cell.push(sign),
        }
    }
    rows.pop();
    rows
}

#[test]
fn a_session_is_one_line_under_a_header_in_the_persons_language() {
    let (name, text) = table("Ging goed; bijna \"los\"", Language::Dutch);
    assert_eq!(name, "soepel-2026-11-22.csv");
    assert!(text.starts_with("\u{FEFF}Datum;Begin;Sessie;"), "{text}");
    let rows = rows(&text, ';');
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].len(), rows[1].len());
    let told: Vec<&str> = rows[1].iter().map(String::as_str).collect();
    assert_eq!(told[..2], ["2026-11-22", "09:30"]);
    assert_eq!(told[3..5], ["P6-2min", "3"], "half a minute counts");
    assert_eq!(told[6..9], ["1", "2", "0"]);
    assert_eq!(told[9..], ["3", "", "", "", "", "7", "-1", "Ging goed; bijna \"los\""]);
    let (_, text) = table("", Language::English);
    assert!(text.starts_with("\u{FEFF}Date,Start,Session,"), "{text}");
}

#[test]
fn a_note_is_never_a_formula() {
    for note in [
        "=1+1",
        "+31 6",
        "-2 vandaag",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "=1;\"x\"\n=2",
        "\n=1",
        "＝1",
    ] {
        let (_, text) = table(note, Language::Dutch);
        let cell = rows(&text, ';')[1].last().unwrap().clone();
        assert_eq!(cell, format!("'{note}"));
    }
    let (_, text) = table("gewoon = goed", Language::Dutch);
    assert_eq!(rows(&text, ';')[1].last().unwrap(), "gewoon = goed");
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        any::<i64>().prop_map(Cell::Number),
        any::<String>().prop_map(Cell::Text),
        "[=+@\\t\\r\\n \"',;-]{0,6}[a-z=]{0,3}".prop_map(Cell::Text),
    ]
}

proptest! {
    #[test]
    fn whatever_stands_in_the_cells_comes_back_and_none_is_a_formula(
        made in prop::collection::vec(prop::collection::vec(cell(), 2..5), 1..6)
    ) {
        for language in [Language::Dutch, Language::English] {
            let read = rows(&spell(&made, separator(language)), separator(language));
            prop_assert_eq!(read.len(), made.len());
            for (cells, told) in made.iter().zip(read) {
                prop_assert_eq!(cells.len(), told.len());
                for (cell, told) in cells.iter().zip(told) {
                    let harmless = told.parse::<i64>().is_ok()
                        || !told.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
                    prop_assert!(harmless, "{told}");
                    match cell {
                        Cell::Empty => prop_assert_eq!(told, ""),
                        Cell::Number(number) => prop_assert_eq!(told, number.to_string()),
                        Cell::Text(text) => {
                            let same = told == *text || told == format!("'{text}");
                            prop_assert!(same, "{} is not {}", told, text);
                        }
                    }
                }
            }
        }
    }
}
