//! The browser's side of Mailcode.
//!
//! On wasm32 this crate is one function, `hydrate`. On the host it is the finished bundle: the build script compiles the crate to wasm and
//! embeds the result as constants.

#[cfg(not(target_arch = "wasm32"))]
mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub use bundle::{Asset, BUNDLE, Bundle, REFUSAL_STYLE};

/// Prepares the browser for islands; the starting script then hydrates each one.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    // Named so that the linker keeps the islands, which no other code calls.
    use app as _;
    leptos::mount::hydrate_islands();
}
