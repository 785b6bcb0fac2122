//! Finding the next exercise of a routine by name.

use leptos::prelude::*;

use crate::{
    app::view::library::Wishes,
    content::{
        catalogue,
        phrases::{library, routine as words},
    },
    domain::{exercise::Exercise, routine::draft::Draft},
    ui::{
        components::{
            button::Button,
            icon::{Glyph, Icon},
            search::SearchField,
        },
        runtime::runtime,
        words::{fill, read, say},
        words_things::position,
    },
};

#[component]
pub(super) fn AddExercise(draft: RwSignal<Draft>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let asked = Memo::new(move |_| all.get() || !typed.read().trim().is_empty());
    let hits = Memo::new(move |_| {
        if asked.get() {
            Wishes { words: typed.get(), ..Wishes::default() }.find(catalogue())
        } else {
            Vec::new()
        }
    });
    let none = Memo::new(move |_| asked.get() && hits.read().is_empty());
    view! {
        <section class="section">
            <h2>{say(words::ADD)}</h2>
            <SearchField
                label=say(library::SEARCH)
                clear=say(library::CLEAR_SEARCH)
                value=typed
                on_input=move |text| typed.set(text)
            />
            <div role="status">
                {move || none.get().then(|| view! { <p class="note">{say(words::NO_HITS)}</p> })}
            </div>
            <Show when=move || !asked.get()>
                <Button
                    label=say(words::SHOW_ALL)
                    icon=Icon::List
                    on_press=move |()| all.set(true)
                />
            </Show>
            <Show when=move || !hits.read().is_empty()>
                <ul class="rows" role="list">
                    <For
                        each=move || hits.get()
                        key=|exercise| exercise.id.clone()
                        children=move |exercise| view! { <Hit draft exercise /> }
                    />
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Hit(draft: RwSignal<Draft>, exercise: &'static Exercise) -> impl IntoView {
    let runtime = runtime();
    let name = read(&exercise.plain_name);
    let detail = format!("{} · {}", position(exercise.position), read(&exercise.technical_name));
    let told = name.clone();
    let add = move |_| {
        draft.update(|draft| {
            draft.add(exercise);
        });
        let place = draft.read_untracked().blocks.len().to_string();
        runtime.announcement().set(fill(words::ADDED, &[("name", &told), ("n", &place)]));
    };
    view! {
        <li>
            <button type="button" class="row" on:click=add>
                <span class="row__lead">
                    <Glyph icon=Icon::Plus />
                </span>
                <span class="row__text">
                    <span class="only-heard">{say(words::ADD_THIS)}</span>
                    <span class="row__title">{name}</span>
                    <span class="row__detail">{detail}</span>
                </span>
            </button>
        </li>
    }
}
