//! How many of a few are done, as dots.

use leptos::prelude::*;

/// `label` says the same in words and is what is read out. With `now`, the first dot that is not
/// done is ringed.
#[component]
pub fn Dots(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] done: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    #[prop(optional)] now: bool,
) -> impl IntoView {
    let dot = move |place: usize| {
        let class = move || match place.cmp(&done.get()) {
            std::cmp::Ordering::Less => "dots__dot dots__dot--done",
            std::cmp::Ordering::Equal if now => "dots__dot dots__dot--now",
            _ => "dots__dot",
        };
        view! { <span class=class aria-hidden="true"></span> }
    };
    view! {
        <p class="dots">
            <span class="only-heard">{label}</span>
            {move || (0..total.get()).map(dot).collect_view()}
        </p>
    }
}
