//! What browser and server share: the pages, the islands, the domain's types and the server functions.
//!
//! Architecture invariant: this crate knows neither mail, nor database, nor sessions. It compiles to wasm32
//! (feature `hydrate`) and to the host (feature `ssr`); what only the server can do is behind [`ports`].

pub mod domain;
