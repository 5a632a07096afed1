//! The flows of a visitor and of an operator, against the real binary. Each test has its own server.

#![allow(clippy::unwrap_used, reason = "a test fails by a panic")]

mod browser_flow;
mod browser_islands;
mod browser_navigation;
mod forgery;
mod hostile_relays;
mod leaks;
mod operator;
mod plain_forms;
mod postfix;
mod programs;
mod raw_requests;
mod restart;
mod secrecy;
mod steps;
