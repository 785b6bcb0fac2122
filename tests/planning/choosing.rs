//! From a goal and a situation to programmes, each with its reason.

use soepel::domain::{
    body::Side,
    dose::AgeGroup,
    exercise::ExerciseId,
    planning::{
        choices::{Anchor, Choices, Goal, OwnMoment, Situation, TimeOfDay, Weekday},
        choosing::{Hips, Reasoned, after, offers_strength},
        why::Why,
    },
    programme::ProgrammeId,
    time::Moment,
};

use crate::made::{Somebody, day, monday};

fn told(list: &[Reasoned]) -> Vec<(&str, Why)> {
    list.iter().map(|one| (one.programme.0.as_str(), one.why)).collect()
}

#[test]
fn each_goal_and_situation_leads_to_its_programme_with_its_reason() {
    let goals = [
        // R0.4a, R1.14, R2.6, R1.28.
        (Goal::HipFront, "P1", Why::GoalHipFront),
        (Goal::Supple, "P2", Why::GoalSupple),
        (Goal::Strong, "P3", Why::GoalStrong),
        (Goal::Habit, "P6", Why::GoalHabit),
    ];
    for (goal, id, why) in goals {
        let chosen = Somebody::who(Some(goal), &[]).chosen();
        assert_eq!(told(&chosen.programmes)[0], (id, why));
    }
    let situations = [
        // R3.1, R4.18, R1.14, R2.2, R1.26, R1.17.
        (Situation::Sitting, "P4", Why::Sits),
        (Situation::Running, "P5", Why::Runs),
        (Situation::Stiff, "P2", Why::IsStiff),
        (Situation::LowBack, "P3", Why::LowBack),
        (Situation::Restart, "P7", Why::Restarts),
        (Situation::Dance, "P2", Why::Dances),
    ];
    for (situation, id, why) in situations {
        let chosen = Somebody::who(None, &[situation]).chosen();
        assert_eq!(told(&chosen.programmes), [(id, why), ("P6", Why::EveryDay)]);
    }
}

/// R1.27: rotations are relevant for everybody; R0.18: from 65 the gentle programme.
#[test]
fn who_says_nothing_begins_with_the_daily_minutes_and_from_65_gently() {
    assert_eq!(told(&Somebody::default().chosen().programmes), [("P6", Why::Everybody)]);
    let senior = Somebody { age: AgeGroup::Senior, ..Somebody::default() };
    assert_eq!(told(&senior.chosen().programmes), [("P7", Why::Senior), ("P6", Why::EveryDay)]);
}

/// 5.8: P1 or P4, not both, with P3 or P5.
#[test]
fn a_runner_who_sits_gets_two_programmes_and_what_does_not_fit_waits() {
    let who = Somebody::who(Some(Goal::HipFront), &[Situation::Sitting, Situation::Running]);
    let chosen = who.chosen();
    assert_eq!(
        told(&chosen.programmes),
        [("P1", Why::GoalHipFront), ("P5", Why::Runs), ("P6", Why::EveryDay)],
    );
    assert_eq!(told(&chosen.waiting), [("P4", Why::WaitsForTheFirst)]);
}

/// R1.11, X28.
#[test]
fn while_rotation_is_limited_the_plan_opens_with_it_and_the_rest_waits() {
    let hips = Hips::RotationFirst { focus: Vec::new(), weaker: Some(Side::Left) };
    let who = Somebody { hips, ..Somebody::who(Some(Goal::HipFront), &[Situation::Running]) };
    let chosen = who.chosen();
    assert_eq!(
        told(&chosen.programmes),
        [("P2", Why::RotationFirst), ("P5", Why::Runs), ("P6", Why::EveryDay)],
    );
    assert_eq!(told(&chosen.waiting), [("P1", Why::WaitsForRotation)]);
    assert_eq!(who.hips.weaker(), Some(Side::Left));
}

/// C19, R0.39: the order is a default, the choice is theirs; 5.8 still holds.
#[test]
fn what_somebody_chose_themselves_stands_and_what_does_not_go_with_it_waits() {
    let ids = ["P3", "P4", "P1"].map(|id| ProgrammeId(id.to_owned()));
    let mut who = Somebody::who(Some(Goal::Supple), &[]);
    who.choices.programmes = ids.to_vec();
    let chosen = who.chosen();
    assert_eq!(told(&chosen.programmes), [("P3", Why::OwnChoice), ("P4", Why::OwnChoice)]);
    assert_eq!(told(&chosen.waiting), [("P1", Why::WaitsForTheFirst)]);
}

