//! One routine: what is in it, its name, and what can be done with it.

use leptos::prelude::*;

use super::{
    NotFound,
    routine_actions::Actions,
    routine_add::AddExercise,
    routine_block::Block,
    routine_words::{caution, problem},
    routines::count,
};
use crate::{
    app::view::routines::DraftView,
    content::phrases::{self, routine as words},
    domain::{
        record::RecordId,
        routine::{
            Between, Routine,
            draft::{Draft, Step},
            review::Problem,
        },
    },
    route::Route,
    ui::{
        components::{
            field::TextField,
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            number::NumberField,
        },
        runtime::runtime,
        sources::{RuleTag, WithSources},
        words::{duration, fill, read, say},
        words_things::{movement, muscle},
    },
};

/// What is being made: whoever looks at an exercise in between finds it as they left it. It lives
/// as long as the page and is kept nowhere.
#[derive(Clone, Copy, Default)]
pub(in crate::ui) struct Making(pub(super) RwSignal<Option<(Option<RecordId>, Draft)>>);

/// `id` is none for a new one.
#[component]
pub(super) fn RoutinePage(#[prop(optional_no_strip)] id: Option<String>) -> impl IntoView {
    let runtime = runtime();
    let address = id.clone();
    let target = id.as_deref().and_then(RecordId::parse);
    let kept = runtime.memo(move |model, _| target.and_then(|id| model.routine(id).cloned()));
    if id.is_some() && kept.read_untracked().is_none() {
        let address = Route::Routine(address.unwrap_or_default()).path();
        return view! { <NotFound address /> }.into_any();
    }
    let Making(making) = expect_context::<Making>();
    let left = making.with_untracked(|left| {
        left.clone().filter(|(other, _)| *other == target).map(|(_, draft)| draft)
    });
    let draft = RwSignal::new(left.unwrap_or_else(|| opened(kept.get_untracked().as_ref())));
    Effect::new(move || making.set(Some((target, draft.get()))));
    view! {
        <WithSources>
            <Editor target kept draft />
        </WithSources>
    }
    .into_any()
}

fn opened(kept: Option<&Routine>) -> Draft {
    let runtime = runtime();
    runtime.peek(|model| match kept {
        Some(routine) => Draft::of(routine, model.catalogue, model.age(runtime.moment())),
        None => Draft::new(model.settings.transition),
    })
}

#[component]
fn Editor(
    target: Option<RecordId>,
    kept: Memo<Option<Routine>>,
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let runtime = runtime();
    let shown = runtime.memo(move |model, now| draft.with(|draft| model.draft_view(draft, now)));
    let problems = RwSignal::new(Vec::<Problem>::new());
    let title = move || kept.get().map(|own| own.name.as_str().to_owned());
    let title = move || title().unwrap_or_else(|| say(phrases::routines::NEW));
    let back = BackLink {
        href: format!("#{}", Route::Routines.path()),
        label: say(phrases::routines::TITLE),
    };
    let name_error = move || {
        let found = problems.get();
        let wrong = found.iter().find(|one| is_of_name(one));
        wrong.map(problem)
    };
    view! {
        <div class="page routine">
            <PageHeader title=Signal::derive(title) back lead=say(words::LEAD) />
            <div class="card">
                <TextField
                    id="routine-name"
                    label=say(words::NAME)
                    hint=say(words::NAME_HINT)
                    value=Signal::derive(move || draft.read().name.clone())
                    on_input=move |text| {
                        draft.write().name = text;
                        problems.write().clear();
                    }
                    error=MaybeProp::derive(name_error)
                />
            </div>
            <Cautions shown />
            <section class="section">
                <h2 id="routine-exercises" tabindex="-1">{say(words::EXERCISES)}</h2>
                <Length shown draft />
                <Blocks draft />
                <Show when=move || { draft.read().blocks.len() > 1 }>
                    <div class="card">
                        <BetweenField draft />
                    </div>
                </Show>
            </section>
            <AddExercise draft />
            <Covers shown />
            <Actions target kept draft shown problems />
        </div>
    }
}

