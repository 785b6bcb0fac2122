//! Snapshots of before, each with the way back to it; and deleting everything, with or without them.

use leptos::prelude::*;

use crate::{
    app::{
        backup::{BackupEvent, Net},
        event::Event,
        model::Model,
    },
    archive::before::{About, Why},
    browser::intl::{self, DateStyle},
    content::phrases::{common, keeping, safety_net as words},
    domain::time::Day,
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
            icon::Icon,
            notice::{Notice, NoticeKind},
            row::Rows,
            switch::Switch,
        },
        runtime::runtime,
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn SafetyNet() -> impl IntoView {
    let runtime = runtime();
    let net = runtime.memo(|model, _| model.backups.net.clone());
    let asked = RwSignal::new(None::<About>);
    let dropping = RwSignal::new(false);
    let list = move || match net.get() {
        Net::Unread => ().into_any(),
        Net::Missing => view! { <p>{say(words::MISSING)}</p> }.into_any(),
        net @ Net::Open(_) => {
            let snapshots = net.snapshots();
            if snapshots.is_empty() {
                return view! { <p class="note">{say(words::EMPTY)}</p> }.into_any();
            }
            let rows = snapshots
                .into_iter()
                .map(|about| view! { <Snapshot about on_press=move |()| asked.set(Some(about)) /> })
                .collect_view();
            view! {
                <Rows>{rows}</Rows>
                <p>
                    <Button
                        label=say(words::DROP)
                        kind=ButtonKind::Quiet
                        icon=Icon::Trash
                        on_press=move |()| dropping.set(true)
                    />
                </p>
            }
            .into_any()
        }
    };
    let put_back = move |()| {
        if let Some(about) = asked.get_untracked() {
            asked.set(None);
            runtime.dispatch(Event::Backup(BackupEvent::AskedToPutBack(about.name())));
        }
    };
    let title = move || {
        asked.get().map_or_else(String::new, |about| {
            fill(words::PUT_BACK_TITLE, &[("date", &moment(about.at))])
        })
    };
    let put_back_actions = move || {
        view! {
            <Button label=say(common::CANCEL) kind=ButtonKind::Quiet on_press=move |()| asked.set(None) />
            <Button label=say(words::PUT_BACK) kind=ButtonKind::Primary on_press=put_back />
        }
    };
    let drop_actions = move || {
        view! {
            <Button label=say(common::CANCEL) kind=ButtonKind::Quiet on_press=move |()| dropping.set(false) />
            <Button
                label=say(words::DROP_YES)
                kind=ButtonKind::Danger
                on_press=move |()| {
                    dropping.set(false);
                    runtime.dispatch(Event::Backup(BackupEvent::AskedToDropNet));
                }
            />
        }
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::TITLE)}</h2>
            <p>{say(words::TEXT)}</p>
            {list}
            <Dialog
                id="put-back"
                open=Signal::derive(move || asked.read().is_some())
                title=Signal::derive(title)
                on_close=move |()| asked.set(None)
                actions=put_back_actions
            >
                <p>{say(words::PUT_BACK_TEXT)}</p>
            </Dialog>
            <Dialog
                id="drop-net"
                open=dropping
                title=say(words::DROP_TITLE)
                on_close=move |()| dropping.set(false)
                actions=drop_actions
            >
                <p>{say(words::DROP_TEXT)}</p>
            </Dialog>
        </section>
    }
}

#[component]
fn Snapshot(about: About, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let why = say(match about.why {
        Why::Import => words::IMPORT,
        Why::Replace => words::REPLACE,
        Why::Erase => words::ERASE,
        Why::PutBack => words::PUT_BACK_WHY,
        Why::Update => words::UPDATE,
    });
    let sessions = match about.sessions {
        1 => say(words::SESSION_ONE),
        many => fill(words::SESSIONS, &[("n", &many.to_string())]),
    };
    view! {
        <li class="row">
            <span class="row__text">
                <span class="row__title">{why}</span>
                <span class="row__detail">{moment(about.at)} " · " {sessions}</span>
            </span>
            <span class="row__end">
                <Button label=say(words::PUT_BACK) on_press />
            </span>
        </li>
    }
}

/// In the words of the clock on the wall.
fn moment(wall: i64) -> String {
    let offset = runtime().moment().offset;
    let day = intl::date(Day::of(wall, offset), language(), DateStyle::Short);
    format!("{day}, {}", intl::time_of_day(wall, offset, language()))
}

/// Asked once, with the way to keep it beside it.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let runtime = runtime();
    let open = RwSignal::new(false);
    let for_good = RwSignal::new(false);
    let net = runtime.memo(|model: &Model, _| matches!(model.backups.net, Net::Open(_)));
    let erase = move |()| {
        open.set(false);
        runtime.dispatch(if for_good.get_untracked() {
            Event::Backup(BackupEvent::DeletedForGood)
        } else {
            Event::DeletedEverything
        });
        for_good.set(false);
    };
    let actions = move || {
        view! {
            <Button label=say(keeping::ERASE_YES) kind=ButtonKind::Danger on_press=erase />
            <Button
                label=say(keeping::EXPORT_FIRST)
                icon=Icon::Download
                on_press=move |()| runtime.dispatch(Event::ClickedExport)
            />
            <Button label=say(common::CANCEL) on_press=move |()| open.set(false) />
        }
    };
    let way_back = move || {
        if net.get() {
            view! {
                <p>{say(words::ERASE_ASK)}</p>
                <Switch
                    label=say(words::ERASE_TOO)
                    hint=say(words::ERASE_TOO_HINT)
                    on=for_good
                    on_change=move |on| for_good.set(on)
                />
            }
            .into_any()
        } else {
            let title = say(words::ERASE_ASK_MISSING);
            view! { <Notice kind=NoticeKind::Warning title /> }.into_any()
        }
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(keeping::ERASE)}</h2>
            <p>{say(keeping::ERASE_TEXT)}</p>
            <p>
                <Button
                    label=say(keeping::ERASE_BUTTON)
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    on_press=move |()| open.set(true)
                />
            </p>
            <Dialog id="erase" open title=say(keeping::ERASE_TITLE) on_close=move |()| open.set(false) actions>
                <div class="stack">
                    {way_back}
                    <p class="note">{say(words::OWN_FILE_STAYS)}</p>
                </div>
            </Dialog>
        </section>
    }
}
