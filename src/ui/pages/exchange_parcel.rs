//! A plan to hand over: as a link, as a code to scan, as a file.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        exchange::{ExchangeEvent, MOST_LINK, Parcel, Picture, parcel},
    },
    browser::address,
    content::phrases::parcel as words,
    domain::advice::Advice,
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::Icon,
        },
        runtime::runtime,
        words::{fill, say},
    },
};

/// Empty while there is no plan.
#[component]
pub(super) fn PlanParcel(#[prop(into)] advice: Signal<Option<Advice>>) -> impl IntoView {
    let site = address::site();
    let packed = Memo::new(move |_| advice.get().map(|advice| parcel(&advice, &site)));
    let has_link = Memo::new(move |_| packed.read().as_ref().is_some_and(|it| it.link.is_some()));
    let link = Memo::new(move |_| packed.get().and_then(|it| it.link).unwrap_or_default());
    let picture = Memo::new(move |_| packed.get().and_then(|it: Parcel| it.picture));
    let there = Memo::new(move |_| packed.read().is_some());
    move || {
        there.get().then(|| {
            view! {
                <div class="stack exchange__ways">
                    <LinkWay link has_link />
                    <CodeWay picture has_link />
                    <FileWay advice />
                </div>
            }
        })
    }
}

#[component]
fn LinkWay(link: Memo<String>, has_link: Memo<bool>) -> impl IntoView {
    let runtime = runtime();
    let copy = move |()| {
        runtime.dispatch(Event::Exchange(ExchangeEvent::ClickedCopy(link.get_untracked())));
    };
    let most = MOST_LINK.to_string();
    let long = fill(words::LINK_LONG, &[("most", &most)]);
    let size = move || {
        let n = link.read().len().to_string();
        fill(words::LINK_SIZE, &[("n", &n), ("most", &most)])
    };
    let body = move || {
        if !has_link.get() {
            return view! { <p class="note">{long.clone()}</p> }.into_any();
        }
        view! {
            <div class="field">
                <label class="field__label" for="plan-link">{say(words::LINK_LABEL)}</label>
                <textarea
                    class="field__input exchange__link"
                    id="plan-link"
                    readonly
                    rows="3"
                    aria-describedby="plan-link-size"
                    prop:value=link
                ></textarea>
                <p class="field__hint" id="plan-link-size">{size.clone()}</p>
            </div>
            <Button label=say(words::COPY) kind=ButtonKind::Primary on_press=copy />
        }
        .into_any()
    };
    view! {
        <section class="card">
            <h3 class="card__title">{say(words::LINK)}</h3>
            {body}
        </section>
    }
}

#[component]
fn CodeWay(picture: Memo<Option<Picture>>, has_link: Memo<bool>) -> impl IntoView {
    let body = move || {
        if let Some(Picture { size, outline }) = picture.get() {
            let view_box = format!("0 0 {size} {size}");
            return view! {
                <p class="note">{say(words::CODE_TEXT)}</p>
                <div class="exchange__code">
                    <svg viewBox=view_box role="img" aria-label=say(words::CODE_LABEL)>
                        <path d=outline></path>
                    </svg>
                </div>
            }
            .into_any();
        }
        let said = if has_link.get() { words::CODE_BIG } else { words::CODE_BIGGER };
        view! { <p class="note">{say(said)}</p> }.into_any()
    };
    view! {
        <section class="card">
            <h3 class="card__title">{say(words::CODE)}</h3>
            {body}
        </section>
    }
}

#[component]
fn FileWay(advice: Signal<Option<Advice>>) -> impl IntoView {
    let runtime = runtime();
    let keep = move |()| {
        let Some(advice) = advice.get_untracked() else { return };
        runtime.dispatch(Event::Exchange(ExchangeEvent::ClickedFile(Box::new(advice))));
    };
    view! {
        <section class="card">
            <h3 class="card__title">{say(words::FILE)}</h3>
            <Button label=say(words::FILE_BUTTON) icon=Icon::Download on_press=keep />
        </section>
    }
}
