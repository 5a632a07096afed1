//! The texts of pages and mails, in every language. They stay on the server: a browser gets only what it shows.
//!
//! - `language`: the languages, and which one a browser asks for; `key`: the messages; `catalogue`: their texts.
//! - `overrides`: the check of an operator's own texts.
//!
//! `server/words` has a file for each language, in the syntax of Project Fluent, which knows the plural rules of all of them.

mod catalogue;
mod key;
mod language;
mod overrides;

pub use catalogue::{Catalogue, Translations, Value};
pub use key::Key;
pub use language::Language;
pub use overrides::OverrideError;
