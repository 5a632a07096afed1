//! Tests the harness itself: a browser "without scripts" that runs them would make its tests worthless.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod browser;
mod relay;
