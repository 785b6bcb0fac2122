//! A plan of a physiotherapist that somebody took over. Numbers outside the bounds of a dose stay
//! as they are spelled: they are held to the catalogue where a session is made.

use super::{
    super::{all, dose::MOST, side, side_name},
    Check,
};
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, advice as shapes},
    },
    domain::{
        advice::{
            Accepted, Advice, Discussed, Doing, Line, LineNote, Load, MOST_LINES, Name, PlanNote,
            Weekly, What,
        },
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        time::{Day, Seconds},
    },
};

/// How "without weight" is spelled; no way of an exercise is called so.
pub(in crate::archive) const WITHOUT: &str = "none";
/// The longest name of a way, as of an exercise.
const LONGEST_WAY: usize = 60;

pub(super) fn write(accepted: &Accepted, extra: Extra) -> shapes::Advice {
    let Advice { whose, note, discussed, lines } = &accepted.advice;
    shapes::Advice {
        day: accepted.day.iso(),
        whose: whose.as_ref().map(|name| name.as_str().to_owned()),
        note: note.as_ref().map(|note| note.as_str().to_owned()),
        with: discussed.as_ref().map(|talk| talk.name.as_str().to_owned()),
        on: discussed.as_ref().map(|talk| talk.day.iso()),
        talked: accepted.is_talked_over(),
        lines: lines.iter().map(write_line).collect(),
        extra,
    }
}

/// Spelled the same in a plan on its way.
pub(in crate::archive) fn write_line(line: &Line) -> shapes::Line {
    let exercise = line.exercise.as_str().to_owned();
    let note = line.note.as_ref().map(|note| note.as_str().to_owned());
    let What::Do(doing) = &line.what else {
        return shapes::Line {
            exercise,
            mode: None,
            sets: None,
            reps: None,
            hold: None,
            passive: None,
            duration: None,
            side: None,
            load: None,
            weekly: None,
            note,
        };
    };
    let Adjustment { sets, reps, hold, passive, duration } = doing.change;
    let seconds = |span: Option<Seconds>| span.map(|span| span.0);
    shapes::Line {
        exercise,
        mode: Some(doing.mode.slug().to_owned()),
        sets,
        reps,
        hold: seconds(hold),
        passive: seconds(passive),
        duration: seconds(duration),
        side: match doing.working {
            Working::Both => None,
            Working::Only(side) => Some(side_name(side).to_owned()),
        },
        load: match &doing.load {
            Load::AsItIs => None,
            Load::Without => Some(WITHOUT.to_owned()),
            Load::With(way) => Some(way.clone()),
        },
        weekly: doing.weekly.map(Weekly::times),
        note,
    }
}

pub(super) fn read(shape: &shapes::Advice) -> Result<Accepted, Vec<Problem>> {
    let mut check = Check::default();
    let day = check.need("day", Day::parse(&shape.day));
    let whose = check.maybe("whose", shape.whose.as_deref(), Name::new);
    let note = check.maybe("note", shape.note.as_deref(), PlanNote::new);
    let with = check.maybe("with", shape.with.as_deref(), Name::new);
    let on = check.maybe("on", shape.on.as_deref(), Day::parse);
    if shape.with.is_some() != shape.on.is_some() {
        check.problems.push(Problem::Contradiction("with", "on"));
    }
    if shape.talked && shape.with.is_none() {
        check.problems.push(Problem::Contradiction("talked", "with"));
    }
    check.hold("lines", (1..=MOST_LINES).contains(&shape.lines.len()));
    let lines = all(shape.lines.iter().map(|line| read_line(&mut check, line)));
    let discussed = (|| Some(Discussed { name: with?, day: on? }))();
    let accepted = (|| {
        let advice = Advice { whose, note, discussed, lines: lines? };
        Some(Accepted::new(advice, day?, shape.talked))
    })();
    check.finish(accepted)
}

fn read_line(check: &mut Check, line: &shapes::Line) -> Option<Line> {
    let exercise = check.need("lines.exercise", ExerciseId::new(&line.exercise));
    let note = check.maybe("lines.note", line.note.as_deref(), LineNote::new);
    let numbers = [line.sets, line.reps, line.hold, line.passive, line.duration];
    check.hold("lines.dose", numbers.into_iter().flatten().all(|number| number <= MOST));
    let what = match &line.mode {
        None => {
            let others = line.side.is_some() || line.load.is_some() || line.weekly.is_some();
            if others || numbers.iter().any(Option::is_some) {
                check.problems.push(Problem::Contradiction("lines.mode", "lines.dose"));
            }
            Some(What::Leave)
        }
        Some(mode) => {
            let mode = check.need("lines.mode", Mode::parse(mode));
            let working = match line.side.as_deref() {
                None => Some(Working::Both),
                Some(name) => check.need("lines.side", side(name)).map(Working::Only),
            };
            let weekly = check.maybe("lines.weekly", line.weekly, Weekly::new);
            let fits = |way: &str| (1..=LONGEST_WAY).contains(&way.chars().count());
            check.hold("lines.load", line.load.as_deref().is_none_or(fits));
            let change = Adjustment {
                sets: line.sets,
                reps: line.reps,
                hold: line.hold.map(Seconds),
                passive: line.passive.map(Seconds),
                duration: line.duration.map(Seconds),
            };
            let load = match line.load.as_deref() {
                None => Load::AsItIs,
                Some(WITHOUT) => Load::Without,
                Some(way) => Load::With(way.to_owned()),
            };
            (|| Some(What::Do(Doing { mode: mode?, change, working: working?, load, weekly })))()
        }
    };
    Some(Line { exercise: exercise?, what: what?, note })
}
