//! A plan out of a link, a code or a file: what it says beside what somebody does now, and the
//! ways on from there.

use leptos::prelude::*;

use super::{
    exchange_line::PlanLine,
    exchange_words::{fault, nameless, refusal},
    found::date,
    today::GateNotice,
};
use crate::{
    app::{
        event::Event,
        exchange::ExchangeEvent,
        model::Model,
        view::{
            exchange::{SharedPlan, SharedView, TalkView},
            today::Gate,
        },
    },
    content::phrases::{self, shared_plan as words},
    domain::advice::{Fault, Name, PlanNote, Refused},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            dialog::Dialog,
            header::PageHeader,
            icon::Icon,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::WithSources,
        words::{fill, say},
    },
};

#[component]
pub(super) fn SharedPlanPage(data: String) -> impl IntoView {
    let shown = runtime().memo(Model::shared_view);
    let body = move || {
        shown.get().map(|shown| match shown {
            SharedView::Refused(why) => view! {
                <PageHeader title=say(words::REFUSED) />
                <Notice kind=NoticeKind::Warning title=refusal(why) urgent=true>
                    <p>{say(words::NOTHING_CHANGED)}</p>
                </Notice>
                <ButtonLink
                    label=say(phrases::app::TO_TODAY)
                    href=format!("#{}", Route::Today.path())
                    kind=ButtonKind::Primary
                />
            }
            .into_any(),
            SharedView::Plan(plan) => view! { <Told plan=*plan data=data.clone() /> }.into_any(),
        })
    };
    view! {
        <WithSources>
            <div class="page">{body}</div>
        </WithSources>
    }
}

#[component]
fn Told(plan: SharedPlan, data: String) -> impl IntoView {
    let SharedPlan { whose, note, talk, lines, refused, faults, gate, holds } = plan;
    let title = whose.as_ref().map(Name::as_str);
    let title =
        title.map_or_else(|| say(words::TITLE), |name| fill(words::WHOSE, &[("name", name)]));
    let said = talk.clone().map(|TalkView { discussed, counts }| {
        let phrase = if counts { words::TALK } else { words::TALK_OLD };
        let parts = [("date", &*date(discussed.day)), ("name", discussed.name.as_str())];
        view! { <p>{fill(phrase, &parts)}</p> }
    });
    let note = note.as_ref().map(PlanNote::as_str).map(|note| {
        view! {
            <section class="card card--flat">
                <h2 class="card__title">{say(words::NOTE)}</h2>
                <p class="exchange__note">{note.to_owned()}</p>
            </section>
        }
    });
    let nothing = lines.is_empty();
    let shown = lines.into_iter().map(|line| view! { <PlanLine line /> }).collect_view();
    view! {
        <PageHeader title lead=say(words::LEAD) />
        {(gate != Gate::AskFirst).then(|| view! { <GateNotice /> })}
        {said}
        {note}
        <section class="section">
            <h2>{say(words::CHANGES)}</h2>
            {nothing.then(|| view! { <p>{say(words::NOTHING)}</p> })}
            <ul class="exchange__lines" role="list">{shown}</ul>
            <p class="note">{say(words::STAYS)}</p>
            <p class="note">{say(words::FREQUENCY)}</p>
        </section>
        <LeftOut refused faults />
        <Answer talk nothing holds />
        <section class="section">
            <p class="note">{say(words::EDIT_HINT)}</p>
            <ButtonLink
                label=say(words::EDIT)
                href=format!("#{}", Route::EditPlan(Some(data)).path())
                icon=Icon::Edit
            />
        </section>
    }
}

/// What is refused, with the reason.
#[component]
fn LeftOut(refused: Vec<Refused>, faults: Vec<Fault>) -> impl IntoView {
    if refused.is_empty() && faults.is_empty() {
        return ().into_any();
    }
    let lines = refused.into_iter().map(|Refused { exercise, fault: why }| {
        let name = if exercise.is_empty() { nameless() } else { exercise };
        view! { <li>{format!("{name}: {}.", fault(&why))}</li> }
    });
    let others = faults.into_iter().map(|why| view! { <li>{format!("{}.", fault(&why))}</li> });
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::REFUSED_TITLE)>
            <ul>{lines.collect_view()} {others.collect_view()}</ul>
        </Notice>
    }
    .into_any()
}

#[component]
fn Answer(talk: Option<TalkView>, nothing: bool, holds: bool) -> impl IntoView {
    let runtime = runtime();
    let asking = RwSignal::new(false);
    let tell = move |event| runtime.dispatch(Event::Exchange(event));
    let accept = move |talked| {
        asking.set(false);
        tell(ExchangeEvent::Accepted { talked });
    };
    let talk = talk.filter(|talk| talk.counts).map(|talk| talk.discussed);
    let asks = talk.is_some();
    let press = move |()| if asks { asking.set(true) } else { accept(false) };
    let dialog = talk.map(|talk| {
        let yes = fill(words::ASK_YES, &[("date", &date(talk.day))]);
        let actions = move || {
            view! {
                <Button label=say(words::ASK_NO) on_press=move |()| accept(false) />
                <Button
                    label=yes.clone()
                    kind=ButtonKind::Primary
                    on_press=move |()| accept(true)
                />
            }
        };
        view! {
            <Dialog
                id="talked"
                open=asking
                title=fill(words::ASK_TITLE, &[("name", talk.name.as_str())])
                on_close=move |()| asking.set(false)
                actions
            >
                <p>{say(words::ASK_TEXT)}</p>
            </Dialog>
        }
    });
    view! {
        <section class="section">
            {holds.then(|| view! { <p>{say(words::HOLDS)}</p> })}
            <div class="cluster">
                {(!nothing)
                    .then(|| {
                        view! {
                            <Button
                                label=say(words::ACCEPT)
                                kind=ButtonKind::Primary
                                icon=Icon::Check
                                on_press=press
                            />
                        }
                    })}
                <Button
                    label=say(words::DECLINE)
                    on_press=move |()| tell(ExchangeEvent::Declined)
                />
            </div>
            {dialog}
        </section>
    }
}
