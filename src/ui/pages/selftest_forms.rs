//! The screens of T1 and T3 to T8: a question, a clock, a number.

use leptos::prelude::*;

use super::{
    selftest::{Onward, Steps, answer},
    selftest_picture::TestPicture,
};
use crate::{
    app::{
        event::Event,
        model::Model,
        testing::{Answered, Step, TestEvent, Testing, clock_limit},
        view::selftest::ClockFace,
    },
    content::phrases::{self, selftest as words},
    domain::{
        body::Side,
        record::Answer,
        selftest::{Fold, Landing, OneLegStand, Pelvis, Plank, SelfTest, Squat, StepDown, TestId},
        time::Seconds,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            choice::{Choice, ChooseOne},
            icon::Icon,
            number::NumberField,
            phase::PhaseTone,
            ring::Ring,
        },
        runtime::runtime,
        words::{read, say},
    },
};

/// What is being filled in; each test asks for some of it.
#[derive(Clone, Copy)]
struct Fields {
    number: RwSignal<Option<u32>>,
    pelvis: RwSignal<Option<Pelvis>>,
    /// Yes and no, in the order of the questions that ask for it.
    yes: RwSignal<[Option<bool>; 4]>,
}

impl Fields {
    fn of(answer: Option<Answered>) -> Self {
        let (mut number, mut pelvis, mut yes) = (None, None, [None; 4]);
        match answer {
            Some(Answered::Stand(stand)) => {
                (number, pelvis) = (Some(stand.held.0), Some(stand.pelvis));
                yes[0] = Some(stand.leans);
            }
            Some(Answered::Squat(squat)) => {
                let Squat { pelvis_level, knee_over_toe, trunk_upright, smooth } = squat;
                yes = [pelvis_level, knee_over_toe, trunk_upright, smooth].map(Some);
            }
            Some(Answered::Fold(fold)) => {
                number = Some(fold.fingers.into());
                yes[0] = Some(fold.painful);
            }
            Some(Answered::Plank(plank)) => number = Some(plank.held.0),
            Some(Answered::StepDown(step)) => number = Some(step.clean.into()),
            Some(Answered::Landing(landing)) => {
                let Landing { quiet, knees_over_toes, painless } = landing;
                yes = [Some(quiet), Some(knees_over_toes), Some(painless), None];
            }
            Some(Answered::Recognised(_) | Answered::Movement(_)) | None => {}
        }
        Self {
            number: RwSignal::new(number),
            pelvis: RwSignal::new(pelvis),
            yes: RwSignal::new(yes),
        }
    }

    /// None while something is missing.
    fn read(self, test: TestId) -> Option<Answered> {
        let number = || self.number.get_untracked();
        let small = || number().and_then(|number| u8::try_from(number).ok());
        let yes = self.yes.get_untracked();
        Some(match test {
            TestId::OneLegStand => Answered::Stand(OneLegStand {
                held: Seconds(number()?),
                pelvis: self.pelvis.get_untracked()?,
                leans: yes[0]?,
            }),
            TestId::SingleLegSquat => Answered::Squat(Squat {
                pelvis_level: yes[0]?,
                knee_over_toe: yes[1]?,
                trunk_upright: yes[2]?,
                smooth: yes[3]?,
            }),
            TestId::HeelToButtock => Answered::Fold(Fold { fingers: small()?, painful: yes[0]? }),
            TestId::SidePlank => Answered::Plank(Plank { held: Seconds(number()?) }),
            TestId::StepDown => Answered::StepDown(StepDown { clean: small()? }),
            TestId::Landing => Answered::Landing(Landing {
                quiet: yes[0]?,
                knees_over_toes: yes[1]?,
                painless: yes[2]?,
            }),
            TestId::RunnerCheck | TestId::HipCheck => return None,
        })
    }
}

#[component]
pub(super) fn StepForm(test: &'static SelfTest, step: Step) -> impl IntoView {
    match step {
        Step::Recognise(at) => view! { <Recognise test at /> }.into_any(),
        Step::OneSide(side) => view! { <Seen test side=Some(side) /> }.into_any(),
        Step::Movement(..) | Step::Whole => view! { <Seen test side=None /> }.into_any(),
    }
}

/// One press each: the question stands above.
#[component]
fn Recognise(test: &'static SelfTest, at: usize) -> impl IntoView {
    let runtime = runtime();
    let question = test.questions.get(at);
    let picture = question.and_then(|question| question.picture.as_ref()).or(test.picture.as_ref());
    let button = move |label: String, given: Answer| {
        let on_press = move |()| answer(runtime, Some(Answered::Recognised(given)));
        view! { <Button label big=true wide=true on_press /> }
    };
    view! {
        {picture.map(|picture| view! { <TestPicture picture /> })}
        <div class="safety__questions">
            {button(say(phrases::common::YES), Answer::Yes)}
            {button(say(phrases::common::NO), Answer::No)}
            {button(say(phrases::common::UNSURE), Answer::Unsure)}
        </div>
    }
}

