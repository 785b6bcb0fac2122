//! What follows from a hip check or a mini-check: rotation first, the focus, what is left alone.

use leptos::prelude::*;

use super::selftests::side_words;
use crate::{
    app::view::receipts,
    content::phrases::selftest as words,
    domain::{
        body::HipMovement,
        programme::ProgrammeId,
        selftest::{Focus, HipDecision, Kind, RotationGate, RunnerCheck, SelfTest, TestId, Why},
    },
    route::Route,
    ui::{
        components::{
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{Receipts, RuleTag},
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn Decision(decision: HipDecision, test: &'static SelfTest) -> impl IntoView {
    let maintenance = decision.is_maintenance();
    let HipDecision { gate, focus, excluded, to_be_checked, .. } = decision;
    let name = move |movement: HipMovement| {
        test.movement(movement).map(|text| read(&text.plain_name)).unwrap_or_default()
    };
    let gate = match gate {
        RotationGate::Open => None,
        RotationGate::Closed => Some((words::ROTATION_FIRST, words::ROTATION_FIRST_TEXT)),
        RotationGate::Untested => Some((words::ROTATION_UNTESTED, words::ROTATION_UNTESTED_TEXT)),
    };
    let gate = gate.map(|(title, text)| {
        view! {
            <Notice title=say(title)>
                <p>{say(text)}</p>
                <RuleTag id="R1.11".to_owned() />
            </Notice>
        }
    });
    let checked = (!to_be_checked.is_empty()).then(|| {
        view! { <Notice kind=NoticeKind::Warning title=say(words::HAVE_CHECKED)><p>{say(words::HAVE_CHECKED_TEXT)}</p></Notice> }
    });
    let rows = focus.into_iter().map(|one| focus_row(&one, &name(one.movement))).collect_view();
    let mut left_rules: Vec<&str> =
        excluded.iter().flat_map(|one| receipts::left_alone(one.why)).copied().collect();
    left_rules.sort_unstable();
    left_rules.dedup();
    let left_alone = excluded.into_iter().map(|one| {
        let why = say(match one.why {
            Why::Painful => words::EXCLUDED_PAIN,
            Why::SideOfHip => words::EXCLUDED_SIDE,
            Why::Build => words::EXCLUDED_BUILD,
        });
        let title = format!("{}, {}", name(one.movement), side_words(one.side).to_lowercase());
        view! { <Row title detail=why /> }
    });
    let left_alone: Vec<_> = left_alone.collect();
    let left_alone = (!left_alone.is_empty()).then(|| {
        view! {
            <h3>{say(words::LEFT_ALONE)}</h3>
            <Rows>{left_alone}</Rows>
            <Receipts rules=left_rules />
        }
    });
    let work = if maintenance {
        view! {
            <p>{say(words::MAINTENANCE)}</p>
            <Rows>
                {programme_row("P6")}
                {programme_row("P3")}
                {programme_row("P5")}
            </Rows>
        }
        .into_any()
    } else {
        view! {
            <p>{say(words::FOCUS)}</p>
            <Rows>{rows}</Rows>
            <p class="note">{say(words::ALWAYS_ROTATIONS)}</p>
            <Receipts rules=receipts::CLASSES />
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{say(words::MEANS)}</h2>
            {checked}
            {gate}
            {work}
            {left_alone}
        </section>
    }
}

/// A movement to work on, its weak side first, and the exercise for it.
fn focus_row(focus: &Focus, movement: &str) -> impl IntoView + use<> {
    let exercise = runtime().peek(|model| model.catalogue.exercise(&focus.exercise));
    let name = exercise.map(|exercise| read(&exercise.plain_name)).unwrap_or_default();
    let kind = say(match focus.kind {
        Kind::Space => words::SPACE,
        Kind::Control => words::CONTROL,
    });
    let sides = match (focus.weaker, &focus.sides[..]) {
        (Some(weaker), _) => {
            fill(words::WEAKER_FIRST, &[("side", &side_words(weaker).to_lowercase())])
        }
        (None, [side]) => side_words(*side),
        _ => say(words::BOTH_ALIKE),
    };
    let detail = format!("{kind} {sides}");
    let title = fill(words::FOCUS_ROW, &[("movement", movement), ("exercise", &name)]);
    let href = format!("#{}", Route::Exercise(focus.exercise.clone()).path());
    view! { <Row title detail href /> }
}

fn programme_row(id: &str) -> impl IntoView + use<> {
    let id = ProgrammeId(id.to_owned());
    let programmes = runtime().peek(|model| &model.catalogue.programmes);
    let programme = programmes.iter().find(|programme| programme.id == id);
    let href = format!("#{}", Route::Programme(id.clone()).path());
    programme.map(|programme| {
        view! { <Row title=read(&programme.plain_name) detail=read(&programme.for_whom) href /> }
    })
}

/// X39, and the tests that answer what somebody did not know (4.1).
#[component]
pub(super) fn RunnerNext(check: RunnerCheck) -> impl IntoView {
    let catalogue = runtime().peek(|model| model.catalogue);
    let unsure = [
        (check.is_unsure_of_pelvis(), TestId::OneLegStand),
        (check.is_unsure_of_knee(), TestId::SingleLegSquat),
    ];
    let rows = unsure.into_iter().filter(|(unsure, _)| *unsure).filter_map(|(_, id)| {
        let test = catalogue.selftest(id)?;
        let href = format!("#{}", Route::Test(id).path());
        Some(view! { <Row title=read(&test.plain_name) detail=read(&test.why) href /> })
    });
    let rows: Vec<_> = rows.collect();
    let tests = (!rows.is_empty()).then(|| {
        view! {
            <p>{say(words::UNSURE)}</p>
            <Rows>{rows}</Rows>
        }
    });
    view! {
        <section class="section">
            <h2>{say(words::MEANS)}</h2>
            {tests}
            <Rows>{programme_row("P5")}</Rows>
            <RuleTag id="X39".to_owned() />
        </section>
    }
}
