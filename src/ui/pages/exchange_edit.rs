//! A plan being changed: for a physiotherapist, who has no history here and answers no questions.

use leptos::prelude::*;

use super::{
    exchange::back, exchange_edit_line::EditedLine, exchange_parcel::PlanParcel,
    exchange_words::refusal, routine::exercise_name, routine_add::AddExercise,
};
use crate::{
    app::exchange::Shared,
    content::phrases::{edit_plan as words, exchange, shared_plan},
    domain::advice::{
        MOST_LINES, Name, PlanNote,
        draft::{Beside, Problem, Talk, finished, opened},
    },
    ui::{
        components::{
            field::{TextArea, TextField},
            header::PageHeader,
            notice::{Notice, NoticeKind},
            switch::Switch,
        },
        runtime::runtime,
        sources::WithSources,
        words::{fill, say},
    },
};

#[component]
pub(super) fn EditPlanPage() -> impl IntoView {
    let runtime = runtime();
    let refused = runtime.peek(|model| match &model.exchange.shared {
        Some(Shared::Refused(why)) => Some(*why),
        _ => None,
    });
    let (draft, beside) = runtime.peek(|model| {
        let now = runtime.moment();
        let plan = model.plan_to_edit(now);
        opened(&plan, model.catalogue, model.age(now), model.settings.transition)
    });
    let (draft, beside) = (RwSignal::new(draft), RwSignal::new(beside));
    // Whoever takes an exercise out and puts another in its place finds nothing of the first there.
    Effect::new(move || {
        let keys: Vec<u32> = draft.read().blocks.iter().map(|block| block.key).collect();
        beside.update(|beside| beside.lines.retain(|key, _| keys.contains(key)));
    });
    let outcome = Memo::new(move |_| {
        draft.with(|draft| beside.with(|beside| finished(draft, beside, runtime.moment().day())))
    });
    let plan = Signal::derive(move || outcome.get().ok());
    let problems = move || {
        let found = outcome.get().err().unwrap_or_default().into_iter();
        let told = found.map(|one| view! { <p class="field__error">{problem(&one)}</p> });
        told.collect_view()
    };
    let none = Memo::new(move |_| draft.read().blocks.is_empty());
    view! {
        <WithSources>
            <div class="page routine">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back=back() />
                {refused
                    .map(|why| {
                        view! {
                            <Notice kind=NoticeKind::Warning title=refusal(why)>
                                <p>{say(shared_plan::NOTHING_CHANGED)}</p>
                            </Notice>
                        }
                    })}
                <p class="note">{say(words::BOUNDS)}</p>
                <section class="section">
                    <h2 id="routine-exercises" tabindex="-1">{say(words::EXERCISES)}</h2>
                    {move || none.get().then(|| view! { <p class="note">{say(words::NONE)}</p> })}
                    <ol class="routine__blocks" role="list">
                        <For
                            each=move || draft.get().blocks
                            key=|block| block.key
                            children=move |block| {
                                view! { <EditedLine draft beside key=block.key /> }
                            }
                        />
                    </ol>
                </section>
                <AddExercise draft />
                <AllOfIt beside />
                <section class="section">
                    <h2>{say(words::GIVE_BACK)}</h2>
                    <div role="status">{problems}</div>
                    <p>{say(exchange::PRIVATE)}</p>
                    <PlanParcel advice=plan />
                </section>
            </div>
        </WithSources>
    }
}

/// What is said of the plan as a whole.
#[component]
fn AllOfIt(beside: RwSignal<Beside>) -> impl IntoView {
    let runtime = runtime();
    let talked = Memo::new(move |_| beside.read().talk.is_some());
    let today = move || runtime.moment().day().iso();
    let turn = move |on: bool| {
        beside.write().talk = on.then(|| Talk { name: String::new(), day: today() });
    };
    let most = PlanNote::LONGEST.to_string();
    view! {
        <div class="card">
            <TextField
                id="plan-for"
                label=say(words::WHOSE)
                hint=say(words::WHOSE_HINT)
                value=Signal::derive(move || beside.read().whose.clone())
                on_input=move |text| beside.write().whose = text
            />
            <TextArea
                id="plan-note"
                label=say(words::NOTE)
                hint=fill(words::LINE_NOTE_HINT, &[("most", &most)])
                value=Signal::derive(move || beside.read().note.clone())
                on_input=move |text| beside.write().note = text
            />
            <Switch
                label=say(words::TALK)
                hint=say(words::TALK_HINT)
                on=talked
                on_change=turn
            />
            <Show when=move || talked.get()>
                <TalkFields beside />
            </Show>
        </div>
    }
}

#[component]
fn TalkFields(beside: RwSignal<Beside>) -> impl IntoView {
    let talk = move || beside.read().talk.clone().unwrap_or_default();
    let write = move |change: &dyn Fn(&mut Talk)| {
        if let Some(talk) = &mut beside.write().talk {
            change(talk);
        }
    };
    let name_error = move || Name::cleaned(&talk().name).is_none().then(|| say(words::NO_NAME));
    view! {
        <TextField
            id="plan-talk-name"
            label=say(words::TALK_NAME)
            value=Signal::derive(move || talk().name)
            on_input=move |text: String| write(&|talk| talk.name.clone_from(&text))
            error=MaybeProp::derive(name_error)
        />
        <TextField
            id="plan-talk-day"
            label=say(words::TALK_DAY)
            kind="date"
            value=Signal::derive(move || talk().day)
            on_input=move |text: String| write(&|talk| talk.day.clone_from(&text))
        />
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => say(words::EMPTY),
        Problem::TooMany => fill(words::TOO_MANY, &[("most", &MOST_LINES.to_string())]),
        Problem::Twice(id) => fill(words::TWICE, &[("name", &exercise_name(id))]),
        Problem::NoName => say(words::NO_NAME),
        Problem::NoDay => say(words::NO_DAY),
    }
}
