//! Takes the steps of sending a mail one by one and records the result of each, for `mailcode doctor`.
//!
//! It uses the parts that the server's own connections use, and keeps the same invariant: no mail content and no credential is sent outside
//! verified TLS.

mod check;
mod clear_stages;
mod findings;
mod tls_stages;
mod transcript;

pub use check::{TestMail, examine};
pub use findings::{Examined, RelayStage, Verdict};

#[cfg(test)]
mod relay_check_tests;
