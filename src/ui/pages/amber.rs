//! Amber (3.3): talked over already, or the gentle start until then.

use leptos::prelude::*;

use crate::{
    app::{event::Event, view::receipts},
    browser::{
        document as page,
        intl::{self, DateStyle},
    },
    content::phrases::amber as words,
    domain::record::{Consultation, Note},
    ui::{
        components::{
            button::{Button, ButtonKind},
            disclosure::Disclosure,
            field::TextArea,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::Receipts,
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn Amber(
    consultation: Option<Consultation>,
    tried_before: bool,
    clinician_leads: bool,
) -> impl IntoView {
    let tried = tried_before.then(|| {
        view! {
            <Notice kind=NoticeKind::Warning title=say(words::TRIED_TITLE)>
                <p>{say(words::TRIED_TEXT)}</p>
                <Receipts rules=receipts::TRIED_BEFORE />
            </Notice>
        }
    });
    let choice = match consultation {
        Some(Consultation::Held { day, note }) => {
            let date = intl::date(day, language(), DateStyle::Long);
            let title = fill(words::TALKED_ON, &[("date", &date)]);
            view! {
                <Notice kind=NoticeKind::Done title>
                    {(!note.is_empty()).then(|| view! { <p>{note.as_str().to_owned()}</p> })}
                    {clinician_leads.then(|| view! { <p>{say(words::CLINICIAN)}</p> })}
                </Notice>
            }
            .into_any()
        }
        Some(Consultation::Planned { .. }) => view! { <Choose begun=true /> }.into_any(),
        None => view! { <Choose begun=false /> }.into_any(),
    };
    view! {
        {tried}
        {choice}
    }
}

#[component]
fn Choose(begun: bool) -> impl IntoView {
    let runtime = runtime();
    let note = RwSignal::new(String::new());
    let gentle = move |()| runtime.dispatch(Event::ChoseGentleStart);
    let talked = move |()| {
        runtime.dispatch(Event::Consulted(Note::shortened(note.get_untracked().trim())));
        request_animation_frame(|| page::focus("main h1"));
    };
    let label = say(if begun { words::GENTLE_ON } else { words::GENTLE });
    view! {
        <section class="section">
            <h2>{say(words::TITLE)}</h2>
            <Button label kind=ButtonKind::Primary big=true wide=true on_press=gentle />
            <p class="note">{say(words::GENTLE_HINT)}</p>
            <Receipts rules=receipts::GENTLE_START />
            <Disclosure summary=say(words::TALKED)>
                <p>{say(words::TALKED_HINT)}</p>
                <TextArea
                    id="consulted-note"
                    label=say(words::NOTE)
                    value=note
                    on_input=move |text| note.set(text)
                    hint=say(words::NOTE_HINT)
                />
                <Button label=say(words::CONFIRM) on_press=talked />
            </Disclosure>
        </section>
    }
}
