//! One movement of one side in the hip check: alone, with help, and what kept it from going on.

use leptos::prelude::*;

use super::{
    meter::Meter,
    selftest::{Onward, PainNotice, Steps, answer},
    selftest_picture::TestPicture,
};
use crate::{
    app::{
        event::Event,
        testing::{Answered, TestEvent, Testing},
        view::hip_form::{MovementForm, Pick, Tape, tapes},
    },
    content::phrases::selftest as words,
    domain::{
        body::Side,
        selftest::{AttemptText, Class, How, MovementText, Reading, Stopper},
    },
    ui::{
        components::{
            choice::{Choice, ChooseOne},
            disclosure::Disclosure,
            field::TextField,
        },
        runtime::runtime,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn HipForm(text: &'static MovementText, side: Side) -> impl IntoView {
    let runtime = runtime();
    let before = runtime.peek(|model| match model.testing.as_ref().and_then(Testing::answer) {
        Some(Answered::Movement(reading)) => reading,
        _ => Reading::default(),
    });
    let form = RwSignal::new(MovementForm::of(before));
    let missing = RwSignal::new(None::<String>);
    let asked = Memo::new(move |_| form.read().asked(text));
    let stoppers = Memo::new(move |_| form.read().stoppers(text));
    let hurts = Memo::new(move |_| stoppers.get() == [Stopper::Pinch, Stopper::Pain]);
    let on_press = move |()| match form.with_untracked(|form| form.reading(text)) {
        Err(_) => missing.set(Some(say(words::NO_NUMBER))),
        Ok(reading) if reading.is_empty() => missing.set(Some(say(words::MISSING))),
        Ok(reading) => answer(runtime, Some(Answered::Movement(reading))),
    };
    view! {
        {text.note.as_ref().map(|note| view! { <p class="note">{read(note)}</p> })}
        <For each=move || asked.get() key=|how| *how let:how>
            <OneAttempt text how side form />
        </For>
        {move || hurts.get().then(|| view! { <PainNotice /> })}
        {move || {
            let list = stoppers.get();
            (!list.is_empty()).then(|| view! { <WhatStopped list form /> })
        }}
        <Onward missing on_press />
    }
}

#[component]
fn OneAttempt(
    text: &'static MovementText,
    how: How,
    side: Side,
    form: RwSignal<MovementForm>,
) -> impl IntoView {
    text.attempt(how).map(|attempt| {
        let heading = say(match how {
            How::Active => words::ALONE,
            How::Passive => words::WITH_HELP,
        });
        let mut choices: Vec<Choice<Pick>> = [Class::Good, Class::Fair, Class::Limited]
            .into_iter()
            .map(|class| Choice::new(Pick::Class(class), read(attempt.class(class))))
            .collect();
        choices.push(Choice::new(Pick::Pain, say(words::PAIN_CHOICE)));
        let chosen = Memo::new(move |_| form.read().attempt(how).pick);
        let runtime = runtime();
        let on_choose = move |pick| {
            let before = form.with_untracked(|form| form.open(text));
            form.update(|form| form.attempt_mut(how).pick = Some(pick));
            let open = form.with_untracked(|form| form.open(text));
            if let Some(how) = open.filter(|_| open != before) {
                runtime.dispatch(Event::Test(TestEvent::CameTo(how)));
            }
        };
        let side_name = match side {
            Side::Left => "left",
            Side::Right => "right",
        };
        let looking = move || {
            view! {
                <ChooseOne
                    name=format!("{}-{side_name}", how.slug())
                    legend=read(&attempt.question)
                    choices=choices.clone()
                    chosen
                    on_choose=on_choose
                />
                <Measuring text how attempt form />
            }
        };
        view! {
            <section class="card safety__question">
                <h3 class="card__title">{heading}</h3>
                {attempt.picture.as_ref().map(|picture| view! { <TestPicture picture side=Some(side) /> })}
                <Steps steps=&attempt.steps />
                <Meter text how side attempt form otherwise=ViewFn::from(looking) />
            </section>
        }
    })
}

/// Numbers instead of looking, for somebody who has a tape or a level.
#[component]
fn Measuring(
    text: &'static MovementText,
    how: How,
    attempt: &'static AttemptText,
    form: RwSignal<MovementForm>,
) -> impl IntoView {
    let movement = text.movement;
    let typed = form.with_untracked(|form| {
        let attempt = form.attempt(how);
        !attempt.degrees.is_empty() || !attempt.cm.is_empty()
    });
    let field =
        move |id: &'static str, label: String, get: fn(&mut MovementForm, How) -> &mut String| {
            let value = Memo::new(move |_| form.with(|form| get(&mut form.clone(), how).clone()));
            view! {
                <TextField
                    id=format!("{}-{id}", how.slug())
                    label
                    value
                    on_input=move |text| form.update(|form| *get(form, how) = text)
                />
            }
        };
    let cm: fn(&mut MovementForm, How) -> &mut String = |form, how| &mut form.attempt_mut(how).cm;
    let beside: fn(&mut MovementForm, How) -> &mut String =
        |form, how| &mut form.attempt_mut(how).beside;
    let degrees: fn(&mut MovementForm, How) -> &mut String =
        |form, how| &mut form.attempt_mut(how).degrees;
    let fields = tapes(movement, how).iter().map(move |tape| match tape {
        Tape::Degrees => field("degrees", say(words::DEGREES), degrees).into_any(),
        Tape::Height => field("cm", say(words::HEIGHT), cm).into_any(),
        Tape::BesideShin => view! {
            {field("cm", say(words::SHIFT), cm)}
            {field("beside", say(words::SHIN), beside)}
        }
        .into_any(),
        Tape::BesideFoot => view! {
            {field("cm", say(words::SHIFT), cm)}
            {field("beside", say(words::FOOT), beside)}
        }
        .into_any(),
    });
    let found = move || {
        let form = form.read();
        let measured = form.attempt(how).measured(movement, how).ok().flatten();
        let class = measured.and_then(|range| range.class(movement, how))?;
        Some(fill(words::MEASURED, &[("class", &read(attempt.class(class)))]))
    };
    attempt.measure.as_ref().map(|measure| {
        view! {
            <Disclosure summary=say(words::MEASURE) open=typed>
                <p>{read(measure)}</p>
                {fields.collect_view()}
                <p class="note" role="status">{found}</p>
            </Disclosure>
        }
    })
}

#[component]
fn WhatStopped(list: &'static [Stopper], form: RwSignal<MovementForm>) -> impl IntoView {
    let choices = list.iter().map(|stopper| {
        let label = say(match stopper {
            Stopper::Stretch => words::STOPPED_STRETCH,
            Stopper::Pinch => words::STOPPED_PINCH,
            Stopper::HardStop => words::STOPPED_HARD,
            Stopper::Weakness => words::STOPPED_WEAK,
            Stopper::Pain => words::STOPPED_PAIN,
        });
        Choice::new(*stopper, label)
    });
    view! {
        <div class="card safety__question">
            <ChooseOne
                name="stopped"
                legend=say(words::STOPPED)
                choices=choices.collect()
                chosen=Memo::new(move |_| form.read().stopped)
                on_choose=move |stopper| form.update(|form| form.stopped = Some(stopper))
            />
        </div>
    }
}
