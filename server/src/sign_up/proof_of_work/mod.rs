//! Proof of work before the first mail of a sign-up, while the installation sends more mails than usual.
//!
//! The scheme is ALTCHA's first: the server draws a number and tells its hash, the browser finds the number by
//! trying. Who cannot try waits instead, one mail at a time for each network.

mod challenge;
mod passage;
mod salt;
mod solution;
mod waiting;

pub use challenge::Challenge;
pub use solution::{Solution, SolutionError};
pub use waiting::Waiting;
