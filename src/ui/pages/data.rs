//! What is kept and where; taking it along, bringing it back, and erasing it.

use leptos::prelude::*;

use super::{import::Import, print_plan::PlanOnPaper};
use crate::{
    app::event::Event,
    browser::intl::{self, DateStyle},
    content::phrases::{self, keeping as words},
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn Data() -> impl IntoView {
    let back = BackLink { href: "#/instellingen".to_owned(), label: say(phrases::nav::SETTINGS) };
    view! {
        <div class="page settings">
            <PageHeader title=say(words::TITLE) back lead=say(words::LEAD) />
            <Here />
            <Export />
            <Import />
            <PlanOnPaper />
            <section class="settings__group">
                <h2 class="settings__title">{say(words::PRIVACY)}</h2>
                <p>{say(words::PRIVACY_DEVICE)}</p>
                <p>{say(words::PRIVACY_PEOPLE)}</p>
            </section>
            <Erase />
        </div>
    }
}

#[component]
fn Here() -> impl IntoView {
    let kept = runtime().memo(crate::app::model::Model::kept);
    let sessions = move || match kept.get().sessions {
        0 => say(words::SESSIONS_NONE),
        1 => say(words::SESSIONS_ONE),
        many => fill(words::SESSIONS, &[("n", &many.to_string())]),
    };
    let set_aside = move || {
        let title = match kept.get().set_aside {
            0 => return None,
            1 => say(words::SET_ASIDE_ONE),
            many => fill(words::SET_ASIDE, &[("n", &many.to_string())]),
        };
        Some(view! { <Notice kind=NoticeKind::Warning title /> })
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::WHAT)}</h2>
            <p>{sessions} " " {say(words::ALSO)}</p>
            <p>{say(words::PLACE)}</p>
            {set_aside}
        </section>
    }
}

#[component]
fn Export() -> impl IntoView {
    let runtime = runtime();
    let kept = runtime.memo(crate::app::model::Model::kept);
    let last = move || match kept.get().last_export {
        None => say(words::EXPORT_NEVER),
        Some(day) => {
            fill(words::EXPORT_LAST, &[("date", &intl::date(day, language(), DateStyle::Short))])
        }
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::EXPORT)}</h2>
            <p>{say(words::EXPORT_TEXT)}</p>
            <p class="cluster">
                <Button
                    label=say(words::EXPORT_BUTTON)
                    kind=ButtonKind::Primary
                    icon=Icon::Download
                    on_press=move |()| runtime.dispatch(Event::ClickedExport)
                />
                <span class="note">{last}</span>
            </p>
        </section>
    }
}

/// Asked once, with the way to keep it beside it.
#[component]
fn Erase() -> impl IntoView {
    let runtime = runtime();
    let open = RwSignal::new(false);
    let actions = move || {
        view! {
            <Button
                label=say(words::ERASE_YES)
                kind=ButtonKind::Danger
                on_press=move |()| {
                    open.set(false);
                    runtime.dispatch(Event::DeletedEverything);
                }
            />
            <Button
                label=say(words::EXPORT_FIRST)
                icon=Icon::Download
                on_press=move |()| runtime.dispatch(Event::ClickedExport)
            />
            <Button label=say(phrases::common::CANCEL) on_press=move |()| open.set(false) />
        }
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::ERASE)}</h2>
            <p>{say(words::ERASE_TEXT)}</p>
            <p>
                <Button
                    label=say(words::ERASE_BUTTON)
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    on_press=move |()| open.set(true)
                />
            </p>
            <Dialog id="erase" open title=say(words::ERASE_TITLE) on_close=move |()| open.set(false) actions>
                <p>{say(words::ERASE_ASK)}</p>
            </Dialog>
        </section>
    }
}