#[component]
fn Seen(test: &'static SelfTest, side: Option<Side>) -> impl IntoView {
    let runtime = runtime();
    let given = runtime.peek(|model| model.testing.as_ref().and_then(Testing::answer));
    let fields = Fields::of(given);
    let missing = RwSignal::new(None::<String>);
    let on_press = move |()| match fields.read(test.id) {
        None => missing.set(Some(say(words::MISSING))),
        given => answer(runtime, given),
    };
    let mut asked_yes = 0;
    let questions = test.questions.iter().map(|question| {
        let key = question.key.as_str();
        let legend = read(&question.text);
        match key {
            "held" => view! { <Timed test legend number=fields.number /> }.into_any(),
            "fingers" => count(key, legend, Fold::MOST.into(), fields.number).into_any(),
            "clean" => count(key, legend, StepDown::MOST.into(), fields.number).into_any(),
            _ if !question.choices.is_empty() => {
                let choices = question.choices.iter().filter_map(|choice| {
                    Some(Choice::new(Pelvis::parse(&choice.key)?, read(&choice.text)))
                });
                view! {
                    <div class="card safety__question">
                        <ChooseOne
                            name=key
                            legend
                            choices=choices.collect()
                            chosen=fields.pelvis
                            on_choose=move |pelvis| fields.pelvis.set(Some(pelvis))
                        />
                    </div>
                }
                .into_any()
            }
            _ => {
                let at = asked_yes;
                asked_yes += 1;
                view! { <YesNo name=key.to_owned() legend yes=fields.yes at /> }.into_any()
            }
        }
    });
    let questions = questions.collect_view();
    view! {
        {test.picture.as_ref().map(|picture| view! { <TestPicture picture side /> })}
        <Steps steps=&test.steps />
        <div class="safety__questions">{questions}</div>
        <Onward missing on_press />
    }
}

#[component]
fn YesNo(
    name: String,
    legend: String,
    yes: RwSignal<[Option<bool>; 4]>,
    at: usize,
) -> impl IntoView {
    let choices = vec![
        Choice::new(true, say(phrases::common::YES)),
        Choice::new(false, say(phrases::common::NO)),
    ];
    view! {
        <div class="card safety__question">
            <ChooseOne
                name
                legend
                choices
                chosen=Memo::new(move |_| yes.read()[at])
                on_choose=move |given| yes.update(|yes| yes[at] = Some(given))
                pair=true
            />
        </div>
    }
}

fn count(
    id: &str,
    label: String,
    most: u32,
    number: RwSignal<Option<u32>>,
) -> impl IntoView + use<> {
    let id = format!("test-{id}");
    view! { <div class="card">{by_hand(id, label, most, number)}</div> }
}

/// Nothing stands there until somebody presses.
fn by_hand(
    id: String,
    label: String,
    most: u32,
    number: RwSignal<Option<u32>>,
) -> impl IntoView + use<> {
    let value = move || number.get().map_or_else(|| "–".to_owned(), |number| number.to_string());
    let less = move |()| number.update(|at| *at = Some(at.map_or(0, |at| at.saturating_sub(1))));
    let more = move |()| number.update(|at| *at = Some(at.map_or(1, |at| (at + 1).min(most))));
    view! {
        <NumberField
            id
            label
            value=Signal::derive(value)
            less=say(phrases::common::LESS)
            more=say(phrases::common::MORE)
            on_less=less
            on_more=more
            at_least=Signal::derive(move || number.get() == Some(0))
            at_most=Signal::derive(move || number.get() == Some(most))
        />
    }
}

/// A clock with one big button; what it read can be mended by hand.
#[component]
fn Timed(test: &'static SelfTest, legend: String, number: RwSignal<Option<u32>>) -> impl IntoView {
    let runtime = runtime();
    let face = runtime.memo(Model::test_clock);
    let limit = clock_limit(test.id).unwrap_or_default();
    Effect::new(move || {
        if let ClockFace::Stopped(held) = face.get() {
            number.set(Some(held.0));
        }
    });
    let shown = move || match face.get() {
        ClockFace::Still => number.get().unwrap_or(0),
        ClockFace::CountingIn(held) | ClockFace::Running(held) | ClockFace::Stopped(held) => held.0,
    };
    let progress = move || match face.get() {
        ClockFace::CountingIn(_) => 1.0,
        _ => 1.0 - f64::from(shown()) / f64::from(limit.0.max(1)),
    };
    let running =
        Memo::new(move |_| matches!(face.get(), ClockFace::CountingIn(_) | ClockFace::Running(_)));
    let tone = move || match face.get() {
        ClockFace::Running(_) => PhaseTone::Hold,
        _ => PhaseTone::Prepare,
    };
    let unit = move || match face.get() {
        ClockFace::CountingIn(_) => say(words::COUNTING_IN),
        _ => say(words::SECONDS),
    };
    let label = move || say(if running.get() { words::CLOCK_STOP } else { words::CLOCK_START });
    let on_press = move |()| {
        let event =
            if running.get_untracked() { TestEvent::StoppedClock } else { TestEvent::StartedClock };
        runtime.dispatch(Event::Test(event));
    };
    view! {
        <div class="card selftest-clock">
            <Ring
                progress=Signal::derive(progress)
                number=Signal::derive(move || shown().to_string())
                unit=Signal::derive(unit)
                tone=Signal::derive(tone)
            />
            <Button
                label=Signal::derive(label)
                kind=ButtonKind::Primary
                big=true
                wide=true
                icon=MaybeProp::derive(move || {
                    Some(if running.get() { Icon::Stop } else { Icon::Play })
                })
                on_press
            />
            <p class="note">{say(words::CLOCK_HINT)}</p>
            {by_hand("test-held".to_owned(), legend, limit.0, number)}
        </div>
    }
}
