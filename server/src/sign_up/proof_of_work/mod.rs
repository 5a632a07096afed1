//! Proof of work before the first mail of a sign-up, while the installation sends more mails than usual.
//!
//! The scheme is ALTCHA's first: the server draws a number and sends its hash, and the browser finds the number by trying. A browser that
//! cannot do so waits instead; each client gets one mail per waiting time.

mod challenge;
mod check;
mod solution;

pub use challenge::Challenge;
pub use solution::{Solution, SolutionError};
