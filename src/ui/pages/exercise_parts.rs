//! Parts of an exercise's page: what it asks of somebody, and its numbers with their sources.

use leptos::prelude::*;

use crate::{
    app::view::exercise::{DoseLine, dose_lines, sessions_with},
    content::{catalogue, phrases::exercise as words},
    domain::{
        body::Side,
        dose::Dose,
        exercise::{Adaptation, Exercise, ExerciseId, PrerequisiteKind, Variant},
        figure::drawing::frame,
    },
    route::Route,
    ui::{
        components::{
            disclosure::Disclosure,
            figure::Figure,
            row::{Row, Rows},
        },
        sources::{NumberSource, RuleTags},
        words::{condition, equipment, fill, read, say},
        words_things::{amount, dose_number, mode, movement, muscle, range, sides},
    },
};

#[component]
pub(super) fn Prerequisites(exercise: &'static Exercise) -> impl IntoView {
    let wanted = exercise.prerequisites.iter().map(|wanted| {
        let practised = match wanted.kind {
            PrerequisiteKind::ExerciseMastered | PrerequisiteKind::ExercisePractised => {
                ExerciseId::new(&wanted.target)
            }
            PrerequisiteKind::Criterion | PrerequisiteKind::Gate => None,
        };
        let link = practised.map(|id| view! { " " <ExerciseLink id says=words::SEE_EXERCISE /> });
        view! { <li>{read(&wanted.text)}{link}</li> }
    });
    (!exercise.prerequisites.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{say(words::PREREQUISITES)}</h2>
                <ul>{wanted.collect_view()}</ul>
            </section>
        }
    })
}

#[component]
pub(super) fn Cautions(exercise: &'static Exercise) -> impl IntoView {
    let none = exercise.skip_if.is_empty() && exercise.adapt_if.is_empty();
    let skips = exercise.skip_if.iter().map(|&one| view! { <li>{condition(one)}</li> });
    let adaptations = exercise.adapt_if.iter().map(|adaptation| view! { <Adapted adaptation /> });
    (!none).then(|| {
        view! {
            <section class="section">
                <h2>{say(words::CAUTIONS)}</h2>
                {(!exercise.skip_if.is_empty())
                    .then(|| {
                        view! {
                            <h3>{say(words::SKIP_TITLE)}</h3>
                            <ul>{skips.collect_view()}</ul>
                        }
                    })}
                {(!exercise.adapt_if.is_empty())
                    .then(|| {
                        view! {
                            <h3>{say(words::ADAPT_TITLE)}</h3>
                            <dl class="glossary">{adaptations.collect_view()}</dl>
                        }
                    })}
            </section>
        }
    })
}

#[component]
fn Adapted(adaptation: &'static Adaptation) -> impl IntoView {
    let swap =
        adaptation.swap.clone().map(|id| view! { " " <ExerciseLink id says=words::INSTEAD /> });
    view! {
        <div>
            <dt>{condition(adaptation.condition)}</dt>
            <dd>{read(&adaptation.text)}{swap}</dd>
        </div>
    }
}

#[component]
pub(super) fn Variants(
    title: String,
    exercise: &'static Exercise,
    variants: &'static [Variant],
) -> impl IntoView {
    let all = variants.iter().map(move |variant| {
        view! {
            <div>
                <dt>{read(&variant.name)}</dt>
                <dd>
                    {read(&variant.change)}<RuleTags ids=&variant.rules />
                    <VariantPictures exercise variant />
                </dd>
            </div>
        }
    });
    (!variants.is_empty()).then(|| {
        view! {
            <Disclosure summary=title>
                <dl class="glossary">{all.collect_view()}</dl>
            </Disclosure>
        }
    })
}

/// The first and the last pose of a variant that looks different from its exercise.
#[component]
fn VariantPictures(exercise: &'static Exercise, variant: &'static Variant) -> impl IntoView {
    let side = exercise.unilateral.then_some(Side::Right);
    let pictures = frame(&variant.poses, side).into_iter().zip(&variant.poses);
    let last = variant.poses.len().saturating_sub(1);
    let ends = pictures.enumerate().filter(|(index, _)| [0, last].contains(index));
    let shown = ends.map(|(_, (drawing, pose))| {
        view! {
            <figure class="exercise__pose">
                <Figure drawing label=String::new() />
                <figcaption>{read(&pose.label)}</figcaption>
            </figure>
        }
    });
    let shown = shown.collect_view();
    (!variant.poses.is_empty()).then(|| view! { <div class="exercise__pictures">{shown}</div> })
}

