//! Checks for `mailcode doctor` whether mail can be sent, stage by stage, and what to do if not.
//!
//! The checks change nothing. They return what they observed and what others replied; the command prints it.
//!
//! A `finding` is the result of one stage, and a `report` has all of them. `database`, `secret_key`, `relay` and `sender_domain` check one
//! thing each; `names` looks up DNS records, and `fixes` says what to do about a problem with a relay.

mod database;
mod finding;
mod fixes;
mod names;
mod relay;
mod report;
mod secret_key;
mod sender_domain;

pub use database::examine_database;
use finding::as_sentence;
pub use finding::{CheckOutcome, DoctorProblem, Finding, Stage};
pub use fixes::Variables;
pub use names::{Names, NoAnswer, SystemNames};
pub use relay::{examine_relay, test_mail};
pub use report::{Report, Scope, Section};
pub use secret_key::examine_secret_key;
pub use sender_domain::examine_sender_domain;
