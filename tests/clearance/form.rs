//! The form: five groups, what is asked on, and nothing that is asked twice.

use soepel::{
    app::view::screening::{Form, Subject, follow_ups, tick, ticked},
    domain::{
        clearance::{Answers, Level, Profile, carried_over},
        record::Answer::{self, No, Unsure, Yes},
    },
};

use crate::{amber, answers, catalogue, profile, red};

fn form() -> Form {
    Form { catalogue: catalogue(), senior: false }
}

fn keys(question: &str, given: &Answers) -> Vec<String> {
    let question = catalogue().questions.iter().find(|one| one.id == question).unwrap();
    form().ticks(question, given).into_iter().map(|tick| tick.key).collect()
}

#[test]
fn every_question_that_is_asked_stands_in_exactly_one_group_and_red_comes_first() {
    let grouped: Vec<(usize, &str)> = Subject::ALL
        .iter()
        .enumerate()
        .flat_map(|(place, subject)| {
            form().questions(*subject).into_iter().map(move |question| (place, &*question.id))
        })
        .collect();
    let mut asked: Vec<&str> = grouped.iter().map(|(_, id)| *id).collect();
    let mut all: Vec<&str> = red().chain(amber()).map(|question| question.id.as_str()).collect();
    asked.sort_unstable();
    all.sort_unstable();
    assert_eq!(asked, all);
    assert!(grouped.iter().all(|(place, id)| (*place < 3) == id.starts_with('S')));
}

/// One tap for each group, for somebody without complaints.
#[test]
fn none_of_these_answers_a_whole_group() {
    for senior in [false, true] {
        let form = Form { senior, ..form() };
        let mut answers = Answers::new();
        for subject in Subject::ALL {
            assert!(!form.missing(subject, &answers).is_empty());
            form.deny_all(subject, &mut answers);
            assert!(form.missing(subject, &answers).is_empty(), "{subject:?}");
        }
        assert!(answers.values().all(|answer| *answer == No));
        let whole = Profile { answers, ..Profile::default() };
        assert!(whole.verdict(catalogue()).is_some());
    }
}

#[test]
fn a_form_without_gaps_always_has_a_verdict() {
    let choices = [Yes, No, Unsure];
    for groin in choices {
        for new in choices {
            for hip in choices {
                let mut answers = answers(&[("S12", groin), ("S12-new", new), ("A8", hip)]);
                let gap = |answers: &Answers| {
                    Subject::ALL.iter().find_map(|one| form().missing(*one, answers).pop())
                };
                while let Some(id) = gap(&answers) {
                    answers.insert(id, No);
                }
                form().settle(&mut answers);
                let whole = Profile { answers, ..Profile::default() };
                assert!(whole.verdict(catalogue()).is_some(), "{groin:?}, {new:?}, {hip:?}");
            }
        }
    }
}

/// Decision 10.
#[test]
fn the_groin_question_asks_for_signs_only_when_the_pain_may_be_new() {
    let groin = red().find(|question| question.id == "S12").expect("S12 is asked");
    let asked = |given: &[(&str, Answer)]| follow_ups(groin, &answers(given)).len();
    assert_eq!(asked(&[("S12", No)]), 0);
    assert_eq!(asked(&[("S12", Unsure)]), 0);
    assert_eq!(asked(&[("S12", Yes)]), 1);
    assert_eq!(asked(&[("S12", Yes), ("S12-new", No)]), 1);
    assert_eq!(asked(&[("S12", Yes), ("S12-new", Unsure)]), 4);
}

/// 3.2: conditions come only after an amber yes, and only those that it makes relevant.
#[test]
fn a_condition_is_asked_for_only_after_the_yes_that_makes_it_relevant() {
    for question in red().chain(amber()) {
        assert_eq!(keys(&question.id, &answers(&[])), [""; 0], "{}", question.id);
        assert_eq!(keys(&question.id, &answers(&[(&question.id, Unsure)])), [""; 0]);
    }
    let asks = |id: &str| keys(id, &answers(&[(id, Yes)]));
    assert_eq!(asks("A1"), ["groin-pinch", "lateral-hip-pain"]);
    assert_eq!(asks("A2"), ["extension-sensitive-back"]);
    assert!(asks("A3").contains(&"knee-surgery-recent".to_owned()));
    assert_eq!(asks("A4"), [""; 0], "the yes says it all");
    assert_eq!(asks("A5"), ["vertebral-fracture"]);
    assert!(asks("A6").contains(&"postpartum-12w".to_owned()));
    assert_eq!(asks("A9"), ["no-floor"]);
    for label in catalogue().labels.iter().filter(|label| label.id != "none") {
        assert!(asks("A8").contains(&format!("label-{}", label.id)), "R1.3: {}", label.id);
    }
    assert_eq!(asks("A10"), [""; 0]);
}

