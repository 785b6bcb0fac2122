//! Every lock, outcome and notice opens its rule: which page shows which IDs, and that each is known.

use soepel::{
    app::view::{
        reading::cite,
        receipts::{self, Rules},
        today::Gate,
    },
    content::{catalogue, reading::reading},
    domain::{
        clearance::{Level, Readiness},
        day::Referral,
        programme::ProgrammeId,
        record::StopReason,
        selftest::Why,
    },
};

/// What somebody may meet, where, and the rules behind it.
fn everything() -> Vec<(&'static str, Rules)> {
    let daily = receipts::today;
    let programme = |id: &str| receipts::frequency(&ProgrammeId(id.to_owned()));
    vec![
        ("Vandaag: the questions wait", receipts::gate(Gate::AskFirst)),
        ("Vandaag: only the gentle part", receipts::gate(Gate::Gentle)),
        ("Vandaag: see a doctor", receipts::gate(Gate::Urgent)),
        ("Vandaag: emergency", receipts::gate(Gate::Emergency)),
        ("Vandaag: under sixteen", receipts::gate(Gate::TooYoung)),
        ("Vandaag: the gentle start", receipts::GENTLE_START),
        ("Vandaag: movement breaks", receipts::BREAKS),
        ("outcome: green", receipts::light(Level::Green)),
        ("outcome: amber", receipts::light(Level::Amber)),
        ("outcome: red, urgent", receipts::light(Level::RedUrgent)),
        ("outcome: red, emergency", receipts::light(Level::RedEmergency)),
        ("outcome: tried before", receipts::TRIED_BEFORE),
        ("outcome: sixteen and seventeen", receipts::NOT_ALONE),
        ("questions: twelve weeks later", receipts::QUESTIONS_AGAIN),
        ("check: something new", daily(Readiness::AskAgain)),
        ("check: pain of 4 or 5", daily(Readiness::AmberToday)),
        ("check: sharp pain", daily(Readiness::RedToday { sharp: true })),
        ("check: pain of 6 or more", daily(Readiness::RedToday { sharp: false })),
        ("check: sore", receipts::SORE),
        ("check: sport soon", receipts::SPORT_SOON),
        ("check: nothing is left", receipts::NOTHING_LEFT),
        ("check: sharp pain stays", receipts::referral(Referral::SharpStays)),
        ("check: pain stays", receipts::referral(Referral::PainStays)),
        ("player: where pain stops an exercise", receipts::PAIN_ZONES),
        ("player: stopped twice", receipts::STOPPED_TWICE),
        ("session: with a helper", receipts::HELPER),
        ("self-test: classes", receipts::CLASSES),
        ("self-test: compared", receipts::COMPARED),
        ("self-test: painful", receipts::left_alone(Why::Painful)),
        ("self-test: at the side of the hip", receipts::left_alone(Why::SideOfHip)),
        ("self-test: the build", receipts::left_alone(Why::Build)),
        ("insight: the week's goal", receipts::WEEK_GOAL),
        ("insight: how it felt", receipts::ATTENTION),
        ("insight: tests over time", receipts::TESTS_OVER_TIME),
        ("plan: how often, stretching", programme("P1")),
        ("plan: how often, sitting", programme("P4")),
        ("plan: how often, running", programme("P5")),
        ("plan: how often, every day", programme("P6")),
    ]
}

#[test]
fn every_lock_and_outcome_names_rules_and_each_can_be_opened() {
    for (told, rules) in everything() {
        assert!(!rules.is_empty(), "{told} has no rule");
        for id in rules {
            assert!(cite(reading(), id).is_some(), "{told}: {id} is not known");
        }
    }
}

/// Where sources disagree and the page takes a decision, it says so: C1, C2, C3, C4.
#[test]
fn where_sources_disagree_the_page_says_what_soepel_does() {
    for (told, conflict) in [
        ("plan: how often, stretching", "C1"),
        ("plan: how often, every day", "C1"),
        ("check: sport soon", "C2"),
        ("check: sharp pain", "C3"),
        ("outcome: red, urgent", "C3"),
        ("outcome: amber", "C4"),
        ("Vandaag: only the gentle part", "C4"),
    ] {
        let found = everything().into_iter().find(|(one, _)| *one == told);
        let (_, rules) = found.unwrap_or_else(|| panic!("{told} is met nowhere"));
        assert!(rules.contains(&conflict), "{told} says nothing about {conflict}");
    }
}

/// 3.5: what each reason to stop leads to has its rules; 3.1: so has each question, but for those
/// that only have general knowledge behind them.
#[test]
fn every_reason_to_stop_and_every_question_says_where_it_comes_from() {
    for reason in StopReason::ALL {
        let rules = receipts::stop(*reason);
        assert!(!rules.is_empty() || *reason == StopReason::Other, "{reason:?}");
        assert!(rules.iter().all(|id| cite(reading(), id).is_some()), "{rules:?}");
    }
    let bare: Vec<&str> = catalogue()
        .questions
        .iter()
        .filter(|question| receipts::question(question).is_empty())
        .map(|question| question.source.as_str())
        .collect();
    assert!(bare.iter().all(|source| source.contains("general")), "{bare:?}");
}
