//! The plan of a physiotherapist that was taken over: kept whole, also in a file, and refused with
//! everything that is wrong with it.

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
        advice::{
            Accepted, Advice, Discussed, Doing, Line, LineNote, Load, Name, PlanNote, Weekly, What,
        },
        body::Side,
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        item::Body,
        record::RecordId,
        time::{Day, Seconds},
    },
};

use crate::made::NOON;

fn id(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

/// With everything once that a plan can say.
pub(crate) fn accepted() -> Accepted {
    let day = |text: &str| Day::parse(text).unwrap();
    let change = Adjustment {
        sets: Some(3),
        reps: Some(12),
        hold: Some(Seconds(5)),
        passive: Some(Seconds(60)),
        duration: Some(Seconds(120)),
    };
    let load = |load| Doing {
        mode: Mode::Reps,
        change,
        working: Working::Only(Side::Right),
        load,
        weekly: Weekly::new(3),
    };
    let line = |slug: &str, what| Line { exercise: id(slug), what, note: None };
    let weighted = Line {
        note: LineNote::new("Rug lang."),
        ..line("good-morning", What::Do(load(Load::With("gm-weight".to_owned()))))
    };
    let without = line("split-squat", What::Do(load(Load::Without)));
    let advice = Advice {
        whose: Name::new("Sanne"),
        note: PlanNote::new("Rustig opbouwen, ook met één been."),
        discussed: Some(Discussed { name: Name::new("Björn").unwrap(), day: day("2026-11-20") }),
        lines: vec![weighted, without, line("superman", What::Leave)],
    };
    Accepted::new(advice, day("2026-11-26"), true)
}

#[test]
fn a_plan_that_was_taken_over_comes_back_whole_also_from_a_file() {
    let mut archive = Archive::default();
    let body = Body::Advice(Box::new(accepted()));
    for write in archive.put_item(RecordId::LEAST, body.clone(), NOON).unwrap() {
        archive.apply(&write);
    }
    assert_eq!(archive.items().next().unwrap().body, Some(body.clone()));
    let file = import::read(export(&archive).as_bytes()).unwrap();
    let mut other = Archive::default();
    for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
        other.apply(&write);
    }
    assert_eq!(other.items().next().unwrap().body, Some(body.clone()));
    for write in other.remove_item(RecordId::LEAST, &body, NOON + 1).unwrap() {
        other.apply(&write);
    }
    assert_eq!(other.items().count(), 0, "it holds no more");
}

#[test]
fn everything_that_is_wrong_with_it_is_told() {
    let wrong = |body: &str| {
        let text = format!(
            "{{\"body\":{body},\"id\":\"{}\",\"kind\":\"advice\",\"rev\":1,\
             \"updated\":1795345200000,\"v\":1}}",
            RecordId::LEAST
        );
        Payload::read(&text).unwrap_err()
    };
    let fields = |problems: Vec<Problem>| {
        let name = |problem| match problem {
            Problem::OutOfRange(field) | Problem::Contradiction(field, _) => field,
            other => panic!("{other:?}"),
        };
        problems.into_iter().map(name).collect::<Vec<_>>()
    };
    let line = "{\"exercise\":\"Geen slug\",\"mode\":\"weightless\",\"hold\":86401,\
                \"side\":\"both\",\"load\":\"\",\"weekly\":8,\"note\":\"\"}";
    let told = wrong(&format!(
        "{{\"day\":\"2026-11-36\",\"whose\":\" \",\"with\":\"Fysio\",\"talked\":false,\"lines\":[{line}]}}"
    ));
    assert_eq!(
        fields(told),
        [
            "day",
            "whose",
            "with",
            "lines.exercise",
            "lines.note",
            "lines.dose",
            "lines.mode",
            "lines.side",
            "lines.weekly",
            "lines.load",
        ]
    );
    let told = wrong("{\"day\":\"2026-11-26\",\"talked\":true,\"lines\":[]}");
    assert_eq!(fields(told), ["talked", "lines"]);
    let left = "{\"exercise\":\"superman\",\"sets\":3}";
    let told = wrong(&format!("{{\"day\":\"2026-11-26\",\"talked\":false,\"lines\":[{left}]}}"));
    assert_eq!(fields(told), ["lines.mode"], "not to be done, and so many times");
    for beside in ["\"side\":\"l\"", "\"load\":\"gm-weight\"", "\"weekly\":3"] {
        let left = format!("{{\"exercise\":\"superman\",{beside}}}");
        let told =
            wrong(&format!("{{\"day\":\"2026-11-26\",\"talked\":false,\"lines\":[{left}]}}"));
        assert_eq!(fields(told), ["lines.mode"], "not to be done, and {beside}");
    }
}
