//! The shape of the code: which package and which room may know which, and what may be linked in,
//! and whether the README names tests that exist.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod cargo;
mod no_unsafe;
mod norms;
mod packages;
mod rooms;
mod style;
mod supply_chain;
