//! Who may do what today: the red questions over the shipped content, the permit, the daily check.

use soepel::{
    app::view::screening::{Subject, deny_all, follow_ups, missing, settle},
    content,
    domain::{
        body::Score,
        catalogue::Catalogue,
        clearance::{Answers, DailyCheck, Level, Permit, Readiness, Verdict, judge},
        record::Answer::{self, No, Unsure, Yes},
        screening::{QuestionLevel, ScreeningQuestion},
    },
};

const EMERGENCY: [&str; 6] = ["S1", "S2", "S3", "S4", "S5", "S6"];

fn catalogue() -> &'static Catalogue {
    content::catalogue()
}

fn red() -> impl Iterator<Item = &'static ScreeningQuestion> {
    catalogue().questions.iter().filter(|question| question.level != QuestionLevel::Amber)
}

/// No to every red question, and then these.
fn answers(other: &[(&str, Answer)]) -> Answers {
    let mut answers: Answers = red().map(|question| (question.id.clone(), No)).collect();
    answers.extend(other.iter().map(|(id, answer)| ((*id).to_owned(), *answer)));
    answers
}

fn verdict(other: &[(&str, Answer)]) -> Option<Verdict> {
    judge(&catalogue().questions, &answers(other))
}

fn level(other: &[(&str, Answer)]) -> Option<Level> {
    verdict(other).map(|verdict| verdict.level)
}

/// What a permit opens, in the order of the content.
fn allowed(permit: Permit) -> Vec<&'static str> {
    catalogue()
        .exercises
        .iter()
        .filter(|exercise| permit.allows(exercise))
        .map(|exercise| exercise.id.as_str())
        .collect()
}

fn granted(other: &[(&str, Answer)]) -> Vec<&'static str> {
    allowed(Permit::grant(verdict(other).as_ref(), Readiness::Normal, false))
}

#[test]
fn no_to_everything_is_green() {
    assert_eq!(verdict(&[]), Some(Verdict { level: Level::Green, because: Vec::new() }));
}

#[test]
fn a_missing_answer_to_any_red_question_gives_no_verdict() {
    for question in red() {
        let mut answers = answers(&[]);
        answers.remove(&question.id);
        assert_eq!(judge(&catalogue().questions, &answers), None, "without {}", question.id);
    }
}

#[test]
fn each_yes_gives_the_level_of_its_question_and_names_it() {
    for question in red().filter(|question| question.narrowing.is_none()) {
        let expected =
            if EMERGENCY.contains(&&*question.id) { Level::RedEmergency } else { Level::RedUrgent };
        let found = verdict(&[(&question.id, Yes)]);
        let because = vec![question.id.clone()];
        assert_eq!(found, Some(Verdict { level: expected, because }), "{}", question.id);
    }
}

#[test]
fn doubt_counts_one_level_milder() {
    for question in red() {
        let expected =
            if EMERGENCY.contains(&&*question.id) { Level::RedUrgent } else { Level::Amber };
        assert_eq!(level(&[(&question.id, Unsure)]), Some(expected), "{}", question.id);
    }
}

#[test]
fn the_most_serious_answer_wins_and_all_that_led_to_it_are_named() {
    let found = verdict(&[("S9", Unsure), ("S7", Yes), ("S1", Yes)]).unwrap();
    assert_eq!(found.level, Level::RedEmergency);
    assert_eq!(found.because, ["S1", "S7", "S9"]);
}

#[test]
fn groin_pain_is_red_only_when_it_is_new_and_has_a_second_sign() {
    // Name, new, after more load, sharp on the leg, bone, what it comes to.
    let rows = [
        ("old pain", Some(No), None, None, None, Some(Level::Amber)),
        ("old pain with a sign", Some(No), Some(Yes), Some(Yes), Some(Yes), Some(Level::Amber)),
        ("new pain, no sign", Some(Yes), Some(No), Some(No), Some(No), Some(Level::Amber)),
        ("new, after load", Some(Yes), Some(Yes), Some(No), Some(No), Some(Level::RedUrgent)),
        ("new, sharp", Some(Yes), Some(No), Some(Yes), Some(No), Some(Level::RedUrgent)),
        ("new, bone", Some(Yes), Some(No), Some(No), Some(Yes), Some(Level::RedUrgent)),
        ("perhaps new", Some(Unsure), Some(Yes), Some(No), Some(No), Some(Level::RedUrgent)),
        ("perhaps a sign", Some(Yes), Some(No), Some(Unsure), Some(No), Some(Level::RedUrgent)),
        ("doubt alone", Some(Unsure), Some(No), Some(No), Some(Unsure), Some(Level::RedUrgent)),
        ("age not answered", None, Some(Yes), Some(Yes), Some(Yes), None),
        ("a sign not answered", Some(Yes), Some(Yes), Some(No), None, None),
    ];
    for (name, new, load, sharp, bone, expected) in rows {
        let mut given = vec![("S12", Yes)];
        let follow =
            [("S12-new", new), ("S12-load", load), ("S12-sharp", sharp), ("S12-bone", bone)];
        given.extend(follow.into_iter().filter_map(|(id, answer)| Some((id, answer?))));
        assert_eq!(level(&given), expected, "{name}");
    }
}

#[test]
fn nothing_is_open_before_the_questions_under_sixteen_or_in_an_emergency() {
    let green = verdict(&[]);
    assert!(allowed(Permit::grant(None, Readiness::Normal, false)).is_empty(), "no answers");
    assert!(
        allowed(Permit::grant(green.as_ref(), Readiness::Normal, true)).is_empty(),
        "too young"
    );
    for id in EMERGENCY {
        assert!(granted(&[(id, Yes)]).is_empty(), "{id}");
    }
}

