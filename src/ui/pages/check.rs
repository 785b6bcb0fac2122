//! The daily check before every session, on one screen: D1 to D3, and what this session asks more.

use leptos::prelude::*;

use super::{
    NotFound,
    check_more::{More, MoreQuestions, Morning, ReferralNotice, SoreNotice, question, yes_no},
    history,
    partner::Company,
    spell::SpellCard,
    stage_gate::GateOfStage,
    today::GateNotice,
};
use crate::{
    app::{event::Event, view::receipts},
    browser::random,
    content::phrases::{self, check as words},
    domain::{
        body::{BodyPart, Score as Mark},
        clearance::{DailyCheck, Readiness},
        programme::SessionId,
        screening::Light,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            choice::{Choice, ChooseOne},
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::{Notice, NoticeKind},
            score::Score,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{read, say},
    },
};

#[component]
pub(super) fn Check(id: SessionId) -> impl IntoView {
    let runtime = runtime();
    if runtime.peek(|model| model.outline_of(&id, runtime.moment())).is_none() {
        return view! { <NotFound address=Route::Check(id).path() /> }.into_any();
    }
    let session = id.clone();
    let open = runtime.memo(move |model, now| model.may_check(&session, now));
    let session = id.clone();
    let waits = runtime.memo(move |model, now| model.stage_gate(&session, now));
    let back = BackLink {
        href: format!("#{}", Route::Session(id.clone()).path()),
        label: runtime.peek(|model| history::name(&model.named(&id))),
    };
    let questions = move || {
        let id = id.clone();
        if open.get() {
            view! { <Questions id /> }.into_any()
        } else {
            let gate = waits.get().filter(|gate| gate.closed);
            view! {
                <GateNotice />
                <SpellCard />
                {gate.map(|gate| view! { <GateOfStage gate /> })}
            }
            .into_any()
        }
    };
    view! {
        <WithSources>
            <div class="page safety">
                <PageHeader title=say(words::TITLE) back />
                {questions}
            </div>
        </WithSources>
    }
    .into_any()
}

#[component]
fn Questions(id: SessionId) -> impl IntoView {
    let runtime = runtime();
    let pain = RwSignal::new(None::<u8>);
    let place = RwSignal::new(None::<BodyPart>);
    let sharp = RwSignal::new(None::<bool>);
    let news = RwSignal::new(None::<bool>);
    let missing = RwSignal::new(false);
    let asked = runtime.peek(|model| model.asked(&id, runtime.moment()));
    let more = More::new(asked);
    let company = id.clone();
    let start = move |()| {
        let answers =
            (pain.get_untracked().and_then(Mark::new), sharp.get_untracked(), news.get_untracked());
        let (Some(pain), Some(sharp), Some(news)) = answers else {
            missing.set(true);
            return;
        };
        if !more.is_answered() {
            missing.set(true);
            return;
        }
        let check = DailyCheck {
            pain,
            place: place.get_untracked(),
            sharp,
            news,
            sport: more.sport(),
            soreness: more.soreness(),
            stiffness: more.stiffness(),
        };
        let mut chance = [0; 10];
        random::fill(&mut chance);
        runtime.dispatch(Event::AnsweredDailyCheck { session: id.clone(), check, chance });
    };
    let amber = Memo::new(move |_| matches!(pain.get(), Some(4..=5)));
    // Said before it is done: what these answers change about the session.
    let notices = move || {
        let lighter = amber.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Warning title=say(words::AMBER_TITLE)>
                    <p>{say(words::AMBER_TEXT)}</p>
                    <Receipts rules=receipts::PAIN_ZONES />
                </Notice>
            }
        });
        let anew = news.get().unwrap_or_default().then(|| {
            view! {
                <Notice kind=NoticeKind::Warning title=say(words::NEWS_TITLE)>
                    <p>{say(words::NEWS_TEXT)}</p>
                    <Receipts rules=receipts::QUESTIONS_AGAIN />
                </Notice>
            }
        });
        let sore = more.is_sore().then(|| view! { <SoreNotice /> });
        view! { {anew} {lighter} {sore} }
    };
    let go = move || {
        say(if news.get() == Some(true) {
            phrases::today::ANSWER_NOW
        } else if amber.get() || more.is_sore() {
            words::AMBER_GO
        } else {
            words::GO
        })
    };
    let hurts = Memo::new(move |_| pain.get().is_some_and(|pain| pain > 0));
    view! {
        <div class="safety__questions">
            {asked.morning.map(|of| view! { <Morning of /> })}
            <div class="card safety__question">
                <Score
                    name="pain"
                    legend=question("D1")
                    least=say(words::NO_PAIN)
                    most=say(words::WORST_PAIN)
                    chosen=pain
                    on_choose=move |value| pain.set(Some(value))
                />
                {move || hurts.get().then(|| view! { <Place place /> })}
            </div>
            <div class="card safety__question">
                <ChooseOne
                    name="sharp"
                    legend=question("D2")
                    choices=yes_no()
                    chosen=sharp
                    on_choose=move |answer| sharp.set(Some(answer))
                    pair=true
                />
            </div>
            <div class="card safety__question">
                <ChooseOne
                    name="news"
                    legend=question("D3")
                    choices=yes_no()
                    chosen=news
                    on_choose=move |answer| news.set(Some(answer))
                    pair=true
                />
            </div>
            <MoreQuestions more />
            <Company id=company />
        </div>
        {notices}
        <Outcome />
        <div class="safety__actions">
            <p class="note" role="status">{move || missing.get().then(|| say(words::MISSING))}</p>
            <Button label=Signal::derive(go) kind=ButtonKind::Primary big=true icon=Icon::Play on_press=start />
        </div>
    }
}

