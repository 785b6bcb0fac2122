//! Taking everything along: shared or saved as a file, in a folder after each session, as a table.

use leptos::prelude::*;

use super::today::HomeScreenLater;
use crate::{
    app::{
        backup::{
            BackupEvent,
            own_folder::{FolderEvent, OwnFolder, Picked, Standing},
        },
        event::Event,
        model::Model,
    },
    browser::intl::{self, DateStyle},
    content::phrases::{backup as more, keeping as words, own_folder as folder},
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::Icon,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn Export() -> impl IntoView {
    let runtime = runtime();
    let kept = runtime.memo(Model::kept);
    let shares = runtime.memo(|model, _| model.backups.place.shares);
    let last = move || match kept.get().last_export {
        None => say(words::EXPORT_NEVER),
        Some(day) => {
            fill(words::EXPORT_LAST, &[("date", &intl::date(day, language(), DateStyle::Short))])
        }
    };
    let label = move || say(if shares.get() { more::SHARE } else { words::EXPORT_BUTTON });
    let as_file = move || {
        shares.get().then(|| {
            view! {
                <Button
                    label=say(more::DOWNLOAD)
                    icon=Icon::Download
                    on_press=move |()| runtime.dispatch(Event::Backup(BackupEvent::ClickedDownload))
                />
            }
        })
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::EXPORT)}</h2>
            <p>{say(words::EXPORT_TEXT)}</p>
            <HomeScreenLater />
            <p class="cluster">
                <Button
                    label=Signal::derive(label)
                    kind=ButtonKind::Primary
                    icon=Icon::Download
                    on_press=move |()| runtime.dispatch(Event::ClickedExport)
                />
                {as_file}
                <span class="note">{last}</span>
            </p>
        </section>
        <OwnFolderPart />
        <section class="settings__group">
            <h2 class="settings__title">{say(more::TABLE_TITLE)}</h2>
            <p>{say(more::TABLE_TEXT)}</p>
            <p>
                <Button
                    label=say(more::TABLE_BUTTON)
                    icon=Icon::Download
                    on_press=move |()| runtime.dispatch(Event::Backup(BackupEvent::ClickedTable))
                />
            </p>
        </section>
    }
}

/// Whether the browser keeps everything by itself, where it says so.
#[component]
pub(super) fn Persistence() -> impl IntoView {
    let persisted = runtime().memo(|model, _| model.persisted);
    move || {
        let text = if persisted.get()? { more::PERSISTED } else { more::NOT_PERSISTED };
        Some(view! { <p>{say(text)}</p> })
    }
}

#[component]
fn OwnFolderPart() -> impl IntoView {
    let runtime = runtime();
    let can = runtime.memo(|model, _| model.backups.place.own_folder);
    let own = runtime.memo(|model, _| model.backups.folder.clone());
    move || {
        can.get().then(|| {
            let inside = match own.get() {
                OwnFolder::None => view! {
                    <p>{say(folder::TEXT)}</p>
                    <p>
                        <Act label=folder::PICK event=FolderEvent::ClickedPick />
                    </p>
                }
                .into_any(),
                OwnFolder::Picked(picked) => view! { <Following picked /> }.into_any(),
            };
            view! {
                <section class="settings__group">
                    <h2 class="settings__title">{say(folder::TITLE)}</h2>
                    {inside}
                </section>
            }
        })
    }
}

#[component]
fn Following(picked: Picked) -> impl IntoView {
    let with_name = |phrase| fill(phrase, &[("name", &picked.name)]);
    let state = match picked.standing {
        Standing::Fine => {
            let text = with_name(folder::NAME);
            let forgotten = (!picked.stays).then(|| view! { <p>{say(folder::FORGOTTEN)}</p> });
            view! { <p>{text}</p> {forgotten} }.into_any()
        }
        Standing::AskFirst => {
            let title = with_name(folder::ASK_FIRST);
            view! {
                <Notice kind=NoticeKind::Warning title>
                    <p>
                        <Act label=folder::ASK event=FolderEvent::ClickedWrite />
                    </p>
                </Notice>
            }
            .into_any()
        }
        Standing::Failed => {
            let text = with_name(folder::FAILED);
            view! {
                <Notice kind=NoticeKind::Warning title=say(folder::FAILED_TITLE)>
                    <p>{text}</p>
                    <p class="cluster">
                        <Act label=folder::AGAIN event=FolderEvent::ClickedWrite />
                        <Act label=folder::OTHER event=FolderEvent::ClickedPick />
                    </p>
                </Notice>
            }
            .into_any()
        }
    };
    view! {
        {state}
        <p>
            <Act label=folder::FORGET event=FolderEvent::ClickedForget quiet=true />
        </p>
    }
}

#[component]
fn Act(
    label: crate::content::phrases::Phrase,
    event: FolderEvent,
    #[prop(optional)] quiet: bool,
) -> impl IntoView {
    let runtime = runtime();
    let kind = if quiet { ButtonKind::Quiet } else { ButtonKind::Secondary };
    let press = move |()| runtime.dispatch(Event::Backup(BackupEvent::Folder(event.clone())));
    view! { <Button label=say(label) kind on_press=press /> }
}
