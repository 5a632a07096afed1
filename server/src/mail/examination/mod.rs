//! Goes the way of a mail step by step and writes down what came of each: for `mailcode doctor`.
//!
//! It is made of the parts that the server's own connections are made of, and holds to the same invariant: no byte of a
//! mail and no credential outside verified TLS.

mod findings;
mod inside;
mod probe;
mod secrets;
mod stage;
mod walk;

pub use findings::{Examined, Verdict};
pub use stage::RelayStage;
pub use walk::{TestMail, examine};

#[cfg(test)]
mod examination_tests;
