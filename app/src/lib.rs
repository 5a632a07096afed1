//! What browser and server share: the pages, the islands, the domain's types and the server functions.
//!
//! Architecture invariant: this crate knows neither mail, nor database, nor sessions. It compiles to wasm32
//! (feature `hydrate`) and to the host (feature `ssr`); what only the server can do is behind [`ports`].

#![recursion_limit = "256"]

#[cfg(feature = "ssr")]
pub mod account_fns;
pub mod components;
pub mod domain;
#[cfg(feature = "hydrate")]
mod enliven;
#[cfg(feature = "ssr")]
pub mod messages;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod ports;
#[cfg(feature = "ssr")]
pub mod server_fns;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod words;

#[cfg(feature = "ssr")]
pub use shell::{Assets, LANGUAGE, Shell, ShellProps, title};
