//! Checks for `mailcode doctor` whether mail can be sent, stage by stage, and what to do if not.
//!
//! The checks change nothing. They return what they observed and what others replied; the command prints it.
//!
//! A `finding` is the result of one stage, and a `report` has all of them. `database`, `secret_key`, `relay` and `sender_domain` check one
//! thing each; `dns_resolver` looks up DNS records, and `fixes` has the advice for each problem with a relay.

mod database;
mod dns_resolver;
mod finding;
mod fixes;
mod relay;
mod report;
mod secret_key;
mod sender_domain;

pub use database::check_database;
pub use dns_resolver::{DnsLookupError, DnsResolver, SystemDnsResolver};
use finding::as_sentence;
pub use finding::{CheckOutcome, DoctorProblem, Finding, Stage};
pub use fixes::Variables;
pub use relay::{check_relay, test_mail};
pub use report::{Report, Scope, Section};
pub use secret_key::check_secret_key;
pub use sender_domain::check_sender_domain;
