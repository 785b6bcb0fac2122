//! From what a person tells after a session to the next dose: proposed, accepted or declined.

use soepel::{
    app::event::Event,
    domain::{
        body::Score,
        dose::Protocol,
        progress::{Finding, Proposal, Proposed, Reason, ReviewWord},
        record::{After, Felt, Form, SessionRecord},
    },
};

use crate::person::Person;

const DAY: u32 = 86_400_000;
const SESSION: &str = "P6-5min";

fn score(value: u8) -> Option<Score> {
    Score::new(value)
}

fn went_well() -> After {
    After {
        pain: score(0),
        effort: score(5),
        form: Some(Form::Good),
        felt: Some(Felt::RightPlace),
        morning: score(0),
        ..After::default()
    }
}

impl Person {
    /// A whole session, what was told about it, and the night after.
    fn play_and_tell(&mut self, session: &str, after: After) -> SessionRecord {
        let record = self.play(session);
        self.tell(Event::Rated { id: record.id, after });
        self.pass(DAY);
        record
    }

    fn proposals(&self) -> Vec<Proposal> {
        self.model.proposals(self.now)
    }

    fn decide(&mut self, proposal: &Proposal, accepted: bool) {
        self.tell(Event::Decided {
            changes: proposal.changes.clone(),
            rules: proposal.rules.iter().map(|rule| (*rule).to_owned()).collect(),
            accepted,
            chance: [9; 10],
        });
    }

    /// The numbers that the next session of this name begins with.
    fn asked(&mut self, session: &str, slug: &str) -> Protocol {
        self.start(session);
        let plan = self.session().plan().clone();
        let asked = plan.order().prescriptions.iter().find(|asked| asked.exercise.as_str() == slug);
        let protocol = asked.expect("it is in the session").protocol;
        self.press(soepel::domain::session::Input::FinishedEarly);
        protocol
    }
}

fn circles(protocol: Protocol) -> u32 {
    match protocol {
        Protocol::ControlledRotation { circles, .. } => circles,
        other => panic!("{other:?}"),
    }
}

/// X17: two good sessions → a proposal → accepted → the next session has the next step.
#[test]
fn two_good_sessions_propose_a_step_and_doing_it_changes_the_next_session() {
    let mut person = Person::ready();
    person.play_and_tell(SESSION, went_well());
    assert_eq!(person.proposals(), []);
    person.play_and_tell(SESSION, went_well());
    let all = person.proposals();
    let [proposal] = &all[..] else { panic!("{all:?}") };
    assert_eq!(proposal.reason, Reason::TwoGoodSessions);
    assert_eq!(proposal.rules, ["X17", "X19"]);
    assert_eq!(circles(person.asked(SESSION, "hip-cars-standing")), 3);

    let mut declines = person.reopened();
    declines.decide(proposal, false);
    assert_eq!(declines.proposals(), []);
    assert_eq!(circles(declines.asked(SESSION, "hip-cars-standing")), 3, "declined: it stays");

    person.decide(proposal, true);
    assert_eq!(person.proposals(), [], "one thing at a time");
    assert_eq!(circles(person.asked(SESSION, "hip-cars-standing")), 4);
    let mut later = person.reopened();
    assert_eq!(circles(later.asked(SESSION, "hip-cars-standing")), 4, "kept");
    assert_eq!(circles(later.asked("P6-2min", "hip-cars-standing")), 2, "a short one stays short");
}

/// Both answers are in the log, with the rules, and stay after the page was closed.
#[test]
fn the_log_keeps_what_was_accepted_and_what_was_declined() {
    let mut person = Person::ready();
    person.play_and_tell(SESSION, went_well());
    person.play_and_tell(SESSION, went_well());
    let first = person.proposals().remove(0);
    person.decide(&first, false);
    person.play_and_tell(SESSION, went_well());
    person.play_and_tell(SESSION, went_well());
    let second = person.proposals().remove(0);
    person.decide(&second, true);
    let log = person.reopened().model.log.decisions;
    let answers: Vec<_> = log.iter().map(|made| (made.accepted, made.rules.len())).collect();
    assert_eq!(answers, [(false, 2), (true, 2)]);
}

