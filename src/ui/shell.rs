//! What stands around every page: the bar, the navigation, the messages, the live region.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    components::{
        bar::AppBar,
        button::{Button, ButtonKind},
        icon::Icon,
        navigation::{Navigation, Place},
        notice::{Notice, NoticeKind},
        toast::Toast,
    },
    pages::Page,
    runtime::{Runtime, runtime},
    words::{fill, say},
};
use crate::{
    app::{
        backup::NetNews,
        event::Event,
        model::{Storage, Toast as Message},
    },
    browser::document as page,
    content::phrases,
    domain::settings::{Hand, TextSize, Theme},
    route::Route,
};

#[component]
pub(super) fn App() -> impl IntoView {
    let runtime = runtime();
    let language = runtime.memo(|model, _| model.settings.language);
    dress(runtime);
    // All texts are read once: another language builds everything anew.
    move || {
        language.get();
        view! { <Shell /> }
    }
}

/// Keeps the attributes of `<html>` in line with the settings.
fn dress(runtime: Runtime) {
    let looks = runtime.memo(|model, _| {
        let settings = &model.settings;
        (settings.language, settings.theme, settings.text_size, settings.hand)
    });
    Effect::new(move || {
        let (language, theme, size, hand) = looks.get();
        page::set("lang", language.tag());
        page::set("data-theme", if theme == Theme::System { "" } else { theme.slug() });
        page::set("data-text-size", if size == TextSize::Normal { "" } else { size.slug() });
        page::set("data-hand", if hand == Hand::Left { "left" } else { "right" });
    });
}

#[component]
fn Shell() -> impl IntoView {
    let runtime = runtime();
    let route = runtime.memo(|model, _| model.route.clone());
    let alone = Memo::new(move |_| matches!(route.get(), Route::Player | Route::Welcome));
    let content = move || {
        let page = move || view! { <Page route=route.get() /> };
        if alone.get() {
            view! { <div id="main" tabindex="-1">{page}</div> }.into_any()
        } else {
            view! {
                <div class="shell">
                    <AppBar name=say(phrases::app::NAME) home="#/".to_owned()>
                        <a class="button button--quiet" href="#/veilig">{say(phrases::nav::SAFETY)}</a>
                    </AppBar>
                    <main class="shell__main" id="main" tabindex="-1">
                        <StorageNotice />
                        {page}
                    </main>
                    <Navigation label=say(phrases::nav::LABEL) places=Signal::derive(move || places(&route.get())) />
                </div>
            }
            .into_any()
        }
    };
    move_focus(route);
    view! {
        <a class="skip-link" href="#main" on:click=move |event| {
            event.prevent_default();
            page::focus("#main");
        }>{say(phrases::app::SKIP_TO_CONTENT)}</a>
        <p class="only-heard" role="status" aria-live="polite">{move || runtime.announcement().get()}</p>
        {content}
        <UpdateOffer />
        <Messages />
    }
}

/// On a new page the focus goes to its heading, where a reader begins; not on the first one.
fn move_focus(route: Memo<Route>) {
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            page::focus("main h1, #main h1");
        }
    });
}

fn places(route: &Route) -> Vec<Place> {
    let here = match route {
        Route::Library | Route::Exercise(_) => 1,
        Route::Reading | Route::Chapter(_) | Route::Rules | Route::Glossary | Route::Safety => 2,
        Route::History
        | Route::Record(_)
        | Route::AddRecord
        | Route::Decisions
        | Route::Help
        | Route::Insight(_) => 3,
        Route::Settings | Route::Data | Route::Health | Route::About => 4,
        _ => 0,
    };
    [
        (Route::Today, phrases::nav::TODAY, Icon::Home),
        (Route::Library, phrases::nav::LIBRARY, Icon::List),
        (Route::Reading, phrases::nav::READING, Icon::Book),
        (Route::History, phrases::nav::HISTORY, Icon::History),
        (Route::Settings, phrases::nav::SETTINGS, Icon::Gear),
    ]
    .into_iter()
    .enumerate()
    .map(|(index, (route, label, icon))| Place {
        href: format!("#{}", route.path()),
        label: say(label),
        icon,
        current: index == here,
    })
    .collect()
}

