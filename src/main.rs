//! Where the page starts; on a developer's machine it only says how to run it.

#[cfg(target_arch = "wasm32")]
fn main() {
    soepel::ui::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("Soepel runs in a browser. Start it with scripts/serve.");
}
