//! Bringing a file back: picked or pasted, then shown, and only then done.

use leptos::prelude::*;

use super::{
    exchange_words::refusal as refusal_of_plan,
    import_replace::{How, WhatGoes, WhichWay},
    import_words::{fault, refusal},
};
use crate::{
    app::{
        backup::BackupEvent,
        event::Event,
        view::keeping::{Incoming, brings_nothing},
    },
    archive::{
        import::{LARGEST, List, Refused},
        merge::{Preview, SettingsChoice},
    },
    browser::file,
    content::phrases::{self, import as words, keeping, replacing},
    ui::{
        components::{
            button::{Button, ButtonKind},
            choice::{Choice, ChooseOne},
            dialog::Dialog,
            disclosure::Disclosure,
            field::TextArea,
            icon::Icon,
            notice::{Notice, NoticeKind},
            row::Rows,
        },
        runtime::{Runtime, runtime},
        words::{fill, say},
    },
};

#[component]
pub(super) fn Import() -> impl IntoView {
    let runtime = runtime();
    let pasted = RwSignal::new(String::new());
    let paste = move |()| {
        let bytes = pasted.get_untracked().into_bytes();
        runtime.dispatch(Event::FilePicked(Some(bytes)));
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(keeping::IMPORT)}</h2>
            <p>{say(keeping::IMPORT_TEXT)}</p>
            <div class="field">
                <label class="field__label" for="import-file">
                    {say(keeping::IMPORT_FILE)}
                </label>
                // No filter on the kind of file: phones grey out files that they do not know.
                <input
                    class="field__input"
                    id="import-file"
                    type="file"
                    on:change=move |event| pick(runtime, &event)
                />
            </div>
            <Disclosure summary=say(keeping::IMPORT_PASTE)>
                <TextArea
                    id="import-text"
                    label=say(keeping::IMPORT_PASTE_LABEL)
                    value=pasted
                    on_input=move |text| pasted.set(text)
                />
                <Button
                    label=say(keeping::IMPORT_PASTE_BUTTON)
                    disabled=Signal::derive(move || pasted.read().trim().is_empty())
                    on_press=paste
                />
            </Disclosure>
            <Answer />
        </section>
    }
}

fn pick(runtime: Runtime, event: &leptos::ev::Event) {
    let Some(picked) = file::picked(event) else { return };
    let most = u32::try_from(LARGEST).unwrap_or(u32::MAX);
    file::read(&picked, most, move |bytes| runtime.dispatch(Event::FilePicked(bytes)));
}

/// What the file turned out to be.
#[component]
fn Answer() -> impl IntoView {
    let runtime = runtime();
    let incoming = runtime.memo(|model, _| model.incoming());
    let ready = Memo::new(move |_| match incoming.get() {
        Some(Incoming::Ready(preview)) => Some(preview),
        _ => None,
    });
    let choice = RwSignal::new(SettingsChoice::KeepOurs);
    let how = RwSignal::new(How::Merge);
    let cancel = move |()| {
        if runtime.peek(|model| model.import.is_some()) {
            runtime.dispatch(Event::CancelledImport);
        }
    };
    let notice = move || match incoming.get() {
        None | Some(Incoming::Ready(_)) => ().into_any(),
        Some(Incoming::Unreadable) => {
            view! { <Notice kind=NoticeKind::Warning title=say(words::UNREADABLE) urgent=true /> }
                .into_any()
        }
        Some(Incoming::RefusedPlan(why)) => view! {
            <Notice kind=NoticeKind::Warning title=say(words::REFUSED) urgent=true>
                <p>{refusal_of_plan(why)}</p>
            </Notice>
        }
        .into_any(),
        Some(Incoming::Refused(why)) => view! {
            <Notice kind=NoticeKind::Warning title=say(words::REFUSED) urgent=true>
                <p>{refusal(&why)}</p>
            </Notice>
        }
        .into_any(),
    };
    let actions = move || {
        view! {
            <Button label=say(phrases::common::CANCEL) kind=ButtonKind::Quiet on_press=cancel />
            {move || match how.get() {
                How::Merge => view! {
                    <Button
                        label=say(words::CONFIRM)
                        kind=ButtonKind::Primary
                        icon=Icon::Upload
                        on_press=move |()| {
                            runtime.dispatch(Event::ConfirmedImport(choice.get_untracked()));
                        }
                    />
                },
                How::Replace => view! {
                    <Button
                        label=say(replacing::CONFIRM)
                        kind=ButtonKind::Danger
                        icon=Icon::Upload
                        on_press=move |()| {
                            runtime.dispatch(Event::Backup(BackupEvent::ConfirmedReplace));
                        }
                    />
                },
            }}
        }
    };
    let preview = move || {
        ready.get().map(|preview| {
            how.set(How::Merge);
            view! {
                <WhichWay how />
                <Show when=move || how.get() == How::Replace fallback=move || {
                    let preview = preview.clone();
                    view! { <Changes preview choice /> }
                }>
                    <WhatGoes />
                </Show>
            }
        })
    };
    let open = Signal::derive(move || ready.read().is_some());
    view! {
        {notice}
        <Dialog id="import" open title=say(words::PREVIEW) on_close=cancel actions>
            <div class="stack">{preview}</div>
        </Dialog>
    }
}

