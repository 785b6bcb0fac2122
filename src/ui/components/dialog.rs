//! A question that has to be answered first. The browser's own `<dialog>` holds the focus inside,
//! closes on Escape and gives the focus back to what opened it.

use leptos::{html, prelude::*};

/// `on_close` is called for Escape too; the caller then lets `open` become false. Put the main
/// action last in `actions`, where the thumb is.
#[component]
pub fn Dialog(
    /// Unique on the page; names the heading.
    #[prop(into)]
    id: String,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] on_close: Callback<()>,
    #[prop(into)] actions: ViewFn,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() == dialog.open() {
            return;
        }
        if open.get_untracked() {
            // It refuses only when it is open already or not on the page; both need no dialog.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let heading = id + "-title";
    let named_by = heading.clone();
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby=named_by on:close=move |_| on_close.run(())>
            <div class="dialog__inside">
                <h2 class="dialog__title" id=heading>
                    {title}
                </h2>
                <div class="dialog__body">{children()}</div>
                <div class="dialog__actions">{move || actions.run()}</div>
            </div>
        </dialog>
    }
}
