//! Sends the codes by mail: lettre builds the message and speaks SMTP, this module opens the connection.
//!
//! A send goes through `message` (what is said, signed by `dkim`) and `pool` (who is spoken to); a new connection through `connect`:
//! `dial`, `starttls`, TLS, then lettre behind a `guarded_stream`, which bounds every reply in time, size and form.
//!
//! Architecture invariant: no byte of a mail and no credential is written to a stream that is not inside TLS with a
//! verified certificate. There is no setting that changes this.

mod connect;
mod connection;
mod deadlines;
mod dial;
mod dkim;
mod enhanced_code;
mod guarded_stream;
mod log_in;
mod mailer;
mod marks;
mod message;
mod pool;
mod progress;
mod relay;
mod reply_lines;
mod send_error;
mod sender;
mod starttls;
mod tls;
mod token;
mod words;

pub use deadlines::Deadlines;
pub use dkim::{Dkim, DnsName, DnsNameError, SigningKey, SigningKeyError};
pub use enhanced_code::EnhancedCode;
pub use lettre::message::Mailbox;
pub use mailer::Mailer;
pub use relay::{Credentials, Relay, RootsError, Secret, TlsMode};
pub use reply_lines::ReplyFault;
pub use send_error::{SendError, Step};
pub use sender::{Sender, SenderError};
pub use tls::RelayError;
pub use token::{TokenError, TokenSource};

#[cfg(test)]
mod hostile_relay_tests;
#[cfg(test)]
mod test_relay;
