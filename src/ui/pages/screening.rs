//! The health questions beforehand (3.1, 3.2): five short groups, and then what the answers come to.

use leptos::prelude::*;

use super::{
    age::{AgeQuestion, TooYoung},
    answers::AnswerList,
    outcome::OutcomePage,
    question::Group,
};
use crate::{
    app::{
        event::Event,
        view::{receipts, screening::Subject},
    },
    browser::{
        document as page,
        intl::{self, DateStyle},
    },
    content::phrases::{self, screening as words},
    domain::{settings::Age, time::Day},
    ui::{
        components::{
            button::{Button, ButtonKind},
            header::PageHeader,
            icon::Icon,
            notice::Notice,
            stepper::Stepper,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{fill, language, say},
    },
};

/// What stands on the page.
#[derive(Clone, Copy, PartialEq)]
enum Showing {
    TooYoung,
    /// What is kept cannot be read, so answers cannot be either.
    Unreadable,
    /// All is answered, but twelve weeks ago.
    Confirm(Day),
    Questions,
    Outcome,
}

#[component]
pub(super) fn Screening() -> impl IntoView {
    let runtime = runtime();
    let changing = RwSignal::new(false);
    let showing = runtime.memo(move |model, now| match model.verdict(now) {
        _ if model.is_too_young(now) => Showing::TooYoung,
        _ if model.archive().is_none() => Showing::Unreadable,
        _ if changing.get() => Showing::Questions,
        Some(_) => Showing::Outcome,
        None => model.to_confirm(now).map_or(Showing::Questions, Showing::Confirm),
    });
    let on_change = move |()| {
        changing.set(true);
        request_animation_frame(|| page::focus("main h1"));
    };
    let on_done = move |()| {
        changing.set(false);
        request_animation_frame(|| page::focus("main h1"));
    };
    move || {
        match showing.get() {
        Showing::TooYoung => view! {
            <div class="page safety">
                <PageHeader title=say(words::TITLE) />
                <TooYoung />
                <a class="button button--secondary" href="#/instellingen">{say(phrases::age::TOO_YOUNG_CHANGE)}</a>
            </div>
        }
        .into_any(),
        Showing::Unreadable => view! {
            <div class="page safety">
                <PageHeader title=say(words::TITLE) />
                <Notice title=say(words::UNREADABLE) />
            </div>
        }
        .into_any(),
        Showing::Confirm(day) => view! { <Confirm day on_change /> }.into_any(),
        Showing::Questions => view! { <Questions on_done may_cancel=changing.get_untracked() /> }.into_any(),
        Showing::Outcome => view! { <WithSources><OutcomePage on_change /></WithSources> }.into_any(),
    }
    }
}

/// The answers of twelve weeks ago, to be confirmed as they are or gone through again (X24).
#[component]
fn Confirm(day: Day, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let runtime = runtime();
    let date = intl::date(day, language(), DateStyle::Long);
    let confirm = move |()| {
        let answers = runtime.peek(crate::app::model::Model::screening_answers);
        runtime.dispatch(Event::AnsweredScreening(answers));
        request_animation_frame(|| page::focus("main h1"));
    };
    view! {
        <div class="page safety">
            <PageHeader title=say(words::CONFIRM_TITLE) lead=fill(words::CONFIRM_TEXT, &[("date", &date)]) />
            <Receipts rules=receipts::QUESTIONS_AGAIN />
            <AnswerList open=true />
            <div class="safety__actions">
                <Button label=say(words::CONFIRM_NO) icon=Icon::Edit on_press=on_change />
                <Button label=say(words::CONFIRM_YES) kind=ButtonKind::Primary big=true on_press=confirm />
            </div>
        </div>
    }
}

#[component]
fn Questions(#[prop(into)] on_done: Callback<()>, may_cancel: bool) -> impl IntoView {
    let runtime = runtime();
    // The age may be asked on this very page, and changes what is asked.
    let form = runtime.memo(crate::app::model::Model::form);
    let form = move || form.get();
    let answers = RwSignal::new(runtime.peek(crate::app::model::Model::screening_answers));
    let first = if may_cancel {
        0
    } else {
        answers.with_untracked(|answers| untrack(form).first_gap(answers))
    };
    let step = RwSignal::new(first);
    let lacking = RwSignal::new(0_usize);
    let last = Subject::ALL.len() - 1;
    let go_to = move |target: usize| {
        lacking.set(0);
        step.set(target);
        request_animation_frame(|| page::focus("#group"));
    };
    let ageless = move || runtime.peek(|model| model.settings.age == Age::Unknown);
    // The age goes when everything is erased, and the welcome does not come back to ask for it.
    let asks_age = ageless();
    let onward = move |()| {
        if ageless() {
            lacking.set(1);
            page::focus("input[name=age]");
            return;
        }
        let (form, subject) = (untrack(form), Subject::ALL[step.get_untracked()]);
        let without = answers.with_untracked(|answers| form.missing(subject, answers));
        if let Some(first) = without.first() {
            lacking.set(without.len());
            page::focus(&format!("input[name='{first}'], [data-key='{first}'] input"));
        } else if step.get_untracked() < last
            && !answers.with_untracked(|answers| form.is_enough(step.get_untracked(), answers))
        {
            go_to(step.get_untracked() + 1);
        } else {
            answers.update(|answers| form.settle(answers));
            runtime.dispatch(Event::AnsweredScreening(answers.get_untracked()));
            on_done.run(());
        }
    };
    let group = move || {
        let (form, subject) = (form(), Subject::ALL[step.get()]);
        let deny = move |()| {
            answers.update(|answers| form.deny_all(subject, answers));
            onward(());
        };
        view! { <Group form subject answers on_deny=deny /> }
    };
    let label = move || {
        let (n, total) = ((step.get() + 1).to_string(), Subject::ALL.len().to_string());
        fill(words::STEP, &[("n", &n), ("total", &total)])
    };
    #[expect(clippy::cast_precision_loss, reason = "there are five steps")]
    let progress = move || (step.get() + 1) as f64 / Subject::ALL.len() as f64;
    let reminder = move || match lacking.get() {
        0 => None,
        1 => Some(say(words::MISSING_ONE)),
        many => Some(fill(words::MISSING, &[("n", &many.to_string())])),
    };
    let back = move || {
        (step.get() > 0).then(|| {
            let on_press = move |()| go_to(step.get_untracked() - 1);
            view! { <Button label=say(words::PREVIOUS) icon=Icon::ArrowBack on_press /> }
        })
    };
    let next = move || say(if step.get() == last { words::FINISH } else { words::NEXT });
    view! {
        <div class="page safety">
            <PageHeader title=say(words::TITLE) />
            <Stepper label=Signal::derive(label) progress=Signal::derive(progress) />
            {asks_age.then(|| view! { <div class="card safety__question"><AgeQuestion /></div> })}
            {group}
            <p class="field__error" role="status">{reminder}</p>
            <div class="safety__actions">
                {back}
                {may_cancel
                    .then(|| view! { <Button label=say(words::STAY) kind=ButtonKind::Quiet on_press=on_done /> })}
                <Button label=Signal::derive(next) kind=ButtonKind::Primary big=true on_press=onward />
            </div>
        </div>
    }
}
