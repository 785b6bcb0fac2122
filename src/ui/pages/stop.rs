//! Why somebody stops: asked in peace, with the session already paused (3.5).

use leptos::prelude::*;

use crate::{
    app::event::Event,
    content::{phrases, reading::reading},
    domain::{record::StopReason, session::Input},
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
        },
        runtime::runtime,
        words::{read, say},
    },
};

#[component]
pub(super) fn StopDialog() -> impl IntoView {
    let runtime = runtime();
    let open = runtime.memo(|model, _| model.stopping);
    let reason = move |&reason: &StopReason| {
        let label = reading().stop(reason).map(|stop| read(&stop.name)).unwrap_or_default();
        let on_press = move |()| runtime.press(Input::Stopped(reason));
        view! { <Button label kind=ButtonKind::Secondary big=true wide=true on_press /> }
    };
    let reasons = move || open.get().then(|| StopReason::ALL.iter().map(reason).collect_view());
    let actions = move || {
        view! {
            <Button
                label=say(phrases::stop::FINISH)
                kind=ButtonKind::Secondary
                big=true
                on_press=move |()| runtime.press(Input::FinishedEarly)
            />
            <Button
                label=say(phrases::stop::CANCEL)
                kind=ButtonKind::Primary
                big=true
                on_press=move |()| runtime.dispatch(Event::WentOnAfterAll)
            />
        }
    };
    let on_close = move |()| {
        if open.get_untracked() {
            runtime.dispatch(Event::WentOnAfterAll);
        }
    };
    view! {
        <Dialog id="stop" open title=say(phrases::stop::TITLE) on_close actions>
            <div class="stack">{reasons}</div>
        </Dialog>
    }
}
