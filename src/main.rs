//! Where the page starts; on a developer's machine it only says how to run it.

#[cfg(target_arch = "wasm32")]
fn main() {
    page::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Soepel runs in a browser. Start it with scripts/serve.");
}

#[cfg(target_arch = "wasm32")]
mod page {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;

    /// Takes the place of the first screen that stands in `index.html`.
    pub(super) fn open() {
        std::panic::set_hook(Box::new(stopped));
        let place = document()
            .get_element_by_id("app")
            .expect("index.html has an element with the id `app`")
            .unchecked_into::<web_sys::HtmlElement>();
        place.set_inner_html("");
        mount_to(place, App).forget();
        if let Some(root) = document().document_element() {
            // The watchdog in rescue.js waits for this.
            let _ = root.set_attribute("data-app-ready", "");
        }
    }

    /// Nothing runs after a panic: rescue.js, which is not part of the app, tells the person.
    fn stopped(panic: &std::panic::PanicHookInfo<'_>) {
        console_error_panic_hook::hook(panic);
        if let Ok(event) = web_sys::Event::new("soepel-stopped") {
            let _ = window().dispatch_event(&event);
        }
    }

    #[component]
    fn App() -> impl IntoView {
        view! {
            <main class="shell">
                <h1 class="shell__title">"Soepel"</h1>
            </main>
        }
    }
}