/// R0.8, C9.
#[test]
fn after_two_weeks_of_stretching_alone_strength_is_offered() {
    let who = Somebody::who(Some(Goal::HipFront), &[]);
    for (since, offered) in [(-13, false), (-14, true)] {
        let who = who.clone().has_done(&[(since, "P1-A"), (-2, "P1-A-pnf")]);
        assert_eq!(offers_strength(&who.chosen(), &who.past(), monday()), offered);
    }
    let both = Somebody::who(Some(Goal::HipFront), &[Situation::LowBack])
        .has_done(&[(-20, "P1-A"), (-2, "P3-1")]);
    assert!(!offers_strength(&both.chosen(), &both.past(), monday()));
}

/// R0.6, X26: two hours before sport; R0.7: not for gymnasts and dancers.
#[test]
fn sport_is_near_within_two_hours_of_its_time() {
    let mut choices = Choices::default();
    choices.sport.insert(Weekday::of(day(0)), TimeOfDay::parse("18:00").unwrap());
    let at = |minute: i64| Moment {
        wall: day(0).noon_utc() - 12 * 3_600_000 + (minute - 60) * 60_000,
        mono: 0,
        offset: 60,
    };
    let near = |minute| choices.sport_is_near(at(minute));
    assert_eq!([959, 960, 1_080, 1_081].map(near), [false, true, true, false]);
    assert!(!choices.gymnast_or_dancer());
}

/// R1.28, R1.29: tied to a moment, in somebody's own words too.
#[test]
fn a_moment_in_own_words_is_one_short_line() {
    assert!(OwnMoment::new("als de kinderen naar school zijn").is_some());
    for wrong in ["", " na de koffie", "a\nb", &"x".repeat(81)] {
        assert_eq!(OwnMoment::new(wrong), None, "{wrong:?}");
    }
    let own = Anchor::Own(OwnMoment::new("na de koffie").unwrap());
    assert_ne!(Some(own), Choices::default().anchor);
    for wrong in ["24:00", "7:30", "07:60", "0730", "-1:00", "+7:30"] {
        assert_eq!(TimeOfDay::parse(wrong), None, "{wrong}");
    }
    assert_eq!(TimeOfDay::parse("07:30").unwrap().text(), "07:30");
}

/// Section 5: what waited comes forward; else strength after stretching and after the gentle start,
/// and the runner's programme for who runs. Two strength programmes never stand side by side (5.8).
#[test]
fn after_a_programme_comes_what_waited_or_what_its_section_names() {
    let next = |who: &Somebody, from: &str| {
        let next = after(&who.chosen(), &ProgrammeId(from.to_owned()), &who.choices, &who.hips);
        next.map(|id| id.0)
    };
    let who = |goal, situations: &[Situation]| Somebody::who(Some(goal), situations);
    let is = |id: &str| Some(id.to_owned());
    assert_eq!(next(&who(Goal::HipFront, &[]), "P1"), is("P3"));
    assert_eq!(next(&who(Goal::Supple, &[]), "P2"), is("P3"));
    assert_eq!(next(&who(Goal::Supple, &[Situation::Sitting]), "P2"), is("P4"), "it waited");
    assert_eq!(next(&who(Goal::Strong, &[]), "P3"), None, "strength is kept up");
    let focus = vec![ExerciseId::new("iso-flexion-knee-to-chest").unwrap()];
    let hips = Hips::Open { focus, weaker: None };
    assert_eq!(next(&Somebody { hips, ..who(Goal::Strong, &[]) }, "P3"), is("P2"));
    assert_eq!(next(&Somebody::who(None, &[Situation::Restart]), "P7"), is("P3"));
    assert_eq!(next(&who(Goal::HipFront, &[Situation::Running]), "P1"), is("P6"));
    let mut own = who(Goal::HipFront, &[]);
    own.choices.programmes = ["P1", "P5"].map(|id| ProgrammeId(id.to_owned())).into();
    assert_eq!(next(&own, "P1"), is("P6"), "the daily minutes keep what was won");
    for id in ["P4", "P5", "P6"] {
        assert_eq!(next(&who(Goal::HipFront, &[]), id), None, "{id}");
    }
}
