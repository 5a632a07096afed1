//! Sends mail through SMTP relays.
//!
//! | module | holds |
//! |---|---|
//! | `delivery` | sending a mail: rounds over the relays, retries, circuit breakers, connection pools |
//! | `smtp` | one connection: opening it, guarding its replies, parsing them, what an error reply means |
//! | `tls` | trusted roots, verification of the relay's certificate |
//! | `message` | the mail itself: header, texts, sender |
//! | `dkim` | its signatures |
//! | `relay_check` | the stages of sending one by one, for `mailcode doctor` |
//! | `diagnosis` | which [`RelayProblem`] is behind an error or a reply |
//!
//! The settings of a [`Relay`] are in `relay`, those of its access token in `access_token`, the relays that mails go through in `route`,
//! and all time-outs in `deadlines`. lettre builds the message and speaks SMTP; `smtp` opens the connections.
//!
//! Architecture invariant: mail content and credentials are written only to a stream inside TLS with a verified certificate. No setting
//! changes this.

mod access_token;
mod deadlines;
mod delivery;
mod diagnosis;
mod dkim;
mod message;
mod printable_text;
mod relay;
mod relay_check;
mod relay_problem;
mod route;
mod smtp;
mod tls;

pub use access_token::{AccessTokenError, AccessTokenSource};
pub use deadlines::Deadlines;
pub use delivery::{Mailer, RelayStatus, RelayUnusable};
pub use dkim::{Dkim, DnsName, DnsNameError, PublicKey, SigningKey, SigningKeyError};
pub use lettre::message::Mailbox;
pub use message::{MessageError, Sender, SenderError};
pub use printable_text::PrintableText;
pub use relay::{Credentials, Relay, RootsError, Secret, TlsMode};
pub use relay_check::{RelayStage, StageOutcome, StageResult, TestMail, check_relay_stages};
pub use relay_problem::{RelayOutage, RelayProblem};
pub use route::Route;
pub use smtp::{EnhancedCode, RejectionCause, Reply, ReplyFault, SendError, SmtpStep};
pub use tls::RelayConfigError;

#[cfg(test)]
mod hostile_relay_tests;
#[cfg(test)]
mod scripted_relay;