#[component]
fn Blocks(draft: RwSignal<Draft>) -> impl IntoView {
    let none = Memo::new(move |_| draft.read().blocks.is_empty());
    view! {
        {move || none.get().then(|| view! { <p class="note">{say(words::NONE_YET)}</p> })}
        <ol class="routine__blocks" role="list">
            <For
                each=move || draft.get().blocks
                key=|block| block.key
                children=move |block| view! { <Block draft key=block.key /> }
            />
        </ol>
    }
}

#[component]
fn BetweenField(draft: RwSignal<Draft>) -> impl IntoView {
    let between = Memo::new(move |_| draft.read().between);
    let label = |phrase| {
        fill(words::NUMBER_OF, &[("name", &say(phrase)), ("number", &say(words::BETWEEN))])
    };
    view! {
        <NumberField
            id="routine-between"
            label=say(words::BETWEEN)
            value=Signal::derive(move || duration(between.get().seconds()))
            less=label(phrases::common::LESS)
            more=label(phrases::common::MORE)
            on_less=move |()| draft.write().press_between(Step::Less)
            on_more=move |()| draft.write().press_between(Step::More)
            at_least=Signal::derive(move || between.get().seconds().0 == 0)
            at_most=Signal::derive(move || between.get().seconds() == Between::MOST)
        />
    }
}

/// Follows every press.
#[component]
fn Length(shown: Memo<DraftView>, draft: RwSignal<Draft>) -> impl IntoView {
    let number = Memo::new(move |_| draft.read().blocks.len());
    let lasts = Memo::new(move |_| shown.read().lasts);
    view! {
        <Show when=move || { number.get() > 0 }>
            <ul class="facts" role="list">
                <li class="facts__fact routine__length">
                    <Glyph icon=Icon::Clock />
                    {move || duration(lasts.get())}
                </li>
                <li class="facts__fact">
                    <Glyph icon=Icon::List />
                    {move || count(number.get())}
                </li>
            </ul>
        </Show>
    }
}

#[component]
fn Covers(shown: Memo<DraftView>) -> impl IntoView {
    let covers = Memo::new(move |_| {
        let shown = shown.read();
        (shown.muscles.clone(), shown.movements.clone())
    });
    let line = |label: String, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            view! {
                <div>
                    <dt class="note">{label}</dt>
                    <dd>{names.join(", ")}</dd>
                </div>
            }
        })
    };
    move || {
        let (muscles, movements) = covers.get();
        (!muscles.is_empty()).then(|| {
            let muscles = muscles.into_iter().map(muscle).collect();
            let movements = movements.into_iter().map(movement).collect();
            view! {
                <section class="card card--flat">
                    <h2 class="card__title">{say(words::COVERS)}</h2>
                    <dl class="stack routine__covers">
                        {line(say(words::MUSCLES), muscles)} {line(say(words::MOVEMENTS), movements)}
                    </dl>
                </section>
            }
        })
    }
}

#[component]
fn Cautions(shown: Memo<DraftView>) -> impl IntoView {
    let cautions = Memo::new(move |_| shown.read().cautions.clone());
    move || {
        let cautions = cautions.get();
        (!cautions.is_empty()).then(|| {
            let lines = cautions.into_iter().map(|one| {
                let rule = one.rule().map(str::to_owned);
                view! {
                    <li>
                        {caution(&one)} " " {rule.map(|id| view! { <RuleTag id /> })}
                    </li>
                }
            });
            view! {
                <Notice kind=NoticeKind::Warning title=say(words::CAUTIONS)>
                    <ul class="routine__cautions">{lines.collect_view()}</ul>
                </Notice>
            }
        })
    }
}

pub(super) fn is_of_name(problem: &Problem) -> bool {
    matches!(problem, Problem::NoName | Problem::LongName)
}

/// What the tab says.
pub(super) fn title(id: &str) -> Option<String> {
    let id = RecordId::parse(id)?;
    runtime().peek(|model| model.routine(id).map(|own| own.name.as_str().to_owned()))
}

/// The plain name of an exercise.
pub(super) fn exercise_name(id: &crate::domain::exercise::ExerciseId) -> String {
    runtime().peek(|model| {
        model
            .catalogue
            .exercise(id)
            .map_or_else(|| id.as_str().to_owned(), |one| read(&one.plain_name))
    })
}
