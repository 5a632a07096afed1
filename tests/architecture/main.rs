//! The structure of the code: which packages and modules may use which others, what may be linked in, and whether the documents name tests,
//! files and headings that exist.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod cargo;
mod import_cycles;
mod imports;
mod links;
mod modules;
mod no_unsafe;
mod norms;
mod packages;
mod style;
mod supply_chain;
