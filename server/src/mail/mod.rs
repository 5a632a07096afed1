//! Sends the mails: lettre builds the message and speaks SMTP, this module opens the connection.
//!
//! A send goes through `message` (what is said by `written`, signed by `dkim`) and, in rounds, through each `hop` (who is spoken to), which
//! has a `pool` of connections and a `breaker` before it. A new connection goes through `connect`: `dial`, `starttls`, TLS,
//! then lettre behind a `guarded_stream`, which bounds every reply in time, size and form.
//! `examination` goes the same way step by step and keeps what the relay said; `diagnosis` tells what went wrong.
//!
//! Architecture invariant: no byte of a mail and no credential is written to a stream that is not inside TLS with a
//! verified certificate. There is no setting that changes this.

mod breaker;
mod certificate;
mod code_text;
mod connect;
mod connection;
mod deadlines;
mod diagnosis;
mod dial;
mod dkim;
mod enhanced_code;
mod examination;
mod guarded_stream;
mod hop;
mod log_in;
mod mailer;
mod marks;
mod message;
mod notice_text;
mod outage;
mod pool;
mod printable;
mod progress;
mod recording_verifier;
mod relay;
mod reply;
mod reply_lines;
mod route;
mod send_error;
mod sender;
mod starttls;
mod tape;
mod tls;
mod token;
mod tries;
mod words;
mod written;

pub use deadlines::Deadlines;
pub use diagnosis::RelayProblem;
pub use dkim::{Dkim, DnsName, DnsNameError, SigningKey, SigningKeyError};
pub use enhanced_code::EnhancedCode;
pub use examination::{Examined, RelayStage, TestMail, Verdict, examine};
pub use lettre::message::Mailbox;
pub use mailer::{Mailer, RelayStatus};
pub use outage::{Outage, Unusable};
pub use printable::Printable;
pub use relay::{Credentials, Relay, RootsError, Secret, TlsMode};
pub use reply::Reply;
pub use reply_lines::ReplyFault;
pub use route::Route;
pub use send_error::{SendError, Step};
pub use sender::{Sender, SenderError};
pub use tls::RelayError;
pub use token::{TokenError, TokenSource};

#[cfg(test)]
mod hostile_relay_tests;
#[cfg(test)]
mod route_tests;
#[cfg(test)]
mod test_relay;
