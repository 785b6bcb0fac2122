//! What holds for any answers at all.

use proptest::prelude::*;
use soepel::domain::{
    body::Score,
    clearance::{DailyCheck, Permit, Profile},
    dose::AgeGroup,
    exercise::{Condition, Exercise},
    plan::Prescription,
    prescribing::prescribe,
    programme::SessionOutline,
    progress::Opened,
    record::{Answer, Consultation, Note},
    settings::AgeBand,
    time::Day,
};

use crate::catalogue;

/// Every key that answers can have.
fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for question in &catalogue().questions {
        keys.push(question.id.clone());
        let narrowing = question.narrowing.iter();
        let follow = narrowing.flat_map(|one| one.all_of.iter().chain(&one.one_of));
        keys.extend(follow.map(|follow| follow.id.clone()));
    }
    keys.extend(Condition::ALL.iter().map(|condition| condition.slug().to_owned()));
    keys.extend(catalogue().labels.iter().map(|label| format!("label-{}", label.id)));
    keys
}

/// Mostly no, as people answer, so that each light comes up.
fn answer(yes: u32) -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        60 => Just(Some(Answer::No)),
        yes => Just(Some(Answer::Yes)),
        yes => Just(Some(Answer::Unsure)),
        1 => Just(None),
    ]
}

fn person(yes: u32) -> impl Strategy<Value = Profile> {
    let answers = proptest::collection::vec(answer(yes), keys().len());
    let ages: Vec<Option<AgeBand>> = AgeBand::ALL.iter().copied().map(Some).chain([None]).collect();
    let day = Day::parse("2026-11-22").unwrap();
    let consultation = prop_oneof![
        Just(None),
        Just(Some(Consultation::Planned { since: day })),
        Just(Some(Consultation::Held { day, note: Note::default() })),
    ];
    (answers, proptest::sample::select(ages), consultation, any::<bool>()).prop_map(
        |(answers, age, consultation, calm)| {
            let given = keys().into_iter().zip(answers);
            let answers = given.filter_map(|(key, answer)| Some((key, answer?))).collect();
            let opened = Opened::up_to("P5-M");
            Profile { answers, age, consultation, calm, opened, ..Profile::default() }
        },
    )
}

fn check() -> impl Strategy<Value = DailyCheck> {
    (0..=10u8, any::<bool>(), any::<bool>()).prop_map(|(pain, sharp, news)| DailyCheck {
        pain: Score::new(pain).unwrap(),
        place: None,
        sharp,
        news,
        sport: None,
        soreness: None,
        stiffness: None,
    })
}

fn sessions() -> impl Iterator<Item = &'static SessionOutline> {
    let all = catalogue().programmes.iter().chain(&catalogue().gentle_start);
    all.flat_map(|programme| &programme.sessions)
}

fn exercise(prescription: &Prescription) -> &'static Exercise {
    catalogue().exercise(&prescription.exercise).expect("it exists")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever somebody answers, nothing is prescribed that the permit does not allow.
    #[test]
    fn a_prescription_never_holds_what_the_permit_does_not_allow(
        person in person(3), check in check(), senior in any::<bool>()
    ) {
        let permit = Permit::grant(catalogue(), &person, check.readiness());
        let age = if senior { AgeGroup::Senior } else { AgeGroup::Adult };
        for session in sessions() {
            let Ok(all) = prescribe(catalogue(), session, age, &permit) else { continue };
            prop_assert!(!all.is_empty());
            for one in &all {
                prop_assert!(permit.allows(exercise(one)), "{}: {:?}", session.id.0, one.exercise);
            }
        }
    }

    /// 3.3: under a red light no session plays, but for a break and light bracing as written there.
    #[test]
    fn a_red_light_plays_nothing_but_breaks_and_bracing(person in person(6)) {
        let Some(verdict) = person.verdict(catalogue()) else { return Ok(()) };
        prop_assume!(verdict.level.is_red());
        let permit = Permit::grant(catalogue(), &person, soepel::domain::clearance::Readiness::Normal);
        for session in sessions() {
            let Ok(all) = prescribe(catalogue(), session, AgeGroup::Adult, &permit) else { continue };
            for one in &all {
                let open = ["movement-break-walk", "abdominal-brace"];
                prop_assert!(open.contains(&one.exercise.as_str()), "{}", session.id.0);
            }
            let walks = ["S12", "S13", "S16"];
            let doubt = verdict.because.iter().any(|id| walks.contains(&id.as_str()));
            prop_assert!(!doubt && verdict.level < soepel::domain::clearance::Level::RedEmergency);
            prop_assert!(!catalogue().is_gentle_start(&session.id));
        }
    }

    /// Somebody's conditions only ever close more.
    #[test]
    fn a_condition_more_never_opens_anything(
        person in person(2), more in proptest::sample::select(Condition::ALL)
    ) {
        let before = Permit::grant(catalogue(), &person, soepel::domain::clearance::Readiness::Normal);
        let mut person = person;
        // Who is no longer known to be only just pregnant may be treated less carefully.
        prop_assume!(![Condition::PregnancyAny, Condition::Postpartum12w].contains(&more));
        person.answers.insert(more.slug().to_owned(), Answer::Yes);
        let after = Permit::grant(catalogue(), &person, soepel::domain::clearance::Readiness::Normal);
        for one in &catalogue().exercises {
            prop_assert!(before.allows(one) || !after.allows(one), "{:?} opens {:?}", more, one.id);
        }
    }
}
