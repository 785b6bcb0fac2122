//! Fields to type in.

use leptos::prelude::*;

/// `id` is unique on the page. `error` stands below the field and is read out with it.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    /// `text`, `date`, `time` …; plain text without it.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let notes = format!("{id}-notes");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                class="field__input"
                id=id
                type=kind
                autocomplete="off"
                aria-describedby=notes.clone()
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value
                on:input:target=move |typed| on_input.run(typed.target().value())
            />
            <FieldNotes id=notes hint error />
        </div>
    }
}

/// Grows with what is written in it.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
) -> impl IntoView {
    let notes = format!("{id}-notes");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <textarea
                class="field__input"
                id=id
                aria-describedby=notes.clone()
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value
                on:input:target=move |typed| on_input.run(typed.target().value())
            ></textarea>
            <FieldNotes id=notes hint error />
        </div>
    }
}

#[component]
fn FieldNotes(id: String, hint: MaybeProp<String>, error: MaybeProp<String>) -> impl IntoView {
    view! {
        <div id=id>
            {move || hint.get().map(|hint| view! { <p class="field__hint">{hint}</p> })}
            {move || error.get().map(|error| view! { <p class="field__error">{error}</p> })}
        </div>
    }
}
