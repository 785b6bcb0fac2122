//! How far along a row of questions somebody is.

use leptos::prelude::*;

/// `label` says it in words; the bar repeats it for the eye and is not read out.
#[component]
pub fn Stepper(
    #[prop(into)] label: Signal<String>,
    /// 0 to 1.
    #[prop(into)]
    progress: Signal<f64>,
) -> impl IntoView {
    view! {
        <div
            class="stepper"
            style:--stepper-progress=move || progress.get().clamp(0.0, 1.0).to_string()
        >
            <p class="stepper__label">{label}</p>
            <div class="stepper__track" aria-hidden="true">
                <div class="stepper__fill"></div>
            </div>
        </div>
    }
}
