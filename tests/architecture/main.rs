//! The shape of the code: which package and which room may know which.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod packages;
mod rooms;
