//! A quiet line after an update: what is new, once.

use leptos::prelude::*;

use crate::{
    app::event::Event,
    content::phrases::news as words,
    route::Route,
    ui::{
        components::button::{Button, ButtonKind},
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn NewsLine() -> impl IntoView {
    let runtime = runtime();
    let unread = runtime.memo(|model, _| !model.unread_news().is_empty());
    let href = format!("#{}", Route::About.path());
    move || {
        unread.get().then(|| {
            view! {
                <p class="note cluster">
                    <span>
                        {say(words::LINE)} " " <a href=href.clone()>{say(words::LOOK)}</a>
                    </span>
                    <Button
                        label=say(words::CLOSE)
                        kind=ButtonKind::Quiet
                        on_press=move |()| runtime.dispatch(Event::ReadNews)
                    />
                </p>
            }
        })
    }
}
