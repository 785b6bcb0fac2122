//! A session before it starts: what it holds, what it needs, and what to know first.

use leptos::prelude::*;

use super::{
    NotFound,
    for_you::ForYouNotice,
    partner::Company,
    stage_gate::GateOfStage,
    today::{GateNotice, session_name},
};
use crate::{
    app::view::today::{Prescribed, SessionCard},
    content::phrases::{self, session as words},
    domain::{body::Side, dose::Protocol, programme::SessionId},
    route::Route,
    ui::{
        components::{
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
        },
        picture::PosePair,
        runtime::runtime,
        sources::{DoseButton, WithSources},
        words::{duration as duration_words, equipment, fill, minutes, read, say},
    },
};

#[component]
pub(super) fn SessionPage(id: SessionId) -> impl IntoView {
    let runtime = runtime();
    let address = Route::Session(id.clone()).path();
    let found = runtime.memo(move |model, now| model.session_card(&id, now));
    move || match found.get() {
        Some(card) => view! { <WithSources><Outline card /></WithSources> }.into_any(),
        None => view! { <NotFound address=address.clone() /> }.into_any(),
    }
}

#[component]
fn Outline(card: SessionCard) -> impl IntoView {
    let runtime = runtime();
    let SessionCard { programme, outline, lasts, needs, open, gate, .. } = card;
    let blocks = runtime.memo(move |model, now| model.blocks(outline, now));
    // What is locked as a whole says so; what would change about it is for the day it opens.
    let locked = gate.as_ref().is_some_and(|gate| gate.closed);
    let needs = if needs.is_empty() {
        say(phrases::today::NEEDS_NOTHING)
    } else {
        needs.into_iter().map(equipment).collect::<Vec<_>>().join(", ")
    };
    let contacts = (outline.ground_contacts > 0)
        .then(|| fill(words::CONTACTS, &[("n", &outline.ground_contacts.to_string())]));
    let back = BackLink { href: "#/".to_owned(), label: say(phrases::nav::TODAY) };
    let check = format!("#{}", Route::Check(outline.id.clone()).path());
    view! {
        <div class="page">
            <PageHeader title=session_name(programme, &read(&outline.name)) back lead=read(&programme.for_whom) />
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{needs}</li>
                {contacts.map(|text| view! { <li class="facts__fact"><Glyph icon=Icon::Info />{text}</li> })}
            </ul>
            <GateNotice />
            {gate.map(|gate| view! { <GateOfStage gate /> })}
            {(!locked).then(|| view! { <ForYouNotice outline /> })}
            {open.then(|| view! { <Company id=outline.id.clone() /> })}
            {open
                .then(|| {
                    view! {
                        <a class="button button--primary button--big" href=check>
                            {say(words::START)}
                        </a>
                    }
                })}
            <p class="note">{say(words::SOUND_HINT)}</p>
            <section class="section">
                <h2>{say(words::BLOCKS)}</h2>
                <ol class="rows" role="list">
                    {move || {
                        let rows = blocks.get().into_iter();
                        rows.map(|block| view! { <BlockRow block /> }).collect_view()
                    }}
                </ol>
            </section>
        </div>
    }
}

#[component]
fn BlockRow(block: Prescribed) -> impl IntoView {
    let Prescribed { exercise, protocol, sided, only, effort_most, sources } = block;
    let href = format!("#{}", Route::Exercise(exercise.id.clone()).path());
    let dose = dose_with_effort(&protocol, sided, effort_most);
    let dose = match only {
        Some(Side::Left) => fill(phrases::routine::ONE_SIDE, &[("dose", &dose)]),
        Some(Side::Right) => fill(phrases::routine::OTHER_SIDE, &[("dose", &dose)]),
        None => dose,
    };
    view! {
        <li class="rows__dosed">
            <a class="row" href=href>
                <span class="row__picture">
                    <PosePair exercise side=None />
                </span>
                <span class="row__text">
                    <span class="row__title">{read(&exercise.plain_name)}</span>
                </span>
                <Glyph icon=Icon::Chevron />
            </a>
            // Beside the link, because a press on it opens something else.
            <DoseButton dose sources />
        </li>
    }
}

/// The same, and how hard to push at most.
pub(super) fn dose_with_effort(protocol: &Protocol, sided: bool, effort: Option<u32>) -> String {
    let dose = dose_words(protocol, sided);
    let Some(effort) = effort else { return dose };
    let parts = [("dose", &*dose), ("effort", &*effort.to_string())];
    fill(phrases::proposal::WITH_EFFORT, &parts)
}

/// "3 × 20 s per kant".
pub(super) fn dose_words(protocol: &Protocol, sided: bool) -> String {
    let reps_hold = |reps: u32, hold: u32| {
        fill(words::REPS_HOLD, &[("reps", &reps.to_string()), ("hold", &hold.to_string())])
    };
    let sets_reps = |sets: u32, reps: u32| {
        fill(words::SETS_REPS, &[("sets", &sets.to_string()), ("reps", &reps.to_string())])
    };
    let dose = match *protocol {
        Protocol::Static { reps, hold, .. } | Protocol::Hold { reps, hold, .. } => {
            reps_hold(reps, hold.0)
        }
        Protocol::Pnf { cycles, .. } => fill(words::CYCLES, &[("n", &cycles.to_string())]),
        Protocol::IsometricEndRange { passive, rounds, .. } => {
            fill(words::ROUNDS, &[("passive", &passive.0.to_string()), ("n", &rounds.to_string())])
        }
        Protocol::ControlledRotation { circles, .. } => {
            fill(words::CIRCLES, &[("n", &circles.to_string())])
        }
        Protocol::EndRangeLift { sets, reps, .. }
        | Protocol::Reps { sets, reps, .. }
        | Protocol::Dynamic { sets, reps, .. } => sets_reps(sets, reps),
        Protocol::Timed { duration } => duration_words(duration),
    };
    if sided { format!("{dose} {}", say(words::PER_SIDE)) } else { dose }
}
