//! What a session becomes for who does it: how hard to push, what waits for a side plank, what
//! rests from jumps; and a plan that goes on to the next programme.

use std::collections::BTreeSet;

use soepel::{
    app::{
        command::Command,
        event::Event,
        view::{
            plan::TodaysProposal,
            routines::{Standing, WhyOut},
        },
    },
    domain::{
        dose::Mode,
        exercise::{Equipment, ExerciseId},
        fitting::ForYou,
        planning::choices::{Choices, Goal, Situation},
        programme::{ProgrammeId, SessionId},
        progress::{Need, Proposed},
        record::{Answer, Note},
        routine::{Between, draft::Draft, review::Caution},
        time::Seconds,
    },
};

use crate::person::{Person, well};

const DAY: u32 = 86_400_000;
const HIP_LIFT: &str = "side-plank-hip-lift";

fn id(session: &str) -> SessionId {
    SessionId(session.to_owned())
}

fn exercise(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

fn with_heart_trouble() -> Person {
    let mut person = Person::ready();
    person.screen(&[("A7", Answer::Yes)]);
    person.tell(Event::Consulted(Note::shortened("huisarts")));
    person
}

/// The most effort of each exercise that is begun now.
fn efforts(person: &mut Person, session: &str) -> Vec<Option<u32>> {
    person.check(session, well());
    let live = person.model.live.as_ref().unwrap();
    live.session.plan().order().prescriptions.iter().map(|one| one.effort_most).collect()
}

/// X3, X4, X22: the effort stands in what is prescribed, and is at most 30 % with heart trouble.
#[test]
fn how_hard_to_push_is_prescribed_and_stays_low_with_heart_trouble() {
    for (session, plain, careful) in [
        ("P2-A", [None, None, Some(50), Some(50)], [None, None, Some(30), Some(30)]),
        ("P2-A-start", [None, None, Some(30), Some(30)], [None, None, Some(30), Some(30)]),
        ("P1-A-pnf", [None, None, Some(50), Some(50)], [None, None, Some(30), Some(30)]),
    ] {
        assert_eq!(efforts(&mut Person::ready(), session), plain, "{session}");
        assert_eq!(efforts(&mut with_heart_trouble(), session), careful, "{session}");
    }
    let mut higher = Person::ready();
    let step = |to| Proposed::Step {
        exercise: exercise("iso-endorotation-9090"),
        mode: Mode::IsometricEndRange,
        from: 2,
        to,
    };
    for (to, most) in [(3, 70), (4, 80)] {
        let rules = vec!["X17".to_owned()];
        let chance = [u8::try_from(to).unwrap(); 10];
        higher.tell(Event::Decided { changes: vec![step(to)], rules, accepted: true, chance });
        assert_eq!(efforts(&mut higher, "P2-A")[3], Some(most));
        higher.model.live = None;
    }
    assert_eq!(efforts(&mut higher, "P2-A-start")[3], Some(30), "a gentle session stays gentle");
}

/// X22: it is shown before the session and led in it, and a page that goes forgets nothing of it.
#[test]
fn how_hard_to_push_is_shown_said_and_kept() {
    let mut person = with_heart_trouble();
    let (_, outline) = person.model.catalogue.session(&id("P2-A")).unwrap();
    let blocks = person.model.blocks(outline, person.now);
    let most: Vec<_> = blocks.iter().filter_map(|block| block.effort_most).collect();
    assert_eq!(most, [30, 30]);
    assert!(blocks[2].sources.iter().any(|source| format!("{source:?}").contains("X22")));
    person.start("P2-A");
    while person.is_exercising()
        && person.model.live.as_ref().unwrap().session.phase().unwrap().block < 3
    {
        person.wait(1);
    }
    person.wait(40);
    let said: Vec<&String> = person
        .asked
        .iter()
        .filter_map(|command| match command {
            Command::Say(line) => Some(line),
            _ => None,
        })
        .filter(|line| line.contains("procent") || line.contains('%'))
        .collect();
    assert!(said.len() >= 2 && said.iter().all(|line| line.contains("30")), "{said:?}");
    let later = person.reopened();
    let kept = &later.model.begun_sessions()[0].opening.blocks;
    assert_eq!(kept[3].effort_most, Some(30));
}

fn lifts(person: &Person) -> bool {
    let (_, outline) = person.model.catalogue.session(&id("P5-L1")).unwrap();
    let blocks = person.model.blocks(outline, person.now);
    let there = blocks.iter().any(|block| block.exercise.id == exercise(HIP_LIFT));
    let said = person.model.for_you(outline, person.now);
    let waits = said.iter().any(|one| matches!(one, ForYou::NotYet(_)));
    assert_eq!(waits, !there, "it says what it waits for");
    there
}

/// C17: the lift in side plank comes after 20 seconds of holding still, shown by a session, a test
/// or the gate of level 1.
#[test]
fn the_lift_in_side_plank_waits_for_twenty_seconds_of_holding_it() {
    let mut person = Person::ready();
    let lasts =
        |person: &Person| person.model.session_card(&id("P5-L1"), person.now).unwrap().lasts;
    assert!(!lifts(&person));
    assert_eq!(lasts(&person), Seconds(1_220), "20:20 remains");
    let record = person.play("P5-L1");
    assert!(record.done.iter().all(|row| row.exercise != HIP_LIFT));
    assert!(lifts(&person) && lifts(&person.reopened()), "3 × 20 seconds, both sides");
    assert_eq!(lasts(&person), Seconds(1_433), "23:53 with it");
    let last = person.records()[0].clone();
    person.tell(Event::Deleted(last.id));
    assert!(!lifts(&person), "nothing shows it any more");
    person.reach("P5-L1", "P5-L2");
    assert!(lifts(&person), "that gate asked for 30 seconds");
}

/// C17: fifteen seconds are not twenty, and a side plank on the knees is another one.
#[test]
fn a_shorter_or_easier_side_plank_does_not_open_the_lift() {
    let hold = Mode::Hold;
    let plank = exercise("side-plank");
    let easier = Person::ready().model.catalogue.exercise(&plank).unwrap().easier[0].id.clone();
    for change in [
        Proposed::Step { exercise: plank.clone(), mode: hold, from: 2, to: 1 },
        Proposed::Variant {
            exercise: plank.clone(),
            mode: hold,
            variant: Some(easier),
            harder: false,
            to: 2,
        },
    ] {
        let mut person = Person::ready();
        let rules = vec!["X17".to_owned()];
        let changes = vec![change];
        person.tell(Event::Decided { changes, rules, accepted: true, chance: [4; 10] });
        person.play("P5-L1");
        assert!(!lifts(&person));
    }
}

fn draft(person: &Person, exercises: &[&str]) -> Draft {
    let mut draft = Draft::new(Between::new(Seconds(15)).unwrap());
    "Eigen".clone_into(&mut draft.name);
    for slug in exercises {
        draft.add(person.model.catalogue.exercise(&exercise(slug)).unwrap());
    }
    draft
}

fn left_out(person: &Person, exercises: &[&str]) -> Vec<(String, WhyOut)> {
    match person.model.draft_view(&draft(person, exercises), person.now).standing {
        Standing::Open { without } | Standing::Locked { without } => {
            without.into_iter().map(|(one, why)| (one.id.as_str().to_owned(), why)).collect()
        }
        Standing::Hollow => Vec::new(),
    }
}

/// X14: two days lie between jumps, in a programme and in a routine of one's own alike, and the rest
/// of the session goes on.
#[test]
fn two_days_lie_between_jumps_in_every_session() {
    let mut person = Person::who_jumps();
    let own = ["warm-up-march", "box-jump"];
    assert_eq!(left_out(&person, &own), []);
    person.play("P5-L3a");
    let (_, outline) = person.model.catalogue.session(&id("P5-M")).unwrap();
    for _ in 0..2 {
        assert_eq!(left_out(&person, &own), [("box-jump".to_owned(), WhyOut::Jumped)]);
        let said = person.model.for_you(outline, person.now);
        assert!(said.iter().any(|one| matches!(one, ForYou::JumpedLately(_))), "{said:?}");
        person.check("P5-L3b", well());
        let live = person.model.live.take().unwrap();
        let all = &live.session.plan().order().prescriptions;
        assert!(all.iter().all(|one| {
            !["skater-hop", "box-jump", "lateral-bound-stick"].contains(&one.exercise.as_str())
        }));
        assert!(all.iter().any(|one| one.exercise == exercise("single-leg-rdl")));
        person.pass(DAY);
    }
    assert_eq!(left_out(&person, &own), []);
}

/// X14: a routine goes no further than 40 landings, and 60 after the first weeks of level 3.
#[test]
fn landings_over_the_most_of_one_session_are_left_out_of_a_routine() {
    let mut person = Person::ready();
    person.reach("P5-L2", "P5-L3a");
    // 24, 20 and 10 landings.
    let own = ["warm-up-march", "skater-hop", "lateral-bound-stick", "box-jump"];
    let out = left_out(&person, &own);
    assert_eq!(out, [("lateral-bound-stick".to_owned(), WhyOut::Landings)]);
    person.reach("P5-L3a", "P5-L3b");
    assert_eq!(left_out(&person, &own), []);
}

/// X29: what the last days held counts for a routine of stretches too.
#[test]
fn a_routine_says_when_it_goes_over_ten_minutes_of_stretching_in_a_week() {
    let mut person = Person::ready();
    let own = ["warm-up-march", "iliopsoas-standing-lunge"];
    let weeks = |person: &Person| -> Vec<Seconds> {
        let cautions = person.model.draft_view(&draft(person, &own), person.now).cautions;
        let of = cautions.into_iter().filter_map(|one| {
            assert!(!matches!(one, Caution::LongWeek { .. }) || one.rule() == Some("X29"));
            if let Caution::LongWeek { seconds, .. } = one { Some(seconds) } else { None }
        });
        of.collect()
    };
    // 60 seconds for this muscle each time.
    for _ in 0..9 {
        assert_eq!(weeks(&person), []);
        person.play("P1-A");
    }
    person.play("P1-A");
    assert_eq!(weeks(&person), [Seconds(660)]);
    person.pass(DAY * 6);
    assert_eq!(weeks(&person), [Seconds(660)]);
    person.pass(DAY);
    assert_eq!(weeks(&person), []);
}

fn plans(person: &mut Person, choices: Choices) {
    person.tell(Event::ChangedPlan(Box::new(choices)));
}

fn in_plan(person: &Person) -> Vec<String> {
    let page = person.model.plan_page(person.now).unwrap();
    page.programmes.iter().map(|one| one.programme.id.0.clone()).collect()
}

fn decides(person: &mut Person, change: &Proposed, accepted: bool) {
    let (changes, rules) = (vec![change.clone()], vec!["R1.26".to_owned()]);
    person.tell(Event::Decided { changes, rules, accepted, chance: [u8::from(accepted); 10] });
}

/// Section 5: a programme that is done makes room for the next with a yes, and stays with a no.
#[test]
fn the_next_programme_takes_the_place_of_the_one_that_is_done() {
    let mut person = Person::ready();
    plans(&mut person, Choices { situations: [Situation::Restart].into(), ..Choices::default() });
    assert_eq!(in_plan(&person), ["P7", "P6"]);
    let programme = |id: &str| ProgrammeId(id.to_owned());
    let change = Proposed::Onward { from: programme("P7"), to: programme("P3") };
    decides(&mut person, &change, false);
    assert_eq!(in_plan(&person), ["P7", "P6"]);
    decides(&mut person, &change, true);
    assert_eq!(in_plan(&person.reopened()), ["P3", "P6"]);
    assert_eq!(person.reopened().model.log.decisions.last().unwrap().proposed, change);
}

/// Who says yes to a session with a bench has a bench; who said otherwise is told on its page.
#[test]
fn a_yes_to_a_stage_takes_in_the_things_that_it_needs() {
    let mut person = Person::ready();
    plans(&mut person, Choices { goal: Some(Goal::Strong), ..Choices::default() });
    let stage = Proposed::Stage { from: id("P3-3"), to: id("P3-4") };
    assert_eq!(person.model.things_missing_for(&id("P3-4")), [Equipment::Bench]);
    decides(&mut person, &stage, true);
    assert_eq!(person.model.things_missing_for(&id("P3-4")), []);
    assert!(
        person.reopened().model.choices().unwrap().has(Equipment::Mat),
        "what a home has stays"
    );

    let mut without = Person::ready();
    let mat = Some(BTreeSet::from([Equipment::Mat]));
    plans(&mut without, Choices { equipment: mat, ..Choices::default() });
    let gate = without.model.stage_gate(&id("P3-4"), without.now).unwrap();
    assert!(gate.needs.contains(&(Need::Things, false)));
}

/// R2.26, R1.24, X27: what Vandaag proposes is never a session whose page advises against it.
#[test]
fn vandaag_proposes_no_session_before_its_gate() {
    for goal in [Goal::HipFront, Goal::Supple, Goal::Strong] {
        let mut person = Person::ready();
        plans(&mut person, Choices { goal: Some(goal), ..Choices::default() });
        for _ in 0..24 {
            let proposal = person.model.todays_proposal(person.now).unwrap();
            let (first, other) = match proposal {
                TodaysProposal::Session { first, shorter } => (Some(first), shorter),
                TodaysProposal::Rest { mini, .. } => (None, mini),
            };
            for one in first.iter().chain(&other) {
                assert_eq!(one.card.gate, None, "{goal:?}: {}", one.card.outline.id.0);
            }
            if let Some(first) = first {
                person.play(&first.card.outline.id.0);
            }
            person.pass(DAY);
        }
    }
}
