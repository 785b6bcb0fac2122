//! Laws of the plan: whatever somebody answered, chose and did.

use proptest::prelude::*;
use soepel::{
    app::view::reading::cite,
    content::{catalogue, reading::reading},
    domain::{
        clearance::Level,
        planning::{
            choosing::go_together,
            load::{Load, Placed, STRETCH_A_SESSION, STRETCH_A_WEEK, are_similar, is_extra},
            proposal::{Proposal, propose},
            week::{Agenda, FULL_A_WEEK, schedule},
            why::Why,
        },
        programme::SessionId,
        time::Day,
    },
};

use crate::made::{Somebody, day, monday, somebody, total};

/// Everything a session has to be before it may stand on a day after these.
fn stands(who: &Somebody, load: &Load, placed: &[Placed], on: Day) -> Result<(), TestCaseError> {
    let (programme, outline) = catalogue().session(&load.session).unwrap();
    let week: Vec<&Placed> =
        placed.iter().filter(|one| (0..7).contains(&on.days_since(one.day))).collect();

    // Nothing that is left out for this person (3.3), and nothing that they do not have.
    prop_assert!(outline.blocks.iter().all(|block| !who.banned.contains(&block.exercise)));
    prop_assert!(load.needs.iter().all(|thing| who.choices.has(*thing)), "{:?}", load.needs);
    let in_time = who.choices.minutes.is_none_or(|most| load.lasts <= most.seconds());
    prop_assert!(in_time, "{:?} in {:?}", load.lasts, who.choices.minutes);

    // 2.2, X33: no exercises that are alike, in the session or on its day.
    prop_assert!(!are_similar(catalogue(), &load.exercises, &load.exercises));
    for one in week.iter().filter(|one| one.day == on) {
        prop_assert!(!are_similar(catalogue(), &one.load.exercises, &load.exercises));
    }

    // X29: the ceilings of a session and of seven days.
    for (muscle, held) in &load.stretch {
        prop_assert!(*held <= STRETCH_A_SESSION);
        let before = total(week.iter().map(|one| &one.load), *muscle);
        let short = !load.full && is_extra(&load.session);
        prop_assert!(short || before + *held <= STRETCH_A_WEEK, "{muscle:?}: {before:?}");
    }

    // 5.8: never more than the most of a week, nor more than five full ones.
    let often = week
        .iter()
        .filter(|one| one.load.programme == load.programme && !is_extra(&one.load.session));
    let most = usize::try_from(programme.weekly_most).unwrap();
    prop_assert!(is_extra(&load.session) || often.count() < most, "{}", load.session.0);
    let full = week.iter().filter(|one| one.load.full).count();
    prop_assert!(!load.full || full < FULL_A_WEEK);

    // 5.8: no strength for the same muscles two days in a row.
    for one in week.iter().filter(|one| on.days_since(one.day) <= 1) {
        prop_assert!(!load.shares_strength_with(&one.load), "{:?} after {:?}", load, one);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// R1.11, 2.2, X29, X33, 5.8.
    #[test]
    fn no_week_breaks_a_rule_whatever_was_answered_chosen_and_done(who in somebody()) {
        let planned = who.plan(|ground, past, stretched| {
            schedule(ground, past, stretched, day(1), 21)
        });
        prop_assert_eq!(planned.len(), 21);
        let mut placed = who.past();
        for one in planned {
            let session = match one.agenda {
                Agenda::Session { session, .. } => {
                    prop_assert!(who.choices.may_train_on(one.day));
                    let alone = ["P2", "P5", "P6"];
                    let id = catalogue().session(&session).unwrap().0.id.0.as_str();
                    prop_assert!(!who.hips.rotation_waits() || alone.contains(&id), "{id}");
                    Some(session)
                }
                Agenda::Rest { mini, .. } => mini,
            };
            if let Some(session) = session {
                let load = who.load(&session);
                stands(&who, &load, &placed, one.day)?;
                placed.push(Placed { day: one.day, load });
            }
        }
    }

    #[test]
    fn no_proposal_breaks_a_rule_whatever_was_answered_chosen_and_done(
        who in somebody(),
        sport_is_near in any::<bool>(),
    ) {
        let proposal = who.plan(|ground, past, stretched| {
            propose(ground, past, stretched, monday(), sport_is_near)
        });
        for offer in proposal.iter().flat_map(Proposal::offers) {
            let load = who.load(&offer.session);
            prop_assert_eq!(load.lasts, offer.lasts);
            stands(&who, &load, &who.past(), monday())?;
        }
    }

    /// 3.3: not even the movement break that a red light leaves open is proposed.
    #[test]
    fn a_red_light_never_yields_a_proposal_that_can_be_played(who in somebody(), urgent in any::<bool>()) {
        let light = if urgent { Level::RedUrgent } else { Level::RedEmergency };
        for light in [Some(light), None] {
            let who = Somebody { light, ..who.clone() };
            let (proposal, week) = who.plan(|ground, past, stretched| {
                let week = schedule(ground, past, stretched, monday(), 7);
                (propose(ground, past, stretched, monday(), false), week)
            });
            prop_assert_eq!(proposal, None);
            for one in week {
                let rests = matches!(one.agenda, Agenda::Rest { mini: None, .. });
                prop_assert!(rests, "{:?}", one);
            }
        }
    }

    /// 5.8: two programmes together; P1 and P4 never.
    #[test]
    fn only_programmes_that_go_together_stand_in_one_plan(who in somebody()) {
        let chosen = who.chosen();
        prop_assert!(!chosen.programmes.is_empty());
        prop_assert!(!(chosen.has("P1") && chosen.has("P4")));
        for one in &chosen.programmes {
            for other in &chosen.programmes {
                prop_assert!(go_together(&one.programme, &other.programme));
            }
            let waits = chosen.waiting.iter().any(|other| other.programme == one.programme);
            prop_assert!(!waits, "{:?} is in the plan and waits", one);
        }
    }
}

/// Part 10 of issue 3: a rule behind every reason, and literature behind a choice of ours (X17, X32,
/// R4.25).
#[test]
fn every_reason_rests_on_rules_or_literature_that_can_be_read() {
    for why in Why::ALL {
        assert!(!why.rules().is_empty(), "{} has nothing behind it", why.slug());
        for id in why.rules() {
            assert!(cite(reading(), id).is_some(), "{} names {id}", why.slug());
        }
    }
    let ours: Vec<&str> =
        Why::ALL.iter().filter(|why| why.is_ours()).map(|why| why.slug()).collect();
    assert_eq!(ours, ["waits-for-the-first", "strength-yesterday", "spread", "not-your-day"]);
}

#[test]
fn a_session_that_soepel_does_not_know_counts_as_a_full_one() {
    let nobody = soepel::domain::programme::ProgrammeId(String::new());
    assert!(soepel::domain::planning::load::is_full(&nobody, &SessionId("own".to_owned())));
}
