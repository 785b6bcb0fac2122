//! A ring that empties, round a number that is read from across the room.

use leptos::prelude::*;

use super::phase::PhaseTone;

/// `progress` runs from 1 (all of it still to come) to 0. `number` is a text, so that the caller
/// decides between `18` and `1:45`. The ring is not read out: a voice that counts every second
/// drowns what matters, so the page announces phases in a live region of its own.
#[component]
pub fn Ring(
    #[prop(into)] progress: Signal<f64>,
    #[prop(into)] number: Signal<String>,
    #[prop(into)] unit: Signal<String>,
    #[prop(into)] tone: Signal<PhaseTone>,
) -> impl IntoView {
    let long = move || number.read().chars().count() > 2;
    view! {
        <div
            class=move || format!("ring ring--{}", tone.get().slug())
            style:--ring-progress=move || progress.get().clamp(0.0, 1.0).to_string()
            aria-hidden="true"
        >
            <svg class="ring__dial" viewBox="0 0 120 120" focusable="false">
                <circle class="ring__track" cx="60" cy="60" r="54" pathLength="100"></circle>
                <circle class="ring__arc" cx="60" cy="60" r="54" pathLength="100"></circle>
            </svg>
            <p class="ring__reading">
                <span class="ring__number" class:ring__number--long=long>
                    {number}
                </span>
                <span class="ring__unit">{unit}</span>
            </p>
        </div>
    }
}
