//! What browser and server share: the sign-up's island with its components, the view that they show, the document around it,
//! and the server functions that the island calls.
//!
//! Architecture invariant: this crate knows neither mail, nor database, nor sessions, nor the catalogue of texts. It compiles to
//! wasm32 (feature `hydrate`) and to the host (feature `ssr`); what only the server can do is behind [`port`], what only a browser
//! can do in `browser`.

#![recursion_limit = "512"]

#[cfg(feature = "hydrate")]
mod browser;
pub mod components;
#[cfg(feature = "ssr")]
pub mod port;
pub mod server_fns;
#[cfg(feature = "ssr")]
mod shell;
pub mod view;

#[cfg(feature = "ssr")]
pub use shell::{Assets, LANGUAGE, LanguageChoice, LanguageMenu, Shell, ShellProps, title};