/// X16: a bad morning → a step back for what was loaded, kept as one answer to one card.
#[test]
fn a_bad_morning_proposes_less_and_less_is_what_comes() {
    let mut person = Person::ready();
    let bad = After { morning: score(4), ..went_well() };
    person.play_and_tell("P3-3", bad);
    let all = person.proposals();
    let bad = &all[0];
    assert!(matches!(bad.reason, Reason::SetBack(_)) && bad.changes.len() > 1, "{all:?}");
    person.decide(bad, true);
    assert_eq!(person.model.log.decisions.len(), bad.changes.len());
    let Protocol::Reps { sets, reps, .. } = person.asked("P3-3", "glute-bridge") else {
        panic!("a bridge has repetitions")
    };
    assert_eq!((sets, reps), (2, 8));
}

/// X18: sixteen days away: less at once, and "Nu niet" brings the whole session back.
#[test]
fn after_sixteen_days_the_session_is_lighter_until_that_is_declined() {
    let reps = |protocol: Protocol| match protocol {
        Protocol::Reps { sets, reps, .. } => (sets, reps),
        other => panic!("{other:?}"),
    };
    let mut person = Person::ready();
    person.play_and_tell("P3-3", went_well());
    for _ in 0..15 {
        person.pass(DAY);
    }
    let all = person.proposals();
    assert!(matches!(all[0].changes[0], Proposed::Return { .. }), "{all:?}");
    let mut declines = person.reopened();
    declines.decide(&all[0], false);
    assert_eq!(reps(declines.asked("P3-3", "superman")), (2, 8));
    assert_eq!(reps(person.asked("P3-3", "superman")), (1, 5), "1 × 8, and 60 % of that");
}

/// R2.19, C12: weight is never accepted without the physiotherapist's word.
#[test]
fn weight_without_the_physiotherapist_is_not_accepted() {
    let mut person = Person::ready();
    let exercise = soepel::domain::exercise::ExerciseId::new("good-morning").unwrap();
    for (physio_agrees, kept) in [(false, 0), (true, 1)] {
        let variant = "gm-weight".to_owned();
        let load = Proposed::Load { exercise: exercise.clone(), variant, physio_agrees };
        let (rules, chance) = (vec!["R2.19".to_owned()], [u8::from(physio_agrees); 10]);
        person.tell(Event::Decided { changes: vec![load], rules, accepted: true, chance });
        assert_eq!(person.model.log.decisions.len(), kept);
    }
}

/// X37, R0.9 to R0.12: the question, and "the same" twice.
#[test]
fn the_same_twice_shows_the_card_of_the_physiotherapist() {
    let mut person = Person::ready();
    let sore = After { pain: score(2), ..went_well() };
    person.play_and_tell("P6-2min", sore.clone());
    assert!(!person.model.asks_review(person.now));
    for round in 0..2_u8 {
        for _ in 0..14 {
            person.pass(DAY);
        }
        assert!(person.model.asks_review(person.now));
        person.tell(Event::Reviewed { word: ReviewWord::Same, chance: [round; 10] });
        assert!(!person.model.asks_review(person.now));
        person.pass(60_000);
        person.play_and_tell("P6-2min", sore.clone());
    }
    let all = person.reopened().proposals();
    assert_eq!(all[0].changes, [Proposed::Referral(Finding::NoDifference)]);
    assert_eq!(
        (all[0].reason, all[0].days.len()),
        (Reason::Found { finding: Finding::NoDifference, told: true }, 2)
    );
    assert!(all[0].rules.contains(&"R0.12"));
    assert!(!all.iter().flat_map(|proposal| &proposal.changes).any(Proposed::asks_more));
}

/// R0.8, C9: "Doen" on strength beside the stretches puts it into the plan, which it was not before.
#[test]
fn strength_that_was_accepted_stands_in_the_plan() {
    use soepel::domain::{
        planning::choices::{Choices, Goal},
        programme::ProgrammeId,
    };
    let mut person = Person::ready();
    let wish = Choices { goal: Some(Goal::HipFront), ..Choices::default() };
    person.tell(Event::ChangedPlan(Box::new(wish)));
    let programme = ProgrammeId("P3".to_owned());
    for (accepted, expected) in [(false, &["P1", "P6"][..]), (true, &["P1", "P3", "P6"])] {
        let changes = vec![Proposed::AddStrength { programme: programme.clone() }];
        let chance = [u8::from(accepted); 10];
        person.tell(Event::Decided { changes, rules: Vec::new(), accepted, chance });
        let page = person.reopened().model.plan_page(person.now).unwrap();
        let ids: Vec<&str> = page.programmes.iter().map(|one| &*one.programme.id.0).collect();
        assert_eq!(ids, expected);
    }
}