/// Every dose; the first is the one that sessions use unless they say otherwise, so it is open.
#[component]
pub(super) fn Doses(exercise: &'static Exercise) -> impl IntoView {
    let doses = exercise.doses.iter().enumerate().map(|(index, dose)| {
        view! {
            <Disclosure summary=mode(dose.protocol.mode()) open=index == 0>
                <DoseNumbers dose />
            </Disclosure>
        }
    });
    view! {
        <section class="card exercise__dose">
            <h2 class="card__title">{say(words::DOSES)}</h2>
            <p class="note">{say(words::DOSES_HINT)}</p>
            <div>{doses.collect_view()}</div>
        </section>
    }
}

#[component]
fn DoseNumbers(dose: &'static Dose) -> impl IntoView {
    let lines = dose_lines(dose).into_iter().map(|line| view! { <NumberLine line /> });
    view! {
        <p class="note">{sides(dose.sides)}</p>
        <dl class="doses">{lines.collect_view()}</dl>
        <p class="note">{say(words::DOSE_RULES)}</p>
        <RuleTags ids=&dose.rules />
        {(!dose.references.is_empty())
            .then(|| {
                view! {
                    <p class="note">{say(words::DOSE_REFERENCES)}</p>
                    <RuleTags ids=&dose.references />
                }
            })}
    }
}

#[component]
fn NumberLine(line: DoseLine) -> impl IntoView {
    let DoseLine { number, value, bounds } = line;
    let unit = number.unit();
    let alone = value.is_none();
    view! {
        <div>
            <dt>{dose_number(number)}</dt>
            {value
                .map(|value| {
                    view! {
                        <dd class="doses__value">
                            <span>{amount(value.value, unit)}</span>
                            <NumberSource source=value.source />
                        </dd>
                    }
                })}
            {bounds
                .map(|bounds| {
                    let range = range(bounds.value, unit);
                    let text = if alone { range } else { fill(words::MAY_BE, &[("range", &range)]) };
                    view! {
                        <dd class="doses__value" class:doses__value--bounds=!alone>
                            <span>{text}</span>
                            <NumberSource source=bounds.source />
                        </dd>
                    }
                })}
        </div>
    }
}

#[component]
pub(super) fn Body(exercise: &'static Exercise) -> impl IntoView {
    let list = |things: Vec<String>| {
        if things.is_empty() { say(words::NO_KIT) } else { things.join(", ") }
    };
    let line = |name: String, text: String| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{text}</dd>
            </div>
        }
    };
    let muscles = exercise.muscles.iter().copied().map(muscle).collect::<Vec<_>>();
    let movements = exercise.movements.iter().copied().map(movement).collect::<Vec<_>>();
    let kit = exercise.equipment.iter().copied().map(equipment).collect();
    let handy = exercise.optional_equipment.iter().copied().map(equipment).collect::<Vec<_>>();
    view! {
        <section class="section">
            <h2>{say(words::BODY)}</h2>
            <dl class="glossary">
                {(!muscles.is_empty()).then(|| line(say(words::MUSCLES), muscles.join(", ")))}
                {(!movements.is_empty()).then(|| line(say(words::MOVEMENTS), movements.join(", ")))}
                {line(say(words::KIT), list(kit))}
                {(!handy.is_empty()).then(|| line(say(words::KIT_OPTIONAL), handy.join(", ")))}
            </dl>
        </section>
    }
}

#[component]
pub(super) fn Sessions(exercise: &'static Exercise) -> impl IntoView {
    let sessions = sessions_with(catalogue(), &exercise.id);
    let none = sessions.is_empty();
    view! {
        <section class="section">
            <h2>{say(words::SESSIONS)}</h2>
            {if none {
                view! { <p class="note">{say(words::NO_SESSIONS)}</p> }.into_any()
            } else {
                view! {
                    <Rows>
                        {sessions
                            .into_iter()
                            .map(|(programme, session)| {
                                view! {
                                    <Row
                                        title=read(&session.name)
                                        detail=read(&programme.plain_name)
                                        href=format!("#{}", Route::Session(session.id.clone()).path())
                                    />
                                }
                            })
                            .collect_view()}
                    </Rows>
                }
                .into_any()
            }}
        </section>
    }
}

/// The way to another exercise, in a sentence with its name.
#[component]
fn ExerciseLink(id: ExerciseId, says: crate::content::phrases::Phrase) -> impl IntoView {
    catalogue().exercise(&id).map(|other| {
        let name = read(&other.plain_name);
        let href = format!("#{}", Route::Exercise(id).path());
        view! { <a href=href>{fill(says, &[("name", &name)])}</a> }
    })
}
