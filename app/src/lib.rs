//! Code that the browser and the server share: the island of the sign-up with its components, its view, the document around it, and the
//! server functions that it calls.
//!
//! Architecture invariant: this crate does not depend on mail, database, sessions or the message catalogue. It compiles to wasm32 (feature
//! `hydrate`) and to the host (feature `ssr`). Code for the server alone is behind [`port`], code for the browser alone in `browser`.

#![recursion_limit = "512"]

#[cfg(feature = "hydrate")]
mod browser;
pub mod components;
#[cfg(feature = "ssr")]
pub mod port;
mod response;
pub mod server_fns;
#[cfg(feature = "ssr")]
mod shell;
mod state;
pub mod view;

#[cfg(feature = "ssr")]
pub use shell::{Assets, LANGUAGE, LanguageChoice, LanguageMenu, Shell, ShellProps, Style, title};
