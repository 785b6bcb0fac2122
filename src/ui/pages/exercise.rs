//! One exercise: how to do it, where to feel it, for whom not, and how much.

use leptos::prelude::*;

use super::{
    NotFound,
    exercise_parts::{Body, Cautions, Doses, Prerequisites, Sessions, Variants},
    library::level,
};
use crate::{
    app::view::reading::terms_in,
    content::{
        catalogue,
        phrases::{self, exercise as words},
        reading::reading,
    },
    domain::{
        exercise::{Exercise, ExerciseId},
        text::Bilingual,
    },
    route::Route,
    ui::{
        components::{
            disclosure::Disclosure,
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
        },
        motion::ShownMovement,
        picture::{PosePicture, Which},
        sources::{RuleTags, WithSources},
        words::{equipment, origin, read, say},
        words_things::position,
    },
};

#[component]
pub(super) fn ExercisePage(id: ExerciseId) -> impl IntoView {
    match catalogue().exercise(&id) {
        Some(exercise) => view! { <WithSources><Found exercise /></WithSources> }.into_any(),
        None => view! { <NotFound address=Route::Exercise(id).path() /> }.into_any(),
    }
}

#[component]
fn Found(exercise: &'static Exercise) -> impl IntoView {
    let back = BackLink {
        href: format!("#{}", Route::Library.path()),
        label: say(phrases::library::TITLE),
    };
    let needs = if exercise.equipment.is_empty() {
        say(phrases::today::NEEDS_NOTHING)
    } else {
        exercise.equipment.iter().copied().map(equipment).collect::<Vec<_>>().join(", ")
    };
    view! {
        <div class="page page--wide exercise">
            <PageHeader title=read(&exercise.plain_name) lead=read(&exercise.technical_name) back>
                <Terms exercise />
            </PageHeader>
            <Pictures exercise />
            <ul class="facts" role="list" aria-label=say(words::WHAT)>
                <li class="facts__fact"><Glyph icon=Icon::Person />{position(exercise.position)}</li>
                <li class="facts__fact"><Glyph icon=Icon::History />{level(exercise.level)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{needs}</li>
            </ul>
            <div class="split">
                <div class="stack exercise__how">
                    <section class="section">
                        <h2>{say(words::WHY)}</h2>
                        <p>{read(&exercise.why)}</p>
                    </section>
                    <section class="section">
                        <h2>{say(words::STEPS)}</h2>
                        <ol class="steps">
                            {exercise.steps.iter().map(|step| view! { <li><p>{read(step)}</p></li> }).collect_view()}
                        </ol>
                    </section>
                    <Feel exercise />
                    <section class="section">
                        <h2>{say(words::BREATHING)}</h2>
                        <p>{read(&exercise.breathing)}</p>
                    </section>
                    <Sentences title=say(words::CUES) texts=&exercise.cues />
                    <Sentences title=say(words::MISTAKES) texts=&exercise.mistakes />
                    <Prerequisites exercise />
                    <Cautions exercise />
                    <div>
                        <Variants title=say(words::EASIER) exercise variants=&exercise.easier />
                        <Variants title=say(words::HARDER) exercise variants=&exercise.harder />
                    </div>
                </div>
                <div class="stack">
                    <Doses exercise />
                    <Body exercise />
                    <Sessions exercise />
                    <section class="section">
                        <h2>{say(words::ORIGIN)}</h2>
                        <p class="exercise__origin">{origin(exercise.origin)}</p>
                        <RuleTags ids=&exercise.rules />
                    </section>
                </div>
            </div>
        </div>
    }
}

/// What the technical name means, word by word, where the glossary knows it.
#[component]
fn Terms(exercise: &'static Exercise) -> impl IntoView {
    let terms = terms_in(reading(), &exercise.technical_name);
    (!terms.is_empty()).then(|| {
        view! {
            <div class="exercise__terms">
                <Disclosure summary=say(words::TERMS)>
                    <dl class="glossary">
                        {terms
                            .into_iter()
                            .map(|term| {
                                view! {
                                    <div>
                                        <dt>{read(&term.name)}</dt>
                                        <dd>{read(&term.definition)}</dd>
                                    </div>
                                }
                            })
                            .collect_view()}
                    </dl>
                </Disclosure>
            </div>
        }
    })
}

/// The movement, and its first and last pose, each with its words under it.
#[component]
fn Pictures(exercise: &'static Exercise) -> impl IntoView {
    let last = exercise.poses.len().saturating_sub(1);
    let pose = |which, index: usize| {
        exercise.poses.get(index).map(|pose| {
            view! {
                <figure class="exercise__pose">
                    <PosePicture exercise which side=None />
                    <figcaption>{read(&pose.label)}</figcaption>
                </figure>
            }
        })
    };
    view! {
        <div class="exercise__pictures">
            <ShownMovement exercise />
            {pose(Which::Start, 0)}
            {(last > 0).then(|| pose(Which::End, last))}
        </div>
    }
}

#[component]
fn Feel(exercise: &'static Exercise) -> impl IntoView {
    view! {
        <section class="exercise__feel">
            <div class="feel feel--here">
                <Glyph icon=Icon::Check />
                <h2>{say(words::FEEL)}</h2>
                <p>{read(&exercise.feel)}</p>
            </div>
            <div class="feel feel--not-here">
                <Glyph icon=Icon::Close />
                <h2>{say(words::NOT_FEEL)}</h2>
                <p>{read(&exercise.not_feel)}</p>
            </div>
        </section>
    }
}

#[component]
fn Sentences(title: String, texts: &'static [Bilingual]) -> impl IntoView {
    (!texts.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{title}</h2>
                <ul>{texts.iter().map(|text| view! { <li>{read(text)}</li> }).collect_view()}</ul>
            </section>
        }
    })
}
