//! Plans as a physiotherapist would make them.

use proptest::{collection, option, prelude::*, sample::select};
use soepel::{
    content::catalogue,
    domain::{
        advice::{
            Advice, Discussed, Doing, Line, LineNote, Load, MOST_LINES, Name, PlanNote, Weekly,
            What, loads,
        },
        body::Side,
        dose::{Adjustment, AgeGroup, Mode, Sides, Working},
        exercise::{Exercise, ExerciseId},
        routine::amount::{Amount, limits},
        time::{Day, Seconds},
    },
};

pub(crate) fn id(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

pub(crate) fn exercise(slug: &str) -> &'static Exercise {
    catalogue().exercise(&id(slug)).unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// As the exercise is done by itself, with these numbers.
pub(crate) fn doing(slug: &str, mode: Mode, change: Adjustment) -> Line {
    Line {
        exercise: id(slug),
        what: What::Do(Doing {
            mode,
            change,
            working: Working::Both,
            load: Load::AsItIs,
            weekly: None,
        }),
        note: None,
    }
}

pub(crate) fn leave(slug: &str) -> Line {
    Line { exercise: id(slug), what: What::Leave, note: None }
}

pub(crate) fn plan(lines: Vec<Line>) -> Advice {
    Advice { lines, ..Advice::default() }
}

/// With everything in it that a plan can say.
pub(crate) fn full_plan() -> Advice {
    let mut hinge = doing("good-morning", Mode::Reps, sets_reps(3, 12));
    if let What::Do(doing) = &mut hinge.what {
        doing.load = Load::With("gm-weight".to_owned());
        doing.weekly = Weekly::new(2);
    }
    hinge.note = LineNote::new("Rug lang, knieën zacht.");
    let mut stretch = doing(
        "quad-stretch-prone",
        Mode::Static,
        Adjustment { reps: Some(3), hold: Some(Seconds(25)), ..Adjustment::default() },
    );
    if let What::Do(doing) = &mut stretch.what {
        doing.working = Working::Only(Side::Left);
    }
    Advice {
        whose: Name::new("Sanne"),
        note: PlanNote::new("Bouw het rustig op: ‘s ochtends is prima."),
        discussed: Some(Discussed {
            name: Name::new("Fysio Björn").unwrap(),
            day: day("2026-11-20"),
        }),
        lines: vec![hinge, stretch, leave("superman")],
    }
}

pub(crate) fn sets_reps(sets: u32, reps: u32) -> Adjustment {
    Adjustment { sets: Some(sets), reps: Some(reps), ..Adjustment::default() }
}

/// Any plan that an adult may get: every number within its bounds.
pub(crate) fn any_plan() -> impl Strategy<Value = Advice> {
    let lines = collection::btree_map(0..catalogue().exercises.len(), any_what(), 1..=MOST_LINES);
    let lines = lines.prop_map(|lines| {
        let line = |(place, (seed, leaves, weekly, note)): (usize, (u64, bool, u32, String))| {
            line_of(&catalogue().exercises[place], seed, leaves, weekly, &note)
        };
        lines.into_iter().map(line).collect::<Vec<_>>()
    });
    let talk = option::of(("[a-zé ]{1,30}", 0_u64..20_000));
    (lines, "[A-Za-zë ]{0,60}", "[ -~]{0,300}", talk).prop_map(|(lines, whose, note, talk)| {
        Advice {
            whose: Name::cleaned(&whose),
            note: PlanNote::cleaned(&note),
            discussed: talk.and_then(|(name, days)| {
                let name = Name::cleaned(&name)?;
                Some(Discussed { name, day: day("1990-01-01").plus(days) })
            }),
            lines,
        }
    })
}

fn any_what() -> impl Strategy<Value = (u64, bool, u32, String)> {
    (any::<u64>(), prop::bool::weighted(0.2), 0_u32..=7, select(vec!["", "Rustig aan", "a \"b\""]))
        .prop_map(|(seed, leaves, weekly, note)| (seed, leaves, weekly, note.to_owned()))
}

/// `seed` chooses the mode, the numbers, the side and the load.
fn line_of(exercise: &Exercise, mut seed: u64, leaves: bool, weekly: u32, note: &str) -> Line {
    let mut choose = |of: u32| {
        let choice = seed % u64::from(of.max(1));
        seed /= u64::from(of.max(1));
        u32::try_from(choice).unwrap()
    };
    let note = LineNote::cleaned(note);
    if leaves {
        return Line { exercise: exercise.id.clone(), what: What::Leave, note };
    }
    let modes = u32::try_from(exercise.doses.len()).unwrap();
    let dose = &exercise.doses[choose(modes) as usize];
    let mut change = Adjustment::default();
    for amount in Amount::ALL {
        let Some(limits) = limits(catalogue(), exercise, dose, AgeGroup::Adult, amount) else {
            continue;
        };
        let (least, most) = (limits.bounds.least, limits.bounds.most.max(limits.bounds.least));
        amount.set(&mut change, Some(least + choose(most - least + 1)));
    }
    let working = match (dose.sides == Sides::Together, choose(3)) {
        (false, 1) => Working::Only(Side::Left),
        (false, 2) => Working::Only(Side::Right),
        _ => Working::Both,
    };
    let way = loads(exercise).next();
    let load = match (choose(3), way) {
        (1, Some(way)) => Load::With(way.id.clone()),
        (2, _) => Load::Without,
        _ => Load::AsItIs,
    };
    let mode = dose.protocol.mode();
    let doing = Doing { mode, change, working, load, weekly: Weekly::new(weekly) };
    Line { exercise: exercise.id.clone(), what: What::Do(doing), note }
}
