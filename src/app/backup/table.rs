//! The history as a table for a spreadsheet: one line per session, to read and not to bring back.
//!
//! Excel decides by the settings of the device what parts the cells: `;` where numbers have a comma
//! in them, as in Dutch, and `,` in English. Without a byte order mark it reads no accents. Other
//! programs ask, or see it for themselves.

use crate::{
    app::{model::Model, view::history::Named},
    content::{
        phrases::{Phrase, ending, routines, table as words},
        reading::reading,
    },
    domain::{
        body::Score,
        record::{Ending, Outcome, SessionRecord},
        text::Language,
        time::Moment,
    },
};

const MARK: &str = "\u{FEFF}";
/// What a spreadsheet takes for the beginning of a formula, or passes over before one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// One cell: a number of ours, or a text that may be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Number(i64),
    Text(String),
}

impl Model {
    /// The name of the file and what stands in it.
    pub(in crate::app) fn table(&self, now: Moment) -> (String, String) {
        let language = self.settings.language;
        let header = HEADER.map(|word| Cell::Text(word.read(language).to_owned())).to_vec();
        let lines = self.history.oldest_first().map(|record| self.cells(record));
        let rows: Vec<Vec<Cell>> = std::iter::once(header).chain(lines).collect();
        (format!("soepel-{}.csv", now.day().iso()), spell(&rows, separator(language)))
    }

    fn cells(&self, record: &SessionRecord) -> Vec<Cell> {
        let language = self.settings.language;
        let text =
            |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
        let score = |score: Option<Score>| {
            score.map_or(Cell::Empty, |score| Cell::Number(i64::from(score.value())))
        };
        let count = |rows: usize| Cell::Number(i64::try_from(rows).unwrap_or(i64::MAX));
        let done = record.done.iter().filter(|row| row.outcome == Outcome::Done).count();
        let change = record.after.change;
        vec![
            Cell::Text(record.day.iso()),
            Cell::Text(clock(record.started_wall, record.offset)),
            Cell::Text(self.name_of(record, language)),
            text(&record.session.0),
            // Half a minute and more counts as a whole one.
            Cell::Number(i64::from((record.active.seconds().0 + 30) / 60)),
            Cell::Text(how_it_ended(record.ending, language)),
            count(done),
            count(record.done.len()),
            count(record.stops.len()),
            score(record.before.pain),
            score(record.after.pain),
            score(record.before.stiffness),
            score(record.after.stiffness),
            score(record.after.morning),
            score(record.after.effort),
            change.map_or(Cell::Empty, |change| Cell::Number(i64::from(change.value()))),
            text(record.after.note.as_str()),
        ]
    }

    fn name_of(&self, record: &SessionRecord, language: Language) -> String {
        match self.named(&record.session) {
            Named::Known(programme, outline) => {
                format!("{}: {}", programme.plain_name.read(language), outline.name.read(language))
            }
            Named::Own(Some(name)) => name,
            Named::Own(None) => routines::OWN.read(language).to_owned(),
            Named::Unknown(id) => id.0,
        }
    }
}

const HEADER: [Phrase; 17] = [
    words::DAY,
    words::TIME,
    words::SESSION,
    words::CODE,
    words::MINUTES,
    words::ENDING,
    words::DONE,
    words::PLANNED,
    words::STOPS,
    words::PAIN_BEFORE,
    words::PAIN_AFTER,
    words::STIFF_BEFORE,
    words::STIFF_AFTER,
    words::MORNING,
    words::EFFORT,
    words::CHANGE,
    words::NOTE,
];

fn how_it_ended(how: Ending, language: Language) -> String {
    match how {
        Ending::Completed => ending::COMPLETED.read(language).to_owned(),
        Ending::FinishedEarly => ending::FINISHED_EARLY.read(language).to_owned(),
        Ending::Abandoned => ending::ABANDONED.read(language).to_owned(),
        Ending::AddedAfterwards => ending::ADDED_AFTERWARDS.read(language).to_owned(),
        Ending::Stopped(reason) => {
            let name = reading().stop(reason).map(|stop| stop.name.read(language));
            ending::STOPPED.fill(language, &[("reason", name.unwrap_or_default())])
        }
    }
}

/// `09:30` on the clock of the device there and then.
fn clock(wall: i64, offset: i16) -> String {
    let minutes = (wall.div_euclid(60_000) + i64::from(offset)).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

pub fn separator(language: Language) -> char {
    match language {
        Language::Dutch => ';',
        Language::English => ',',
    }
}

/// The rows as RFC 4180 has them. A text that a spreadsheet would take for a formula gets a `'`
/// before it, which shows that it is one: nothing that somebody wrote, or that came in a file, is
/// ever reckoned with.
pub fn spell(rows: &[Vec<Cell>], separator: char) -> String {
    let mut text = MARK.to_owned();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| spell_cell(cell, separator)).collect();
        text.push_str(&cells.join(&separator.to_string()));
        text.push_str("\r\n");
    }
    text
}

fn spell_cell(cell: &Cell, separator: char) -> String {
    let text = match cell {
        Cell::Empty => return String::new(),
        Cell::Number(number) => return number.to_string(),
        Cell::Text(text) => text,
    };
    let begins = text.trim_start_matches(' ').starts_with(FORMULA);
    let safe = if begins { format!("'{text}") } else { text.clone() };
    let apart =
        |sign: char| sign == separator || matches!(sign, '"' | ',' | ';' | '\t' | '\r' | '\n');
    if safe.contains(apart) || safe.starts_with(' ') || safe.ends_with(' ') {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}
