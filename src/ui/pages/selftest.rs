//! One self-test: what it is and how it goes, and then one thing after another.

use leptos::prelude::*;

use super::{
    NotFound, selftest_forms::StepForm, selftest_hip::HipForm, selftest_picture::TestPicture,
    selftests::side_words, today::GateNotice,
};
use crate::{
    app::{
        event::Event,
        testing::{Answered, Step, TestEvent},
    },
    browser::{
        document as page,
        intl::{self, DateStyle},
        random,
    },
    content::phrases::{self, selftest as words},
    domain::{
        selftest::{SelfTest, TestId},
        settings::Voice,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
            stepper::Stepper,
        },
        runtime::{Runtime, runtime},
        sources::{RuleTags, WithSources},
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn SelfTestPage(id: TestId) -> impl IntoView {
    let runtime = runtime();
    let Some(test) = runtime.peek(|model| model.catalogue.selftest(id)) else {
        return view! { <NotFound address=Route::Test(id).path() /> }.into_any();
    };
    let under_way = runtime.memo(move |model, _| model.test_under_way(id).is_some());
    let shown = move || {
        if under_way.get() {
            view! { <Flow test /> }.into_any()
        } else {
            view! { <WithSources><Before test /></WithSources> }.into_any()
        }
    };
    shown.into_any()
}

pub(super) fn back_to_tests() -> BackLink {
    BackLink { href: format!("#{}", Route::Tests.path()), label: say(words::TITLE) }
}

#[component]
fn Before(test: &'static SelfTest) -> impl IntoView {
    let runtime = runtime();
    let open = runtime.memo(move |model, now| model.may_take(test.id, now));
    let begun = runtime.memo(move |model, now| model.begun_test(test.id, now));
    let begin = move |event: TestEvent| {
        runtime.dispatch(Event::Test(event));
        request_animation_frame(|| page::focus("#step"));
    };
    let go_on = move |()| begin(TestEvent::WentOn(test.id));
    let begin = move |()| begin(TestEvent::Began(test.id));
    let start = move || {
        if let (true, Some(left)) = (open.get(), begun.get()) {
            let date = intl::date(left.day, language(), DateStyle::Long);
            let (done, of) = (left.done.to_string(), left.of.to_string());
            let told = fill(words::BEGUN_TEXT, &[("date", &date), ("n", &done), ("total", &of)]);
            view! {
                <Notice title=say(words::BEGUN_TITLE)><p>{told}</p></Notice>
                <Button
                    label=say(words::GO_ON)
                    kind=ButtonKind::Primary
                    big=true
                    wide=true
                    icon=Icon::Play
                    on_press=go_on
                />
                <Button label=say(words::BEGIN_ANEW) wide=true icon=Icon::Restart on_press=begin />
            }
            .into_any()
        } else if open.get() {
            view! {
                <Button
                    label=say(words::BEGIN)
                    kind=ButtonKind::Primary
                    big=true
                    wide=true
                    icon=Icon::Play
                    on_press=begin
                />
            }
            .into_any()
        } else {
            view! { <p class="note">{say(words::CLOSED)}</p> }.into_any()
        }
    };
    let time = fill(phrases::common::MINUTES, &[("n", &test.minutes.to_string())]);
    view! {
        <div class="page safety">
            <PageHeader title=read(&test.plain_name) lead=read(&test.why) back=back_to_tests() />
            <GateNotice />
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{time}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{read(&test.needs)}</li>
            </ul>
            {test.picture.as_ref().map(|picture| view! { <TestPicture picture /> })}
            <ol class="steps">
                {test.steps.iter().map(|step| view! { <li><p>{read(step)}</p></li> }).collect_view()}
            </ol>
            <Notice title=read(&test.caution) />
            {start}
            <Earlier test />
            <section class="section">
                <h2>{say(words::SOURCES)}</h2>
                <p class="note">{format!("{} ({})", read(&test.technical_name), test.id.code())}</p>
                <RuleTags ids=&test.rules />
            </section>
        </div>
    }
}

#[component]
fn Earlier(test: &'static SelfTest) -> impl IntoView {
    let earlier = runtime().memo(move |model, _| model.earlier_tests(test.id));
    move || {
        let rows = earlier.get();
        (!rows.is_empty()).then(|| {
            let rows = rows.into_iter().map(|(id, day)| {
                let href = format!("#{}", Route::TestTaken(id.to_string()).path());
                view! { <Row title=intl::date(day, language(), DateStyle::Long) href /> }
            });
            view! {
                <section class="section">
                    <h2>{say(words::EARLIER)}</h2>
                    <Rows>{rows.collect_view()}</Rows>
                </section>
            }
        })
    }
}

/// Sends an answer, or that there is none, and goes to the next screen.
pub(super) fn answer(runtime: Runtime, answer: Option<Answered>) {
    let mut chance = [0; 10];
    random::fill(&mut chance);
    runtime.dispatch(Event::Test(TestEvent::Answered { answer, chance }));
    request_animation_frame(|| page::focus("#step"));
}

#[component]
fn Flow(test: &'static SelfTest) -> impl IntoView {
    let runtime = runtime();
    let open = runtime.memo(move |model, now| model.may_take(test.id, now));
    let place = runtime.memo(move |model, _| {
        model.test_under_way(test.id).map(|testing| (testing.step(), testing.progress()))
    });
    let progress = Memo::new(move |_| place.get().map_or((0, 1), |(_, progress)| progress));
    let label = move || {
        let (at, of) = progress.get();
        fill(words::STEP, &[("n", &(at + 1).to_string()), ("total", &of.to_string())])
    };
    #[expect(clippy::cast_precision_loss, reason = "there are at most twelve screens")]
    let far = move || (progress.get().0 + 1) as f64 / progress.get().1 as f64;
    let title = move || place.get().map(|(step, _)| step_title(test, step)).unwrap_or_default();
    let form = move || {
        place.get().map(|(step, _)| match step {
            Step::Movement(movement, side) => {
                test.movement(movement).map(|text| view! { <HipForm text side /> }).into_any()
            }
            _ => view! { <StepForm test step /> }.into_any(),
        })
    };
    let back = move || {
        (progress.get().0 > 0).then(|| {
            let on_press = move |()| {
                runtime.dispatch(Event::Test(TestEvent::WentBack));
                request_animation_frame(|| page::focus("#step"));
            };
            view! { <Button label=say(words::PREVIOUS) icon=Icon::ArrowBack on_press /> }
        })
    };
    let speaks = runtime.memo(|model, _| model.settings.voice != Voice::Off);
    let hear = move || {
        speaks.get().then(|| {
            let on_press = move |()| runtime.dispatch(Event::Test(TestEvent::AskedToHear));
            view! { <Button label=say(words::HEAR) icon=Icon::Voice on_press /> }
        })
    };
    let give_up = move |()| runtime.dispatch(Event::Test(TestEvent::GaveUp));
    let body = move || {
        if !open.get() {
            return view! { <GateNotice /> }.into_any();
        }
        view! {
            <Stepper label=Signal::derive(label) progress=Signal::derive(far) />
            <h2 id="step" tabindex="-1">{title}</h2>
            {hear}
            {form}
            <div class="safety__actions">
                {back}
                <Button label=say(words::SKIP) kind=ButtonKind::Quiet on_press=move |()| answer(runtime, None) />
                <Button label=say(words::GIVE_UP) kind=ButtonKind::Quiet on_press=give_up />
            </div>
        }
        .into_any()
    };
    view! {
        <div class="page safety">
            <PageHeader title=read(&test.plain_name) />
            {body}
        </div>
    }
}

/// "Knie naar je borst, links".
fn step_title(test: &SelfTest, step: Step) -> String {
    let with = |name: String, side| format!("{name}: {}", side_words(side).to_lowercase());
    match step {
        Step::Movement(movement, side) => {
            let name = test.movement(movement).map(|text| read(&text.plain_name));
            with(name.unwrap_or_default(), side)
        }
        Step::OneSide(side) => with(say(words::THIS_SIDE), side),
        Step::Recognise(at) => {
            test.questions.get(at).map(|question| read(&question.text)).unwrap_or_default()
        }
        Step::Whole => say(words::HOW_IT_WENT),
    }
}

/// What is said where something is missing before one can go on.
#[component]
pub(super) fn Onward(
    #[prop(into)] missing: Signal<Option<String>>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="field__error" role="status">{move || missing.get()}</p>
        <Button label=say(words::NEXT) kind=ButtonKind::Primary big=true wide=true on_press />
    }
}

/// How to do it, from the content.
#[component]
pub(super) fn Steps(steps: &'static [crate::domain::text::Bilingual]) -> impl IntoView {
    view! {
        <ol class="steps">
            {steps.iter().map(|step| view! { <li><p>{read(step)}</p></li> }).collect_view()}
        </ol>
    }
}

/// Pain ends an attempt, and says what then.
#[component]
pub(super) fn PainNotice() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::PAIN_TITLE)>
            <p>{say(words::PAIN_TEXT)}</p>
        </Notice>
    }
}
