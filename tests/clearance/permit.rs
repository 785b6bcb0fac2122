//! The table of 3.3: what stays open under each light, before and after a consultation.

use soepel::domain::{
    body::Position,
    clearance::{Permit, Profile, Readiness, gentle_day},
    exercise::{Category, Exercise},
    record::Answer::{self, No, Unsure, Yes},
    settings::AgeBand,
    time::Day,
};

use crate::{Given, allowed, catalogue, granted, permit, profile, treated};

const EMERGENCY: [&str; 6] = ["S1", "S2", "S3", "S4", "S5", "S6"];

const BREAK: &str = "movement-break-walk";
const BRACE: &str = "abdominal-brace";
const BRIDGE: [&str; 2] = ["glute-bridge", "sit-to-stand"];
const ROTATION: [&str; 3] = ["hip-cars-standing", "hip-cars-quadruped", "ninety-ninety-switch"];

fn named(slugs: &[&[&'static str]]) -> Vec<&'static str> {
    let wanted: Vec<&str> = slugs.iter().flat_map(|some| some.iter().copied()).collect();
    let all = catalogue().exercises.iter().map(|exercise| exercise.id.as_str());
    all.filter(|slug| wanted.contains(slug)).collect()
}

/// What is closed of the whole catalogue.
fn closed(profile: &Profile) -> Vec<&'static str> {
    let permit = permit(profile);
    let shut = catalogue().exercises.iter().filter(|exercise| !permit.allows(exercise));
    shut.map(|exercise| exercise.id.as_str()).collect()
}

fn all_where(fits: impl Fn(&Exercise) -> bool) -> Vec<&'static str> {
    let fitting = catalogue().exercises.iter().filter(|exercise| fits(exercise));
    fitting.map(|exercise| exercise.id.as_str()).collect()
}

fn skips(exercise: &Exercise, conditions: &[&str]) -> bool {
    exercise.skip_if.iter().any(|condition| conditions.contains(&condition.slug()))
}

#[test]
fn nothing_is_open_before_the_questions_under_sixteen_or_in_an_emergency() {
    assert!(allowed(&permit(&Profile::default())).is_empty(), "no answers");
    let young = Profile { age: Some(AgeBand::Under16), ..profile(&[]) };
    assert!(allowed(&permit(&young)).is_empty(), "too young (X31)");
    for id in EMERGENCY {
        assert!(granted(&[(id, Yes)]).is_empty(), "{id}");
        assert!(allowed(&permit(&treated(&[(id, Yes)]))).is_empty(), "{id}, talked over");
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

/// 3.3, the column "amber content without consult".
#[test]
fn without_consultation_each_amber_leaves_open_what_its_row_says() {
    let gentle = all_where(|exercise| {
        let light = [Category::MobilityRotation, Category::Support].contains(&exercise.category);
        exercise.level == 1 && (light || exercise.id.as_str() == "glute-bridge")
    });
    let bridge = named(&[&[BREAK, BRACE], &BRIDGE]);
    let no_walk = named(&[&[BREAK, BRACE], &BRIDGE, &ROTATION]);
    let supported: Vec<_> = gentle.iter().copied().filter(|id| *id != "posture-reset").collect();
    let rows: [(&str, &Given, Vec<&str>); 14] = [
        ("A1", &[("A1", Yes)], gentle.clone()),
        ("A2", &[("A2", Yes)], gentle.clone()),
        ("A3", &[("A3", Yes)], named(&[&[BREAK, BRACE]])),
        ("A3 in doubt", &[("A3", Unsure)], named(&[&[BREAK, BRACE]])),
        ("hip replacement", &[("A8", Yes), ("hip-replacement", Yes)], bridge.clone()),
        ("A4", &[("A4", Yes)], bridge.clone()),
        ("A5", &[("A5", Yes)], no_walk.clone()),
        ("vertebral fracture", &[("A5", Yes), ("vertebral-fracture", Yes)], no_walk.clone()),
        ("A6", &[("A6", Yes)], no_walk.clone()),
        ("A7", &[("A7", Yes)], named(&[&[BREAK], &ROTATION])),
        ("A8", &[("A8", Yes)], gentle.clone()),
        ("A9", &[("A9", Yes)], supported),
        ("A10", &[("A10", Yes)], gentle.clone()),
        ("A11", &[("A11", Yes)], gentle.clone()),
    ];
    for (name, given, expected) in rows {
        assert_eq!(granted(given), expected, "{name}");
    }
    let young = Profile { age: Some(AgeBand::SixteenSeventeen), ..profile(&[]) };
    assert_eq!(allowed(&permit(&young)), gentle, "A12");
    assert_eq!(granted(&[("S9", Unsure)]), gentle, "a red question in doubt");
    // Where two rows hold, both have to agree.
    assert_eq!(granted(&[("A4", Yes), ("A7", Yes)]), [BREAK]);
}

/// 3.3, the column "amber content after consult": the full programmes minus each `skip_if`.
#[test]
fn after_consultation_each_amber_closes_what_its_row_says_and_no_more() {
    let jump = |exercise: &Exercise| exercise.category == Category::RunnerDynamic;
    let space = |exercise: &Exercise| exercise.category == Category::MobilitySpace;
    let control = |exercise: &Exercise| exercise.category == Category::MobilityControl;
    let pregnant = |exercise: &Exercise| jump(exercise) || space(exercise) || control(exercise);
    let hard = all_where(|exercise| exercise.level == 3);
    let late = ["pregnancy-2nd-3rd", "pregnancy-any"];
    let rows: [(&str, &Given, Vec<&str>); 13] = [
        ("A1, not calm yet", &[("A1", Yes)], hard.clone()),
        ("A2, not calm yet", &[("A2", Yes)], hard),
        ("A3", &[("A3", Yes)], Vec::new()),
        (
            "knee operation",
            &[("A3", Yes), ("knee-surgery-recent", Yes)],
            all_where(|exercise| skips(exercise, &["knee-surgery-recent"])),
        ),
        (
            "hip replacement",
            &[("A8", Yes), ("hip-replacement", Yes)],
            all_where(|one| space(one) || jump(one) || skips(one, &["hip-replacement"])),
        ),
        ("A5", &[("A5", Yes)], all_where(|one| jump(one) || skips(one, &["osteoporosis"]))),
        (
            "pregnant",
            &[("A6", Yes), ("pregnancy-any", Yes), ("pregnancy-2nd-3rd", No)],
            all_where(|one| pregnant(one) || skips(one, &["pregnancy-any"])),
        ),
        (
            "from 13 weeks",
            &[("A6", Yes), ("pregnancy-2nd-3rd", Yes)],
            all_where(|one| pregnant(one) || one.position == Position::Prone || skips(one, &late)),
        ),
        ("A7", &[("A7", Yes)], Vec::new()),
        ("A8", &[("A8", Yes)], Vec::new()),
        ("A9", &[("A9", Yes)], all_where(|one| jump(one) || skips(one, &["balance-problem"]))),
        ("A10", &[("A10", Yes)], Vec::new()),
        ("A11", &[("A11", Yes)], Vec::new()),
    ];
    for (name, given, expected) in rows {
        assert_eq!(closed(&treated(given)), expected, "{name}");
    }
    let calm = Profile { calm: true, ..treated(&[("A1", Yes)]) };
    assert_eq!(closed(&calm), [""; 0], "level 3 comes back after two calm weeks");
}

/// 3.3: radiating leg pain gets P3-alt, and P1 without the prone press-up.
#[test]
fn radiating_leg_pain_leaves_p3_alt_and_p1_after_consultation() {
    let permit = permit(&treated(&[("A4", Yes)]));
    for (_, session) in catalogue()
        .programmes
        .iter()
        .flat_map(|programme| programme.sessions.iter().map(move |session| (programme, session)))
    {
        let id = session.id.0.as_str();
        if id != "P3-alt" && !id.starts_with("P1") {
            continue;
        }
        for block in &session.blocks {
            let exercise = catalogue().exercise(&block.exercise).unwrap();
            let press_up = exercise.id.as_str() == "iliopsoas-prone-press-up";
            assert_eq!(permit.allows(exercise), !press_up, "{id}: {:?}", exercise.id);
        }
    }
    for shut in ["upward-facing-dog", "superman", "split-squat", "box-jump", "hip-thrust-bench"] {
        assert!(!allowed(&permit).contains(&shut), "{shut}");
    }
}

/// 3.3 on A3: only what the clinician named, nothing planned by itself.
#[test]
fn after_an_operation_nobody_but_the_clinician_plans() {
    assert!(permit(&treated(&[("A3", Yes)])).leaves_planning_to_clinician());
    assert!(!permit(&treated(&[("A1", Yes)])).leaves_planning_to_clinician());
    assert!(!permit(&profile(&[])).leaves_planning_to_clinician());
}

#[test]
fn the_gentle_start_counts_its_days_to_fourteen() {
    let day = |text| Day::parse(text).unwrap();
    let since = day("2026-11-22");
    for (today, expected) in [
        ("2026-11-22", 1),
        ("2026-11-28", 7),
        ("2026-12-05", 14),
        ("2027-02-01", 14),
        ("2026-11-01", 1),
    ] {
        assert_eq!(gentle_day(since, day(today)), expected, "{today}");
    }
}

/// 3.4 after 3.3: a red day leaves no more than the light did.
#[test]
fn a_red_day_leaves_only_the_movement_break_and_only_to_who_had_it() {
    let red = Readiness::RedToday { sharp: false };
    let on = |given: &[(&str, Answer)]| allowed(&Permit::grant(catalogue(), &profile(given), red));
    assert_eq!(on(&[]), [BREAK]);
    assert_eq!(on(&[("S7", Yes)]), [BREAK]);
    assert_eq!(on(&[("A7", Yes)]), [BREAK]);
    assert!(on(&[("S1", Yes)]).is_empty(), "an emergency stays closed");
}

#[test]
fn something_new_closes_everything_until_the_questions_are_answered() {
    let permit = Permit::grant(catalogue(), &profile(&[]), Readiness::AskAgain);
    assert!(allowed(&permit).is_empty());
}