#[test]
fn nothing_is_asked_twice_on_one_form() {
    let both = answers(&[("A3", Yes), ("A8", Yes)]);
    assert!(keys("A3", &both).contains(&"hip-replacement".to_owned()));
    assert!(!keys("A8", &both).contains(&"hip-replacement".to_owned()));
    let every: Vec<String> = {
        let all = red().chain(amber()).map(|one| (one.id.as_str(), Yes)).collect::<Vec<_>>();
        let all = answers(&all);
        amber().flat_map(|question| keys(&question.id, &all)).collect()
    };
    let mut once = every.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), every.len());
}

/// Decision 12: everybody of 65 or older is asked about the floor, and once.
#[test]
fn the_floor_is_asked_of_who_is_sixty_five() {
    let senior = Form { senior: true, ..form() };
    assert!(senior.missing(Subject::Health, &answers(&[])).contains(&"no-floor".to_owned()));
    assert!(form().missing(Subject::Health, &answers(&[])).is_empty());
    assert!(!senior.asks_floor(Subject::Health, &answers(&[("A9", Yes)])), "A9 asks it");
    assert!(!senior.asks_floor(Subject::Complaints, &answers(&[])));
}

#[test]
fn a_list_is_answered_by_one_tick_or_by_none_of_these() {
    let mut given = answers(&[("A1", Yes)]);
    let question = amber().find(|question| question.id == "A1").unwrap();
    let ticks = form().ticks(question, &given);
    assert_eq!(form().missing(Subject::Complaints, &given), ["groin-pinch"]);
    assert_eq!(ticked(&ticks, &given), []);
    tick(&ticks, Some("lateral-hip-pain"), true, &mut given);
    assert!(form().missing(Subject::Complaints, &given).is_empty());
    assert_eq!(ticked(&ticks, &given), [Some("lateral-hip-pain".to_owned())]);
    tick(&ticks, None, true, &mut given);
    assert_eq!(ticked(&ticks, &given), [None]);
    tick(&ticks, Some("groin-pinch"), true, &mut given);
    assert_eq!(ticked(&ticks, &given), [Some("groin-pinch".to_owned())]);
}

#[test]
fn answers_that_are_no_longer_asked_for_are_dropped() {
    let mut given = answers(&[
        ("S12", No),
        ("S12-new", Yes),
        ("S12-load", Yes),
        ("A6", No),
        ("pregnancy-any", Yes),
        ("A8", No),
        ("label-bursitis", Yes),
        ("no-floor", Yes),
        ("knee-pain", Yes),
    ]);
    form().settle(&mut given);
    let kept = answers(&[("no-floor", Yes), ("knee-pain", Yes)]);
    assert_eq!(given, kept, "what anybody can tick stays");
}

#[test]
fn a_form_filled_in_by_half_goes_on_at_its_first_gap() {
    assert_eq!(form().first_gap(&Answers::new()), 0);
    let mut old = answers(&[]);
    old.retain(|id, _| id.starts_with('S'));
    assert_eq!(form().first_gap(&old), 3, "answers of before the ambers were asked");
    assert_eq!(form().first_gap(&profile(&[]).answers), 0);
}

#[test]
fn a_consultation_holds_until_something_new_comes_up() {
    let before = answers(&[("A1", Yes), ("groin-pinch", Yes)]);
    assert!(carried_over(&before, &before));
    assert!(carried_over(&before, &answers(&[("A1", Unsure)])));
    assert!(!carried_over(&before, &answers(&[("A1", Yes), ("A4", Yes)])));
    assert!(!carried_over(&before, &answers(&[("A1", Yes), ("lateral-hip-pain", Yes)])));
}

#[test]
fn an_emergency_ends_the_questions_at_once_and_another_red_answer_after_the_red_groups() {
    let form = Form { catalogue: catalogue(), senior: false };
    let none = answers(&[]);
    let (emergency, urgent) = (answers(&[("S2", Yes)]), answers(&[("S9", Yes)]));
    let enough = |answers: &Answers| (0..4).map(|step| form.is_enough(step, answers)).collect();
    let expect: [(&Answers, [bool; 4]); 3] =
        [(&none, [false; 4]), (&emergency, [true; 4]), (&urgent, [false, false, true, true])];
    for (given, steps) in expect {
        let found: Vec<bool> = enough(given);
        assert_eq!(found, steps);
    }
    let only_that: Answers = [("S2".to_owned(), Yes)].into();
    let verdict = Profile { answers: only_that, ..Profile::default() }.verdict(catalogue());
    assert_eq!(verdict.unwrap().level, Level::RedEmergency);
}
