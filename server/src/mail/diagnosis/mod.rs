//! Which known problem it is that keeps mail from being sent, told by the step it came at and by the relay's answer.
//!
//! It is for people: nothing of what the server does depends on it.

mod of_error;
mod of_reply;
mod of_tls;
mod problem;
mod provider;

pub use problem::RelayProblem;

#[cfg(test)]
mod replies_tests;