#[test]
fn green_opens_every_exercise() {
    assert_eq!(granted(&[]).len(), catalogue().exercises.len());
}

#[test]
fn red_urgent_leaves_breaks_and_bracing_unless_walking_itself_is_in_doubt() {
    let left = ["movement-break-walk", "abdominal-brace"];
    for id in ["S7", "S8", "S9", "S10", "S11", "S14", "S15"] {
        let mut found = granted(&[(id, Yes)]);
        found.sort_unstable_by(|one, other| other.cmp(one));
        assert_eq!(found, left, "{id}");
    }
    for id in ["S13", "S16"] {
        assert!(granted(&[(id, Yes)]).is_empty(), "{id}");
    }
    assert!(
        granted(&[
            ("S12", Yes),
            ("S12-new", Yes),
            ("S12-load", Yes),
            ("S12-sharp", No),
            ("S12-bone", No)
        ])
        .is_empty(),
        "S12"
    );
    // The question in doubt closes walking also beside another that does not.
    assert!(granted(&[("S7", Yes), ("S13", Unsure)]).is_empty(), "S7 with S13 in doubt");
}

#[test]
fn amber_opens_the_gentle_start_and_nothing_heavier() {
    let found = granted(&[("S9", Unsure)]);
    for open in ["hip-cars-standing", "warm-up-march", "movement-break-walk", "abdominal-brace"] {
        assert!(found.contains(&open), "{open} is open");
    }
    assert!(found.contains(&"glute-bridge"), "the bridge is open");
    for closed in ["box-jump", "split-squat", "superman", "iliopsoas-half-kneeling"] {
        assert!(!found.contains(&closed), "{closed} is closed");
    }
    let exercises = &catalogue().exercises;
    let heavier = exercises.iter().filter(|exercise| exercise.level > 1);
    for exercise in heavier {
        assert!(!found.contains(&exercise.id.as_str()), "{:?} is above level 1", exercise.id);
    }
}

#[test]
fn pain_decides_about_today_at_four_and_at_six() {
    let rows = [
        (0, Readiness::Normal),
        (3, Readiness::Normal),
        (4, Readiness::AmberToday),
        (5, Readiness::AmberToday),
        (6, Readiness::RedToday { sharp: false }),
        (10, Readiness::RedToday { sharp: false }),
    ];
    for (pain, expected) in rows {
        assert_eq!(check(pain, false, false), expected, "pain {pain}");
    }
}

#[test]
fn sharp_pain_stops_and_news_asks_again_whatever_the_score() {
    for pain in [0, 3, 4, 5, 6, 10] {
        assert_eq!(check(pain, true, false), Readiness::RedToday { sharp: true }, "sharp {pain}");
        assert_eq!(check(pain, false, true), Readiness::AskAgain, "news {pain}");
        assert_eq!(check(pain, true, true), Readiness::AskAgain, "both {pain}");
    }
}

#[test]
fn a_red_day_leaves_only_the_movement_break_and_only_to_who_had_it() {
    let red = Readiness::RedToday { sharp: false };
    let on = |given: &[(&str, Answer)]| allowed(Permit::grant(verdict(given).as_ref(), red, false));
    assert_eq!(on(&[]), ["movement-break-walk"]);
    assert_eq!(on(&[("S7", Yes)]), ["movement-break-walk"]);
    assert!(on(&[("S1", Yes)]).is_empty(), "an emergency stays closed");
}

#[test]
fn something_new_closes_everything_until_the_questions_are_answered() {
    let permit = Permit::grant(verdict(&[]).as_ref(), Readiness::AskAgain, false);
    assert!(allowed(permit).is_empty());
}

#[test]
fn every_red_question_stands_in_exactly_one_group() {
    let mut grouped: Vec<&str> = Subject::ALL
        .iter()
        .flat_map(|subject| subject.questions(catalogue()))
        .map(|question| question.id.as_str())
        .collect();
    let mut all: Vec<&str> = red().map(|question| question.id.as_str()).collect();
    grouped.sort_unstable();
    all.sort_unstable();
    assert_eq!(grouped, all);
}

#[test]
fn none_of_these_answers_a_whole_group() {
    for subject in Subject::ALL {
        let questions = subject.questions(catalogue());
        let mut answers = Answers::new();
        assert_eq!(missing(&questions, &answers).len(), questions.len());
        deny_all(&questions, &mut answers);
        assert_eq!(missing(&questions, &answers), [""; 0], "{subject:?}");
        assert!(answers.values().all(|answer| *answer == No));
    }
}

#[test]
fn a_form_without_gaps_always_has_a_verdict() {
    let questions: Vec<_> = red().collect();
    let choices = [Yes, No, Unsure];
    for groin in choices {
        for new in choices {
            let mut answers = answers(&[("S12", groin), ("S12-new", new)]);
            while let Some(id) = missing(&questions, &answers).first().map(|id| (*id).to_owned()) {
                assert_eq!(judge(&catalogue().questions, &answers), None, "{id} is missing");
                answers.insert(id, No);
            }
            settle(catalogue(), &mut answers);
            assert!(judge(&catalogue().questions, &answers).is_some(), "{groin:?}, {new:?}");
        }
    }
}

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

#[test]
fn answers_that_are_no_longer_asked_for_are_dropped() {
    let mut given = answers(&[("S12", No), ("S12-new", Yes), ("S12-load", Yes)]);
    settle(catalogue(), &mut given);
    assert_eq!(given, answers(&[]));
}

fn check(pain: u8, sharp: bool, news: bool) -> Readiness {
    DailyCheck {
        pain: Score::new(pain).expect("0 to 10"),
        place: None,
        sharp,
        news,
        sport: None,
        soreness: None,
        stiffness: None,
    }
    .readiness()
}