#[component]
fn Changes(preview: Preview, choice: RwSignal<SettingsChoice>) -> impl IntoView {
    choice.set(SettingsChoice::KeepOurs);
    // Where nobody was yet, those of the file hold.
    let fresh = runtime().peek(|model| !model.settings.welcomed);
    let counts = [
        (words::NEW, preview.new),
        (words::NEWER_IN_FILE, preview.newer_in_file),
        (words::NEWER_HERE, preview.newer_here),
        (words::SAME, preview.same),
        (words::DELETED, preview.deleted_in_file),
        (words::VERBATIM, preview.kept_verbatim),
        (words::SET_ASIDE, preview.quarantined),
    ];
    let nothing = brings_nothing(&preview);
    let lines: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| {
            view! {
                <li class="row">
                    <span class="row__text">{say(label)}</span>
                    <span class="row__end numbers">{count}</span>
                </li>
            }
        })
        .collect();
    let rows = (!lines.is_empty()).then(|| view! { <Rows>{lines}</Rows> });
    view! {
        {nothing.then(|| view! { <p>{say(words::NOTHING)}</p> })}
        {rows}
        {preview.from_newer.then(|| view! { <p>{say(words::FROM_NEWER)}</p> })}
        {preview.screening_newer.then(|| view! { <p>{say(words::ANSWERS_NEWER)}</p> })}
        {(preview.settings_differ && !fresh).then(|| view! { <WhichSettings choice /> })}
        {(!preview.refused.is_empty()).then(|| view! { <LeftOut refused=preview.refused /> })}
    }
}

#[component]
fn WhichSettings(choice: RwSignal<SettingsChoice>) -> impl IntoView {
    let choices = vec![
        Choice::new(SettingsChoice::KeepOurs, say(words::SETTINGS_OURS)),
        Choice::new(SettingsChoice::TakeTheirs, say(words::SETTINGS_THEIRS)),
    ];
    view! {
        <ChooseOne
            name="import-settings"
            legend=say(words::SETTINGS)
            choices
            chosen=Signal::derive(move || Some(choice.get()))
            on_choose=move |chosen| choice.set(chosen)
        />
    }
}

/// What cannot be taken in, each with all that is wrong with it.
#[component]
fn LeftOut(refused: Vec<Refused>) -> impl IntoView {
    let summary = match refused.len() {
        1 => say(words::LEFT_OUT_ONE),
        many => fill(words::LEFT_OUT, &[("n", &many.to_string())]),
    };
    let line = |refused: Refused| {
        let place = match refused.list {
            List::Records => words::PLACE,
            List::Quarantine => words::PLACE_DAMAGED,
        };
        let place = fill(place, &[("n", &refused.place.to_string())]);
        let faults: Vec<String> = refused.problems.iter().map(fault).collect();
        view! { <li>{place} ": " {faults.join("; ")} "."</li> }
    };
    view! {
        <Disclosure summary>
            <ul>{refused.into_iter().map(line).collect_view()}</ul>
        </Disclosure>
    }
}
