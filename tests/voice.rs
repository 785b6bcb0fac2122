//! The voice: what is said has its moment, and nothing is said over a change of phase.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

use proptest::prelude::*;
use soepel::{
    app::{
        hints::Hint,
        voice::{Script, Speaker, Utterance, reckon},
    },
    content,
    domain::{
        body::Side,
        cue::cues,
        dose::AgeGroup,
        exercise::{Condition, Exercise},
        plan::{Order, Plan, Prescription},
        programme::SessionOutline,
        settings::{Pace, Voice},
        text::Language,
        time::{Millis, Seconds},
        timeline::{Pacing, PhaseKind},
    },
};

fn outlines() -> Vec<&'static SessionOutline> {
    let programmes = &content::catalogue().programmes;
    programmes.iter().flat_map(|programme| &programme.sessions).collect()
}

fn plan(outline: &SessionOutline, pacing: Pacing, age: AgeGroup) -> Plan {
    let prescriptions = outline.blocks.iter().map(|block| {
        let exercise = content::catalogue().exercise(&block.exercise).unwrap();
        let dose = exercise.dose(block.mode).unwrap();
        let protocol = dose.resolve(age, block.change);
        Prescription {
            exercise: block.exercise.clone(),
            protocol,
            sides: dose.sides,
            effort_most: None,
        }
    });
    let (session, prescriptions) = (outline.id.clone(), prescriptions.collect());
    Plan::new(Order { session, prescriptions, pacing, first_side: Side::Left }).unwrap()
}

fn of(session: &str) -> Plan {
    let outline = outlines().into_iter().find(|outline| outline.id.0 == session).unwrap();
    plan(outline, Pacing::default(), AgeGroup::Adult)
}

fn speaker<'a>(plan: &'a Plan, voice: Voice, hints: &'a [Vec<Hint>]) -> Speaker<'a> {
    Speaker {
        catalogue: content::catalogue(),
        plan,
        language: Language::Dutch,
        voice,
        pace: Pace::Tempo,
        hints,
    }
}

fn said(plan: &Plan, voice: Voice) -> Vec<Utterance> {
    Script::new(&speaker(plan, voice, &[]), Millis(0), false).utterances().to_vec()
}

