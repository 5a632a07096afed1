//! The structure of the code: which packages and modules may use which others, what may be linked in, and whether the documents name tests,
//! files and headings that exist.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod cargo;
mod circles;
mod imports;
mod links;
mod no_unsafe;
mod norms;
mod packages;
mod rooms;
mod style;
mod supply_chain;
