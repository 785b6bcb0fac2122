//! The gate before a later stage: each measure, met or not yet, with the test that shows it.

use leptos::prelude::*;

use crate::{
    app::view::{exercise::Source, gates::StageGate},
    content::phrases::{stage_gate as words, stage_need as needs},
    domain::progress::Need,
    route::Route,
    ui::{
        components::{
            disclosure::Disclosure,
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{RuleTag, said_by},
        words::{fill, read, say},
    },
};

/// On the page of the session.
#[component]
pub(super) fn GateOfStage(gate: StageGate) -> impl IntoView {
    let tags = gate.stage.rules.iter().map(|id| view! { <RuleTag id=(*id).to_owned() /> });
    let tags = tags.collect_view();
    let kind = if gate.closed { NoticeKind::Warning } else { NoticeKind::Information };
    let (title, text) = (title(&gate), text(&gate));
    view! {
        <section class="section">
            <Notice kind title>
                <p>{text}</p>
            </Notice>
            <Measures gate />
            <div class="cluster">{tags}</div>
        </section>
    }
}

/// On a card, folded, with how much of it is met.
#[component]
pub(super) fn GateInShort(gate: StageGate) -> impl IntoView {
    let rules = gate.stage.rules.iter().map(|id| Source::Rule((*id).to_owned()));
    let rules = said_by(&rules.collect::<Vec<_>>());
    let (met, all) = (gate.met().to_string(), gate.needs.len().to_string());
    let summary =
        format!("{}: {}", title(&gate), fill(words::COUNT, &[("met", &met), ("all", &all)]));
    let text = text(&gate);
    view! {
        <Disclosure summary>
            <p>{text}</p>
            <Measures gate />
            <p class="note">{rules}</p>
        </Disclosure>
    }
}

fn title(gate: &StageGate) -> String {
    say(if gate.closed { words::CLOSED } else { words::ADVICE })
}

fn text(gate: &StageGate) -> String {
    say(if gate.needs == [(Need::MayJump, false)] {
        words::FORBIDDEN
    } else if gate.waits_for_yes() {
        words::READY
    } else if gate.closed {
        words::CLOSED_TEXT
    } else {
        words::ADVICE_TEXT
    })
}

#[component]
fn Measures(gate: StageGate) -> impl IntoView {
    let rows = gate.needs.into_iter().map(|(need, met)| {
        let icon = if met { Icon::Check } else { Icon::Minus };
        let (detail, href) = if met { (say(words::MET), None) } else { way(need) };
        let href = MaybeProp::from(href);
        view! { <Row title=need_words(need) detail href lead=move || view! { <Glyph icon /> } /> }
    });
    view! { <Rows>{rows.collect_view()}</Rows> }
}

/// What to do about a measure that is not met yet.
fn way(need: Need) -> (String, Option<String>) {
    if need == Need::MayJump {
        return (say(words::TO_ANSWERS), Some(format!("#{}", Route::Screening.path())));
    }
    if need == Need::Things {
        return (say(words::TO_THINGS), Some(format!("#{}", Route::Plan.path())));
    }
    let Some(id) = need.test() else { return (say(words::NOT_YET), None) };
    let test = runtime().peek(|model| model.catalogue.selftest(id));
    let name = test.map(|test| read(&test.plain_name)).unwrap_or_default();
    let detail = fill(words::TO_TEST, &[("test", &name)]);
    (detail, Some(format!("#{}", Route::Test(id).path())))
}

fn need_words(need: Need) -> String {
    let count = |phrase, count: &dyn ToString| fill(phrase, &[("n", &count.to_string())]);
    say(match need {
        Need::Sessions(sessions) => return count(needs::SESSIONS, &sessions),
        Need::Weeks(weeks) => return count(needs::WEEKS, &weeks),
        Need::PainAtMost(most) => return count(needs::PAIN, &most),
        Need::SidePlank => needs::SIDE_PLANK,
        Need::FireHydrant => needs::FIRE_HYDRANT,
        Need::OneLegStand => needs::ONE_LEG_STAND,
        Need::SingleLegSquat => needs::SINGLE_LEG_SQUAT,
        Need::StepDowns => needs::STEP_DOWNS,
        Need::SplitSquat => needs::SPLIT_SQUAT,
        Need::Landing => needs::LANDING,
        Need::SettledTwice => needs::SETTLED,
        Need::MayJump => needs::MAY_JUMP,
        Need::CleanLandings => needs::CLEAN_LANDINGS,
        Need::HeelToButtock => needs::HEEL_TO_BUTTOCK,
        Need::LungeThreeTimes => needs::LUNGE,
        Need::Rotation => needs::ROTATION,
        Need::FocusSpace => needs::FOCUS_SPACE,
        Need::CleanTwice => needs::CLEAN_TWICE,
        Need::Bridge => needs::BRIDGE,
        Need::Things => needs::THINGS,
    })
}
