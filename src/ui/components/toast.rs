//! What just happened, with the way back while it stands there.

use leptos::prelude::*;

/// Put one at the end of the shell and keep it there: a live region is read out only when it
/// stood on the page before its text came. How long a message stays is the caller's to decide.
#[component]
pub fn Toast(
    #[prop(into)] message: Signal<Option<String>>,
    /// What the button says, where there is something to undo.
    #[prop(optional, into)]
    undo: MaybeProp<String>,
    #[prop(optional, into)] on_undo: Option<Callback<()>>,
) -> impl IntoView {
    let button = move || {
        undo.get().zip(on_undo).map(|(label, on_undo)| {
            view! {
                <button type="button" class="button button--quiet" on:click=move |_| on_undo.run(())>
                    {label}
                </button>
            }
        })
    };
    view! {
        <div class="toast" role="status">
            {move || {
                message
                    .get()
                    .map(|message| {
                        view! {
                            <div class="toast__inside">
                                <p class="toast__text">{message}</p>
                                {button}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
