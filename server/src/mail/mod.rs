//! Sends mail through SMTP relays: lettre builds the message and speaks SMTP, this module opens the connections.
//!
//! `mailer` tries the relays in rounds, each through its `relay_client`, which has a connection `pool` behind a circuit `breaker`.
//! `message` builds a mail from its `mail_content` and signs it with `dkim`. `connect` opens a connection: `dial`, `starttls`, TLS, then
//! lettre over a `guarded_stream`, which limits every reply in time, size and form. `relay_check` takes the same steps one by one and
//! records the replies; `diagnosis` names the problem.
//!
//! Architecture invariant: mail content and credentials are written only to a stream inside TLS with a verified certificate. No setting
//! changes this.

mod deadlines;
mod delivery;
mod diagnosis;
mod dkim;
mod message;
mod printable;
mod relay;
mod relay_check;
mod relay_problem;
mod smtp;
mod tls;
mod token;

pub use deadlines::Deadlines;
pub use delivery::{Mailer, RelayStatus, Unusable};
pub use dkim::{Dkim, DnsName, DnsNameError, PublicKey, SigningKey, SigningKeyError};
pub use lettre::message::Mailbox;
pub use message::{MessageError, Sender, SenderError};
pub use printable::Printable;
pub use relay::{Credentials, Relay, RootsError, Route, Secret, TlsMode};
pub use relay_check::{Examined, RelayStage, TestMail, Verdict, examine};
pub use relay_problem::{Outage, RelayProblem};
pub use smtp::{EnhancedCode, RejectionCause, Reply, ReplyFault, SendError, SmtpStep};
pub use tls::RelayError;
pub use token::{TokenError, TokenSource};

#[cfg(test)]
mod hostile_relay_tests;
#[cfg(test)]
mod test_relay;
