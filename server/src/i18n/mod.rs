//! The texts of pages and mails, in every language. They stay on the server: a browser gets only what it shows.
//!
//! `server/words` has a file for each language, in the syntax of Project Fluent, which knows the plural rules of all of them.

mod catalogue;
mod key;
mod language;
mod overrides;

pub use catalogue::{Catalogue, Value, Words};
pub use key::Key;
pub use language::Language;
pub use overrides::OverrideError;
