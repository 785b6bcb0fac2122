//! The light (3.1, 3.3), every single question and the pairs that matter, and the daily check (3.4).

use soepel::domain::{
    body::Score,
    clearance::{DailyCheck, Level, Profile, Readiness, Verdict, is_outdated},
    record::Answer::{No, Unsure, Yes},
    settings::AgeBand,
    time::Day,
};

use crate::{amber, answers, catalogue, level, profile, red, verdict};

const EMERGENCY: [&str; 6] = ["S1", "S2", "S3", "S4", "S5", "S6"];

#[test]
fn no_to_everything_is_green() {
    assert_eq!(verdict(&[]), Some(Verdict { level: Level::Green, because: Vec::new() }));
}

#[test]
fn a_missing_answer_to_any_red_question_gives_no_verdict() {
    for question in red() {
        let mut answers = answers(&[]);
        answers.remove(&question.id);
        let profile = Profile { answers, ..Profile::default() };
        assert_eq!(profile.verdict(catalogue()), None, "without {}", question.id);
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

/// 3.3: any of A1 to A12; an amber has nothing milder than itself, so doubt counts as yes (ours).
#[test]
fn every_amber_yes_and_every_doubt_about_one_is_amber_and_named() {
    for question in amber() {
        for answer in [Yes, Unsure] {
            let found = verdict(&[(&question.id, answer)]);
            let because = vec![question.id.clone()];
            assert_eq!(found, Some(Verdict { level: Level::Amber, because }), "{}", question.id);
        }
    }
}

/// X31: 16 and 17 are amber by age alone (A12), and the answer to it is never asked.
#[test]
fn sixteen_and_seventeen_are_amber_by_their_age() {
    let rows = [
        (None, Level::Green),
        (Some(AgeBand::SixteenSeventeen), Level::Amber),
        (Some(AgeBand::Adult), Level::Green),
        (Some(AgeBand::SixtyFivePlus), Level::Green),
    ];
    for (age, expected) in rows {
        let found = Profile { age, ..profile(&[]) }.verdict(catalogue()).unwrap();
        assert_eq!(found.level, expected, "{age:?}");
        assert_eq!(found.because == ["A12"], expected == Level::Amber, "{age:?}");
    }
}

#[test]
fn without_an_amber_answer_there_is_no_verdict_unless_it_is_red_already() {
    for question in amber() {
        let mut some = profile(&[]);
        some.answers.remove(&question.id);
        assert_eq!(some.verdict(catalogue()), None, "without {}", question.id);
        some.answers.insert("S7".to_owned(), Yes);
        let found = some.verdict(catalogue()).expect("red needs no ambers");
        assert_eq!(found.level, Level::RedUrgent);
    }
    // Kept answers of before the ambers were asked: red stays red, the rest is asked on.
    let old = |answers| Profile { answers, ..Profile::default() }.verdict(catalogue());
    let mut green = answers(&[]);
    green.retain(|id, _| id.starts_with('S'));
    assert_eq!(old(green), None);
    let mut red = answers(&[("S1", Yes)]);
    red.retain(|id, _| id.starts_with('S'));
    assert_eq!(old(red).map(|verdict| verdict.level), Some(Level::RedEmergency));
}

/// Red wins over amber whatever else was answered (3.3: the highest level wins).
#[test]
fn of_any_two_answers_the_more_serious_one_decides() {
    let plain: Vec<_> = red().filter(|one| one.narrowing.is_none()).chain(amber()).collect();
    for one in &plain {
        for other in &plain {
            for (first, second) in [(Yes, Yes), (Yes, Unsure), (Unsure, Unsure)] {
                if one.id == other.id {
                    continue;
                }
                let alone = |id: &str, answer| level(&[(id, answer)]).unwrap();
                let expected = alone(&one.id, first).max(alone(&other.id, second));
                let found = level(&[(&one.id, first), (&other.id, second)]);
                assert_eq!(found, Some(expected), "{} with {}", one.id, other.id);
            }
        }
    }
}

/// X24: the answers hold for twelve weeks.
#[test]
fn answers_are_too_old_after_eighty_four_days() {
    let day = |text| Day::parse(text).unwrap();
    let answered = day("2026-09-01");
    assert!(!is_outdated(answered, day("2026-11-23")), "day 83");
    assert!(is_outdated(answered, day("2026-11-24")), "day 84");
    assert!(!is_outdated(answered, day("2026-08-01")), "a clock set back");
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

fn check(pain: u8, sharp: bool, news: bool) -> Readiness {
    let pain = Score::new(pain).expect("0 to 10");
    let (place, sport, soreness, stiffness) = (None, None, None, None);
    DailyCheck { pain, place, sharp, news, sport, soreness, stiffness }.readiness()
}