/// Every way this exercise can be adapted, as if all conditions held.
fn all_hints(exercise: &'static Exercise) -> Vec<Hint> {
    let adapted = exercise.adapt_if.iter().filter(|how| how.swap.is_none());
    let adapted = adapted.map(|how| Hint::Adapted {
        text: &how.text,
        condition: how.condition,
        always: how.condition == Condition::NoFloor,
    });
    adapted.chain(exercise.harder.first().map(Hint::Variant)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_said_over_a_change_of_phase_or_over_something_else(
        outline in prop::sample::select(outlines()),
        voice in prop::sample::select(vec![Voice::KeyMoments, Voice::Full]),
        language in prop::sample::select(Language::ALL.to_vec()),
        pace in prop::sample::select(vec![Pace::Tempo, Pace::OwnPace]),
        senior in any::<bool>(),
        hinted in any::<bool>(),
        (ready, switch, transition) in (0_u32..31, 0_u32..61, 0_u32..61),
        from in 0_u64..1_200_000,
        quiet in any::<bool>(),
    ) {
        let pacing = Pacing {
            ready: Seconds(ready),
            switch: Seconds(switch),
            transition: Seconds(transition),
        };
        let age = if senior { AgeGroup::Senior } else { AgeGroup::Adult };
        let plan = plan(outline, pacing, age);
        let hints: Vec<Vec<Hint>> = outline.blocks.iter().map(|block| {
            let exercise = content::catalogue().exercise(&block.exercise).unwrap();
            if hinted { all_hints(exercise) } else { Vec::new() }
        }).collect();
        let speaker = Speaker { language, pace, ..speaker(&plan, voice, &hints) };
        let script = Script::new(&speaker, Millis(from), quiet);
        let mut free = Millis(from);
        for one in script.utterances() {
            prop_assert!(one.at >= free, "{one:?} begins before {free:?}");
            prop_assert_eq!(one.at.0 % 1_000, 0, "the page wakes on whole seconds");
            prop_assert_eq!(one.lasts, reckon(&one.text, language));
            prop_assert!(!one.text.contains('{') && !one.text.is_empty(), "{}", one.text);
            let over = one.at + one.lasts;
            let mut changes = (0..=plan.phases().len()).map(|index| plan.starts_at(index));
            let still = one.until.is_none();
            let crossed = changes.any(|change| change > one.at && change < over);
            prop_assert!(still || !crossed, "{one:?} runs over a change");
            free = if still { one.at + Millis(1) } else { over };
        }
    }

    /// A look at the clock that comes late says what still fits, or nothing.
    #[test]
    fn what_is_begun_late_still_ends_in_time(
        outline in prop::sample::select(outlines()),
        since in 0_u64..900_000,
        late in 0_u64..70_000,
    ) {
        let plan = plan(outline, Pacing::default(), AgeGroup::Adult);
        let script = Script::new(&speaker(&plan, Voice::Full, &[]), Millis(0), false);
        let now = Millis(since + late);
        if let Some(due) = script.due(Millis(since), now) {
            prop_assert!(due.at >= Millis(since) && due.at <= now);
            prop_assert!(due.until.is_none_or(|until| now + due.lasts <= until));
        }
    }
}

#[test]
fn off_says_nothing_and_key_moments_say_less_than_everything() {
    for outline in outlines() {
        let plan = plan(outline, Pacing::default(), AgeGroup::Adult);
        assert!(said(&plan, Voice::Off).is_empty());
        let (key, full) = (said(&plan, Voice::KeyMoments).len(), said(&plan, Voice::Full).len());
        assert!(0 < key && key < full, "{}: {key} of {full}", outline.id.0);
    }
}

/// R0.24: ten counts of pressing, five of letting go; each is told, with the eyes closed.
#[test]
fn every_press_and_every_letting_go_is_said_as_it_begins() {
    let plan = of("P1-A-pnf");
    for voice in [Voice::KeyMoments, Voice::Full] {
        let said = said(&plan, voice);
        for (index, phase) in plan.phases().iter().enumerate() {
            if matches!(phase.kind, PhaseKind::Contract(_) | PhaseKind::Relax) {
                let at = plan.starts_at(index);
                assert!(said.iter().any(|one| one.at == at), "{phase:?}");
            }
        }
    }
}

#[test]
fn every_exercise_and_every_change_of_sides_is_announced_by_name() {
    for outline in outlines() {
        let plan = plan(outline, Pacing::default(), AgeGroup::Adult);
        let said = said(&plan, Voice::KeyMoments);
        for (block, prescription) in plan.order().prescriptions.iter().enumerate() {
            let name =
                &content::catalogue().exercise(&prescription.exercise).unwrap().plain_name.dutch;
            let index = plan.phases().iter().position(|phase| phase.block == block).unwrap();
            let from = plan.starts_at(index);
            let named = said.iter().find(|one| one.text.contains(name.as_str()) && one.at >= from);
            let named = named.unwrap_or_else(|| panic!("{name} is said in {}", outline.id.0));
            let work =
                plan.phases()[index..].iter().position(|phase| phase.kind.is_work()).unwrap();
            assert!(named.at < plan.starts_at(index + work), "{name} is said before it begins");
        }
        for (index, phase) in plan.phases().iter().enumerate() {
            if phase.kind == PhaseKind::SwitchSides {
                let side =
                    if phase.side == Some(Side::Left) { "Linkerkant" } else { "Rechterkant" };
                let at = plan.starts_at(index);
                assert!(said.iter().any(|one| one.at == at && one.text.contains(side)));
            }
        }
    }
}

/// A name that its own phase has no room for is begun earlier, never cut.
#[test]
fn a_long_name_starts_earlier() {
    let outline = outlines().into_iter().find(|outline| outline.id.0 == "P1-A-pnf").unwrap();
    let short = Pacing { ready: Seconds(2), ..Pacing::default() };
    let plan = plan(outline, short, AgeGroup::Adult);
    let script = said(&plan, Voice::KeyMoments);
    let ready = plan.phases().iter().rposition(|phase| phase.kind == PhaseKind::Ready).unwrap();
    let (start, transition) = (plan.starts_at(ready), plan.starts_at(ready - 1));
    let whole =
        script.iter().find(|one| one.text.starts_with("Maak je klaar voor") && one.at > transition);
    let whole = whole.expect("the whole line is said");
    assert!(whole.at + whole.lasts <= start, "{whole:?} ends before {start:?}");
}

/// Issue 3: what is different for this person is also heard, at the latest before the work begins.
/// X22: at most 30 % effort, and then no other number beside it.
#[test]
fn what_is_different_for_somebody_is_said_before_the_work_begins() {
    let plan = of("P2-A-start");
    let exercises: Vec<&'static Exercise> = plan
        .order()
        .prescriptions
        .iter()
        .map(|one| content::catalogue().exercise(&one.exercise).unwrap())
        .collect();
    for (block, exercise) in exercises.iter().enumerate() {
        for hint in all_hints(exercise) {
            let mut hints = vec![Vec::new(); exercises.len()];
            hints[block] = vec![hint];
            for voice in [Voice::KeyMoments, Voice::Full] {
                let speaker = speaker(&plan, voice, &hints);
                let script = Script::new(&speaker, Millis(0), false);
                let text = &hint.text().dutch;
                let heard = script.utterances().iter().find(|one| one.text.contains(text.as_str()));
                let heard = heard.unwrap_or_else(|| panic!("“{text}” is never said"));
                assert!(heard.text.starts_with("Voor jou: "));
                let work = plan
                    .phases()
                    .iter()
                    .position(|phase| phase.block == block && phase.kind.is_work());
                // Where nothing but "ready" comes before it, right after it has begun.
                assert!(heard.at < plan.starts_at(work.unwrap()) + Millis(10_000), "{text}");
                if hint.limits_effort() {
                    let other = "procent van je kracht";
                    let start =
                        plan.phases().iter().position(|phase| phase.block == block).unwrap();
                    let end = plan.phases().iter().rposition(|phase| phase.block == block).unwrap();
                    let of_block = plan.starts_at(start)..plan.starts_at(end);
                    let beside = script
                        .utterances()
                        .iter()
                        .find(|one| of_block.contains(&one.at) && one.text.contains(other));
                    assert_eq!(beside, None);
                }
            }
        }
    }
}

/// X3: how hard to push, from the dose.
#[test]
fn how_hard_to_push_is_said_before_the_first_press() {
    let plan = of("P1-A-pnf");
    let script = said(&plan, Voice::KeyMoments);
    let effort = script.iter().find(|one| one.text.contains("20 tot 50 procent")).unwrap();
    let press = plan.phases().iter().position(|phase| matches!(phase.kind, PhaseKind::Contract(_)));
    assert!(effort.at < plan.starts_at(press.unwrap()));
}

/// A screen reader hears of every phase that lasts, and the beats of a set not at all.
#[test]
fn a_screen_reader_is_told_of_every_phase_but_the_beats() {
    for outline in outlines() {
        let plan = plan(outline, Pacing::default(), AgeGroup::Adult);
        let speaker = speaker(&plan, Voice::Off, &[]);
        let mut spoken = 0;
        for cue in cues(&plan, Millis(0), plan.lasts().millis() + Millis(1)) {
            let text = speaker.announced(cue);
            spoken += usize::from(text.is_some());
            if let Some(phase) = plan.phases().get(cue.phase)
                && matches!(cue.kind, soepel::domain::cue::CueKind::Start(_))
            {
                let beat = phase.kind.is_paced() || phase.kind == PhaseKind::Hold;
                let circle = matches!(phase.kind, PhaseKind::Circle(_));
                assert!(beat || circle || text.is_some(), "{phase:?} in {}", outline.id.0);
            }
        }
        let minutes = plan.lasts().0.div_ceil(60) as usize;
        assert!(spoken <= minutes * 16, "{} announcements in {}", spoken, outline.id.0);
    }
}

/// Whoever goes on after a pause hears again what it is about.
#[test]
fn going_on_in_the_middle_says_again_what_is_asked() {
    let plan = of("P1-A-pnf");
    let press = plan.phases().iter().position(|phase| matches!(phase.kind, PhaseKind::Contract(_)));
    let start = plan.starts_at(press.unwrap());
    let script = Script::new(&speaker(&plan, Voice::Full, &[]), start + Millis(2_400), false);
    let first = &script.utterances()[0];
    assert_eq!(first.at, start + Millis(3_000));
    assert!(first.text.starts_with("Duw"), "{first:?}");
    let late = Script::new(&speaker(&plan, Voice::Full, &[]), start + Millis(8_000), false);
    assert_eq!(late.utterances()[0].text, "Duw.", "the shorter wording, where there is less room");
}

/// What is spoken (»), and what a screen reader is told (›), second by second.
fn transcript(session: &str, language: Language) -> String {
    let plan = of(session);
    let hints: Vec<Vec<Hint>> = Vec::new();
    let speaker = Speaker { language, ..speaker(&plan, Voice::Full, &hints) };
    let clock = |at: Millis| format!("{:2}:{:02}", at.0 / 60_000, at.0 / 1_000 % 60);
    let script = Script::new(&speaker, Millis(0), false);
    let spoken = script.utterances().iter().map(|one| (one.at, 1, format!("» {}", one.text)));
    let told = cues(&plan, Millis(0), plan.lasts().millis() + Millis(1));
    let told = told
        .into_iter()
        .filter_map(|cue| Some((cue.at, 0, format!("› {}", speaker.announced(cue)?))));
    let mut lines: Vec<(Millis, u8, String)> = spoken.chain(told).collect();
    lines.sort();
    let lines: Vec<String> =
        lines.into_iter().map(|(at, _, text)| format!("{} {text}", clock(at))).collect();
    lines.join("\n") + "\n"
}

const READ: [(&str, Language); 3] =
    [("P1-A-pnf", Language::Dutch), ("P1-A-pnf", Language::English), ("P3-1", Language::Dutch)];

fn fixture(session: &str, language: Language) -> std::path::PathBuf {
    let name = format!("tests/fixtures/voice/{session}.{}.txt", language.tag());
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Read as somebody who cannot see the screen: the text alone has to be enough. What changes here
/// has to be read again; `cargo test --test voice -- --ignored` writes it anew.
#[test]
fn the_words_of_a_session_are_those_that_were_read() {
    for (session, language) in READ {
        let read = std::fs::read_to_string(fixture(session, language)).unwrap();
        assert_eq!(transcript(session, language), read, "{session} in {}", language.tag());
    }
}

#[test]
#[ignore = "writes the words of a session anew"]
fn write_the_words_of_a_session_anew() {
    for (session, language) in READ {
        let path = fixture(session, language);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, transcript(session, language)).unwrap();
    }
}