/// What went wrong with keeping, and the way out of it.
#[component]
fn StorageNotice() -> impl IntoView {
    #[derive(Clone, Copy, PartialEq)]
    enum Trouble {
        Blocked,
        Unreadable,
        Unkept { full: bool },
        Damaged,
    }
    let runtime = runtime();
    let trouble = runtime.memo(|model, _| match &model.storage {
        Storage::Blocked { .. } => Some(Trouble::Blocked),
        Storage::Unreadable(_) => Some(Trouble::Unreadable),
        Storage::Open { unkept, .. } if !unkept.writes.is_empty() => {
            Some(Trouble::Unkept { full: unkept.full })
        }
        Storage::Open { archive, .. } if archive.quarantined().next().is_some() => {
            Some(Trouble::Damaged)
        }
        Storage::Open { .. } => None,
    });
    let button = move |label: String, event: Event| {
        view! {
            <Button label kind=ButtonKind::Secondary on_press=move |()| runtime.dispatch(event.clone()) />
        }
    };
    move || {
        trouble.get().map(|trouble| match trouble {
            Trouble::Blocked => view! {
                <Notice kind=NoticeKind::Warning title=say(phrases::app::STORAGE_BLOCKED) urgent=true />
            }
            .into_any(),
            Trouble::Unreadable => view! {
                <Notice kind=NoticeKind::Stop title=say(phrases::app::STORAGE_UNREADABLE) urgent=true>
                    {button(say(phrases::app::SAVE_RAW), Event::ClickedSaveRaw)}
                    {button(say(phrases::app::START_AFRESH), Event::ChoseToStartAfresh)}
                </Notice>
            }
            .into_any(),
            Trouble::Unkept { full } => view! {
                <Notice
                    kind=NoticeKind::Stop
                    title=say(if full { phrases::app::NOT_KEPT_FULL } else { phrases::app::NOT_KEPT })
                    urgent=true
                >
                    {button(say(phrases::today::BACKUP_ACTION), Event::ClickedExport)}
                    {button(say(phrases::app::TRY_AGAIN), Event::ClickedTryAgain)}
                </Notice>
            }
            .into_any(),
            Trouble::Damaged => view! {
                <Notice kind=NoticeKind::Warning title=say(phrases::app::DAMAGED_KEPT) />
            }
            .into_any(),
        })
    }
}

/// Asked, never forced, and never while a session runs.
#[component]
fn UpdateOffer() -> impl IntoView {
    let runtime = runtime();
    let ready = runtime.memo(|model, _| model.may_update());
    move || {
        ready.get().then(|| {
            view! {
                <div class="toast" role="status">
                    <div class="toast__inside">
                        <p class="toast__text">{say(phrases::app::UPDATE_READY)}</p>
                        <Button
                            label=say(phrases::app::UPDATE_NOW)
                            kind=ButtonKind::Quiet
                            on_press=move |()| runtime.dispatch(Event::ClickedUpdate)
                        />
                    </div>
                </div>
            }
        })
    }
}

#[component]
fn Messages() -> impl IntoView {
    let runtime = runtime();
    let message = runtime.memo(|model, _| model.toast.clone());
    let text = move || {
        message.get().map(|message| match message {
            Message::Deleted(_) => say(phrases::app::DELETED),
            Message::DeletedRoutine(..) => say(phrases::routine::DELETED),
            Message::Kept => say(phrases::app::KEPT),
            Message::NotKept => say(phrases::app::NOT_KEPT_NEWER),
            Message::NotDownloaded => say(phrases::app::NOT_DOWNLOADED),
            Message::CameBack(count) => fill(phrases::app::CAME_BACK, &[("n", &count.to_string())]),
            Message::Imported(count) => fill(phrases::app::IMPORTED, &[("n", &count.to_string())]),
            Message::LedElsewhere => say(phrases::app::LED_ELSEWHERE),
            Message::TakenOver => say(phrases::app::TAKEN_OVER),
            Message::Erased => say(phrases::app::ERASED),
            Message::Replaced(count) => {
                fill(phrases::replacing::DONE, &[("n", &count.to_string())])
            }
            Message::Net(NetNews::PutBack) => say(phrases::safety_net::WAS_PUT_BACK),
            Message::Net(NetNews::NotPutBack) => say(phrases::safety_net::WAS_NOT_PUT_BACK),
            Message::Net(NetNews::Torn) => say(phrases::safety_net::NO_NET),
            Message::Net(NetNews::NotDropped) => say(phrases::safety_net::WAS_NOT_DROPPED),
            Message::Net(NetNews::Dropped) => say(phrases::safety_net::WAS_DROPPED),
            Message::Copied => say(phrases::parcel::COPIED),
            Message::NotCopied => say(phrases::parcel::NOT_COPIED),
            Message::StoppedPlan => say(phrases::advised_plan::STOPPED),
        })
    };
    // Long enough to reach the button; the same text stays in the page that it is about.
    Effect::new(move || {
        if message.get().is_some() {
            set_timeout(move || runtime.dispatch(Event::DismissedToast), Duration::from_secs(12));
        }
    });
    let can_undo = runtime.memo(|model, _| model.can_undo());
    let undo = move || can_undo.get().then(|| say(phrases::common::UNDO));
    view! {
        <Toast
            message=Signal::derive(text)
            undo=MaybeProp::derive(undo)
            on_undo=Callback::new(move |()| runtime.dispatch(Event::ClickedUndo))
        />
    }
}
