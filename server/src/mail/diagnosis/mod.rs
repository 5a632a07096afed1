//! Names the known problem that keeps mail from being sent, by the step that failed and the relay's reply.
//!
//! The result is for people: sending does not depend on it.

mod of_error;
mod of_reply;

#[cfg(test)]
mod replies_tests;