#[component]
fn Place(place: RwSignal<Option<BodyPart>>) -> impl IntoView {
    let choices = vec![
        Choice::new(BodyPart::HipLeft, say(words::HIP_LEFT)),
        Choice::new(BodyPart::HipRight, say(words::HIP_RIGHT)),
        Choice::new(BodyPart::LowBack, say(words::LOW_BACK)),
        Choice::new(BodyPart::Knee, say(words::KNEE)),
        Choice::new(BodyPart::Other, say(words::OTHER)),
    ];
    view! {
        <ChooseOne
            name="place"
            legend=say(words::PLACE)
            choices
            chosen=place
            on_choose=move |chosen| place.set(Some(chosen))
            pair=true
        />
    }
}

/// What the answers came to, when they do not lead straight into the session (3.4).
#[component]
fn Outcome() -> impl IntoView {
    let runtime = runtime();
    let outcome = runtime.memo(|model, _| model.check_outcome());
    let words_of = move |light: Light| {
        runtime.peek(|model| {
            let found = model.catalogue.lights.iter().find(|text| text.light == light);
            found.map(|text| (read(&text.title), read(&text.text))).unwrap_or_default()
        })
    };
    let red = move |light: Light, rules: receipts::Rules| {
        let (title, text) = words_of(light);
        let a_break = format!("#{}", Route::Session(SessionId("P4-break".to_owned())).path());
        view! {
            <Notice kind=NoticeKind::Stop title urgent=true>
                <p>{text}</p>
                <Receipts rules />
                <p class="cluster">
                    <a class="button button--secondary" href=a_break>{say(words::RED_BREAK)}</a>
                    <a class="button button--quiet" href="#/veilig">{say(phrases::nav::SAFETY)}</a>
                </p>
            </Notice>
            <ReferralNotice />
        }
        .into_any()
    };
    move || match outcome.get() {
        None | Some(Readiness::AskAgain) => ().into_any(),
        // Only left here when nothing of this session is left today.
        Some(Readiness::Normal) => {
            let nothing = say(phrases::day::NOTHING_LEFT);
            view! {
                <Notice kind=NoticeKind::Warning title=nothing urgent=true>
                    <Receipts rules=receipts::NOTHING_LEFT />
                </Notice>
            }
            .into_any()
        }
        Some(it @ Readiness::RedToday { sharp: true }) => red(Light::RedToday, receipts::today(it)),
        Some(it @ Readiness::RedToday { sharp: false }) => {
            red(Light::RedTodayPain, receipts::today(it))
        }
        // Only left here when the lighter version of this session is empty.
        Some(it @ Readiness::AmberToday) => view! {
            <Notice kind=NoticeKind::Warning title=say(words::NOTHING_LEFT) urgent=true>
                <Receipts rules=receipts::today(it) />
            </Notice>
        }
        .into_any(),
    }
}
