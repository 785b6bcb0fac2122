//! What finished sessions show by themselves: a side plank held long enough (C17), and jumps that
//! lie less than two days behind (X14).

use crate::domain::{
    body::Side,
    catalogue::Catalogue,
    dose::Mode,
    exercise::{Category, ExerciseId},
    record::{DoneMode, DoneRow, Outcome, SessionRecord},
    time::Day,
};

const SIDE_PLANK: &str = "side-plank";
/// Seconds of side plank, each side, before the lift in it (C17).
pub const HELD: u32 = 20;
/// 48 hours, as days on the calendar (X14).
const BETWEEN_JUMPS: i64 = 2;

/// Whether somebody held the side plank for 20 seconds on both sides, as it is written: one that
/// was made easier says nothing.
pub fn held_side_plank<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    made_easier: impl Fn(&SessionRecord) -> bool,
) -> bool {
    let holds = |row: &DoneRow| {
        let (times, seconds) = (row.done.value(), row.held.seconds().0);
        row.exercise == SIDE_PLANK
            && row.mode == DoneMode::Known(Mode::Hold)
            && times > 0
            && seconds >= times * HELD
    };
    let mut shown = [false, false];
    for record in records {
        let rows = record.done.iter().filter(|row| holds(row));
        let sides: Vec<Option<Side>> = rows.map(|row| row.side).collect();
        if !sides.is_empty() && !made_easier(record) {
            shown[0] |= sides.contains(&Some(Side::Left));
            shown[1] |= sides.contains(&Some(Side::Right));
        }
    }
    shown == [true, true]
}

/// Whether jumps lie less than 48 hours behind; the newest record first.
pub fn jumped_lately<'a>(
    newest_first: impl Iterator<Item = &'a SessionRecord>,
    catalogue: &Catalogue,
    today: Day,
) -> bool {
    let jump = |row: &DoneRow| {
        let known = ExerciseId::new(&row.exercise).and_then(|id| catalogue.exercise(&id));
        let jumps = known.is_some_and(|known| known.category == Category::RunnerDynamic);
        jumps && row.outcome != Outcome::Skipped && row.done.value() > 0
    };
    newest_first
        .skip_while(|record| record.day > today)
        .take_while(|record| today.days_since(record.day) < BETWEEN_JUMPS)
        .any(|record| record.done.iter().any(jump))
}
