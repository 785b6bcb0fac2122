//! What somebody chose for their plan: round trips, and what is refused.

use proptest::prelude::*;
use serde_json::{Value, json};
use soepel::{
    archive::{
        convert::item,
        payload::{Payload, What},
        problem::Problem,
        store::Archive,
    },
    domain::{
        exercise::Equipment,
        item::{Body, Item},
        planning::choices::{
            Anchor, AnchorMoment, Choices, Comparison, Goal, Minutes, OwnMoment, Situation,
            TimeOfDay, WeekGoal, Weekday,
        },
        planning::method::Method,
        programme::ProgrammeId,
        record::RecordId,
        time::Day,
    },
};

use crate::made::{NOON, Shelf};

fn full() -> Choices {
    Choices {
        goal: Some(Goal::HipFront),
        situations: [Situation::Sitting, Situation::Dance].into(),
        days: [Weekday::Monday, Weekday::Thursday].into(),
        minutes: Some(Minutes::Twenty),
        equipment: Some([Equipment::Mat].into()),
        anchor: Some(Anchor::Own(OwnMoment::new("als de hond slaapt").unwrap())),
        sport: [(Weekday::Friday, TimeOfDay::parse("18:30").unwrap())].into(),
        comparison: Comparison::Fairer { seed: u32::MAX },
        chosen_on: None,
        compared_since: Day::parse("2026-11-01"),
        week_goal: WeekGoal::new(4),
        programmes: vec![ProgrammeId("P1".to_owned())],
        in_calendar: 4,
    }
}

pub(crate) fn text(choices: &Choices) -> String {
    let body = Some(Body::Plan(Box::new(choices.clone())));
    let item = Item { id: RecordId::LEAST, revision: 1, updated: NOON, body };
    item::write("plan", &item, None)
}

#[test]
fn a_plan_reads_back_as_it_was_chosen() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let coffee = Some(Anchor::Moment(AnchorMoment::Coffee));
    let kept = Choices {
        comparison: Comparison::Off { keep: Method::Pnf },
        chosen_on: Day::parse("2026-11-22"),
        ..full()
    };
    for choices in [Choices::default(), full(), Choices { anchor: coffee, ..full() }, kept] {
        let body = Body::Plan(Box::new(choices.clone()));
        let writes = archive.put_item(RecordId::LEAST, body, NOON).unwrap();
        shelf.write(&mut archive, &writes);
        let kept: Vec<_> = shelf.open().items().map(|item| item.body.clone()).collect();
        assert_eq!(kept, [Some(Body::Plan(Box::new(choices)))]);
    }
    assert_eq!(shelf.0.len(), 1, "there is one plan");
}

#[test]
fn having_nothing_and_never_having_said_are_two_things() {
    let nothing = Choices { equipment: Some([].into()), ..Choices::default() };
    assert!(text(&nothing).contains("\"equipment\":[]"));
    assert!(!text(&Choices::default()).contains("equipment"));
}

/// What stands in the file, with one field changed.
fn problems(field: &str, value: Value) -> Vec<Problem> {
    let mut file: Value = serde_json::from_str(&text(&full())).unwrap();
    file["body"][field] = value;
    let text = soepel::archive::payload::spell(&file);
    Payload::read(&text).map_or_else(
        |problems| problems,
        |payload| match payload.what {
            What::Item(_) => Vec::new(),
            other => panic!("{other:?}"),
        },
    )
}

#[test]
fn a_plan_with_a_fault_is_refused_with_the_field_named() {
    let wrong = [
        ("goal", json!("fly")),
        ("situations", json!(["sitting", "sitting"])),
        ("days", json!(["someday"])),
        ("minutes", json!("7")),
        ("equipment", json!(["rocket"])),
        ("anchor", json!("coffee")),
        ("own_anchor", json!(" two\nlines")),
        ("sport", json!({"friday": "25:00"})),
        ("method", json!("by-day")),
        // A fairer order has no day of choice, and no week has eight days.
        ("chosen_on", json!("2026-11-22")),
        ("compared_since", json!("2026-11-32")),
        ("week_goal", json!(8)),
        ("week_goal", json!(0)),
        ("programmes", json!(["P1", "P2", "P3", "P4"])),
    ];
    for (field, value) in wrong {
        assert!(!problems(field, value.clone()).is_empty(), "{field}: {value}");
    }
    assert_eq!(problems("goal", json!("fly")), [Problem::OutOfRange("goal")]);
    assert!(!problems("seed", Value::Null).is_empty(), "a fairer order needs its seed");
    assert!(problems("later", json!("x")).is_empty(), "a newer field is no fault");
}

proptest! {
    #[test]
    fn every_time_of_day_reads_back(minute in 0_u16..1_440) {
        let time = TimeOfDay::new(minute).unwrap();
        prop_assert_eq!(TimeOfDay::parse(&time.text()), Some(time));
    }
}

/// The words of the schema are those of the code, and the document names every field.
#[test]
fn the_schema_and_the_document_know_every_field_and_word_of_a_plan() {
    let read = |path: &str| {
        let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(root.join(path)).unwrap()
    };
    let schema: Value = serde_json::from_str(&read("public/export-format.schema.json")).unwrap();
    let fields = &schema["$defs"]["plan"]["properties"]["body"]["properties"];
    let file: Value = serde_json::from_str(&text(&full())).unwrap();
    let document = read("docs/export-format.md");
    for field in file["body"].as_object().unwrap().keys() {
        assert!(fields.get(field).is_some(), "the schema lacks `{field}`");
        assert!(document.contains(&format!("`{field}`")), "the document lacks `{field}`");
    }
    macro_rules! agree {
        ($($words:expr => $name:ident),+ $(,)?) => {
            $(assert_eq!(
                $words["enum"],
                $name::ALL.iter().map(|word| word.slug()).collect::<Value>(),
            );)+
        };
    }
    agree!(
        fields["goal"] => Goal,
        fields["situations"]["items"] => Situation,
        fields["days"]["items"] => Weekday,
        fields["minutes"] => Minutes,
        fields["equipment"]["items"] => Equipment,
        fields["anchor"] => AnchorMoment,
        fields["sport"]["propertyNames"] => Weekday,
    );
}
