//! Every exercise: searching by name, and choosing by what suits somebody.

use leptos::prelude::*;

use super::routines::MakeRoutine;
use crate::{
    app::view::library::{Wishes, toggle},
    content::{
        catalogue,
        phrases::{self, library as words},
    },
    domain::{
        body::{HipMovement, Position},
        exercise::{Equipment, Exercise},
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            chips::{Chips, Tag},
            choice::Choice,
            disclosure::Disclosure,
            empty::Empty,
            header::PageHeader,
            icon::Icon,
            search::SearchField,
        },
        picture::{PosePicture, Which},
        words::{equipment, fill, read, say},
        words_things::{movement, position},
    },
};

/// What was looked for last: whoever comes back from an exercise finds the list as they left it.
/// It lives as long as the page and is kept nowhere.
#[derive(Clone, Copy, Default)]
pub(in crate::ui) struct Search(RwSignal<Wishes>);

#[component]
pub(super) fn Library() -> impl IntoView {
    let Search(wishes) = expect_context::<Search>();
    let hits = Memo::new(move |_| wishes.with(|wishes| wishes.find(catalogue())));
    let count = move || match hits.read().len() {
        1 => say(words::ONE_HIT),
        n => fill(words::HITS, &[("n", &n.to_string())]),
    };
    let none = Memo::new(move |_| hits.read().is_empty());
    view! {
        <div class="page page--wide library">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            <MakeRoutine />
            <div class="library__find">
                <SearchField
                    label=say(words::SEARCH)
                    clear=say(words::CLEAR_SEARCH)
                    value=Signal::derive(move || wishes.read().words.clone())
                    on_input=move |typed| wishes.write().words = typed
                />
                <Filters wishes />
            </div>
            <p class="note" role="status">{count}</p>
            {move || {
                none.get()
                    .then(|| {
                        view! {
                            <Empty icon=Icon::Search title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
                                <ClearFilters wishes />
                            </Empty>
                        }
                    })
            }}
            <div class="tiles">
                <For
                    each=move || hits.get()
                    key=|exercise| exercise.id.clone()
                    children=|exercise| view! { <ExerciseCard exercise /> }
                />
            </div>
        </div>
    }
}

#[component]
fn Filters(wishes: RwSignal<Wishes>) -> impl IntoView {
    let summary = move || match wishes.read().filters() {
        0 => say(words::FILTERS),
        n => fill(words::FILTERS_ON, &[("n", &n.to_string())]),
    };
    let open = wishes.with_untracked(Wishes::filters) > 0;
    let programmes = catalogue()
        .programmes
        .iter()
        .map(|programme| Choice::new(programme.id.clone(), read(&programme.plain_name)));
    view! {
        <Disclosure summary=Signal::derive(summary) open>
            <Group label=say(words::POSITION)>
                <Chips
                    label=say(words::POSITION)
                    choices=Position::ALL.iter().map(|&one| Choice::new(one, position(one))).collect()
                    chosen=Signal::derive(move || wishes.read().positions.clone())
                    on_toggle=move |one| toggle(&mut wishes.write().positions, one)
                />
            </Group>
            <Group label=say(words::KIT)>
                <Chips
                    label=say(words::KIT)
                    choices=things()
                    chosen=Signal::derive(move || wishes.read().kit.chosen())
                    on_toggle=move |thing| {
                        wishes.update(|wishes| wishes.kit = std::mem::take(&mut wishes.kit).toggled(thing));
                    }
                />
            </Group>
            <Group label=say(words::MOVEMENT)>
                <Chips
                    label=say(words::MOVEMENT)
                    choices=HipMovement::ALL.iter().map(|&one| Choice::new(one, movement(one))).collect()
                    chosen=Signal::derive(move || wishes.read().movements.clone())
                    on_toggle=move |one| toggle(&mut wishes.write().movements, one)
                />
            </Group>
            <Group label=say(words::LEVEL)>
                <Chips
                    label=say(words::LEVEL)
                    choices=(1..=3).map(|one| Choice::new(one, level(one))).collect()
                    chosen=Signal::derive(move || wishes.read().levels.clone())
                    on_toggle=move |one| toggle(&mut wishes.write().levels, one)
                />
            </Group>
            <Group label=say(words::PROGRAMME)>
                <Chips
                    label=say(words::PROGRAMME)
                    choices=programmes.collect()
                    chosen=Signal::derive(move || wishes.read().programmes.clone())
                    on_toggle=move |one| toggle(&mut wishes.write().programmes, one)
                />
            </Group>
            <Show when=move || wishes.read().filters() != 0>
                <ClearFilters wishes />
            </Show>
        </Disclosure>
    }
}

/// What stands above a row of chips is for the eye; the group itself has the same name.
#[component]
fn Group(label: String, children: Children) -> impl IntoView {
    view! {
        <div class="library__group">
            <p class="library__label" aria-hidden="true">{label}</p>
            {children()}
        </div>
    }
}

#[component]
fn ClearFilters(wishes: RwSignal<Wishes>) -> impl IntoView {
    view! {
        <Button
            label=say(words::CLEAR_FILTERS)
            kind=ButtonKind::Secondary
            icon=Icon::Close
            on_press=move |()| wishes.set(Wishes::default())
        />
    }
}

#[component]
fn ExerciseCard(exercise: &'static Exercise) -> impl IntoView {
    let href = format!("#{}", Route::Exercise(exercise.id.clone()).path());
    let second = exercise.poses.len() > 1;
    view! {
        <article class="card exercise-card">
            <div class="exercise-card__picture" aria-hidden="true">
                <PosePicture exercise which=Which::Start side=None />
                {second.then(|| view! { <PosePicture exercise which=Which::End side=None /> })}
            </div>
            <h2 class="card__title">
                <a class="card__link" href=href>{read(&exercise.plain_name)}</a>
            </h2>
            <p class="exercise-card__technical">{read(&exercise.technical_name)}</p>
            <p class="cluster">
                <Tag label=position(exercise.position) />
                <Tag label=level(exercise.level) />
            </p>
        </article>
    }
}

/// "Niets" and whatever an exercise needs.
fn things() -> Vec<Choice<Option<Equipment>>> {
    let needed = |thing: &Equipment| {
        catalogue().exercises.iter().any(|exercise| exercise.equipment.contains(thing))
    };
    let things = Equipment::ALL.iter().copied().filter(needed);
    std::iter::once(Choice::new(None, say(words::KIT_NOTHING)))
        .chain(things.map(|thing| Choice::new(Some(thing), equipment(thing))))
        .collect()
}

pub(super) fn level(level: u8) -> String {
    fill(phrases::common::LEVEL, &[("n", &level.to_string())])
}
